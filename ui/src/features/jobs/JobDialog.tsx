/** A job's details in a dialog: a new one, or a stored one that is saved on the version that the edit began from. */
import { useState } from "react";
import { useCall, type JobDto, type JobFieldsDto } from "../../api";
import { Banner, Button, Dialog, SaveForm } from "../../components";
import { useNewForm, useStoredForm, type RecordForm } from "../../components/useStoredForm";
import { useT } from "../../l10n";
import { JobFields, NEW_JOB } from "./JobFields";
import styles from "./Jobs.module.css";

export function NewJob({ schoolId, onClose }: { schoolId: number; onClose(): void }) {
  const t = useT();
  const call = useCall();
  const form = useNewForm(NEW_JOB, {
    create: (fields) => call("job_create", { schoolId, fields }),
    made: t("job-created"),
    onMade: onClose,
  });
  return <JobDialog title={t("jobs-new")} form={form} onClose={onClose} />;
}

export interface JobEditProps {
  job: JobDto;
  onReread(): Promise<unknown>;
  onClose(): void;
}

export function JobEdit({ job, onReread, onClose }: JobEditProps) {
  const t = useT();
  const call = useCall();
  const form = useStoredForm(job, {
    update: async (edit) => {
      const stored = await call("job_update", { id: job.id, ...edit });
      onClose();
      return stored;
    },
    reread: onReread,
    saved: t("job-saved"),
  });
  return <JobDialog title={t("job-edit-title")} form={form} onReload={form.reload} onClose={onClose} />;
}

function JobDialog({
  title,
  form,
  onReload,
  onClose,
}: {
  title: string;
  form: RecordForm<JobFieldsDto>;
  onReload?(): void;
  onClose(): void;
}) {
  const t = useT();
  /** Where the focus was when the dialog was about to be closed with changes. */
  const [left, setLeft] = useState<Element | null>(null);
  const isAsking = left !== null && form.isDirty;
  const stay = () => {
    if (left instanceof HTMLElement) left.focus();
    setLeft(null);
  };
  return (
    <Dialog
      title={title}
      isOpen
      onClose={() => (form.isDirty ? setLeft(document.activeElement) : onClose())}
      actions={
        isAsking ? null : (
          <>
            <Button onPress={onClose}>{t("form-cancel")}</Button>
            <Button
              variant="primary"
              isPending={form.isSaving}
              isDisabled={!form.isDirty}
              onPress={form.save}
            >
              {t("form-save")}
            </Button>
          </>
        )
      }
    >
      <div className={styles.edit}>
        <SaveForm label={title} onSave={form.save} error={form.error} {...(onReload ? { onReload } : {})}>
          <JobFields value={form.fields} onChange={form.setFields} error={form.error} />
          {/* Enter sends a form of several fields only when it has a button of its own */}
          <button type="submit" hidden aria-hidden tabIndex={-1} />
        </SaveForm>
      </div>
      {isAsking ? (
        <Banner
          tone="attention"
          title={t("form-unsaved-title")}
          isLive
          action={
            <>
              <Button size="small" onPress={stay} autoFocus>
                {t("form-keep-editing")}
              </Button>
              <Button size="small" variant="danger" onPress={onClose}>
                {t("form-discard")}
              </Button>
            </>
          }
        >
          <p>{t("job-unsaved-text")}</p>
        </Banner>
      ) : null}
    </Dialog>
  );
}
