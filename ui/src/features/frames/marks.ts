/** Marks of photos, shown at once and undone step by step. */
import { useCallback, useMemo, useRef } from "react";
import { useCall, type FrameColor, type FrameHead, type FrameMarks } from "../../api";
import { useToast } from "../../components";
import { useFailureToast } from "../../components/useFailureToast";
import { useFormat, useT } from "../../l10n";
import { useRefusal } from "../staff/useRefusal";
import type { FrameCells } from "./cells";

type Mark = Exclude<keyof FrameMarks, "id">;

/** What is left out stays as it is. */
export interface NewMarks {
  rating?: number;
  isRejected?: boolean;
  color?: FrameColor;
  isRetake?: boolean;
  /** Quarter turns clockwise. Where the head was is forgotten with them. */
  turnBy?: 1 | 3;
}

export interface Marking {
  mark(ids: readonly number[], marks: NewMarks): void;
  /** Rejects, or takes the reject back when every one of them is rejected. */
  toggleReject(ids: readonly number[]): void;
  /** Gives a colour, or takes it away when every one of them has it. */
  toggleColor(ids: readonly number[], color: FrameColor): void;
  toggleRetake(ids: readonly number[]): void;
  /** Says where the head is; null: nobody says so any more. */
  setHead(id: number, head: FrameHead | null): void;
  undo(): void;
}

/** One marking as the undo sees it. */
interface Entry {
  /** What it changed; its undo leaves the other marks alone too. */
  changed: readonly Mark[];
  /** Quarter turns clockwise that it added. */
  turnedBy: number;
  ids: readonly number[];
  /** The marks as they were before: from the register, null when it refused. */
  before: Promise<FrameMarks[] | null>;
  /** The same as far as the cells knew it, to show at once. */
  shown: readonly FrameMarks[];
}

const STEPS = 100;

function marksOf({ id, rating, isRejected, color, isRetake, turn, head }: FrameMarks): FrameMarks {
  return { id, rating, isRejected, color, isRetake, turn, head };
}

function changedBy(marks: NewMarks): readonly Mark[] {
  const given = Object.keys(marks) as (keyof NewMarks)[];
  return given.flatMap((mark): readonly Mark[] => (mark === "turnBy" ? ["turn", "head"] : [mark]));
}

function after(before: FrameMarks, { turnBy, ...marks }: NewMarks): FrameMarks {
  const turned = turnBy === undefined ? {} : { turn: (before.turn + turnBy) % 4, head: null };
  return { ...before, ...marks, ...turned };
}

/** What an undo makes of the marks that its entry changed. What was marked or turned since stays. */
function backTo(old: FrameMarks, { changed, turnedBy }: Entry, now: number | undefined): Partial<FrameMarks> {
  if (turnedBy === 0) return Object.fromEntries(changed.map((mark) => [mark, old[mark]]));
  const turn = now === undefined ? old.turn : (now + 4 - turnedBy) % 4;
  return { turn, head: turn === old.turn ? old.head : null };
}

/** The same marks, of each of which somebody else takes note. */
export function noting(marking: Marking, note: () => void): Marking {
  const noted =
    <Args extends unknown[]>(run: (...args: Args) => void) =>
    (...args: Args) => {
      run(...args);
      note();
    };
  return {
    mark: noted(marking.mark),
    toggleReject: noted(marking.toggleReject),
    toggleColor: noted(marking.toggleColor),
    toggleRetake: noted(marking.toggleRetake),
    setHead: noted(marking.setHead),
    undo: marking.undo,
  };
}

