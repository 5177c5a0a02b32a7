/** The studio's details, edited in the settings. */
import { useAct, useMethod, type StudioDto } from "../../api";
import { Banner, Button, ErrorText, useKeys, useToast } from "../../components";
import { StaleBanner } from "../../components/StaleBanner";
import { focusFirstError } from "../../components/focusFirstError";
import { useEditing } from "../../components/useEditing";
import { useLeaveGuard } from "../../components/useLeaveGuard";
import { useT } from "../../l10n";
import styles from "./Settings.module.css";
import { StudioFields } from "./StudioFields";

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
  const toast = useToast();
  const editing = useEditing(studio);
  useLeaveGuard(editing.isDirty);
  const update = useAct("studio_update", {
    onDone: (stored) => {
      editing.settle(stored);
      toast({ text: t("settings-studio-saved") });
    },
    onError: (refusal) => (refusal.code === "studio_stale" ? void onReread() : focusFirstError(refusal)),
  });
  const save = () => {
    if (editing.isDirty && !update.isPending)
      update.mutate({ fields: editing.fields, rev: editing.base.rev });
  };
  useKeys([{ keys: "Ctrl+s", label: t("form-save"), run: save }]);
  return (
    <form
      className={styles.form}
      noValidate
      aria-labelledby="settings-studio"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {studio.isDemonstration ? (
        <Banner>
          <p>{t("settings-studio-demonstration")}</p>
        </Banner>
      ) : null}
      {update.error?.code === "studio_stale" ? (
        <StaleBanner
          error={update.error}
          onReload={() => {
            editing.settle(studio);
            update.reset();
          }}
        />
      ) : update.error ? (
        <ErrorText error={update.error} />
      ) : null}
      <StudioFields value={editing.fields} onChange={editing.setFields} error={update.error} />
      <div className={styles.row}>
        <Button
          type="submit"
          variant="primary"
          shortcut="Ctrl+S"
          isPending={update.isPending}
          isDisabled={!editing.isDirty}
        >
          {t("form-save")}
        </Button>
        <span role="status" className={styles.quiet}>
          {editing.isDirty ? t("form-unsaved") : ""}
        </span>
      </div>
    </form>
  );
}
