/**
 * The trail as a whole: verifying it, signing it on paper, taking it out, and whether the clock is in doubt. Gives the
 * pieces that the history's view puts into its header, above its table and into its status bar.
 *
 * Tasks are found among the program's own, so that coming back to the view shows what was begun in it.
 */
import { Download, FileCheck, ShieldCheck } from "lucide-react";
import { useState, type ReactNode } from "react";
import { Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { useAct, useAppState, useMethod, type AuditFilterDto, type ExportFormDto } from "../../api";
import { Button, ErrorText, cx } from "../../components";
import fieldStyles from "../../components/Field.module.css";
import { useFormat, useT } from "../../l10n";
import { isUnderWay, useTasks } from "../tasks/tasks";
import { ClockNotice, ExportNotice, SheetNotice, VerifyNotice } from "./TrailNotices";
import styles from "./History.module.css";

const FORMS = ["bundle", "table"] as const satisfies readonly ExportFormDto[];

export interface Trail {
  actions: ReactNode;
  notice: ReactNode;
  status: ReactNode;
}

/** `filter` is what the list shows: an export holds the same. */
export function useTrail(filter: AuditFilterDto, isFiltered: boolean): Trail {
  const t = useT();
  const format = useFormat();
  const state = useMethod("trail_state", {});
  // nothing leaves, and nothing is signed, while the register may only be looked at
  const isReadOnly = Boolean(useAppState()?.alarm);
  const tasks = useTasks();
  const verifying = tasks.find((task) => task.kind === "trail_verify");
  const exporting = tasks.find((task) => task.kind === "trail_export");
  const [savedName, setSavedName] = useState<string | null>(null);
  const verify = useAct("trail_verify");
  const take = useAct("trail_export");
  const sheet = useAct("checkpoint_sheet_save", {
    onDone: (saved) => setSavedName(saved.isSaved ? saved.name : null),
  });
  const confirm = useAct("clock_confirm");
  const isVerifying = verifying !== undefined && isUnderWay(verifying);
  const isExporting = exporting !== undefined && isUnderWay(exporting);
  const checkpoint = state.data?.checkpoint;
  const doubt = state.data?.clockDoubt;
  const error = state.error ?? verify.error ?? take.error ?? sheet.error ?? confirm.error;

  const notices: ReactNode[] = [];
  if (error) notices.push(<ErrorText key="error" error={error} />);
  if (doubt && state.data)
    notices.push(
      <ClockNotice
        key="clock"
        doubt={doubt}
        now={state.data.now}
        isPending={confirm.isPending}
        onRight={isReadOnly ? null : () => confirm.mutate({})}
      />,
    );
  if (verifying) notices.push(<VerifyNotice key="verify" task={verifying} />);
  if (exporting) notices.push(<ExportNotice key="export" task={exporting} />);
  if (savedName !== null)
    notices.push(<SheetNotice key="sheet" name={savedName} onClose={() => setSavedName(null)} />);

  return {
    actions: (
      <div role="group" aria-label={t("trail-tools")} className={styles.tools}>
        <Button
          variant="quiet"
          icon={ShieldCheck}
          isPending={verify.isPending || isVerifying}
          onPress={() => verify.mutate({})}
        >
          {t("trail-verify")}
        </Button>
        {isReadOnly ? null : (
          <>
            <Button
              variant="quiet"
              icon={FileCheck}
              isPending={sheet.isPending}
              onPress={() => sheet.mutate({})}
            >
              {t("trail-sheet")}
            </Button>
            <MenuTrigger>
              <Button variant="quiet" icon={Download} isPending={take.isPending || isExporting}>
                {t("trail-export")}
              </Button>
              <Popover placement="bottom end" offset={4} className={cx(fieldStyles.popover)}>
                <p className={styles.extent}>
                  {t(isFiltered ? "trail-export-filtered" : "trail-export-all")}
                </p>
                <Menu
                  aria-label={t("trail-export")}
                  className={cx(fieldStyles.list)}
                  onAction={(form) => take.mutate({ filter, form: form as ExportFormDto })}
                >
                  {FORMS.map((form) => (
                    <MenuItem key={form} id={form} className={cx(fieldStyles.option)}>
                      <span className={fieldStyles.optionText}>{t(`trail-export-${form}`)}</span>
                    </MenuItem>
                  ))}
                </Menu>
              </Popover>
            </MenuTrigger>
          </>
        )}
      </div>
    ),
    notice: notices.length ? <div className={styles.notices}>{notices}</div> : null,
    status: state.data ? (
      <span>
        {checkpoint
          ? t("trail-checkpoint", { at: format.dateTime(checkpoint.madeAt), size: checkpoint.size })
          : t("trail-checkpoint-none")}
      </span>
    ) : null,
  };
}
