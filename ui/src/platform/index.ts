/**
 * The window's one way out: calls, events and pictures.
 *
 * Deliberately not here: what methods exist (`api/`), and any knowledge of the shell beyond `tauri.ts`.
 */
import type { AppEvent } from "../api/generated";

/** `grid` 512 px, `preview` 1440 to 1620 px, `full` sharp. */
export type PhotoKind = "grid" | "preview" | "full";

export interface Platform {
  readonly kind: "tauri" | "http" | "fake";
  /** Rejects with the wire's ApiError object. */
  call(method: string, body: unknown): Promise<unknown>;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: AppEvent) => void): () => void;
  /** `turn`: how often staff turned it, 0 to 3; another address, so that no picture of before is shown. */
  photoUrl(kind: PhotoKind, id: number, turn?: number): string;
}

export async function choosePlatform(): Promise<Platform> {
  if ("__TAURI_INTERNALS__" in window) return (await import("./tauri")).tauriPlatform();
  return (await import("./http")).httpPlatform();
}
