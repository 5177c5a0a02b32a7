/** The studio's details, edited in the settings. */
import { useCall, useMethod, type StudioDto } from "../../api";
import { Banner, Button, ButtonRow, ErrorText, SaveForm } from "../../components";
import { useStoredForm } from "../../components/useStoredForm";
import { useT } from "../../l10n";
import styles from "./Settings.module.css";
import { StudioFields } from "./StudioFields";
import { useRefusal } from "../staff/useRefusal";

export function StudioSettings() {
  const t = useT();
  const { data, error, refetch } = useMethod("studio_get", {});
  return (
    <section className={styles.section} aria-labelledby="settings-studio">
      <h2 id="settings-studio">{t("settings-studio")}</h2>
      {error ? <ErrorText error={error} onRetry={() => void refetch()} /> : null}
      {data ? <Form studio={data} onReread={() => refetch()} /> : null}
    </section>
  );
}

function Form({ studio, onReread }: { studio: StudioDto; onReread(): Promise<unknown> }) {
  const t = useT();
  const call = useCall();
  const refusal = useRefusal("manage_studio");
  const form = useStoredForm(studio, {
    update: (edit) => call("studio_update", edit),
    reread: onReread,
    saved: t("settings-studio-saved"),
  });
  return (
    <SaveForm
      labelledBy="settings-studio"
      onSave={form.save}
      error={form.error}
      onReload={form.reload}
      refusal={refusal}
    >
      {studio.isDemonstration ? (
        <Banner>
          <p>{t("settings-studio-demonstration")}</p>
        </Banner>
      ) : null}
      <StudioFields value={form.fields} onChange={form.setFields} error={form.error} />
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
  );
}
