import { useBlocker } from "@tanstack/react-router";
import { useCallback, useEffect, useRef } from "react";
import { useT } from "../l10n";
import { useAsk } from "./Dialog";
import { useUnsaved } from "./unsaved";

/**
 * Asks once before a view with unsaved changes is left.
 * What it returns lets the next leave pass: for the way out after saving.
 */
export function useLeaveGuard(isDirty: boolean): () => void {
  const t = useT();
  const ask = useAsk();
  const isReleased = useRef(false);
  useUnsaved(isDirty);
  useEffect(() => {
    if (isDirty) isReleased.current = false;
  }, [isDirty]);
  useBlocker({
    disabled: !isDirty,
    enableBeforeUnload: false,
    shouldBlockFn: async () => {
      if (isReleased.current) {
        isReleased.current = false;
        return false;
      }
      return !(await ask({
        title: t("form-unsaved-title"),
        text: t("form-unsaved-text"),
        confirm: t("form-discard"),
        cancel: t("form-keep-editing"),
        isDangerous: true,
      }));
    },
  });
  return useCallback(() => {
    isReleased.current = true;
  }, []);
}
