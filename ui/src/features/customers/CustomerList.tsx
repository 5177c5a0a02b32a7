/** All customers in Finnish order from either end, searched while typing. */
import { Plus, Users } from "lucide-react";
import { useMemo } from "react";
import { useMay, usePagedMethod, type CustomerRow, type CustomerSort } from "../../api";
import { Badge, ListView, StateMark, type Column } from "../../components";
import { useDebounced } from "../../components/useDebounced";
import { useListSort, type ListSorts } from "../../components/useListSort";
import { useWindowMemory } from "../../components/useWindowMemory";
import { useFormat, useT } from "../../l10n";
import { useGo } from "../../navigation";
import { CustomerSummary } from "./CustomerSide";
import { customerName } from "./versions";

const SORTS: ListSorts<CustomerSort> = { name: ["name", "name_descending"] };

export function CustomerList() {
  const t = useT();
  const format = useFormat();
  const go = useGo();
  const may = useMay();
  const [search, setSearch] = useWindowMemory("customers.search", "");
  const [sort, order] = useListSort<CustomerSort>("customers", SORTS, "name");
  const wanted = useDebounced(search.trim());
  const customers = usePagedMethod("customer_search", { search: wanted, sort });

  const columns = useMemo<Column<CustomerRow>[]>(
    () => [
      {
        id: "name",
        header: t("customer-column-name"),
        width: 150,
        grow: 2,
        isStrong: true,
        cell: customerName,
      },
      {
        id: "phone",
        header: t("field-label-phone"),
        width: 148,
        grow: 0,
        cell: (row) => (row.isWithheld ? <Badge tone="protected">{t("protection-on")}</Badge> : row.phone),
      },
      {
        id: "email",
        header: t("field-label-email"),
        width: 176,
        grow: 4,
        cell: (row) => row.email,
      },
      {
        id: "town",
        header: t("customer-column-town"),
        width: 96,
        grow: 1,
        cell: (row) => row.town,
      },
      {
        id: "marketing",
        header: t("customer-column-marketing"),
        width: 108,
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

  return (
    <ListView
      id="customers"
      title={t("customers-title")}
      label={t("customers-list")}
      columns={columns}
      pages={customers}
      order={order}
      rowId={(row) => row.id}
      onOpen={(row) => go(`/customers/${row.id}`)}
      create={
        may("change_customers")
          ? { label: t("customers-new"), icon: Plus, run: () => go("/customers/new") }
          : null
      }
      search={{
        label: t("customers-search"),
        placeholder: t("customers-search-help"),
        value: search,
        onChange: setSearch,
      }}
      empty={{ icon: Users, text: t("customers-empty") }}
      narrowing={
        wanted
          ? {
              text: `${t("customers-none-found", { search: wanted })} ${t("customers-none-found-help")}`,
              clear: t("customers-clear-search"),
              onClear: () => setSearch(""),
            }
          : null
      }
      inspector={{ label: t("customer-card"), of: (row) => <CustomerSummary id={row.id} /> }}
      status={
        customers.total === null ? null : <span>{t("customers-count", { count: customers.total })}</span>
      }
    />
  );
}
