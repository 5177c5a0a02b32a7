import { useCallback } from "react";
import { useAct, useSetAppState } from "../../api";

/** Locks the register; pictures and answers leave memory with the `state_changed` event. */
export function useLock(): () => void {
  const place = useSetAppState();
  const { mutate } = useAct("register_lock", { onDone: place });
  return useCallback(() => mutate({}), [mutate]);
}
