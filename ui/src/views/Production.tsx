/** Production: orders to gather, batches, the disclosure ledger; or one batch. */
import { useMemo } from "react";
import { useMay } from "../api";
import { Tabs, ViewFrame } from "../components";
import { BatchPage } from "../features/production/BatchPage";
import { BatchList, Ledger } from "../features/production/Batches";
import { Gather } from "../features/production/Gather";
import { useT } from "../l10n";
import { useGo, usePathId, useSearchValues } from "../navigation";

export default function Production() {
  const id = usePathId();
  return id === null ? <Lists /> : <BatchPage key={id} id={id} />;
}

function Lists() {
  const t = useT();
  const go = useGo();
  const may = useMay();
  const { tab, entry } = useSearchValues();
  const shownEntry = typeof entry === "number" ? entry : null;
  const tabs = useMemo(
    () => [
      ...(may("hand_over") ? [{ id: "gather", label: t("production-tab-gather"), content: <Gather /> }] : []),
      { id: "batches", label: t("production-tab-batches"), content: <BatchList /> },
      ...(may("see_disclosures")
        ? [{ id: "ledger", label: t("production-tab-ledger"), content: <Ledger entry={shownEntry} /> }]
        : []),
    ],
    [t, may, shownEntry],
  );
  const shown = tabs.some((entry) => entry.id === tab) ? String(tab) : (tabs[0]?.id ?? "");
  return (
    <ViewFrame id="production" title={t("production-title")}>
      <Tabs
        label={t("production-title")}
        tabs={tabs}
        value={shown}
        onChange={(next) => go("/production", { tab: next }, { replace: true })}
      />
    </ViewFrame>
  );
}
