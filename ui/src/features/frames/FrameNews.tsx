/** Says aloud what the eye sees: in the large view each photo's name, place and marks, in the grid a mark that was set. */
import { useEffect, useState } from "react";
import type { FrameCell } from "../../api";
import { codeKey, useFormat, useT } from "../../l10n";
import { useCell, type FrameCells } from "./cells";

/** Photos passed by on the way are not said. */
const REST_MS = 200;

export interface FrameNewsProps {
  /** The photo that a key would mark; null when it is none or many, of which a notice tells. */
  id: number | null;
  ids: readonly number[];
  cells: FrameCells;
  isLarge?: boolean;
}

export function FrameNews({ id, ids, cells, isLarge = false }: FrameNewsProps) {
  const news = useNews(id, ids, cells, isLarge);
  // Empty at first: only what changes in such a place is read aloud.
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSaid(news), REST_MS);
    return () => clearTimeout(timer);
  }, [news]);
  return (
    <p role="status" className="visually-hidden">
      {said}
    </p>
  );
}

function useNews(id: number | null, ids: readonly number[], cells: FrameCells, isLarge: boolean): string {
  const t = useT();
  const format = useFormat();
  const marksOf = useMarkWords();
  const cell = useCell(cells, id ?? 0);
  const [known, setKnown] = useState(cell);
  const [isMarked, setMarked] = useState(false);
  if (cell && cell !== known) {
    setKnown(cell);
    setMarked(known?.id === cell.id && (isMarked || stateOf(known) !== stateOf(cell)));
  }
  if (!cell || cell.id !== id || (!isLarge && !isMarked)) return "";
  const marks = marksOf(cell);
  if (!isLarge) return [cell.name, ...(marks.length > 0 ? marks : [t("frame-no-marks")])].join(", ");
  const at = format.number(ids.indexOf(id) + 1);
  return [cell.name, t("frame-position", { at, total: format.number(ids.length) }), ...marks].join(", ");
}

const stateOf = ({ rating, isRejected, color, isRetake }: FrameCell) =>
  [rating, isRejected, color, isRetake].join(" ");

/** The marks of a photo, each in words. */
export function useMarkWords(): (cell: FrameCell) => string[] {
  const t = useT();
  return ({ rating, isRejected, color, isRetake }) => [
    ...(rating > 0 ? [t("frame-rating-is", { rating })] : []),
    ...(isRejected ? [t("frame-is-rejected")] : []),
    ...(color === "none" ? [] : [t(codeKey("frame-color", color))]),
    ...(isRetake ? [t("frame-retake")] : []),
  ];
}
