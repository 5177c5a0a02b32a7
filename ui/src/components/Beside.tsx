import type { ReactNode, Ref } from "react";
import styles from "./Beside.module.css";

export interface BesideProps {
  /** A `RowList`. */
  list: ReactNode;
  besideRef?: Ref<HTMLDivElement>;
  /** What the current row holds. */
  children: ReactNode;
}

/** A list, and beside it what its current row holds; below it where the text is large. */
export function Beside({ list, besideRef, children }: BesideProps) {
  return (
    <div className={styles.panes}>
      {list}
      <div ref={besideRef} className={styles.beside}>
        {children}
      </div>
    </div>
  );
}
