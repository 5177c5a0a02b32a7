import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs as AriaTabs, ToggleButton } from "react-aria-components";
import { cx } from "./classes";
import styles from "./Tabs.module.css";

export interface TabsProps {
  label: string;
  tabs: { id: string; label: string; content: ReactNode }[];
  value: string;
  onChange(id: string): void;
}

export function Tabs({ label, tabs, value, onChange }: TabsProps) {
  return (
    <AriaTabs
      selectedKey={value}
      onSelectionChange={(key) => onChange(String(key))}
      className={cx(styles.tabs)}
    >
      <TabList aria-label={label} className={cx(styles.list)}>
        {tabs.map((tab) => (
          <Tab key={tab.id} id={tab.id} className={cx(styles.tab)}>
            {tab.label}
          </Tab>
        ))}
      </TabList>
      {tabs.map((tab) => (
        <TabPanel key={tab.id} id={tab.id} className={cx(styles.panel)}>
          {tab.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

/** The row of search, filters and choices above a list. Not an ARIA toolbar: arrows belong to its text field. */
export function Toolbar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={label} className={styles.toolbar}>
      {children}
    </div>
  );
}

export interface ChipsProps<K extends string> {
  label: string;
  chips: readonly { id: K; label: ReactNode; name?: string }[];
  selected: ReadonlySet<K>;
  onChange(selected: Set<K>): void;
  /** At most one at a time. */
  isSingle?: boolean;
}

/** Filters as chips that are on or off. */
export function FilterChips<K extends string>({ label, chips, selected, onChange, isSingle }: ChipsProps<K>) {
  return (
    <div role="group" aria-label={label} className={styles.chips}>
      {chips.map((chip) => (
        <ToggleButton
          key={chip.id}
          className={cx(styles.chip)}
          isSelected={selected.has(chip.id)}
          {...(chip.name ? { "aria-label": chip.name } : {})}
          onChange={(isOn) => {
            const next = isSingle ? new Set<K>() : new Set(selected);
            if (isOn) next.add(chip.id);
            else next.delete(chip.id);
            onChange(next);
          }}
        >
          {chip.label}
        </ToggleButton>
      ))}
    </div>
  );
}
