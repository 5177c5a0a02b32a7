import { useMay } from "../../api";
import { Part } from "../../components";
import { LinkTo } from "../../components/LinkTo";
import { useT } from "../../l10n";

/** The way from a record to what was done to it. */
export function RecordHistory({ entity, id }: { entity: "customer" | "subject" | "order"; id: number }) {
  const t = useT();
  const may = useMay();
  if (!may("see_history")) return null;
  return (
    <Part label={t("history-title")}>
      <LinkTo path="/history" search={{ entity, id }}>
        {t("history-of-record")}
      </LinkTo>
    </Part>
  );
}
