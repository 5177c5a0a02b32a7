/** Lines of an order: to edit while it is a draft, to read afterwards. */
import { ImagePlus, Trash2 } from "lucide-react";
import type { OrderDto, ProductDto } from "../../api";
import { ICON, IconButton, MoneyField, NumberField, cx } from "../../components";
import { codeKey, useFormat, useLanguage, useT } from "../../l10n";
import type { ApiError } from "../../api";
import { Photo } from "../frames/Photo";
import type { DraftLine } from "./draft";
import { productName } from "./names";
import styles from "./Orders.module.css";

/** The register's own limits, which a problem names. */
const MOST_PIECES = 999;
const HIGHEST_PRICE_CENTS = 9_999_999;

function Head({ isEditing }: { isEditing: boolean }) {
  const t = useT();
  return (
    <thead>
      <tr>
        <th scope="col">{t("order-line-product")}</th>
        <th scope="col">{t("order-line-photo")}</th>
        <th scope="col" className={styles.end}>
          {t("order-line-quantity")}
        </th>
        <th scope="col" className={styles.end}>
          {t("order-line-price")}
        </th>
        <th scope="col" className={styles.end}>
          {t("order-line-total")}
        </th>
        {isEditing ? (
          <th scope="col">
            <span className="visually-hidden">{t("order-line-actions")}</span>
          </th>
        ) : null}
      </tr>
    </thead>
  );
}

export function DraftLines({
  lines,
  products,
  error,
  pickingKey,
  onChange,
  onRemove,
  onPick,
}: {
  lines: DraftLine[];
  products: ProductDto[];
  error: ApiError | null;
  /** The line whose photo is being chosen. */
  pickingKey: number | null;
  onChange(key: number, part: Partial<DraftLine>): void;
  onRemove(line: DraftLine): void;
  onPick(key: number): void;
}) {
  const t = useT();
  const format = useFormat();
  const language = useLanguage();
  const problem = (index: number, field: string) => {
    const found = error?.problem(`lines.${index}.${field}`);
    if (found === "out_of_range")
      return t("field-out-of-range-limits", {
        least: field === "quantity" ? format.number(1) : format.money(0),
        most: field === "quantity" ? format.number(MOST_PIECES) : format.money(HIGHEST_PRICE_CENTS),
      });
    return found ? t(codeKey("field", found)) : undefined;
  };
  return (
    <table className={styles.lines}>
      <Head isEditing />
      <tbody>
        {lines.map((line, index) => {
          const product = products.find((entry) => entry.id === line.productId);
          const number = index + 1;
          return (
            <tr key={line.key} className={cx(pickingKey === line.key && styles.picking)}>
              <td>
                <span className={styles.product}>
                  <span className={styles.code}>{product?.fields.code}</span>
                  <span>{product ? productName(product.fields, language) : ""}</span>
                </span>
                {problem(index, "productId") ? (
                  <span className={styles.problem}>{t("order-line-inactive")}</span>
                ) : null}
              </td>
              <td>
                {product?.fields.print ? (
                  <PhotoButton line={line} number={number} onPress={() => onPick(line.key)} />
                ) : (
                  <span className={styles.quiet}>{t("order-line-no-photo")}</span>
                )}
                {problem(index, "frameId") ? (
                  <span className={styles.problem}>{problem(index, "frameId")}</span>
                ) : null}
              </td>
              <td className={styles.quantity}>
                <NumberField
                  label={t("order-line-quantity-of", { line: number })}
                  hideLabel
                  value={line.quantity}
                  min={1}
                  max={MOST_PIECES}
                  onChange={(quantity) => onChange(line.key, { quantity })}
                  error={problem(index, "quantity")}
                />
              </td>
              <td className={styles.price}>
                <MoneyField
                  label={t("order-line-price-of", { line: number })}
                  hideLabel
                  value={line.unitPriceCents}
                  onChange={(unitPriceCents) => onChange(line.key, { unitPriceCents })}
                  error={problem(index, "unitPriceCents")}
                />
              </td>
              <td className={styles.end}>{format.money(line.quantity * line.unitPriceCents)}</td>
              <td className={styles.remove}>
                <IconButton
                  icon={Trash2}
                  size="small"
                  label={t("order-line-remove", { line: number })}
                  onPress={() => onRemove(line)}
                />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function PhotoButton({ line, number, onPress }: { line: DraftLine; number: number; onPress(): void }) {
  const t = useT();
  const isMissing = line.frameId === null;
  return (
    <button
      type="button"
      data-line={line.key}
      className={cx(styles.photo, isMissing && styles.photoMissing)}
      aria-label={
        isMissing
          ? t("order-line-choose-photo-of", { line: number })
          : t("order-line-change-photo", { name: line.frameName ?? "", line: number })
      }
      onClick={onPress}
    >
      {line.frameId === null ? <ImagePlus {...ICON} /> : <Photo id={line.frameId} alt="" isTiny />}
      <span>{line.frameId === null ? t("order-line-choose-photo") : line.frameName}</span>
    </button>
  );
}

export function StoredLines({ order }: { order: OrderDto }) {
  const t = useT();
  const format = useFormat();
  const language = useLanguage();
  return (
    <table className={styles.lines}>
      <Head isEditing={false} />
      <tbody>
        {order.lines.map((line) => (
          <tr key={line.id}>
            <td>
              <span className={styles.product}>
                <span className={styles.code}>{line.productCode}</span>
                <span>{productName(line, language)}</span>
              </span>
            </td>
            <td>
              {line.frameId !== null ? (
                <span className={styles.photoShown}>
                  <Photo id={line.frameId} alt="" isTiny />
                  <span>{line.frameName}</span>
                </span>
              ) : (
                <span className={line.isPrint ? styles.problem : styles.quiet}>
                  {t(line.isPrint ? "order-line-needs-photo" : "order-line-no-photo")}
                </span>
              )}
            </td>
            <td className={styles.end}>{format.number(line.quantity)}</td>
            <td className={styles.end}>{format.money(line.unitPriceCents)}</td>
            <td className={styles.end}>{format.money(line.totalCents)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
