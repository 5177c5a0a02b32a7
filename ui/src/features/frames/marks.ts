/** Rating and rejecting, shown at once and undone step by step. */
import { useCallback, useMemo, useRef } from "react";
import { useCall, type FrameMarks } from "../../api";
import { ApiError } from "../../api";
import { useToast } from "../../components";
import { useErrorWords, useFormat, useT } from "../../l10n";
import type { FrameCells } from "./cells";
import { useRefusal } from "../staff/useRefusal";

export interface Marking {
  /** `null` leaves a mark as it is. */
  mark(ids: readonly number[], rating: number | null, isRejected: boolean | null): void;
  /** Rejects, or takes the reject back when every one of them is rejected. */
  toggleReject(ids: readonly number[]): void;
  undo(): void;
}

/** One marking as the undo sees it. */
interface Entry {
  /** What it changed; `null` for a mark that it left alone, which its undo leaves alone too. */
  rating: number | null;
  isRejected: boolean | null;
  ids: readonly number[];
  /** The marks as they were before: from the register, null when it refused. */
  before: Promise<FrameMarks[] | null>;
  /** The same as far as the cells knew it, to show at once. */
  shown: readonly FrameMarks[];
}

const STEPS = 100;

export function useMarking(cells: FrameCells): Marking {
  const t = useT();
  const format = useFormat();
  const call = useCall();
  const refusal = useRefusal("mark_photos");
  const toast = useToast();
  const errorWords = useErrorWords();
  const history = useRef<Entry[]>([]);

  const show = useCallback(
    (marks: readonly FrameMarks[]) => {
      for (const { id, rating, isRejected } of marks) {
        const cell = cells.get(id);
        if (cell) cells.place({ ...cell, rating, isRejected });
      }
    },
    [cells],
  );
  const fail = useCallback(
    (cause: unknown) => {
      const { whatHappened, whatToDo } = errorWords(ApiError.from(cause));
      toast({ tone: "stopped", text: `${whatHappened} ${whatToDo}` });
    },
    [toast, errorWords],
  );

  const takeBack = useCallback(
    (entry: Entry) => {
      const place = history.current.indexOf(entry);
      if (place < 0) return;
      history.current = history.current.filter((other) => other !== entry);
      /** What was marked since stays: only the marks that this entry changed go back. */
      const goingBack = (marks: readonly FrameMarks[]) =>
        marks.map((mark) => {
          const now = cells.get(mark.id) ?? mark;
          return {
            id: mark.id,
            rating: entry.rating === null ? now.rating : mark.rating,
            isRejected: entry.isRejected === null ? now.isRejected : mark.isRejected,
          };
        });
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

  const mark = useCallback<Marking["mark"]>(
    (ids, rating, isRejected) => {
      if (ids.length === 0) return;
      if (refusal) return toast({ tone: "info", text: refusal });
      const shown = ids.flatMap((id) => cells.get(id) ?? []);
      show(
        shown.map((cell) => ({
          id: cell.id,
          rating: rating ?? cell.rating,
          isRejected: isRejected ?? cell.isRejected,
        })),
      );
      const entry: Entry = {
        rating,
        isRejected,
        ids,
        shown,
        before: call("frame_mark", { ids: [...ids], rating, isRejected }).then(
          ({ marks }) => {
            if (ids.length > 1 && history.current.includes(entry)) {
              const kind = isRejected === null ? "rated" : isRejected ? "rejected" : "unrejected";
              toast({
                text: t(`frame-${kind}-many`, { count: ids.length, number: format.number(ids.length) }),
                undo: () => takeBack(entry),
              });
            }
            return marks;
          },
          (cause: unknown) => {
            history.current = history.current.filter((other) => other !== entry);
            show(shown);
            fail(cause);
            return null;
          },
        ),
      };
      history.current = [...history.current.slice(1 - STEPS), entry];
    },
    [refusal, call, cells, fail, format, show, t, takeBack, toast],
  );

  const toggleReject = useCallback(
    (ids: readonly number[]) => mark(ids, null, !ids.every((id) => cells.get(id)?.isRejected)),
    [cells, mark],
  );
  return useMemo(() => ({ mark, toggleReject, undo }), [mark, toggleReject, undo]);
}
