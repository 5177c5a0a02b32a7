/** A task under way, said above the list that it belongs to, with a button that stops it. */
import type { ReactNode } from "react";
import { useAct, type TaskDto } from "../../api";
import { Banner, Button, ErrorText, ProgressBar } from "../../components";
import { useT } from "../../l10n";
import { partDone } from "./tasks";

export function TaskUnderWay({
  task,
  text,
  children,
}: {
  task: TaskDto;
  text: string;
  children?: ReactNode;
}) {
  const t = useT();
  const cancel = useAct("task_cancel");
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
        <p>{text}</p>
        <ProgressBar label={text} value={partDone(task)} />
        {children}
      </Banner>
      {cancel.error ? <ErrorText error={cancel.error} /> : null}
    </>
  );
}
