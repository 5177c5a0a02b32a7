/** Somebody's class in each school year, and the way to another one. */
import { useState } from "react";
import { useAct, useMay, useMethod, type MembershipDto, type SubjectDto } from "../../api";
import { Button, ButtonRow, ErrorText, Part, useToast } from "../../components";
import { LinkTo } from "../../components/LinkTo";
import { codeKey, useFormat, useT } from "../../l10n";
import { schoolYearName } from "../schools/years";
import { GroupField } from "./GroupField";
import styles from "./Subjects.module.css";

export function Memberships({
  subject,
  isHeld,
  onChanged,
}: {
  subject: SubjectDto;
  /** Not now: something else about the subject is not saved. */
  isHeld: boolean;
  onChanged(subject: SubjectDto): void;
}) {
  const t = useT();
  const format = useFormat();
  const may = useMay()("change_subjects");
  const [moving, setMoving] = useState<MembershipDto | null>(null);
  return (
    <Part title={t("subject-classes")}>
      <ul className={styles.years}>
        {subject.memberships.map((entry) => (
          <li key={`${entry.schoolYear} ${entry.groupId}`}>
            <span className={styles.year}>{schoolYearName(entry.schoolYear)}</span>
            <span>
              <LinkTo
                path={`/schools/${subject.schoolId}`}
                search={{ year: entry.schoolYear, group: entry.groupId }}
              >
                {entry.group}
              </LinkTo>
              {entry.leftOn ? (
                <span className={styles.quiet}>
                  , {t("subject-left", { date: format.isoDate(entry.leftOn) })}
                </span>
              ) : null}
            </span>
            {may && moving === null ? (
              <Button
                size="small"
                aria-label={t("subject-move-of", { year: schoolYearName(entry.schoolYear) })}
                onPress={() => setMoving(entry)}
                isDisabled={isHeld}
              >
                {t("subject-move")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {moving && !isHeld ? (
        <Move
          subject={subject}
          from={moving}
          onClose={() => setMoving(null)}
          onMoved={(moved) => {
            setMoving(null);
            onChanged(moved);
          }}
        />
      ) : null}
    </Part>
  );
}

const NO_NAMES: string[] = [];

function Move({
  subject,
  from,
  onClose,
  onMoved,
}: {
  subject: SubjectDto;
  from: MembershipDto;
  onClose(): void;
  onMoved(subject: SubjectDto): void;
}) {
  const t = useT();
  const toast = useToast();
  const { id, schoolId } = subject;
  const { schoolYear } = from;
  const [group, setGroup] = useState("");
  const classes = useMethod("class_list", { schoolId, schoolYear });
  const move = useAct("subject_move", {
    onDone: (moved) => {
      toast({ text: t("subject-moved", { group: group.trim() }) });
      onMoved(moved);
    },
  });
  const problem = move.error?.problem("group");
  if (!classes.data && !classes.error) return null;
  const names = classes.data?.groups.map((entry) => entry.name).filter((name) => name !== from.group);
  return (
    <form
      className={styles.entry}
      aria-label={t("subject-move-of", { year: schoolYearName(schoolYear) })}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!move.isPending) move.mutate({ id, schoolYear, group: group.trim() });
      }}
    >
      <GroupField
        groups={names ?? NO_NAMES}
        value={group}
        onChange={setGroup}
        error={problem ? t(codeKey("field", problem)) : undefined}
      />
      {move.error ? <ErrorText error={move.error} /> : null}
      <ButtonRow>
        <Button type="submit" variant="primary" isPending={move.isPending}>
          {t("subject-move-button")}
        </Button>
        <Button onPress={onClose}>{t("form-cancel")}</Button>
      </ButtonRow>
    </form>
  );
}
