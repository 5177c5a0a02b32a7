import { ImageOff } from "lucide-react";
import { memo, useState, type CSSProperties } from "react";
import { usePlatform } from "../../api";
import { cx } from "../../components";
import { useT } from "../../l10n";
import { useCell, type FrameCells } from "./cells";
import styles from "./Compare.module.css";
import { useMarkWords } from "./FrameNews";
import frameStyles from "./Frames.module.css";
import { MarkSigns } from "./FrameThumb";
import { boxIn, type Point, type Size, type View } from "./syncZoom";
import { roomOf } from "./useSyncZoom";

export interface ComparePaneProps {
  id: number;
  column: number;
  cells: FrameCells;
  view: View;
  /** Of what the pane shows the picture in; null until it is measured. */
  size: Size | null;
  isFocused: boolean;
  /** The picture is looked at closely, or has been. */
  isSharp: boolean;
  onFocus(id: number): void;
}

/** One photo of a comparison, with its name and marks. */
export const ComparePane = memo(function ComparePane(props: ComparePaneProps) {
  const { id, cells, view, isFocused } = props;
  const t = useT();
  const marksOf = useMarkWords();
  const cell = useCell(cells, id);
  const [isUnsharp, setUnsharp] = useState(false);
  const hasPicture = cell?.hasPreview ?? true;
  const turn = cell?.turn ?? 0;
  const { size } = props;
  const box = size && boxIn(view, roomOf(cell, size));
  return (
    <div
      role="gridcell"
      aria-colindex={props.column}
      aria-label={cell ? [cell.name, ...marksOf(cell)].join(", ") : t("frame-name-alone", { name: "" })}
      {...(isFocused ? { "aria-current": true } : {})}
      data-pane={id}
      tabIndex={isFocused ? 0 : -1}
      className={cx(
        styles.pane,
        view.level > 0 && styles.isZoomed,
        cell?.isRejected && cx(styles.isRejected, frameStyles.rejected),
      )}
      onFocus={() => props.onFocus(id)}
    >
      <div className={styles.sight} data-sight>
        {hasPicture && box ? (
          <Picture key={turn} {...props} turn={turn} box={box} onUnsharp={() => setUnsharp(true)} />
        ) : null}
        {hasPicture ? null : <Nothing words={t("frame-no-picture")} />}
        {cell ? (
          <div className={styles.signs} style={hasPicture && box && size ? shownPart(box, size) : undefined}>
            <MarkSigns cell={cell} />
          </div>
        ) : null}
      </div>
      <div className={cx(frameStyles.caption, styles.caption)}>
        <span className={frameStyles.name} title={cell?.name}>
          {cell?.name}
        </span>
        {isUnsharp ? <span role="status">{t("frame-unsharp")}</span> : null}
      </div>
    </div>
  );
});

/** Marks lie on the picture, not on the ground beside it. */
function shownPart(box: Size & Point, { width, height }: Size): CSSProperties {
  return {
    left: Math.max(0, box.x),
    top: Math.max(0, box.y),
    right: Math.max(0, width - box.x - box.width),
    bottom: Math.max(0, height - box.y - box.height),
  };
}

interface PictureProps {
  id: number;
  turn: number;
  isSharp: boolean;
  box: Size & Point;
  onUnsharp(): void;
}

/** The preview, and over it the full-size picture once that has come. */
function Picture({ id, turn, isSharp, box, onUnsharp }: PictureProps) {
  const t = useT();
  const platform = usePlatform();
  const [isBroken, setBroken] = useState(false);
  const [full, setFull] = useState<"coming" | "shown" | "failed">("coming");
  if (isBroken) return <Nothing words={t("frame-unreadable")} />;
  return (
    <div
      className={styles.layer}
      style={{
        width: box.width,
        height: box.height,
        // on whole pixels, as else 100 % would be blurred
        transform: `translate(${Math.round(box.x)}px, ${Math.round(box.y)}px)`,
      }}
    >
      <img
        src={platform.photoUrl("preview", id, turn)}
        alt=""
        decoding="async"
        draggable={false}
        onError={() => setBroken(true)}
      />
      {isSharp && full !== "failed" ? (
        <img
          className={cx(full === "coming" && styles.isComing)}
          src={platform.photoUrl("full", id, turn)}
          alt=""
          decoding="async"
          draggable={false}
          onLoad={() => setFull("shown")}
          onError={() => {
            setFull("failed");
            onUnsharp();
          }}
        />
      ) : null}
    </div>
  );
}

function Nothing({ words }: { words: string }) {
  return (
    <div className={cx(frameStyles.nothing, styles.nothing)}>
      <ImageOff size="2rem" strokeWidth={1.25} aria-hidden />
      {words}
    </div>
  );
}
