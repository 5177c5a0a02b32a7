import { ImageOff, RotateCcw } from "lucide-react";
import { useMemo } from "react";
import type { SessionDto } from "../../api";
import { Badge, Button, ICON, type Column } from "../../components";
import { useFormat, useT } from "../../l10n";
import { Photo } from "../frames/Photo";
import styles from "./Sessions.module.css";

/** Columns of the list of sessions; one with the state only while there is something to resume. */
export function useSessionColumns(
  rows: readonly SessionDto[],
  onResume: (importId: number) => void,
): Column<SessionDto>[] {
  const t = useT();
  const format = useFormat();
  const isResumable = rows.some((row) => row.resumableImportId !== null);
  return useMemo(() => {
    const columns: Column<SessionDto>[] = [
      {
        id: "name",
        header: t("session-column-name"),
        width: 240,
        grow: 3,
        sortValue: (row) => row.name,
        cell: (row) => (
          <span className={styles.named}>
            <Cover frameId={row.coverFrameId} />
            <span className={styles.name} title={row.name}>
              {row.name}
            </span>
          </span>
        ),
      },
      {
        id: "photographer",
        header: t("session-column-photographer"),
        width: 128,
        sortValue: (row) => row.photographer,
        cell: (row) => row.photographer,
      },
      {
        id: "taken",
        header: t("session-column-taken"),
        width: 222,
        grow: 0,
        sortValue: (row) => row.firstTakenAt ?? row.createdAt,
        cell: (row) =>
          row.firstTakenAt === null
            ? ""
            : format.dateRange(row.firstTakenAt, row.lastTakenAt ?? row.firstTakenAt),
      },
      {
        id: "frames",
        header: t("session-column-frames"),
        width: 88,
        grow: 0,
        align: "end",
        sortValue: (row) => row.frames,
        cell: (row) => format.number(row.frames),
      },
      {
        id: "rejected",
        header: t("session-column-rejected"),
        width: 88,
        grow: 0,
        align: "end",
        sortValue: (row) => row.rejected,
        cell: (row) => (row.rejected ? format.number(row.rejected) : ""),
      },
    ];
    if (isResumable)
      columns.push({
        id: "state",
        isAlwaysShown: true,
        header: t("session-column-state"),
        width: 328,
        grow: 0,
        cell: ({ resumableImportId }) =>
          resumableImportId === null ? (
            ""
          ) : (
            <>
              <Badge tone="attention">{t("session-interrupted")}</Badge>
              <Button size="small" icon={RotateCcw} onPress={() => onResume(resumableImportId)}>
                {t("session-resume")}
              </Button>
            </>
          ),
      });
    return columns;
  }, [t, format, isResumable, onResume]);
}

function Cover({ frameId }: { frameId: number | null }) {
  return (
    <span className={styles.cover}>
      {frameId === null ? <ImageOff {...ICON} /> : <Photo id={frameId} alt="" isTiny />}
    </span>
  );
}
