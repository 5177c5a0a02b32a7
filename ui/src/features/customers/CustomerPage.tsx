/** One customer: details to edit, saved explicitly, refused when somebody else saved in between. */
import { useState } from "react";
import { ApiError, useAct, useCall, useMethod, type CustomerDto, type CustomerFieldsDto } from "../../api";
import { Button, ErrorText, ViewFrame, useKeys, useToast } from "../../components";
import { focusFirstError } from "../../components/focusFirstError";
import { useLeaveGuard } from "../../components/useLeaveGuard";
import { useFormat, useT } from "../../l10n";
import { useGo } from "../../navigation";
import { CustomerFields } from "./CustomerFields";
import { CustomerSide } from "./CustomerSide";
import styles from "./Customers.module.css";
import { StaleVersions } from "./StaleVersions";
import { CUSTOMER_FIELDS, customerName } from "./versions";

export function CustomerPage({ id }: { id: number }) {
  const t = useT();
  const go = useGo();
  const { data, error, refetch } = useMethod("customer_get", { id });
  if (data) return <CustomerForm key={data.id} customer={data} />;
  return (
    <ViewFrame
      id="customer"
      title={t("customer-card")}
      parent={{ label: t("customers-title"), onPress: () => go("/customers") }}
      isPage
    >
      {error ? <ErrorText error={error} onRetry={() => void refetch()} /> : null}
    </ViewFrame>
  );
}

const same = (a: CustomerFieldsDto, b: CustomerFieldsDto) =>
  CUSTOMER_FIELDS.every((field) => a[field] === b[field]);

function CustomerForm({ customer }: { customer: CustomerDto }) {
  const t = useT();
  const format = useFormat();
  const go = useGo();
  const call = useCall();
  const toast = useToast();
  const [base, setBase] = useState(customer);
  const [fields, setFields] = useState(customer.fields);
  const [theirs, setTheirs] = useState<CustomerDto | null>(null);
  const [rereadError, setRereadError] = useState<ApiError | null>(null);
  const isDirty = !same(fields, base.fields);
  useLeaveGuard(isDirty);

  const settle = (stored: CustomerDto) => {
    setBase(stored);
    setFields(stored.fields);
    setTheirs(null);
  };
  // Saved elsewhere while nothing is being edited here: show it.
  if (customer.rev > base.rev && !isDirty && !theirs) settle(customer);

  const reread = () => {
    setRereadError(null);
    void call("customer_get", { id: customer.id }).then(setTheirs, (cause: unknown) =>
      setRereadError(ApiError.from(cause)),
    );
  };
  const update = useAct("customer_update", {
    onDone: (stored) => {
      settle(stored);
      toast({ text: t("customer-saved") });
    },
    onError: (refusal, { fields: sent }) => {
      if (refusal.code === "customer_stale") return reread();
      // What was chosen from two versions is corrected in the form, on the newer version.
      if (theirs && refusal.fields.length > 0) {
        setBase(theirs);
        setFields(sent);
        setTheirs(null);
      }
      focusFirstError(refusal);
    },
  });
  const save = () => {
    if (isDirty && !update.isPending && !theirs) update.mutate({ id: customer.id, rev: base.rev, fields });
  };
  useKeys([{ keys: "Ctrl+s", label: t("form-save"), run: save }]);

  const shownError = update.error && update.error.code !== "customer_stale" ? update.error : null;
  return (
    <ViewFrame
      id="customer"
      title={customerName(base.fields)}
      parent={{ label: t("customers-title"), onPress: () => go("/customers") }}
      actions={
        <Button
          variant="primary"
          shortcut="Ctrl+S"
          onPress={save}
          isPending={update.isPending}
          isDisabled={!isDirty || theirs !== null}
        >
          {t("form-save")}
        </Button>
      }
      inspector={<CustomerSide customer={customer.rev >= base.rev ? customer : base} />}
      status={
        <>
          <span>{t("customer-added-at", { date: format.date(base.createdAt) })}</span>
          <span role="status">{isDirty ? t("form-unsaved") : ""}</span>
        </>
      }
      isPage
    >
      {rereadError ? (
        <>
          {update.error ? <ErrorText error={update.error} /> : null}
          <ErrorText error={rereadError} onRetry={reread} />
        </>
      ) : null}
      {shownError ? <ErrorText error={shownError} /> : null}
      {theirs ? (
        <StaleVersions
          base={base.fields}
          mine={fields}
          theirs={theirs}
          isSaving={update.isPending}
          onSave={(chosen) => update.mutate({ id: customer.id, rev: theirs.rev, fields: chosen })}
          onTakeTheirs={() => {
            settle(theirs);
            update.reset();
          }}
        />
      ) : (
        <form
          className={styles.form}
          noValidate
          aria-label={t("customer-card")}
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <CustomerFields value={fields} onChange={setFields} error={shownError} />
        </form>
      )}
    </ViewFrame>
  );
}
