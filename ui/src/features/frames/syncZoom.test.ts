import { describe, expect, it } from "vitest";
import {
  ACTUAL,
  FIT,
  MOST,
  boxIn,
  columnsFor,
  panBy,
  placeIn,
  scaleAt,
  sizeAt,
  zoomTo,
  type Room,
} from "./syncZoom";

const pane = { width: 600, height: 800 };
const upright: Room = { pane, picture: { width: 4000, height: 6000 } };
const lying: Room = { pane, picture: { width: 6000, height: 4000 } };
const smaller: Room = { pane, picture: { width: 2000, height: 3000 } };
const tiny: Room = { pane, picture: { width: 300, height: 300 } };
const MIDDLE = { x: 0, y: 0 };

describe("zoom of several pictures at once", () => {
  it("fits each picture into its pane, and shows each at 100 %", () => {
    expect(scaleAt(0, upright)).toBeCloseTo(800 / 6000);
    expect(scaleAt(0, lying)).toBeCloseTo(600 / 6000);
    for (const room of [upright, lying, smaller]) expect(scaleAt(ACTUAL, room)).toBe(1);
    for (const room of [upright, lying, smaller]) expect(scaleAt(2, room)).toBe(2);
  });

  it("goes from fit to 100 % without a turn, and never below fit for a picture that is smaller than its pane", () => {
    const scales = [0, 0.25, 0.5, 0.75, 1, 1.25].map((level) => scaleAt(level, lying));
    expect(scales).toEqual([...scales].sort((a, b) => a - b));
    expect(scaleAt(0, tiny)).toBe(2);
    expect(scaleAt(ACTUAL, tiny)).toBe(2);
  });

  it("sets four upright pictures side by side, lying ones two by two, and fewer in a row", () => {
    const stage = { width: 1264, height: 736 };
    const times = (count: number, { picture }: Room) => Array.from({ length: count }, () => picture);
    expect(columnsFor(times(4, upright), stage)).toBe(4);
    expect(columnsFor(times(4, lying), stage)).toBe(2);
    expect(columnsFor([...times(3, upright), lying.picture], stage)).toBe(4);
    expect(columnsFor(times(4, upright), { width: 700, height: 736 })).toBe(2);
    expect(columnsFor(times(3, lying), stage)).toBe(3);
    expect(columnsFor(times(2, upright), stage)).toBe(2);
  });

  it("lays a picture that fits in the middle of its pane", () => {
    const box = boxIn(FIT, lying);
    expect([box.width, box.height, box.x, box.y].map(Math.round)).toEqual([600, 400, 0, 200]);
  });

  it("keeps under the pointer what lies there", () => {
    const point = { x: 90, y: -110 };
    const under = (view: typeof FIT) => {
      const box = boxIn(view, upright);
      return [(300 + point.x - box.x) / box.width, (400 + point.y - box.y) / box.height];
    };
    const near = zoomTo(FIT, ACTUAL, upright, point, [upright]);
    expect(under(near)[0]).toBeCloseTo(under(FIT)[0] ?? 0);
    expect(under(near)[1]).toBeCloseTo(under(FIT)[1] ?? 0);
    const nearer = zoomTo(near, 2, upright, point, [upright]);
    expect(under(nearer)[0]).toBeCloseTo(under(near)[0] ?? 0);
    expect(zoomTo(nearer, 0, upright, point, [upright])).toEqual(FIT);
  });

  it("takes a pointer beside the picture for its edge", () => {
    const view = zoomTo(FIT, ACTUAL, lying, { x: 0, y: -390 }, [lying]);
    expect(boxIn(view, lying).y).toBeCloseTo(0);
  });

  it("goes neither below fit nor beyond the most", () => {
    expect(zoomTo(FIT, -1, upright, MIDDLE, [upright])).toEqual(FIT);
    expect(zoomTo(FIT, 99, upright, MIDDLE, [upright]).level).toBe(MOST);
  });

  it("shows the same part of pictures of different size and orientation", () => {
    const rooms = [upright, lying, smaller];
    const near = zoomTo(FIT, ACTUAL, upright, MIDDLE, rooms);
    const view = panBy(near, upright, { x: -400, y: 600 }, rooms);
    for (const room of rooms) {
      const box = boxIn(view, room);
      expect((300 - box.x) / box.width).toBeCloseTo(0.6);
      expect((400 - box.y) / box.height).toBeCloseTo(0.4);
    }
  });

  it("moves no picture away from the edges of its pane, and reaches the edges of every one", () => {
    const rooms = [upright, smaller];
    const near = zoomTo(FIT, ACTUAL, smaller, MIDDLE, rooms);
    const view = panBy(near, smaller, { x: 99_999, y: -99_999 }, rooms);
    for (const room of rooms) {
      const box = boxIn(view, room);
      expect(box.x).toBeCloseTo(0);
      expect(box.y + box.height).toBeCloseTo(pane.height);
    }
    expect(panBy(view, smaller, { x: 50, y: 0 }, rooms)).toEqual(view);
  });

  it("keeps in the middle, along each side, a picture that does not fill its pane", () => {
    const view = { level: 0.25, place: { x: 0.9, y: 0.9 } };
    expect(sizeAt(view.level, lying).height).toBeLessThan(pane.height);
    expect(placeIn(view, lying).y).toBe(0.5);
    expect(placeIn(view, lying).x).toBeGreaterThan(0.5);
    expect(panBy(FIT, upright, { x: 100, y: 100 }, [upright])).toEqual(FIT);
  });
});
