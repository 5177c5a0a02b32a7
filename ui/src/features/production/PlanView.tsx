/** What a batch would hold, what would be disclosed, and what is missing. */
import type { BatchIssue, BatchPlan } from "../../api";
import { Banner, Facts, Part, StateMark } from "../../components";
import { LinkTo } from "../../components/LinkTo";
import { codeKey, useFormat, useT } from "../../l10n";
import { PartnerRefusal } from "../partners/PartnerState";
import { useDisclosedNames } from "./names";
import styles from "./Production.module.css";

export function PlanView({ plan }: { plan: BatchPlan }) {
  const t = useT();
  const format = useFormat();
  const disclosed = useDisclosedNames();
  const issues = [...plan.issues].sort((a, b) => Number(b.isStopping) - Number(a.isStopping));
  return (
    <>
      {plan.refusal ? (
        <Part>
          <PartnerRefusal refusal={plan.refusal} />
        </Part>
      ) : null}
      <Part title={t("plan-title")}>
        <Facts
          facts={[
            [t("plan-orders"), format.number(plan.orders)],
            [t("plan-prints"), format.number(plan.prints)],
            [t("plan-files"), format.number(plan.files)],
            [t("plan-size"), format.bytes(plan.estimatedBytes)],
            [t("plan-customers"), format.number(plan.customers)],
          ]}
        />
      </Part>
      {plan.sizes.length > 0 ? (
        <Part title={t("plan-sizes")}>
          <Facts
            facts={plan.sizes.map((size) => [
              size.size,
              t("plan-size-row", { prints: size.prints, files: size.files }),
            ])}
          />
        </Part>
      ) : null}
      <Part title={t("plan-fields")}>
        <p>{disclosed(plan.fields)}</p>
      </Part>
      <Part title={t("plan-issues")}>
        {issues.length === 0 ? (
          <Banner tone="done">
            <p>{t("plan-no-issues")}</p>
          </Banner>
        ) : (
          <ul className={styles.issues}>
            {issues.map((issue, index) => (
              <Issue key={index} issue={issue} />
            ))}
          </ul>
        )}
      </Part>
    </>
  );
}

function Issue({ issue }: { issue: BatchIssue }) {
  const t = useT();
  const place =
    issue.line === null
      ? t("plan-issue-order", { number: issue.orderNumber })
      : t("plan-issue-line", { number: issue.orderNumber, line: issue.line });
  return (
    <li>
      <StateMark
        tone={issue.isStopping ? "stopped" : "attention"}
        label={t(issue.isStopping ? "plan-stops" : "plan-warns")}
      />
      <div>
        <p>{t(codeKey("batch-issue", issue.kind))}</p>
        <p className={styles.small}>
          <LinkTo path={`/orders/${issue.orderId}`}>{place}</LinkTo>
          {issue.frameName ? ` · ${issue.frameName}` : ""}
        </p>
      </div>
    </li>
  );
}
