/**
 * Importing a class list of a school: choose a file, see what was found and what it would do, import, and see what it
 * did. `?year=` is the school year that the user came from.
 *
 * A chosen file outlives the view, not the open register: the program forgets it there too.
 */
import { FolderOpen } from "lucide-react";
import { useState } from "react";
import { useAct, useMethod, type RosterImportDto } from "../../api";
import { Banner, Button, ErrorText, Select, ViewFrame } from "../../components";
import { useWindowMemory } from "../../components/useWindowMemory";
import { useT } from "../../l10n";
import { useGo, useSearchValues } from "../../navigation";
import { schoolYearName, yearChoices } from "../schools/years";
import { useRefusal } from "../staff/useRefusal";
import { DraftStep } from "./DraftStep";
import { newDraft, type Draft } from "./reading";
import { ReadingError } from "./ReadingError";
import { ResultStep } from "./ResultStep";
import styles from "./Rosters.module.css";

export function RosterImportView({ schoolId }: { schoolId: number }) {
  const t = useT();
  const go = useGo();
  const search = useSearchValues();
  const refusal = useRefusal("change_subjects");
  const school = useMethod("school_get", { id: schoolId });
  const thisYear = useMethod("school_list", {}).data?.thisYear;
  const [draft, setDraft] = useWindowMemory<Draft | null>(`roster.${schoolId}`, null);
  const [imported, setImported] = useState<RosterImportDto | null>(null);
  const [chosenYear, setChosenYear] = useState<number | null>(null);
  const cameFrom = typeof search.year === "number" ? search.year : undefined;
  const year = chosenYear ?? draft?.read.schoolYear ?? cameFrom ?? thisYear ?? null;

  const choose = useAct("roster_choose", {
    onDone: (chosen) => {
      if (chosen.draft === null || year === null) return;
      setImported(null);
      setDraft(newDraft(chosen.draft, chosen.fileName ?? "", schoolId, year));
    },
  });
  const button = (isFirst: boolean) => (
    <Button
      variant={isFirst ? "primary" : "secondary"}
      icon={FolderOpen}
      isPending={choose.isPending}
      isDisabled={year === null}
      onPress={() => choose.mutate({})}
      autoFocus={isFirst}
    >
      {t(isFirst ? "roster-choose" : "roster-choose-other")}
    </Button>
  );
  const now = thisYear ?? year;
  const yearField =
    year === null || now === null ? null : (
      <Select<number>
        label={t("roster-year")}
        value={year}
        onChange={(next) => {
          setChosenYear(next);
          if (draft) setDraft({ ...draft, read: { ...draft.read, schoolYear: next } });
        }}
        // the list of the coming year is sent before the summer
        choices={yearChoices(school.data?.years ?? [], year, now, now + 1).map((entry) => ({
          id: entry,
          label: schoolYearName(entry),
        }))}
      />
    );
  let step;
  if (refusal)
    step = (
      <Banner>
        <p>{refusal}</p>
      </Banner>
    );
  else if (school.error) step = <ErrorText error={school.error} onRetry={() => void school.refetch()} />;
  else if (imported)
    step = (
      <ResultStep imported={imported} schoolId={schoolId} onUndone={setImported} other={button(false)} />
    );
  else if (draft)
    step = (
      <DraftStep
        key={draft.read.draft}
        draft={draft}
        onRead={(read) => setDraft({ ...draft, read })}
        onImported={(done) => {
          setDraft(null);
          setImported(done);
        }}
        year={yearField}
        other={button(false)}
      />
    );
  else
    step = (
      <>
        <p className={styles.lead}>{t("roster-choose-text")}</p>
        <div className={styles.fields}>{yearField}</div>
        <div className={styles.buttons}>{button(true)}</div>
      </>
    );
  return (
    <ViewFrame
      id="roster"
      title={t("roster-title")}
      {...(school.data
        ? {
            parent: {
              label: school.data.fields.name,
              onPress: () => go(`/schools/${schoolId}`, year === null ? {} : { year }),
            },
          }
        : {})}
      isPage
      isWide
      hasWhole
    >
      {choose.error ? <ReadingError error={choose.error} /> : null}
      {step}
    </ViewFrame>
  );
}
