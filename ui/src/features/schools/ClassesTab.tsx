/** The classes of a school in a year, and those on the list of one of them or of all. */
import { FileInput, GraduationCap, Plus } from "lucide-react";
import { useMemo, useState } from "react";
import { useMay, useMethod, wholeList, type Classes, type SubjectRow } from "../../api";
import {
  Button,
  ButtonRow,
  EmptyState,
  ErrorText,
  ListTable,
  Status,
  Switch,
  Toolbar,
  useKeys,
} from "../../components";
import { ListSearch } from "../../components/ListSearch";
import { useCurrentRow } from "../../components/useCurrentRow";
import { useT } from "../../l10n";
import { isBoolean, useGo, usePreference } from "../../navigation";
import { ClassList } from "./ClassList";
import { ProtectedSubjects } from "./ProtectedSubjects";
import styles from "./Schools.module.css";
import { useSubjectColumns } from "./useSubjectColumns";

const NOTHING: Classes = { groups: [], subjects: [], withheld: 0 };
const rowId = (row: SubjectRow) => row.id;

export interface ClassesTabProps {
  schoolId: number;
  year: number;
  /** Of the class that is chosen; null for all. */
  group: number | null;
  onGroup(group: number | null): void;
}

export function ClassesTab({ schoolId, year, group, onGroup }: ClassesTabProps) {
  const t = useT();
  const go = useGo();
  const may = useMay();
  const [search, setSearch] = useState("");
  const [isLeftShown, setLeftShown] = usePreference("classes.left", false, isBoolean);
  const list = useMethod("class_list", { schoolId, schoolYear: year });
  const { groups, subjects, withheld } = list.data ?? NOTHING;
  const chosen = groups.find((entry) => entry.id === group);

  const rows = useMemo(() => {
    const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    return subjects.filter((row) => {
      const name = [row.lastName, row.firstName, row.callName].join(" ").toLocaleLowerCase();
      return (
        (!chosen || row.groupId === chosen.id) &&
        (isLeftShown || row.leftOn === "") &&
        words.every((word) => name.includes(word))
      );
    });
  }, [subjects, chosen, isLeftShown, search]);
  const columns = useSubjectColumns(groups);
  const pages = wholeList(list, rows);
  const { table, focus, toTop } = useCurrentRow("subjects", pages, rowId);

  const mayChange = may("change_subjects");
  const add = () => go("/subjects/new", { school: schoolId, year, ...(chosen ? { group: chosen.id } : {}) });
  useKeys(mayChange ? [{ keys: "n", label: t("subjects-new"), run: add }] : []);

  if (list.error)
    return (
      <div className={styles.notice}>
        <ErrorText error={list.error} onRetry={() => void list.refetch()} />
      </div>
    );
  const isBare = list.isSuccess && groups.length === 0 && subjects.length === 0 && withheld === 0;
  const addButton = (
    <Button icon={Plus} shortcut="N" onPress={add}>
      {t("subjects-new")}
    </Button>
  );
  const importButton = (
    <Button
      variant={isBare ? "primary" : "secondary"}
      icon={FileInput}
      onPress={() => go(`/schools/${schoolId}/roster`, { year })}
    >
      {t("school-import-list")}
    </Button>
  );
  if (isBare)
    return (
      <div className={styles.bare}>
        <EmptyState
          icon={GraduationCap}
          text={t(mayChange ? "classes-empty" : "classes-empty-to-see")}
          action={
            mayChange ? (
              <ButtonRow>
                {importButton}
                {addButton}
              </ButtonRow>
            ) : null
          }
        />
      </div>
    );

  const isSearching = search.trim() !== "";
  const hasHidden =
    !isLeftShown && subjects.some((row) => row.leftOn !== "" && (!chosen || row.groupId === chosen.id));
  return (
    <div className={styles.split}>
      <ClassList groups={groups} value={chosen?.id ?? null} onChange={onGroup} />
      <div className={styles.list}>
        <Toolbar label={t("app-list-tools")}>
          <ListSearch
            label={t("subjects-search")}
            value={search}
            onChange={setSearch}
            table={{ focus, toTop }}
          />
          <Switch isSelected={isLeftShown} onChange={setLeftShown}>
            {t("subjects-show-left")}
          </Switch>
          {mayChange ? (
            <div className={styles.tools}>
              {importButton}
              {addButton}
            </div>
          ) : null}
        </Toolbar>
        {withheld > 0 ? <ProtectedSubjects schoolId={schoolId} year={year} count={withheld} /> : null}
        <ListTable
          id="subjects"
          label={t("subjects-list")}
          columns={columns}
          pages={pages}
          rowId={rowId}
          {...table}
          {...(may("see_customers") ? { onOpen: (row: SubjectRow) => go(`/subjects/${row.id}`) } : {})}
          empty={{
            icon: GraduationCap,
            text: t(hasHidden ? "class-empty-but-left" : "class-empty"),
          }}
          narrowing={
            isSearching
              ? {
                  text: t("subjects-none-found", { search: search.trim() }),
                  clear: t("customers-clear-search"),
                  onClear: () => setSearch(""),
                }
              : null
          }
        />
        {list.data ? (
          <Status>
            <span>{t("subjects-count", { count: rows.length })}</span>
          </Status>
        ) : null}
      </div>
    </div>
  );
}
