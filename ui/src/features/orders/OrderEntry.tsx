/**
 * Entering an order: customer, products by code, photos. Made for the keyboard: each choice leads to the next field, and
 * the product field is where the hand comes back to.
 */
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useMethod, type ProductDto } from "../../api";
import { TextField, useToast } from "../../components";
import { codeKey, useLanguage, useT } from "../../l10n";
import { CustomerPicker } from "./CustomerPicker";
import { lineOf, withPhotos, withoutLine, type DraftLine } from "./draft";
import { productName } from "./names";
import { DraftLines } from "./OrderLines";
import styles from "./Orders.module.css";
import { PhotoPicker } from "./PhotoPicker";
import { ProductPicker } from "./ProductPicker";
import type { OrderInHand } from "./useOrder";

const NO_PRODUCTS: ProductDto[] = [];

export function OrderEntry({ hand, children }: { hand: OrderInHand; children: ReactNode }) {
  const t = useT();
  const language = useLanguage();
  const toast = useToast();
  const products = useMethod("product_list", {}).data?.products ?? NO_PRODUCTS;
  const productField = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [pickingKey, setPickingKey] = useState<number | null>(null);
  const { draft, setDraft } = hand;
  const setLines = (change: (lines: DraftLine[]) => DraftLine[]) =>
    setDraft((now) => ({ ...now, lines: change(now.lines) }));
  const problemOf = (field: string) => {
    const found = hand.error?.problem(field);
    return found ? t(codeKey("field", found)) : undefined;
  };
  const isPicking = draft.lines.some((line) => line.key === pickingKey);

  const add = (product: ProductDto) => {
    const line = lineOf(product);
    setLines((lines) => [...lines, line]);
    if (product.fields.print) setPickingKey(line.key);
  };
  const noticesToTakeBack = useRef<(() => void)[]>([]);
  useEffect(() => {
    const notices = noticesToTakeBack.current;
    return () => notices.forEach((takeBack) => takeBack());
  }, []);
  const remove = (line: DraftLine) => {
    const at = draft.lines.indexOf(line);
    const product = products.find((entry) => entry.id === line.productId);
    setLines((lines) => withoutLine(lines, line.key));
    productField.current?.focus();
    const takeBack = toast({
      tone: "info",
      text: t("order-line-removed", { product: product ? productName(product.fields, language) : "" }),
      undo: () => setLines((lines) => [...lines.slice(0, at), line, ...lines.slice(at)]),
    });
    noticesToTakeBack.current.push(takeBack);
  };
  const closePicker = (key: number) => {
    setPickingKey(null);
    body.current?.querySelector<HTMLElement>(`[data-line="${key}"]`)?.focus();
  };

  return (
    <div ref={body} className={styles.page}>
      <div className={styles.scroll}>
        {children}
        <div className={styles.top}>
          <CustomerPicker
            id={draft.customerId}
            name={draft.customerName}
            onChange={(customerId, customerName) => {
              setDraft((now) => ({ ...now, customerId, customerName }));
              productField.current?.focus();
            }}
            error={hand.isCustomerMissing ? t("order-customer-needed") : undefined}
            autoFocus={draft.customerId === null}
          />
        </div>
        <h2>{t("order-lines")}</h2>
        {problemOf("lines") ? <p className={styles.problem}>{t("order-lines-too-many")}</p> : null}
        {draft.lines.length > 0 ? (
          <DraftLines
            lines={draft.lines}
            products={products}
            error={hand.error}
            pickingKey={pickingKey}
            onChange={(key, part) =>
              setLines((lines) => lines.map((line) => (line.key === key ? { ...line, ...part } : line)))
            }
            onRemove={remove}
            onPick={setPickingKey}
          />
        ) : (
          <p className={styles.quiet}>{t("order-no-lines")}</p>
        )}
        <div className={styles.add}>
          <ProductPicker
            products={products}
            onAdd={add}
            inputRef={productField}
            autoFocus={draft.customerId !== null && hand.order === null}
          />
        </div>
        <div className={styles.note}>
          <TextField
            label={t("order-note")}
            name="note"
            error={problemOf("note")}
            value={draft.note}
            onChange={(note) => setDraft((now) => ({ ...now, note }))}
            isMultiline
          />
        </div>
      </div>
      {pickingKey !== null && isPicking ? (
        <PhotoPicker
          key={pickingKey}
          onUse={(photos) => {
            setLines((lines) => withPhotos(lines, pickingKey, photos));
            setPickingKey(null);
            productField.current?.focus();
          }}
          onClose={() => closePicker(pickingKey)}
        />
      ) : null}
    </div>
  );
}
