import { describe, expect, it } from "vitest";
import { GridRows } from "./gridRows";

const SIZES = { columns: 5, cells: 100, heading: 30 };
/** Heading, 5 + 2; heading, 1; heading, 5 + 5 + 3. */
const GROUPS = [7, 1, 13];
const grouped = () => new GridRows(21, SIZES, GROUPS);
const rowsOf = (rows: GridRows) => Array.from({ length: rows.count }, (_, row) => rows.at(row));

describe("GridRows", () => {
  it("fills rows evenly when nothing is grouped", () => {
    const rows = new GridRows(12, SIZES);
    expect(rowsOf(rows)).toEqual([
      { heading: null, first: 0, end: 5 },
      { heading: null, first: 5, end: 10 },
      { heading: null, first: 10, end: 12 },
    ]);
    expect([0, 4, 5, 11].map((index) => rows.rowOf(index))).toEqual([0, 0, 1, 2]);
    expect([rows.topOf(2), rows.heightOf(2), rows.headingOf(11)]).toEqual([200, 100, null]);
  });

  it("begins each group on a row of its own under a heading", () => {
    const rows = grouped();
    expect(rowsOf(rows)).toEqual([
      { heading: 0, first: 0, end: 0 },
      { heading: null, first: 0, end: 5 },
      { heading: null, first: 5, end: 7 },
      { heading: 1, first: 7, end: 7 },
      { heading: null, first: 7, end: 8 },
      { heading: 2, first: 8, end: 8 },
      { heading: null, first: 8, end: 13 },
      { heading: null, first: 13, end: 18 },
      { heading: null, first: 18, end: 21 },
    ]);
  });

  it("finds the row of every cell, its column, and the heading above it", () => {
    const rows = grouped();
    for (let index = 0; index < 21; index += 1) {
      const row = rows.at(rows.rowOf(index));
      expect(row.heading).toBeNull();
      expect(row.first + rows.columnOf(index)).toBe(index);
      expect(index).toBeLessThan(row.end);
    }
    expect([0, 6, 7, 8, 20].map((index) => rows.headingOf(index))).toEqual([0, 0, 3, 5, 5]);
  });

  it("puts each row where the ones above it end", () => {
    const rows = grouped();
    let top = 0;
    for (let row = 0; row < rows.count; row += 1) {
      expect(rows.topOf(row)).toBe(top);
      top += rows.heightOf(row);
    }
    expect(top).toBe(6 * 100 + 3 * 30);
  });

  it("leads up and down over headings and short rows in the wished column, and stays at the ends", () => {
    const rows = grouped();
    expect(rows.beside(3, 3, 1)).toBe(6);
    expect(rows.beside(6, 3, 1)).toBe(7);
    expect(rows.beside(7, 3, 1)).toBe(11);
    expect(rows.beside(11, 3, -1)).toBe(7);
    expect(rows.beside(2, 2, -1)).toBe(2);
    expect(rows.beside(19, 1, 1)).toBe(19);
  });

  it("leads by pages of what fits, headings counted, and at least by a row", () => {
    const rows = grouped();
    // 5-7, a heading, 7, a heading: the next row of photos would not fit
    expect(rows.page(0, 0, 1, 300)).toBe(7);
    expect(rows.page(0, 0, 1, 360)).toBe(8);
    expect(rows.page(1, 1, 1, 20)).toBe(6);
    expect(rows.page(4, 4, 1, 5000)).toBe(20);
    expect(rows.page(20, 2, -1, 5000)).toBe(2);
    expect(rows.page(2, 2, -1, 300)).toBe(2);
    expect(new GridRows(100, SIZES).page(7, 2, 1, 350)).toBe(22);
  });

  it("has no row without cells", () => {
    const rows = new GridRows(0, SIZES);
    expect([rows.count, rows.rowOf(0), rows.beside(0, 0, 1)]).toEqual([0, 0, 0]);
  });
});
