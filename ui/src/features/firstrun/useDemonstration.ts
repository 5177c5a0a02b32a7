/** Opening the demonstration studio: made by a task the first time, then it opens by itself. */
import { useEffect, useState } from "react";
import { useCall, useMethod, useSetAppState, ApiError, type TaskDto } from "../../api";

export interface Demonstration {
  open(): void;
  cancel(): void;
  /** The task that makes it, while it runs. */
  task: TaskDto | null;
  isBusy: boolean;
  error: ApiError | null;
}

export function useDemonstration(): Demonstration {
  const call = useCall();
  const setAppState = useSetAppState();
  const [taskId, setTaskId] = useState<number | null>(null);
  const [isStarting, setStarting] = useState(false);
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  const tasks = useMethod("task_list", {}, { enabled: taskId !== null });
  const task = tasks.data?.tasks.find((entry) => entry.id === taskId) ?? null;
  const isRunning = task ? task.state === "running" || task.state === "cancelling" : false;

  const isDone = task?.state === "completed";
  useEffect(() => {
    if (isDone) void call("app_state", {}).then(setAppState);
  }, [isDone, call, setAppState]);

  const open = () => {
    setRefusal(null);
    setStarting(true);
    call("demonstration_open", {})
      .then(async ({ task: id }) => {
        setTaskId(id);
        setAppState(await call("app_state", {}));
      })
      .catch((cause: unknown) => setRefusal(ApiError.from(cause)))
      .finally(() => setStarting(false));
  };

  return {
    open,
    cancel: () => {
      if (taskId !== null)
        call("task_cancel", { id: taskId }).catch((cause: unknown) => setRefusal(ApiError.from(cause)));
    },
    task: isRunning ? task : null,
    isBusy: isStarting || isRunning,
    error: refusal ?? (task?.state === "failed" && task.error ? new ApiError(task.error) : null),
  };
}
