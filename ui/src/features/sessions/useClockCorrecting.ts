import { useCallback, useState } from "react";
import { ApiError, useCall, type ClockCorrect } from "../../api";
import { useToast } from "../../components";
import { useFailureToast } from "../../components/useFailureToast";
import { useT } from "../../l10n";

/** Less than this is no error of a clock. */
export const LEAST_CLOCK_MS = 1_000;

/** Corrects when photos were taken, with an undo of all that was corrected at once. */
export function useClockCorrecting() {
  const t = useT();
  const call = useCall();
  const toast = useToast();
  const fail = useFailureToast();
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);

  /** `before` gets what undoes them, also when one of them fails. */
  const apply = useCallback(
    async (corrections: readonly ClockCorrect[], before: ClockCorrect[]) => {
      for (const correction of corrections) {
        const { beforeMs } = await call("clock_correct", correction);
        before.unshift({ ...correction, offsetMs: beforeMs });
      }
    },
    [call],
  );
  /** Whether all of them were corrected. */
  const correct = useCallback(
    async (corrections: readonly ClockCorrect[]): Promise<boolean> => {
      setPending(true);
      setError(null);
      const before: ClockCorrect[] = [];
      const undo = () => void apply(before, []).catch(fail);
      try {
        await apply(corrections, before);
        return true;
      } catch (cause) {
        setError(ApiError.from(cause));
        return false;
      } finally {
        setPending(false);
        if (before.length > 0) toast({ text: t("clock-corrected"), undo });
      }
    },
    [apply, fail, t, toast],
  );
  return { correct, isPending, error };
}
