/** Whom the missing list is to name; what was chosen last is offered again. */
import { useState } from "react";
import type { ChoicesDto, MissingDto } from "../../api";
import { FilterChips } from "../../components";
import { codeKey, useT } from "../../l10n";
import { readPreference, writePreference } from "../../navigation";
import { FileDialog } from "../tasks/FileDialog";
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
  const isNobody = reasons.size === 0;
  const wanted = REASONS.filter((reason) => reasons.has(reason));
  return (
    <FileDialog
      method="missing_list_save"
      title={t("choices-missing-title", { job: choices.job })}
      request={isNobody ? null : { jobId: choices.jobId, reasons: wanted }}
      onSave={() => writePreference(KEPT, wanted)}
      onClose={onClose}
    >
      <p aria-hidden>{t("choices-missing-whom")}</p>
      <FilterChips
        label={t("choices-missing-whom")}
        chips={REASONS.map((id) => ({ id, label: t(codeKey("missing", id)) }))}
        selected={reasons}
        onChange={setReasons}
      />
      {isNobody ? <p role="status">{t("choices-missing-nobody")}</p> : null}
    </FileDialog>
  );
}
