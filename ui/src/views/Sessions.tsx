/** Every session, newest first; where an import begins and an interrupted one goes on. */
import { Images, Import } from "lucide-react";
import { useDeferredValue, useRef, useState } from "react";
import { usePagedMethod } from "../api";
import {
  Button,
  EmptyState,
  ErrorText,
  SearchField,
  Toolbar,
  ViewFrame,
  useKeys,
  type TableHandle,
} from "../components";
import { useChooseSource } from "../features/import/chooseSource";
import { SessionTable } from "../features/sessions/SessionTable";
import styles from "../features/sessions/Sessions.module.css";
import { useResume } from "../features/sessions/useResume";
import { useFormat, useT } from "../l10n";
import { useGo } from "../navigation";

export default function Sessions() {
  const t = useT();
  const format = useFormat();
  const go = useGo();
  const [text, setText] = useState("");
  const search = useDeferredValue(text.trim());
  const pages = usePagedMethod("session_list", { search });
  const source = useChooseSource(null);
  const resume = useResume();
  const searchField = useRef<HTMLInputElement>(null);
  const table = useRef<TableHandle>(null);
  const error = source.error ?? resume.error;
  useKeys([
    { keys: "n", label: t("session-import"), run: source.choose },
    { keys: "/", label: t("app-key-filter"), run: () => searchField.current?.focus() },
  ]);
  const importButton = (
    <Button
      variant="primary"
      icon={Import}
      shortcut="N"
      isPending={source.isChoosing}
      onPress={source.choose}
    >
      {t("session-import")}
    </Button>
  );
  const isBare = !search && !pages.isLoading && pages.rows.length === 0 && !pages.error;
  return (
    <ViewFrame
      id="sessions"
      title={t("session-title")}
      actions={isBare ? null : importButton}
      status={
        pages.total === null ? null : (
          <span>{t("session-count", { count: pages.total, number: format.number(pages.total) })}</span>
        )
      }
    >
      {isBare ? null : (
        <Toolbar label={t("frame-toolbar")}>
          <div className={styles.search}>
            <SearchField
              label={t("session-search")}
              value={text}
              onChange={setText}
              inputRef={searchField}
              onArrowDown={() => table.current?.focus()}
            />
          </div>
        </Toolbar>
      )}
      {error ? (
        <div className={styles.above}>
          <ErrorText error={error} />
        </div>
      ) : null}
      <SessionTable
        pages={pages}
        tableRef={table}
        onOpen={(session) => go(`/sessions/${session.id}`)}
        onResume={resume.resume}
        empty={
          search ? (
            <EmptyState icon={Images} text={t("session-none-found")} />
          ) : (
            <EmptyState icon={Images} text={t("session-empty")} action={importButton} />
          )
        }
      />
    </ViewFrame>
  );
}
