/** Which mounted forms hold something that is not saved; asked before the window is locked or closed. */
import { useEffect, useId, useSyncExternalStore } from "react";

const forms = new Set<string>();
const listeners = new Set<() => void>();

function change(apply: () => void): void {
  apply();
  listeners.forEach((listener) => listener());
}

/** Counts the caller among the unsaved while `isDirty`. */
export function useUnsaved(isDirty: boolean): void {
  const id = useId();
  useEffect(() => {
    if (!isDirty) return;
    change(() => forms.add(id));
    return () => change(() => forms.delete(id));
  }, [id, isDirty]);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether anything on screen is not saved. */
export const useHasUnsaved = (): boolean => useSyncExternalStore(listen, () => forms.size > 0);
