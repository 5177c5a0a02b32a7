/** Schools, day-care centres and clubs, by name. */
import { Plus, School } from "lucide-react";
import { useMemo } from "react";
import { useMay, useMethod, wholeList, type SchoolRow } from "../../api";
import { ListView, type Column } from "../../components";
import { useWindowMemory } from "../../components/useWindowMemory";
import { codeKey, useFormat, useT } from "../../l10n";
import { useGo } from "../../navigation";
import { findSchools } from "./find";
import { schoolYearName } from "./years";

const NONE: SchoolRow[] = [];

export function SchoolList() {
  const t = useT();
  const format = useFormat();
  const go = useGo();
  const may = useMay();
  const [search, setSearch] = useWindowMemory("schools.search", "");
  const list = useMethod("school_list", {});
  const schools = list.data?.schools ?? NONE;

  const rows = useMemo(() => findSchools(schools, search), [schools, search]);

  const columns = useMemo<Column<SchoolRow>[]>(
    () => [
      {
        id: "name",
        header: t("school-column-name"),
        width: 200,
        grow: 3,
        isStrong: true,
        cell: (row) => row.name,
        sortValue: (row) => row.name,
      },
      {
        id: "kind",
        header: t("field-label-kind"),
        width: 112,
        grow: 0,
        cell: (row) => t(codeKey("school-kind", row.kind)),
        sortValue: (row) => t(codeKey("school-kind", row.kind)),
      },
      {
        id: "town",
        header: t("school-column-town"),
        width: 112,
        grow: 1,
        cell: (row) => row.town,
        sortValue: (row) => row.town || null,
      },
      {
        id: "contact",
        header: t("school-column-contact"),
        width: 144,
        grow: 2,
        cell: (row) => row.contact,
        sortValue: (row) => row.contact || null,
      },
      {
        id: "year",
        header: t("school-column-year"),
        width: 104,
        grow: 0,
        cell: (row) => (row.newestYear === null ? "" : schoolYearName(row.newestYear)),
        sortValue: (row) => row.newestYear,
      },
      {
        id: "subjects",
        header: t("school-column-subjects"),
        width: 104,
        grow: 0,
        align: "end",
        cell: (row) => (row.newestYear === null ? "" : format.number(row.subjects)),
        sortValue: (row) => row.subjects,
      },
      {
        id: "job",
        header: t("school-column-job"),
        width: 144,
        grow: 0,
        cell: (row) => (row.latestJobOn === null ? "" : format.isoDate(row.latestJobOn)),
        sortValue: (row) => row.latestJobOn,
      },
    ],
    [t, format],
  );

  return (
    <ListView
      id="schools"
      title={t("schools-title")}
      label={t("schools-list")}
      columns={columns}
      pages={wholeList(list, rows)}
      rowId={(row) => row.id}
      onOpen={(row) => go(`/schools/${row.id}`)}
      create={
        may("change_subjects") ? { label: t("schools-new"), icon: Plus, run: () => go("/schools/new") } : null
      }
      search={{
        label: t("schools-search"),
        placeholder: t("schools-search-help"),
        value: search,
        onChange: setSearch,
      }}
      empty={{ icon: School, text: t("schools-empty") }}
      narrowing={
        search.trim() && schools.length > 0
          ? {
              text: t("schools-none-found", { search: search.trim() }),
              clear: t("customers-clear-search"),
              onClear: () => setSearch(""),
            }
          : null
      }
      status={list.data ? <span>{t("schools-count", { count: rows.length })}</span> : null}
    />
  );
}
