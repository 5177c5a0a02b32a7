import { useEffect, useRef } from "react";
import type { Pages } from "../api";
import type { DataTableProps, TableHandle } from "./DataTable";
import { useWindowMemory } from "./useWindowMemory";
import { isFocusFree } from "./ViewFrame";

export interface CurrentRow<Row> {
  /** The row that the table is at; undefined while there is none. */
  current: Row | undefined;
  focus(): void;
  toTop(): void;
  /** At the first row again: what is listed next begins with other rows. */
  restart(): void;
  /** For the table. */
  table: Pick<DataTableProps<Row>, "currentId" | "onCurrent" | "tableRef">;
}

/**
 * The row that a list is at. It is found again when the list is come back to, and takes the focus where nothing else has
 * it: the arrows are at the table.
 */
export function useCurrentRow<Row>(
  id: string,
  pages: Pages<Row>,
  rowId: (row: Row) => number,
): CurrentRow<Row> {
  const handle = useRef<TableHandle>(null);
  const [chosen, setChosen] = useWindowMemory<number | null>(`${id}.current`, null);
  const current = pages.rows.find((row) => rowId(row) === chosen) ?? pages.rows[0];
  const hasRows = pages.rows.length > 0;
  useEffect(() => {
    if (hasRows && isFocusFree()) handle.current?.focus();
  }, [hasRows]);
  return {
    current,
    focus: () => handle.current?.focus(),
    toTop: () => handle.current?.toTop(),
    restart: () => {
      handle.current?.toTop();
      setChosen(null);
    },
    table: {
      currentId: current === undefined ? null : rowId(current),
      onCurrent: (row) => setChosen(rowId(row)),
      tableRef: handle,
    },
  };
}
