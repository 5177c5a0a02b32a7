/** What an inspector is made of: parts with a heading, names with values, buttons in a row. */
import type { ReactNode } from "react";
import styles from "./Inspector.module.css";

export interface PartProps {
  title?: ReactNode;
  /** Its name when it has no title, or when the title is more than words. */
  label?: string;
  /** Right of the title: a state, a button. */
  aside?: ReactNode;
  /** Reads itself aloud when it changes. */
  isLive?: boolean;
  children?: ReactNode;
}

export function Part({ title, label, aside, isLive, children }: PartProps) {
  const name = label ?? (typeof title === "string" ? title : undefined);
  return (
    <section
      className={styles.part}
      {...(name ? { "aria-label": name } : {})}
      {...(isLive ? { "aria-live": "polite" as const } : {})}
    >
      {title ? (
        <div className={styles.head}>
          <h2>{title}</h2>
          {aside}
        </div>
      ) : null}
      {children}
    </section>
  );
}

/** Names and values in two columns. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function ButtonRow({ children }: { children: ReactNode }) {
  return <div className={styles.buttons}>{children}</div>;
}
