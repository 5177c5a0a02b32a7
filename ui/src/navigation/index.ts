/** Where the window is: paths of the views; and the small choices that are remembered (`preferences.ts`). */
import { useNavigate, useParams, useRouter, useRouterState, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import type { RightDto } from "../api/generated";
import { isOneOf, readPreference } from "./preferences";

export * from "./preferences";

export const SECTIONS = [
  "schools",
  "sessions",
  "customers",
  "orders",
  "production",
  "partners",
  "products",
  "staff",
  "history",
  "settings",
] as const;
export type Section = (typeof SECTIONS)[number];

/** Where the window begins when it remembers none; everybody may see it. */
export const FIRST_SECTION: Section = "sessions";

/** Where the window begins: the section that was open last. */
export const firstSection = () => readPreference<Section>("section", FIRST_SECTION, isOneOf(SECTIONS));

/** What one must be allowed to see a section. */
export const SECTION_RIGHTS: Record<Section, RightDto> = {
  schools: "see_subjects",
  sessions: "see_photos",
  customers: "see_customers",
  orders: "see_orders",
  production: "see_hand_overs",
  partners: "see_hand_overs",
  products: "see_orders",
  staff: "see_staff",
  history: "see_history",
  settings: "signed_in",
};

/** A path below a section: `/orders`, `/orders/12`, `/customers/new`. A subject's card and a job's matching, choices and group photos are below none. */
export type Path =
  | `/${Section}`
  | `/${Section}/${string}`
  | `/subjects/${string}`
  | `/matching/${string}`
  | `/choices/${string}`
  | `/group-photos/${string}`
  | "/import";
/**
 * The section whose right a path needs. An import belongs to the sessions, a job's matching, choices and group photos to the
 * schools; a subject's card, which shows contact data, to the customers.
 */
export function sectionOf(path: Path): Section {
  if (path.startsWith("/subjects/")) return "customers";
  if (["/matching/", "/choices/", "/group-photos/"].some((start) => path.startsWith(start))) return "schools";
  return SECTIONS.find((section) => path === `/${section}` || path.startsWith(`/${section}/`)) ?? "sessions";
}

/** Values of the part after `?`; ids and codes only. */
export type Search = Record<string, string | number | boolean | undefined>;

/** Of those, what says that photos lie over the view, which stays below them as it was. */
export const LAID_OVER: readonly string[] = ["large", "compare"];

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
export function useBack(fallback: Path, search?: Search): () => void {
  const router = useRouter();
  const go = useGo();
  return useCallback(() => {
    if (router.history.canGoBack()) router.history.back();
    else go(fallback, search, { replace: true });
  }, [router, go, fallback, search]);
}

export function usePathname(): string {
  return useRouterState({ select: (state) => state.location.pathname });
}

/** Of the view on screen, which stays until the next one has been read. */
export function useShownPathname(): string {
  return useRouterState({ select: (state) => state.matches.at(-1)?.pathname ?? "" });
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
