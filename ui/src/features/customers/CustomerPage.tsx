/**
 * One customer: details to edit, saved explicitly, refused when somebody else saved in between; of somebody protected
 * nothing but the name until it is opened.
 */
import { useState } from "react";
import { ApiError, useAct, useCall, useMethod, type CustomerDto } from "../../api";
import { ErrorText, FormView, UnreadView, ViewFrame, useToast } from "../../components";
import { focusFirstError } from "../../components/focusFirstError";
import { useEditing } from "../../components/useEditing";
import { useLeaveGuard } from "../../components/useLeaveGuard";
import { useFormat, useT } from "../../l10n";
import { useGo } from "../../navigation";
import { OpenedNotice, Withheld } from "../subjects/Protection";
import { SourceChoice, useSource } from "../subjects/Provenance";
import { useOpened, type Opened } from "../subjects/useOpened";
import { CustomerFields } from "./CustomerFields";
import { CustomerSide } from "./CustomerSide";
import { StaleVersions } from "./StaleVersions";
import { customerName } from "./versions";
import { useRefusal } from "../staff/useRefusal";

export function CustomerPage({ id }: { id: number }) {
  const t = useT();
  const call = useCall();
  const parent = useParent();
  const { data, error, refetch } = useMethod("customer_get", { id });
  const hand = useOpened(data, () => call("customer_open", { id }));
  const customer = hand.card;
  if (!customer)
    return (
      <UnreadView
        id="customer"
        title={t("customer-card")}
        parent={parent}
        error={error}
        onRetry={() => void refetch()}
      />
    );
  if (!customer.isWithheld) return <CustomerForm key={customer.id} customer={customer} hand={hand} />;
  return (
    <ViewFrame
      id="customer"
      title={customerName(customer.fields)}
      parent={parent}
      inspector={<CustomerSide customer={customer} isDirty={false} onProtection={hand.close} />}
      isPage
    >
      <Withheld text={t("customer-withheld")} hand={hand} />
    </ViewFrame>
  );
}

function useParent() {
  const t = useT();
  const go = useGo();
  return { label: t("customers-title"), onPress: () => go("/customers") };
}

function CustomerForm({ customer, hand }: { customer: CustomerDto; hand: Opened<CustomerDto> }) {
  const t = useT();
  const refusal = useRefusal("change_customers");
  const format = useFormat();
  const call = useCall();
  const toast = useToast();
  const [source, setSource] = useSource();
  const { base, fields, setFields, isDirty, settle } = useEditing(customer);
  const [theirs, setTheirs] = useState<CustomerDto | null>(null);
  const [rereadError, setRereadError] = useState<ApiError | null>(null);
  useLeaveGuard(isDirty);

  const reread = () => {
    setRereadError(null);
    void call(hand.isOpened ? "customer_open" : "customer_get", { id: customer.id }).then(
      setTheirs,
      (cause: unknown) => setRereadError(ApiError.from(cause)),
    );
  };
  const update = useAct("customer_update", {
    onDone: (stored, { fields: sent }) => {
      hand.settle(stored);
      settle(stored, theirs ? undefined : sent);
      setTheirs(null);
      toast({ text: t("customer-saved") });
    },
    onError: (refusal, { fields: sent }) => {
      if (refusal.isStale) return reread();
      // What was chosen from two versions is corrected in the form, on the newer version.
      if (theirs && refusal.fields.length > 0) {
        settle(theirs);
        setFields(sent);
        setTheirs(null);
      }
      focusFirstError(refusal);
    },
  });
  const save = () => {
    if (isDirty && !update.isPending && !theirs)
      update.mutate({ id: customer.id, rev: base.rev, fields, source });
  };

  const error = update.error?.isStale
    ? null
    : (update.error?.since(update.variables?.fields, fields) ?? null);
  return (
    <FormView
      id="customer"
      title={customerName(base.fields)}
      parent={useParent()}
      label={t("customer-card")}
      refusal={refusal}
      isDirty={isDirty}
      isSaving={update.isPending}
      onSave={save}
      error={error}
      inspector={
        <CustomerSide
          customer={customer.rev >= base.rev ? customer : base}
          isDirty={isDirty}
          onProtection={hand.close}
        />
      }
      status={<span>{t("customer-added-at", { date: format.date(base.createdAt) })}</span>}
      notice={
        <>
          <OpenedNotice hand={hand} isDirty={isDirty} />
          {rereadError ? (
            <>
              {update.error ? <ErrorText error={update.error} /> : null}
              <ErrorText error={rereadError} onRetry={reread} />
            </>
          ) : null}
        </>
      }
      decision={
        theirs ? (
          <>
            {error ? <ErrorText error={error} /> : null}
            <StaleVersions
              base={base.fields}
              mine={fields}
              theirs={theirs}
              isSaving={update.isPending}
              onSave={(chosen) => update.mutate({ id: customer.id, rev: theirs.rev, fields: chosen, source })}
              onTakeTheirs={() => {
                settle(theirs);
                setTheirs(null);
                update.reset();
              }}
            />
          </>
        ) : null
      }
    >
      <CustomerFields value={fields} onChange={setFields} error={error} />
      {isDirty ? <SourceChoice value={source} onChange={setSource} /> : null}
    </FormView>
  );
}
