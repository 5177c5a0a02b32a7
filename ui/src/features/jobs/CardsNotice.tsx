/** Camera cards being written to a file, and how it ended. */
import type { TaskDto } from "../../api";
import { useT } from "../../l10n";
import { FileNotice } from "../tasks/FileNotice";

export function CardsNotice({ task }: { task: TaskDto }) {
  const t = useT();
  const name = task.subject;
  return (
    <FileNotice
      task={task}
      saving={t("cards-saving", { name })}
      saved={t("cards-saved", { name })}
      cancelled={t("cards-cancelled")}
      close={t("cards-close")}
    />
  );
}
