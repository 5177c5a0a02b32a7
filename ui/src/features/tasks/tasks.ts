import { useMemo } from "react";
import { useMethod, type TaskDto } from "../../api";
import { useFormat, useT } from "../../l10n";

const NONE: TaskDto[] = [];

/** Every task not yet dismissed, newest first; kept current by events. */
export function useTasks(): TaskDto[] {
  return useMethod("task_list", {}, { staleTime: Infinity }).data?.tasks ?? NONE;
}

export function useTask(id: number | null): TaskDto | undefined {
  return useTasks().find((task) => task.id === id);
}

export const isUnderWay = (task: TaskDto): boolean => task.state === "running" || task.state === "cancelling";

/** Part done, by bytes where they are known; of what is looked at once more and copied at the end; null while the whole is unknown. */
export function partDone(task: TaskDto): number | null {
  if (task.toCopy > 0) return Math.min(task.copied / task.toCopy, 1);
  if (task.toCheck > 0) return Math.min(task.checked / task.toCheck, 1);
  if (task.bytesTotal > 0) return task.bytesDone / task.bytesTotal;
  return task.total > 0 ? task.done / task.total : null;
}

/** "812 / 2,013 · 84 MB/s · 3 min left", from what is known. */
export function useTaskFigures(task: TaskDto | undefined): { count: string; rate: string; left: string } {
  const t = useT();
  const format = useFormat();
  return useMemo(() => {
    if (!task) return { count: "", rate: "", left: "" };
    const count = (done: number, total: number) =>
      t("task-count", { done: format.number(done), total: format.number(total) });
    if (task.toCopy > 0) return { count: count(task.copied, task.toCopy), rate: "", left: "" };
    if (task.toCheck > 0) return { count: count(task.checked, task.toCheck), rate: "", left: "" };
    return {
      count: task.total > 0 ? count(task.done, task.total) : task.done > 0 ? format.number(task.done) : "",
      rate: task.bytesPerSecond > 0 ? format.byteRate(task.bytesPerSecond) : "",
      left: task.secondsLeft === null ? "" : t("task-left", { time: format.duration(task.secondsLeft) }),
    };
  }, [task, t, format]);
}