export function useMarking(cells: FrameCells): Marking {
  const t = useT();
  const format = useFormat();
  const call = useCall();
  const refusal = useRefusal("mark_photos");
  const toast = useToast();
  const history = useRef<Entry[]>([]);

  const show = useCallback(
    (all: readonly FrameMarks[]) => {
      for (const marks of all) {
        const cell = cells.get(marks.id);
        if (!cell) continue;
        const lies = (cell.turn + marks.turn) % 2 === 1;
        const size = lies ? { width: cell.height, height: cell.width } : {};
        cells.place({ ...cell, ...marks, ...size });
      }
    },
    [cells],
  );
  const fail = useFailureToast();

  const takeBack = useCallback(
    (entry: Entry) => {
      const place = history.current.indexOf(entry);
      if (place < 0) return;
      history.current = history.current.filter((other) => other !== entry);
      const turns = new Map(entry.ids.map((id) => [id, cells.get(id)?.turn]));
      const goingBack = (all: readonly FrameMarks[]) =>
        all.map((old) => ({
          ...marksOf(cells.get(old.id) ?? old),
          ...backTo(old, entry, turns.get(old.id)),
        }));
      show(goingBack(entry.shown));
      entry.before
        .then((marks) => marks && call("frame_marks_restore", { marks: goingBack(marks) }))
        .catch((cause: unknown) => {
          history.current = history.current.toSpliced(place, 0, entry);
          cells.refresh(entry.ids);
          fail(cause);
        });
    },
    [call, cells, fail, show],
  );

  const undo = useCallback(() => {
    const newest = history.current.at(-1);
    if (newest) takeBack(newest);
    else toast({ tone: "info", text: t("frame-nothing-to-undo") });
  }, [takeBack, t, toast]);

  /** Shows what a call makes of marks before it has answered, and keeps how to take it back. */
  const change = useCallback(
    (
      ids: readonly number[],
      { changed, turnedBy }: Pick<Entry, "changed" | "turnedBy">,
      to: (before: FrameMarks) => FrameMarks,
      ask: () => Promise<{ marks: FrameMarks[] }>,
      words: "frame-rated-many" | "frame-rejected-many" | "frame-unrejected-many" | "frame-marked-many",
    ) => {
      if (ids.length === 0) return;
      if (refusal) return toast({ tone: "info", text: refusal });
      const shown = ids.flatMap((id) => {
        const cell = cells.get(id);
        return cell ? [marksOf(cell)] : [];
      });
      show(shown.map(to));
      const entry: Entry = {
        changed,
        turnedBy,
        ids,
        shown,
        before: ask().then(
          ({ marks }) => {
            if (ids.length > 1 && history.current.includes(entry)) {
              const count = { count: ids.length, number: format.number(ids.length) };
              toast({ text: t(words, count), undo: () => takeBack(entry) });
            }
            return marks;
          },
          (cause: unknown) => {
            history.current = history.current.filter((other) => other !== entry);
            cells.refresh(ids);
            fail(cause);
            return null;
          },
        ),
      };
      history.current = [...history.current.slice(1 - STEPS), entry];
    },
    [refusal, cells, fail, format, show, t, takeBack, toast],
  );

  const mark = useCallback<Marking["mark"]>(
    (ids, marks) => {
      const { rating = null, isRejected = null, color = null, isRetake = null, turnBy = 0 } = marks;
      const request = { ids: [...ids], rating, isRejected, color, isRetake, turnBy };
      const kind =
        rating !== null ? "rated" : isRejected === null ? "marked" : isRejected ? "rejected" : "unrejected";
      change(
        ids,
        { changed: changedBy(marks), turnedBy: turnBy },
        (before) => after(before, marks),
        () => call("frame_mark", request),
        `frame-${kind}-many`,
      );
    },
    [call, change],
  );

  return useMemo(() => {
    const every = (ids: readonly number[], has: (cell: FrameMarks) => boolean) =>
      ids.every((id) => {
        const cell = cells.get(id);
        return cell !== undefined && has(cell);
      });
    return {
      mark,
      toggleReject: (ids) => mark(ids, { isRejected: !every(ids, (cell) => cell.isRejected) }),
      toggleColor: (ids, color) =>
        mark(ids, { color: every(ids, (cell) => cell.color === color) ? "none" : color }),
      toggleRetake: (ids) => mark(ids, { isRetake: !every(ids, (cell) => cell.isRetake) }),
      setHead: (id, head) =>
        change(
          [id],
          { changed: ["head"], turnedBy: 0 },
          (before) => ({ ...before, head }),
          () => call("frame_head_set", { id, head }),
          "frame-marked-many",
        ),
      undo,
    };
  }, [call, cells, change, mark, undo]);
}
