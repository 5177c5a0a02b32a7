/** A school's details, edited in a tab of its page. */
import { useCall, type SchoolDto } from "../../api";
import { Button, ButtonRow, SaveForm } from "../../components";
import { useStoredForm } from "../../components/useStoredForm";
import { useT } from "../../l10n";
import { useRefusal } from "../staff/useRefusal";
import { SchoolFields } from "./SchoolFields";
import styles from "./Schools.module.css";

export function SchoolDetails({ school, onReread }: { school: SchoolDto; onReread(): Promise<unknown> }) {
  const t = useT();
  const call = useCall();
  const refusal = useRefusal("change_subjects");
  const form = useStoredForm(school, {
    update: (edit) => call("school_update", { id: school.id, ...edit }),
    reread: onReread,
    saved: t("school-saved"),
  });
  return (
    <div className={styles.details}>
      <SaveForm
        label={t("school-details")}
        onSave={form.save}
        error={form.error}
        onReload={form.reload}
        refusal={refusal}
      >
        <SchoolFields value={form.fields} onChange={form.setFields} error={form.error} />
        {refusal ? null : (
          <ButtonRow>
            <Button
              type="submit"
              variant="primary"
              shortcut="Ctrl+S"
              isPending={form.isSaving}
              isDisabled={!form.isDirty}
            >
              {t("form-save")}
            </Button>
            <span role="status" className={styles.quiet}>
              {form.isDirty ? t("form-unsaved") : ""}
            </span>
          </ButtonRow>
        )}
      </SaveForm>
    </div>
  );
}
