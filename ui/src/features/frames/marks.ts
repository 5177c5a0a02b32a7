/** Rating and rejecting, shown at once and undone step by step. */
import { useCallback, useMemo, useRef } from "react";
import { useCall, type FrameMarks } from "../../api";
import { ApiError } from "../../api";
import { useToast } from "../../components";
import { useErrorWords, useFormat, useT } from "../../l10n";
import type { FrameCells } from "./cells";

export interface Marking {
  /** `null` leaves a mark as it is. */
  mark(ids: readonly number[], rating: number | null, isRejected: boolean | null): void;
  /** Rejects, or takes the reject back when every one of them is rejected. */
  toggleReject(ids: readonly number[]): void;
  undo(): void;
}

const STEPS = 100;

export function useMarking(cells: FrameCells): Marking {
  const t = useT();
  const format = useFormat();
  const call = useCall();
  const toast = useToast();
  const errorWords = useErrorWords();
  const history = useRef<FrameMarks[][]>([]);

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
    (cause: unknown) => toast({ tone: "stopped", text: errorWords(ApiError.from(cause)).whatHappened }),
    [toast, errorWords],
  );

  const undo = useCallback(() => {
    const marks = history.current.pop();
    if (!marks) {
      toast({ tone: "info", text: t("frame-nothing-to-undo") });
      return;
    }
    show(marks);
    call("frame_marks_restore", { marks }).catch(fail);
  }, [call, fail, show, t, toast]);

  const mark = useCallback<Marking["mark"]>(
    (ids, rating, isRejected) => {
      if (ids.length === 0) return;
      const before = ids.flatMap((id) => cells.get(id) ?? []);
      show(
        before.map((cell) => ({
          id: cell.id,
          rating: rating ?? cell.rating,
          isRejected: isRejected ?? cell.isRejected,
        })),
      );
      call("frame_mark", { ids: [...ids], rating, isRejected })
        .then(({ marks }) => {
          history.current = [...history.current.slice(1 - STEPS), marks];
          if (ids.length < 2) return;
          const kind = isRejected === null ? "rated" : isRejected ? "rejected" : "unrejected";
          toast({
            text: t(`frame-${kind}-many`, { count: ids.length, number: format.number(ids.length) }),
            undo,
          });
        })
        .catch((cause: unknown) => {
          show(before);
          fail(cause);
        });
    },
    [call, cells, fail, format, show, t, toast, undo],
  );

  const toggleReject = useCallback(
    (ids: readonly number[]) => mark(ids, null, !ids.every((id) => cells.get(id)?.isRejected)),
    [cells, mark],
  );
  return useMemo(() => ({ mark, toggleReject, undo }), [mark, toggleReject, undo]);
}
