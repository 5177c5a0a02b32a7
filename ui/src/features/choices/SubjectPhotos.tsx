/** The photos of one subject, each with what it stands for. */
import { Check, RotateCcw } from "lucide-react";
import { useCallback, useMemo, type Ref } from "react";
import type { BasisDto, SubjectChoicesDto } from "../../api";
import { Badge, PhotoGrid, useKeys, type GridHandle } from "../../components";
import { codeKey, useT } from "../../l10n";
import type { FrameCells } from "../frames/cells";
import { FrameThumb } from "../frames/FrameThumb";
import styles from "./Choices.module.css";
import { standsFor } from "./choices";

export interface SubjectPhotosProps {
  subject: SubjectChoicesDto;
  cells: FrameCells;
  cursor: number | null;
  onCursor(frameId: number): void;
  onOpen(frameId: number): void;
  gridRef: Ref<GridHandle>;
}

/** What the shape and the colour say, for who does not see them. */
function Basis({ basis }: { basis: BasisDto }) {
  const t = useT();
  return <span className="visually-hidden">: {t(codeKey("choice-basis", basis))}</span>;
}

/** Wished width of a photo in pixels. */
const SIZE = 208;
/** Room for the name and for three rows of what it stands for. */
const CAPTION = 104;

export function SubjectPhotos({ subject, cells, cursor, onCursor, onOpen, gridRef }: SubjectPhotosProps) {
  const t = useT();
  const ids = useMemo(() => subject.frames.map(({ frameId }) => frameId), [subject.frames]);
  useKeys([
    ...["ArrowLeft", "ArrowRight"].map((keys) => ({ keys, label: t("app-key-cells") })),
    { keys: "Enter", label: t("frame-open") },
  ]);
  const renderCell = useCallback(
    (id: number) => (
      <div className={styles.photo}>
        <FrameThumb cells={cells} id={id} />
        <span className={styles.uses}>
          {subject.frames.find(({ frameId }) => frameId === id)?.isRetake ? (
            <Badge icon={RotateCcw}>{t("choices-retake")}</Badge>
          ) : null}
          {standsFor(subject, id).map(({ purpose, basis }) =>
            basis === "chosen" ? (
              <Badge key={purpose} tone="done" icon={Check}>
                {t(codeKey("purpose", purpose))}
                <Basis basis={basis} />
              </Badge>
            ) : (
              <span key={purpose} className={styles.fallback}>
                {t(codeKey("purpose", purpose))}
                {basis ? <Basis basis={basis} /> : null}
              </span>
            ),
          )}
        </span>
      </div>
    ),
    [cells, subject, t],
  );
  const want = useCallback((shown: readonly number[]) => cells.want(shown), [cells]);
  return (
    <PhotoGrid
      label={t("choices-grid")}
      ids={ids}
      cellSize={SIZE}
      captionHeight={CAPTION}
      renderCell={renderCell}
      current={cursor}
      onCurrent={onCursor}
      onOpen={onOpen}
      onVisible={want}
      gridRef={gridRef}
    />
  );
}
