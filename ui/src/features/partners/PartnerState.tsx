/** Whether a print partner may be given anything today, and why not. */
import type { PartnerRefusalDto } from "../../api";
import { Badge, Banner } from "../../components";
import { codeKey, useT } from "../../l10n";

export function PartnerState({ refusal }: { refusal: PartnerRefusalDto | null }) {
  const t = useT();
  return refusal ? (
    <Badge tone="stopped">{t("partner-refused")}</Badge>
  ) : (
    <Badge tone="done">{t("partner-allowed")}</Badge>
  );
}

export function PartnerRefusal({ refusal }: { refusal: PartnerRefusalDto }) {
  const t = useT();
  return (
    <Banner tone="stopped" title={t("partner-refusal-title")}>
      <p>{t(codeKey("partner-refusal", refusal))}</p>
    </Banner>
  );
}
