/** What is wrong with rows of a class list: those left out first, then what was noted about the others. */
import type { RosterIssueDto } from "../../api";
import { LongList } from "../../components";
import { useCodeText, useFormat, useT } from "../../l10n";
import styles from "./Rosters.module.css";

export interface IssueListsProps {
  issues: readonly RosterIssueDto[];
  /** Rows left out, of which the first are among the issues. */
  leftOut: number;
  /** The list was imported before. */
  isPast?: boolean;
}

export function IssueLists({ issues, leftOut, isPast = false }: IssueListsProps) {
  const t = useT();
  const format = useFormat();
  const isPart = issues.filter((issue) => issue.isLeftOut).length < leftOut;
  return (
    <>
      <Issues
        title={t(isPast ? "roster-rows-left-out-before" : "roster-rows-left-out")}
        issues={issues.filter((issue) => issue.isLeftOut)}
      />
      <Issues title={t("roster-rows-noted")} issues={issues.filter((issue) => !issue.isLeftOut)} />
      {isPart ? (
        <p className={styles.small}>{t("roster-first-shown", { number: format.number(issues.length) })}</p>
      ) : null}
    </>
  );
}

function Issues({ title, issues }: { title: string; issues: readonly RosterIssueDto[] }) {
  const t = useT();
  const codeText = useCodeText();
  if (issues.length === 0) return null;
  return (
    <div className={styles.issues}>
      <h3>{title}</h3>
      <LongList
        label={title}
        texts={issues.map(({ row, field, reason: code }) => {
          const reason = codeText("roster-issue", code);
          return field
            ? t("roster-row-field-issue", { row, field: codeText("roster-field", field), reason })
            : t("roster-row-issue", { row, reason });
        })}
      />
    </div>
  );
}
