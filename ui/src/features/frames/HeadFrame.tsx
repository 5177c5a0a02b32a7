/**
 * Where the head is in a photo: a frame over the large view, moved by keys or by hand. It is said once, and every size of
 * print is cropped by it.
 */
import { Check, Trash2, X } from "lucide-react";
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import type { FrameCell, FrameHead } from "../../api";
import { Button } from "../../components";
import { useT } from "../../l10n";
import styles from "./Frames.module.css";
import { fitted } from "./FrameThumb";

const WHOLE = 10_000;
const STEP = 50;
const LEAST = 300;
/** Of a portrait at half length. */
const USUAL: FrameHead = { x: 5_000, top: 1_500, chin: 4_500 };

const within = (value: number, least: number, most: number) =>
  Math.round(Math.max(least, Math.min(most, value)));

/** Moves a head, and makes it higher or lower, as far as the picture goes. */
export function moved(head: FrameHead, x: number, y: number, grow = 0): FrameHead {
  const height = within(head.chin - head.top + grow, LEAST, WHOLE);
  const top = within(head.top + y - (height - (head.chin - head.top)) / 2, 0, WHOLE - height);
  return { x: within(head.x + x, 0, WHOLE), top, chin: top + height };
}

export interface HeadFrameProps {
  cell: FrameCell;
  /** With the head, null when nobody says any more where it is, nothing when it stays as it was. */
  onDone(head?: FrameHead | null): void;
}

export function HeadFrame({ cell, onDone }: HeadFrameProps) {
  const t = useT();
  const [head, setHead] = useState(cell.head ?? USUAL);
  const picture = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const held = useRef<{ x: number; y: number; head: FrameHead; edge: string | undefined } | null>(null);
  useEffect(() => frame.current?.focus(), []);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.shiftKey ? 5 * STEP : STEP;
    const acts: Record<string, () => void> = {
      ArrowLeft: () => setHead((from) => moved(from, -step, 0)),
      ArrowRight: () => setHead((from) => moved(from, step, 0)),
      ArrowUp: () => setHead((from) => moved(from, 0, -step)),
      ArrowDown: () => setHead((from) => moved(from, 0, step)),
      "+": () => setHead((from) => moved(from, 0, 0, 2 * STEP)),
      "-": () => setHead((from) => moved(from, 0, 0, -2 * STEP)),
      Enter: () => onDone(head),
      Delete: () => onDone(cell.head ? null : undefined),
      Escape: () => onDone(),
    };
    const isOnButton = event.target instanceof Element && event.target.closest("button") !== null;
    const act = isOnButton && event.key === "Enter" ? undefined : acts[event.key];
    if (!act || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture?.(event.pointerId);
    const edge = event.target instanceof HTMLElement ? event.target.dataset.edge : undefined;
    held.current = { x: event.clientX, y: event.clientY, head, edge };
  };
  const onPointerMove = (event: PointerEvent) => {
    const from = held.current;
    const box = picture.current?.getBoundingClientRect();
    if (!from || !box || box.width === 0 || box.height === 0) return;
    const x = ((event.clientX - from.x) * WHOLE) / box.width;
    const y = ((event.clientY - from.y) * WHOLE) / box.height;
    const { top, chin } = from.head;
    if (from.edge === "top") setHead({ ...from.head, top: within(top + y, 0, chin - LEAST) });
    else if (from.edge === "chin") setHead({ ...from.head, chin: within(chin + y, top + LEAST, WHOLE) });
    else setHead(moved(from.head, x, y));
  };
  const percent = (part: number) => `${part / 100}%`;
  return (
    <div className={styles.headLayer} onKeyDown={onKeyDown}>
      <div className={styles.headRoom}>
        <div ref={picture} className={styles.headPicture} style={fitted(cell)}>
          <div
            ref={frame}
            className={styles.head}
            role="group"
            tabIndex={0}
            aria-label={t("frame-head")}
            aria-describedby="frame-head-keys"
            style={{ left: percent(head.x), top: percent(head.top), height: percent(head.chin - head.top) }}
            onPointerDown={onPointerDown}
            onPointerMove={onPointerMove}
            onPointerUp={() => (held.current = null)}
            onPointerCancel={() => (held.current = null)}
          >
            <span className={styles.headEdge} data-edge="top" />
            <span className={styles.headEdge} data-edge="chin" />
          </div>
        </div>
      </div>
      <div className={styles.headBar}>
        <p id="frame-head-keys">{t("frame-head-keys")}</p>
        <Button icon={Check} onPress={() => onDone(head)}>
          {t("frame-head-set")}
        </Button>
        {cell.head ? (
          <Button variant="quiet" icon={Trash2} onPress={() => onDone(null)}>
            {t("frame-head-remove")}
          </Button>
        ) : null}
        <Button variant="quiet" icon={X} onPress={() => onDone()}>
          {t("app-cancel")}
        </Button>
      </div>
    </div>
  );
}
