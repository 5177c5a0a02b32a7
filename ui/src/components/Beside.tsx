import type { ReactNode, Ref } from "react";
import styles from "./Beside.module.css";
import { cx } from "./classes";

export interface BesideProps {
  /** A `RowList`. */
  list: ReactNode;
  besideRef?: Ref<HTMLDivElement>;
  /** It needs more height than a row of photos does. */
  isTall?: boolean;
  /** What the current row holds. */
  children: ReactNode;
}

/** A list, and beside it what its current row holds; below it where the text is large. */
export function Beside({ list, besideRef, isTall = false, children }: BesideProps) {
  return (
    <div className={cx(styles.panes, isTall && styles.isTall)}>
      {list}
      <div ref={besideRef} className={styles.beside}>
        {children}
      </div>
    </div>
  );
}
