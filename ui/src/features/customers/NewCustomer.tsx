/** A new customer: details, and the marketing question that has to be asked. */
import { useState } from "react";
import { useAct } from "../../api";
import { FormView, useToast } from "../../components";
import { focusFirstError } from "../../components/focusFirstError";
import { useLeaveGuard } from "../../components/useLeaveGuard";
import { useLanguage, useT } from "../../l10n";
import { useGo } from "../../navigation";
import { SourceChoice, useSource } from "../subjects/Provenance";
import { CustomerFields } from "./CustomerFields";
import { MarketingQuestion, UNANSWERED, consentEntry, focusMissing } from "./MarketingQuestion";
import { CUSTOMER_FIELDS, emptyCustomer } from "./versions";

export function NewCustomer() {
  const t = useT();
  const language = useLanguage();
  const go = useGo();
  const toast = useToast();
  const [empty] = useState(() => emptyCustomer(language));
  const [fields, setFields] = useState(empty);
  const [answer, setAnswer] = useState(UNANSWERED);
  const [isTried, setTried] = useState(false);
  const [source, setSource] = useSource();
  const isDirty =
    CUSTOMER_FIELDS.some((field) => fields[field] !== empty[field]) ||
    answer.isGiven !== null ||
    answer.channel !== null;
  const letLeave = useLeaveGuard(isDirty);

  const create = useAct("customer_create", {
    onDone: (customer) => {
      letLeave();
      toast({ text: t("customer-created") });
      go(`/customers/${customer.id}`, {}, { replace: true });
    },
    onError: focusFirstError,
  });
  const save = () => {
    const marketing = consentEntry(answer, fields.language);
    setTried(true);
    if (!marketing) focusMissing(answer);
    else if (!create.isPending) create.mutate({ fields, source, marketing });
  };

  const error = create.error?.since(create.variables?.fields, fields) ?? null;
  return (
    <FormView
      id="customer-new"
      title={t("customers-new")}
      parent={{ label: t("customers-title"), onPress: () => go("/customers") }}
      label={t("customers-new")}
      isNew
      isDirty={isDirty}
      isSaving={create.isPending}
      onSave={save}
      error={error}
    >
      <CustomerFields
        value={fields}
        onChange={(next) => {
          setFields(next);
          // The answer belongs to the words that were read out.
          if (next.language !== fields.language) setAnswer({ ...answer, isGiven: null });
        }}
        error={error}
        autoFocus
      />
      <SourceChoice value={source} onChange={setSource} />
      <MarketingQuestion
        title={t("consent-title")}
        language={fields.language}
        answer={answer}
        onChange={setAnswer}
        isTried={isTried}
      />
    </FormView>
  );
}
