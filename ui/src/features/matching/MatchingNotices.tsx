/** Above the list: what keeps photos from being matched, and clocks that were off. */
import { Clock, IdCard, ScanLine } from "lucide-react";
import {
  ApiError,
  useAct,
  useMay,
  type ClockOffsetDto,
  type JobDto,
  type MatchingDto,
  type TaskDto,
} from "../../api";
import { Banner, Button, ErrorText } from "../../components";
import { codeKey, useFormat, useT } from "../../l10n";
import { useGo } from "../../navigation";
import { LEAST_CLOCK_MS, useClockCorrecting } from "../sessions/useClockCorrecting";
import { TaskUnderWay } from "../tasks/TaskUnderWay";
import { isUnderWay, useTasks } from "../tasks/tasks";
import styles from "./Matching.module.css";

export function MatchingNotices({ matching, job }: { matching: MatchingDto; job: JobDto | undefined }) {
  const t = useT();
  const task = useTasks().find((entry) => entry.kind === "code_reading");
  const unread = matching.sessions.reduce((sum, session) => sum + session.unread, 0);
  const clocks = matching.clocks.filter(({ offsetMs }) => Math.abs(offsetMs) >= LEAST_CLOCK_MS);
  const hasNoCards = job?.cards === 0;
  const reading = task && isUnderWay(task) ? task : null;
  if (!reading && unread === 0 && !hasNoCards && clocks.length === 0 && matching.notApplied.length === 0)
    return null;
  return (
    // What scrolls by itself is within reach of the keyboard.
    <div role="group" aria-label={t("app-notices")} tabIndex={0} className={styles.notices}>
      {reading ? <TaskUnderWay task={reading} text={t("matching-reading-codes")} /> : null}
      {!reading && unread > 0 ? <Unread jobId={matching.jobId} unread={unread} task={task} /> : null}
      {hasNoCards ? <NoCards schoolId={matching.schoolId} /> : null}
      {clocks.length > 0 ? <Clocks clocks={clocks} /> : null}
      {matching.notApplied.length > 0 ? <NotApplied matching={matching} /> : null}
    </div>
  );
}

function Unread({ jobId, unread, task }: { jobId: number; unread: number; task: TaskDto | undefined }) {
  const t = useT();
  const format = useFormat();
  const may = useMay();
  const start = useAct("codes_read_start");
  const failure = start.error ?? (task?.state === "failed" && task.error ? ApiError.from(task.error) : null);
  return (
    <>
      <Banner
        tone="attention"
        action={
          may("match_photos") ? (
            <Button
              size="small"
              icon={ScanLine}
              isPending={start.isPending}
              onPress={() => start.mutate({ id: jobId })}
            >
              {t("matching-read-codes")}
            </Button>
          ) : undefined
        }
      >
        <p>{t("matching-unread", { count: unread, number: format.number(unread) })}</p>
      </Banner>
      {failure ? <ErrorText error={failure} /> : null}
    </>
  );
}

function NoCards({ schoolId }: { schoolId: number }) {
  const t = useT();
  const go = useGo();
  return (
    <Banner
      tone="attention"
      action={
        <Button size="small" icon={IdCard} onPress={() => go(`/schools/${schoolId}`, { tab: "jobs" })}>
          {t("matching-to-jobs")}
        </Button>
      }
    >
      <p>{t("matching-no-cards")}</p>
    </Banner>
  );
}

function Clocks({ clocks }: { clocks: readonly ClockOffsetDto[] }) {
  const t = useT();
  const format = useFormat();
  const may = useMay();
  const { correct, isPending, error } = useClockCorrecting();
  const isZoneLeftWrong = clocks.some((clock) => clock.isZoneLeftWrong);
  // of several cards that one camera took in a session the last one counts
  const last = new Map(clocks.map((clock) => [`${clock.sessionId} ${clock.cameraId}`, clock]));
  const corrections = [...last.values()].flatMap(({ sessionId, cameraId, correctionMs, correctedMs }) =>
    cameraId === null || correctionMs === null || Math.abs(correctionMs - correctedMs) < LEAST_CLOCK_MS
      ? []
      : [{ sessionId, cameraId, offsetMs: correctionMs }],
  );
  const banner = (
    <Banner
      {...(isZoneLeftWrong ? { tone: "attention" as const } : {})}
      action={
        corrections.length > 0 && may("mark_photos") ? (
          <Button size="small" icon={Clock} isPending={isPending} onPress={() => void correct(corrections)}>
            {t("matching-clock-correct")}
          </Button>
        ) : undefined
      }
    >
      <ul>
        {clocks.map(({ sessionId, frameId, camera, offsetMs, correctedMs }) => (
          <li key={`${sessionId} ${frameId}`}>
            {t(offsetMs > 0 ? "matching-clock-behind" : "matching-clock-ahead", {
              camera: camera || t("matching-clock-unnamed"),
              time: format.clockError(offsetMs),
            })}
            {correctedMs === 0 ? null : ` ${t("matching-clock-corrected")}`}
          </li>
        ))}
      </ul>
      {isZoneLeftWrong ? <p>{t("matching-clock-zone")}</p> : null}
    </Banner>
  );
  return (
    <>
      {banner}
      {error ? <ErrorText error={error} /> : null}
    </>
  );
}

function NotApplied({ matching: { edits, notApplied } }: { matching: MatchingDto }) {
  const t = useT();
  const format = useFormat();
  const kinds = new Map<string, { edit: string; why: string; count: number }>();
  for (const { edit, why } of notApplied) {
    const kind = edits[edit]?.kind;
    if (!kind) continue;
    const id = `${kind} ${why}`;
    const count = (kinds.get(id)?.count ?? 0) + 1;
    kinds.set(id, { edit: t(codeKey("matching-edit", kind)), why: t(codeKey("not-applied", why)), count });
  }
  return (
    <Banner tone="attention">
      <p>
        {t("matching-not-applied", { count: notApplied.length, number: format.number(notApplied.length) })}
      </p>
      <ul>
        {[...kinds].map(([id, { edit, why, count }]) => (
          <li key={id}>{t("matching-not-applied-of", { edit, why, number: format.number(count) })}</li>
        ))}
      </ul>
    </Banner>
  );
}
