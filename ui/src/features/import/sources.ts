/** The sources of one import: for each a task that looks through its card or folder and leaves a plan. */
import { ApiError, useMethods, type ImportPlan, type TaskDto } from "../../api";
import { useTasks } from "../tasks/tasks";

/** So many plans are kept until they are run. */
export const MOST_SOURCES = 8;

export interface ImportSource {
  taskId: number;
  /** None when it was dismissed. */
  task: TaskDto | undefined;
  plan: ImportPlan | undefined;
  /** Why it could not be looked through. */
  error: ApiError | null;
}

/** Ids of the tasks as the path has them: `8` or `"8,9"`. */
export function idsOf(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "string" ? value.split(",").map(Number).filter(Number.isInteger) : [];
}

/** The same for the path. */
export function sourcesInPath([task, ...also]: readonly number[]) {
  return { task, ...(also.length > 0 ? { also: also.length > 1 ? also.join(",") : also[0] } : {}) };
}

export function useSources(ids: readonly number[]): ImportSource[] {
  const known = useTasks();
  const tasks = ids.map((id) => known.find((task) => task.id === id));
  const planIds = tasks.map((task) => (task?.kind === "import_plan" ? (task.result?.plan ?? null) : null));
  const plans = useMethods(
    "import_plan_get",
    planIds.map((plan) => (plan === null ? null : { plan })),
    { staleTime: Infinity },
  );
  return ids.map((taskId, place) => {
    const task = tasks[place];
    const failure = task?.state === "failed" && task.error ? ApiError.from(task.error) : null;
    return {
      taskId,
      task,
      plan: plans[place]?.data,
      error: failure ?? plans[place]?.error ?? null,
    };
  });
}
