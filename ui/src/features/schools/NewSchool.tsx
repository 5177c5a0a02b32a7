/** A new school. */
import { useState } from "react";
import { useCall } from "../../api";
import { FormView } from "../../components";
import { useNewForm } from "../../components/useStoredForm";
import { useLanguage, useT } from "../../l10n";
import { useGo } from "../../navigation";
import { useRefusal } from "../staff/useRefusal";
import { SchoolFields, emptySchool } from "./SchoolFields";

export function NewSchool() {
  const t = useT();
  const language = useLanguage();
  const go = useGo();
  const call = useCall();
  const [empty] = useState(() => emptySchool(language));
  const form = useNewForm(empty, {
    create: (fields) => call("school_create", fields),
    made: t("school-created"),
    onMade: (school) => go(`/schools/${school.id}`, {}, { replace: true }),
  });
  return (
    <FormView
      id="school-new"
      title={t("schools-new")}
      parent={{ label: t("schools-title"), onPress: () => go("/schools") }}
      label={t("schools-new")}
      refusal={useRefusal("change_subjects")}
      isNew
      isDirty={form.isDirty}
      isSaving={form.isSaving}
      onSave={form.save}
      error={form.error}
    >
      <SchoolFields value={form.fields} onChange={form.setFields} error={form.error} autoFocus />
    </FormView>
  );
}
