import { useCallback, useRef } from "react";
import { useAct, useSetAppState } from "../../api";
import { useAskUnfinished } from "./unfinished";

/**
 * Locks the register; pictures and answers leave memory with the `state_changed` event. Asks first when that would
 * interrupt a task or lose what is not saved.
 */
export function useLock(): () => void {
  const place = useSetAppState();
  const askUnfinished = useAskUnfinished();
  const { mutate } = useAct("register_lock", { onDone: place });
  const isAsking = useRef(false);
  return useCallback(() => {
    if (isAsking.current) return;
    isAsking.current = true;
    void askUnfinished("lock").then((answer) => {
      isAsking.current = false;
      if (answer) mutate({});
    });
  }, [askUnfinished, mutate]);
}
