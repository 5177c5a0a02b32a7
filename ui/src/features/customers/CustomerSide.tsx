/** What stands beside a customer's details: permission with its proofs, orders, and what was handed to whom. */
import { Plus } from "lucide-react";
import { useState } from "react";
import { useAct, useMethod, usePagedMethod, type CustomerDto } from "../../api";
import { Badge, Button, ErrorText, useToast } from "../../components";
import { LinkTo } from "../../components/LinkTo";
import { useFormat, useT } from "../../l10n";
import { useGo } from "../../navigation";
import { OrderState } from "../orders/states";
import styles from "./Customers.module.css";
import { MarketingQuestion, UNANSWERED, consentEntry } from "./MarketingQuestion";
import { customerName } from "./versions";

/** Follows the row that the focus is on in the list. */
export function CustomerSummary({ id }: { id: number }) {
  const t = useT();
  const go = useGo();
  const { data: customer, error } = useMethod("customer_get", { id });
  if (error)
    return (
      <div className={styles.part}>
        <ErrorText error={error} />
      </div>
    );
  if (customer?.id !== id) return null;
  const { fields } = customer;
  const place = [fields.postalCode, fields.town].filter(Boolean).join(" ");
  const lines = [fields.phone, fields.email, fields.street, place].filter(Boolean);
  return (
    <div className={styles.side}>
      <section className={styles.part}>
        <h2 className={styles.name}>{customerName(fields)}</h2>
        {lines.length > 0 ? (
          <div className={styles.contact}>
            {lines.map((line) => (
              <span key={line}>{line}</span>
            ))}
          </div>
        ) : null}
        {fields.note ? <p className={styles.note}>{fields.note}</p> : null}
        <div className={styles.row}>
          <Button size="small" shortcut="Enter" onPress={() => go(`/customers/${id}`)}>
            {t("customer-card")}
          </Button>
        </div>
      </section>
      <section className={styles.part}>
        <div className={styles.row}>
          <Permission isPermitted={customer.isMarketingPermitted} />
        </div>
      </section>
      <CustomerOrders id={id} />
    </div>
  );
}

/** For the customer's own page. */
export function CustomerSide({ customer }: { customer: CustomerDto }) {
  return (
    <div className={styles.side}>
      <Consents customer={customer} />
      <CustomerOrders id={customer.id} />
      <CustomerDisclosures id={customer.id} />
    </div>
  );
}

export function Permission({ isPermitted }: { isPermitted: boolean }) {
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
  const [isAsking, setAsking] = useState(false);
  const [answer, setAnswer] = useState(UNANSWERED);
  const [isMissing, setMissing] = useState(false);
  const [askedIn, setAskedIn] = useState(customer.fields.language);
  // The answer belongs to the words that were read out.
  if (askedIn !== customer.fields.language) {
    setAskedIn(customer.fields.language);
    setAnswer({ ...answer, isGiven: null });
  }
  const record = useAct("consent_record", {
    onDone: () => {
      setAsking(false);
      setAnswer(UNANSWERED);
      toast({ text: t("consent-recorded") });
    },
  });
  const send = () => {
    const entry = consentEntry(answer, customer.fields.language);
    setMissing(entry === null);
    if (entry) record.mutate({ customerId: customer.id, marketing: entry });
  };
  return (
    <section className={styles.part} aria-label={t("consent-title")}>
      <div className={styles.partHead}>
        <h2>{t("consent-title")}</h2>
        <Permission isPermitted={customer.isMarketingPermitted} />
      </div>
      {isAsking ? (
        <>
          <MarketingQuestion
            language={customer.fields.language}
            answer={answer}
            onChange={setAnswer}
            isMissing={isMissing && answer.isGiven === null}
          />
          {record.error ? <ErrorText error={record.error} /> : null}
          <div className={styles.row}>
            <Button variant="primary" onPress={send} isPending={record.isPending}>
              {t("consent-record")}
            </Button>
            <Button onPress={() => setAsking(false)}>{t("form-cancel")}</Button>
          </div>
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
          <div className={styles.row}>
            <Button size="small" onPress={() => setAsking(true)}>
              {t("consent-new-answer")}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function CustomerOrders({ id }: { id: number }) {
  const t = useT();
  const format = useFormat();
  const go = useGo();
  const orders = usePagedMethod("order_search", { search: "", states: [], customerId: id }, { limit: 50 });
  return (
    <section className={styles.part} aria-label={t("customer-orders")}>
      <div className={styles.partHead}>
        <h2>{t("customer-orders")}</h2>
        <Button size="small" icon={Plus} onPress={() => go("/orders/new", { customer: id })}>
          {t("customer-new-order")}
        </Button>
      </div>
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
        <div className={styles.row}>
          <Button size="small" onPress={orders.loadMore}>
            {t("customer-more-orders")}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function CustomerDisclosures({ id }: { id: number }) {
  const t = useT();
  const format = useFormat();
  const ledger = usePagedMethod("disclosure_list", { customerId: id }, { limit: 50 });
  return (
    <section className={styles.part} aria-label={t("customer-disclosures")}>
      <h2>{t("customer-disclosures")}</h2>
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
        <div className={styles.row}>
          <Button size="small" onPress={ledger.loadMore}>
            {t("customer-disclosures-more")}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
