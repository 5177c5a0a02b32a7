/** One print partner, stored or new. */
import { useMemo } from "react";
import { useCall, useMethod, type ApiError, type PartnerDto, type PartnerFieldsDto } from "../../api";
import { DateField, FormView, Select, Switch, TextField, UnreadView } from "../../components";
import { useNewForm, useStoredForm } from "../../components/useStoredForm";
import { codeKey, useLanguage, useT } from "../../l10n";
import { useGo } from "../../navigation";
import { countries } from "./countries";
import { PartnerRefusal } from "./PartnerState";
import { useRefusal } from "../staff/useRefusal";

const NEW_PARTNER: PartnerFieldsDto = {
  name: "",
  country: "FI",
  agreementOn: "",
  email: "",
  profile: "plain",
  isActive: true,
};

function useParent() {
  const t = useT();
  const go = useGo();
  return { label: t("partners-title"), onPress: () => go("/partners") };
}

export function PartnerPage({ id }: { id: number }) {
  const t = useT();
  const parent = useParent();
  const list = useMethod("partner_list", {});
  const partner = list.data?.partners.find((entry) => entry.id === id);
  if (partner) return <Stored key={id} partner={partner} onReread={() => list.refetch()} />;
  return (
    <UnreadView
      id="partner"
      title={t("partner-details")}
      parent={parent}
      error={list.error}
      onRetry={() => void list.refetch()}
      isMissing={list.isSuccess}
    />
  );
}

function Stored({ partner, onReread }: { partner: PartnerDto; onReread(): Promise<unknown> }) {
  const t = useT();
  const readOnly = useRefusal("manage_partners");
  const call = useCall();
  const form = useStoredForm(partner, {
    update: (edit) => call("partner_update", { id: partner.id, ...edit }),
    reread: onReread,
    saved: t("partner-saved"),
  });
  const { refusal } = form.base;
  return (
    <FormView
      id="partner"
      title={form.base.fields.name}
      parent={useParent()}
      label={t("partner-details")}
      refusal={readOnly}
      isDirty={form.isDirty}
      isSaving={form.isSaving}
      onSave={form.save}
      error={form.error}
      onReload={form.reload}
      notice={refusal ? <PartnerRefusal refusal={refusal} /> : null}
    >
      <PartnerFields value={form.fields} onChange={form.setFields} error={form.error} />
    </FormView>
  );
}

export function NewPartner() {
  const t = useT();
  const go = useGo();
  const call = useCall();
  const form = useNewForm(NEW_PARTNER, {
    create: (fields) => call("partner_create", fields),
    made: t("partner-created"),
    onMade: (partner) => go(`/partners/${partner.id}`, {}, { replace: true }),
  });
  return (
    <FormView
      id="partner-new"
      title={t("partners-new")}
      parent={useParent()}
      label={t("partners-new")}
      isNew
      isDirty={form.isDirty}
      isSaving={form.isSaving}
      onSave={form.save}
      error={form.error}
    >
      <PartnerFields value={form.fields} onChange={form.setFields} error={form.error} autoFocus />
    </FormView>
  );
}

function PartnerFields({
  value,
  onChange,
  error,
  autoFocus = false,
}: {
  value: PartnerFieldsDto;
  onChange(value: PartnerFieldsDto): void;
  error: ApiError | null;
  autoFocus?: boolean;
}) {
  const t = useT();
  const language = useLanguage();
  const places = useMemo(
    () => countries(language).map((country) => ({ id: country.code, label: country.name })),
    [language],
  );
  const set = (part: Partial<PartnerFieldsDto>) => onChange({ ...value, ...part });
  const problemOf = (name: keyof PartnerFieldsDto) => {
    const found = error?.problem(name) ?? error?.problem(`fields.${name}`);
    return found ? t(codeKey("field", found)) : undefined;
  };
  return (
    <>
      <TextField
        label={t("field-label-name")}
        name="name"
        value={value.name}
        onChange={(name) => set({ name })}
        error={problemOf("name")}
        isRequired
        autoFocus={autoFocus}
      />
      <Select
        label={t("field-label-country")}
        name="country"
        help={t("partner-country-help")}
        value={value.country || null}
        onChange={(country) => set({ country })}
        choices={places}
        error={problemOf("country")}
        isRequired
      />
      <DateField
        isShort
        label={t("field-label-agreement-on")}
        name="agreementOn"
        help={t("partner-agreement-help")}
        value={value.agreementOn}
        onChange={(agreementOn) => set({ agreementOn })}
        error={problemOf("agreementOn")}
      />
      <TextField
        label={t("field-label-email")}
        name="email"
        type="email"
        value={value.email}
        onChange={(email) => set({ email })}
        error={problemOf("email")}
      />
      <Select
        label={t("field-label-profile")}
        value={value.profile}
        onChange={(profile) => set({ profile })}
        choices={[{ id: "plain" as const, label: t("partner-profile-plain") }]}
      />
      <Switch isSelected={value.isActive} onChange={(isActive) => set({ isActive })}>
        {t("product-active")}
      </Switch>
    </>
  );
}
