/** What stands beside a customer's details: permission with its proofs, orders, and what was handed to whom. */
import { Plus } from "lucide-react";
import { useState } from "react";
import { useAct, useCall, useMay, useMethod, usePagedMethod, type CustomerDto } from "../../api";
import { Badge, Button, ButtonRow, ErrorText, Part, useToast } from "../../components";
import { LinkTo } from "../../components/LinkTo";
import { useCodeText, useFormat, useT } from "../../l10n";
import { useGo } from "../../navigation";
import { RecordHistory } from "../history/RecordHistory";
import { OrderState } from "../orders/states";
import { ProtectionPart } from "../subjects/Protection";
import { Provenance } from "../subjects/Provenance";
import styles from "./Customers.module.css";
import { MarketingQuestion, UNANSWERED, consentEntry, focusMissing } from "./MarketingQuestion";
import { customerName } from "./versions";

/** Follows the row that the focus is on in the list. */
export function CustomerSummary({ id }: { id: number }) {
  const t = useT();
  const go = useGo();
  const { data: customer, error } = useMethod("customer_get", { id });
  if (error)
    return (
      <Part>
        <ErrorText error={error} />
      </Part>
    );
  if (customer?.id !== id) return null;
  const { fields } = customer;
  const place = [fields.postalCode, fields.town].filter(Boolean).join(" ");
  const lines = [fields.phone, fields.email, fields.street, place].filter(Boolean);
  return (
    <>
      <Part title={customerName(fields)}>
        {customer.isWithheld ? <Badge tone="protected">{t("protection-withheld")}</Badge> : null}
        {lines.length > 0 ? (
          <div className={styles.contact}>
            {lines.map((line) => (
              <span key={line}>{line}</span>
            ))}
          </div>
        ) : null}
        {fields.note ? <p className={styles.note}>{fields.note}</p> : null}
        <ButtonRow>
          <Button size="small" shortcut="Enter" onPress={() => go(`/customers/${id}`)}>
            {t("customer-card")}
          </Button>
        </ButtonRow>
      </Part>
      <Part label={t("consent-title")}>
        <ButtonRow>
          <Permission isPermitted={customer.isMarketingPermitted} />
        </ButtonRow>
      </Part>
      <CustomerOrders id={id} />
    </>
  );
}

/** For the customer's own page. `isDirty`: something about the customer is not saved. */
export function CustomerSide({
  customer,
  isDirty,
  onProtection,
}: {
  customer: CustomerDto;
  isDirty: boolean;
  /** An order of protection was noted, or ended. */
  onProtection(): void;
}) {
  const t = useT();
  const codeText = useCodeText();
  const call = useCall();
  const may = useMay();
  const { id, rev } = customer;
  return (
    <>
      <Children customer={customer} />
      <Consents customer={customer} />
      <CustomerOrders id={id} />
      {may("see_disclosures") ? <CustomerDisclosures id={id} /> : null}
      <ProtectionPart
        protection={customer.protection}
        right="change_customers"
        covers={t("customer-protection-covers")}
        isDirty={isDirty}
        protect={async (order) => {
          await call("customer_protect", { id, rev, ...order });
          onProtection();
        }}
      />
      <Provenance entries={customer.provenance} labelOf={(field) => codeText("field-label", field)} />
      <RecordHistory entity="customer" id={id} />
    </>
  );
}

