import { useCallback, useState } from "react";
import { ApiError, useCall, type ClockCorrect } from "../../api";
import { useToast } from "../../components";
import { useErrorWords, useT } from "../../l10n";

/** Less than this is no error of a clock. */
export const LEAST_CLOCK_MS = 1_000;

/** Corrects when photos were taken, with an undo of all that was corrected at once. */
export function useClockCorrecting() {
  const t = useT();
  const call = useCall();
  const toast = useToast();
  const errorWords = useErrorWords();
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);

  const apply = useCallback(
    async (corrections: readonly ClockCorrect[]): Promise<ClockCorrect[]> => {
      const before: ClockCorrect[] = [];
      for (const correction of corrections) {
        const { beforeMs } = await call("clock_correct", correction);
        before.unshift({ ...correction, offsetMs: beforeMs });
      }
      return before;
    },
    [call],
  );
  /** Whether all of them were corrected. */
  const correct = useCallback(
    async (corrections: readonly ClockCorrect[]): Promise<boolean> => {
      setPending(true);
      setError(null);
      try {
        const before = await apply(corrections);
        const undo = () =>
          void apply(before).catch((cause: unknown) => {
            const { whatHappened, whatToDo } = errorWords(ApiError.from(cause));
            toast({ tone: "stopped", text: `${whatHappened} ${whatToDo}` });
          });
        toast({ text: t("clock-corrected"), undo });
        return true;
      } catch (cause) {
        setError(ApiError.from(cause));
        return false;
      } finally {
        setPending(false);
      }
    },
    [apply, t, toast, errorWords],
  );
  return { correct, isPending, error };
}
