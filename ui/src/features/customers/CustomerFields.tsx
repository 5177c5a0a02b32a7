/** A customer's details as a form in one column. What is valid is decided by the register. */
import { useMemo } from "react";
import type { ApiError, CustomerFieldsDto } from "../../api";
import { FieldRow, RadioGroup, Select, TextField } from "../../components";
import { LANGUAGES, codeKey, useLanguage, useT } from "../../l10n";
import { countries } from "../partners/countries";
import type { CustomerField } from "./versions";

type TextName = Exclude<CustomerField, "language" | "country">;

export function CustomerFields({
  value,
  onChange,
  error,
  autoFocus = false,
}: {
  value: CustomerFieldsDto;
  onChange(value: CustomerFieldsDto): void;
  error: ApiError | null;
  autoFocus?: boolean;
}) {
  const t = useT();
  const language = useLanguage();
  const places = useMemo(
    () => countries(language).map((country) => ({ id: country.code, label: country.name })),
    [language],
  );
  const problemOf = (name: CustomerField) => {
    const problem = error?.problem(name) ?? error?.problem(`fields.${name}`);
    return problem ? t(codeKey("field", problem)) : undefined;
  };
  const text = (name: TextName, label: string, more: Partial<Parameters<typeof TextField>[0]> = {}) => (
    <TextField
      label={label}
      name={name}
      value={value[name]}
      onChange={(entered) => onChange({ ...value, [name]: entered })}
      error={problemOf(name)}
      {...more}
    />
  );
  return (
    <>
      <FieldRow>
        {text("lastName", t("field-label-last-name"), { isRequired: true, autoFocus })}
        {text("firstName", t("field-label-first-name"))}
      </FieldRow>
      <FieldRow>
        {text("email", t("field-label-email"), { type: "email" })}
        {text("phone", t("field-label-phone"), { type: "tel" })}
      </FieldRow>
      {text("street", t("field-label-street"))}
      <FieldRow widths="code">
        {text("postalCode", t("field-label-postal-code"))}
        {text("town", t("field-label-town"))}
      </FieldRow>
      <Select
        label={t("field-label-country")}
        name="country"
        value={value.country || null}
        onChange={(country) => onChange({ ...value, country })}
        choices={places}
        error={problemOf("country")}
      />
      <RadioGroup
        isInline
        label={t("field-label-language")}
        name="language"
        help={t("customer-language-help")}
        value={value.language}
        onChange={(chosen) => onChange({ ...value, language: chosen })}
        choices={LANGUAGES.map((code) => ({ id: code, label: t(`language-${code}`) }))}
      />
      {text("note", t("field-label-note"), { isMultiline: true })}
    </>
  );
}
