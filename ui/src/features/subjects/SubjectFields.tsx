/** What is known of somebody who is photographed, as a form in one column. What is valid is decided by the register. */
import type { ApiError, PermissionDto, SubjectFieldsDto } from "../../api";
import { DateField, FieldRow, RadioGroup, TextField } from "../../components";
import { LANGUAGES, codeKey, useT } from "../../l10n";
import { SUBJECT_LABELS, type SubjectField } from "./names";

const PERMISSIONS: readonly PermissionDto[] = ["given", "refused", "unknown"];

type Chosen = "bornOn" | "language" | "photoPermission" | "publicationPermission";

export function SubjectFields({
  value,
  onChange,
  error,
  autoFocus = false,
}: {
  value: SubjectFieldsDto;
  onChange(part: Partial<SubjectFieldsDto>): void;
  error: ApiError | null;
  autoFocus?: boolean;
}) {
  const t = useT();
  const problemOf = (name: SubjectField) => {
    const found = error?.problem(name) ?? error?.problem(`fields.${name}`);
    return found ? t(codeKey("field", found)) : undefined;
  };
  const text = (name: Exclude<SubjectField, Chosen>, more: Partial<Parameters<typeof TextField>[0]> = {}) => (
    <TextField
      label={t(SUBJECT_LABELS[name])}
      name={name}
      value={value[name]}
      onChange={(entered) => onChange({ [name]: entered })}
      error={problemOf(name)}
      {...more}
    />
  );
  const permission = (name: "photoPermission" | "publicationPermission") => (
    <RadioGroup
      isInline
      label={t(SUBJECT_LABELS[name])}
      name={name}
      value={value[name]}
      onChange={(chosen) => onChange({ [name]: chosen })}
      choices={PERMISSIONS.map((code) => ({ id: code, label: t(codeKey("permission", code)) }))}
    />
  );
  return (
    <>
      <FieldRow>
        {text("lastName", { isRequired: true, autoFocus })}
        {text("firstName")}
      </FieldRow>
      <FieldRow>
        {text("callName")}
        <DateField
          label={t(SUBJECT_LABELS.bornOn)}
          name="bornOn"
          value={value.bornOn}
          onChange={(bornOn) => onChange({ bornOn })}
          error={problemOf("bornOn")}
        />
      </FieldRow>
      {permission("photoPermission")}
      {permission("publicationPermission")}
      {text("street")}
      <FieldRow widths="code">
        {text("postalCode")}
        {text("town")}
      </FieldRow>
      <FieldRow>
        {text("phone", { type: "tel" })}
        {text("email", { type: "email" })}
      </FieldRow>
      <RadioGroup
        isInline
        label={t(SUBJECT_LABELS.language)}
        name="language"
        help={t("subject-language-help")}
        value={value.language}
        onChange={(language) => onChange({ language })}
        choices={LANGUAGES.map((code) => ({ id: code, label: t(`language-${code}`) }))}
      />
      {text("sourceId", { help: t("subject-source-id-help") })}
    </>
  );
}
