/** From "import" to a running plan: the native folder dialog, then the task that looks through the folder. */
import { useCallback, useState } from "react";
import { useCall, ApiError } from "../../api";
import { useGo } from "../../navigation";

export interface SourceChoice {
  choose(): void;
  isChoosing: boolean;
  error: ApiError | null;
}

/** `sessionId`: the session proposed as the target. */
export function useChooseSource(sessionId: number | null): SourceChoice {
  const call = useCall();
  const go = useGo();
  const [isChoosing, setChoosing] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const choose = useCallback(() => {
    setChoosing(true);
    setError(null);
    void (async () => {
      try {
        const { token } = await call("folder_choose", { purpose: "import" });
        if (token !== null) {
          const { task } = await call("import_plan_start", { folder: token });
          go("/import", { task, ...(sessionId === null ? {} : { session: sessionId }) });
        }
      } catch (cause) {
        setError(ApiError.from(cause));
      } finally {
        setChoosing(false);
      }
    })();
  }, [call, go, sessionId]);
  return { choose, isChoosing, error };
}
