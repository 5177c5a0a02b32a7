/** Every code of the wire has its text in every language, with the same variables. */
import { readFileSync, readdirSync } from "node:fs";
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
  ["PartnerRefusalDto", "partner-refusal", ""],
  ["BatchIssueKind", "batch-issue", ""],
  ["BatchStateDto", "batch-state", ""],
  ["OrderStateDto", "order-state", ""],
  ["PassphraseWarning", "passphrase-warning", ""],
  ["ConsentChannel", "consent-channel", ""],
  ["LanguageDto", "language", ""],
  ["Theme", "settings-theme", ""],
];

describe.each(LANGUAGES)("texts in %s", (language) => {
  it.each(SETS)("%s as %s%s", (type, prefix, attribute) => {
    const codes = codesOf(type);
    expect(codes.length).toBeGreaterThan(2);
    expect(codes.filter((code) => !hasText(language, codeKey(prefix, code) + attribute))).toEqual([]);
  });
});

it("has the same keys and variables in each language", () => {
  const shape = (language: string, file: string) => {
    const text = readFileSync(`../assets/l10n/${language}/${file}`, "utf8");
    const keys = new Map<string, Set<string>>();
    let key = "";
    for (const line of text.split("\n")) {
      key = /^([a-z][\w-]*) =/.exec(line)?.[1] ?? key;
      if (key) keys.set(key, new Set([...(keys.get(key) ?? []), ...(line.match(/\$\w+/g) ?? [])]));
    }
    return [...keys].map(([name, variables]) => `${name} ${[...variables].sort().join(" ")}`).sort();
  };
  const files = readdirSync("../assets/l10n/fi");
  expect(files.length).toBeGreaterThan(10);
  for (const file of files)
    for (const language of ["sv", "en"])
      expect(shape(language, file), `${language}/${file}`).toEqual(shape("fi", file));
});
