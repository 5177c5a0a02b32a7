/** Money, dates, sizes and durations as each language writes them. */
import { LOCALES, type Language } from "./bundles";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const two = (value: number) => String(value).padStart(2, "0");

const numbers = new Map<string, Intl.NumberFormat>();

function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  let format = numbers.get(key);
  if (!format) numbers.set(key, (format = new Intl.NumberFormat(LOCALES[language], options)));
  return format;
}

/** `2 013` (fi, sv), `2,013` (en). */
export function formatNumber(language: Language, value: number, digits = 0): string {
  return numberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
    value,
  );
}

/** Cents to `39,90 €` (fi, sv) or `€39.90` (en). */
export function formatMoney(language: Language, cents: number): string {
  return numberFormat(language, { style: "currency", currency: "EUR" }).format(cents / 100);
}

/** Basis points to `25,5 %` (fi, sv) or `25.5%` (en). */
export function formatRate(language: Language, basisPoints: number): string {
  return numberFormat(language, { style: "percent", maximumFractionDigits: 2 }).format(basisPoints / 10_000);
}

function writeDate(language: Language, year: number, month: number, day: number): string {
  if (language === "fi") return `${day}.${month}.${year}`;
  if (language === "sv") return `${year}-${two(month)}-${two(day)}`;
  return `${day} ${MONTHS[month - 1] ?? ""} ${year}`;
}

/** Unix ms to the local date: `3.9.2026`, `2026-09-03`, `3 Sep 2026`. */
export function formatDate(language: Language, at: number): string {
  const date = new Date(at);
  return writeDate(language, date.getFullYear(), date.getMonth() + 1, date.getDate());
}

/** ISO date (`2026-09-03`) to the language's way; what is not a date is shown as it is. */
export function formatIsoDate(language: Language, iso: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  return parts ? writeDate(language, Number(parts[1]), Number(parts[2]), Number(parts[3])) : iso;
}

/** Unix ms to local `14.05` (fi), `14:05` (sv, en). */
export function formatTime(language: Language, at: number): string {
  const date = new Date(at);
  return `${language === "fi" ? date.getHours() : two(date.getHours())}${language === "fi" ? "." : ":"}${two(date.getMinutes())}`;
}

/** Unix ms to local date and time with seconds, as {@link formatIsoDateTime} writes them. */
export function formatExactDateTime(language: Language, at: number): string {
  const date = new Date(at);
  const seconds = `${formatTime(language, at)}${language === "fi" ? "." : ":"}${two(date.getSeconds())}`;
  return `${formatDate(language, at)} ${seconds}`;
}

/** ISO local date and time to `3.9.2026 8.41.07` (fi), `2026-09-03 08:41:07` (sv), `3 Sep 2026 08:41:07` (en). */
export function formatIsoDateTime(language: Language, iso: string): string {
  const clock = /T(\d{2}):(\d{2}):(\d{2})/.exec(iso);
  const date = formatIsoDate(language, iso);
  if (!clock) return date;
  const [, hours = "", minutes = "", seconds = ""] = clock;
  return language === "fi"
    ? `${date} ${Number(hours)}.${minutes}.${seconds}`
    : `${date} ${hours}:${minutes}:${seconds}`;
}

export function formatDateTime(language: Language, at: number): string {
  return `${formatDate(language, at)} ${formatTime(language, at)}`;
}

/** One date, or both ends: `3.9.2026`, `3.9.2026–4.9.2026` (fi), `2026-09-03 – 2026-09-04` (sv). */
export function formatDateRange(language: Language, from: number, until: number): string {
  const first = formatDate(language, from);
  const last = formatDate(language, until);
  return first === last ? first : language === "fi" ? `${first}–${last}` : `${first} – ${last}`;
}

const BYTE_UNITS: Record<Language, readonly string[]> = {
  fi: ["t", "kt", "Mt", "Gt", "Tt"],
  sv: ["B", "kB", "MB", "GB", "TB"],
  en: ["B", "kB", "MB", "GB", "TB"],
};

/** Decimal units: `812 kt`, `8,4 Mt` (fi), `8.4 MB` (en). */
export function formatBytes(language: Language, bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < 4) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit >= 2 && value < 99.95 ? 1 : 0;
  return `${formatNumber(language, value, digits)}\u00a0${BYTE_UNITS[language][unit] ?? ""}`;
}

export function formatByteRate(language: Language, bytesPerSecond: number): string {
  return `${formatBytes(language, bytesPerSecond)}/s`;
}

/** Time left or spent, rounded for reading: `40 s`, `3 min`, `1 h 20 min` (`t` in Finnish). */
export function formatDuration(language: Language, seconds: number): string {
  const hour = language === "fi" ? "t" : "h";
  if (seconds < 55)
    return `${Math.max(1, Math.round(seconds < 10 ? seconds : Math.round(seconds / 5) * 5))}\u00a0s`;
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 60) return `${minutes}\u00a0min`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)}\u00a0${hour}${rest ? ` ${rest}\u00a0min` : ""}`;
}

/** How far a clock is off, exactly and without a sign: `1 h 4 s`, `2 min 14 s`, `9 742 d 3 h` (`pv`, `t` in Finnish). */
export function formatClockError(language: Language, ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000);
  const [day, hour] = language === "fi" ? ["pv", "t"] : ["d", "h"];
  const parts: [number, string][] = [
    [Math.floor(seconds / 86_400), day],
    [Math.floor(seconds / 3_600) % 24, hour],
    [Math.floor(seconds / 60) % 60, "min"],
    [seconds % 60, "s"],
  ];
  const shown = parts.filter(([count]) => count > 0);
  return (shown.length > 0 ? shown : parts.slice(-1))
    .map(([count, unit]) => `${formatNumber(language, count)}\u00a0${unit}`)
    .join(" ");
}

/** Shutter time: `1/250 s`, `2 s`. */
export function formatExposure(language: Language, seconds: number): string {
  if (seconds > 0 && seconds < 0.4) return `1/${Math.round(1 / seconds)}\u00a0s`;
  return `${formatNumber(language, seconds, Number.isInteger(seconds) ? 0 : 1)}\u00a0s`;
}

/** `39,90`, `39.9`, `39`, `1 039,90` with or without the sign, to cents; null when it is not an amount. */
export function parseMoney(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f€]/g, "").replace("\u2212", "-");
  const match = /^(-?)(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(plain);
  if (!match) return null;
  const cents = Number(match[2]) * 100 + Number((match[3] ?? "").padEnd(2, "0"));
  return match[1] ? -cents : cents;
}
