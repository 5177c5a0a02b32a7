/** The file that a task writes of a kind: under way, and how it ended. Nothing where there is no such task. */
import { X } from "lucide-react";
import { ApiError, useAct, useRefresh } from "../../api";
import { Banner, ErrorText, IconButton } from "../../components";
import { useT, type PlainKey } from "../../l10n";
import { TaskUnderWay } from "./TaskUnderWay";
import styles from "./Tasks.module.css";
import { isUnderWay, useTasks } from "./tasks";

const WORDS = {
  camera_cards: { saved: "cards-saved", cancelled: "cards-cancelled" },
  missing_list: { saved: "choices-missing-saved", cancelled: "choices-missing-cancelled" },
  group_legend: { saved: "group-photos-legend-saved", cancelled: "group-photos-legend-cancelled" },
} as const satisfies Record<string, { saved: string; cancelled: PlainKey }>;

export function FileNotice({ kind }: { kind: keyof typeof WORDS }) {
  const t = useT();
  const task = useTasks().find((one) => one.kind === kind);
  const refresh = useRefresh();
  const dismiss = useAct("task_dismiss", { onDone: () => refresh("task_list") });
  if (!task) return null;
  const name = task.subject;
  if (isUnderWay(task)) return <TaskUnderWay task={task} text={t("task-file-saving", { name })} />;
  const close = (
    <IconButton
      size="small"
      icon={X}
      label={t("task-file-close")}
      onPress={() => dismiss.mutate({ id: task.id })}
    />
  );
  if (task.error && task.state === "failed")
    return (
      <div className={styles.closable}>
        <ErrorText error={ApiError.from(task.error)} />
        {close}
      </div>
    );
  const { saved, cancelled } = WORDS[kind];
  const isDone = task.state === "completed";
  return (
    <Banner tone={isDone ? "done" : "attention"} isLive action={close}>
      <p>{isDone ? t(saved, { name }) : t(cancelled)}</p>
    </Banner>
  );
}
