/** Whom the missing list is to name; what was chosen last is offered again. */
import { FileDown } from "lucide-react";
import { useState } from "react";
import { useAct, type ChoicesDto, type MissingDto, type TaskDto } from "../../api";
import { Button, Dialog, ErrorText, FilterChips } from "../../components";
import { codeKey, useT } from "../../l10n";
import { readPreference, writePreference } from "../../navigation";
import { FileNotice } from "../tasks/FileNotice";
import styles from "./Choices.module.css";
import { REASONS } from "./choices";

const KEPT = "missing.reasons";
const USUAL: MissingDto[] = ["absent", "card_only", "none_usable"];

function areReasons(value: unknown): value is MissingDto[] {
  return Array.isArray(value) && value.every((one) => REASONS.includes(one as MissingDto));
}

export function MissingDialog({ choices, onClose }: { choices: ChoicesDto; onClose(): void }) {
  const t = useT();
  const [reasons, setReasons] = useState<ReadonlySet<MissingDto>>(
    () => new Set(readPreference<MissingDto[]>(KEPT, USUAL, areReasons)),
  );
  const save = useAct("missing_list_save", {
    onDone: ({ task }) => {
      if (task !== null) onClose();
    },
  });
  const run = () => {
    if (reasons.size === 0 || save.isPending) return;
    writePreference(KEPT, [...reasons]);
    save.mutate({ jobId: choices.jobId, reasons: REASONS.filter((reason) => reasons.has(reason)) });
  };
  return (
    <Dialog
      title={t("choices-missing-title", { job: choices.job })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t("form-cancel")}</Button>
          <Button
            variant="primary"
            icon={FileDown}
            isPending={save.isPending}
            isDisabled={reasons.size === 0}
            onPress={run}
          >
            {t("choices-missing-save")}
          </Button>
        </>
      }
    >
      <div className={styles.wanted}>
        <p aria-hidden>{t("choices-missing-whom")}</p>
        <FilterChips
          label={t("choices-missing-whom")}
          chips={REASONS.map((id) => ({ id, label: t(codeKey("missing", id)) }))}
          selected={reasons}
          onChange={setReasons}
        />
        {reasons.size === 0 ? <p role="status">{t("choices-missing-nobody")}</p> : null}
        {save.error ? <ErrorText error={save.error} /> : null}
      </div>
    </Dialog>
  );
}

/** The list being written to a file, and how it ended. */
export function MissingNotice({ task }: { task: TaskDto }) {
  const t = useT();
  const name = task.subject;
  return (
    <FileNotice
      task={task}
      saving={t("choices-missing-saving", { name })}
      saved={t("choices-missing-saved", { name })}
      cancelled={t("choices-missing-cancelled")}
      close={t("choices-missing-close")}
    />
  );
}
