/** A file being written by a task, and how it ended. */
import { X } from "lucide-react";
import { ApiError, useAct, useRefresh, type TaskDto } from "../../api";
import { Banner, ErrorText, IconButton } from "../../components";
import { TaskUnderWay } from "./TaskUnderWay";
import styles from "./Tasks.module.css";
import { isUnderWay } from "./tasks";

export interface FileNoticeProps {
  task: TaskDto;
  saving: string;
  saved: string;
  cancelled: string;
  close: string;
}

export function FileNotice({ task, saving, saved, cancelled, close }: FileNoticeProps) {
  const refresh = useRefresh();
  const dismiss = useAct("task_dismiss", { onDone: () => refresh("task_list") });
  const closing = (
    <IconButton size="small" icon={X} label={close} onPress={() => dismiss.mutate({ id: task.id })} />
  );
  if (isUnderWay(task)) return <TaskUnderWay task={task} text={saving} />;
  if (task.error && task.state === "failed")
    return (
      <div className={styles.closable}>
        <ErrorText error={ApiError.from(task.error)} />
        {closing}
      </div>
    );
  const isDone = task.state === "completed";
  return (
    <Banner tone={isDone ? "done" : "attention"} isLive action={closing}>
      <p>{isDone ? saved : cancelled}</p>
    </Banner>
  );
}
