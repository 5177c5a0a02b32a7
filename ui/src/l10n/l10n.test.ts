import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LANGUAGES, bundleOf, hasText, textOf } from "./bundles";
import * as format from "./format";
import { codeKey } from "./keys";

const NBSP = /[\u00a0\u202f]/g;
const plain = (text: string) => text.replace(NBSP, " ");
const folder = join(import.meta.dirname, "../../../assets/l10n");

function keysOf(text: string): string[] {
  const keys: string[] = [];
  let message = "";
  for (const line of text.split("\n")) {
    const head = /^([a-z][a-z0-9-]*) =/.exec(line)?.[1];
    const attribute = /^ +\.([a-z-]+) =/.exec(line)?.[1];
    if (head) keys.push((message = head));
    else if (attribute) keys.push(`${message}.${attribute}`);
  }
  return keys;
}

function variablesOf(text: string): Map<string, string> {
  const found = new Map<string, string>();
  let message = "";
  for (const line of text.split("\n")) {
    message = /^([a-z][a-z0-9-]*) =/.exec(line)?.[1] ?? message;
    for (const variable of line.matchAll(/\{ *\$([a-zA-Z]+)/g)) {
      const names = new Set((found.get(message) ?? "").split(" ").filter(Boolean));
      found.set(message, [...names.add(variable[1] ?? "")].sort().join(" "));
    }
  }
  return found;
}

describe("texts", () => {
  const topics = readdirSync(join(folder, "fi"));

  it.each(topics)("%s has the same messages and variables in every language", (topic) => {
    const read = (language: string) => readFileSync(join(folder, language, topic), "utf8");
    for (const language of LANGUAGES) {
      expect(keysOf(read(language)).sort()).toEqual(keysOf(read("fi")).sort());
      expect(Object.fromEntries(variablesOf(read(language)))).toEqual(
        Object.fromEntries(variablesOf(read("fi"))),
      );
    }
  });

  it("types every message of the window, and nothing else", () => {
    const typed = [
      ...readFileSync(join(import.meta.dirname, "generated.ts"), "utf8").matchAll(/^  "(.+)": \{/gm),
    ];
    const written = topics
      .filter((topic) => topic !== "documents.ftl")
      .flatMap((topic) => keysOf(readFileSync(join(folder, "fi", topic), "utf8")));
    const whole = (key: string) => hasText("fi", key);
    expect(typed.map((key) => key[1]).sort()).toEqual(written.filter(whole).sort());
  });

  it("takes no wrong key, no text without its arguments, and no plural by a word", () => {
    expect(textOf("en", "order-title", { number: "2026-1001" })).toBe("Order 2026-1001");
    expect(textOf("en", codeKey("order-state", "draft"))).toBe("Draft");
    // @ts-expect-error there is no such text
    expect(textOf("en", "order-tittle")).toBe("order-tittle");
    // @ts-expect-error the code has no text of this kind
    expect(textOf("en", codeKey("order-state", "lost"))).toBe("order-state-lost");
    // @ts-expect-error its number is missing
    expect(textOf("en", "order-title")).toBe("Order {$number}");
    // @ts-expect-error a plural is chosen by a number
    expect(textOf("en", "orders-count", { count: "1" })).toBe("1 orders");
  });

  it("reads every message of the files: none is lost to a slip in the syntax", () => {
    for (const language of LANGUAGES) {
      const written = topics
        .filter((topic) => topic !== "documents.ftl")
        .flatMap((topic) => keysOf(readFileSync(join(folder, language, topic), "utf8")))
        .filter((key) => !key.includes("."));
      expect([...bundleOf(language)._messages.keys()].sort()).toEqual(written.sort());
    }
  });
});

describe("formats", () => {
  const morning = new Date(2026, 8, 3, 8, 5).getTime();

  it.each([
    ["fi", "39,90 €", "25,5 %", "3.9.2026", "8.05", "2 013", "8,4 Mt", "1 t 20 min"],
    ["sv", "39,90 €", "25,5 %", "2026-09-03", "08:05", "2 013", "8,4 MB", "1 h 20 min"],
    ["en", "€39.90", "25.5%", "3 Sep 2026", "08:05", "2,013", "8.4 MB", "1 h 20 min"],
  ] as const)("%s", (language, money, rate, date, time, number, bytes, duration) => {
    expect(plain(format.formatMoney(language, 3990))).toBe(money);
    expect(plain(format.formatRate(language, 2550))).toBe(rate);
    expect(format.formatDate(language, morning)).toBe(date);
    expect(format.formatIsoDate(language, "2026-09-03")).toBe(date);
    expect(format.formatTime(language, morning)).toBe(time);
    expect(plain(format.formatNumber(language, 2013))).toBe(number);
    expect(plain(format.formatBytes(language, 8_400_000))).toBe(bytes);
    expect(plain(format.formatDuration(language, 4_790))).toBe(duration);
    expect(format.formatExactDateTime(language, morning + 7_000)).toBe(
      format.formatIsoDateTime(language, "2026-09-03T08:05:07"),
    );
  });

  it.each([
    [-3_604_000, "1 t 4 s", "1 h 4 s"],
    [134_400, "2 min 14 s", "2 min 14 s"],
    [9_742 * 86_400_000, "9 742 pv", "9 742 d"],
    [0, "0 s", "0 s"],
  ])("a clock that is off by %d ms", (ms, finnish, swedish) => {
    expect(plain(format.formatClockError("fi", ms))).toBe(finnish);
    expect(plain(format.formatClockError("sv", ms))).toBe(swedish);
  });

  it.each([
    ["39,90", 3990],
    ["39.9", 3990],
    ["39", 3900],
    ["1 039,90 €", 103990],
    ["€0.05", 5],
    ["-5", -500],
    ["\u22125", -500],
    ["39,999", null],
    ["abc", null],
    ["", null],
  ])("reads %j as %j cents", (text, cents) => expect(format.parseMoney(text)).toBe(cents));

  it("joins two dates as each language does", () => {
    const next = new Date(2026, 8, 4, 8, 5).getTime();
    expect(format.formatDateRange("fi", morning, morning)).toBe("3.9.2026");
    expect(format.formatDateRange("fi", morning, next)).toBe("3.9.2026–4.9.2026");
    expect(format.formatDateRange("sv", morning, next)).toBe("2026-09-03 – 2026-09-04");
    expect(format.formatDateRange("en", morning, next)).toBe("3 Sep 2026 – 4 Sep 2026");
  });

  it("writes short exposures as fractions", () => {
    expect(plain(format.formatExposure("fi", 1 / 250))).toBe("1/250 s");
    expect(plain(format.formatExposure("fi", 1.5))).toBe("1,5 s");
  });
});
