/** The photos of the run that is looked at, with those that its neighbours end and begin with dimmed beside them. */
import { ArrowLeftToLine, ArrowRightToLine, IdCard } from "lucide-react";
import { useCallback, type Ref } from "react";
import { Badge, PhotoGrid, cx, useKeys, type GridHandle } from "../../components";
import { useT, type PlainKey } from "../../l10n";
import type { FrameCells } from "../frames/cells";
import { FrameThumb } from "../frames/FrameThumb";
import styles from "./Matching.module.css";
import type { Shot, Strip } from "./runs";

export interface RunStripProps {
  strip: Strip;
  cells: FrameCells;
  cursor: number | null;
  onCursor(frameId: number): void;
  onOpen(frameId: number): void;
  stripRef: Ref<GridHandle>;
}

const WORDS = {
  before: { card: "matching-is-before-card", portrait: "matching-is-before" },
  own: { card: "matching-is-card", portrait: "matching-is-card" },
  after: { card: "matching-is-after-card", portrait: "matching-is-after" },
} as const satisfies Record<Shot["place"], Record<"card" | "portrait", PlainKey>>;

/** Wished width of a photo in pixels. */
const SIZE = 148;
/** Room for the name and for what the photo is. */
const CAPTION = 52;

export function RunStrip({ strip, cells, cursor, onCursor, onOpen, stripRef }: RunStripProps) {
  const t = useT();
  const { ids, shots } = strip;
  useKeys([
    ...["ArrowLeft", "ArrowRight"].map((keys) => ({ keys, label: t("app-key-cells") })),
    { keys: "Enter", label: t("frame-open") },
    { keys: " ", label: t("frame-open") },
  ]);
  const renderCell = useCallback(
    (id: number) => {
      const shot = shots.get(id);
      return (
        <div className={cx(styles.shot, shot?.place !== "own" && styles.isNeighbour)}>
          <FrameThumb cells={cells} id={id} />
          <span className={styles.kind}>
            {shot && (shot.isCard || shot.place !== "own") ? (
              <Badge
                icon={shot.isCard ? IdCard : shot.place === "before" ? ArrowLeftToLine : ArrowRightToLine}
              >
                {t(WORDS[shot.place][shot.isCard ? "card" : "portrait"])}
              </Badge>
            ) : null}
          </span>
        </div>
      );
    },
    [cells, shots, t],
  );
  const want = useCallback((shown: readonly number[]) => cells.want(shown), [cells]);
  return (
    <PhotoGrid
      label={t("matching-strip")}
      ids={ids}
      cellSize={SIZE}
      captionHeight={CAPTION}
      renderCell={renderCell}
      current={cursor}
      onCurrent={onCursor}
      onOpen={onOpen}
      onVisible={want}
      gridRef={stripRef}
    />
  );
}
