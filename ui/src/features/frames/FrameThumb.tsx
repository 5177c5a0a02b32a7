import { ImageOff, Repeat2, Star, X } from "lucide-react";
import type { CSSProperties } from "react";
import type { FrameCell } from "../../api";
import { cx } from "../../components";
import { codeKey, useT } from "../../l10n";
import { useCell, type FrameCells } from "./cells";
import { ColorSign } from "./ColorSign";
import styles from "./Frames.module.css";
import { Photo } from "./Photo";

/** A cell of the photo grid: the picture, its name below, its marks in the corners as shape and colour. */
export function FrameThumb({ cells, id }: { cells: FrameCells; id: number }) {
  const cell = useCell(cells, id);
  return <Thumb {...(cell ? { cell } : {})} />;
}

/** The largest room of the picture's shape within the cell's box, which is nearly a square, so that marks lie on the picture. */
export function fitted({ width, height }: FrameCell): CSSProperties | undefined {
  if (width === 0 || height === 0) return undefined;
  const isLying = width >= height;
  return {
    width: isLying ? "100%" : "auto",
    height: isLying ? "auto" : "100%",
    aspectRatio: `${width} / ${height}`,
  };
}

function Thumb({ cell }: { cell?: FrameCell }) {
  const t = useT();
  if (!cell)
    return (
      <div className={styles.cell}>
        <div className={cx(styles.box, styles.waiting)} />
        <div className={styles.caption} />
      </div>
    );
  return (
    <div className={cx(styles.cell, cell.isRejected && styles.rejected)}>
      <div className={cx(styles.box, !cell.hasPreview && styles.waiting)}>
        <div className={styles.fit} style={cell.hasPreview ? fitted(cell) : undefined}>
          {cell.hasPreview ? (
            <Photo id={cell.id} turn={cell.turn} alt="" className={styles.picture} />
          ) : (
            <span className={styles.absent}>
              <ImageOff size="1.25rem" strokeWidth={1.5} aria-hidden />
              {t("frame-no-picture")}
            </span>
          )}
          <MarkSigns cell={cell} />
        </div>
      </div>
      <div className={styles.caption}>
        <span className={styles.name} title={cell.name}>
          {cell.name}
        </span>
        {cell.hasRaw ? <span className={styles.raw}>{t("frame-has-raw")}</span> : null}
      </div>
    </div>
  );
}

/** What is marked, in the corners of what it is laid over. */
export function MarkSigns({ cell }: { cell: FrameCell }) {
  const t = useT();
  return (
    <>
      {cell.rating > 0 ? (
        <span className={styles.stars} role="img" aria-label={t("frame-rating-is", { rating: cell.rating })}>
          {Array.from({ length: cell.rating }, (_, index) => (
            <Star key={index} size="0.625rem" fill="currentColor" strokeWidth={0} aria-hidden />
          ))}
        </span>
      ) : null}
      {cell.isRejected ? (
        <span className={styles.reject} role="img" aria-label={t("frame-is-rejected")}>
          <X size="0.875rem" strokeWidth={2.5} aria-hidden />
        </span>
      ) : null}
      {cell.color === "none" ? null : (
        <span className={styles.color} role="img" aria-label={t(codeKey("frame-color", cell.color))}>
          <ColorSign color={cell.color} size="0.75rem" />
        </span>
      )}
      {cell.isRetake ? (
        <span className={styles.retake} role="img" aria-label={t("frame-retake")}>
          <Repeat2 size="0.875rem" strokeWidth={2} aria-hidden />
        </span>
      ) : null}
    </>
  );
}
