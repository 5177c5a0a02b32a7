/** What is said of the trail above its list: a check or an export under way and how it ended, the sheet, the clock. */
import { X } from "lucide-react";
import type { ReactNode } from "react";
import {
  ApiError,
  useAct,
  useRefresh,
  type ClockDoubtDto,
  type TaskDto,
  type TrailVerdictDto,
} from "../../api";
import { Banner, Button, ErrorText, IconButton } from "../../components";
import { useFormat, useT } from "../../l10n";
import { TaskUnderWay } from "../tasks/TaskUnderWay";
import { isUnderWay, useTaskFigures } from "../tasks/tasks";
import styles from "./History.module.css";

export function VerifyNotice({ task }: { task: TaskDto }) {
  const t = useT();
  if (isUnderWay(task)) return <UnderWay task={task} text={t("trail-verifying")} />;
  const verdict = task.result?.verdict;
  if (verdict) return <Verdict verdict={verdict} close={<Close task={task} />} />;
  return <Ended task={task} cancelled={t("trail-verify-cancelled")} />;
}

export function ExportNotice({ task }: { task: TaskDto }) {
  const t = useT();
  const name = task.subject;
  if (isUnderWay(task)) return <UnderWay task={task} text={t("trail-exporting", { name })} />;
  if (task.state === "completed")
    return (
      <Banner tone="done" isLive action={<Close task={task} />}>
        <p>{t("trail-exported", { name })}</p>
      </Banner>
    );
  return <Ended task={task} cancelled={t("trail-export-cancelled")} />;
}

export function SheetNotice({ name, onClose }: { name: string; onClose(): void }) {
  const t = useT();
  return (
    <Banner
      tone="done"
      isLive
      action={<IconButton size="small" icon={X} label={t("trail-close")} onPress={onClose} />}
    >
      <p>{t("trail-sheet-saved", { name })}</p>
    </Banner>
  );
}

/** `onRight` is null where it cannot be said. */
export function ClockNotice({
  doubt,
  now,
  isPending,
  onRight,
}: {
  doubt: ClockDoubtDto;
  now: number;
  isPending: boolean;
  onRight: (() => void) | null;
}) {
  const t = useT();
  const format = useFormat();
  return (
    <Banner
      tone="attention"
      title={t("trail-clock-title")}
      action={
        onRight ? (
          <Button size="small" isPending={isPending} onPress={onRight}>
            {t("trail-clock-right")}
          </Button>
        ) : null
      }
    >
      <p>
        {t(`trail-clock-${doubt.jump}`, { at: format.dateTime(doubt.noticedAt) })}{" "}
        {t("trail-clock-now", { now: format.dateTime(now) })}
      </p>
    </Banner>
  );
}

function Verdict({ verdict, close }: { verdict: TrailVerdictDto; close: ReactNode }) {
  const t = useT();
  const format = useFormat();
  const { entries, checkpoints, since, checkpointAt, fault } = verdict;
  const day = (at: number | null) => (at === null ? "" : format.dateTime(at));
  if (fault === null)
    return (
      <Banner tone="done" title={t("trail-intact")} isLive action={close}>
        <p>
          {t("trail-intact-text", { entries, checkpoints, since: day(since), checkpoint: day(checkpointAt) })}
        </p>
      </Banner>
    );
  const number = fault.number ?? 0;
  const what = {
    entry: () => t("trail-broken-entry", { number, entries }),
    signed: () => t("trail-broken-signed", { number }),
    end: () => t("trail-broken-end", { number, entries }),
    keys: () => t("trail-broken-keys"),
  }[fault.kind];
  return (
    <Banner tone="stopped" title={t("trail-broken")} isLive action={close}>
      <p>{what()}</p>
      <p>{t("trail-broken-action")}</p>
    </Banner>
  );
}

function UnderWay({ task, text }: { task: TaskDto; text: string }) {
  const { count } = useTaskFigures(task);
  return (
    <TaskUnderWay task={task} text={text}>
      <p className={styles.figures}>{count}</p>
    </TaskUnderWay>
  );
}

function Ended({ task, cancelled }: { task: TaskDto; cancelled: string }) {
  if (task.error && task.state === "failed")
    return (
      <div className={styles.closable}>
        <ErrorText error={ApiError.from(task.error)} />
        <Close task={task} />
      </div>
    );
  return (
    <Banner tone="attention" isLive action={<Close task={task} />}>
      <p>{cancelled}</p>
    </Banner>
  );
}

function Close({ task }: { task: TaskDto }) {
  const t = useT();
  const refresh = useRefresh();
  const dismiss = useAct("task_dismiss", { onDone: () => refresh("task_list") });
  return (
    <IconButton
      size="small"
      icon={X}
      label={t("trail-close")}
      onPress={() => dismiss.mutate({ id: task.id })}
    />
  );
}
