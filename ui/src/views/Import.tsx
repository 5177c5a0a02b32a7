/**
 * Import: choose, plan, run, report. The step is in the path: `?task=` while a plan is made or shown, with `report=` while
 * an import runs, `?report=` alone for its report; `session=` is the proposed target.
 */
import { useMethod, type ImportStarted } from "../api";
import { ApiError } from "../api";
import { Banner, ErrorText, ViewFrame } from "../components";
import { useChooseSource } from "../features/import/chooseSource";
import { ChooseStep } from "../features/import/ChooseStep";
import { PlanStep } from "../features/import/PlanStep";
import { ReportStep } from "../features/import/ReportStep";
import { RunStep } from "../features/import/RunStep";
import { SessionImports } from "../features/import/SessionImports";
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
  const source = useChooseSource(session);
  const planId = task?.kind === "import_plan" ? (task.result?.plan ?? null) : null;
  const plan = useMethod(
    "import_plan_get",
    { plan: planId ?? "" },
    { enabled: planId !== null, staleTime: Infinity },
  );

  // what comes in is seen where it comes in
  const follow = (started: ImportStarted) => go(`/sessions/${started.sessionId}`, {}, { replace: true });
  const openSession = (id: number) => go(`/sessions/${id}`);
  const sessionOfTask = task?.result?.sessionId ?? null;

  const failure = task?.error && task.state === "failed" ? ApiError.from(task.error) : null;
  let step;
  if (task && isUnderWay(task))
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
  else if (plan.data)
    step = (
      <>
        {source.error ? <ErrorText error={source.error} /> : null}
        <PlanStep
          key={plan.data.plan}
          plan={plan.data}
          sessionId={session}
          source={source}
          onStarted={follow}
        />
      </>
    );
  else if (planId !== null && plan.isPending) step = <p role="status">{t("form-loading")}</p>;
  else
    step = (
      <>
        {plan.error ? <ErrorText error={plan.error} /> : null}
        {failure ? <ErrorText error={failure} /> : null}
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
      isWide={Boolean(plan.data) && report === null}
    >
      {step}
    </ViewFrame>
  );
}
