/** The name of a class: one that there is, or a new one. */
import { useState } from "react";
import { Select, TextField } from "../../components";
import { useT } from "../../l10n";

/** No class has an empty name. */
const NEW = "";

export function GroupField({
  groups,
  value,
  onChange,
  error,
}: {
  /** Names of the year's classes. */
  groups: readonly string[];
  value: string;
  onChange(group: string): void;
  error?: string | undefined;
}) {
  const t = useT();
  const [isNew, setNew] = useState(false);
  const isTyped = isNew || groups.length === 0;
  return (
    <>
      {groups.length > 0 ? (
        <Select
          label={t("subject-column-class")}
          isRequired
          value={isTyped ? NEW : value || null}
          onChange={(group) => {
            setNew(group === NEW);
            onChange(group);
          }}
          choices={[
            ...groups.map((group) => ({ id: group, label: group })),
            { id: NEW, label: t("class-new") },
          ]}
          error={isTyped ? undefined : error}
        />
      ) : null}
      {isTyped ? (
        <TextField
          label={t("class-name")}
          name="group"
          isRequired
          value={value}
          onChange={onChange}
          error={error}
          autoFocus={isNew}
        />
      ) : null}
    </>
  );
}
