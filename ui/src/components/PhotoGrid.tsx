/**
 * A grid of pictures: virtualised by rows, walked by keyboard, selected by Space, Shift and Ctrl. One in which nothing is
 * selected opens a picture by Space too.
 *
 * Our own because ready-made grids were measured far too slow at 20,000 cells. Invariants: one cell is in the tab order
 * and stays mounted however far the grid is scrolled; moving the focus renders two cells, not the grid; pictures that
 * are added move neither what is looked at nor the focus. What a cell shows is the caller's: `renderCell` must be stable
 * and its component read its own data.
 */
import { useVirtualizer, defaultRangeExtractor, type Range } from "@tanstack/react-virtual";
import {
  memo,
  useCallback,
  useEffect,
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
import styles from "./PhotoGrid.module.css";
import { usePixels } from "./textSize";

export interface GridHandle {
  /** Focus on the current cell. */
  focus(): void;
}

export interface PhotoGridProps {
  label: string;
  ids: readonly number[];
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
  /** Ids on screen and a little around it, when the view comes to rest on them. */
  onVisible?(ids: readonly number[]): void;
  gridRef?: Ref<GridHandle>;
}

const GAP = 4;
const PADDING = 8;
const NONE: ReadonlySet<number> = new Set();

export function PhotoGrid(props: PhotoGridProps) {
  const {
    ids,
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
  const rowCount = Math.ceil(ids.length / columns);

  const indexOf = useMemo(() => new Map(ids.map((id, index) => [id, index])), [ids]);
  const at = (props.current === null ? undefined : indexOf.get(props.current)) ?? 0;
  const currentRow = Math.floor(at / columns);

  const keepCurrent = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      if (currentRow < range.count && !shown.includes(currentRow)) shown.push(currentRow);
      return shown.sort((a, b) => a - b);
    },
    [currentRow],
  );
  const virtual = useVirtualizer({
    count: rowCount,
    getScrollElement: () => frame.current,
    estimateSize: () => cellHeight + GAP,
    paddingStart: PADDING,
    paddingEnd: PADDING,
    scrollPaddingStart: PADDING,
    scrollPaddingEnd: PADDING,
    overscan: 2,
    rangeExtractor: keepCurrent,
  });
  const { scrollToIndex, measure } = virtual;

  // A changed cell size moves every row: measure again and stay with the current one.
  useLayoutEffect(() => {
    measure();
  }, [measure, cellHeight]);
  // the row is another one as soon as there are more columns
  const rowRef = useRef(currentRow);
  useLayoutEffect(() => {
    rowRef.current = currentRow;
  });
  useLayoutEffect(() => {
    if (rowRef.current > 0) scrollToIndex(rowRef.current, { align: "auto" });
  }, [scrollToIndex, columns, cellHeight]);

  // Rows that come in above what is looked at push it down: follow it.
  const top = useRef<{ ids: readonly number[]; row: number; columns: number } | null>(null);
  useLayoutEffect(() => {
    const element = frame.current;
    const seen = top.current;
    const id = seen?.ids[seen.row * seen.columns];
    const place = id === undefined ? undefined : indexOf.get(id);
    if (element && seen && seen.ids.length < ids.length && seen.columns === columns && place !== undefined)
      element.scrollTop += (Math.floor(place / columns) - seen.row) * (cellHeight + GAP);
  }, [ids, indexOf, columns, cellHeight]);
  const topRow = virtual.range?.startIndex ?? 0;
  useEffect(() => {
    top.current = { ids, row: topRow, columns };
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
  const from = range ? Math.max(0, range.startIndex - 3) * columns : 0;
  const until = range ? (range.endIndex + 4) * columns : 0;
  useEffect(() => {
    if (until > 0) onVisible?.(ids.slice(from, until));
  }, [ids, from, until, onVisible]);

  const spread = (first: number, last: number, base: ReadonlySet<number>) => {
    const next = new Set(base);
    for (const id of ids.slice(Math.min(first, last), Math.max(first, last) + 1)) next.add(id);
    return next;
  };

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
    scrollToIndex(Math.floor(next / columns), { align: "auto" });
  };
  useImperativeHandle(props.gridRef, () => ({
    focus: () => {
      scrollToIndex(currentRow, { align: "auto" });
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

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey) return;
    const id = ids[at];
    const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? 600) / (cellHeight + GAP))) * columns;
    const onRow = at % columns;
    const steps: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      ArrowDown: at + columns < ids.length || currentRow === rowCount - 1 ? at + columns : ids.length - 1,
      ArrowUp: at - columns >= 0 ? at - columns : at,
      PageDown: Math.min(at + page, ids.length - 1),
      PageUp: Math.max(at - page, onRow),
      Home: 0,
      End: ids.length - 1,
    };
    if (event.key === "ArrowDown" && currentRow === rowCount - 1) steps.ArrowDown = at;
    const step = steps[event.key];
    if (step !== undefined) moveTo(step, event.shiftKey);
    else if (event.key === " " && id !== undefined) toggle(id);
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
      aria-rowcount={rowCount}
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
        {rows.map((row) => (
          <div
            key={row.key}
            role="row"
            aria-rowindex={row.index + 1}
            className={styles.row}
            style={{ transform: `translate(${PADDING}px, ${row.start}px)`, gap: GAP }}
          >
            {ids.slice(row.index * columns, (row.index + 1) * columns).map((id, column) => (
              <Cell
                key={id}
                id={id}
                index={row.index * columns + column}
                column={column + 1}
                width={cellWidth}
                height={cellHeight}
                isCurrent={row.index * columns + column === at}
                isShown={row.index * columns + column === at && props.current !== null}
                {...(onSelected ? { isSelected: selected.has(id) } : {})}
                render={renderCell}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

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
  render,
}: CellProps) {
  return (
    <div
      role="gridcell"
      aria-colindex={column}
      aria-selected={isSelected}
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
