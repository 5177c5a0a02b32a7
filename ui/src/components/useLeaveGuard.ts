import { useBlocker } from "@tanstack/react-router";
import { useCallback, useEffect, useRef } from "react";
import { useT } from "../l10n";
import { LAID_OVER } from "../navigation";
import { useAsk } from "./Dialog";
import { useUnsaved } from "./unsaved";

interface Place {
  pathname: string;
  search: object;
}

/** The view stays, and with it what was not saved: something only opens over it, or closes. */
function isStaying(from: Place, to: Place): boolean {
  const under = ({ pathname, search }: Place) =>
    JSON.stringify([
      pathname,
      Object.entries(search)
        .filter(([key]) => !LAID_OVER.includes(key))
        .sort(),
    ]);
  return under(from) === under(to);
}

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
    shouldBlockFn: async ({ current, next }) => {
      if (isStaying(current, next)) return false;
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
