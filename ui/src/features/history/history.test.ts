import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { LANGUAGES, codeKey } from "../../l10n";
import { hasText } from "../../l10n/bundles";
import { ACTIONS, ENTITIES } from "./codes";
import { rangeOf } from "./period";

describe("codes of the history", () => {
  it("are those of the audit trail, each with a text in every language", () => {
    const source = readFileSync("../crates/domain/src/audit.rs", "utf8");
    const stored = [...source.matchAll(/=> "([a-z_]+)",/g)].map((match) => match[1]);
    expect(stored.length).toBeGreaterThan(20);
    expect([...ACTIONS].sort()).toEqual(stored.sort());
    for (const language of LANGUAGES) {
      for (const action of ACTIONS)
        expect(hasText(language, codeKey("action", action)), `${language} ${action}`).toBe(true);
      for (const entity of ENTITIES)
        expect(hasText(language, codeKey("entity", entity)), `${language} ${entity}`).toBe(true);
    }
  });
});

describe("periods", () => {
  const now = new Date(2026, 8, 3, 14, 5);

  it("begin at midnight, local time", () => {
    expect(rangeOf("today", "", "", now)).toEqual({ from: new Date(2026, 8, 3).getTime(), until: null });
    expect(rangeOf("week", "", "", now).from).toBe(new Date(2026, 7, 28).getTime());
  });

  it("include both chosen days", () => {
    expect(rangeOf("custom", "2026-08-31", "2026-09-01", now)).toEqual({
      from: new Date(2026, 7, 31).getTime(),
      until: new Date(2026, 8, 2).getTime(),
    });
    expect(rangeOf("custom", "", "", now)).toEqual({ from: null, until: null });
  });
});
