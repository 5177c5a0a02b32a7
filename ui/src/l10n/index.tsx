/** The language of the window: `useT()` for texts, `useFormat()` for numbers and dates; switches at once. */
import { createContext, useContext, useEffect, useMemo, type ReactNode } from "react";
import { I18nProvider } from "react-aria-components";
import { LOCALES, hasText, textOf, type Args, type Language } from "./bundles";
import * as format from "./format";

export { LANGUAGES, LOCALES, type Args, type Language } from "./bundles";

export type Translate = (key: string, args?: Args) => string;

interface L10n {
  language: Language;
  t: Translate;
  has(key: string): boolean;
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
  dateRange(from: number, until: number): string;
  bytes(bytes: number): string;
  byteRate(bytesPerSecond: number): string;
  duration(seconds: number): string;
  exposure(seconds: number): string;
}

function makeL10n(language: Language): L10n {
  return {
    language,
    t: (key, args) => textOf(language, key, args),
    has: (key) => hasText(language, key),
    format: {
      number: (value, digits) => format.formatNumber(language, value, digits),
      money: (cents) => format.formatMoney(language, cents),
      rate: (basisPoints) => format.formatRate(language, basisPoints),
      date: (at) => format.formatDate(language, at),
      isoDate: (iso) => format.formatIsoDate(language, iso),
      isoDateTime: (iso) => format.formatIsoDateTime(language, iso),
      time: (at) => format.formatTime(language, at),
      dateTime: (at) => format.formatDateTime(language, at),
      dateRange: (from, until) => format.formatDateRange(language, from, until),
      bytes: (bytes) => format.formatBytes(language, bytes),
      byteRate: (rate) => format.formatByteRate(language, rate),
      duration: (seconds) => format.formatDuration(language, seconds),
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
/** Whether a key has a text: for codes that come from data. */
export const useHasText = (): ((key: string) => boolean) => useL10n().has;

/** Wire codes are `snake_case`, message keys `kebab-case`. */
export function codeKey(prefix: string, code: string): string {
  return `${prefix}-${code.replaceAll("_", "-")}`;
}
