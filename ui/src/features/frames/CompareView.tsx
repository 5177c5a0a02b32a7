/** Two to four photos beside each other on near-black, zoomed and moved as one. Marks go to the one that has the focus. */
import { ArrowLeft, CircleMinus, Maximize, ZoomIn } from "lucide-react";
import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { useMay } from "../../api";
import { Cover, IconButton, useKeys } from "../../components";
import { useFormat, useT } from "../../l10n";
import { shownMarks, useCell, type FrameCells } from "./cells";
import { ComparePane } from "./ComparePane";
import styles from "./Compare.module.css";
import { FrameNews } from "./FrameNews";
import frameStyles from "./Frames.module.css";
import { MarkBar } from "./MarkBar";
import { markActions, markKeys } from "./markKeys";
import type { Marking } from "./marks";
import { useSyncZoom } from "./useSyncZoom";

export interface CompareViewProps {
  ids: readonly number[];
  /** Has the focus at first. */
  current: number | null;
  cells: FrameCells;
  marking: Marking;
  onCurrent(id: number): void;
  onTakeOut(id: number): void;
  onClose(): void;
}

const PAN_STEP = 160;

export function CompareView({ ids, current, cells, marking, ...on }: CompareViewProps) {
  const { onCurrent, onTakeOut, onClose } = on;
  const t = useT();
  const format = useFormat();
  const mayMark = useMay()("mark_photos");
  const stage = useRef<HTMLDivElement>(null);
  // A photo that the grid's filter lets go, as a rejected one, stays here: the grid's current photo is no measure.
  const [wished, setWished] = useState(current);
  const index = Math.max(0, wished === null ? 0 : ids.indexOf(wished));
  const focused = ids[index] ?? 0;
  const cell = useCell(cells, focused);
  const zoom = useSyncZoom({ stage, ids, focused, cells });
  const isZoomed = zoom.view.level > 0;
  const [isSharp, setSharp] = useState(false);
  if (isZoomed && !isSharp) setSharp(true);

  useEffect(() => cells.want(ids), [cells, ids]);
  useEffect(() => {
    stage.current?.querySelector<HTMLElement>(`[data-pane="${focused}"]`)?.focus({ preventScroll: true });
  }, [focused, ids]);

  const focusOn = useCallback(
    (id: number) => {
      setWished(id);
      onCurrent(id);
    },
    [onCurrent],
  );
  const move = (step: number) => {
    const next = ids[index + step];
    if (next !== undefined) focusOn(next);
    return next !== undefined;
  };
  const takeOut = () => {
    const next = ids[index + 1] ?? ids[index - 1];
    if (next !== undefined) focusOn(next);
    onTakeOut(focused);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Tab" || event.ctrlKey || event.altKey || event.metaKey) return;
    if (move(event.shiftKey ? -1 : 1)) event.preventDefault();
  };

  const actions = useMemo(() => markActions(marking, () => [focused]), [marking, focused]);
  useKeys([
    { keys: "ArrowRight", label: t("frame-next"), run: () => move(1) },
    { keys: "ArrowLeft", label: t("frame-previous"), run: () => move(-1) },
    { keys: "ArrowDown", run: () => move(zoom.columns) },
    { keys: "ArrowUp", run: () => move(-zoom.columns) },
    ...(mayMark ? markKeys(t, actions, marking.undo) : []),
    { keys: "z", label: t("frame-zoom"), isOnce: true, run: zoom.toggle },
    { keys: " ", isOnce: true, run: zoom.toggle },
    { keys: "+", label: t("frame-zoom-in"), run: zoom.zoomIn },
    { keys: "-", label: t("frame-zoom-out"), run: zoom.zoomOut },
    { keys: "shift+ArrowRight", label: t("frame-key-pan"), run: () => zoom.pan({ x: -PAN_STEP, y: 0 }) },
    { keys: "shift+ArrowLeft", run: () => zoom.pan({ x: PAN_STEP, y: 0 }) },
    { keys: "shift+ArrowDown", run: () => zoom.pan({ x: 0, y: -PAN_STEP }) },
    { keys: "shift+ArrowUp", run: () => zoom.pan({ x: 0, y: PAN_STEP }) },
    { keys: "Delete", label: t("frame-compare-out"), isOnce: true, run: takeOut },
    { keys: "Backspace", label: t("frame-compare-out"), isOnce: true, run: takeOut },
    { keys: "Escape", label: t("frame-back-to-grid"), isOnce: true, run: onClose },
  ]);

  return (
    <Cover>
      <div className={frameStyles.large} role="region" aria-label={t("frame-comparison")} data-theme="dark">
        <div
          ref={stage}
          className={styles.stage}
          role="grid"
          aria-label={t("frame-grid")}
          onKeyDown={onKeyDown}
          {...zoom.handlers}
        >
          <div
            role="row"
            className={styles.panes}
            style={{ gridTemplateColumns: `repeat(${zoom.columns}, minmax(0, 1fr))` }}
          >
            {ids.map((id, at) => (
              <ComparePane
                key={id}
                id={id}
                column={at + 1}
                cells={cells}
                view={zoom.view}
                size={zoom.pane}
                isFocused={id === focused}
                isSharp={isSharp}
                onFocus={focusOn}
              />
            ))}
          </div>
        </div>
        <FrameNews id={focused} ids={ids} cells={cells} />
        <div className={frameStyles.bar}>
          <div className={frameStyles.title}>
            <strong>{cell?.name}</strong>
            <span className={frameStyles.quiet}>
              {t("frame-position", { at: format.number(index + 1), total: format.number(ids.length) })}
            </span>
            {isZoomed ? (
              <span className={frameStyles.quiet}>{format.rate(Math.round(zoom.scale * 100) * 100)}</span>
            ) : null}
            {cell?.takenAt ? (
              <span className={frameStyles.quiet}>{format.dateTime(cell.takenAt)}</span>
            ) : null}
          </div>
          {mayMark ? <MarkBar {...shownMarks(cell)} actions={actions} /> : <span />}
          <div className={frameStyles.tools}>
            <IconButton
              icon={isZoomed ? Maximize : ZoomIn}
              label={t(isZoomed ? "frame-zoom-fit" : "frame-zoom")}
              shortcut="Z"
              onPress={zoom.toggle}
            />
            <IconButton
              icon={CircleMinus}
              label={t("frame-compare-out")}
              shortcut="Delete"
              onPress={takeOut}
            />
            <IconButton
              icon={ArrowLeft}
              label={t("frame-back-to-grid")}
              shortcut="Escape"
              onPress={onClose}
            />
          </div>
        </div>
      </div>
    </Cover>
  );
}
