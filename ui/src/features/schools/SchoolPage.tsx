/** One school: its classes in a year, the class lists that were read, its jobs, its details. */
import { useMay, useMethod, type SchoolDto } from "../../api";
import { ErrorText, Select, Tabs, UnreadView, ViewFrame } from "../../components";
import { useT } from "../../l10n";
import { useGo, useSearchValues, type Search } from "../../navigation";
import { JobsPanel } from "../jobs/JobsPanel";
import { RosterImports } from "../rosters/RosterImports";
import { ClassesTab } from "./ClassesTab";
import { SchoolDetails } from "./SchoolDetails";
import styles from "./Schools.module.css";
import { schoolYearName, yearChoices } from "./years";

function useParent() {
  const t = useT();
  const go = useGo();
  return { label: t("schools-title"), onPress: () => go("/schools") };
}

export function SchoolPage({ id }: { id: number }) {
  const t = useT();
  const parent = useParent();
  const { data, error, refetch } = useMethod("school_get", { id });
  if (data) return <Stored key={data.id} school={data} onReread={() => refetch()} />;
  return (
    <UnreadView
      id="school"
      title={t("school-details")}
      parent={parent}
      error={error}
      onRetry={() => void refetch()}
    />
  );
}

function Stored({ school, onReread }: { school: SchoolDto; onReread(): Promise<unknown> }) {
  const t = useT();
  const go = useGo();
  const may = useMay();
  const search = useSearchValues();
  const list = useMethod("school_list", {});
  const thisYear = list.data?.thisYear;
  const years = yearChoices(school.years, ...(thisYear === undefined ? [] : [thisYear]));
  const year = years.find((choice) => choice === search.year) ?? thisYear;
  const group = typeof search.group === "number" ? search.group : null;
  const show = (part: Search) => go(`/schools/${school.id}`, { ...search, ...part }, { replace: true });

  const tabs = [
    {
      id: "classes",
      label: t("school-tab-classes"),
      content:
        year === undefined ? (
          <div className={styles.notice}>
            {list.error ? <ErrorText error={list.error} onRetry={() => void list.refetch()} /> : null}
          </div>
        ) : (
          <ClassesTab
            key={year}
            schoolId={school.id}
            year={year}
            group={group}
            onGroup={(next) => show({ group: next ?? undefined })}
          />
        ),
    },
    ...(may("change_subjects")
      ? [{ id: "lists", label: t("school-tab-lists"), content: <RosterImports schoolId={school.id} /> }]
      : []),
    { id: "jobs", label: t("school-tab-jobs"), content: <JobsPanel schoolId={school.id} /> },
    {
      id: "details",
      label: t("school-tab-details"),
      content: <SchoolDetails school={school} onReread={onReread} />,
    },
  ];
  const shown = tabs.some((tab) => tab.id === search.tab) ? String(search.tab) : "classes";
  return (
    <ViewFrame
      id="school"
      title={school.fields.name}
      parent={useParent()}
      actions={
        year === undefined ? null : (
          <div className={styles.year}>
            <Select
              hideLabel
              label={t("school-year")}
              value={year}
              onChange={(next) => show({ year: next, group: undefined })}
              choices={years.map((choice) => ({
                id: choice,
                label: t("school-year-of", { year: schoolYearName(choice) }),
              }))}
            />
          </div>
        )
      }
    >
      <Tabs label={school.fields.name} tabs={tabs} value={shown} onChange={(tab) => show({ tab })} />
    </ViewFrame>
  );
}
