import { useCallback } from "react";
import { useAct, type ApiError } from "../../api";
import { useAsk, useToast } from "../../components";
import { useT } from "../../l10n";
import { useGo } from "../../navigation";

/** The ways on with an interrupted import: resume it and show its session filling up, or leave it at what is stored. */
export function useResume(): {
  resume(importId: number): void;
  giveUp(importId: number): void;
  isPending: boolean;
  error: ApiError | null;
} {
  const t = useT();
  const go = useGo();
  const ask = useAsk();
  const toast = useToast();
  const resumed = useAct("import_resume", {
    onDone: ({ sessionId }) => go(`/sessions/${sessionId}`),
  });
  const givenUp = useAct("import_give_up", { onDone: () => toast({ text: t("session-given-up") }) });
  const isPending = resumed.isPending || givenUp.isPending;
  const { mutate: resumeImport } = resumed;
  const { mutate: giveUpImport } = givenUp;
  const resume = useCallback(
    (id: number) => {
      if (!isPending) resumeImport({ id, folder: null });
    },
    [resumeImport, isPending],
  );
  const giveUp = useCallback(
    async (id: number) => {
      const isSure = await ask({
        title: t("session-give-up-title"),
        text: t("session-give-up-text"),
        confirm: t("session-give-up"),
        cancel: t("session-give-up-no"),
      });
      if (isSure) giveUpImport({ id });
    },
    [ask, t, giveUpImport],
  );
  return {
    resume,
    giveUp: (id) => void giveUp(id),
    isPending,
    error: resumed.error ?? givenUp.error,
  };
}
