/** Every code of the wire has its text in every language. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { codeKey, LANGUAGES } from ".";
import { hasText } from "./bundles";

const wire = readFileSync("src/api/generated.ts", "utf8");

function codesOf(type: string): string[] {
  const line = new RegExp(`export type ${type} = ([^;]+);`).exec(wire)?.[1] ?? "";
  return [...line.matchAll(/"([a-z_]+)"/g)].map((match) => match[1] ?? "");
}

const SETS: [type: string, prefix: string, attribute: string][] = [
  ["ErrorCode", "error", ""],
  ["ErrorCode", "error", ".action"],
  ["FieldProblem", "field", ""],
  ["ImportReason", "import-reason", ""],
  ["ImportReason", "import-reason", "-why"],
  ["ImportFault", "import-fault", ""],
  ["ImportFault", "import-fault", "-text"],
  ["PartnerRefusalDto", "partner-refusal", ""],
  ["BatchIssueKind", "batch-issue", ""],
  ["BatchStateDto", "batch-state", ""],
  ["OrderStateDto", "order-state", ""],
  ["PassphraseWarning", "passphrase-warning", ""],
  ["ConsentChannel", "consent-channel", ""],
  ["LanguageDto", "language", ""],
  ["SchoolKindDto", "school-kind", ""],
  ["PermissionDto", "permission", ""],
  ["FieldSourceDto", "source", ""],
  ["AgreedDto", "agreed", ""],
  ["CardLayoutDto", "card-layout", ""],
  ["RunStateDto", "run-state", ""],
  ["RunReasonDto", "run-reason", ""],
  ["RunReasonDto", "run-reason", "-why"],
  ["RunNoteKind", "run-note", ""],
  ["RunHandDto", "run-hand", ""],
  ["RunConfidenceDto", "run-confidence", ""],
  ["CardKindDto", "card-kind", ""],
  ["NotAppliedDto", "not-applied", ""],
  ["MatchingEditKind", "matching-edit", ""],
  ["Theme", "settings-theme", ""],
];

describe.each(LANGUAGES)("texts in %s", (language) => {
  it.each(SETS)("%s as %s%s", (type, prefix, attribute) => {
    const codes = codesOf(type);
    expect(codes.length).toBeGreaterThan(2);
    expect(codes.filter((code) => !hasText(language, codeKey(prefix, code) + attribute))).toEqual([]);
  });
});
