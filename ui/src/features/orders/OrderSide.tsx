/** Beside an order: what it costs, when it moved, and in which batches it was handed over. */
import type { OrderDto, OrderTotals } from "../../api";
import { Part } from "../../components";
import { NumberLinks } from "../../components/NumberLinks";
import { useFormat, useT } from "../../l10n";
import { RecordHistory } from "../history/RecordHistory";
import styles from "./Orders.module.css";
import { Totals } from "./Totals";

export function OrderSide({ order, totals }: { order: OrderDto | null; totals: OrderTotals | null }) {
  const t = useT();
  const format = useFormat();
  const course = order
    ? ([
        { key: "order-at-created", at: order.createdAt },
        { key: "order-at-confirmed", at: order.confirmedAt },
        { key: "order-at-sent", at: order.sentAt },
        { key: "order-at-delivered", at: order.deliveredAt },
        { key: "order-at-cancelled", at: order.cancelledAt },
      ] as const)
    : [];
  return (
    <>
      <Part title={t("order-totals")} isLive>
        {totals ? <Totals totals={totals} /> : null}
      </Part>
      {order ? (
        <Part title={t("order-course")}>
          <ul className={styles.course}>
            {course.map(({ key, at }) =>
              at === null ? null : (
                <li key={key}>
                  <span>{t(key)}</span>
                  <span>{format.dateTime(at)}</span>
                </li>
              ),
            )}
          </ul>
        </Part>
      ) : null}
      {order && order.batches.length > 0 ? (
        <Part title={t("order-batches")}>
          <NumberLinks records={order.batches} folder="/production" />
        </Part>
      ) : null}
      {order ? <RecordHistory entity="order" id={order.id} /> : null}
    </>
  );
}
