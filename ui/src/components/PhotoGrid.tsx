/**
 * A grid of pictures: virtualised by rows, walked by keyboard, selected by Space, Shift and Ctrl. One in which nothing is
 * selected opens a picture by Space too. Grouped, each group begins on a row of its own under its heading.
 *
 * Our own because ready-made grids were measured far too slow at 20,000 cells. Invariants: one cell is in the tab order
 * and stays mounted however far the grid is scrolled; moving the focus renders two cells, not the grid; pictures that
 * are added move neither what is looked at nor the focus. A heading is passed over by every key and mounted as long as
 * the current cell is under it, which it describes. What a cell shows is the caller's: `renderCell` must be stable and
 * its component read its own data. Where rows are and keys lead is `gridRows`.
 */
import { useVirtualizer, defaultRangeExtractor, type Range } from "@tanstack/react-virtual";
import {
  memo,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
} from "react";
import { GridRows } from "./gridRows";
import styles from "./PhotoGrid.module.css";
import { usePixels } from "./textSize";

export interface GridHandle {
  /** Focus on the current cell. */
  focus(): void;
}

/** Cells that stand together. */
export interface GridGroup {
  /** Its cells, one at least; those of all groups are as many as there are cells. */
  count: number;
  heading: ReactNode;
}

export interface PhotoGridProps {
  label: string;
  ids: readonly number[];
  /** How `ids` are grouped, in their order; none or empty when they are not. Must be stable. */
  groups?: readonly GridGroup[];
  /** Wished width of a cell in pixels; rows are filled evenly. */
  cellSize: number;
  /** Pixels at the usual text size. */
  captionHeight?: number;
  renderCell(id: number, width: number): ReactNode;
  /** The cell that keys act on; the first one when null or gone. */
  current: number | null;
  onCurrent(id: number): void;
  /** What is selected, and what is to be; without them nothing can be. */
  selected?: ReadonlySet<number>;
  onSelected?(selected: ReadonlySet<number>): void;
  onOpen?(id: number): void;
  /** Ids on screen and of the rows around it that may come into view next. */
  onVisible?(ids: readonly number[]): void;
  gridRef?: Ref<GridHandle>;
}

const GAP = 4;
const PADDING = 8;
/** Pixels of a heading at the usual text size. */
const HEADING = 32;
/** Rows at least that are told of before they come into view. */
const AHEAD = 8;
const NONE: ReadonlySet<number> = new Set();
const UNGROUPED: readonly GridGroup[] = [];

