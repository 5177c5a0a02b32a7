/** The code of the card that a frame shows; what is wrong with it stands beside it. */
import { X } from "lucide-react";
import { useState, type FormEvent } from "react";
import { Button, IconButton, TextField } from "../../components";
import { useT } from "../../l10n";
import { useCell, type FrameCells } from "../frames/cells";
import styles from "./Matching.module.css";

export function CodeField({
  frameId,
  cells,
  error,
  isBusy,
  onSave,
  onClose,
}: {
  frameId: number;
  cells: FrameCells;
  error: string | undefined;
  isBusy: boolean;
  onSave(code: string): void;
  onClose(): void;
}) {
  const t = useT();
  const [code, setCode] = useState("");
  const name = useCell(cells, frameId)?.name ?? "";
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    onSave(code.trim());
  };
  return (
    <form
      noValidate
      className={styles.panel}
      onSubmit={onSubmit}
      onKeyDownCapture={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <TextField
        label={t("matching-code-label", { name })}
        help={t("matching-code-help")}
        error={error}
        value={code}
        onChange={setCode}
        autoFocus
      />
      <Button type="submit" variant="primary" isPending={isBusy}>
        {t("matching-code-save")}
      </Button>
      <IconButton icon={X} label={t("app-close")} onPress={onClose} />
    </form>
  );
}
