/** A draft order as it is here and as it is stored, side by side: what the one would write over in the other. */
import type { OrderDto, ProductDto } from "../../api";
import { cx } from "../../components";
import { useFormat, useLanguage, useT } from "../../l10n";
import { draftOf, type Draft } from "./draft";
import { productName } from "./names";
import styles from "./Orders.module.css";

export function OrderVersions({
  mine,
  theirs,
  products,
}: {
  mine: Draft;
  theirs: OrderDto;
  products: ProductDto[];
}) {
  const t = useT();
  const format = useFormat();
  const language = useLanguage();
  const stored = draftOf(theirs);
  const linesOf = (draft: Draft) =>
    draft.lines.map((line) => {
      const product = products.find((entry) => entry.id === line.productId);
      return [
        `${format.number(line.quantity)} × ${product ? productName(product.fields, language) : ""}`,
        line.frameName,
        format.money(line.unitPriceCents),
      ]
        .filter(Boolean)
        .join(" · ");
    });
  const rows = [
    { name: t("order-customer"), mine: [mine.customerName], theirs: [stored.customerName] },
    { name: t("order-lines"), mine: linesOf(mine), theirs: linesOf(stored) },
    { name: t("order-note"), mine: [mine.note], theirs: [stored.note] },
  ];
  const shown = (texts: string[]) => {
    const written = texts.filter(Boolean);
    if (written.length === 0) return <span className={styles.quiet}>{t("form-empty-value")}</span>;
    return written.map((text, index) => <div key={index}>{text}</div>);
  };
  return (
    <table className={styles.versions}>
      <thead>
        <tr>
          <th scope="col">{t("customer-stale-field")}</th>
          <th scope="col">{t("customer-stale-mine")}</th>
          <th scope="col">{t("customer-stale-theirs")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={row.name}
            className={cx(JSON.stringify(row.mine) !== JSON.stringify(row.theirs) && styles.differs)}
          >
            <th scope="row">{row.name}</th>
            <td>{shown(row.mine)}</td>
            <td>{shown(row.theirs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
