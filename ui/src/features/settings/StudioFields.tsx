/** The studio's details as a form: used when the register is made and in the settings. */
import type { ApiError, LanguageDto, StudioFieldsDto } from "../../api";
import { FieldRow, RadioGroup, TextField } from "../../components";
import { LANGUAGES, codeKey, useT } from "../../l10n";
import styles from "./StudioFields.module.css";

export function emptyStudio(language: LanguageDto): StudioFieldsDto {
  return { name: "", businessId: "", street: "", postalCode: "", town: "", phone: "", email: "", language };
}

type TextName = Exclude<keyof StudioFieldsDto, "language">;

export function StudioFields({
  value,
  onChange,
  error,
  autoFocus = false,
}: {
  value: StudioFieldsDto;
  onChange(value: StudioFieldsDto): void;
  error: ApiError | null;
  autoFocus?: boolean;
}) {
  const t = useT();
  const text = (name: TextName, label: string, more: Partial<Parameters<typeof TextField>[0]> = {}) => {
    const problem =
      error?.problem(name) ?? error?.problem(`studio.${name}`) ?? error?.problem(`fields.${name}`);
    return (
      <TextField
        label={label}
        name={name}
        value={value[name]}
        onChange={(entered) => onChange({ ...value, [name]: entered })}
        error={problem ? t(codeKey("field", problem)) : undefined}
        {...more}
      />
    );
  };
  return (
    <div className={styles.fields}>
      {text("name", t("firstrun-studio-name"), { isRequired: true, autoFocus })}
      {text("businessId", t("field-label-business-id"), {
        help: t("firstrun-business-id-help"),
        isRequired: true,
      })}
      {text("street", t("field-label-street"))}
      <FieldRow widths="code">
        {text("postalCode", t("field-label-postal-code"))}
        {text("town", t("field-label-town"))}
      </FieldRow>
      <FieldRow>
        {text("phone", t("field-label-phone"), { type: "tel" })}
        {text("email", t("field-label-email"), { type: "email" })}
      </FieldRow>
      <RadioGroup
        isInline
        label={t("firstrun-studio-language")}
        value={value.language}
        onChange={(language) => onChange({ ...value, language })}
        choices={LANGUAGES.map((language) => ({ id: language, label: t(`language-${language}`) }))}
      />
    </div>
  );
}
