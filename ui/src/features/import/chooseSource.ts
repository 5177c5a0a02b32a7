/** From "import" to a running plan: the native folder dialog, then the task that looks through the folder. */
import { useCallback, useState } from "react";
import { useCall, ApiError, type FolderPurpose } from "../../api";
import { useGo } from "../../navigation";
import { sourcesInPath } from "./sources";

const NONE: number[] = [];

export interface SourceChoice {
  choose(): void;
  isChoosing: boolean;
  error: ApiError | null;
}

/** The native dialog for a folder, as a card's; `onChosen` gets its token and path, and nothing happens when none is chosen. */
export function useChooseFolder(
  onChosen: (token: string, path: string) => void | Promise<void>,
  purpose: FolderPurpose = "import",
): SourceChoice {
  const call = useCall();
  const [isChoosing, setChoosing] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const choose = useCallback(() => {
    setChoosing(true);
    setError(null);
    void (async () => {
      try {
        const { token, label } = await call("folder_choose", { purpose });
        if (token !== null) await onChosen(token, label ?? "");
      } catch (cause) {
        setError(ApiError.from(cause));
      } finally {
        setChoosing(false);
      }
    })();
  }, [call, onChosen, purpose]);
  return { choose, isChoosing, error };
}

/** `sessionId`: the session proposed as the target; `beside`: the sources to which the chosen one comes. */
export function useChooseSource(sessionId: number | null, beside: readonly number[] = NONE): SourceChoice {
  const call = useCall();
  const go = useGo();
  const plan = useCallback(
    async (folder: string) => {
      const { task } = await call("import_plan_start", { folder });
      go(
        "/import",
        { ...sourcesInPath([...beside, task]), ...(sessionId === null ? {} : { session: sessionId }) },
        { replace: beside.length > 0 },
      );
    },
    [call, go, sessionId, beside],
  );
  return useChooseFolder(plan);
}
