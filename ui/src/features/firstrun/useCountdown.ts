/** Seconds left of a wait that the register ordered. */
import { useEffect, useState } from "react";

const TICK_MS = 200;

/** `waitMs` counts from when it was read: `readAt` tells two equal waits apart. */
export function useCountdown(waitMs: number | null, readAt: number): number {
  const until = waitMs === null ? 0 : readAt + waitMs;
  const [now, setNow] = useState(() => Date.now());
  const left = Math.max(0, until - Math.max(now, readAt));
  const isWaiting = left > 0;
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [isWaiting, until]);
  return Math.ceil(left / 1000);
}
