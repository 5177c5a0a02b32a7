/**
 * Import: choose, plan, run, report. The step is in the path: `?task=` while a plan is made or shown, with `report=` while
 * an import runs, `?report=` alone for its report; `also=` are the tasks of further sources that are imported at once,
 * `session=` is the proposed target.
 */
import { useCallback, useMemo } from "react";
import { ApiError, useAct, type ImportStarted, type ImportsStarted } from "../api";
import { Banner, ErrorText, ViewFrame } from "../components";
import { useChooseSource } from "../features/import/chooseSource";
import { ChooseStep } from "../features/import/ChooseStep";
import { PlanStep } from "../features/import/PlanStep";
import { ReportStep } from "../features/import/ReportStep";
import { RunStep } from "../features/import/RunStep";
import { SessionImports } from "../features/import/SessionImports";
import { idsOf, sourcesInPath, useSources, type ImportSource } from "../features/import/sources";
import { isUnderWay, useTask } from "../features/tasks/tasks";
import { useT } from "../l10n";
import { useGo, useSearchValues } from "../navigation";

const idOf = (value: unknown): number | null => (typeof value === "number" ? value : null);

export default function Import() {
  const t = useT();
  const go = useGo();
  const search = useSearchValues();
  const session = idOf(search.session);
  const report = idOf(search.report);
  const task = useTask(idOf(search.task));
  const ids = useMemo(() => [...idsOf(search.task), ...idsOf(search.also)], [search.task, search.also]);
  const sources = useSources(ids);
  const source = useChooseSource(session);
  const another = useChooseSource(session, ids);
  const cancel = useAct("task_cancel");
  const remove = useCallback(
    (removed: ImportSource) => {
      if (removed.task && isUnderWay(removed.task)) cancel.mutate({ id: removed.taskId });
      const rest = ids.filter((id) => id !== removed.taskId);
      go("/import", { ...sourcesInPath(rest), ...(session === null ? {} : { session }) }, { replace: true });
    },
    [cancel, go, ids, session],
  );

  // what comes in is seen where it comes in
  const follow = (started: ImportStarted | ImportsStarted) =>
    go(`/sessions/${started.sessionId}`, {}, { replace: true });
  const openSession = (id: number) => go(`/sessions/${id}`);
  const sessionOfTask = task?.result?.sessionId ?? null;

  const planError = sources[0]?.error ?? null;
  const failure = task?.error && task.state === "failed" ? ApiError.from(task.error) : null;
  let step;
  const isPlanned = sources.some(({ plan }) => plan !== undefined) || ids.length > 1;
  if (task && isUnderWay(task) && ids.length === 1)
    step = (
      <RunStep
        task={task}
        {...(sessionOfTask === null ? {} : { onOpenSession: () => openSession(sessionOfTask) })}
      />
    );
  else if (report !== null)
    step = (
      <ReportStep
        key={task?.endedAt ?? 0}
        importId={report}
        source={source}
        error={failure}
        onOpenSession={openSession}
        onResumed={follow}
      />
    );
  else if (isPlanned)
    step = (
      <>
        {source.error ? <ErrorText error={source.error} /> : null}
        {another.error ? <ErrorText error={another.error} /> : null}
        <PlanStep
          sources={sources}
          sessionId={session}
          source={source}
          another={another}
          onRemove={remove}
          onStarted={follow}
        />
      </>
    );
  else if (task?.result?.plan && !planError) step = <p role="status">{t("form-loading")}</p>;
  else
    step = (
      <>
        {planError ? <ErrorText error={planError} /> : null}
        {task?.state === "cancelled" ? <Banner tone="info">{t("import-plan-cancelled")}</Banner> : null}
        <ChooseStep source={source} />
        {session !== null ? <SessionImports sessionId={session} /> : null}
      </>
    );

  return (
    <ViewFrame
      id="import"
      title={t("import-title")}
      parent={{ label: t("session-title"), onPress: () => go("/sessions") }}
      isPage
      isWide={isPlanned && report === null}
    >
      {step}
    </ViewFrame>
  );
}
