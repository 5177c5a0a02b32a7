/** Above a session's photos: the folder that is watched for it, until that ends. */
import { useAct, type TaskDto } from "../../api";
import { Banner, Button, ErrorText } from "../../components";
import { useFormat, useT } from "../../l10n";
import { isUnderWay, useTasks } from "../tasks/tasks";

/** The watches of this session that are under way. */
export const useWatchesOf = (sessionId: number): TaskDto[] =>
  useTasks().filter(
    (task) => task.kind === "watch" && isUnderWay(task) && task.result?.sessionId === sessionId,
  );

export function WatchBanner({ task }: { task: TaskDto }) {
  const t = useT();
  const format = useFormat();
  const stop = useAct("task_cancel");
  return (
    <>
      <Banner
        tone={task.isBlocked ? "attention" : "info"}
        title={t(task.isBlocked ? "watch-blocked" : "watch-running", { folder: task.subject })}
        action={
          <Button isDisabled={task.state === "cancelling"} onPress={() => stop.mutate({ id: task.id })}>
            {t("watch-stop")}
          </Button>
        }
      >
        <p role="status">
          {t(task.isBlocked ? "watch-blocked-count" : "watch-count", {
            count: task.done,
            number: format.number(task.done),
          })}
        </p>
      </Banner>
      {stop.error ? <ErrorText error={stop.error} /> : null}
    </>
  );
}
