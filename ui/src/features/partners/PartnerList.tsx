/** Print partners: who prints, where, under which agreement, and whether anything may be handed over. */
import { Handshake, Plus } from "lucide-react";
import { useMemo } from "react";
import { useMethod, type PartnerDto } from "../../api";
import { Button, DataTable, EmptyState, ViewFrame, useKeys, type Column } from "../../components";
import { useFormat, useLanguage, useT } from "../../l10n";
import { useGo } from "../../navigation";
import { countryName } from "./countries";
import { PartnerState } from "./PartnerState";

const NONE: PartnerDto[] = [];

export function PartnerList() {
  const t = useT();
  const format = useFormat();
  const language = useLanguage();
  const go = useGo();
  const list = useMethod("partner_list", {});
  const partners = list.data?.partners ?? NONE;
  const create = () => go("/partners/new");
  useKeys([{ keys: "n", label: t("partners-new"), run: create }]);

  const columns = useMemo<Column<PartnerDto>[]>(
    () => [
      {
        id: "name",
        header: t("partner-column-name"),
        width: 200,
        grow: 3,
        isStrong: true,
        cell: (row) => row.fields.name,
        sortValue: (row) => row.fields.name,
      },
      {
        id: "country",
        header: t("partner-column-country"),
        width: 140,
        grow: 1,
        cell: (row) => countryName(language, row.fields.country),
        sortValue: (row) => countryName(language, row.fields.country),
      },
      {
        id: "agreement",
        header: t("partner-column-agreement"),
        width: 140,
        grow: 1,
        cell: (row) =>
          row.fields.agreementOn ? format.isoDate(row.fields.agreementOn) : t("partner-no-agreement"),
        sortValue: (row) => row.fields.agreementOn || null,
      },
      {
        id: "batches",
        header: t("partner-column-batches"),
        width: 88,
        grow: 0,
        align: "end",
        cell: (row) => format.number(row.batches),
        sortValue: (row) => row.batches,
      },
      {
        id: "state",
        header: t("partner-column-state"),
        width: 140,
        grow: 0,
        cell: (row) => <PartnerState refusal={row.refusal} />,
      },
    ],
    [t, format, language],
  );
  const newButton = (
    <Button variant="primary" icon={Plus} shortcut="N" onPress={create}>
      {t("partners-new")}
    </Button>
  );
  return (
    <ViewFrame
      id="partners"
      title={t("partners-title")}
      actions={newButton}
      status={<span>{t("partners-count", { count: partners.length })}</span>}
    >
      <DataTable
        id="partners"
        label={t("partners-list")}
        columns={columns}
        rows={partners}
        rowId={(row) => row.id}
        isLoading={list.isPending}
        error={list.error}
        onRetry={() => void list.refetch()}
        onOpen={(row) => go(`/partners/${row.id}`)}
        empty={<EmptyState icon={Handshake} text={t("partners-empty")} action={newButton} />}
      />
    </ViewFrame>
  );
}
