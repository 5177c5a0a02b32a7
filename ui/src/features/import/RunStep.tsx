import { ArrowRight } from "lucide-react";
import { useAct, type TaskDto } from "../../api";
import { Button, ErrorText, ProgressBar } from "../../components";
import { useFormat, useT } from "../../l10n";
import { PHASES, phaseOf } from "./phases";
import { partDone, useTaskFigures } from "../tasks/tasks";
import styles from "./Import.module.css";

/** A plan or an import under way. */
export function RunStep({ task, onOpenSession }: { task: TaskDto; onOpenSession?: () => void }) {
  const t = useT();
  const format = useFormat();
  const figures = useTaskFigures(task);
  const cancel = useAct("task_cancel");
  const isPlan = task.kind === "import_plan";
  const words = isPlan ? null : PHASES[phaseOf(task)];
  const title = words ? t(words.title) : t("import-planning", { source: task.subject });
  return (
    <section className={styles.card}>
      <h2>{title}</h2>
      {words ? (
        <>
          <p className={styles.source}>{task.subject}</p>
          <p className={styles.lead}>{t(words.text)}</p>
        </>
      ) : null}
      <ProgressBar label={title} value={partDone(task)} />
      <dl className={styles.figures}>
        <div>
          <dt>{t("import-files")}</dt>
          <dd>{figures.count || "–"}</dd>
        </div>
        {isPlan ? null : (
          <div>
            <dt>{t("import-bytes")}</dt>
            <dd>{format.bytes(task.bytesDone)}</dd>
          </div>
        )}
        <div>
          <dt>{t("import-rate")}</dt>
          <dd>{figures.rate || "–"}</dd>
        </div>
        <div>
          <dt>{t("import-left")}</dt>
          <dd>{task.secondsLeft === null ? "–" : format.duration(task.secondsLeft)}</dd>
        </div>
      </dl>
      {cancel.error ? <ErrorText error={cancel.error} /> : null}
      <div className={styles.buttons}>
        {onOpenSession ? (
          <Button icon={ArrowRight} onPress={onOpenSession}>
            {t("import-open-session")}
          </Button>
        ) : null}
        <Button isDisabled={task.state === "cancelling"} onPress={() => cancel.mutate({ id: task.id })}>
          {t(task.state === "cancelling" ? "import-cancelling" : words ? words.cancel : "import-plan-cancel")}
        </Button>
      </div>
    </section>
  );
}
