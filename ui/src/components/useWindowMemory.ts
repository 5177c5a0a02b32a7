import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";

/**
 * A choice that outlives its view but not the open register: a search text, a selection. Never on disk;
 * kept among the queries, so that locking drops it with them.
 */
export function useWindowMemory<T>(key: string, initial: T): [T, (value: T) => void] {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: ["window", key],
    queryFn: () => initial,
    initialData: initial,
    staleTime: Infinity,
    gcTime: Infinity,
  });
  const set = useCallback((value: T) => client.setQueryData<T>(["window", key], value), [client, key]);
  return [data as T, set];
}
