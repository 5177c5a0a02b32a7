/** Print partners: who prints, where, under which agreement, and whether anything may be handed over. */
import { Handshake, Plus } from "lucide-react";
import { useMemo } from "react";
import { wholeList, useMay, useMethod, type PartnerDto } from "../../api";
import { ListView, type Column } from "../../components";
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
  const may = useMay();
  const list = useMethod("partner_list", {});
  const partners = list.data?.partners ?? NONE;

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
  return (
    <ListView
      id="partners"
      title={t("partners-title")}
      label={t("partners-list")}
      columns={columns}
      pages={wholeList(list, partners)}
      rowId={(row) => row.id}
      onOpen={(row) => go(`/partners/${row.id}`)}
      create={
        may("manage_partners")
          ? { label: t("partners-new"), icon: Plus, run: () => go("/partners/new") }
          : null
      }
      empty={{ icon: Handshake, text: t("partners-empty") }}
      status={<span>{t("partners-count", { count: partners.length })}</span>}
    />
  );
}
