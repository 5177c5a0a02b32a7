/** The view that the panes of a comparison share, and the mouse and keys that change it. */
import { useLayoutEffect, useRef, useState, type PointerEvent, type RefObject, type WheelEvent } from "react";
import type { FrameCell } from "../../api";
import type { FrameCells } from "./cells";
import {
  ACTUAL,
  FIT,
  STEP,
  columnsFor,
  panBy,
  scaleAt,
  zoomTo,
  type Point,
  type Room,
  type Size,
  type View,
} from "./syncZoom";

/** A notch of the wheel is about this much. */
const NOTCH = 100;
const MIDDLE: Point = { x: 0, y: 0 };

/** The picture of a photo whose size is not known takes the whole pane. */
export function roomOf(cell: FrameCell | undefined, pane: Size): Room {
  const ratio = window.devicePixelRatio || 1;
  return {
    pane,
    picture: cell?.width && cell.height ? { width: cell.width / ratio, height: cell.height / ratio } : pane,
  };
}

const paneAt = (target: EventTarget): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>("[data-pane]") : null;

/** Null while it has no room: it is not laid out yet. */
function roomIn({ clientWidth: width, clientHeight: height }: Element): Size | null {
  return width > 0 && height > 0 ? { width, height } : null;
}

/** Where the mouse is, from the middle of what a pane shows. */
function pointIn(pane: Element, { x, y }: Point): Point {
  const box = (pane.querySelector("[data-sight]") ?? pane).getBoundingClientRect();
  return { x: x - box.left - box.width / 2, y: y - box.top - box.height / 2 };
}

export interface SyncZoomOptions {
  stage: RefObject<HTMLElement | null>;
  ids: readonly number[];
  focused: number;
  cells: FrameCells;
}

export function useSyncZoom({ stage, ids, focused, cells }: SyncZoomOptions) {
  const [view, setView] = useState<View>(FIT);
  const [pane, setPane] = useState<Size | null>(null);
  const [whole, setWhole] = useState<Size | null>(null);
  const columns = whole
    ? columnsFor(
        ids.map((id) => roomOf(cells.get(id), whole).picture),
        whole,
      )
    : ids.length;
  const mouse = useRef<{ pane: Element; at: Point } | null>(null);
  const drag = useRef<{ id: number; at: Point; view: View } | null>(null);

  // All panes are of one size: the first one tells it.
  useLayoutEffect(() => {
    const element = stage.current;
    const sight = element?.querySelector("[data-sight]");
    if (!element || !sight) return;
    const measure = () => {
      setWhole(roomIn(element));
      setPane(roomIn(sight));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(sight);
    return () => observer.disconnect();
  }, [stage, ids, columns]);

  const room = pane && ((id: number) => roomOf(cells.get(id), pane));
  const zoomAt = (id: number, point: Point, levelOf: (level: number) => number) => {
    if (room) setView((from) => zoomTo(from, levelOf(from.level), room(id), point, ids.map(room)));
  };
  const panFrom = (from: View, id: number, by: Point) =>
    room ? panBy(from, room(id), by, ids.map(room)) : from;

  const toggle = () => {
    if (view.level > 0) return setView(FIT);
    const under = mouse.current?.pane.isConnected ? mouse.current : null;
    if (under) zoomAt(idOf(under.pane), pointIn(under.pane, under.at), () => ACTUAL);
    else zoomAt(focused, MIDDLE, () => ACTUAL);
  };

  return {
    view,
    /** Null until it is measured. */
    pane,
    columns,
    /** Of the focused photo. */
    scale: room ? scaleAt(view.level, room(focused)) : 1,
    toggle,
    zoomIn: () => zoomAt(focused, MIDDLE, (level) => level + STEP),
    zoomOut: () => zoomAt(focused, MIDDLE, (level) => level - STEP),
    pan: (by: Point) => setView((from) => panFrom(from, focused, by)),
    handlers: {
      onPointerDown: (event: PointerEvent) => {
        const target = paneAt(event.target);
        if (event.button !== 0 || !target) return;
        event.currentTarget.setPointerCapture?.(event.pointerId);
        drag.current = { id: idOf(target), at: { x: event.clientX, y: event.clientY }, view };
      },
      onPointerMove: (event: PointerEvent) => {
        const at = { x: event.clientX, y: event.clientY };
        const under = paneAt(event.target) ?? mouse.current?.pane;
        if (under) mouse.current = { pane: under, at };
        const from = drag.current;
        if (!from) return;
        const by = { x: at.x - from.at.x, y: at.y - from.at.y };
        setView(panFrom(from.view, from.id, by));
      },
      onPointerUp: () => (drag.current = null),
      onPointerCancel: () => (drag.current = null),
      onPointerLeave: () => (mouse.current = null),
      onWheel: (event: WheelEvent) => {
        const target = paneAt(event.target);
        if (!target) return;
        const notches = Math.max(-1, Math.min(1, event.deltaY / NOTCH));
        const point = pointIn(target, { x: event.clientX, y: event.clientY });
        zoomAt(idOf(target), point, (level) => level - notches * STEP);
      },
    },
  };
}

const idOf = (pane: Element): number => Number(pane.getAttribute("data-pane"));
