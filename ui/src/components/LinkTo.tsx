import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Path, Search } from "../navigation";
import styles from "./LinkTo.module.css";

/** A link to another view of the window. */
export function LinkTo({ path, search, children }: { path: Path; search?: Search; children: ReactNode }) {
  return (
    <Link to={path as never} search={(search ?? {}) as never} className={styles.link} draggable={false}>
      {children}
    </Link>
  );
}
