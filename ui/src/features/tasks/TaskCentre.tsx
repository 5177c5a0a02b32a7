/** The tasks of the top bar: a ring with the count, and a panel with each task's progress and what it left behind. */
import { ArrowRight, CircleAlert, CircleCheck, CircleSlash, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button as AriaButton, Dialog, DialogTrigger, Heading, Popover } from "react-aria-components";
import { ApiError, useAct, useRefresh, type TaskDto } from "../../api";
import {
  Button,
  ErrorText,
  ICON,
  IconButton,
  ProgressBar,
  ProgressRing,
  StateMark,
  cx,
} from "../../components";
import { codeKey, useT } from "../../l10n";
import { useGo } from "../../navigation";
import { isUnderWay, partDone, useTaskFigures, useTasks } from "./tasks";
import styles from "./Tasks.module.css";

export function TaskCentre() {
  const t = useT();
  const tasks = useTasks();
  const running = tasks.filter(isUnderWay);
  const parts = running.map(partDone);
  const known = parts.filter((part) => part !== null);
  const whole = known.length ? known.reduce((sum, part) => sum + part, 0) / known.length : null;
  const label = running.length
    ? t("task-running", { count: running.length })
    : tasks.length
      ? t("task-finished", { count: tasks.length })
      : "";
  const hasFailed = tasks.some((task) => task.state === "failed");
  return (
    <>
      <Announcer tasks={tasks} />
      {tasks.length ? (
        <DialogTrigger>
          <AriaButton className={cx(styles.trigger)}>
            {running.length ? (
              <ProgressRing label={label} value={whole} />
            ) : hasFailed ? (
              <CircleAlert {...ICON} color="var(--stopped)" />
            ) : (
              <CircleCheck {...ICON} color="var(--done)" />
            )}
            {label}
          </AriaButton>
          <Popover placement="bottom end" offset={4} className={cx(styles.popover)}>
            <Dialog className={cx(styles.panel)}>
              {({ close }) => (
                <>
                  <Heading slot="title" level={2}>
                    {t("task-panel")}
                  </Heading>
                  {tasks.map((task) => (
                    <TaskRow key={task.id} task={task} onLeave={close} />
                  ))}
                </>
              )}
            </Dialog>
          </Popover>
        </DialogTrigger>
      ) : null}
    </>
  );
}

function TaskRow({ task, onLeave }: { task: TaskDto; onLeave(): void }) {
  const t = useT();
  const go = useGo();
  const figures = useTaskFigures(task);
  const cancel = useAct("task_cancel");
  const refresh = useRefresh();
  const dismiss = useAct("task_dismiss", { onDone: () => refresh("task_list") });
  const name = t(codeKey("task", task.kind));
  const { result } = task;
  const leave = (move: () => void) => {
    onLeave();
    move();
  };
  return (
    <article className={styles.task} aria-label={name}>
      <div className={styles.head}>
        <Outcome task={task} />
        <div className={styles.what}>
          <div className={styles.name}>{name}</div>
          <div className={styles.subject} title={task.subject}>
            {task.subject}
          </div>
        </div>
        {isUnderWay(task) ? (
          <Button
            size="small"
            isDisabled={task.state === "cancelling"}
            onPress={() => cancel.mutate({ id: task.id })}
          >
            {t(task.state === "cancelling" ? "task-cancelling" : "task-cancel")}
          </Button>
        ) : (
          <IconButton
            size="small"
            icon={X}
            label={t("task-dismiss")}
            onPress={() => dismiss.mutate({ id: task.id })}
          />
        )}
      </div>
      {isUnderWay(task) ? <ProgressBar label={name} value={partDone(task)} /> : null}
      {isUnderWay(task) ? (
        <div className={styles.figures}>
          <span>{figures.count}</span>
          <span>{figures.rate}</span>
          <span>{figures.left}</span>
        </div>
      ) : null}
      {task.error && task.state === "failed" ? <ErrorText error={ApiError.from(task.error)} /> : null}
      {cancel.error ? <ErrorText error={cancel.error} /> : null}
      {dismiss.error ? <ErrorText error={dismiss.error} /> : null}
      {task.issues > 0 ? (
        <div className={styles.subject}>{t("task-issues", { count: task.issues })}</div>
      ) : null}
      {result && !isUnderWay(task) ? (
        <div className={styles.links}>
          {result.importId !== null ? (
            <Button
              size="small"
              icon={ArrowRight}
              onPress={() => leave(() => go("/import", { report: result.importId ?? 0 }))}
            >
              {t("task-see-report")}
            </Button>
          ) : null}
          {result.sessionId !== null ? (
            <Button
              size="small"
              icon={ArrowRight}
              onPress={() => leave(() => go(`/sessions/${result.sessionId ?? 0}`))}
            >
              {t("task-see-session")}
            </Button>
          ) : null}
          {result.plan !== null && task.kind === "import_plan" ? (
            <Button
              size="small"
              icon={ArrowRight}
              onPress={() => leave(() => go("/import", { task: task.id }))}
            >
              {t("task-see-plan")}
            </Button>
          ) : null}
          {result.verdict !== null ? (
            <Button size="small" icon={ArrowRight} onPress={() => leave(() => go("/history"))}>
              {t("task-see-history")}
            </Button>
          ) : null}
          {result.batchId !== null ? (
            <Button
              size="small"
              icon={ArrowRight}
              onPress={() => leave(() => go(`/production/${result.batchId ?? 0}`))}
            >
              {t("task-see-batch")}
            </Button>
          ) : null}
        </div>
      ) : null}
    </article>
  );
}

function Outcome({ task }: { task: TaskDto }) {
  const t = useT();
  const label = t(codeKey("task-state", task.state));
  if (task.state === "completed")
    return (
      <StateMark
        tone={task.issues ? "attention" : "done"}
        {...(task.issues ? {} : { icon: CircleCheck })}
        label={label}
      />
    );
  if (task.state === "failed") return <StateMark tone="stopped" label={label} />;
  if (task.state === "cancelled") return <StateMark tone="attention" icon={CircleSlash} label={label} />;
  return <ProgressRing label={label} value={partDone(task)} size={16} />;
}

/** Says aloud that a task has ended. */
function Announcer({ tasks }: { tasks: TaskDto[] }) {
  const t = useT();
  const seen = useRef(new Map<number, TaskDto["state"]>());
  const [text, setText] = useState("");
  useEffect(() => {
    for (const task of tasks) {
      const before = seen.current.get(task.id);
      if (before && before !== task.state && !isUnderWay(task))
        setText(`${t(codeKey("task", task.kind))}: ${t(codeKey("task-state", task.state))}`);
      seen.current.set(task.id, task.state);
    }
  }, [tasks, t]);
  return (
    <div role="status" className="visually-hidden">
      {text}
    </div>
  );
}
