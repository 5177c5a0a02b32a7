import { describe, expect, it } from "vitest";
import type { PlaceDto } from "../../api";
import {
  MOST_PLACES,
  MOST_ROWS,
  endOf,
  fullAt,
  insert,
  move,
  moveRow,
  nextRow,
  rowName,
  step,
  takeAfter,
  takeBefore,
  type Rows,
} from "./arrange";

const place = (subjectId: number): PlaceDto => ({ subjectId, name: "" });
const rowsOf = (...rows: number[][]): Rows => rows.map((row) => row.map(place));
const told = ({ rows, gap }: { rows: Rows; gap: { row: number; at: number } }) => [
  rows.map((row) => row.map(({ subjectId }) => subjectId)),
  [gap.row, gap.at],
];

describe("arranging", () => {
  it("goes on after what was put in, also in a row that is begun by it", () => {
    const first = insert([], { row: 0, at: 0 }, place(1));
    expect(told(first)).toEqual([[[1]], [0, 1]]);
    const second = insert(first.rows, nextRow(first.rows, first.gap), place(2));
    expect(told(second)).toEqual([
      [[1], [2]],
      [1, 1],
    ]);
    expect(told(insert(second.rows, { row: 0, at: 0 }, place(3)))).toEqual([
      [[3, 1], [2]],
      [0, 1],
    ]);
  });

  it("takes out what is before the gap, and the row with its last place", () => {
    const rows = rowsOf([1, 2], [3]);
    expect(told(takeBefore(rows, { row: 1, at: 1 }))).toEqual([[[1, 2]], [0, 2]]);
    expect(told(takeBefore(rows, { row: 1, at: 0 }))).toEqual([
      [[1, 2], [3]],
      [0, 2],
    ]);
    expect(told(takeBefore(rows, { row: 0, at: 1 }))).toEqual([
      [[2], [3]],
      [0, 0],
    ]);
    expect(told(takeBefore(rows, { row: 0, at: 0 }))).toEqual([
      [[1, 2], [3]],
      [0, 0],
    ]);
    expect(told(takeBefore(rows, { row: 2, at: 0 }))).toEqual([
      [[1, 2], [3]],
      [1, 1],
    ]);
    expect(told(takeAfter(rows, { row: 0, at: 1 }))).toEqual([
      [[1], [3]],
      [0, 1],
    ]);
    expect(told(takeBefore(rowsOf([1]), { row: 0, at: 1 }))).toEqual([[], [0, 0]]);
  });

  it("steps through all rows to the side, and no farther than there are places", () => {
    const rows = rowsOf([1, 2], [3]);
    expect(step(rows, { row: 1, at: 0 }, "left")).toEqual({ row: 0, at: 2 });
    expect(step(rows, { row: 0, at: 2 }, "right")).toEqual({ row: 1, at: 0 });
    expect(step(rows, { row: 1, at: 1 }, "right")).toEqual({ row: 1, at: 1 });
    expect(step(rows, { row: 0, at: 2 }, "down")).toEqual({ row: 1, at: 1 });
    expect(step(rows, { row: 0, at: 0 }, "up")).toEqual({ row: 0, at: 0 });
    expect(step([], { row: 0, at: 0 }, "down")).toEqual({ row: 0, at: 0 });
  });

  it("moves somebody within the row, to other rows and into a new one", () => {
    const rows = rowsOf([1, 2], [3]);
    expect(told(move(rows, { row: 0, at: 2 }, "left"))).toEqual([
      [[2, 1], [3]],
      [0, 1],
    ]);
    expect(told(move(rows, { row: 0, at: 2 }, "right"))).toEqual([
      [[1, 2], [3]],
      [0, 2],
    ]);
    expect(told(move(rows, { row: 0, at: 1 }, "down"))).toEqual([
      [[2], [1, 3]],
      [1, 1],
    ]);
    expect(told(move(rows, { row: 1, at: 1 }, "up"))).toEqual([[[3, 1, 2]], [0, 1]]);
    expect(told(move(rows, { row: 0, at: 2 }, "up"))).toEqual([
      [[2], [1], [3]],
      [0, 1],
    ]);
    expect(told(move(rows, { row: 1, at: 1 }, "down"))).toEqual([
      [[1, 2], [3]],
      [1, 1],
    ]);
    expect(told(moveRow(rows, { row: 1, at: 1 }, "up"))).toEqual([
      [[3], [1, 2]],
      [0, 1],
    ]);
    expect(told(moveRow(rows, { row: 1, at: 1 }, "down"))).toEqual([
      [[1, 2], [3]],
      [1, 1],
    ]);
  });

  it("says where nobody more fits", () => {
    const long = Array.from({ length: MOST_PLACES }, (_, at) => at + 1);
    expect(fullAt(rowsOf(long), { row: 0, at: 3 })).toBe("row");
    expect(fullAt(rowsOf(long), { row: 1, at: 0 })).toBeNull();
    const many = rowsOf(...Array.from({ length: MOST_ROWS }, (_, at) => [at + 1]));
    expect(fullAt(many, { row: MOST_ROWS, at: 0 })).toBe("photo");
    expect(endOf(many)).toEqual({ row: MOST_ROWS - 1, at: 1 });
  });

  it("calls rows as the legend does", () => {
    const called = (count: number) => Array.from({ length: count }, (_, at) => rowName(at, count));
    expect(called(1)).toEqual(["only"]);
    expect(called(2)).toEqual(["back", "front"]);
    expect(called(3)).toEqual(["back", "middle", "front"]);
    expect(called(4)).toEqual(["back", "between", "between", "front"]);
  });
});
