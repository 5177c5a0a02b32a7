/** Camera cards being written to a file, and how it ended. */
import { X } from "lucide-react";
import { ApiError, useAct, useRefresh, type TaskDto } from "../../api";
import { Banner, ErrorText, IconButton } from "../../components";
import { useT } from "../../l10n";
import { TaskUnderWay } from "../tasks/TaskUnderWay";
import { isUnderWay } from "../tasks/tasks";
import styles from "./Jobs.module.css";

export function CardsNotice({ task }: { task: TaskDto }) {
  const t = useT();
  const refresh = useRefresh();
  const dismiss = useAct("task_dismiss", { onDone: () => refresh("task_list") });
  const name = task.subject;
  const close = (
    <IconButton
      size="small"
      icon={X}
      label={t("cards-close")}
      onPress={() => dismiss.mutate({ id: task.id })}
    />
  );
  if (isUnderWay(task)) return <TaskUnderWay task={task} text={t("cards-saving", { name })} />;
  if (task.error && task.state === "failed")
    return (
      <div className={styles.closable}>
        <ErrorText error={ApiError.from(task.error)} />
        {close}
      </div>
    );
  const isDone = task.state === "completed";
  return (
    <Banner tone={isDone ? "done" : "attention"} isLive action={close}>
      <p>{isDone ? t("cards-saved", { name }) : t("cards-cancelled")}</p>
    </Banner>
  );
}
