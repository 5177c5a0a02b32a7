import { useEffect, useState } from "react";

/** `value` once it has rested for `pauseMs`: what is typed is searched when the hand pauses. */
export function useDebounced<T>(value: T, pauseMs = 120): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return rested;
}
