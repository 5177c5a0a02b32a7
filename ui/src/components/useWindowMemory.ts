import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";

const KEY = "window";

function keep<T>(client: QueryClient, key: string, value: T): void {
  client.setQueryDefaults([KEY], { gcTime: Infinity });
  client.setQueryData<T>([KEY, key], value);
}

/**
 * A choice that outlives its view but not the open register: a search text, a selection. Never on disk;
 * kept among the queries, so that locking drops it with them.
 */
export function useWindowMemory<T>(key: string, initial: T): [T, (value: T) => void] {
  const client = useQueryClient();
  const [value, setValue] = useState<T>(() => client.getQueryData<T>([KEY, key]) ?? initial);
  const set = useCallback(
    (next: T) => {
      setValue(next);
      keep(client, key, next);
    },
    [client, key],
  );
  return [value, set];
}

/** The same for what changes with every key press: read when the view is opened, kept when it is left. */
export function useLeavingMemory<T>(key: string): [found: T | undefined, note: (value: T) => void] {
  const client = useQueryClient();
  const [found] = useState(() => client.getQueryData<T>([KEY, key]));
  const latest = useRef(found);
  useEffect(
    () => () => {
      if (latest.current !== undefined) keep(client, key, latest.current);
    },
    [client, key],
  );
  const note = useCallback((value: T) => {
    latest.current = value;
  }, []);
  return [found, note];
}
