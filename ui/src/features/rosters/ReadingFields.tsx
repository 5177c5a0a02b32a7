/** How the file was read: what was detected, and the ways to say otherwise. */
import type { RosterPreview, RosterRead } from "../../api";
import { Select, type Choice } from "../../components";
import { codeKey, useT } from "../../l10n";
import { ENCODINGS, SEPARATORS, type Detected } from "./reading";

export interface ReadingFieldsProps {
  read: RosterRead;
  preview: RosterPreview;
  detected: Detected;
  onChange(part: Partial<RosterRead>): void;
}

export function ReadingFields({ read, preview, detected, onChange }: ReadingFieldsProps) {
  const t = useT();
  return (
    <>
      {preview.encoding === null ? null : (
        <Detectable
          label={t("roster-encoding")}
          choices={ENCODINGS.map((code) => ({ id: code, label: t(codeKey("roster-encoding", code)) }))}
          chosen={read.encoding}
          detected={detected.encoding}
          onChange={(encoding) => onChange({ encoding })}
        />
      )}
      {preview.separator === null ? null : (
        <Detectable
          label={t("roster-separator")}
          choices={SEPARATORS.map((code) => ({ id: code, label: t(`roster-separator-${code}`) }))}
          chosen={read.separator}
          detected={detected.separator}
          onChange={(separator) => onChange({ separator })}
        />
      )}
      {preview.sheets.length === 0 ? null : (
        <Detectable
          label={t("roster-sheet")}
          choices={preview.sheets.map((sheet) => ({ id: sheet, label: sheet }))}
          chosen={read.sheet}
          detected={detected.sheet}
          onChange={(sheet) => onChange({ sheet })}
        />
      )}
      <Detectable
        label={t("roster-header")}
        choices={(["yes", "no"] as const).map((id) => ({ id, label: t(`roster-header-${id}`) }))}
        chosen={read.hasHeader === null ? null : yesNo(read.hasHeader)}
        detected={yesNo(detected.hasHeader)}
        onChange={(answer) => onChange({ hasHeader: answer === null ? null : answer === "yes" })}
      />
    </>
  );
}

const yesNo = (is: boolean) => (is ? "yes" : "no");

/** A choice of which one is what the file says; choosing that one leaves it to be detected again. */
function Detectable<K extends string>({
  label,
  choices,
  chosen,
  detected,
  onChange,
}: {
  label: string;
  choices: readonly Choice<K>[];
  chosen: K | null;
  detected: K | null;
  onChange(chosen: K | null): void;
}) {
  const t = useT();
  const found = choices.find((choice) => choice.id === detected);
  return (
    <Select
      label={label}
      help={
        chosen === null ? t("roster-detected") : found ? t("roster-chosen", { detected: found.label }) : null
      }
      value={chosen ?? detected}
      onChange={(id) => onChange(id === detected ? null : id)}
      choices={choices.map((choice) =>
        choice.id === detected ? { ...choice, note: t("roster-detected") } : choice,
      )}
    />
  );
}
