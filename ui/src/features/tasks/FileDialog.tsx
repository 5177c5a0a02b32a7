/** What is to be in a file, asked before a task writes it. Where it goes is asked by the program; `FileNotice` tells how it ends. */
import { FileDown } from "lucide-react";
import type { ReactNode } from "react";
import { useAct, type Methods } from "../../api";
import { Button, Dialog, ErrorText } from "../../components";
import { useT, type PlainKey } from "../../l10n";
import styles from "./Tasks.module.css";

type FileMethod = "camera_cards_save" | "missing_list_save" | "group_legend_save";

const SAVE: Record<FileMethod, PlainKey> = {
  camera_cards_save: "cards-save",
  missing_list_save: "choices-missing-save",
  group_legend_save: "group-photos-legend-save",
};

export interface FileDialogProps<Method extends FileMethod> {
  method: Method;
  title: string;
  /** What is asked for; null while that is nothing that could be saved. */
  request: Methods[Method]["request"] | null;
  /** It was asked for: what was chosen may be kept for the next time. */
  onSave?(): void;
  /** A place was chosen, or nothing is wanted any more. */
  onClose(): void;
  isWide?: boolean;
  children: ReactNode;
}

export function FileDialog<Method extends FileMethod>(props: FileDialogProps<Method>) {
  const { method, title, request, onSave, onClose, isWide = false, children } = props;
  const t = useT();
  const label: PlainKey = SAVE[method];
  const save = useAct(method, {
    onDone: ({ task }) => {
      if (task !== null) onClose();
    },
  });
  const run = () => {
    if (request === null || save.isPending) return;
    onSave?.();
    save.mutate(request);
  };
  return (
    <Dialog
      title={title}
      isOpen
      isWide={isWide}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t("form-cancel")}</Button>
          <Button
            variant="primary"
            icon={FileDown}
            isPending={save.isPending}
            isDisabled={request === null}
            onPress={run}
          >
            {t(label)}
          </Button>
        </>
      }
    >
      <div className={styles.wanted}>
        {children}
        {save.error ? <ErrorText error={save.error} /> : null}
      </div>
    </Dialog>
  );
}
