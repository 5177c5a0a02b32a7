/** One member of staff: name, role, agreement; and the account with its passphrase. */
import { useCall, useMethod, type ApiError, type StaffFieldsDto, type StaffMemberDto } from "../../api";
import { DateField, FormView, Select, TextField, UnreadView } from "../../components";
import { useNewForm, useStoredForm } from "../../components/useStoredForm";
import { codeKey, useT } from "../../l10n";
import { useGo } from "../../navigation";
import { StaffAccount } from "./StaffAccount";
import { useRefusal } from "./useRefusal";

const ROLES: StaffFieldsDto["role"][] = [
  "owner",
  "data_protection_contact",
  "order_desk",
  "production",
  "photographer",
  "viewer",
];
const NEW_MEMBER: StaffFieldsDto = { name: "", role: "order_desk", agreedOn: "" };

function useParent() {
  const t = useT();
  const go = useGo();
  return { label: t("staff-title"), onPress: () => go("/staff") };
}

export function StaffPage({ id }: { id: number }) {
  const t = useT();
  const parent = useParent();
  const list = useMethod("staff_list", {});
  const member = list.data?.members.find((entry) => entry.id === id);
  if (member) return <Stored key={id} member={member} onReread={() => list.refetch()} />;
  return (
    <UnreadView
      id="staff-member"
      title={t("staff-details")}
      parent={parent}
      error={list.error}
      onRetry={() => void list.refetch()}
      isMissing={list.isSuccess}
    />
  );
}

function Stored({ member, onReread }: { member: StaffMemberDto; onReread(): Promise<unknown> }) {
  const t = useT();
  const call = useCall();
  const refusal = useRefusal("manage_staff");
  const form = useStoredForm(member, {
    update: (edit) => call("staff_update", { id: member.id, ...edit }),
    reread: onReread,
    saved: t("staff-saved"),
  });
  const current = member.rev >= form.base.rev ? member : form.base;
  return (
    <FormView
      id="staff-member"
      title={form.base.fields.name}
      parent={useParent()}
      label={t("staff-details")}
      refusal={current.status === "left" ? t("error-staff-has-left") : refusal}
      isDirty={form.isDirty}
      isSaving={form.isSaving}
      onSave={form.save}
      error={form.error}
      onReload={form.reload}
      inspector={<StaffAccount member={current} isDirty={form.isDirty} />}
    >
      <StaffFields
        value={form.fields}
        onChange={form.setFields}
        error={form.error}
        isOneself={member.isOneself}
      />
    </FormView>
  );
}

export function NewStaffMember() {
  const t = useT();
  const go = useGo();
  const call = useCall();
  const form = useNewForm(NEW_MEMBER, {
    create: (fields) => call("staff_add", fields),
    made: t("staff-created"),
    onMade: (member) => go(`/staff/${member.id}`, {}, { replace: true }),
  });
  return (
    <FormView
      id="staff-new"
      title={t("staff-new")}
      parent={useParent()}
      label={t("staff-new")}
      refusal={useRefusal("manage_staff")}
      isNew
      isDirty={form.isDirty}
      isSaving={form.isSaving}
      onSave={form.save}
      error={form.error}
    >
      <StaffFields value={form.fields} onChange={form.setFields} error={form.error} autoFocus />
    </FormView>
  );
}

function StaffFields({
  value,
  onChange,
  error,
  isOneself = false,
  autoFocus = false,
}: {
  value: StaffFieldsDto;
  onChange(value: StaffFieldsDto): void;
  error: ApiError | null;
  isOneself?: boolean;
  autoFocus?: boolean;
}) {
  const t = useT();
  const set = (part: Partial<StaffFieldsDto>) => onChange({ ...value, ...part });
  const problemOf = (name: keyof StaffFieldsDto) => {
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
        label={t("field-label-role")}
        name="role"
        help={
          isOneself
            ? t("staff-own-role-help")
            : `${t(codeKey("role", `${value.role}_help`))} ${t("staff-role-help")}`
        }
        value={value.role}
        onChange={(role) => set({ role })}
        choices={ROLES.map((role) => ({ id: role, label: t(codeKey("role", role)) }))}
        isDisabled={isOneself}
        isRequired
      />
      <DateField
        isShort
        label={t("field-label-agreed-on")}
        name="agreedOn"
        help={t("staff-agreed-help")}
        value={value.agreedOn}
        onChange={(agreedOn) => set({ agreedOn })}
        error={problemOf("agreedOn")}
      />
    </>
  );
}
