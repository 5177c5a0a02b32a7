import { useCallback } from "react";
import { useAct, type ApiError } from "../../api";
import { useGo } from "../../navigation";

/** Resumes an interrupted import and shows it running. */
export function useResume(): {
  resume(importId: number): void;
  isPending: boolean;
  error: ApiError | null;
} {
  const go = useGo();
  const { mutate, isPending, error } = useAct("import_resume", {
    onDone: ({ task, importId }) => go("/import", { task, report: importId }),
  });
  const resume = useCallback(
    (id: number) => {
      if (!isPending) mutate({ id, folder: null });
    },
    [mutate, isPending],
  );
  return { resume, isPending, error };
}
