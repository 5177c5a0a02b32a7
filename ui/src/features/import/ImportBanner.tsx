/** Above a session's photos: the import that fills it, and, when that has ended, whether its card may be formatted. */
import { useAct, useMethod, useRefresh, type CardVerdictCode, type TaskDto } from "../../api";
import { Banner, Button, ButtonRow, ErrorText, type Tone } from "../../components";
import { LinkTo } from "../../components/LinkTo";
import { codeKey, useT } from "../../l10n";
import { useGo } from "../../navigation";
import { TaskUnderWay } from "../tasks/TaskUnderWay";
import { isUnderWay, useTaskFigures, useTasks } from "../tasks/tasks";
import { useCardSentence } from "./CardVerdict";

const TONES: Record<CardVerdictCode, Tone> = {
  all_stored: "done",
  not_yet: "stopped",
  look_first: "attention",
};

/** The newest import into this session that is under way or not yet dismissed. */
export const useImportOf = (sessionId: number): TaskDto | undefined =>
  useTasks().find((task) => task.kind === "import" && task.result?.sessionId === sessionId);

export function ImportBanner({ task }: { task: TaskDto }) {
  const t = useT();
  const figures = useTaskFigures(task);
  const importId = task.result?.importId ?? null;
  if (importId === null) return null;
  if (!isUnderWay(task)) return <Ended task={task} importId={importId} />;
  return (
    <TaskUnderWay task={task} text={t("import-running")}>
      <p>
        {[figures.count, figures.rate, figures.left].filter(Boolean).join(" · ")}{" "}
        <LinkTo path="/import" search={{ task: task.id, report: importId }}>
          {t("import-details")}
        </LinkTo>
      </p>
    </TaskUnderWay>
  );
}

function Ended({ task, importId }: { task: TaskDto; importId: number }) {
  const t = useT();
  const go = useGo();
  const refresh = useRefresh();
  const sentence = useCardSentence();
  const { data: report } = useMethod("import_get", { id: importId });
  const dismiss = useAct("task_dismiss", { onDone: () => refresh("task_list") });
  if (!report?.card) return null;
  return (
    <>
      <Banner
        tone={TONES[report.card.verdict]}
        title={t(
          report.outcome === "failed"
            ? codeKey("import-fault", report.fault ?? "other")
            : `import-outcome-${report.outcome}`,
        )}
        isLive
        action={
          <ButtonRow>
            <Button onPress={() => go("/import", { task: task.id, report: importId })}>
              {t("import-list-report")}
            </Button>
            <Button variant="quiet" onPress={() => dismiss.mutate({ id: task.id })}>
              {t("import-banner-close")}
            </Button>
          </ButtonRow>
        }
      >
        <p>{sentence(report.card)}</p>
      </Banner>
      {dismiss.error ? <ErrorText error={dismiss.error} /> : null}
    </>
  );
}
