import { useAppState, useMay, type RightDto } from "../../api";
import { codeKey, useT } from "../../l10n";

/** Why whoever is signed in may not do something, to be shown beside it; null when they may. */
export function useRefusal(right: RightDto): string | null {
  const t = useT();
  const may = useMay();
  const app = useAppState();
  if (may(right) || !app?.signer) return null;
  if (app.alarm) return t("error-not-trusted");
  return t("sign-in-not-allowed", { role: t(codeKey("role", app.signer.role)) });
}
