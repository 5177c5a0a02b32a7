/**
 * The view of one list: the button that makes a record, search and filters, the table, an inspector that follows it.
 *
 * Keys are the same in every list: `N` makes one, `/` searches, arrow down leads from the search into the table. The row
 * that was current is found again when the view is come back to.
 */
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useT } from "../l10n";
import { Button } from "./Button";
import { useColumnChoice } from "./ColumnChoice";
import { useKeys } from "./Keys";
import { ListSearch, type ListSearchProps } from "./ListSearch";
import { ListTable, type Emptiness, type ListTableProps, type Narrowing } from "./ListTable";
import styles from "./ListView.module.css";
import { Toolbar } from "./Tabs";
import { useCurrentRow } from "./useCurrentRow";
import { ViewFrame } from "./ViewFrame";

type Own = "label" | "empty" | "narrowing" | "tableRef" | "currentId" | "onCurrent" | "marksCurrent";

export interface ListViewProps<Row> extends Omit<ListTableProps<Row>, Own> {
  title: string;
  /** Name of the table, read aloud. */
  label: string;
  create?: { label: string; icon: LucideIcon; run(): void; isPending?: boolean } | null;
  search?: Omit<ListSearchProps, "table">;
  filters?: ReactNode;
  empty: Omit<Emptiness, "action">;
  narrowing?: Narrowing | null;
  inspector?: { label: string; of(row: Row): ReactNode };
  /** Quiet tools of the whole list, in the header. */
  tools?: ReactNode;
  /** Above the table: what went wrong. */
  notice?: ReactNode;
  status?: ReactNode;
}

export function ListView<Row>(props: ListViewProps<Row>) {
  const {
    title,
    label,
    create,
    search,
    filters,
    empty,
    narrowing,
    inspector,
    tools,
    notice,
    status,
    order,
    ...table
  } = props;
  const { pages, rowId } = table;
  const t = useT();
  const { current, focus, toTop, restart, table: atRow } = useCurrentRow(props.id, pages, rowId);
  const isBare = !narrowing && !pages.isLoading && !pages.error && pages.rows.length === 0;

  useKeys(create ? [{ keys: "n", label: create.label, run: create.run }] : []);

  const [columns, choice] = useColumnChoice(props.id, table.columns);
  const button = create ? (
    <Button
      variant="primary"
      icon={create.icon}
      shortcut="N"
      isPending={create.isPending ?? false}
      onPress={create.run}
    >
      {create.label}
    </Button>
  ) : null;
  return (
    <ViewFrame
      id={props.id}
      title={title}
      actions={
        isBare ? null : (
          <>
            {tools}
            {choice}
            {button}
          </>
        )
      }
      inspector={inspector && current !== undefined ? inspector.of(current) : undefined}
      {...(inspector ? { inspectorLabel: inspector.label } : {})}
      status={status}
    >
      {isBare || (!search && !filters) ? null : (
        <Toolbar label={t("app-list-tools")}>
          {search ? <ListSearch {...search} table={{ focus, toTop }} /> : null}
          {filters}
        </Toolbar>
      )}
      {notice ? <div className={styles.notice}>{notice}</div> : null}
      <ListTable
        {...table}
        {...atRow}
        {...(order
          ? {
              order: {
                ...order,
                onSort: (sort) => {
                  restart();
                  order.onSort(sort);
                },
              },
            }
          : {})}
        columns={columns}
        label={label}
        marksCurrent={inspector !== undefined}
        empty={{ ...empty, action: button }}
        narrowing={narrowing ?? null}
      />
    </ViewFrame>
  );
}
