/** The first rows of the file as they were read, with the field of every column to be chosen above it. */
import { useMemo } from "react";
import type { RosterPreview } from "../../api";
import { Badge, Select } from "../../components";
import { useCodeText, useT } from "../../l10n";
import styles from "./Rosters.module.css";

/** Stands for the empty field code, which is no key of a choice. */
const LEFT_OUT = "-";

export interface ColumnTableProps {
  preview: RosterPreview;
  /** Field codes by column, empty where a column is left out. */
  fields: readonly string[];
  onField(place: number, field: string): void;
}

export function ColumnTable({ preview, fields, onField }: ColumnTableProps) {
  const t = useT();
  const codeText = useCodeText();
  const names = useMemo(
    () =>
      preview.columns.map(
        (column, place) => column.heading || t("roster-column-nameless", { number: place + 1 }),
      ),
    [preview.columns, t],
  );
  const choicesOf = (place: number) => [
    { id: LEFT_OUT, label: t("roster-column-left-out") },
    ...preview.fields.map((field) => {
      const holder = fields.indexOf(field);
      const elsewhere = holder >= 0 && holder !== place ? names[holder] : undefined;
      return {
        id: field,
        label: codeText("roster-field", field),
        ...(elsewhere ? { note: t("roster-column-elsewhere", { column: elsewhere }) } : {}),
      };
    }),
  ];
  return (
    <div className={styles.scroll} role="group" aria-label={t("roster-columns")} tabIndex={0}>
      <table className={styles.sheet}>
        <thead>
          <tr>
            {names.map((name, place) => (
              <th key={place} scope="col">
                <bdi>{name}</bdi>
              </th>
            ))}
          </tr>
          <tr>
            {preview.columns.map((column, place) => (
              <td key={place}>
                {column.isPersonalCode ? (
                  <Badge tone="protected">{t("roster-column-personal-code")}</Badge>
                ) : (
                  <Select
                    label={t("roster-column-field", { column: names[place] ?? "" })}
                    hideLabel
                    value={fields[place] || LEFT_OUT}
                    onChange={(field) => onField(place, field === LEFT_OUT ? "" : field)}
                    choices={choicesOf(place)}
                  />
                )}
              </td>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row, at) => (
            <tr key={at}>
              {preview.columns.map((_, place) => (
                <td key={place} title={row[place] ?? ""}>
                  {row[place] ?? ""}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
