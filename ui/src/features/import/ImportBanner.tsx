/** Above a session's photos: the import that fills it, and, when that has ended, whether its card may be formatted. */
import { useAct, useMethod, useRefresh, type CardVerdictCode, type TaskDto } from "../../api";
import { Banner, Button, ButtonRow, ErrorText, type Tone } from "../../components";
import { LinkTo } from "../../components/LinkTo";
import { useT } from "../../l10n";
import { useGo } from "../../navigation";
import { TaskUnderWay } from "../tasks/TaskUnderWay";
import { isUnderWay, useTaskFigures, useTasks } from "../tasks/tasks";
import { useCardSentence } from "./CardVerdict";
import { PHASES, phaseOf } from "./phases";
import { outcomeKey } from "./wording";

const TONES: Record<CardVerdictCode, Tone> = {
  all_stored: "done",
  not_yet: "stopped",
  not_copied: "attention",
  look_first: "attention",
};

/** The imports into this session that are under way, and the newest one with those that ended beside it, until dismissed. */
export function useImportsOf(sessionId: number): TaskDto[] {
  const imports = useTasks().filter((task) => task.kind === "import" && task.result?.sessionId === sessionId);
  const newest = imports[0]?.startedAt ?? 0;
  return imports.filter((task) => task.endedAt === null || task.endedAt >= newest);
}

/** `isOneOfSeveral`: its source is named. */
export function ImportBanner({ task, isOneOfSeveral }: { task: TaskDto; isOneOfSeveral: boolean }) {
  const t = useT();
  const figures = useTaskFigures(task);
  const importId = task.result?.importId ?? null;
  if (importId === null) return null;
  if (!isUnderWay(task)) return <Ended task={task} importId={importId} isOneOfSeveral={isOneOfSeveral} />;
  const phase = phaseOf(task);
  const text =
    phase === "storing" && isOneOfSeveral
      ? t("import-running-from", { source: task.subject })
      : t(PHASES[phase].title);
  return (
    <TaskUnderWay task={task} text={text}>
      <p>
        {[figures.count, figures.rate, figures.left].filter(Boolean).join(" · ")}{" "}
        <LinkTo path="/import" search={{ task: task.id, report: importId }}>
          {t("import-details")}
        </LinkTo>
      </p>
    </TaskUnderWay>
  );
}

function Ended({
  task,
  importId,
  isOneOfSeveral,
}: {
  task: TaskDto;
  importId: number;
  isOneOfSeveral: boolean;
}) {
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
        title={t(outcomeKey(report))}
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
        {isOneOfSeveral ? <p>{report.sourceLabel}</p> : null}
        <p>{sentence(report.card)}</p>
      </Banner>
      {dismiss.error ? <ErrorText error={dismiss.error} /> : null}
    </>
  );
}
