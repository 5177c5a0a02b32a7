/** Adds a product to an order: a code or a part of its name, then Enter. */
import { useState, type Ref } from "react";
import type { ProductDto } from "../../api";
import { ComboBox } from "../../components";
import { useFormat, useLanguage, useT } from "../../l10n";
import { matchingProducts } from "./draft";
import { productName } from "./names";

export function ProductPicker({
  products,
  onAdd,
  inputRef,
  autoFocus = false,
}: {
  products: ProductDto[];
  onAdd(product: ProductDto): void;
  inputRef: Ref<HTMLInputElement>;
  autoFocus?: boolean;
}) {
  const t = useT();
  const format = useFormat();
  const language = useLanguage();
  const [text, setText] = useState("");
  const matches = matchingProducts(products, text);
  const add = (product: ProductDto | undefined) => {
    if (!product) return;
    setText("");
    onAdd(product);
  };
  return (
    <div
      onKeyDownCapture={(event) => {
        const isOnOption = (event.target as HTMLElement).getAttribute("aria-activedescendant");
        if (event.key !== "Enter" || event.ctrlKey || isOnOption || !text.trim() || !matches[0]) return;
        event.preventDefault();
        event.stopPropagation();
        add(matches[0]);
      }}
    >
      <ComboBox<number>
        label={t("order-add-product")}
        help={t("order-add-product-help")}
        autoFocus={autoFocus}
        inputRef={inputRef}
        choices={matches.map((product) => ({
          id: product.id,
          label: `${product.fields.code}  ${productName(product.fields, language)}`,
          note: format.money(product.fields.priceCents),
        }))}
        inputValue={text}
        onInputChange={setText}
        value={null}
        onChange={(id) => add(products.find((product) => product.id === id))}
        emptyText={t("order-product-none")}
      />
    </div>
  );
}
