/** A platform answered by the test itself; an unanswered method is a failure, never an empty answer. */
import type { ApiError, AppEvent, ErrorCode, Methods } from "../api/generated";
import type { Platform } from ".";
import { photoPath } from "./photoPath";

export type FakeAnswers = {
  [M in keyof Methods]?: (
    request: Methods[M]["request"],
  ) => Methods[M]["response"] | Promise<Methods[M]["response"]>;
};

export interface FakePlatform extends Platform {
  readonly kind: "fake";
  /** Everything called so far, oldest first. */
  readonly calls: { method: keyof Methods; request: unknown }[];
  requests<M extends keyof Methods>(method: M): Methods[M]["request"][];
  answer(answers: FakeAnswers): void;
  emit(event: AppEvent): void;
}

/** An error as the wire carries it. */
export function wireError(code: ErrorCode, rest: Partial<ApiError> = {}): ApiError {
  return { code, kind: "refused", args: [], fields: [], incident: null, ...rest };
}

export function fakePlatform(first: FakeAnswers): FakePlatform {
  const answers: Record<string, ((request: never) => unknown) | undefined> = { ...first };
  const listeners = new Set<(event: AppEvent) => void>();
  const calls: { method: keyof Methods; request: unknown }[] = [];
  return {
    kind: "fake",
    calls,
    requests: <M extends keyof Methods>(method: M) =>
      calls.filter((call) => call.method === method).map((call) => call.request as Methods[M]["request"]),
    answer: (more) => Object.assign(answers, more),
    call: async (method, body) => {
      calls.push({ method: method as keyof Methods, request: body });
      const answer = answers[method];
      if (!answer) throw wireError("unknown_method", { kind: "bug", incident: method });
      return answer(body as never);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    emit: (event) => listeners.forEach((listener) => listener(event)),
    photoUrl: (...picture) => `/photo/${photoPath(...picture)}`,
  };
}
