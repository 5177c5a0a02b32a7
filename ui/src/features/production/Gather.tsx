/** Confirmed orders that wait to be gathered into a batch. */
import { PackageOpen } from "lucide-react";
import { useMemo } from "react";
import { usePagedMethod, type OrderRow, type OrderStateDto } from "../../api";
import { Button, ListTable, Status, Toolbar, type Column } from "../../components";
import { ListSearch } from "../../components/ListSearch";
import { useCurrentRow } from "../../components/useCurrentRow";
import { useDebounced } from "../../components/useDebounced";
import { useWindowMemory } from "../../components/useWindowMemory";
import { useFormat, useT } from "../../l10n";
import { useGo } from "../../navigation";
import { HandOver } from "./HandOver";
import styles from "./Production.module.css";
import { usePickedOrders } from "./usePickedOrders";

const READY: OrderStateDto[] = ["confirmed"];
const rowId = (row: OrderRow) => row.id;

const useWaiting = (search: string) =>
  usePagedMethod(
    "order_search",
    { search, sort: "number_descending", states: READY, customerId: null },
    { limit: 200 },
  );

export function Gather() {
  const t = useT();
  const format = useFormat();
  const go = useGo();
  const [picked, setPicked] = usePickedOrders();
  const [search, setSearch] = useWindowMemory("production.search", "");
  const wanted = useDebounced(search.trim());
  const all = useWaiting("");
  const orders = useWaiting(wanted);
  const isBare = all.total === 0;
  const { focus, toTop, table: atRow } = useCurrentRow("production", orders, rowId);
  const selected = useMemo(() => {
    const known = all.total === null ? null : new Set(all.rows.map((row) => row.id));
    return picked.filter((id) => known?.has(id) ?? true).sort((a, b) => a - b);
  }, [picked, all.total, all.rows]);

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
      {all.total === null ? null : (
        <Status>
          <span>{t("production-waiting", { count: all.total })}</span>
        </Status>
      )}
      <div className={styles.list}>
        {isBare ? null : (
          <Toolbar label={t("app-list-tools")}>
            <ListSearch
              label={t("orders-search")}
              placeholder={t("orders-search-help")}
              value={search}
              onChange={setSearch}
              table={{ focus, toTop }}
            />
            <div className={styles.picked} role="status">
              {selected.length > 0 && all.total !== null && all.total > selected.length
                ? t("production-selected-of", { count: selected.length, total: all.total })
                : t("production-selected", { count: selected.length })}
              {selected.length > 0 ? (
                <Button size="small" variant="quiet" onPress={() => setPicked([])}>
                  {t("production-select-none")}
                </Button>
              ) : null}
            </div>
          </Toolbar>
        )}
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
          narrowing={
            wanted && !isBare
              ? {
                  text: t("production-none-found"),
                  clear: t("orders-clear-filters"),
                  onClear: () => setSearch(""),
                }
              : null
          }
        />
      </div>
      <aside className={styles.aside} aria-label={t("plan-title")}>
        <HandOver
          orderIds={selected}
          resendOfId={null}
          firstPartnerId={null}
          onHandedOver={(batchId) => {
            setPicked([]);
            go(`/production/${batchId}`);
          }}
        />
      </aside>
    </div>
  );
}
