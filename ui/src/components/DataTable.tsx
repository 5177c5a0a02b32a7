/**
 * A long table: virtualised, walked by keyboard, pages read as they come into view, sorted by header: here once every
 * page is read, or by who gives the rows.
 *
 * Our own because ready-made grids mount every row (see the measurements in the design). One row is in the tab order;
 * it stays mounted however far the table is scrolled, so that focus is never lost.
 */
import { useVirtualizer, defaultRangeExtractor, type Range } from "@tanstack/react-virtual";
import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
} from "react";
import type { ApiError } from "../api/error";
import { useCompare, useT } from "../l10n";
import { usePreference } from "../navigation";
import { useLeavingMemory } from "./useWindowMemory";
import { cx } from "./classes";
import styles from "./DataTable.module.css";
import { TableHead, type Sort } from "./TableHead";
import { inRem, usePixels } from "./textSize";
import { useKeys } from "./Keys";
import { ErrorText } from "./Notice";

export interface Column<Row> {
  id: string;
  header: string;
  /** Least width in pixels at the usual text size. */
  width: number;
  /** Share of what is left over; 0 keeps the least width. */
  grow?: number;
  align?: "start" | "end";
  isStrong?: boolean;
  /** The choice of columns does not offer it. */
  isAlwaysShown?: boolean;
  cell(row: Row): ReactNode;
  /** Gives the header its sort button; sorts once every page is read. */
  sortValue?(row: Row): string | number | null;
}

/** The order that rows are given in: whoever gives them sorts, also those that are not read yet. */
export interface TableOrder {
  /** Columns that can be sorted by. */
  columns: readonly string[];
  sort: Sort;
  onSort(sort: Sort): void;
}

export interface TableSelection {
  /** Also of rows that a search leaves out: all and none of the table are of those listed. */
  selected: ReadonlySet<number>;
  onChange(selected: Set<number>): void;
  /** Names the row's tick box. */
  rowLabel(id: number): string;
}

export interface TableHandle {
  /** Focus on the current row, or the first. */
  focus(): void;
  /** Shows the first row, for what is listed next is another list. */
  toTop(): void;
}

export interface DataTableProps<Row> {
  /** A short name for what is remembered of this table. */
  id: string;
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowId(row: Row): number;
  /** By Enter and by double click; a single click takes the row. */
  onOpen?(row: Row): void;
  /** The row that keys act on; without it the table keeps it itself. */
  currentId?: number | null;
  onCurrent?(row: Row): void;
  /** Shows the current row as the chosen one. */
  marksCurrent?: boolean;
  total?: number | null;
  hasMore?: boolean;
  onLoadMore?(): void;
  isLoading?: boolean;
  error?: ApiError | null;
  onRetry?(): void;
  /** Shown in place of rows when there are none. */
  empty?: ReactNode;
  isDense?: boolean;
  /** Pixels at the usual text size; for rows with pictures. */
  rowHeight?: number;
  selection?: TableSelection;
  /** In place of sorting what is read. */
  order?: TableOrder;
  tableRef?: Ref<TableHandle>;
}

const isSort = (value: unknown): value is Sort | null =>
  value === null || (typeof value === "object" && "column" in value && "isDescending" in value);

const TICK = 44;
const HEAD = 32;

