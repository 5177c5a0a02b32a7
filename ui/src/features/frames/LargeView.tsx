/**
 * One photo on near-black, the next one a key away. Previews of the neighbours are kept decoded; when the view rests on
 * a photo its sharp rendering is laid over.
 */
import { ArrowLeft, ChevronLeft, ChevronRight, ImageOff, Maximize, ScanFace, ZoomIn } from "lucide-react";
import {
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type PointerEvent,
} from "react";
import { useMay, usePlatform } from "../../api";
import { Cover, IconButton, cx, useKeys } from "../../components";
import { useFormat, useT } from "../../l10n";
import { shownMarks, useCell, type FrameCells } from "./cells";
import styles from "./Frames.module.css";
import { FrameNews } from "./FrameNews";
import { HeadFrame } from "./HeadFrame";
import { MarkBar } from "./MarkBar";
import { markActions, markKeys } from "./markKeys";
import type { Marking } from "./marks";
import { Previews, decoded, neighbours } from "./previews";

export interface LargeViewProps {
  ids: readonly number[];
  current: number;
  cells: FrameCells;
  marking: Marking;
  onCurrent(id: number): void;
  onClose(): void;
}

const REACH = 3;
const REST_MS = 250;
const PAN_STEP = 160;

export function LargeView({ ids, current, cells, marking, onCurrent, onClose }: LargeViewProps) {
  const t = useT();
  const format = useFormat();
  const platform = usePlatform();
  const stage = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const cell = useCell(cells, current);
  const [broken, setBroken] = useState<ReadonlySet<number>>(new Set());
  const [unsharp, setUnsharp] = useState<number | null>(null);
  const [previews] = useState(
    () =>
      new Previews(
        (id) => platform.photoUrl("preview", id, cells.get(id)?.turn),
        (id) => setBroken((known) => new Set(known).add(id)),
      ),
  );
  const [isZoomed, setZoomed] = useState(false);
  const [pan, setPan] = useState({ x: 0, y: 0 });
  const drag = useRef<{ x: number; y: number; pan: { x: number; y: number }; hasMoved: boolean } | null>(
    null,
  );
  const index = ids.indexOf(current);
  const mayMark = useMay()("mark_photos");
  /** The photo of which the head is being framed. */
  const [framing, setFraming] = useState<number | null>(null);

  const hasPicture = cell?.hasPreview ?? true;
  const turn = cell?.turn ?? 0;
  useLayoutEffect(() => {
    const around = neighbours(ids, index, REACH).filter((id) => cells.get(id)?.hasPreview ?? true);
    previews.keep(around);
    layer.current?.replaceChildren(...(hasPicture ? [previews.get(current)] : []));
    cells.want(neighbours(ids, index, REACH));
  }, [ids, index, current, turn, previews, cells, hasPicture]);
  useEffect(() => () => previews.clear(), [previews]);

  useEffect(() => {
    if (!hasPicture) return;
    let sharp: HTMLImageElement | null = null;
    const timer = setTimeout(() => {
      const image = decoded(platform.photoUrl("full", current, turn));
      sharp = image;
      image.decode?.().then(
        () => {
          if (sharp === image) layer.current?.append(image);
        },
        () => {
          if (sharp === image) setUnsharp(current);
        },
      );
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      sharp?.remove();
      sharp?.removeAttribute("src");
      sharp = null;
    };
  }, [current, turn, platform, hasPicture]);

  useEffect(() => stage.current?.focus(), []);

  // A key press does not wait for the bar.
  const settled = useDeferredValue(current);
  const actions = useMemo(() => markActions(marking, () => [settled]), [marking, settled]);

  const move = (step: number) => {
    const next = ids[Math.max(0, Math.min(ids.length - 1, index + step))];
    if (next !== undefined && next !== current) onCurrent(next);
  };
  const limit = (to: { x: number; y: number }) => {
    const box = stage.current?.getBoundingClientRect();
    if (!box || !cell) return to;
    const ratio = window.devicePixelRatio || 1;
    const room = (pixels: number, seen: number) => Math.max(0, (pixels / ratio - seen) / 2 + 24);
    const [x, y] = [room(cell.width, box.width), room(cell.height, box.height)];
    return { x: Math.max(-x, Math.min(x, to.x)), y: Math.max(-y, Math.min(y, to.y)) };
  };
  const panBy = (x: number, y: number) => setPan((from) => limit({ x: from.x + x, y: from.y + y }));
  const zoom = () => {
    setPan({ x: 0, y: 0 });
    setZoomed(!isZoomed);
  };

  const frameHead = () => {
    if (cell?.hasPreview !== true) return;
    setZoomed(false);
    setFraming(current);
  };
  const latest = useRef({ move, zoom, frameHead, close: onClose });
  useLayoutEffect(() => {
    latest.current = { move, zoom, frameHead, close: onClose };
  });
  const keys = [
    { keys: "ArrowRight", label: t("frame-next"), run: () => move(1) },
    { keys: "ArrowLeft", label: t("frame-previous"), run: () => move(-1) },
    { keys: "ArrowDown", run: () => move(1) },
    { keys: "ArrowUp", run: () => move(-1) },
    { keys: "PageDown", run: () => move(10) },
    { keys: "PageUp", run: () => move(-10) },
    { keys: "Home", run: () => move(-ids.length) },
    { keys: "End", run: () => move(ids.length) },
    ...(mayMark
      ? markKeys(
          t,
          markActions(marking, () => [current]),
          marking.undo,
        )
      : []),
    ...(mayMark && hasPicture
      ? [{ keys: "h", label: t("frame-head"), isOnce: true, run: () => latest.current.frameHead() }]
      : []),
    { keys: "z", label: t("frame-zoom"), run: zoom },
    { keys: " ", run: zoom },
    { keys: "shift+ArrowRight", label: t("frame-key-pan"), run: () => panBy(-PAN_STEP, 0) },
    { keys: "shift+ArrowLeft", run: () => panBy(PAN_STEP, 0) },
    { keys: "shift+ArrowDown", run: () => panBy(0, -PAN_STEP) },
    { keys: "shift+ArrowUp", run: () => panBy(0, PAN_STEP) },
    { keys: "Escape", label: t("frame-back-to-grid"), run: onClose },
    { keys: "Enter", run: onClose },
  ];
  const isFraming = framing === current && cell !== undefined;
  useKeys(isFraming ? [] : keys);

  const tools = useMemo(
    () => (
      <div className={styles.tools}>
        <IconButton
          icon={ChevronLeft}
          label={t("frame-previous")}
          shortcut="ArrowLeft"
          onPress={() => latest.current.move(-1)}
        />
        <IconButton
          icon={ChevronRight}
          label={t("frame-next")}
          shortcut="ArrowRight"
          onPress={() => latest.current.move(1)}
        />
        {mayMark ? (
          <IconButton
            icon={ScanFace}
            label={t("frame-head")}
            shortcut="H"
            onPress={() => latest.current.frameHead()}
          />
        ) : null}
        <IconButton
          icon={isZoomed ? Maximize : ZoomIn}
          label={t(isZoomed ? "frame-zoom-fit" : "frame-zoom")}
          shortcut="Z"
          onPress={() => latest.current.zoom()}
        />
        <IconButton
          icon={ArrowLeft}
          label={t("frame-back-to-grid")}
          shortcut="Escape"
          onPress={() => latest.current.close()}
        />
      </div>
    ),
    [t, isZoomed, mayMark],
  );

  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture?.(event.pointerId);
    drag.current = { x: event.clientX, y: event.clientY, pan, hasMoved: false };
  };
  const onPointerMove = (event: PointerEvent) => {
    const from = drag.current;
    if (!from) return;
    const [x, y] = [event.clientX - from.x, event.clientY - from.y];
    if (Math.abs(x) + Math.abs(y) > 4) from.hasMoved = true;
    if (isZoomed && from.hasMoved) setPan(limit({ x: from.pan.x + x, y: from.pan.y + y }));
  };
  const onPointerUp = (event: PointerEvent) => {
    const from = drag.current;
    drag.current = null;
    if (!from || from.hasMoved) return;
    if (isZoomed) return zoom();
    const box = event.currentTarget.getBoundingClientRect();
    setZoomed(true);
    const scale = fittedScale(box, cell);
    setPan(
      limit({
        x: (box.left + box.width / 2 - event.clientX) * scale,
        y: (box.top + box.height / 2 - event.clientY) * scale,
      }),
    );
  };

  const ratio = typeof window === "undefined" ? 1 : window.devicePixelRatio || 1;
  return (
    <Cover>
      <div
        className={styles.large}
        role="region"
        aria-label={t("frame-large")}
        data-theme="dark"
        data-large-view
      >
        <div
          ref={stage}
          tabIndex={-1}
          className={cx(styles.stage, isZoomed && styles.isZoomed)}
          onPointerDown={isFraming ? undefined : onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={() => (drag.current = null)}
        >
          <div
            ref={layer}
            className={styles.layer}
            role="img"
            aria-label={t("frame-name-alone", { name: cell?.name ?? "" })}
            style={
              isZoomed && cell
                ? {
                    width: cell.width / ratio,
                    height: cell.height / ratio,
                    transform: `translate(calc(-50% + ${pan.x}px), calc(-50% + ${pan.y}px))`,
                  }
                : {}
            }
          />
          {hasPicture && broken.has(current) ? (
            <div className={styles.nothing} role="status">
              <ImageOff size="2rem" strokeWidth={1.25} aria-hidden />
              <span>{t("frame-unreadable-text")}</span>
              <span>{t("frame-unreadable-action")}</span>
            </div>
          ) : null}
          {hasPicture ? null : (
            <div className={styles.nothing}>
              <ImageOff size="2rem" strokeWidth={1.25} aria-hidden />
              {t("frame-no-picture-text")}
            </div>
          )}
        </div>
        {isFraming ? (
          <HeadFrame
            key={turn}
            cell={cell}
            onDone={(head) => {
              if (head !== undefined) marking.setHead(current, head);
              setFraming(null);
              stage.current?.focus();
            }}
          />
        ) : null}
        <FrameNews id={current} ids={ids} cells={cells} isLarge />
        <div className={styles.bar}>
          <div className={styles.title}>
            <strong>{cell?.name}</strong>
            <span className={styles.quiet}>
              {t("frame-position", { at: format.number(index + 1), total: format.number(ids.length) })}
            </span>
            {unsharp === current && !broken.has(current) ? (
              <span className={styles.quiet} role="status">
                {t("frame-unsharp")}
              </span>
            ) : null}
            {cell?.takenAt ? <span className={styles.quiet}>{format.dateTime(cell.takenAt)}</span> : null}
          </div>
          <MarkBar {...shownMarks(cell)} actions={actions} />
          {tools}
        </div>
      </div>
    </Cover>
  );
}

/** Screen pixels of the picture at 1:1 for each pixel of it as fitted. */
function fittedScale(box: DOMRect, cell: { width: number; height: number } | undefined): number {
  if (!cell?.width || !cell.height) return 1;
  const fitted = Math.min(box.width / cell.width, box.height / cell.height);
  return 1 / fitted / (window.devicePixelRatio || 1);
}
