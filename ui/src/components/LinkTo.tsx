import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useMay } from "../api";
import { SECTION_RIGHTS, sectionOf, type Path, type Search } from "../navigation";
import styles from "./LinkTo.module.css";

/** A link to another view of the window; its text alone for who may not go there. */
export function LinkTo({ path, search, children }: { path: Path; search?: Search; children: ReactNode }) {
  const may = useMay();
  if (!may(SECTION_RIGHTS[sectionOf(path)])) return <>{children}</>;
  return (
    <Link to={path as never} search={(search ?? {}) as never} className={styles.link} draggable={false}>
      {children}
    </Link>
  );
}
