/** Where what is known of a person comes from, and the question about what is being changed. */
import type { FieldProvenanceDto, FieldSourceDto } from "../../api";
import { Part, RadioGroup } from "../../components";
import { useWindowMemory } from "../../components/useWindowMemory";
import { codeKey, useFormat, useT } from "../../l10n";
import styles from "./Subjects.module.css";

/** What staff can say of what they enter. */
const CHOICES: readonly FieldSourceDto[] = ["given", "roster", "staff"];

/** The last answer is proposed again until the register is locked. */
export const useSource = () => useWindowMemory<FieldSourceDto>("source", "given");

export function SourceChoice({
  value,
  onChange,
}: {
  value: FieldSourceDto;
  onChange(source: FieldSourceDto): void;
}) {
  const t = useT();
  return (
    <RadioGroup
      isInline
      label={t("source-question")}
      help={t("source-question-help")}
      name="source"
      value={value}
      onChange={onChange}
      choices={CHOICES.map((source) => ({ id: source, label: t(codeKey("source", source)) }))}
    />
  );
}

/** Fields that came from the same place on the same day by the same hand stand together, the newest first. */
export function Provenance({
  entries,
  labelOf,
}: {
  entries: readonly FieldProvenanceDto[];
  labelOf(field: string): string;
}) {
  const t = useT();
  const format = useFormat();
  if (entries.length === 0) return null;
  const origins = new Map<string, string[]>();
  for (const entry of entries.toSorted((one, other) => other.at - one.at)) {
    const { source, at, staffName } = entry;
    const origin = [t(codeKey("source", source)), format.date(at), staffName].filter(Boolean).join(", ");
    origins.set(origin, [...(origins.get(origin) ?? []), labelOf(entry.field)]);
  }
  return (
    <Part title={t("source-title")}>
      <dl className={styles.origins}>
        {[...origins].map(([origin, fields]) => (
          <div key={origin}>
            <dt>{origin}</dt>
            <dd>{fields.join(", ")}</dd>
          </div>
        ))}
      </dl>
    </Part>
  );
}