export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    columns,
    rows: given,
    rowId,
    onOpen,
    onCurrent,
    hasMore = false,
    onLoadMore,
    selection,
    order,
  } = props;
  const t = useT();
  const compare = useCompare();
  const pixels = usePixels();
  const rowHeight = pixels(props.rowHeight ?? (props.isDense ? 30 : 36));
  const headHeight = pixels(HEAD) + 1;
  const frame = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const [sort, setSort] = usePreference<Sort | null>(`${props.id}.sort`, null, isSort);
  const anchor = useRef<{ id: number | null; base: ReadonlySet<number> } | null>(null);
  // The row itself, not its place: a row that arrives above must not move what Enter and Space act on.
  const [place, setPlace] = useState<{ id: number | null; index: number }>({ id: null, index: 0 });
  const [isSelectingAll, setSelectingAll] = useState(false);

  const rows = useMemo(() => {
    const column = hasMore || order ? undefined : columns.find((entry) => entry.id === sort?.column);
    const value = column?.sortValue;
    if (!value || !sort) return given;
    const sign = sort.isDescending ? -1 : 1;
    return [...given].sort((a, b) => {
      const [x, y] = [value(a), value(b)];
      if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
      return sign * (typeof x === "number" && typeof y === "number" ? x - y : compare(String(x), String(y)));
    });
  }, [given, hasMore, order, columns, sort, compare]);
  const chosenId = props.currentId === undefined ? place.id : props.currentId;
  const found = chosenId === null ? -1 : rows.findIndex((row) => rowId(row) === chosenId);
  if (found >= 0 && (found !== place.index || chosenId !== place.id))
    setPlace({ id: chosenId, index: found });
  const at = found >= 0 ? found : Math.min(place.index, Math.max(0, rows.length - 1));

  const template = [
    ...(selection ? [inRem(TICK)] : []),
    ...columns.map(({ width: least, grow = 1 }) =>
      grow === 0 ? inRem(least) : `minmax(${inRem(least)}, ${grow}fr)`,
    ),
  ].join(" ");
  const least = columns.reduce((sum, column) => sum + column.width, selection ? TICK : 0);
  const width = `max(100%, ${inRem(least)})`;

  const keepCurrent = useCallback(
    (range: Range) => {
      const shown = defaultRangeExtractor(range);
      if (at < range.count && !shown.includes(at)) shown.push(at);
      return shown.sort((a, b) => a - b);
    },
    [at],
  );
  const [leftAt, noteScroll] = useLeavingMemory<number>(`${props.id}.scroll`);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    rangeExtractor: keepCurrent,
    scrollPaddingStart: headHeight,
    ...(leftAt === undefined ? {} : { initialOffset: leftAt }),
  });
  const { measure } = virtual;
  useLayoutEffect(() => measure(), [measure, rowHeight]);
  const items = virtual.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? -1;

  useEffect(() => {
    if (hasMore && lastShown >= given.length - 20) onLoadMore?.();
  }, [hasMore, lastShown, given.length, onLoadMore]);

  useEffect(() => {
    if (!isSelectingAll) return;
    if (hasMore && !props.error) return onLoadMore?.();
    setSelectingAll(false);
    if (!hasMore) selection?.onChange(new Set([...rows.map((row) => rowId(row)), ...selection.selected]));
    // Again with each page that arrives, until there is none left.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isSelectingAll, hasMore, given.length, onLoadMore, props.error]);

  const giveFocus = () => {
    const row = frame.current?.querySelector<HTMLElement>(`[data-index="${at}"]`);
    if (!wantsFocus.current || !row) return;
    wantsFocus.current = false;
    row.focus({ preventScroll: true });
    row.scrollIntoView?.({ block: "nearest" });
  };
  useLayoutEffect(giveFocus);

  // A table stands as it was left; opened anew or sorted otherwise, it brings the current row into view.
  const isPlaced = useRef(leftAt !== undefined);
  useLayoutEffect(() => {
    if (isPlaced.current || rows.length === 0) return;
    isPlaced.current = true;
    virtual.scrollToIndex(at, { align: "center" });
  });

  /** Selects from where extending began to `index`; what was selected before stays. */
  const extendTo = (index: number) => {
    if (!selection) return;
    anchor.current ??= { id: chosenId, base: selection.selected };
    const { id, base } = anchor.current;
    const from = Math.max(0, id === null ? at : rows.findIndex((row) => rowId(row) === id));
    const within = rows.slice(Math.min(from, index), Math.max(from, index) + 1);
    selection.onChange(new Set([...base, ...within.map((row) => rowId(row))]));
  };
  const take = (row: Row, index: number) => {
    const id = rowId(row);
    setPlace((now) => (now.id === id && now.index === index ? now : { id, index }));
    onCurrent?.(row);
  };
  const moveTo = (index: number, isExtending = false) => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    const row = rows[next];
    if (row === undefined) return;
    wantsFocus.current = next !== at;
    if (isExtending) extendTo(next);
    else anchor.current = null;
    virtual.scrollToIndex(next, { align: "auto" });
    take(row, next);
  };
  const toTop = () => frame.current?.scrollTo?.({ top: 0 });
  useImperativeHandle(props.tableRef, () => ({
    toTop,
    focus: () => {
      const row = rows[at];
      if (row === undefined) return;
      take(row, at);
      // A table just opened draws its rows in the next moment.
      wantsFocus.current = true;
      giveFocus();
    },
  }));

  useKeys([
    { keys: "ArrowUp", label: t("app-key-rows") },
    { keys: "ArrowDown", label: t("app-key-rows") },
    { keys: "PageUp", label: t("app-key-pages") },
    { keys: "PageDown", label: t("app-key-pages") },
    { keys: "Home", label: t("app-key-ends") },
    { keys: "End", label: t("app-key-ends") },
    ...(onOpen ? [{ keys: "Enter", label: t("app-key-open-row") }] : []),
    ...(selection
      ? [
          { keys: " ", label: t("app-key-select-row") },
          { keys: "shift+ArrowDown", label: t("app-key-extend-rows") },
          { keys: "ctrl+a", label: t("app-select-all") },
        ]
      : []),
  ]);

  const toggle = (row: Row) => {
    if (!selection) return;
    const next = new Set(selection.selected);
    if (!next.delete(rowId(row))) next.add(rowId(row));
    anchor.current = null;
    selection.onChange(next);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || !(event.target instanceof HTMLElement) || !event.target.dataset.index) return;
    const row = rows[at];
    const page = Math.max(1, Math.floor(((frame.current?.clientHeight ?? 400) - headHeight) / rowHeight) - 1);
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: rows.length - 1,
    };
    const step = steps[event.key];
    if (step !== undefined) moveTo(step, event.shiftKey);
    else if (event.key === "Enter" && row !== undefined && onOpen && !event.ctrlKey) onOpen(row);
    else if (event.key === " " && row !== undefined && selection) toggle(row);
    else if (event.key.toLowerCase() === "a" && event.ctrlKey && selection) setSelectingAll(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const onClick = (event: MouseEvent) => {
    const element = (event.target as HTMLElement).closest<HTMLElement>("[data-index]");
    if (!element || (event.target as HTMLElement).closest("a, button, input")) return;
    const index = Number(element.dataset.index);
    const row = rows[index];
    if (row === undefined) return;
    if (selection && event.shiftKey) extendTo(index);
    else if (selection && (event.ctrlKey || event.metaKey)) toggle(row);
    else anchor.current = null;
    take(row, index);
    if (event.detail > 1 && !event.shiftKey && !event.ctrlKey && !event.metaKey) onOpen?.(row);
  };

  const onFocus = (event: FocusEvent) => {
    const index = Number((event.target as HTMLElement).dataset.index ?? -1);
    const row = rows[index];
    if (row !== undefined) take(row, index);
  };

  const isSortable = (column: Column<Row>) =>
    order ? order.columns.includes(column.id) : !hasMore && column.sortValue !== undefined;
  const flip = (column: Column<Row>) => {
    if (order) {
      const { sort: now, onSort } = order;
      onSort({ column: column.id, isDescending: now.column === column.id && !now.isDescending });
      setPlace({ id: null, index: 0 });
      toTop();
      return;
    }
    setSort(
      sort?.column !== column.id
        ? { column: column.id, isDescending: false }
        : sort.isDescending
          ? null
          : { column: column.id, isDescending: true },
    );
    setPlace({ id: null, index: 0 });
    isPlaced.current = false;
  };

  if (props.error)
    return (
      <div className={styles.state}>
        <ErrorText error={props.error} {...(props.onRetry ? { onRetry: props.onRetry } : {})} />
      </div>
    );
  if (!rows.length && !props.isLoading && props.empty)
    return <div className={styles.state}>{props.empty}</div>;

  const selectNone = () => {
    const others = new Set(selection?.selected);
    for (const row of rows) others.delete(rowId(row));
    selection?.onChange(others);
  };
  const isAll =
    !hasMore &&
    rows.length > 0 &&
    selection !== undefined &&
    rows.every((row) => selection.selected.has(rowId(row)));
  return (
    <div
      ref={frame}
      role="grid"
      aria-label={props.label}
      aria-rowcount={hasMore ? (props.total ?? -2) + 1 : rows.length + 1}
      aria-colcount={columns.length + (selection ? 1 : 0)}
      aria-multiselectable={selection ? true : undefined}
      aria-busy={isSelectingAll || (props.isLoading ?? false)}
      className={styles.frame}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocus={onFocus}
      onScroll={(event) => noteScroll(event.currentTarget.scrollTop)}
    >
      <TableHead
        columns={columns}
        sort={order ? order.sort : hasMore ? null : sort}
        isSortable={isSortable}
        onSort={flip}
        template={template}
        width={width}
        {...(selection
          ? {
              ticks: {
                isAll,
                onAll: () => (isAll ? selectNone() : setSelectingAll(true)),
              },
            }
          : {})}
      />
      <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize(), width }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const id = rowId(row);
          return (
            <div
              key={id}
              role="row"
              aria-rowindex={item.index + 2}
              data-index={item.index}
              tabIndex={item.index === at ? 0 : -1}
              className={styles.row}
              {...(selection ? { "aria-selected": selection.selected.has(id) } : {})}
              {...(props.marksCurrent && item.index === at
                ? { "data-current": true, "aria-current": true }
                : {})}
              style={{
                gridTemplateColumns: template,
                width: "100%",
                height: rowHeight,
                transform: `translateY(${item.start}px)`,
              }}
            >
              {selection ? (
                <div role="gridcell" className={styles.cell}>
                  <input
                    type="checkbox"
                    className={styles.tick}
                    tabIndex={-1}
                    aria-label={selection.rowLabel(id)}
                    checked={selection.selected.has(id)}
                    onChange={() => toggle(row)}
                  />
                </div>
              ) : null}
              {columns.map((column) => {
                const content = column.cell(row);
                return (
                  <div
                    key={column.id}
                    role="gridcell"
                    className={cx(
                      styles.cell,
                      column.align === "end" && styles.end,
                      column.isStrong && styles.strong,
                    )}
                  >
                    {typeof content === "string" || typeof content === "number" ? (
                      <span className={styles.text} title={String(content)}>
                        {content}
                      </span>
                    ) : (
                      content
                    )}
                  </div>
                );
              })}
            </div>
          );
        })}
        {props.isLoading && !rows.length
          ? Array.from({ length: 8 }, (_, index) => (
              <div
                key={index}
                aria-hidden
                className={styles.row}
                style={{
                  gridTemplateColumns: template,
                  width: "100%",
                  height: rowHeight,
                  transform: `translateY(${index * rowHeight}px)`,
                }}
              >
                {columns.map((column) => (
                  <div key={column.id} className={styles.cell}>
                    <div className={styles.skeleton} />
                  </div>
                ))}
              </div>
            ))
          : null}
      </div>
    </div>
  );
}
