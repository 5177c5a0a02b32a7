/** Every code that reading a class list can give has its text in every language. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { codeKey, LANGUAGES } from "../../l10n";
import { hasText } from "../../l10n/bundles";

const source = (name: string) => readFileSync(`../crates/exchange/src/roster/${name}.rs`, "utf8");

/** Codes that a file's `code()` functions give for values of a type. */
function codesIn(name: string, arms: RegExp): string[] {
  return [...source(name).matchAll(arms)].map((match) => match[1] ?? "");
}

const SETS: [prefix: string, codes: string[], least: number][] = [
  ["roster-field", codesIn("mapping", /Self::[^=\n]+ => "([a-z0-9_]+)",/g), 39],
  ["roster-issue", codesIn("rows", /Self::[^=\n]+ => "([a-z_]+)",/g), 14],
  ["roster-warning", codesIn("table", /Self::[^=\n]+ => "([a-z_]+)",/g), 3],
  [
    "roster-unreadable",
    codesIn("mod", /Self::[A-Z][A-Za-z]+(?: \{ \.\. \})? => "([a-z]+_[a-z_]+|empty)",/g),
    12,
  ],
];

describe.each(LANGUAGES)("texts in %s", (language) => {
  it.each(SETS)("%s", (prefix, codes, least) => {
    expect(codes.length).toBeGreaterThanOrEqual(least);
    expect(codes.filter((code) => !hasText(language, codeKey(prefix, code)))).toEqual([]);
  });
});
