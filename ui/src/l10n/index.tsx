/** The language of the window: `useT()` for texts, `useFormat()` for numbers and dates; switches at once. */
import { createContext, useContext, useEffect, useMemo, type ReactNode } from "react";
import { I18nProvider } from "react-aria-components";
import type { ApiError } from "../api/error";
import { LOCALES, codedTextOf, hasText, textOf, type Language } from "./bundles";
import * as format from "./format";
import { codeKey, type ArgumentsOf, type MessageKey } from "./keys";

export { LANGUAGES, LOCALES, type Language } from "./bundles";
export { codeKey, type MessageKey, type PlainKey } from "./keys";

export type Translate = <K extends MessageKey>(key: K, ...args: ArgumentsOf<K>) => string;
/** The text of a code that came as data: `codeText("entity", row.entity)`. */
export type CodeText = (prefix: string, code: string) => string;

export interface ErrorWords {
  whatHappened: string;
  whatToDo: string;
}

interface L10n {
  language: Language;
  t: Translate;
  codeText: CodeText;
  errorWords(error: ApiError): ErrorWords;
  format: Format;
}

export interface Format {
  number(value: number, digits?: number): string;
  money(cents: number): string;
  rate(basisPoints: number): string;
  date(at: number): string;
  isoDate(iso: string): string;
  isoDateTime(iso: string): string;
  time(at: number): string;
  dateTime(at: number): string;
  exactDateTime(at: number): string;
  dateRange(from: number, until: number): string;
  bytes(bytes: number): string;
  byteRate(bytesPerSecond: number): string;
  duration(seconds: number): string;
  clockError(ms: number): string;
  exposure(seconds: number): string;
}

function makeL10n(language: Language): L10n {
  return {
    language,
    t: (key, ...args) => textOf(language, key, ...args),
    codeText: (prefix, code) => {
      const key = codeKey(prefix, inSnakeCase(code));
      return hasText(language, key) ? codedTextOf(language, key) : code;
    },
    errorWords: (error) => {
      const key = hasText(language, codeKey("error", error.code))
        ? codeKey("error", error.code)
        : "error-bug";
      return {
        whatHappened: codedTextOf(language, key, error.args),
        whatToDo: codedTextOf(language, `${key}.action`, error.args),
      };
    },
    format: {
      number: (value, digits) => format.formatNumber(language, value, digits),
      money: (cents) => format.formatMoney(language, cents),
      rate: (basisPoints) => format.formatRate(language, basisPoints),
      date: (at) => format.formatDate(language, at),
      isoDate: (iso) => format.formatIsoDate(language, iso),
      isoDateTime: (iso) => format.formatIsoDateTime(language, iso),
      time: (at) => format.formatTime(language, at),
      dateTime: (at) => format.formatDateTime(language, at),
      exactDateTime: (at) => format.formatExactDateTime(language, at),
      dateRange: (from, until) => format.formatDateRange(language, from, until),
      bytes: (bytes) => format.formatBytes(language, bytes),
      byteRate: (rate) => format.formatByteRate(language, rate),
      duration: (seconds) => format.formatDuration(language, seconds),
      clockError: (ms) => format.formatClockError(language, ms),
      exposure: (seconds) => format.formatExposure(language, seconds),
    },
  };
}

const L10nContext = createContext<L10n | null>(null);

export function L10nProvider({ language, children }: { language: Language; children: ReactNode }) {
  const l10n = useMemo(() => makeL10n(language), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <L10nContext.Provider value={l10n}>
      <I18nProvider locale={LOCALES[language]}>{children}</I18nProvider>
    </L10nContext.Provider>
  );
}

function useL10n(): L10n {
  const l10n = useContext(L10nContext);
  if (!l10n) throw new Error("L10nProvider is missing");
  return l10n;
}

export const useT = (): Translate => useL10n().t;
export const useFormat = (): Format => useL10n().format;
export const useLanguage = (): Language => useL10n().language;
/** A code without a text is shown as it is, never left out. */
export const useCodeText = (): CodeText => useL10n().codeText;
/** An error in two sentences, with the arguments that came with it. */
export const useErrorWords = (): ((error: ApiError) => ErrorWords) => useL10n().errorWords;

/** Names of fields come as `lastName` and as `last_name`. */
function inSnakeCase(code: string): string {
  return code.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Compares words in the order of the language: a to z, å, ä, ö. */
export function useCompare(): (one: string, other: string) => number {
  const language = useLanguage();
  return useMemo(() => new Intl.Collator(LOCALES[language], { numeric: true }).compare, [language]);
}
