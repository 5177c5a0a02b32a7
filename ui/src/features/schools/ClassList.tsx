/** Classes beside their table: all of them, or one to look at. */
import { ListBox, ListBoxItem } from "react-aria-components";
import type { SubjectGroupDto } from "../../api";
import { cx } from "../../components";
import { useFormat, useT } from "../../l10n";
import styles from "./Schools.module.css";

/** Ids begin at 1. */
const ALL = 0;

export function ClassList({
  groups,
  value,
  onChange,
}: {
  groups: readonly SubjectGroupDto[];
  /** Null for all. */
  value: number | null;
  onChange(group: number | null): void;
}) {
  const t = useT();
  const format = useFormat();
  const everybody = groups.reduce((sum, group) => sum + group.subjects, 0);
  const choices = [{ id: ALL, name: t("classes-all"), teacher: "", subjects: everybody }, ...groups];
  return (
    <ListBox
      aria-label={t("classes-title")}
      className={cx(styles.classes)}
      items={choices}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value ?? ALL]}
      onSelectionChange={(keys) => {
        const [key] = keys === "all" ? [] : keys;
        onChange(key === undefined || key === ALL ? null : Number(key));
      }}
    >
      {(group) => (
        <ListBoxItem id={group.id} textValue={group.name} className={cx(styles.class)}>
          <span className={styles.className}>{group.name}</span>
          <span className={styles.count}>{format.number(group.subjects)}</span>
          {group.teacher ? <span className={styles.teacher}>{group.teacher}</span> : null}
        </ListBoxItem>
      )}
    </ListBox>
  );
}
