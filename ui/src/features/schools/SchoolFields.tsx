/** A school's details as a form in one column. What is valid is decided by the register. */
import type { ApiError, LanguageDto, SchoolFieldsDto, SchoolKindDto } from "../../api";
import { DateField, FieldRow, RadioGroup, TextField } from "../../components";
import { LANGUAGES, codeKey, useT } from "../../l10n";
import { ContactPersons } from "./ContactPersons";

const KINDS: readonly SchoolKindDto[] = ["school", "day_care", "club"];

type TextName = "name" | "street" | "postalCode" | "town" | "agreement" | "note";

export function emptySchool(language: LanguageDto): SchoolFieldsDto {
  return {
    name: "",
    kind: "school",
    street: "",
    postalCode: "",
    town: "",
    language,
    agreementOn: "",
    agreement: "",
    note: "",
    contacts: [],
  };
}

export function SchoolFields({
  value,
  onChange,
  error,
  autoFocus = false,
}: {
  value: SchoolFieldsDto;
  onChange(value: SchoolFieldsDto): void;
  error: ApiError | null;
  autoFocus?: boolean;
}) {
  const t = useT();
  const set = (part: Partial<SchoolFieldsDto>) => onChange({ ...value, ...part });
  const problemOf = (name: string) => {
    const found = error?.problem(name) ?? error?.problem(`fields.${name}`);
    return found ? t(codeKey("field", found)) : undefined;
  };
  const text = (name: TextName, label: string, more: Partial<Parameters<typeof TextField>[0]> = {}) => (
    <TextField
      label={label}
      name={name}
      value={value[name]}
      onChange={(entered) => set({ [name]: entered })}
      error={problemOf(name)}
      {...more}
    />
  );
  return (
    <>
      {text("name", t("field-label-name"), { isRequired: true, autoFocus })}
      <RadioGroup
        isInline
        label={t("field-label-kind")}
        name="kind"
        value={value.kind}
        onChange={(kind) => set({ kind })}
        choices={KINDS.map((kind) => ({ id: kind, label: t(codeKey("school-kind", kind)) }))}
      />
      {text("street", t("field-label-street"))}
      <FieldRow widths="code">
        {text("postalCode", t("field-label-postal-code"))}
        {text("town", t("field-label-town"))}
      </FieldRow>
      <RadioGroup
        isInline
        label={t("field-label-language")}
        name="language"
        help={t("school-language-help")}
        value={value.language}
        onChange={(language) => set({ language })}
        choices={LANGUAGES.map((code) => ({ id: code, label: t(`language-${code}`) }))}
      />
      <ContactPersons
        value={value.contacts}
        onChange={(contacts) => set({ contacts })}
        problemOf={problemOf}
      />
      <DateField
        isShort
        label={t("school-agreed-on")}
        name="agreementOn"
        value={value.agreementOn}
        onChange={(agreementOn) => set({ agreementOn })}
        error={problemOf("agreementOn")}
      />
      {text("agreement", t("field-label-agreement"), {
        isMultiline: true,
        help: t("school-agreement-help"),
      })}
      {text("note", t("field-label-note"), { isMultiline: true })}
    </>
  );
}
