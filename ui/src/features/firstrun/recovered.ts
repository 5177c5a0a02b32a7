/** Whether this window was opened with the recovery code: the settings then advise a new passphrase. */
import { useSyncExternalStore } from "react";

let isRecovered = false;
const listeners = new Set<() => void>();

function set(value: boolean): void {
  isRecovered = value;
  listeners.forEach((listener) => listener());
}

export const noteRecovery = () => set(true);
export const forgetRecovery = () => set(false);

export function useIsRecovered(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => isRecovered,
  );
}
