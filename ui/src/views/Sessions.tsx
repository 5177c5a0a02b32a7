/** Every session, newest first; where an import begins and an interrupted one goes on. */
import { Images, Import } from "lucide-react";
import { useMay, usePagedMethod } from "../api";
import { ErrorText, ListView } from "../components";
import { useDebounced } from "../components/useDebounced";
import { useWindowMemory } from "../components/useWindowMemory";
import { useChooseSource } from "../features/import/chooseSource";
import { useSessionColumns } from "../features/sessions/useSessionColumns";
import { useResume } from "../features/sessions/useResume";
import { useFormat, useT } from "../l10n";
import { useGo } from "../navigation";

export default function Sessions() {
  const t = useT();
  const format = useFormat();
  const go = useGo();
  const may = useMay();
  const [search, setSearch] = useWindowMemory("sessions.search", "");
  const wanted = useDebounced(search.trim());
  const pages = usePagedMethod("session_list", { search: wanted });
  const source = useChooseSource(null);
  const resume = useResume();
  const columns = useSessionColumns(pages.rows, resume.resume);
  const error = source.error ?? resume.error;
  return (
    <ListView
      id="sessions"
      title={t("session-title")}
      label={t("session-list")}
      columns={columns}
      pages={pages}
      rowId={(row) => row.id}
      rowHeight={56}
      onOpen={(row) => go(`/sessions/${row.id}`)}
      create={
        may("import_photos")
          ? { label: t("session-import"), icon: Import, run: source.choose, isPending: source.isChoosing }
          : null
      }
      search={{ label: t("session-search"), value: search, onChange: setSearch }}
      empty={{ icon: Images, text: t("session-empty") }}
      narrowing={
        wanted
          ? {
              text: t("session-none-found"),
              clear: t("customers-clear-search"),
              onClear: () => setSearch(""),
            }
          : null
      }
      notice={error ? <ErrorText error={error} /> : null}
      status={
        pages.total === null ? null : (
          <span>{t("session-count", { count: pages.total, number: format.number(pages.total) })}</span>
        )
      }
    />
  );
}
