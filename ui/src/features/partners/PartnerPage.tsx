/** One print partner, stored or new. */
import { useMemo, useState } from "react";
import { useAct, useMethod, type ApiError, type PartnerDto, type PartnerFieldsDto } from "../../api";
import {
  Button,
  DateField,
  ErrorText,
  Select,
  Switch,
  TextField,
  ViewFrame,
  useKeys,
  useToast,
} from "../../components";
import { NotFound } from "../../components/NotFound";
import { StaleBanner } from "../../components/StaleBanner";
import { focusFirstError, focusOddField } from "../../components/focusFirstError";
import { useEditing } from "../../components/useEditing";
import { useLeaveGuard } from "../../components/useLeaveGuard";
import { codeKey, useLanguage, useT } from "../../l10n";
import { useGo } from "../../navigation";
import { countries } from "./countries";
import { PartnerRefusal } from "./PartnerState";
import styles from "./Partners.module.css";

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
    <ViewFrame id="partner" title={t("partner-details")} parent={parent} isPage>
      {list.error ? <ErrorText error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data ? <NotFound /> : null}
    </ViewFrame>
  );
}

function Stored({ partner, onReread }: { partner: PartnerDto; onReread(): Promise<unknown> }) {
  const t = useT();
  const parent = useParent();
  const toast = useToast();
  const editing = useEditing(partner);
  useLeaveGuard(editing.isDirty);
  const update = useAct("partner_update", {
    onDone: (stored) => {
      editing.settle(stored);
      toast({ text: t("partner-saved") });
    },
    onError: (refusal) => (refusal.code === "partner_stale" ? void onReread() : focusFirstError(refusal)),
  });
  const save = () => {
    if (!focusOddField() && editing.isDirty && !update.isPending)
      update.mutate({ id: partner.id, rev: editing.base.rev, fields: editing.fields });
  };
  useKeys([{ keys: "Ctrl+s", label: t("form-save"), run: save }]);
  const { refusal } = editing.base;
  return (
    <ViewFrame
      id="partner"
      title={editing.base.fields.name}
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
      {update.error?.code === "partner_stale" ? (
        <StaleBanner
          error={update.error}
          onReload={() => {
            editing.settle(partner);
            update.reset();
          }}
        />
      ) : update.error ? (
        <ErrorText error={update.error} />
      ) : null}
      {refusal ? <PartnerRefusal refusal={refusal} /> : null}
      <PartnerForm
        label={t("partner-details")}
        value={editing.fields}
        onChange={editing.setFields}
        error={update.error}
        onSubmit={save}
      />
    </ViewFrame>
  );
}

export function NewPartner() {
  const t = useT();
  const go = useGo();
  const parent = useParent();
  const toast = useToast();
  const [fields, setFields] = useState(NEW_PARTNER);
  const letLeave = useLeaveGuard(JSON.stringify(fields) !== JSON.stringify(NEW_PARTNER));
  const create = useAct("partner_create", {
    onDone: (partner) => {
      letLeave();
      toast({ text: t("partner-created") });
      go(`/partners/${partner.id}`, {}, { replace: true });
    },
    onError: focusFirstError,
  });
  const save = () => {
    if (!focusOddField() && !create.isPending) create.mutate(fields);
  };
  useKeys([{ keys: "Ctrl+s", label: t("form-save"), run: save }]);
  return (
    <ViewFrame
      id="partner-new"
      title={t("partners-new")}
      parent={parent}
      actions={
        <Button variant="primary" shortcut="Ctrl+S" onPress={save} isPending={create.isPending}>
          {t("form-save")}
        </Button>
      }
      isPage
    >
      {create.error ? <ErrorText error={create.error} /> : null}
      <PartnerForm
        label={t("partners-new")}
        value={fields}
        onChange={setFields}
        error={create.error}
        onSubmit={save}
        autoFocus
      />
    </ViewFrame>
  );
}

function PartnerForm({
  label,
  value,
  onChange,
  error,
  onSubmit,
  autoFocus = false,
}: {
  label: string;
  value: PartnerFieldsDto;
  onChange(value: PartnerFieldsDto): void;
  error: ApiError | null;
  onSubmit(): void;
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
    <form
      className={styles.form}
      noValidate
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
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
      <div className={styles.short}>
        <DateField
          label={t("field-label-agreement-on")}
          name="agreementOn"
          help={t("partner-agreement-help")}
          value={value.agreementOn}
          onChange={(agreementOn) => set({ agreementOn })}
          error={problemOf("agreementOn")}
        />
      </div>
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
    </form>
  );
}
