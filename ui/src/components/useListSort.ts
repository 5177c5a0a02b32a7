import { useMemo } from "react";
import { usePreference } from "../navigation";
import type { TableOrder } from "./DataTable";

/** By column: what the core calls its order, and the same from the other end. */
export type ListSorts<Sort extends string> = Readonly<Record<string, readonly [Sort, Sort]>>;

/**
 * The order of a list that the core sorts, for the list has more pages than are read: what to ask the core for, and what
 * the table's header needs. Chosen by header, remembered on this computer.
 */
export function useListSort<Sort extends string>(
  id: string,
  sorts: ListSorts<Sort>,
  initial: Sort,
): [asked: Sort, order: TableOrder] {
  const isSort = (value: unknown): value is Sort =>
    Object.values(sorts).some((ways) => ways.some((way) => way === value));
  const [asked, ask] = usePreference<Sort>(`${id}.sort`, initial, isSort);
  const order = useMemo<TableOrder>(() => {
    const columns = Object.keys(sorts);
    const column = columns.find((name) => sorts[name]?.includes(asked)) ?? "";
    return {
      columns,
      sort: { column, isDescending: sorts[column]?.[1] === asked },
      onSort: (sort) => {
        const ways = sorts[sort.column];
        if (ways) ask(ways[sort.isDescending ? 1 : 0]);
      },
    };
  }, [sorts, asked, ask]);
  return [asked, order];
}
