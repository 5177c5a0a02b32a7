import { useState, type FormEvent } from "react";
import { useAct, useCall, useMay, ApiError, type SessionDto } from "../../api";
import { Button, Dialog, ErrorText, TextField, useToast } from "../../components";
import { StaleBanner } from "../../components/StaleBanner";
import { codeKey, useT } from "../../l10n";
import { JobField } from "./JobField";
import styles from "./Sessions.module.css";

export function SessionEdit({ session, onClose }: { session: SessionDto; onClose(): void }) {
  const t = useT();
  const toast = useToast();
  const call = useCall();
  const may = useMay();
  /** The version that the edit began from: what is saved elsewhere meanwhile is not written over. */
  const [base, setBase] = useState(session);
  const [rereadError, setRereadError] = useState<ApiError | null>(null);
  const [name, setName] = useState(session.name);
  const [photographer, setPhotographer] = useState(session.photographer);
  const [jobId, setJobId] = useState(session.jobId);
  const update = useAct("session_update", {
    onDone: () => {
      toast({ text: t("session-saved") });
      onClose();
    },
  });
  const problem = (field: string) => {
    const found = update.error?.problem(field);
    return found ? t(codeKey("field", found)) : undefined;
  };
  const save = () => {
    if (!update.isPending)
      update.mutate({
        id: base.id,
        rev: base.rev,
        name: name.trim(),
        photographer: photographer.trim(),
        jobId,
      });
  };
  const reload = () => {
    setRereadError(null);
    void call("session_get", { id: session.id }).then(
      (stored) => {
        setBase(stored);
        setName(stored.name);
        setPhotographer(stored.photographer);
        setJobId(stored.jobId);
        update.reset();
      },
      (cause: unknown) => setRereadError(ApiError.from(cause)),
    );
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  return (
    <Dialog
      title={t("session-edit-title")}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t("app-cancel")}</Button>
          <Button variant="primary" isPending={update.isPending} onPress={save}>
            {t("app-save")}
          </Button>
        </>
      }
    >
      <form noValidate onSubmit={onSubmit} className={styles.edit}>
        <TextField
          label={t("session-name")}
          value={name}
          onChange={setName}
          error={problem("name")}
          isRequired
          autoFocus
        />
        <TextField
          label={t("session-photographer")}
          value={photographer}
          onChange={setPhotographer}
          error={problem("photographer")}
        />
        {may("see_subjects") ? <JobField session={base} value={jobId} onChange={setJobId} /> : null}
        <button type="submit" hidden />
      </form>
      {update.error?.code === "session_stale" ? (
        <StaleBanner error={update.error} onReload={reload} />
      ) : update.error && update.error.fields.length === 0 ? (
        <ErrorText error={update.error} />
      ) : null}
      {rereadError ? <ErrorText error={rereadError} /> : null}
    </Dialog>
  );
}
