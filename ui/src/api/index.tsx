/**
 * Typed calls: `useCall`, `useMethod` (a query), `useMethods` (several), `usePagedMethod` (pages), `useAct` (a mutation), `useAppState`.
 *
 * Query keys are `[method, request]`; `events.ts` knows which methods an entity's change makes stale.
 */
import {
  QueryClient,
  QueryClientProvider,
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from "@tanstack/react-query";
import { createContext, useCallback, useContext, useEffect, useMemo, type ReactNode } from "react";
import type { Platform } from "../platform";
import { ApiError } from "./error";
import { staleMethods } from "./events";
import type { AppEvent, AppState, Methods, Page, RightDto, TaskDto } from "./generated";

export { ApiError } from "./error";
export type * from "./generated";

export type Call = <M extends keyof Methods>(
  method: M,
  request: Methods[M]["request"],
) => Promise<Methods[M]["response"]>;

interface Api {
  platform: Platform;
  call: Call;
}

const ApiContext = createContext<Api | null>(null);

/** A call that fails with {@link ApiError} only. */
export function makeCall(platform: Platform): Call {
  return async (method, request) => {
    try {
      return (await platform.call(method, request)) as never;
    } catch (cause) {
      throw ApiError.from(cause);
    }
  };
}

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: 30_000, refetchOnWindowFocus: false, networkMode: "always" },
      mutations: { retry: false, networkMode: "always" },
    },
  });
}

export function ApiProvider({
  platform,
  client,
  children,
}: {
  platform: Platform;
  client: QueryClient;
  children: ReactNode;
}) {
  const api = useMemo(() => ({ platform, call: makeCall(platform) }), [platform]);
  useEffect(() => platform.subscribe((event) => receive(client, event)), [platform, client]);
  return (
    <ApiContext.Provider value={api}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </ApiContext.Provider>
  );
}

/** Refreshes what an event made stale; after `state_changed` nothing that was read stays in memory. */
export function receive(client: QueryClient, event: AppEvent): void {
  switch (event.type) {
    case "changed":
      for (const method of staleMethods(event.changes)) void client.invalidateQueries({ queryKey: [method] });
      break;
    case "task_updated":
      client.setQueryData<Methods["task_list"]["response"]>(["task_list", {}], (old) => ({
        tasks: placeTask(old?.tasks ?? [], event.task),
      }));
      break;
    case "state_changed":
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== "app_state" });
      client.getMutationCache().clear();
      void client.invalidateQueries({ queryKey: ["app_state"] });
      void client.invalidateQueries({ queryKey: ["task_list"] });
      break;
    case "close_asked":
      // `features/shell/CloseQuestion` hears it itself
      break;
  }
}

function placeTask(tasks: TaskDto[], task: TaskDto): TaskDto[] {
  return tasks.some((known) => known.id === task.id)
    ? tasks.map((known) => (known.id === task.id ? task : known))
    : [task, ...tasks];
}

function useApi(): Api {
  const api = useContext(ApiContext);
  if (!api) throw new Error("ApiProvider is missing");
  return api;
}

export function useCall(): Call {
  return useApi().call;
}

export function usePlatform(): Platform {
  return useApi().platform;
}

export interface MethodOptions {
  enabled?: boolean;
  /** Shows the previous answer while the next one is read: lists that are filtered while typing. */
  keepPrevious?: boolean;
  staleTime?: number;
}

export function useMethod<M extends keyof Methods>(
  method: M,
  request: Methods[M]["request"],
  options: MethodOptions = {},
): UseQueryResult<Methods[M]["response"], ApiError> {
  const call = useCall();
  return useQuery<Methods[M]["response"], ApiError>({
    queryKey: [method, request],
    queryFn: () => call(method, request),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(options.staleTime === undefined ? {} : { staleTime: options.staleTime }),
  });
}

/** The same method with several requests; none asks nothing. */
export function useMethods<M extends keyof Methods>(
  method: M,
  requests: readonly (Methods[M]["request"] | null)[],
  options: Pick<MethodOptions, "staleTime"> = {},
): UseQueryResult<Methods[M]["response"], ApiError>[] {
  const call = useCall();
  return useQueries({
    queries: requests.map((request, place) => ({
      queryKey: request === null ? [method, null, place] : [method, request],
      queryFn: () => call(method, request as Methods[M]["request"]),
      enabled: request !== null,
      ...options,
    })),
  }) as UseQueryResult<Methods[M]["response"], ApiError>[];
}

