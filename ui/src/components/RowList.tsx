/**
 * Tall rows one below the other, beside what the current one holds: only those in view are mounted, walked by keyboard. One
 * row is in the tab order and stays mounted however far the list is scrolled.
 */
import { defaultRangeExtractor, useVirtualizer, type Range } from "@tanstack/react-virtual";
import {
  useCallback,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  type KeyboardEvent,
  type Ref,
} from "react";
import { useT } from "../l10n";
import { useKeys } from "./Keys";
import styles from "./RowList.module.css";
import { usePixels } from "./textSize";

export interface RowListHandle {
  /** Focus on the current row. */
  focus(): void;
}

export interface RowListProps<Row extends { key: number }> {
  label: string;
  rows: readonly Row[];
  index: number;
  onChoose(key: number): void;
  /** Enter on a row. */
  onEnter?: (() => void) | undefined;
  /** Arrow right: into what stands beside the list. */
  onInto(): void;
  /** What that does, in the help. */
  intoLabel: string;
  renderRow(row: Row): React.ReactNode;
  listRef: Ref<RowListHandle>;
}

/** What a row shows: a small picture or a sign, a name, marks below it, and what else there is to say. */
export function RowFace({
  picture,
  name,
  marks,
  children,
}: {
  picture: React.ReactNode;
  name: React.ReactNode;
  marks: React.ReactNode;
  children?: React.ReactNode;
}) {
  return (
    <>
      <span className={styles.thumb}>{picture}</span>
      <span className={styles.what}>
        <strong>{name}</strong>
        <span className={styles.marks}>{marks}</span>
        {children}
      </span>
    </>
  );
}

/** Pixels of a usual row at the usual text size; each is measured once it is there. */
const ROW = 84;

export function RowList<Row extends { key: number }>({
  label,
  rows,
  index,
  onChoose,
  onEnter,
  onInto,
  intoLabel,
  renderRow,
  listRef,
}: RowListProps<Row>) {
  const t = useT();
  const pixels = usePixels();
  const frame = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const keepCurrent = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      if (index < range.count && !shown.includes(index)) shown.push(index);
      return shown.sort((a, b) => a - b);
    },
    [index],
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => pixels(ROW),
    getItemKey: (at) => rows[at]?.key ?? at,
    overscan: 6,
    rangeExtractor: keepCurrent,
  });
  const { scrollToIndex } = virtual;
  const key = rows[index]?.key;
  useLayoutEffect(() => {
    if (key !== undefined) scrollToIndex(index, { align: "auto" });
  }, [scrollToIndex, key, index]);

  const giveFocus = () => {
    const row = frame.current?.querySelector<HTMLElement>(`[data-index="${index}"]`);
    if (!wantsFocus.current || !row) return;
    wantsFocus.current = false;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  };
  useLayoutEffect(giveFocus);
  useImperativeHandle(listRef, () => ({
    focus: () => {
      wantsFocus.current = true;
      giveFocus();
    },
  }));

  useKeys([
    { keys: "ArrowUp", label: t("app-key-rows") },
    { keys: "ArrowDown", label: t("app-key-rows") },
    { keys: "ArrowRight", label: intoLabel },
  ]);

  const page = () => Math.max(1, Math.floor((frame.current?.clientHeight ?? 600) / pixels(ROW)) - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const steps: Record<string, number> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + page(),
      PageUp: index - page(),
      Home: 0,
      End: rows.length - 1,
    };
    const step = steps[event.key];
    if (step !== undefined) {
      const next = rows[Math.max(0, Math.min(rows.length - 1, step))];
      if (next && next.key !== key) {
        wantsFocus.current = true;
        onChoose(next.key);
      }
    } else if (event.key === "Enter") {
      // a held key would act on rows that nobody has seen
      if (!event.repeat) onEnter?.();
    } else if (event.key === "ArrowRight") onInto();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={frame}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length}
      aria-colcount={1}
      className={styles.list}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return row === undefined ? null : (
            <div
              key={item.key}
              ref={virtual.measureElement}
              role="row"
              aria-rowindex={item.index + 1}
              aria-selected={item.index === index}
              data-index={item.index}
              tabIndex={item.index === index ? 0 : -1}
              className={styles.row}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={() => onChoose(row.key)}
            >
              <div role="gridcell" className={styles.rowCell}>
                {renderRow(row)}
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
}
