/** Which text says how an import ended: of a folder nothing is said as of a card. */
import type { ImportReport } from "../../api";
import { codeKey } from "../../l10n";

type Ended = Pick<ImportReport, "outcome" | "fault" | "scope">;

/** What made it fail. */
export const faultKey = ({ fault, scope }: Pick<Ended, "fault" | "scope">) =>
  fault === "source_vanished" && scope === "folder"
    ? "import-fault-folder-vanished"
    : codeKey("import-fault", fault ?? "other");

/** How it ended, in a few words. */
export const outcomeKey = (report: Ended) =>
  report.outcome === "failed" ? faultKey(report) : (`import-outcome-${report.outcome}` as const);

/** What that means and what is to be done, of one that did not fail. */
export function outcomeTextKey(report: ImportReport) {
  if (report.outcome === "completed") return "import-outcome-completed-text";
  if (!report.isResumable) return "import-outcome-given-up-text";
  if (report.storedFiles >= report.plannedFiles) return "import-outcome-unchecked-text";
  if (report.outcome === "interrupted") return "import-outcome-interrupted-text";
  return report.scope === "folder" ? "import-outcome-cancelled-folder-text" : "import-outcome-cancelled-text";
}
