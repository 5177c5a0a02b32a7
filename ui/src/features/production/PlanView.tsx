/** What a batch would hold, what would be disclosed, and what is missing. */
import type { BatchIssue, BatchPlan } from "../../api";
import { Banner, StateMark } from "../../components";
import { LinkTo } from "../../components/LinkTo";
import { codeKey, useFormat, useT } from "../../l10n";
import { PartnerRefusal } from "../partners/PartnerState";
import { Facts } from "./Facts";
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
        <div className={styles.part}>
          <PartnerRefusal refusal={plan.refusal} />
        </div>
      ) : null}
      <section className={styles.part} aria-label={t("plan-title")}>
        <h2>{t("plan-title")}</h2>
        <Facts
          facts={[
            [t("plan-orders"), format.number(plan.orders)],
            [t("plan-prints"), format.number(plan.prints)],
            [t("plan-files"), format.number(plan.files)],
            [t("plan-size"), format.bytes(plan.estimatedBytes)],
            [t("plan-customers"), format.number(plan.customers)],
          ]}
        />
      </section>
      {plan.sizes.length > 0 ? (
        <section className={styles.part} aria-label={t("plan-sizes")}>
          <h2>{t("plan-sizes")}</h2>
          <Facts
            facts={plan.sizes.map((size) => [
              size.size,
              t("plan-size-row", { prints: size.prints, files: size.files }),
            ])}
          />
        </section>
      ) : null}
      <section className={styles.part} aria-label={t("plan-fields")}>
        <h2>{t("plan-fields")}</h2>
        <p>{disclosed(plan.fields)}</p>
      </section>
      <section className={styles.part} aria-label={t("plan-issues")}>
        <h2>{t("plan-issues")}</h2>
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
      </section>
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
