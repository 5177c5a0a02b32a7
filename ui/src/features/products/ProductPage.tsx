/** One product, stored or new. */
import { useState } from "react";
import { useAct, useMethod, type ProductDto } from "../../api";
import { Button, ErrorText, ViewFrame, useKeys, useToast } from "../../components";
import { NotFound } from "../../components/NotFound";
import { StaleBanner } from "../../components/StaleBanner";
import { focusFirstError, focusOddField } from "../../components/focusFirstError";
import { useEditing } from "../../components/useEditing";
import { useLeaveGuard } from "../../components/useLeaveGuard";
import { useLanguage, useT } from "../../l10n";
import { useGo } from "../../navigation";
import { productName } from "../orders/names";
import { NEW_PRODUCT, ProductForm } from "./ProductForm";
import styles from "./Products.module.css";

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
    <ViewFrame id="product" title={t("product-details")} parent={parent} isPage>
      {list.error ? <ErrorText error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data ? <NotFound /> : null}
    </ViewFrame>
  );
}

function Stored({ product, onReread }: { product: ProductDto; onReread(): Promise<unknown> }) {
  const t = useT();
  const parent = useParent();
  const language = useLanguage();
  const toast = useToast();
  const editing = useEditing(product);
  useLeaveGuard(editing.isDirty);
  const update = useAct("product_update", {
    onDone: (stored) => {
      editing.settle(stored);
      toast({ text: t("product-saved") });
    },
    onError: (refusal) => (refusal.code === "product_stale" ? void onReread() : focusFirstError(refusal)),
  });
  const save = () => {
    if (!focusOddField() && editing.isDirty && !update.isPending)
      update.mutate({ id: product.id, rev: editing.base.rev, fields: editing.fields });
  };
  useKeys([{ keys: "Ctrl+s", label: t("form-save"), run: save }]);
  return (
    <ViewFrame
      id="product"
      title={productName(editing.base.fields, language)}
      parent={parent}
      actions={
        <Button
          variant="primary"
          shortcut="Ctrl+S"
          onPress={save}
          isPending={update.isPending}
          isDisabled={!editing.isDirty}
        >
          {t("form-save")}
        </Button>
      }
      status={<span role="status">{editing.isDirty ? t("form-unsaved") : ""}</span>}
      isPage
    >
      {update.error?.code === "product_stale" ? (
        <StaleBanner
          error={update.error}
          onReload={() => {
            editing.settle(product);
            update.reset();
          }}
        />
      ) : update.error ? (
        <ErrorText error={update.error} />
      ) : null}
      <Form onSubmit={save} label={t("product-details")}>
        <ProductForm value={editing.fields} onChange={editing.setFields} error={update.error} />
      </Form>
    </ViewFrame>
  );
}

export function NewProduct() {
  const t = useT();
  const go = useGo();
  const parent = useParent();
  const toast = useToast();
  const [fields, setFields] = useState(NEW_PRODUCT);
  const letLeave = useLeaveGuard(JSON.stringify(fields) !== JSON.stringify(NEW_PRODUCT));
  const create = useAct("product_create", {
    onDone: () => {
      letLeave();
      toast({ text: t("product-created") });
      go("/products", {}, { replace: true });
    },
    onError: focusFirstError,
  });
  const save = () => {
    if (!focusOddField() && !create.isPending) create.mutate(fields);
  };
  useKeys([{ keys: "Ctrl+s", label: t("form-save"), run: save }]);
  return (
    <ViewFrame
      id="product-new"
      title={t("products-new")}
      parent={parent}
      actions={
        <Button variant="primary" shortcut="Ctrl+S" onPress={save} isPending={create.isPending}>
          {t("form-save")}
        </Button>
      }
      isPage
    >
      {create.error ? <ErrorText error={create.error} /> : null}
      <Form onSubmit={save} label={t("products-new")}>
        <ProductForm value={fields} onChange={setFields} error={create.error} autoFocus />
      </Form>
    </ViewFrame>
  );
}

function Form({ onSubmit, label, children }: { onSubmit(): void; label: string; children: React.ReactNode }) {
  return (
    <form
      className={styles.form}
      noValidate
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}
