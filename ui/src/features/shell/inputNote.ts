import { useEffect } from "react";
import { useCall } from "../../api";

const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel"] as const;
/** The program counts in minutes. */
const PAUSE_MS = 10_000;

/** Tells the program that somebody is at mouse or keyboard, so that it does not lock the register. */
export function useInputNote(): void {
  const call = useCall();
  useEffect(() => {
    let noted = -PAUSE_MS;
    const note = (event: Event) => {
      if (event.timeStamp - noted < PAUSE_MS) return;
      noted = event.timeStamp;
      // a note that is not taken costs nothing but an early lock
      call("input_note", {}).catch(() => undefined);
    };
    for (const sign of SIGNS) window.addEventListener(sign, note, { capture: true, passive: true });
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, note, { capture: true });
    };
  }, [call]);
}
