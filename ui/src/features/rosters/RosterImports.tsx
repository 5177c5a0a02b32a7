/** The class lists that were imported for a school: what each did, what was left out of it, and its undoing. */
import { FileSpreadsheet, Import, Undo2 } from "lucide-react";
import { Fragment } from "react";
import { useMay, useMethod, type RosterImportDto } from "../../api";
import { Button, EmptyState, ErrorText, useAsk } from "../../components";
import { useFormat, useT } from "../../l10n";
import { useGo, useSearchValues } from "../../navigation";
import { schoolYearName } from "../schools/years";
import { IssueLists } from "./IssueLists";
import styles from "./Rosters.module.css";
import { useUndo, type Undo } from "./useUndo";

const COLUMNS = ["added", "changed", "unchanged", "left"] as const;

export function RosterImports({ schoolId }: { schoolId: number }) {
  const t = useT();
  const go = useGo();
  const { year } = useSearchValues();
  // reading what was imported is a right of those who import
  const isAllowed = useMay()("change_subjects");
  const { data, error, refetch } = useMethod("roster_list", { id: schoolId }, { enabled: isAllowed });
  const undo = useUndo();
  if (!isAllowed) return null;
  if (error)
    return (
      <div className={styles.page}>
        <ErrorText error={error} onRetry={() => void refetch()} />
      </div>
    );
  if (!data) return null;
  const begin = (
    <Button
      icon={Import}
      onPress={() => go(`/schools/${schoolId}/roster`, typeof year === "number" ? { year } : {})}
    >
      {t("roster-imports-new")}
    </Button>
  );
  if (data.imports.length === 0)
    return <EmptyState icon={FileSpreadsheet} text={t("roster-imports-empty")} action={begin} />;
  return (
    <div className={styles.page}>
      <section className={styles.card} aria-labelledby="roster-imports">
        <div className={styles.head}>
          <h2 id="roster-imports">{t("roster-imports")}</h2>
          {begin}
        </div>
        {undo.error ? <ErrorText error={undo.error} /> : null}
        <div className={styles.scroll} role="group" aria-label={t("roster-imports")} tabIndex={0}>
          <table className={styles.imports} aria-labelledby="roster-imports">
            <thead>
              <tr>
                <th scope="col">{t("roster-column-at")}</th>
                <th scope="col">{t("roster-year")}</th>
                <th scope="col">{t("roster-column-file")}</th>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col" className={styles.number}>
                    {t(`roster-column-${column}`)}
                  </th>
                ))}
                <th scope="col" className={styles.number}>
                  {t("roster-column-skipped")}
                </th>
                <th scope="col">{t("roster-column-undo")}</th>
              </tr>
            </thead>
            <tbody>
              {data.imports.map((entry) => (
                <Row key={entry.id} entry={entry} undo={undo} />
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </div>
  );
}

function Row({ entry, undo }: { entry: RosterImportDto; undo: Undo }) {
  const t = useT();
  const format = useFormat();
  const ask = useAsk();
  const { added, changed, left } = entry.counts;
  const askToUndo = async () => {
    const isSure = await ask({
      title: t("roster-undo-title", { file: entry.fileName }),
      text: t("roster-undo-text", { added, changed, left }),
      confirm: t("roster-undo"),
      cancel: t("roster-undo-no"),
      isDangerous: true,
    });
    if (isSure) undo.run(entry.id);
  };
  return (
    <Fragment>
      <tr>
        <td>{format.dateTime(entry.importedAt)}</td>
        <td>{schoolYearName(entry.schoolYear)}</td>
        <th scope="row">
          <bdi>{entry.fileName}</bdi>
        </th>
        {COLUMNS.map((column) => (
          <td key={column} className={styles.number}>
            {format.number(entry.counts[column])}
          </td>
        ))}
        <td className={styles.number}>{format.number(entry.leftOut)}</td>
        <td>
          {entry.undoneAt !== null ? (
            t("roster-taken-back", { date: format.date(entry.undoneAt) })
          ) : entry.canUndo ? (
            <Button
              size="small"
              icon={Undo2}
              isPending={undo.pendingId === entry.id}
              aria-label={t("roster-undo-of", { file: entry.fileName })}
              onPress={() => void askToUndo()}
            >
              {t("roster-undo")}
            </Button>
          ) : (
            <span className={styles.small}>{t("roster-not-undoable")}</span>
          )}
        </td>
      </tr>
      {entry.issues.length > 0 ? (
        <tr className={styles.more}>
          <td colSpan={9}>
            <details className={styles.fold}>
              <summary>{t("roster-issues-show", { count: entry.issues.length })}</summary>
              <IssueLists issues={entry.issues} leftOut={entry.leftOut} isPast />
            </details>
          </td>
        </tr>
      ) : null}
    </Fragment>
  );
}
