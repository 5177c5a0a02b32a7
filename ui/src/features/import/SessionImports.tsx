/** What was imported into a session before: when, from where, how it ended, and its report. */
import { useMethod } from "../../api";
import { ErrorText } from "../../components";
import { LinkTo } from "../../components/LinkTo";
import { useFormat, useT } from "../../l10n";
import styles from "./Import.module.css";
import { outcomeKey } from "./wording";

export function SessionImports({ sessionId }: { sessionId: number }) {
  const t = useT();
  const format = useFormat();
  const session = useMethod("session_get", { id: sessionId });
  const { data, error, refetch } = useMethod("import_list", { sessionId });
  if (error) return <ErrorText error={error} onRetry={() => void refetch()} />;
  if (!data || !session.data) return null;
  const title = t("import-list", { session: session.data.name });
  return (
    <section className={styles.card}>
      <h2>{title}</h2>
      {data.imports.length === 0 ? <p className={styles.line}>{t("import-list-none")}</p> : null}
      <ul className={styles.imports} aria-label={title}>
        {data.imports.map((entry) => (
          <li key={entry.id}>
            <span>{format.dateTime(entry.startedAt)}</span>
            <span>
              {t(outcomeKey(entry))}
              <small>
                {entry.sourceLabel} ·{" "}
                {t("import-report-stored-value", {
                  stored: format.number(entry.storedFiles),
                  planned: format.number(entry.plannedFiles),
                })}
              </small>
            </span>
            <LinkTo path="/import" search={{ report: entry.id }}>
              {t("import-list-report")}
            </LinkTo>
          </li>
        ))}
      </ul>
    </section>
  );
}
