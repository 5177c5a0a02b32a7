import { useRef } from "react";
import { useT } from "../l10n";
import type { TableHandle } from "./DataTable";
import { SearchField } from "./Field";
import { useKeys } from "./Keys";
import styles from "./ListView.module.css";

export interface ListSearchProps {
  label: string;
  placeholder?: string;
  value: string;
  onChange(text: string): void;
  /** The list that it searches. */
  table: TableHandle;
}

/** The search of a list: `/` comes here, arrow down leads into the table, a new search begins at the top. */
export function ListSearch({ table, onChange, ...search }: ListSearchProps) {
  const t = useT();
  const field = useRef<HTMLInputElement>(null);
  useKeys([{ keys: "/", label: t("app-key-filter"), run: () => field.current?.focus() }]);
  return (
    <div className={styles.search}>
      <SearchField
        {...search}
        onChange={(text) => {
          table.toTop();
          onChange(text);
        }}
        shortcut="/"
        inputRef={field}
        onArrowDown={table.focus}
      />
    </div>
  );
}
