import { useAct, type ApiError } from "../../api";
import { useGo } from "../../navigation";

/** Resumes an interrupted import and shows it running. */
export function useResume(): {
  resume(importId: number): void;
  isPending: boolean;
  error: ApiError | null;
} {
  const go = useGo();
  const act = useAct("import_resume", {
    onDone: ({ task, importId }) => go("/import", { task, report: importId }),
  });
  return {
    resume: (id) => {
      if (!act.isPending) act.mutate({ id, folder: null });
    },
    isPending: act.isPending,
    error: act.error,
  };
}
