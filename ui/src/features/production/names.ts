import { useCallback } from "react";
import { useCodeText } from "../../l10n";

/** Names of the fields that are handed over, as one line; an unknown name is shown as it is, never left out. */
export function useDisclosedNames(): (fields: readonly string[]) => string {
  const codeText = useCodeText();
  return useCallback(
    (fields) => [...new Set(fields.map((field) => codeText("disclosed-field", field)))].join(", "),
    [codeText],
  );
}
