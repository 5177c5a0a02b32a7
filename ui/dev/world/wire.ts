/** Events, refusals and pages, as the wire carries them; and which studio was asked for. */
import type { ApiError, AppEvent, ErrorCode, Methods } from "../../src/api/generated";

export type Answers = {
  [M in keyof Methods]?: (request: Methods[M]["request"]) => Methods[M]["response"];
};

/** `KONTAKTI_STUDIO`: a studio with work in it, one just made, or none yet. */
export const STUDIO_KIND = process.env.KONTAKTI_STUDIO ?? "working";
export const IS_WORKING = STUDIO_KIND === "working";

const listeners = new Set<(event: AppEvent) => void>();

export function onEvent(listener: (event: AppEvent) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const emit = (event: AppEvent) => listeners.forEach((listener) => listener(event));

export const changed = (entity: string, ids: number[] = []) =>
  emit({ type: "changed", changes: [{ entity, ids }] });

export function refusal(code: ErrorCode, rest: Partial<ApiError> = {}): ApiError {
  return { code, kind: "refused", args: [], fields: [], incident: null, ...rest };
}

export function found<Row extends { id: number }>(rows: readonly Row[], id: number): Row {
  const row = rows.find((entry) => entry.id === id);
  if (!row) throw refusal("not_found", { kind: "not_found" });
  return row;
}

export function paged<Row>(rows: Row[], request: { after: string | null; limit: number }) {
  const from = Number(request.after ?? 0);
  const next = from + request.limit;
  return { rows: rows.slice(from, next), next: next < rows.length ? String(next) : null };
}

export const has = (text: string, search: string) => text.toLowerCase().includes(search.toLowerCase());

export const DAY = 86_400_000;
export const HOUR = 3_600_000;
export const MORNING = Date.UTC(2026, 8, 3, 5, 30);