/** Those of whom the customer is a guardian. */
function Children({ customer }: { customer: CustomerDto }) {
  const t = useT();
  if (customer.children.length === 0) return null;
  return (
    <Part title={t("customer-children")}>
      <ul className={styles.orders}>
        {customer.children.map((child) => (
          <li key={child.subjectId}>
            <LinkTo path={`/subjects/${child.subjectId}`}>{child.name}</LinkTo>
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Permission({ isPermitted }: { isPermitted: boolean }) {
  const t = useT();
  return isPermitted ? (
    <Badge tone="done">{t("consent-permitted")}</Badge>
  ) : (
    <Badge>{t("consent-not-permitted")}</Badge>
  );
}

function Consents({ customer }: { customer: CustomerDto }) {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const may = useMay();
  const [isAsking, setAsking] = useState(false);
  const [answer, setAnswer] = useState(UNANSWERED);
  const [isTried, setTried] = useState(false);
  const [askedIn, setAskedIn] = useState(customer.fields.language);
  // The answer belongs to the words that were read out.
  if (askedIn !== customer.fields.language) {
    setAskedIn(customer.fields.language);
    setAnswer({ ...answer, isGiven: null });
  }
  const ask = (isNow: boolean) => {
    setAsking(isNow);
    setAnswer(UNANSWERED);
    setTried(false);
  };
  const record = useAct("consent_record", {
    onDone: () => {
      ask(false);
      toast({ text: t("consent-recorded") });
    },
  });
  const send = () => {
    const entry = consentEntry(answer, customer.fields.language);
    setTried(true);
    if (entry) record.mutate({ customerId: customer.id, marketing: entry });
    else focusMissing(answer);
  };
  return (
    <Part title={t("consent-title")} aside={<Permission isPermitted={customer.isMarketingPermitted} />}>
      {isAsking ? (
        <>
          <MarketingQuestion
            language={customer.fields.language}
            answer={answer}
            onChange={setAnswer}
            isTried={isTried}
          />
          {record.error ? <ErrorText error={record.error} /> : null}
          <ButtonRow>
            <Button variant="primary" onPress={send} isPending={record.isPending}>
              {t("consent-record")}
            </Button>
            <Button onPress={() => ask(false)}>{t("form-cancel")}</Button>
          </ButtonRow>
        </>
      ) : (
        <>
          <ul className={styles.answers} aria-label={t("consent-history")}>
            {customer.consents.map((consent) => (
              <li key={consent.id} className={styles.answer}>
                <span>
                  {t(consent.isGiven ? "consent-given" : "consent-refused")},{" "}
                  {format.date(consent.recordedAt)}
                  {" · "}
                  {t(`consent-channel-${consent.channel}`)}
                </span>
                <details>
                  <summary>{t("consent-show-wording")}</summary>
                  <blockquote lang={consent.language}>{consent.wording}</blockquote>
                </details>
              </li>
            ))}
          </ul>
          {may("change_customers") && !customer.isWithheld ? (
            <ButtonRow>
              <Button size="small" onPress={() => ask(true)}>
                {t("consent-new-answer")}
              </Button>
            </ButtonRow>
          ) : null}
        </>
      )}
    </Part>
  );
}

function CustomerOrders({ id }: { id: number }) {
  const t = useT();
  const format = useFormat();
  const go = useGo();
  const may = useMay();
  const orders = usePagedMethod(
    "order_search",
    { search: "", sort: "number_descending", states: [], customerId: id },
    { limit: 50 },
  );
  return (
    <Part
      title={t("customer-orders")}
      aside={
        may("take_orders") ? (
          <Button size="small" icon={Plus} onPress={() => go("/orders/new", { customer: id })}>
            {t("customer-new-order")}
          </Button>
        ) : null
      }
    >
      {orders.error ? <ErrorText error={orders.error} onRetry={orders.retry} /> : null}
      {!orders.isLoading && !orders.error && orders.rows.length === 0 ? (
        <p className={styles.small}>{t("customer-no-orders")}</p>
      ) : (
        <ul className={styles.orders}>
          {orders.rows.map((order) => (
            <li key={order.id} className={styles.order}>
              <LinkTo path={`/orders/${order.id}`}>{order.number}</LinkTo>
              <OrderState state={order.state} />
              <span>{format.money(order.grossCents)}</span>
            </li>
          ))}
        </ul>
      )}
      {orders.hasMore ? (
        <ButtonRow>
          <Button size="small" onPress={orders.loadMore}>
            {t("customer-more-orders")}
          </Button>
        </ButtonRow>
      ) : null}
    </Part>
  );
}

function CustomerDisclosures({ id }: { id: number }) {
  const t = useT();
  const format = useFormat();
  const ledger = usePagedMethod("disclosure_list", { customerId: id }, { limit: 50 });
  return (
    <Part title={t("customer-disclosures")}>
      {ledger.error ? <ErrorText error={ledger.error} onRetry={ledger.retry} /> : null}
      {!ledger.isLoading && !ledger.error && ledger.rows.length === 0 ? (
        <p className={styles.small}>{t("customer-no-disclosures")}</p>
      ) : (
        <ul className={styles.orders}>
          {ledger.rows.map((row) => (
            <li key={row.id} className={styles.order}>
              <span>{format.date(row.at)}</span>
              <LinkTo path="/production" search={{ tab: "ledger", entry: row.id }}>
                {row.recipient}
              </LinkTo>
              <span>{row.batchNumber}</span>
            </li>
          ))}
        </ul>
      )}
      {ledger.hasMore ? (
        <ButtonRow>
          <Button size="small" onPress={ledger.loadMore}>
            {t("customer-disclosures-more")}
          </Button>
        </ButtonRow>
      ) : null}
    </Part>
  );
}
