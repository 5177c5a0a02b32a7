/** How an import ended: what is stored, what is not and why, and whether the card may be formatted. */
import { ArrowRight, FolderOpen, RotateCcw } from "lucide-react";
import { useMemo } from "react";
import { useAct, useMethod, type ApiError, type ImportReport, type ImportStarted } from "../../api";
import { Banner, Button, ErrorText, LongList, type Tone } from "../../components";
import { codeKey, useFormat, useT } from "../../l10n";
import { CardVerdict } from "./CardVerdict";
import { useChooseFolder, type SourceChoice } from "./chooseSource";
import styles from "./Import.module.css";
import { byReason } from "./reasons";
import { faultKey, outcomeTextKey } from "./wording";

/** Reasons for which a stopped import does not go on from the place where it began. */
const MOVED: string[] = ["folder_unreadable", "source_differs", "source_vanished"];

export interface ReportStepProps {
  importId: number;
  source: SourceChoice;
  /** Why its task failed just now. */
  error: ApiError | null;
  onOpenSession(sessionId: number): void;
  onResumed(started: ImportStarted): void;
}

export function ReportStep({
  importId,
  source,
  error: taskError,
  onOpenSession,
  onResumed,
}: ReportStepProps) {
  const t = useT();
  const { data: report, error, refetch } = useMethod("import_get", { id: importId });
  const resume = useAct("import_resume", { onDone: onResumed });
  const elsewhere = useChooseFolder((folder) => resume.mutate({ id: importId, folder }));
  if (error) return <ErrorText error={error} onRetry={() => void refetch()} />;
  if (!report) return null;
  // the card may be found at another place by now
  const isElsewhere = MOVED.includes(taskError?.code ?? report.fault ?? "");
  return (
    <>
      {taskError && taskError.code !== report.fault ? <ErrorText error={taskError} /> : null}
      {report.card ? <CardVerdict card={report.card} /> : null}
      <Outcome report={report} />
      <Figures report={report} />
      <Issues report={report} />
      {resume.error ? <ErrorText error={resume.error} /> : null}
      {elsewhere.error ? <ErrorText error={elsewhere.error} /> : null}
      {source.error ? <ErrorText error={source.error} /> : null}
      <div className={styles.buttons}>
        {report.isResumable ? (
          <Button
            variant="primary"
            icon={RotateCcw}
            isPending={resume.isPending}
            onPress={() => resume.mutate({ id: report.id, folder: null })}
          >
            {t("import-resume")}
          </Button>
        ) : null}
        {report.isResumable && isElsewhere ? (
          <Button icon={FolderOpen} isPending={elsewhere.isChoosing} onPress={elsewhere.choose}>
            {t("import-resume-elsewhere")}
          </Button>
        ) : null}
        <Button
          variant={report.isResumable ? "secondary" : "primary"}
          icon={ArrowRight}
          onPress={() => onOpenSession(report.sessionId)}
          autoFocus={!report.isResumable}
        >
          {t("import-open-session")}
        </Button>
        <Button icon={FolderOpen} isPending={source.isChoosing} onPress={source.choose}>
          {t("import-again")}
        </Button>
      </div>
    </>
  );
}

function Outcome({ report }: { report: ImportReport }) {
  const t = useT();
  const format = useFormat();
  const tone: Tone =
    report.outcome === "completed"
      ? "done"
      : report.outcome === "failed"
        ? "stopped"
        : report.outcome === "running"
          ? "info"
          : "attention";
  if (report.outcome === "failed") {
    const fault = faultKey(report);
    const { frames } = report;
    return (
      <Banner tone={tone} title={t(fault)} isLive>
        <p>{t(`${fault}-text`, { count: frames, number: format.number(frames) })}</p>
      </Banner>
    );
  }
  const title =
    report.isWatch && report.endedAt !== null
      ? "import-outcome-watched"
      : (`import-outcome-${report.outcome}` as const);
  return (
    <Banner tone={tone} title={t(title)} isLive>
      {report.outcome === "running" || report.isWatch ? null : <p>{t(outcomeTextKey(report))}</p>}
    </Banner>
  );
}

function Figures({ report }: { report: ImportReport }) {
  const t = useT();
  const format = useFormat();
  const seconds = report.endedAt === null ? null : (report.endedAt - report.startedAt) / 1000;
  return (
    <section className={styles.card}>
      <h2>{t("import-report-title")}</h2>
      <p className={styles.source}>{report.sourceLabel}</p>
      <dl className={styles.figures}>
        <div>
          <dt>{t("import-report-stored")}</dt>
          <dd>
            {t("import-report-stored-value", {
              stored: format.number(report.storedFiles),
              planned: format.number(report.plannedFiles),
            })}
          </dd>
        </div>
        <div>
          <dt>{t("import-report-frames")}</dt>
          <dd>{format.number(report.frames)}</dd>
        </div>
        <div>
          <dt>{t("import-report-size")}</dt>
          <dd>{format.bytes(report.storedBytes)}</dd>
        </div>
        <div>
          <dt>{t("import-report-time")}</dt>
          <dd>{seconds === null ? "–" : format.duration(seconds)}</dd>
        </div>
      </dl>
    </section>
  );
}

function Issues({ report }: { report: ImportReport }) {
  const t = useT();
  const format = useFormat();
  const reasons = useMemo(() => byReason(report.issues), [report.issues]);
  return (
    <section className={styles.card}>
      <h2>{t("import-report-issues")}</h2>
      {report.issues.length === 0 ? <p className={styles.line}>{t("import-report-no-issues")}</p> : null}
      <div className={styles.reasons}>
        {reasons.map(({ reason, isStored, names }) => (
          <div key={`${reason} ${isStored}`} className={styles.reason}>
            <span>{t(codeKey("import-reason", reason))}</span>
            <span>
              {t("import-issue-count", { count: names.length, number: format.number(names.length) })}
            </span>
            <small>
              {t(`${codeKey("import-reason", reason)}-why`)}
              {isStored ? ` ${t("import-issue-stored")}` : null}
            </small>
            <div className={styles.names}>
              <LongList label={t(codeKey("import-reason", reason))} texts={names} />
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}
