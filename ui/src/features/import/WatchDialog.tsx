/** Before a folder is watched for a session: whether what is in it now is taken, too. */
import { useState } from "react";
import { useAct, useMethod } from "../../api";
import { Button, Dialog, ErrorText, RadioGroup } from "../../components";
import { useFormat, useT } from "../../l10n";
import styles from "./Import.module.css";

export interface WatchedFolder {
  token: string;
  path: string;
}

export function WatchDialog({
  sessionId,
  folder,
  onClose,
}: {
  sessionId: number;
  folder: WatchedFolder;
  onClose(): void;
}) {
  const t = useT();
  const format = useFormat();
  const [present, setPresent] = useState<"no" | "yes">("no");
  const { data, error } = useMethod("watch_look", { folder: folder.token }, { staleTime: 0 });
  const start = useAct("watch_start", { onDone: onClose });
  const count = data?.files ?? 0;
  return (
    <Dialog
      title={t("watch-title")}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t("app-cancel")}</Button>
          <Button
            variant="primary"
            isPending={start.isPending}
            isDisabled={!data}
            onPress={() =>
              start.mutate({ folder: folder.token, sessionId, withPresent: count > 0 && present === "yes" })
            }
          >
            {t("watch-start")}
          </Button>
        </>
      }
    >
      <p className={styles.source}>{folder.path}</p>
      <p className={styles.lead}>{t("watch-text")}</p>
      {count > 0 ? (
        <RadioGroup<"no" | "yes">
          label={t("watch-present", { count, number: format.number(count) })}
          value={present}
          onChange={setPresent}
          choices={[
            { id: "no", label: t("watch-present-no") },
            { id: "yes", label: t("watch-present-yes") },
          ]}
        />
      ) : null}
      {error ? <ErrorText error={error} /> : null}
      {start.error ? <ErrorText error={start.error} /> : null}
    </Dialog>
  );
}
