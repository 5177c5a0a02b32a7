/** The card of somebody who is photographed: details to edit, classes, guardians, where it all comes from. */
import { useCall, useMethod, type SubjectDto } from "../../api";
import { FormView, UnreadView, ViewFrame } from "../../components";
import { useStoredForm } from "../../components/useStoredForm";
import { useFormat, useT } from "../../l10n";
import { useGo } from "../../navigation";
import { RecordHistory } from "../history/RecordHistory";
import { useRefusal } from "../staff/useRefusal";
import { Guardians } from "./Guardians";
import { Memberships } from "./Memberships";
import { SUBJECT_LABELS, subjectName, type SubjectField } from "./names";
import { OpenedNotice, ProtectionPart, Withheld } from "./Protection";
import { Provenance, SourceChoice, useSource } from "./Provenance";
import { SubjectFields } from "./SubjectFields";
import { useOpened, type Opened } from "./useOpened";

export function SubjectPage({ id }: { id: number }) {
  const t = useT();
  const call = useCall();
  const parent = useParent(null);
  const { data, error, refetch } = useMethod("subject_get", { id });
  const hand = useOpened(data, () => call("subject_open", { id }));
  const subject = hand.card;
  if (!subject)
    return (
      <UnreadView
        id="subject"
        title={t("subject-card")}
        parent={parent}
        error={error}
        onRetry={() => void refetch()}
      />
    );
  if (!subject.isWithheld)
    return (
      <SubjectForm subject={subject} hand={hand} onReread={() => (hand.isOpened ? hand.open() : refetch())} />
    );
  return (
    <ViewFrame
      id="subject"
      title={subjectName(subject.fields)}
      parent={parent}
      inspector={<SubjectSide subject={subject} hand={hand} isDirty={false} />}
      isPage
    >
      <Withheld text={t("subject-withheld")} hand={hand} />
    </ViewFrame>
  );
}

/** The school's page at the newest class; the list of schools while the school is withheld. */
function useParent(subject: SubjectDto | null) {
  const t = useT();
  const go = useGo();
  if (!subject || subject.isWithheld) return { label: t("schools-title"), onPress: () => go("/schools") };
  const [newest] = subject.memberships;
  const place = newest ? { year: newest.schoolYear, group: newest.groupId } : {};
  return { label: subject.school, onPress: () => go(`/schools/${subject.schoolId}`, place) };
}

function SubjectForm({
  subject,
  hand,
  onReread,
}: {
  subject: SubjectDto;
  hand: Opened<SubjectDto>;
  onReread(): Promise<unknown>;
}) {
  const t = useT();
  const format = useFormat();
  const call = useCall();
  const refusal = useRefusal("change_subjects");
  const [source, setSource] = useSource();
  const form = useStoredForm(subject, {
    update: async (edit) => {
      const stored = await call("subject_update", { id: subject.id, ...edit, source });
      hand.settle(stored);
      return stored;
    },
    reread: onReread,
    saved: t("subject-saved"),
  });
  const current = subject.rev >= form.base.rev ? subject : form.base;
  return (
    <FormView
      id="subject"
      title={subjectName(form.base.fields)}
      parent={useParent(subject)}
      label={t("subject-card")}
      refusal={refusal}
      isDirty={form.isDirty}
      isSaving={form.isSaving}
      onSave={form.save}
      error={form.error}
      onReload={form.reload}
      notice={<OpenedNotice hand={hand} isDirty={form.isDirty} />}
      inspector={<SubjectSide subject={current} hand={hand} isDirty={form.isDirty} />}
      status={<span>{t("subject-updated-at", { date: format.date(current.updatedAt) })}</span>}
    >
      <SubjectFields
        value={form.fields}
        onChange={(part) => form.setFields({ ...form.fields, ...part })}
        error={form.error}
      />
      {form.isDirty ? <SourceChoice value={source} onChange={setSource} /> : null}
    </FormView>
  );
}

function SubjectSide({
  subject,
  hand,
  isDirty,
}: {
  subject: SubjectDto;
  hand: Opened<SubjectDto>;
  isDirty: boolean;
}) {
  const t = useT();
  const call = useCall();
  // the answer may close the card again, and with it the edit
  const isHeld = hand.isOpened && isDirty;
  const labelOf = (field: string) => {
    const label = SUBJECT_LABELS[field as SubjectField];
    return label ? t(label) : field;
  };
  return (
    <>
      {subject.isWithheld ? null : (
        <>
          <Memberships subject={subject} isHeld={isHeld} onChanged={hand.settle} />
          <Guardians subject={subject} isHeld={isHeld} onChanged={hand.settle} />
        </>
      )}
      <ProtectionPart
        protection={subject.protection}
        right="change_subjects"
        covers={t("subject-protection-covers")}
        isDirty={isDirty}
        protect={async (order) => {
          await call("subject_protect", { id: subject.id, rev: subject.rev, ...order });
          hand.close();
        }}
      />
      <Provenance entries={subject.provenance} labelOf={labelOf} />
      <RecordHistory entity="subject" id={subject.id} />
    </>
  );
}
