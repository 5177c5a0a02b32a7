/** Somebody who is not on a class list: `?school=12&year=2026&group=34`. */
import { useState } from "react";
import { useCall, useMethod, type SubjectFieldsDto } from "../../api";
import { FormView, UnreadView } from "../../components";
import { useNewForm } from "../../components/useStoredForm";
import { codeKey, useLanguage, useT } from "../../l10n";
import { useGo, useSearchValues } from "../../navigation";
import { schoolYearName } from "../schools/years";
import { useRefusal } from "../staff/useRefusal";
import { GroupField } from "./GroupField";
import { emptySubject } from "./empty";
import { SourceChoice, useSource } from "./Provenance";
import { SubjectFields } from "./SubjectFields";

interface Place {
  schoolId: number;
  schoolYear: number;
}

interface Entered extends SubjectFieldsDto {
  group: string;
}

export function NewSubject() {
  const t = useT();
  const go = useGo();
  const search = useSearchValues();
  const schoolId = Number(search.school ?? 0);
  const schoolYear = Number(search.year ?? 0);
  const school = useMethod("school_get", { id: schoolId }, { enabled: schoolId > 0 });
  const classes = useMethod("class_list", { schoolId, schoolYear }, { enabled: schoolId > 0 });
  const groups = classes.data?.groups.map((entry) => entry.name);
  const chosen = classes.data?.groups.find((entry) => entry.id === search.group)?.name ?? "";
  if (school.data && groups)
    return (
      <Form
        place={{ schoolId, schoolYear }}
        school={school.data.fields.name}
        groups={groups}
        chosen={chosen}
      />
    );
  return (
    <UnreadView
      id="subject-new"
      title={t("subjects-new")}
      parent={{ label: t("schools-title"), onPress: () => go("/schools") }}
      error={school.error ?? classes.error}
      onRetry={() => {
        void school.refetch();
        void classes.refetch();
      }}
      isMissing={schoolId === 0}
    />
  );
}

function Form({
  place,
  school,
  groups,
  chosen,
}: {
  place: Place;
  school: string;
  groups: readonly string[];
  chosen: string;
}) {
  const t = useT();
  const language = useLanguage();
  const go = useGo();
  const call = useCall();
  const [source, setSource] = useSource();
  const [empty] = useState<Entered>(() => ({ ...emptySubject(language), group: chosen }));
  const form = useNewForm(empty, {
    create: ({ group, ...fields }) => call("subject_create", { ...place, group, fields, source }),
    made: t("subject-created"),
    onMade: (subject) => go(`/subjects/${subject.id}`, {}, { replace: true }),
  });
  const problem = form.error?.problem("group");
  return (
    <FormView
      id="subject-new"
      title={t("subjects-new")}
      parent={{
        label: school,
        onPress: () => go(`/schools/${place.schoolId}`, { year: place.schoolYear }),
      }}
      label={t("subjects-new")}
      refusal={useRefusal("change_subjects")}
      isNew
      isDirty={form.isDirty}
      isSaving={form.isSaving}
      onSave={form.save}
      error={form.error}
      status={<span>{t("school-year-of", { year: schoolYearName(place.schoolYear) })}</span>}
    >
      <GroupField
        groups={groups}
        value={form.fields.group}
        onChange={(group) => form.setFields({ ...form.fields, group })}
        error={problem ? t(codeKey("field", problem)) : undefined}
      />
      <SubjectFields
        value={form.fields}
        onChange={(part) => form.setFields({ ...form.fields, ...part })}
        error={form.error}
        autoFocus
      />
      <SourceChoice value={source} onChange={setSource} />
    </FormView>
  );
}