type PagedMethod = {
  [M in keyof Methods]: Methods[M]["response"] extends Page<unknown> ? M : never;
}[keyof Methods];
type RowOf<M extends PagedMethod> = Methods[M]["response"]["rows"][number];

export interface Pages<Row> {
  rows: Row[];
  total: number | null;
  hasMore: boolean;
  /** Nothing to show yet. */
  isLoading: boolean;
  error: ApiError | null;
  loadMore(): void;
  retry(): void;
}

/** Pages of a keyset-paged method, joined; `request` without `after` and `limit`. */
export function usePagedMethod<M extends PagedMethod>(
  method: M,
  request: Omit<Methods[M]["request"], "after" | "limit">,
  options: { limit?: number; enabled?: boolean } = {},
): Pages<RowOf<M>> {
  const call = useCall();
  const limit = options.limit ?? 100;
  const query = useInfiniteQuery({
    queryKey: [method, request, limit] as const,
    queryFn: async ({ pageParam }) =>
      (await call(method, { ...request, after: pageParam, limit } as Methods[M]["request"])) as Page<
        RowOf<M>
      >,
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page<RowOf<M>>) => page.next,
    enabled: options.enabled ?? true,
    placeholderData: keepPreviousData,
  });
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = query;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const retry = useCallback(() => void refetch(), [refetch]);
  return {
    rows,
    total: data && !hasNextPage ? rows.length : null,
    hasMore: hasNextPage,
    isLoading: query.isPending,
    error: query.error ? ApiError.from(query.error) : null,
    loadMore,
    retry,
  };
}

/** The rows of a list that is read whole, as pages of which there is one. */
export function wholeList<Row>(query: UseQueryResult<unknown, ApiError>, rows: Row[]): Pages<Row> {
  return {
    rows,
    total: rows.length,
    hasMore: false,
    isLoading: query.isPending,
    error: query.error,
    loadMore: () => undefined,
    retry: () => void query.refetch(),
  };
}

/** A call that changes something: `act.mutate(request)`; what it changed comes back as an event. */
export function useAct<M extends keyof Methods>(
  method: M,
  options: {
    onDone?: (answer: Methods[M]["response"], request: Methods[M]["request"]) => void;
    onError?: (error: ApiError, request: Methods[M]["request"]) => void;
  } = {},
): UseMutationResult<Methods[M]["response"], ApiError, Methods[M]["request"]> {
  const call = useCall();
  return useMutation<Methods[M]["response"], ApiError, Methods[M]["request"]>({
    mutationKey: [method],
    mutationFn: (request) => call(method, request),
    ...(options.onDone ? { onSuccess: options.onDone } : {}),
    ...(options.onError ? { onError: options.onError } : {}),
  });
}

/** Reads a method's answers again: for what no event tells. */
export function useRefresh(): (method: keyof Methods) => void {
  const client = useQueryClient();
  return useCallback((method) => void client.invalidateQueries({ queryKey: [method] }), [client]);
}

/** The program's state; undefined until it is first read. */
export function useAppState(): AppState | undefined {
  return useMethod("app_state", {}, { staleTime: Infinity }).data;
}

const IS_LOOKING = /^(see_|signed_in$)/;

/** What whoever is signed in may do. The window leaves out what they may not; the program refuses it in any case. */
export function useMay(): (right: RightDto) => boolean {
  const app = useAppState();
  const rights = app?.signer?.rights;
  // nothing is written to a register that is not as it was left
  const isReadOnly = Boolean(app?.alarm);
  return useCallback(
    (right) => (rights?.includes(right) ?? false) && (!isReadOnly || IS_LOOKING.test(right)),
    [rights, isReadOnly],
  );
}

/** Puts an `AppState` answered by a call in place without waiting for the event. */
export function useSetAppState(): (state: AppState) => void {
  const client = useQueryClient();
  return useCallback((state) => client.setQueryData(["app_state", {}], state), [client]);
}
