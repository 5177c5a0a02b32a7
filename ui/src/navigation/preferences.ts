/**
 * Small choices remembered on this computer: sort, size, folded. Never names, searches or ids.
 *
 * The program keeps them, since the window's own storage lives in memory only. They are read once, before the first
 * view, and written some moments after they change.
 */
import { useCallback, useState } from "react";

const REST_MS = 300;

const kept = new Map<string, string>();
const waiting = new Map<string, ReturnType<typeof setTimeout>>();
let keep: (key: string, value: string) => void = () => undefined;

/** Takes over what is kept, and says where changes go. */
export function startPreferences(
  values: Record<string, string>,
  save: (key: string, value: string) => void,
): void {
  kept.clear();
  for (const [key, value] of Object.entries(values)) kept.set(key, value);
  keep = save;
}

/** What is remembered now, by key, as JSON text. */
export const keptPreferences = (): Record<string, string> => Object.fromEntries(kept);

/** What is stored but no longer valid gives the fallback. */
export function readPreference<T>(key: string, fallback: T, isValid: (value: unknown) => value is T): T {
  try {
    const value: unknown = JSON.parse(kept.get(key) ?? "null");
    return isValid(value) ? value : fallback;
  } catch {
    return fallback;
  }
}

export function writePreference(key: string, value: unknown): void {
  const text = JSON.stringify(value);
  if (kept.get(key) === text) return;
  kept.set(key, text);
  clearTimeout(waiting.get(key));
  waiting.set(
    key,
    setTimeout(() => {
      waiting.delete(key);
      keep(key, text);
    }, REST_MS),
  );
}

export function usePreference<T>(
  key: string,
  fallback: T,
  isValid: (value: unknown) => value is T,
): [T, (value: T) => void] {
  const [value, setValue] = useState(() => readPreference(key, fallback, isValid));
  const set = useCallback(
    (next: T) => {
      setValue(next);
      writePreference(key, next);
    },
    [key],
  );
  return [value, set];
}

export const isBoolean = (value: unknown): value is boolean => typeof value === "boolean";
export const isNumberWithin =
  (least: number, most: number) =>
  (value: unknown): value is number =>
    typeof value === "number" && value >= least && value <= most;
export const isOneOfNumbers =
  <T extends number>(choices: readonly T[]) =>
  (value: unknown): value is T =>
    typeof value === "number" && (choices as readonly number[]).includes(value);
export const isOneOf =
  <T extends string>(choices: readonly T[]) =>
  (value: unknown): value is T =>
    typeof value === "string" && (choices as readonly string[]).includes(value);
/** An ISO date, or empty. */
export const isDayOrNone = (value: unknown): value is string =>
  typeof value === "string" && /^(\d{4}-\d{2}-\d{2})?$/.test(value);
