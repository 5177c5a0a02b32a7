/** One product, stored or new. */
import { useCall, useMethod, type ProductDto } from "../../api";
import { FormView, UnreadView } from "../../components";
import { useNewForm, useStoredForm } from "../../components/useStoredForm";
import { useLanguage, useT } from "../../l10n";
import { useGo } from "../../navigation";
import { productName } from "../orders/names";
import { NEW_PRODUCT, ProductFields } from "./ProductFields";
import { useRefusal } from "../staff/useRefusal";

function useParent() {
  const t = useT();
  const go = useGo();
  return { label: t("products-title"), onPress: () => go("/products") };
}

export function ProductPage({ id }: { id: number }) {
  const t = useT();
  const parent = useParent();
  const list = useMethod("product_list", {});
  const product = list.data?.products.find((entry) => entry.id === id);
  if (product) return <Stored key={id} product={product} onReread={() => list.refetch()} />;
  return (
    <UnreadView
      id="product"
      title={t("product-details")}
      parent={parent}
      error={list.error}
      onRetry={() => void list.refetch()}
      isMissing={list.isSuccess}
    />
  );
}

function Stored({ product, onReread }: { product: ProductDto; onReread(): Promise<unknown> }) {
  const t = useT();
  const language = useLanguage();
  const call = useCall();
  const refusal = useRefusal("manage_products");
  const form = useStoredForm(product, {
    update: (edit) => call("product_update", { id: product.id, ...edit }),
    reread: onReread,
    saved: t("product-saved"),
  });
  return (
    <FormView
      id="product"
      title={productName(form.base.fields, language)}
      parent={useParent()}
      label={t("product-details")}
      refusal={refusal}
      isDirty={form.isDirty}
      isSaving={form.isSaving}
      onSave={form.save}
      error={form.error}
      onReload={form.reload}
    >
      <ProductFields value={form.fields} onChange={form.setFields} error={form.error} />
    </FormView>
  );
}

export function NewProduct() {
  const t = useT();
  const go = useGo();
  const call = useCall();
  const form = useNewForm(NEW_PRODUCT, {
    create: (fields) => call("product_create", fields),
    made: t("product-created"),
    onMade: () => go("/products", {}, { replace: true }),
  });
  return (
    <FormView
      id="product-new"
      title={t("products-new")}
      parent={useParent()}
      label={t("products-new")}
      isNew
      isDirty={form.isDirty}
      isSaving={form.isSaving}
      onSave={form.save}
      error={form.error}
    >
      <ProductFields value={form.fields} onChange={form.setFields} error={form.error} autoFocus />
    </FormView>
  );
}
