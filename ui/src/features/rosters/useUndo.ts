import { useAct, type ApiError, type RosterImportDto } from "../../api";
import { useToast } from "../../components";
import { useT } from "../../l10n";

export interface Undo {
  run(importId: number): void;
  /** The import that is being taken back. */
  pendingId: number | null;
  error: ApiError | null;
}

/** Takes the import of a class list back; `onUndone` hears how it stands then. */
export function useUndo(onUndone?: (imported: RosterImportDto) => void): Undo {
  const t = useT();
  const toast = useToast();
  const undo = useAct("roster_undo", {
    onDone: (imported) => {
      toast({ text: t("roster-undone") });
      onUndone?.(imported);
    },
  });
  return {
    run: (id) => {
      if (!undo.isPending) undo.mutate({ id });
    },
    pendingId: undo.isPending ? undo.variables.id : null,
    error: undo.error,
  };
}
