import { useState } from "react";
import { useAct, type SessionDto } from "../../api";
import { Button, Dialog, ErrorText, TextField, useToast } from "../../components";
import { codeKey, useT } from "../../l10n";

export function SessionEdit({ session, onClose }: { session: SessionDto; onClose(): void }) {
  const t = useT();
  const toast = useToast();
  const [name, setName] = useState(session.name);
  const [photographer, setPhotographer] = useState(session.photographer);
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
  const save = () =>
    update.mutate({ id: session.id, rev: session.rev, name: name.trim(), photographer: photographer.trim() });
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
      {update.error && update.error.fields.length === 0 ? <ErrorText error={update.error} /> : null}
    </Dialog>
  );
}
