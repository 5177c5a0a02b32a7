import type { ReactNode } from "react";
import { cx } from "./classes";
import styles from "./FormView.module.css";

/** Two fields side by side, as wide as each other or with a short code first. */
export function FieldRow({
  widths = "halves",
  children,
}: {
  widths?: "halves" | "code";
  children: ReactNode;
}) {
  return <div className={cx(styles.row, styles[widths])}>{children}</div>;
}

/** Fields that belong to one switch above them. */
export function FieldPanel({ children }: { children: ReactNode }) {
  return <div className={styles.panel}>{children}</div>;
}
