/** Confirmed orders that wait to be gathered into a batch. */
import { PackageOpen } from "lucide-react";
import { useMemo } from "react";
import { usePagedMethod, type OrderRow, type OrderStateDto } from "../../api";
import { Button, ListTable, Status, type Column } from "../../components";
import { useCurrentRow } from "../../components/useCurrentRow";
import { useWindowMemory } from "../../components/useWindowMemory";
import { useFormat, useT } from "../../l10n";
import { useGo } from "../../navigation";
import { HandOver } from "./HandOver";
import styles from "./Production.module.css";

const READY: OrderStateDto[] = ["confirmed"];
const NONE: number[] = [];
const rowId = (row: OrderRow) => row.id;

export function Gather() {
  const t = useT();
  const format = useFormat();
  const go = useGo();
  const [picked, setPicked] = useWindowMemory<number[]>("production.orders", NONE);
  const orders = usePagedMethod(
    "order_search",
    { search: "", states: READY, customerId: null },
    { limit: 200 },
  );
  const { table: atRow } = useCurrentRow("production", orders, rowId);
  const selected = useMemo(() => {
    const waiting = new Set(orders.rows.map((row) => row.id));
    return picked.filter((id) => waiting.has(id)).sort((a, b) => a - b);
  }, [picked, orders.rows]);

  const columns = useMemo<Column<OrderRow>[]>(
    () => [
      {
        id: "number",
        header: t("order-column-number"),
        width: 104,
        grow: 0,
        isStrong: true,
        cell: (row) => row.number,
        sortValue: (row) => row.number,
      },
      {
        id: "customer",
        header: t("order-column-customer"),
        width: 140,
        grow: 3,
        cell: (row) => row.customerName,
        sortValue: (row) => row.customerName,
      },
      {
        id: "created",
        header: t("order-column-created"),
        width: 116,
        grow: 0,
        cell: (row) => format.date(row.createdAt),
        sortValue: (row) => row.createdAt,
      },
      {
        id: "pieces",
        header: t("order-column-pieces"),
        width: 64,
        grow: 0,
        align: "end",
        cell: (row) => format.number(row.pieces),
        sortValue: (row) => row.pieces,
      },
    ],
    [t, format],
  );

  return (
    <div className={styles.split}>
      {orders.total === null ? null : (
        <Status>
          <span>{t("production-waiting", { count: orders.total })}</span>
        </Status>
      )}
      <div className={styles.list}>
        <div className={styles.listBar} role="status">
          {selected.length > 0 && orders.total !== null && orders.total > selected.length
            ? t("production-selected-of", { count: selected.length, total: orders.total })
            : t("production-selected", { count: selected.length })}
          {selected.length > 0 ? (
            <Button size="small" variant="quiet" onPress={() => setPicked(NONE)}>
              {t("production-select-none")}
            </Button>
          ) : null}
        </div>
        <ListTable
          id="production"
          label={t("production-ready")}
          columns={columns}
          pages={orders}
          rowId={rowId}
          {...atRow}
          onOpen={(row) => go(`/orders/${row.id}`)}
          selection={{
            selected: new Set(selected),
            onChange: (ids) => setPicked([...ids]),
            rowLabel: (id) =>
              t("production-select-order", {
                number: orders.rows.find((row) => row.id === id)?.number ?? "",
              }),
          }}
          empty={{
            icon: PackageOpen,
            text: t("production-ready-empty"),
            action: <Button onPress={() => go("/orders")}>{t("production-open-orders")}</Button>,
          }}
        />
      </div>
      <aside className={styles.aside} aria-label={t("plan-title")}>
        <HandOver
          orderIds={selected}
          resendOfId={null}
          firstPartnerId={null}
          onHandedOver={(batchId) => {
            setPicked(NONE);
            go(`/production/${batchId}`);
          }}
        />
      </aside>
    </div>
  );
}
