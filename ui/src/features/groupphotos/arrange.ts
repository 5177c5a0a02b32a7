/**
 * Who stands where, as it is being typed: rows from the back, places from the left, and the gap at which the next one is put
 * in. No row is ever empty; a gap in the row after the last one begins a new row.
 */
import type { PlaceDto } from "../../api";

export const MOST_ROWS = 12;
export const MOST_PLACES = 60;

export type Rows = readonly (readonly PlaceDto[])[];

/** Before the place at `at` of the row; `row` may be the one after the last. */
export interface Gap {
  row: number;
  at: number;
}

export interface Arranged {
  rows: PlaceDto[][];
  gap: Gap;
}

export type Direction = "left" | "right" | "up" | "down";

const copy = (rows: Rows): PlaceDto[][] => rows.map((row) => [...row]);

/** Without empty rows; the gap stays before or after what it stood beside. */
function tidied(rows: PlaceDto[][], gap: Gap): Arranged {
  const before = rows.slice(0, gap.row).filter((row) => row.length === 0).length;
  const kept = rows.filter((row) => row.length > 0);
  return { rows: kept, gap: within(kept, { row: gap.row - before, at: gap.at }) };
}

/** The nearest gap that there is. */
export function within(rows: Rows, { row, at }: Gap): Gap {
  const there = Math.max(0, Math.min(rows.length, row));
  return { row: there, at: Math.max(0, Math.min(rows[there]?.length ?? 0, at)) };
}

/** The gap after everybody. */
export function endOf(rows: Rows): Gap {
  const last = Math.max(0, rows.length - 1);
  return { row: last, at: rows[last]?.length ?? 0 };
}

/** Why nobody more fits into the row of the gap. */
export function fullAt(rows: Rows, { row }: Gap): "row" | "photo" | null {
  if (row >= MOST_ROWS) return "photo";
  return (rows[row]?.length ?? 0) >= MOST_PLACES ? "row" : null;
}

export function insert(rows: Rows, { row, at }: Gap, place: PlaceDto): Arranged {
  const next = copy(rows);
  const into = next[row] ?? [];
  into.splice(at, 0, place);
  if (row >= next.length) next.push(into);
  return { rows: next, gap: { row, at: at + 1 } };
}

/** Takes out the place before the gap; at the beginning of a row the gap only steps back to the end of the row behind. */
export function takeBefore(rows: Rows, { row, at }: Gap): Arranged {
  const next = copy(rows);
  if (at === 0)
    return { rows: next, gap: row === 0 ? { row, at } : { row: row - 1, at: next[row - 1]?.length ?? 0 } };
  next[row]?.splice(at - 1, 1);
  // a row that is empty now goes, and the gap to the end of the one behind
  if (next[row]?.length === 0 && row > 0 && row === next.length - 1)
    return tidied(next, { row: row - 1, at: next[row - 1]?.length ?? 0 });
  return tidied(next, { row, at: at - 1 });
}

export function takeAfter(rows: Rows, { row, at }: Gap): Arranged {
  const next = copy(rows);
  next[row]?.splice(at, 1);
  return tidied(next, { row, at });
}

/** The gap a step on: to the side through all rows, up and down at about the same place. */
export function step(rows: Rows, { row, at }: Gap, direction: Direction): Gap {
  const length = rows[row]?.length ?? 0;
  if (direction === "left")
    return at > 0 || row === 0
      ? within(rows, { row, at: at - 1 })
      : { row: row - 1, at: rows[row - 1]?.length ?? 0 };
  if (direction === "right")
    return at < length || row >= rows.length - 1
      ? within(rows, { row, at: at + 1 })
      : { row: row + 1, at: 0 };
  return within(rows, { row: Math.min(rows.length - 1, row + (direction === "up" ? -1 : 1)), at });
}

/** The gap at the end of the next row towards the camera; after the last one, that of a new row. */
export function nextRow(rows: Rows, { row }: Gap): Gap {
  const next = Math.min(row + 1, rows.length);
  return { row: next, at: rows[next]?.length ?? 0 };
}

/**
 * Moves the place before the gap by one, and the gap with it. Beyond the first and the last row a new row is begun, if
 * others stay behind.
 */
export function move(rows: Rows, { row, at }: Gap, direction: Direction): Arranged {
  const next = copy(rows);
  const from = next[row];
  const place = from?.[at - 1];
  const same = { rows: next, gap: { row, at } };
  if (!from || !place) return same;
  if (direction === "left" || direction === "right") {
    const to = at - 1 + (direction === "left" ? -1 : 1);
    if (to < 0 || to >= from.length) return same;
    from.splice(at - 1, 1);
    from.splice(to, 0, place);
    return { rows: next, gap: { row, at: to + 1 } };
  }
  const to = row + (direction === "up" ? -1 : 1);
  const into = next[to];
  if (into) {
    if (into.length >= MOST_PLACES) return same;
    const there = Math.min(at - 1, into.length);
    from.splice(at - 1, 1);
    into.splice(there, 0, place);
    return tidied(next, { row: to, at: there + 1 });
  }
  if (from.length === 1 || next.length >= MOST_ROWS) return same;
  from.splice(at - 1, 1);
  if (direction === "up") next.unshift([place]);
  else next.push([place]);
  return { rows: next, gap: { row: direction === "up" ? 0 : next.length - 1, at: 1 } };
}

/** Changes places with the row behind or in front. */
export function moveRow(rows: Rows, { row, at }: Gap, direction: "up" | "down"): Arranged {
  const next = copy(rows);
  const to = row + (direction === "up" ? -1 : 1);
  const [mine, other] = [next[row], next[to]];
  if (!mine || !other) return { rows: next, gap: { row, at } };
  next[row] = other;
  next[to] = mine;
  return { rows: next, gap: { row: to, at } };
}

/** What a row is called, as in the legend: the end of a text's key. */
export function rowName(at: number, count: number): "only" | "back" | "middle" | "between" | "front" {
  if (count <= 1) return "only";
  if (at === 0) return "back";
  if (at >= count - 1) return "front";
  return count === 3 ? "middle" : "between";
}

/** Those of the roster who stand in the photo. */
export function placedIn(rows: Rows): Set<number> {
  return new Set(rows.flat().flatMap(({ subjectId }) => (subjectId === null ? [] : [subjectId])));
}
