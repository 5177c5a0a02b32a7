/** A table of pages, and what stands in its place when there is nothing: what belongs here, or that nothing fits. */
import { SearchX, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import type { Pages } from "../api";
import { Button } from "./Button";
import { DataTable, type DataTableProps } from "./DataTable";
import { EmptyState } from "./Notice";

export interface Emptiness {
  icon: LucideIcon;
  /** One sentence on what belongs here. */
  text: ReactNode;
  /** The one button that brings it. */
  action?: ReactNode;
}

/** A search or a filter in force: what to say when nothing fits, and the way back to everything. */
export interface Narrowing {
  text: ReactNode;
  clear: string;
  onClear(): void;
}

type Paged = "rows" | "total" | "hasMore" | "onLoadMore" | "isLoading" | "error" | "onRetry" | "empty";

export interface ListTableProps<Row> extends Omit<DataTableProps<Row>, Paged> {
  pages: Pages<Row>;
  empty: Emptiness;
  narrowing?: Narrowing | null;
}

export function ListTable<Row>({ pages, empty, narrowing, ...table }: ListTableProps<Row>) {
  return (
    <DataTable
      {...table}
      rows={pages.rows}
      total={pages.total}
      hasMore={pages.hasMore}
      onLoadMore={pages.loadMore}
      isLoading={pages.isLoading}
      error={pages.error}
      onRetry={pages.retry}
      empty={
        narrowing ? (
          <EmptyState
            icon={SearchX}
            text={narrowing.text}
            action={<Button onPress={narrowing.onClear}>{narrowing.clear}</Button>}
          />
        ) : (
          <EmptyState {...empty} />
        )
      }
    />
  );
}
