/** What an order costs: net, VAT by rate, gross. The register computes; this shows. */
import type { OrderTotals } from "../../api";
import { useFormat, useT } from "../../l10n";
import styles from "./Orders.module.css";

export function Totals({ totals }: { totals: OrderTotals }) {
  const t = useT();
  const format = useFormat();
  return (
    <dl className={styles.totals}>
      <dt>{t("order-total-net")}</dt>
      <dd>{format.money(totals.netCents)}</dd>
      {totals.byRate.map((row) => (
        <div key={row.vatBp} className={styles.totalRow}>
          <dt>{t("order-total-vat", { rate: format.rate(row.vatBp) })}</dt>
          <dd>{format.money(row.vatCents)}</dd>
        </div>
      ))}
      <dt className={styles.gross}>{t("order-total-gross")}</dt>
      <dd className={styles.gross}>{format.money(totals.grossCents)}</dd>
    </dl>
  );
}
