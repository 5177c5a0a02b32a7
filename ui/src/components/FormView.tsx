/** The view of one record's form: saved explicitly by button or Ctrl+S, with what is unsaved said in the status bar. */
import type { ReactNode } from "react";
import type { ApiError } from "../api/error";
import { useT } from "../l10n";
import { Button } from "./Button";
import { useKeys } from "./Keys";
import { Banner, ErrorText } from "./Notice";
import { StaleBanner } from "./StaleBanner";
import { ViewFrame, type ViewFrameProps } from "./ViewFrame";
import styles from "./FormView.module.css";

export interface SaveFormProps {
  /** Name of the form, read aloud; or the id of its heading. */
  label?: string;
  labelledBy?: string;
  onSave(): void;
  error: ApiError | null;
  /** The way to the stored version when somebody else saved first. */
  onReload?(): void;
  /** Why nothing can be changed here; the fields are then shown only. */
  refusal?: string | null;
  children: ReactNode;
}

/** Fields in one column with the refusal above them; Enter and Ctrl+S save. */
export function SaveForm({ label, labelledBy, onSave, error, onReload, refusal, children }: SaveFormProps) {
  const t = useT();
  useKeys(refusal ? [] : [{ keys: "Ctrl+s", label: t("form-save"), run: onSave }]);
  return (
    <>
      {error?.isStale && onReload ? (
        <StaleBanner error={error} onReload={onReload} />
      ) : error ? (
        <ErrorText error={error} />
      ) : null}
      <form
        className={styles.form}
        noValidate
        {...(label ? { "aria-label": label } : {})}
        {...(labelledBy ? { "aria-labelledby": labelledBy } : {})}
        onSubmit={(event) => {
          event.preventDefault();
          if (!refusal) onSave();
        }}
      >
        {refusal ? (
          <Banner>
            <p>{refusal}</p>
          </Banner>
        ) : null}
        <fieldset className={styles.fields} disabled={Boolean(refusal)}>
          {children}
        </fieldset>
      </form>
    </>
  );
}

export interface FormViewProps
  extends SaveFormProps, Pick<ViewFrameProps, "id" | "title" | "parent" | "inspector"> {
  isDirty: boolean;
  isSaving: boolean;
  /** A record that is not stored yet can always be saved. */
  isNew?: boolean;
  /** What the status bar says besides. */
  status?: ReactNode;
  /** Above the form. */
  notice?: ReactNode;
  /** In place of the form, while something else has to be decided first. */
  decision?: ReactNode;
}

export function FormView(props: FormViewProps) {
  const { id, title, parent, inspector, isDirty, isSaving, isNew, status, notice, decision, ...form } = props;
  const t = useT();
  return (
    <ViewFrame
      id={id}
      title={title}
      {...(parent ? { parent } : {})}
      inspector={inspector}
      actions={
        form.refusal ? null : (
          <Button
            variant="primary"
            shortcut="Ctrl+S"
            onPress={form.onSave}
            isPending={isSaving}
            isDisabled={Boolean(decision) || (!isDirty && !isNew)}
          >
            {t("form-save")}
          </Button>
        )
      }
      status={
        <>
          {status}
          <span role="status">{isDirty ? t("form-unsaved") : ""}</span>
        </>
      }
      isPage
    >
      {notice}
      {decision ?? <SaveForm {...form} />}
    </ViewFrame>
  );
}
