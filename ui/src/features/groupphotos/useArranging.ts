/** The names of one photo being typed: rows, the gap at which the next one is put in, and the way back. */
import { useRef, useState } from "react";
import { useT } from "../../l10n";
import type { PlaceDto } from "../../api";
import {
  endOf,
  fullAt,
  insert,
  move,
  moveRow,
  nextRow,
  step,
  takeAfter,
  takeBefore,
  within,
  type Arranged,
  type Direction,
  type Gap,
  type Rows,
} from "./arrange";

const STEPS = 200;

export function useArranging(rows: PlaceDto[][], setRows: (rows: PlaceDto[][]) => void) {
  const t = useT();
  const [wished, setGap] = useState<Gap>(() => endOf(rows));
  const [said, setSaid] = useState("");
  const [count, setCount] = useState(0);
  const past = useRef<Arranged[]>([]);
  const gap = within(rows, wished);
  const goTo = (to: Gap) => {
    setSaid("");
    setGap(to);
  };
  const apply = ({ rows: next, gap: to }: Arranged) => {
    goTo(to);
    if (JSON.stringify(next) === JSON.stringify(rows)) return;
    past.current = [...past.current, { rows, gap }].slice(-STEPS);
    setCount(past.current.length);
    setRows(next);
  };
  return {
    rows: rows as Rows,
    gap,
    said,
    place: (place: PlaceDto) => {
      const full = fullAt(rows, gap);
      if (full) setSaid(t(full === "row" ? "group-photos-full-row" : "group-photos-full-photo"));
      else apply(insert(rows, gap, place));
    },
    takeBefore: () => apply(takeBefore(rows, gap)),
    takeAfter: () => apply(takeAfter(rows, gap)),
    move: (direction: Direction) => apply(move(rows, gap, direction)),
    moveRow: (direction: "up" | "down") => apply(moveRow(rows, gap, direction)),
    copy: (from: PlaceDto[][]) => apply({ rows: from, gap: endOf(from) }),
    step: (direction: Direction) => goTo(step(rows, gap, direction)),
    toStart: () => goTo({ row: gap.row, at: 0 }),
    toEnd: () => goTo({ row: gap.row, at: rows[gap.row]?.length ?? 0 }),
    nextRow: () => goTo(nextRow(rows, gap)),
    goTo,
    canUndo: count > 0,
    /** Another version stands in place of what was typed: there is no way back over it. */
    forget: () => {
      past.current = [];
      setCount(0);
    },
    undo: () => {
      const last = past.current.at(-1);
      if (!last) return;
      past.current = past.current.slice(0, -1);
      setCount(past.current.length);
      goTo(last.gap);
      setRows(last.rows);
    },
  };
}

export type Arranging = ReturnType<typeof useArranging>;
