/** Names of the photos on screen in the picker, read in batches as they come into view. */
import { useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { useCall } from "../../api";
import type { ChosenPhoto } from "./draft";

const BATCH = 200;

export interface NameStore {
  subscribe(listener: () => void): () => void;
  nameOf(id: number): string | undefined;
}

export interface PhotoNames {
  read: NameStore;
  want(ids: readonly number[]): void;
  /** Reads the names that are still missing. */
  named(ids: number[]): Promise<ChosenPhoto[]>;
}

export function usePhotoNames(): PhotoNames {
  const call = useCall();
  const isMounted = useRef(true);
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);
  return useMemo(() => {
    const names = new Map<number, string>();
    const asked = new Set<number>();
    const listeners = new Set<() => void>();
    const fetchNames = async (ids: number[]) => {
      for (let from = 0; from < ids.length; from += BATCH) {
        const batch = ids.slice(from, from + BATCH);
        batch.forEach((id) => asked.add(id));
        try {
          const { cells } = await call("frame_cells", { ids: batch });
          for (const cell of cells) names.set(cell.id, cell.name);
        } catch {
          // Asked again when they come into view again; the picture is shown without its name meanwhile.
          batch.forEach((id) => asked.delete(id));
        }
      }
      if (isMounted.current) listeners.forEach((listener) => listener());
    };
    return {
      read: {
        subscribe: (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
        nameOf: (id) => names.get(id),
      },
      want: (ids) => {
        const missing = ids.filter((id) => !asked.has(id));
        if (missing.length > 0) void fetchNames(missing);
      },
      named: async (ids) => {
        const missing = ids.filter((id) => !names.has(id));
        if (missing.length > 0) await fetchNames(missing);
        return ids.map((id) => ({ id, name: names.get(id) ?? "" }));
      },
    };
  }, [call]);
}

export function usePhotoName(store: NameStore, id: number): string | undefined {
  return useSyncExternalStore(store.subscribe, () => store.nameOf(id));
}
