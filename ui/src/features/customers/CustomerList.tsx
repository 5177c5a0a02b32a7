/** All customers in the language's order, searched while typing. */
import { Plus, SearchX, Users } from "lucide-react";
import { useMemo, useRef } from "react";
import { usePagedMethod, type CustomerRow } from "../../api";
import {
  Button,
  DataTable,
  EmptyState,
  SearchField,
  StateMark,
  ViewFrame,
  useKeys,
  type Column,
  type TableHandle,
} from "../../components";
import { useDebounced } from "../../components/useDebounced";
import { useWindowMemory } from "../../components/useWindowMemory";
import { useFormat, useT } from "../../l10n";
import { useGo } from "../../navigation";
import styles from "./Customers.module.css";
import { CustomerSummary } from "./CustomerSide";
import { customerName } from "./versions";

export function CustomerList() {
  const t = useT();
  const format = useFormat();
  const go = useGo();
  const field = useRef<HTMLInputElement>(null);
  const table = useRef<TableHandle>(null);
  const [search, setSearch] = useWindowMemory("customers.search", "");
  const [current, setCurrent] = useWindowMemory<number | null>("customers.current", null);
  const wanted = useDebounced(search.trim());
  const customers = usePagedMethod("customer_search", { search: wanted });

  const create = () => go("/customers/new");
  useKeys([
    { keys: "n", label: t("customers-new"), run: create },
    { keys: "/", label: t("customers-search"), run: () => field.current?.focus() },
  ]);

  const columns = useMemo<Column<CustomerRow>[]>(
    () => [
      {
        id: "name",
        header: t("customer-column-name"),
        width: 150,
        grow: 3,
        isStrong: true,
        cell: customerName,
      },
      { id: "phone", header: t("field-label-phone"), width: 148, grow: 0, cell: (row) => row.phone },
      { id: "email", header: t("field-label-email"), width: 150, grow: 3, cell: (row) => row.email },
      { id: "town", header: t("customer-column-town"), width: 100, grow: 1, cell: (row) => row.town },
      {
        id: "marketing",
        header: t("customer-column-marketing"),
        width: 116,
        grow: 0,
        cell: (row) =>
          row.isMarketingPermitted ? <StateMark tone="done" label={t("consent-permitted")} /> : "",
      },
      {
        id: "orders",
        header: t("customer-column-orders"),
        width: 88,
        grow: 0,
        align: "end",
        cell: (row) => (row.orders > 0 ? format.number(row.orders) : ""),
      },
    ],
    [t, format],
  );

  const shown = customers.rows.find((row) => row.id === current) ?? customers.rows[0];
  return (
    <ViewFrame
      id="customers"
      title={t("customers-title")}
      actions={
        <Button variant="primary" icon={Plus} shortcut="N" onPress={create}>
          {t("customers-new")}
        </Button>
      }
      inspector={shown ? <CustomerSummary id={shown.id} /> : undefined}
      inspectorLabel={t("customer-card")}
      status={
        customers.total === null ? null : <span>{t("customers-count", { count: customers.total })}</span>
      }
    >
      <div className={styles.bar}>
        <div className={styles.search}>
          <SearchField
            label={t("customers-search")}
            placeholder={t("customers-search-help")}
            value={search}
            onChange={setSearch}
            inputRef={field}
            onArrowDown={() => table.current?.focus()}
          />
        </div>
      </div>
      <DataTable
        id="customers"
        label={t("customers-list")}
        columns={columns}
        rows={customers.rows}
        rowId={(row) => row.id}
        total={customers.total}
        hasMore={customers.hasMore}
        onLoadMore={customers.loadMore}
        isLoading={customers.isLoading}
        error={customers.error}
        onRetry={customers.retry}
        currentId={shown?.id ?? null}
        onCurrent={(row) => setCurrent(row.id)}
        onOpen={(row) => go(`/customers/${row.id}`)}
        tableRef={table}
        empty={
          wanted ? (
            <EmptyState
              icon={SearchX}
              text={
                <>
                  {t("customers-none-found", { search: wanted })} {t("customers-none-found-help")}
                </>
              }
              action={<Button onPress={() => setSearch("")}>{t("customers-clear-search")}</Button>}
            />
          ) : (
            <EmptyState
              icon={Users}
              text={t("customers-empty")}
              action={
                <Button variant="primary" icon={Plus} onPress={create}>
                  {t("customers-new")}
                </Button>
              }
            />
          )
        }
      />
    </ViewFrame>
  );
}