export function PhotoGrid(props: PhotoGridProps) {
  const {
    ids,
    groups = UNGROUPED,
    cellSize,
    renderCell,
    captionHeight: caption = 24,
    onCurrent,
    selected = NONE,
    onSelected,
    onOpen,
    onVisible,
  } = props;
  const pixels = usePixels();
  const captionHeight = pixels(caption);
  const frame = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const anchor = useRef<{ id: number; base: ReadonlySet<number> } | null>(null);
  const [width, setWidth] = useState(0);

  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () => setWidth(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const room = Math.max(cellSize, width - 2 * PADDING);
  const columns = Math.max(1, Math.floor((room + GAP) / (cellSize + GAP)));
  const cellWidth = Math.floor((room - GAP * (columns - 1)) / columns);
  const cellHeight = cellWidth + captionHeight;
  const headingHeight = pixels(HEADING);
  const layout = useMemo(
    () =>
      new GridRows(
        ids.length,
        { columns, cells: cellHeight + GAP, heading: headingHeight + GAP },
        groups.map(({ count }) => count),
      ),
    [ids.length, columns, cellHeight, headingHeight, groups],
  );

  const indexOf = useMemo(() => new Map(ids.map((id, index) => [id, index])), [ids]);
  const at = (props.current === null ? undefined : indexOf.get(props.current)) ?? 0;
  const currentRow = layout.rowOf(at);
  const currentHeading = layout.headingOf(at);

  const keepCurrent = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      for (const row of [currentRow, currentHeading])
        if (row !== null && row < range.count && !shown.includes(row)) shown.push(row);
      return shown.sort((a, b) => a - b);
    },
    [currentRow, currentHeading],
  );
  const virtual = useVirtualizer({
    count: layout.count,
    getScrollElement: () => frame.current,
    estimateSize: (row) => layout.heightOf(row),
    paddingStart: PADDING,
    paddingEnd: PADDING,
    scrollPaddingStart: PADDING,
    scrollPaddingEnd: PADDING,
    overscan: 2,
    rangeExtractor: keepCurrent,
  });
  const { scrollToIndex, measure } = virtual;

  // Changed sizes and groups move every row: measure again and stay with the current one.
  useLayoutEffect(() => {
    measure();
  }, [measure, cellHeight, headingHeight, groups]);
  // before there is room for more than one column every photo would be in a row of its own, far down
  const isMeasured = width > 0;
  const rowRef = useRef(currentRow);
  useLayoutEffect(() => {
    rowRef.current = currentRow;
  });
  useLayoutEffect(() => {
    if (isMeasured && rowRef.current > 0) scrollToIndex(rowRef.current, { align: "auto" });
  }, [scrollToIndex, isMeasured, columns, cellHeight]);

  // Rows that come in above what is looked at push it down: follow it.
  const top = useRef<{ ids: readonly number[]; row: number; columns: number; layout: GridRows } | null>(null);
  useLayoutEffect(() => {
    const element = frame.current;
    const seen = top.current;
    if (!element || !seen || seen.ids.length >= ids.length || seen.columns !== columns) return;
    const { first } = seen.layout.at(seen.row);
    const place = indexOf.get(seen.ids[first] ?? 0);
    if (place === undefined) return;
    const was = seen.layout.topOf(seen.layout.rowOf(first));
    element.scrollTop += layout.topOf(layout.rowOf(place)) - was;
  }, [ids, indexOf, columns, layout]);
  const topRow = virtual.range?.startIndex ?? 0;
  useEffect(() => {
    top.current = { ids, row: topRow, columns, layout };
  });

  const hadFocus = useRef(false);
  const giveFocus = () => {
    const cell = cellAt(frame.current, at);
    if (!wantsFocus.current || !cell) return;
    wantsFocus.current = false;
    cell.focus({ preventScroll: true });
  };
  useLayoutEffect(() => {
    // the current cell may have moved to another row, and lost the focus with its old one
    if (hadFocus.current && document.activeElement === document.body) wantsFocus.current = true;
    giveFocus();
  });

  // Reading the rows brings the range up to date; the other way round it would lag by one render.
  const rows = virtual.getVirtualItems();
  const range = virtual.range;
  // in steps, so that scrolling asks seldom and for what comes into view only later
  const near = (row: number) => Math.floor(row / AHEAD) * AHEAD;
  const from = range ? layout.at(Math.max(0, near(range.startIndex) - AHEAD)).first : 0;
  const until = range ? layout.at(Math.min(layout.count - 1, near(range.endIndex) + 2 * AHEAD)).end : 0;
  useEffect(() => {
    if (until > 0) onVisible?.(ids.slice(from, until));
  }, [ids, from, until, onVisible]);

  const spread = (first: number, last: number, base: ReadonlySet<number>) => {
    const next = new Set(base);
    for (const id of ids.slice(Math.min(first, last), Math.max(first, last) + 1)) next.add(id);
    return next;
  };

  /** Shows a cell, and with the first row of a group its heading when that is out of sight above. */
  const scrollTo = (index: number) => {
    const row = layout.rowOf(index);
    const isUnderHeading = layout.headingOf(index) === row - 1;
    const isAbove = isUnderHeading && layout.topOf(row - 1) + PADDING < (frame.current?.scrollTop ?? 0);
    scrollToIndex(isAbove ? row - 1 : row, { align: "auto" });
  };

  // Up and down keep the column that they began in, also through rows that are shorter.
  const wished = useRef<{ id: number; column: number } | null>(null);
  const moveTo = (index: number, isExtending: boolean) => {
    const next = Math.max(0, Math.min(ids.length - 1, index));
    const id = ids[next];
    const here = ids[at];
    if (id === undefined || here === undefined) return;
    wantsFocus.current = next !== at;
    if (isExtending && onSelected) {
      anchor.current ??= { id: here, base: selected };
      onSelected(spread(indexOf.get(anchor.current.id) ?? at, next, anchor.current.base));
    } else anchor.current = null;
    onCurrent(id);
    scrollTo(next);
  };
  useImperativeHandle(props.gridRef, () => ({
    focus: () => {
      scrollTo(at);
      // A grid just opened draws its cells in the next moment.
      wantsFocus.current = true;
      giveFocus();
    },
  }));

  const toggle = (id: number) => {
    if (!onSelected) return onOpen?.(id);
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    anchor.current = { id, base: next };
    onSelected(next);
  };

  const headingId = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey) return;
    const id = ids[at];
    const kept = wished.current;
    const column = kept && kept.id === id ? kept.column : layout.columnOf(at);
    const inView = frame.current?.clientHeight ?? 600;
    const steps: Record<string, () => number> = {
      ArrowRight: () => at + 1,
      ArrowLeft: () => at - 1,
      Home: () => 0,
      End: () => ids.length - 1,
    };
    const rowSteps: Record<string, () => number> = {
      ArrowDown: () => layout.beside(at, column, 1),
      ArrowUp: () => layout.beside(at, column, -1),
      PageDown: () => layout.page(at, column, 1, inView),
      PageUp: () => layout.page(at, column, -1, inView),
    };
    const step = steps[event.key] ?? rowSteps[event.key];
    if (step) {
      const next = step();
      const landed = ids[next];
      wished.current = event.key in rowSteps && landed !== undefined ? { id: landed, column } : null;
      moveTo(next, event.shiftKey);
    } else if (event.key === " " && id !== undefined) toggle(id);
    else if (event.key === "Enter" && id !== undefined && onOpen) onOpen(id);
    else if (event.key.toLowerCase() === "a" && (event.ctrlKey || event.metaKey) && onSelected)
      onSelected(new Set(ids));
    else if (event.key === "Escape" && selected.size > 0) onSelected?.(NONE);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const indexAt = (event: MouseEvent) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>("[data-index]");
    return cell ? Number(cell.dataset.index) : -1;
  };
  const onClick = (event: MouseEvent) => {
    const index = indexAt(event);
    const id = ids[index];
    if (id === undefined) return;
    if (event.shiftKey && onSelected) {
      const here = ids[at] ?? id;
      anchor.current ??= { id: here, base: selected };
      onSelected(spread(indexOf.get(anchor.current.id) ?? at, index, anchor.current.base));
    } else if ((event.ctrlKey || event.metaKey) && onSelected) toggle(id);
    else {
      anchor.current = null;
      if (selected.size > 0) onSelected?.(NONE);
    }
    onCurrent(id);
  };
  const onDoubleClick = (event: MouseEvent) => {
    const id = ids[indexAt(event)];
    if (id !== undefined) onOpen?.(id);
  };

  return (
    <div
      ref={frame}
      role="grid"
      aria-label={props.label}
      aria-rowcount={layout.count}
      aria-colcount={columns}
      {...(onSelected ? { "aria-multiselectable": true } : {})}
      className={styles.frame}
      onFocus={() => (hadFocus.current = true)}
      onBlur={(event) => (hadFocus.current = !event.target.isConnected)}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
    >
      <div role="presentation" className={styles.body} style={{ height: virtual.getTotalSize() }}>
        {rows.map((row) => {
          const { heading, first, end } = layout.at(row.index);
          return (
            <div
              key={row.key}
              role="row"
              aria-rowindex={row.index + 1}
              className={styles.row}
              style={{ transform: `translate(${PADDING}px, ${row.start}px)`, gap: GAP }}
            >
              {heading === null ? (
                ids
                  .slice(first, end)
                  .map((id, column) => (
                    <Cell
                      key={id}
                      id={id}
                      index={first + column}
                      column={column + 1}
                      width={cellWidth}
                      height={cellHeight}
                      isCurrent={first + column === at}
                      isShown={first + column === at && props.current !== null}
                      {...(onSelected ? { isSelected: selected.has(id) } : {})}
                      {...(first + column === at && currentHeading !== null
                        ? { describedBy: headingId }
                        : {})}
                      render={renderCell}
                    />
                  ))
              ) : (
                <div
                  role="rowheader"
                  aria-colindex={1}
                  aria-colspan={columns}
                  {...(row.index === currentHeading ? { id: headingId } : {})}
                  className={styles.heading}
                  style={{ width: room, height: headingHeight }}
                  onMouseDown={keepFocus}
                >
                  {groups[heading]?.heading}
                </div>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The focus stays at its cell when something that takes none is pressed. */
const keepFocus = (event: MouseEvent) => event.preventDefault();

const cellAt = (frame: HTMLElement | null, index: number) =>
  frame?.querySelector<HTMLElement>(`[data-index="${index}"]`);

interface CellProps {
  id: number;
  index: number;
  column: number;
  width: number;
  height: number;
  isCurrent: boolean;
  /** It is shown as the current one: somebody has been at a cell. */
  isShown: boolean;
  isSelected?: boolean;
  /** Id of the heading that it stands under. */
  describedBy?: string;
  render(id: number, width: number): ReactNode;
}

const Cell = memo(function Cell({
  id,
  index,
  column,
  width,
  height,
  isCurrent,
  isShown,
  isSelected,
  describedBy,
  render,
}: CellProps) {
  return (
    <div
      role="gridcell"
      aria-colindex={column}
      aria-selected={isSelected}
      aria-describedby={describedBy}
      data-index={index}
      data-id={id}
      tabIndex={isCurrent ? 0 : -1}
      {...(isShown ? { "data-current": true } : {})}
      className={styles.cell}
      style={{ width, height }}
    >
      {render(id, width)}
    </div>
  );
});
