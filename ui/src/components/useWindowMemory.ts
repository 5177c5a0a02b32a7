import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";

const KEY = "window";

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
      client.setQueryDefaults([KEY], { gcTime: Infinity });
      client.setQueryData<T>([KEY, key], next);
    },
    [client, key],
  );
  return [value, set];
}
