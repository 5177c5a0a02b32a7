import { useCallback } from "react";
import { codeKey, useHasText, useT } from "../../l10n";

/** Names of the fields that are handed over, as one line; an unknown name is shown as it is, never left out. */
export function useDisclosedNames(): (fields: readonly string[]) => string {
  const t = useT();
  const has = useHasText();
  return useCallback(
    (fields) =>
      [
        ...new Set(
          fields.map((field) => {
            const key = codeKey("disclosed-field", field);
            return has(key) ? t(key) : field;
          }),
        ),
      ].join(", "),
    [t, has],
  );
}
