/** School years, told by the calendar year in which each begins. */

/** `2026–27`, in every language. */
export function schoolYearName(year: number): string {
  return `${year}–${String((year + 1) % 100).padStart(2, "0")}`;
}

/** Each year once, newest first. */
export function yearChoices(years: readonly number[], ...more: readonly number[]): number[] {
  return [...new Set([...years, ...more])].sort((one, other) => other - one);
}
