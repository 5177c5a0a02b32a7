/** Where the window is: paths of the views; and the small choices that are remembered (`preferences.ts`). */
import { useNavigate, useParams, useRouter, useRouterState, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";

export * from "./preferences";

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
