/**
 * The view of one list: the button that makes a record, search and filters, the table, an inspector that follows it.
 *
 * Keys are the same in every list: `N` makes one, `/` searches, arrow down leads from the search into the table. The row
 * that was current is found again when the view is come back to.
 */
import type { LucideIcon } from "lucide-react";
import { useEffect, useRef, type ReactNode } from "react";
import { useT } from "../l10n";
import { Button } from "./Button";
import { useColumnChoice } from "./ColumnChoice";
import type { TableHandle } from "./DataTable";
import { SearchField } from "./Field";
import { useKeys } from "./Keys";
import { ListTable, type Emptiness, type ListTableProps, type Narrowing } from "./ListTable";
import styles from "./ListView.module.css";
import { Toolbar } from "./Tabs";
import { useWindowMemory } from "./useWindowMemory";
import { ViewFrame } from "./ViewFrame";

type Own = "label" | "empty" | "narrowing" | "tableRef" | "currentId" | "onCurrent" | "marksCurrent";

export interface ListViewProps<Row> extends Omit<ListTableProps<Row>, Own> {
  title: string;
  /** Name of the table, read aloud. */
  label: string;
  create?: { label: string; icon: LucideIcon; run(): void; isPending?: boolean };
  search?: { label: string; placeholder?: string; value: string; onChange(text: string): void };
  filters?: ReactNode;
  empty: Omit<Emptiness, "action">;
  narrowing?: Narrowing | null;
  inspector?: { label: string; of(row: Row): ReactNode };
  /** Above the table: what went wrong. */
  notice?: ReactNode;
  status?: ReactNode;
}

export function ListView<Row>(props: ListViewProps<Row>) {
  const { title, label, create, search, filters, empty, narrowing, inspector, notice, status, ...table } =
    props;
  const { pages, rowId } = table;
  const t = useT();
  const field = useRef<HTMLInputElement>(null);
  const handle = useRef<TableHandle>(null);
  const [chosen, setChosen] = useWindowMemory<number | null>(`${props.id}.current`, null);
  const current = pages.rows.find((row) => rowId(row) === chosen) ?? pages.rows[0];
  const isBare = !narrowing && !pages.isLoading && !pages.error && pages.rows.length === 0;

  useKeys([
    ...(create ? [{ keys: "n", label: create.label, run: create.run }] : []),
    ...(search ? [{ keys: "/", label: t("app-key-filter"), run: () => field.current?.focus() }] : []),
  ]);

  // Where the last view left the focus nowhere, the arrows are at the table.
  const hasRows = pages.rows.length > 0;
  useEffect(() => {
    if (hasRows && document.activeElement === document.body) handle.current?.focus();
  }, [hasRows]);

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
          {search ? (
            <div className={styles.search}>
              <SearchField
                {...search}
                shortcut="/"
                inputRef={field}
                onArrowDown={() => handle.current?.focus()}
              />
            </div>
          ) : null}
          {filters}
        </Toolbar>
      )}
      {notice ? <div className={styles.notice}>{notice}</div> : null}
      <ListTable
        {...table}
        columns={columns}
        label={label}
        opensOn={inspector ? "doubleClick" : (table.opensOn ?? "click")}
        marksCurrent={inspector !== undefined}
        currentId={current === undefined ? null : rowId(current)}
        onCurrent={(row) => setChosen(rowId(row))}
        tableRef={handle}
        empty={{ ...empty, action: button }}
        narrowing={narrowing ?? null}
      />
    </ViewFrame>
  );
}
