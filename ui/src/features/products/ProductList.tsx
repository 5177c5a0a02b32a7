/** The product list: small enough to be read whole, sorted and filtered here. */
import { Package, Plus } from "lucide-react";
import { useMemo } from "react";
import { wholeList, useMay, useMethod, type ProductDto, type VatRate } from "../../api";
import { Badge, ListView, Switch, type Column } from "../../components";
import { useWindowMemory } from "../../components/useWindowMemory";
import { useFormat, useLanguage, useT } from "../../l10n";
import { isBoolean, useGo, usePreference } from "../../navigation";
import { productName } from "../orders/names";

const NONE: ProductDto[] = [];
const NO_RATES: VatRate[] = [];

export function ProductList() {
  const t = useT();
  const format = useFormat();
  const language = useLanguage();
  const go = useGo();
  const may = useMay();
  const [search, setSearch] = useWindowMemory("products.search", "");
  const [isAllShown, setAllShown] = usePreference("products.all", false, isBoolean);
  const list = useMethod("product_list", {});
  const products = list.data?.products ?? NONE;
  const rates = list.data?.vatRates ?? NO_RATES;

  const rows = useMemo(() => {
    const wanted = search.trim().toLocaleLowerCase();
    return products.filter(
      ({ fields }) =>
        (isAllShown || fields.isActive) &&
        [fields.code, fields.nameFi, fields.nameSv, fields.nameEn].some((text) =>
          text.toLocaleLowerCase().includes(wanted),
        ),
    );
  }, [products, search, isAllShown]);

  const columns = useMemo<Column<ProductDto>[]>(
    () => [
      {
        id: "code",
        header: t("product-column-code"),
        width: 112,
        grow: 0,
        isStrong: true,
        cell: (row) => row.fields.code,
        sortValue: (row) => row.fields.code,
      },
      {
        id: "name",
        header: t("product-column-name"),
        width: 200,
        grow: 3,
        cell: (row) => productName(row.fields, language),
        sortValue: (row) => productName(row.fields, language),
      },
      {
        id: "size",
        header: t("product-column-size"),
        width: 160,
        grow: 1,
        cell: ({ fields }) =>
          fields.print
            ? [fields.print.size, fields.print.surface].filter(Boolean).join(" ")
            : t("product-no-print"),
        sortValue: ({ fields }) => fields.print?.size ?? null,
      },
      {
        id: "price",
        header: t("product-column-price"),
        width: 104,
        grow: 0,
        align: "end",
        cell: (row) => format.money(row.fields.priceCents),
        sortValue: (row) => row.fields.priceCents,
      },
      {
        id: "vat",
        header: t("product-column-vat"),
        width: 88,
        grow: 0,
        align: "end",
        cell: (row) => {
          const rate = rates.find((entry) => entry.class === row.fields.vatClass);
          return rate ? format.rate(rate.vatBp) : "";
        },
        sortValue: (row) => rates.find((rate) => rate.class === row.fields.vatClass)?.vatBp ?? 0,
      },
      {
        id: "state",
        header: t("product-column-state"),
        width: 128,
        grow: 0,
        cell: (row) =>
          row.fields.isActive ? (
            <Badge tone="done">{t("product-active")}</Badge>
          ) : (
            <Badge>{t("product-inactive")}</Badge>
          ),
      },
    ],
    [t, format, language, rates],
  );

  return (
    <ListView
      id="products"
      title={t("products-title")}
      label={t("products-list")}
      columns={columns}
      pages={wholeList(list, rows)}
      rowId={(row) => row.id}
      onOpen={(row) => go(`/products/${row.id}`)}
      create={
        may("manage_products")
          ? { label: t("products-new"), icon: Plus, run: () => go("/products/new") }
          : null
      }
      search={{ label: t("products-search"), value: search, onChange: setSearch }}
      filters={
        <Switch isSelected={isAllShown} onChange={setAllShown}>
          {t("products-show-inactive")}
        </Switch>
      }
      empty={{ icon: Package, text: t("products-empty") }}
      narrowing={
        products.length > 0
          ? {
              text: t("products-none-found"),
              clear: t("customers-clear-search"),
              onClear: () => {
                setSearch("");
                setAllShown(true);
              },
            }
          : null
      }
      status={<span>{t("products-count", { count: rows.length })}</span>}
    />
  );
}
