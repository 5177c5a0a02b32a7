/** Camera cards being written to a file, and how it ended. */
import { X } from "lucide-react";
import { ApiError, useAct, useRefresh, type TaskDto } from "../../api";
import { Banner, Button, ErrorText, IconButton, ProgressBar } from "../../components";
import { useT } from "../../l10n";
import { isUnderWay, partDone } from "../tasks/tasks";
import styles from "./Jobs.module.css";

export function CardsNotice({ task }: { task: TaskDto }) {
  const t = useT();
  const refresh = useRefresh();
  const cancel = useAct("task_cancel");
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
  if (isUnderWay(task))
    return (
      <>
        <Banner
          action={
            <Button
              size="small"
              isDisabled={task.state === "cancelling"}
              onPress={() => cancel.mutate({ id: task.id })}
            >
              {t(task.state === "cancelling" ? "task-cancelling" : "task-cancel")}
            </Button>
          }
        >
          <p>{t("cards-saving", { name })}</p>
          <ProgressBar label={t("cards-saving", { name })} value={partDone(task)} />
        </Banner>
        {cancel.error ? <ErrorText error={cancel.error} /> : null}
      </>
    );
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
