import { ArrowDown, ArrowUp } from "lucide-react";
import { useT } from "../l10n";
import { ICON } from "./Button";
import { cx } from "./classes";
import type { Column } from "./DataTable";
import styles from "./DataTable.module.css";

export interface Sort {
  column: string;
  isDescending: boolean;
}

export interface TableHeadProps<Row> {
  columns: readonly Column<Row>[];
  sort: Sort | null;
  isSortable(column: Column<Row>): boolean;
  onSort(column: Column<Row>): void;
  template: string;
  width: string;
  ticks?: { isAll: boolean; onAll(): void };
}

/** The sticky header row of a table. */
export function TableHead<Row>({
  columns,
  sort,
  isSortable,
  onSort,
  template,
  width,
  ticks,
}: TableHeadProps<Row>) {
  const t = useT();
  return (
    <div role="rowgroup" className={styles.head} style={{ width }}>
      <div role="row" aria-rowindex={1} className={styles.header} style={{ gridTemplateColumns: template }}>
        {ticks ? (
          <div role="columnheader" className={styles.headerCell}>
            <input
              type="checkbox"
              className={styles.tick}
              aria-label={t("app-select-all")}
              checked={ticks.isAll}
              onChange={ticks.onAll}
            />
          </div>
        ) : null}
        {columns.map((column) => (
          <HeadCell
            key={column.id}
            column={column}
            direction={sort?.column !== column.id ? "none" : sort.isDescending ? "descending" : "ascending"}
            {...(isSortable(column) ? { onSort: () => onSort(column) } : {})}
          />
        ))}
      </div>
    </div>
  );
}

function HeadCell<Row>({
  column,
  direction,
  onSort,
}: {
  column: Column<Row>;
  direction: "none" | "ascending" | "descending";
  onSort?: () => void;
}) {
  const Arrow = direction === "descending" ? ArrowDown : ArrowUp;
  return (
    <div
      role="columnheader"
      className={cx(styles.headerCell, column.align === "end" && styles.end)}
      {...(onSort ? { "aria-sort": direction } : {})}
    >
      {onSort ? (
        <button type="button" className={styles.sort} onClick={onSort}>
          {column.header}
          {direction === "none" ? null : <Arrow {...ICON} size="0.75rem" />}
        </button>
      ) : (
        column.header
      )}
    </div>
  );
}
