/** The order archive: every order, newest first, by state and search. */
import { Plus, ReceiptText, SearchX } from "lucide-react";
import { useMemo, useRef } from "react";
import { useMethod, usePagedMethod, type OrderRow, type OrderStateDto } from "../../api";
import {
  Button,
  DataTable,
  EmptyState,
  ErrorText,
  FilterChips,
  SearchField,
  ViewFrame,
  useKeys,
  type Column,
  type TableHandle,
} from "../../components";
import { LinkTo } from "../../components/LinkTo";
import { useDebounced } from "../../components/useDebounced";
import { useWindowMemory } from "../../components/useWindowMemory";
import { codeKey, useFormat, useLanguage, useT } from "../../l10n";
import { useGo, usePreference } from "../../navigation";
import { productName } from "./names";
import styles from "./Orders.module.css";
import { ORDER_STATES, OrderState } from "./states";
import { Totals } from "./Totals";

const isStates = (value: unknown): value is OrderStateDto[] =>
  Array.isArray(value) && value.every((entry) => ORDER_STATES.includes(entry as OrderStateDto));
const EVERY: OrderStateDto[] = [];

export function OrderList() {
  const t = useT();
  const format = useFormat();
  const go = useGo();
  const field = useRef<HTMLInputElement>(null);
  const table = useRef<TableHandle>(null);
  const [search, setSearch] = useWindowMemory("orders.search", "");
  const [current, setCurrent] = useWindowMemory<number | null>("orders.current", null);
  const [states, setStates] = usePreference("orders.states", EVERY, isStates);
  const wanted = useDebounced(search.trim());
  const orders = usePagedMethod("order_search", { search: wanted, states, customerId: null });

  const create = () => go("/orders/new");
  useKeys([
    { keys: "n", label: t("orders-new"), run: create },
    { keys: "/", label: t("orders-search"), run: () => field.current?.focus() },
  ]);

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

  const isFiltered = wanted !== "" || states.length > 0;
  const shown = orders.rows.find((row) => row.id === current) ?? orders.rows[0];
  return (
    <ViewFrame
      id="orders"
      title={t("orders-title")}
      actions={
        <Button variant="primary" icon={Plus} shortcut="N" onPress={create}>
          {t("orders-new")}
        </Button>
      }
      inspector={shown ? <OrderSummary id={shown.id} /> : undefined}
      inspectorLabel={t("order-totals")}
      status={orders.total === null ? null : <span>{t("orders-count", { count: orders.total })}</span>}
    >
      <div className={styles.bar}>
        <div className={styles.search}>
          <SearchField
            label={t("orders-search")}
            placeholder={t("orders-search-help")}
            value={search}
            onChange={setSearch}
            inputRef={field}
            onArrowDown={() => table.current?.focus()}
          />
        </div>
        <FilterChips
          label={t("orders-states")}
          chips={ORDER_STATES.map((state) => ({ id: state, label: t(codeKey("order-state", state)) }))}
          selected={new Set(states)}
          onChange={(chosen) => setStates(ORDER_STATES.filter((state) => chosen.has(state)))}
        />
      </div>
      <DataTable
        id="orders"
        label={t("orders-list")}
        columns={columns}
        rows={orders.rows}
        rowId={(row) => row.id}
        total={orders.total}
        hasMore={orders.hasMore}
        onLoadMore={orders.loadMore}
        isLoading={orders.isLoading}
        error={orders.error}
        onRetry={orders.retry}
        currentId={shown?.id ?? null}
        onCurrent={(row) => setCurrent(row.id)}
        onOpen={(row) => go(`/orders/${row.id}`)}
        tableRef={table}
        empty={
          isFiltered ? (
            <EmptyState
              icon={SearchX}
              text={t("orders-none-found")}
              action={
                <Button
                  onPress={() => {
                    setSearch("");
                    setStates(EVERY);
                  }}
                >
                  {t("orders-clear-filters")}
                </Button>
              }
            />
          ) : (
            <EmptyState
              icon={ReceiptText}
              text={t("orders-empty")}
              action={
                <Button variant="primary" icon={Plus} onPress={create}>
                  {t("orders-new")}
                </Button>
              }
            />
          )
        }
      />
    </ViewFrame>
  );
}

function OrderSummary({ id }: { id: number }) {
  const t = useT();
  const format = useFormat();
  const language = useLanguage();
  const go = useGo();
  const { data: order, error } = useMethod("order_get", { id });
  if (error)
    return (
      <div className={styles.part}>
        <ErrorText error={error} />
      </div>
    );
  if (order?.id !== id) return null;
  return (
    <div className={styles.side}>
      <section className={styles.part}>
        <div className={styles.partHead}>
          <h2 className={styles.number}>{order.number}</h2>
          <OrderState state={order.state} />
        </div>
        <LinkTo path={`/customers/${order.customerId}`}>{order.customerName}</LinkTo>
        {order.note ? <p className={styles.noteText}>{order.note}</p> : null}
        <div className={styles.row}>
          <Button size="small" shortcut="Enter" onPress={() => go(`/orders/${id}`)}>
            {t("history-open", { record: order.number })}
          </Button>
        </div>
      </section>
      <section className={styles.part}>
        <h2>{t("order-lines")}</h2>
        <ul className={styles.summaryLines}>
          {order.lines.map((line) => (
            <li key={line.id}>
              <span>{format.number(line.quantity)} ×</span>
              <span>{productName(line, language)}</span>
              <span>{format.money(line.totalCents)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className={styles.part}>
        <Totals totals={order.totals} />
      </section>
    </div>
  );
}
