import { useCallback } from "react";
import { ApiError } from "../api";
import { useErrorWords } from "../l10n";
import { useToast } from "./Toast";

/** Says in a notice why something failed that has no place of its own on screen. */
export function useFailureToast(): (cause: unknown) => void {
  const toast = useToast();
  const errorWords = useErrorWords();
  return useCallback(
    (cause: unknown) => {
      const { whatHappened, whatToDo } = errorWords(ApiError.from(cause));
      toast({ tone: "stopped", text: `${whatHappened} ${whatToDo}` });
    },
    [toast, errorWords],
  );
}
