/** An order at a glance, for the inspector that follows the archive. */
import { useMethod } from "../../api";
import { Button, ButtonRow, ErrorText, Part } from "../../components";
import { LinkTo } from "../../components/LinkTo";
import { useFormat, useLanguage, useT } from "../../l10n";
import { useGo } from "../../navigation";
import { productName } from "./names";
import styles from "./Orders.module.css";
import { OrderState } from "./states";
import { Totals } from "./Totals";

export function OrderSummary({ id }: { id: number }) {
  const t = useT();
  const format = useFormat();
  const language = useLanguage();
  const go = useGo();
  const { data: order, error } = useMethod("order_get", { id });
  if (error)
    return (
      <Part>
        <ErrorText error={error} />
      </Part>
    );
  if (order?.id !== id) return null;
  return (
    <>
      <Part title={order.number} aside={<OrderState state={order.state} />}>
        <LinkTo path={`/customers/${order.customerId}`}>{order.customerName}</LinkTo>
        {order.note ? <p className={styles.noteText}>{order.note}</p> : null}
        <ButtonRow>
          <Button size="small" shortcut="Enter" onPress={() => go(`/orders/${id}`)}>
            {t("history-open", { record: order.number })}
          </Button>
        </ButtonRow>
      </Part>
      <Part title={t("order-lines")}>
        <ul className={styles.summaryLines}>
          {order.lines.map((line) => (
            <li key={line.id}>
              <span>{format.number(line.quantity)} ×</span>
              <span>{productName(line, language)}</span>
              <span>{format.money(line.totalCents)}</span>
            </li>
          ))}
        </ul>
      </Part>
      <Part label={t("order-totals")}>
        <Totals totals={order.totals} />
      </Part>
    </>
  );
}
