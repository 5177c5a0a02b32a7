/** Where the window is: paths of the views, and small choices remembered without personal data. */
import { useNavigate, useParams, useRouter, useRouterState, useSearch } from "@tanstack/react-router";
import { useCallback, useState } from "react";

export const SECTIONS = [
  "sessions",
  "customers",
  "orders",
  "production",
  "partners",
  "products",
  "history",
  "settings",
] as const;
export type Section = (typeof SECTIONS)[number];

/** A path below a section: `/orders`, `/orders/12`, `/customers/new`. */
export type Path = `/${Section}` | `/${Section}/${string}` | "/import";
/** Values of the part after `?`; ids and codes only. */
export type Search = Record<string, string | number | boolean | undefined>;

export type Go = (path: Path, search?: Search, options?: { replace?: boolean }) => void;

export function useGo(): Go {
  const navigate = useNavigate();
  return useCallback(
    (path, search, options) =>
      void navigate({
        to: path as never,
        search: (search ?? {}) as never,
        replace: options?.replace ?? false,
      }),
    [navigate],
  );
}

/** Back to where the user was; to `fallback` when the window was opened here. */
export function useBack(fallback: Path): () => void {
  const router = useRouter();
  const go = useGo();
  return useCallback(() => {
    if (router.history.canGoBack()) router.history.back();
    else go(fallback, {}, { replace: true });
  }, [router, go, fallback]);
}

export function usePathname(): string {
  return useRouterState({ select: (state) => state.location.pathname });
}

/** The number in the path (`/orders/12`), or null (`/orders`, `/orders/new`). */
export function usePathId(): number | null {
  const { id } = useParams({ strict: false }) as { id?: string };
  return id && /^\d+$/.test(id) ? Number(id) : null;
}

/** What stands after the section: `new`, `12`, or null. */
export function usePathWord(): string | null {
  const { id } = useParams({ strict: false }) as { id?: string };
  return id ?? null;
}

export function useSearchValues(): Search {
  return useSearch({ strict: false }) as Search;
}

const PREFIX = "kontakti.";

export function readPreference<T>(key: string, fallback: T, isValid: (value: unknown) => value is T): T {
  try {
    const text = localStorage.getItem(PREFIX + key);
    const value: unknown = text === null ? null : JSON.parse(text);
    return isValid(value) ? value : fallback;
  } catch {
    return fallback;
  }
}

export function writePreference(key: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // Without storage a choice lasts as long as the window.
  }
}

/**
 * A choice of the user remembered on this computer: sort, size, folded. Never names, searches or ids.
 * What is stored but no longer valid gives the fallback.
 */
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
export const isOneOf =
  <T extends string>(choices: readonly T[]) =>
  (value: unknown): value is T =>
    typeof value === "string" && (choices as readonly string[]).includes(value);
