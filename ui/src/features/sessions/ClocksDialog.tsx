/** Cameras whose clocks were off while a session was photographed: the right time of one photo corrects all of its camera. */
import { useState } from "react";
import { useMethod, type CameraClockDto, type FrameFacts } from "../../api";
import { Button, DateTimeField, Dialog, ErrorText } from "../../components";
import { useFormat, useT } from "../../l10n";
import styles from "./Sessions.module.css";
import { LEAST_CLOCK_MS, useClockCorrecting } from "./useClockCorrecting";

interface ClocksProps {
  sessionId: number;
  /** The photo that the grid's focus is on: its time is asked for, and the first photo's of every other camera. */
  current: number | null;
  onClose(): void;
}

export function ClocksDialog({ sessionId, current, onClose }: ClocksProps) {
  const t = useT();
  const read = useMethod("session_clocks", { id: sessionId }, { staleTime: 0 });
  const photo = useMethod("frame_get", { id: current ?? 0 }, { enabled: current !== null });
  const isRead = read.data !== undefined && (current === null || !photo.isPending);
  const { correct, isPending, error } = useClockCorrecting();
  /** Corrections by camera; a camera is missing while nothing was said of it. */
  const [wanted, setWanted] = useState<ReadonlyMap<number, number | null>>(new Map());
  const changed = (read.data?.clocks ?? []).flatMap((clock) => {
    const offsetMs = wanted.get(clock.cameraId);
    return offsetMs === undefined || offsetMs === clock.offsetMs
      ? []
      : [{ sessionId, cameraId: clock.cameraId, offsetMs }];
  });
  const whole = changed.flatMap(({ offsetMs, ...of }) => (offsetMs === null ? [] : [{ ...of, offsetMs }]));
  const save = () => {
    void correct(whole).then((isDone) => {
      if (isDone) onClose();
    });
  };
  return (
    <Dialog
      title={t("clock-title")}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t("app-cancel")}</Button>
          <Button
            variant="primary"
            isPending={isPending}
            isDisabled={changed.length === 0 || whole.length < changed.length}
            onPress={save}
          >
            {t("app-save")}
          </Button>
        </>
      }
    >
      <p className={styles.lead}>{t("clock-text")}</p>
      {isRead && read.data.clocks.length === 0 ? <p>{t("clock-none")}</p> : null}
      {isRead
        ? read.data.clocks.map((clock) => (
            <CameraClock
              key={clock.cameraId}
              clock={clock}
              photo={photo.data && isOf(photo.data, clock) ? photo.data : null}
              offsetMs={wanted.get(clock.cameraId) ?? null}
              isSaid={wanted.has(clock.cameraId)}
              onChange={(offsetMs) => setWanted(new Map(wanted).set(clock.cameraId, offsetMs))}
            />
          ))
        : null}
      {read.error ? <ErrorText error={read.error} onRetry={() => void read.refetch()} /> : null}
      {error ? <ErrorText error={error} /> : null}
    </Dialog>
  );
}

const isOf = (photo: FrameFacts, clock: CameraClockDto): boolean =>
  photo.takenAt !== null && (photo.camera ?? "") === clock.camera && (photo.serial ?? "") === clock.serial;

interface CameraClockProps {
  clock: CameraClockDto;
  /** Whose time is asked for; else that of the camera's first. */
  photo: FrameFacts | null;
  offsetMs: number | null;
  isSaid: boolean;
  onChange(offsetMs: number | null): void;
}

function CameraClock({ clock, photo, offsetMs, isSaid, onChange }: CameraClockProps) {
  const t = useT();
  const format = useFormat();
  const shownAt = photo?.takenAt ?? clock.firstTakenAt;
  // the camera's own time, to the second
  const ownAt = Math.floor((shownAt - clock.offsetMs) / 1_000) * 1_000;
  const offset = isSaid ? offsetMs : clock.offsetMs;
  const name = [clock.camera || t("matching-clock-unnamed"), clock.serial].filter(Boolean).join(" · ");
  return (
    <section className={styles.clock}>
      <DateTimeField
        label={name}
        help={offset === null ? t("clock-incomplete") : <ClockWords offsetMs={offset} />}
        value={offset === null ? null : ownAt + offset}
        onChange={(moment) => onChange(moment === null ? null : moment - ownAt)}
      />
      <p className={styles.clockOf}>
        {photo
          ? t("clock-of-photo", { name: photo.name })
          : t("clock-of-first", { count: clock.frames, number: format.number(clock.frames) })}
      </p>
      {offset !== 0 ? (
        <Button size="small" onPress={() => onChange(0)}>
          {t("clock-right")}
        </Button>
      ) : null}
    </section>
  );
}

function ClockWords({ offsetMs }: { offsetMs: number }) {
  const t = useT();
  const format = useFormat();
  if (Math.abs(offsetMs) < LEAST_CLOCK_MS) return <>{t("clock-is-right")}</>;
  const time = format.clockError(offsetMs);
  return <>{t(offsetMs > 0 ? "clock-behind" : "clock-ahead", { time })}</>;
}
