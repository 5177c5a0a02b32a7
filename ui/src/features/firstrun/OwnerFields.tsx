import type { ApiError, OwnerFieldsDto } from "../../api";
import { DateField } from "../../components/DateField";
import { TextField } from "../../components/Field";
import { codeKey, useT } from "../../l10n";
import styles from "./Firstrun.module.css";

/** Whoever makes the register: its first member of staff. */
export function OwnerFields({
  value,
  onChange,
  error,
  autoFocus = false,
}: {
  value: OwnerFieldsDto;
  onChange(value: OwnerFieldsDto): void;
  error: ApiError | null;
  autoFocus?: boolean;
}) {
  const t = useT();
  const problemOf = (name: keyof OwnerFieldsDto) => {
    const found = error?.problem(name);
    return found ? t(codeKey("field", found)) : undefined;
  };
  return (
    <div className={styles.fields}>
      <TextField
        label={t("owner-name")}
        name="name"
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
        error={problemOf("name")}
        isRequired
        autoFocus={autoFocus}
      />
      <DateField
        isShort
        label={t("owner-agreed")}
        name="agreedOn"
        help={t("owner-agreed-help")}
        value={value.agreedOn}
        onChange={(agreedOn) => onChange({ ...value, agreedOn })}
        error={problemOf("agreedOn")}
      />
    </div>
  );
}
