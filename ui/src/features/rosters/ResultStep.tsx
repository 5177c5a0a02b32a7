/** A class list that was just imported: what it did, what was left out, and the ways on and back. */
import { ArrowRight, Printer, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { useMay, type RosterImportDto } from "../../api";
import { Banner, Button, ErrorText } from "../../components";
import { useT } from "../../l10n";
import { useGo } from "../../navigation";
import { IssueLists } from "./IssueLists";
import styles from "./Rosters.module.css";
import { useUndo } from "./useUndo";

export interface ResultStepProps {
  imported: RosterImportDto;
  schoolId: number;
  onUndone(imported: RosterImportDto): void;
  /** The way to another file. */
  other: ReactNode;
}

export function ResultStep({ imported, schoolId, onUndone, other }: ResultStepProps) {
  const t = useT();
  const go = useGo();
  const may = useMay();
  const undo = useUndo(onUndone);
  const { added, changed, left } = imported.counts;
  const isUndone = imported.undoneAt !== null;
  return (
    <>
      {isUndone ? (
        <Banner title={t("roster-undone")} isLive>
          <p>{t("roster-undone-text")}</p>
        </Banner>
      ) : (
        <Banner tone="done" title={t("roster-imported")} isLive>
          <p>{t("roster-imported-text", { added, changed, left })}</p>
          {imported.personalCodes > 0 ? (
            <p>{t("roster-personal-codes", { count: imported.personalCodes })}</p>
          ) : null}
        </Banner>
      )}
      {undo.error ? <ErrorText error={undo.error} /> : null}
      {isUndone || imported.issues.length === 0 ? null : (
        <section className={styles.card} aria-labelledby="roster-issues">
          <h2 id="roster-issues">{t("roster-issues")}</h2>
          <IssueLists issues={imported.issues} leftOut={imported.leftOut} isPast />
        </section>
      )}
      <div className={styles.buttons}>
        <Button
          variant="primary"
          icon={ArrowRight}
          autoFocus
          onPress={() => go(`/schools/${schoolId}`, { year: imported.schoolYear })}
        >
          {t("roster-open-school")}
        </Button>
        {may("make_cards") && !isUndone ? (
          <Button icon={Printer} onPress={() => go(`/schools/${schoolId}`, { tab: "jobs" })}>
            {t("roster-print-cards")}
          </Button>
        ) : null}
        {imported.canUndo && !isUndone ? (
          <Button icon={Undo2} isPending={undo.pendingId !== null} onPress={() => undo.run(imported.id)}>
            {t("roster-undo")}
          </Button>
        ) : null}
        {other}
      </div>
    </>
  );
}
