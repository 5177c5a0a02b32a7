/** Periods of the history's filter, as whole local days. */

export const PERIODS = ["all", "today", "week", "month", "custom"] as const;
export type Period = (typeof PERIODS)[number];

export interface Range {
  /** Unix ms, inclusive; null without a beginning. */
  from: number | null;
  /** Unix ms, exclusive; null without an end. */
  until: number | null;
}

const DAYS: Partial<Record<Period, number>> = { today: 0, week: 6, month: 29 };

/** `first` and `last` are ISO dates of the custom period, both included; empty leaves that side open. */
export function rangeOf(period: Period, first: string, last: string, now = new Date()): Range {
  const back = DAYS[period];
  if (back !== undefined)
    return { from: new Date(now.getFullYear(), now.getMonth(), now.getDate() - back).getTime(), until: null };
  if (period !== "custom") return { from: null, until: null };
  return { from: startOfDay(first, 0), until: startOfDay(last, 1) };
}

function startOfDay(iso: string, plusDays: number): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!parts) return null;
  return new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]) + plusDays).getTime();
}
