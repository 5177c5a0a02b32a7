/** The order archive: every order, by number or customer as the core sorts them, by state and search. */
import { Plus, ReceiptText } from "lucide-react";
import { useMemo } from "react";
import { useMay, usePagedMethod, type OrderRow, type OrderSort, type OrderStateDto } from "../../api";
import { FilterChips, ListView, type Column } from "../../components";
import { useDebounced } from "../../components/useDebounced";
import { useListSort, type ListSorts } from "../../components/useListSort";
import { useWindowMemory } from "../../components/useWindowMemory";
import { codeKey, useFormat, useT } from "../../l10n";
import { useGo, usePreference } from "../../navigation";
import { OrderSummary } from "./OrderSummary";
import { ORDER_STATES, OrderState } from "./states";

const isStates = (value: unknown): value is OrderStateDto[] =>
  Array.isArray(value) && value.every((entry) => ORDER_STATES.includes(entry as OrderStateDto));
const EVERY: OrderStateDto[] = [];
const SORTS: ListSorts<OrderSort> = {
  number: ["number", "number_descending"],
  customer: ["customer", "customer_descending"],
};

export function OrderList() {
  const t = useT();
  const format = useFormat();
  const go = useGo();
  const may = useMay();
  const [search, setSearch] = useWindowMemory("orders.search", "");
  const [states, setStates] = usePreference("orders.states", EVERY, isStates);
  const [sort, order] = useListSort<OrderSort>("orders", SORTS, "number_descending");
  const wanted = useDebounced(search.trim());
  const orders = usePagedMethod("order_search", { search: wanted, sort, states, customerId: null });

  const columns = useMemo<Column<OrderRow>[]>(
    () => [
      {
        id: "number",
        header: t("order-column-number"),
        width: 112,
        grow: 0,
        isStrong: true,
        cell: (row) => row.number,
      },
      {
        id: "customer",
        header: t("order-column-customer"),
        width: 180,
        grow: 3,
        cell: (row) => row.customerName,
      },
      {
        id: "state",
        header: t("order-column-state"),
        width: 140,
        grow: 0,
        cell: (row) => <OrderState state={row.state} />,
      },
      {
        id: "created",
        header: t("order-column-created"),
        width: 116,
        grow: 0,
        cell: (row) => format.date(row.createdAt),
      },
      {
        id: "pieces",
        header: t("order-column-pieces"),
        width: 64,
        grow: 0,
        align: "end",
        cell: (row) => format.number(row.pieces),
      },
      {
        id: "total",
        header: t("order-column-total"),
        width: 112,
        grow: 0,
        align: "end",
        cell: (row) => format.money(row.grossCents),
      },
    ],
    [t, format],
  );

  return (
    <ListView
      id="orders"
      title={t("orders-title")}
      label={t("orders-list")}
      columns={columns}
      pages={orders}
      order={order}
      rowId={(row) => row.id}
      onOpen={(row) => go(`/orders/${row.id}`)}
      create={
        may("take_orders") ? { label: t("orders-new"), icon: Plus, run: () => go("/orders/new") } : null
      }
      search={{
        label: t("orders-search"),
        placeholder: t("orders-search-help"),
        value: search,
        onChange: setSearch,
      }}
      filters={
        <FilterChips
          label={t("orders-states")}
          chips={ORDER_STATES.map((state) => ({ id: state, label: t(codeKey("order-state", state)) }))}
          selected={new Set(states)}
          onChange={(chosen) => setStates(ORDER_STATES.filter((state) => chosen.has(state)))}
        />
      }
      empty={{ icon: ReceiptText, text: t("orders-empty") }}
      narrowing={
        wanted || states.length > 0
          ? {
              text: t("orders-none-found"),
              clear: t("orders-clear-filters"),
              onClear: () => {
                setSearch("");
                setStates(EVERY);
              },
            }
          : null
      }
      inspector={{ label: t("order-totals"), of: (row) => <OrderSummary id={row.id} /> }}
      status={orders.total === null ? null : <span>{t("orders-count", { count: orders.total })}</span>}
    />
  );
}
