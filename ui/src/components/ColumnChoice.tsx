/**
 * Which columns of a table are shown: chosen from a menu, remembered on this computer. The first one and those that
 * have to be seen always are.
 */
import { Check, Columns3 } from "lucide-react";
import { useMemo, type ReactNode } from "react";
import { Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { useT } from "../l10n";
import { usePreference } from "../navigation";
import { ICON, IconButton } from "./Button";
import { cx } from "./classes";
import type { Column } from "./DataTable";
import fieldStyles from "./Field.module.css";

const isNames = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === "string");
const NONE: string[] = [];

const isChoosable = (column: Column<never>, index: number) => index > 0 && !column.isAlwaysShown;

/** The columns to show of `columns`, and the button that opens the choice. */
export function useColumnChoice<Row>(
  id: string,
  columns: readonly Column<Row>[],
): [shown: readonly Column<Row>[], choice: ReactNode] {
  const t = useT();
  const [hidden, setHidden] = usePreference(`${id}.hidden`, NONE, isNames);
  const shown = useMemo(
    () => columns.filter((column, index) => !isChoosable(column, index) || !hidden.includes(column.id)),
    [columns, hidden],
  );
  const choosable = columns.filter(isChoosable);
  return [
    shown,
    <MenuTrigger key="columns">
      <IconButton icon={Columns3} label={t("app-columns")} />
      <Popover placement="bottom end" offset={4} className={cx(fieldStyles.popover)}>
        <Menu
          aria-label={t("app-columns")}
          className={cx(fieldStyles.list)}
          selectionMode="multiple"
          selectedKeys={shown.map((column) => column.id)}
          onSelectionChange={(keys) => {
            if (keys === "all") return setHidden(NONE);
            setHidden(choosable.filter((column) => !keys.has(column.id)).map((column) => column.id));
          }}
        >
          {choosable.map((column) => (
            <MenuItem
              key={column.id}
              id={column.id}
              textValue={column.header}
              className={cx(fieldStyles.option)}
            >
              {({ isSelected }) => (
                <>
                  <span className={fieldStyles.optionText}>{column.header}</span>
                  {isSelected ? <Check {...ICON} /> : null}
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>,
  ];
}
