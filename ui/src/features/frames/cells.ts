/**
 * What grid cells show, read in pages as they come into view.
 *
 * A cache of its own instead of one query per page: cells are asked for by id in whatever order the view scrolls, a mark
 * changes one of them at once, and memory stays bounded at {@link MOST} cells.
 */
import { useEffect, useState, useSyncExternalStore } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { ApiError, useCall, usePlatform, type Call, type FrameCell, type FrameMarks } from "../../api";

const PAGE = 200;
const MOST = 6_000;

export class FrameCells {
  private readonly cells = new Map<number, FrameCell>();
  private readonly listeners = new Map<number, Set<() => void>>();
  private readonly waiting = new Set<number>();
  private readonly asked = new Set<number>();
  private isFlushing = false;
  private failed: readonly number[] = [];
  private failure: ApiError | null = null;
  private readonly failureListeners = new Set<() => void>();
  private readonly anyListeners = new Set<() => void>();
  private isTellingAny = false;

  constructor(private readonly call: Call) {}

  get(id: number): FrameCell | undefined {
    return this.cells.get(id);
  }

  subscribe(id: number, listener: () => void): () => void {
    const set = this.listeners.get(id) ?? new Set();
    set.add(listener);
    this.listeners.set(id, set);
    return () => {
      set.delete(listener);
      if (set.size === 0) this.listeners.delete(id);
    };
  }

  /** Hears once of whatever changes at the same time, and counts nothing as on screen. */
  readonly subscribeAny = (listener: () => void): (() => void) => {
    this.anyListeners.add(listener);
    return () => this.anyListeners.delete(listener);
  };

  /** Reads what is not known of these, in one call for up to 200. */
  want(ids: readonly number[]): void {
    for (const id of ids) if (!this.cells.has(id) && !this.asked.has(id)) this.waiting.add(id);
    if (this.waiting.size === 0 || this.isFlushing) return;
    this.isFlushing = true;
    queueMicrotask(() => void this.flush());
  }

  /** These cells, read where they are not known; those that cannot be read are left out. */
  async read(ids: readonly number[]): Promise<FrameCell[]> {
    for (let from = 0; from < ids.length; from += PAGE) {
      const missing = ids.slice(from, from + PAGE).filter((id) => !this.cells.has(id));
      if (missing.length === 0) continue;
      const { cells } = await this.call("frame_cells", { ids: missing });
      for (const cell of cells) this.place(cell);
    }
    return ids.flatMap((id) => this.cells.get(id) ?? []);
  }

  /** Shows a mark before the register has answered. */
  place(cell: FrameCell): void {
    this.cells.delete(cell.id);
    this.cells.set(cell.id, cell);
    this.tell(cell.id);
  }

  /** Forgets these, or all when empty, and reads again those on screen. */
  refresh(ids: readonly number[]): void {
    const stale = ids.length ? ids : [...this.cells.keys()];
    const onScreen = stale.filter((id) => this.listeners.has(id));
    for (const id of stale) {
      this.asked.delete(id);
      if (!this.listeners.has(id)) this.cells.delete(id);
    }
    for (const id of onScreen) this.waiting.add(id);
    this.want([]);
  }

  /** Why the last read failed; null once one has succeeded. */
  readonly whyFailed = (): ApiError | null => this.failure;

  readonly subscribeFailure = (listener: () => void): (() => void) => {
    this.failureListeners.add(listener);
    return () => this.failureListeners.delete(listener);
  };

  /** Reads again what could not be read. */
  retry(): void {
    for (const id of this.failed) this.waiting.add(id);
    this.fail(null, []);
    this.want([]);
  }

  private fail(failure: ApiError | null, ids: readonly number[]): void {
    this.failed = ids;
    if (this.failure === failure) return;
    this.failure = failure;
    this.failureListeners.forEach((listener) => listener());
  }

  private async flush(): Promise<void> {
    while (this.waiting.size > 0) {
      const ids = [...this.waiting].slice(0, PAGE);
      for (const id of ids) {
        this.waiting.delete(id);
        this.asked.add(id);
      }
      try {
        const { cells } = await this.call("frame_cells", { ids });
        for (const cell of cells) this.place(cell);
        this.fail(null, []);
      } catch (cause) {
        // Also asked for again when it next comes into view.
        this.fail(ApiError.from(cause), [...ids, ...this.waiting]);
        for (const id of ids) this.asked.delete(id);
        this.waiting.clear();
        break;
      }
      for (const id of ids) this.asked.delete(id);
      this.trim();
    }
    this.isFlushing = false;
  }

  private trim(): void {
    for (const id of this.cells.keys()) {
      if (this.cells.size <= MOST) return;
      if (!this.listeners.has(id)) this.cells.delete(id);
    }
  }

  private tell(id: number): void {
    this.listeners.get(id)?.forEach((listener) => listener());
    if (this.isTellingAny) return;
    this.isTellingAny = true;
    queueMicrotask(() => {
      this.isTellingAny = false;
      this.anyListeners.forEach((any) => any());
    });
  }
}

/** The cells of one view; refreshed by events. `marksMatter`: the list itself depends on ratings or rejects. */
export function useFrameCells(marksMatter: boolean): FrameCells {
  const call = useCall();
  const platform = usePlatform();
  const client = useQueryClient();
  const [cells] = useState(() => new FrameCells(call));
  useEffect(
    () =>
      platform.subscribe((event) => {
        if (event.type !== "changed") return;
        for (const change of event.changes) {
          if (change.entity !== "frame") continue;
          cells.refresh(change.ids);
          if (marksMatter || change.ids.length === 0)
            void client.invalidateQueries({ queryKey: ["frame_index"] });
        }
      }),
    [platform, cells, client, marksMatter],
  );
  return cells;
}

export function useCellsFailure(cells: FrameCells): ApiError | null {
  return useSyncExternalStore(cells.subscribeFailure, cells.whyFailed);
}

/** The marks of a cell, none while it is not known. */
export function shownMarks(cell: FrameCell | undefined): ReturnType<typeof useSharedMarks> {
  const { rating = 0, isRejected = false, color = "none", isRetake = false } = cell ?? {};
  return { rating, isRejected, color, isRetake };
}

/** The rating and the colour that all of these have, else none; rejected or taken again when every one of them is. */
export function useSharedMarks(
  cells: FrameCells,
  ids: readonly number[],
): Pick<FrameMarks, "rating" | "isRejected" | "color" | "isRetake"> {
  const rating = useSyncExternalStore(cells.subscribeAny, () => {
    const first = cells.get(ids[0] ?? 0)?.rating ?? 0;
    return ids.every((id) => cells.get(id)?.rating === first) ? first : 0;
  });
  const color = useSyncExternalStore(cells.subscribeAny, () => {
    const first = cells.get(ids[0] ?? 0)?.color ?? "none";
    return ids.every((id) => cells.get(id)?.color === first) ? first : "none";
  });
  const isRejected = useSyncExternalStore(cells.subscribeAny, () =>
    ids.every((id) => cells.get(id)?.isRejected),
  );
  const isRetake = useSyncExternalStore(cells.subscribeAny, () => ids.every((id) => cells.get(id)?.isRetake));
  return { rating, isRejected, color, isRetake };
}

export function useCell(cells: FrameCells, id: number): FrameCell | undefined {
  return useSyncExternalStore(
    (listener) => cells.subscribe(id, listener),
    () => cells.get(id),
  );
}
