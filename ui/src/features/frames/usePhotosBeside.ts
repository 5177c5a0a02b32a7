/** A list, what its current row holds beside it, and the large view over both: the focus, and the ways between them. */
import { useCallback, useEffect, useRef } from "react";
import { isFocusFree, type GridHandle, type RowListHandle } from "../../components";
import { useBack, useGo, useSearchValues, type Path, type Search } from "../../navigation";

export interface PhotosBesideOptions {
  path: Path;
  /** What the address says besides, while the current row is looked at. */
  search?: Search;
  /** Of the current row; undefined while nothing is listed. */
  rowKey: number | undefined;
  /** The photo that keys act on. */
  cursor: number | null;
  setCursor(frameId: number): void;
  /** Escape in the list. */
  onLeave(): void;
}

const NOTHING: Search = {};

export function usePhotosBeside(options: PhotosBesideOptions) {
  const { path, search = NOTHING, rowKey, cursor, setCursor, onLeave } = options;
  const go = useGo();
  const isLarge = useSearchValues().large === 1;
  const closeLarge = useBack(path, search);
  const list = useRef<RowListHandle>(null);
  const photos = useRef<GridHandle>(null);
  const beside = useRef<HTMLDivElement>(null);
  const wasLarge = useRef(isLarge);
  /** From where the large view was opened. */
  const wasBeside = useRef(true);
  /** What the large view showed last. */
  const seen = useRef<number | null>(null);
  const isComingBack = useRef(false);

  useEffect(() => {
    if (isLarge) seen.current = cursor;
  }, [isLarge, cursor]);
  useEffect(() => {
    const hasClosed = wasLarge.current && !isLarge;
    wasLarge.current = isLarge;
    if (hasClosed || isComingBack.current) {
      if (photos.current && wasBeside.current) photos.current.focus();
      else list.current?.focus();
    }
    // a list that has come, or the row beside which the focus was that has gone; what is being typed keeps the focus
    else if (rowKey !== undefined && !isLarge && isFocusFree()) list.current?.focus();
    // the address of before the large view does not know how far one went in it
    isComingBack.current = hasClosed && seen.current !== null && seen.current !== cursor;
    if (isComingBack.current && seen.current !== null) setCursor(seen.current);
  }, [rowKey, cursor, isLarge, setCursor]);
  const isNoneLeft = isLarge && cursor === null;
  useEffect(() => {
    if (isNoneLeft) go(path, search, { replace: true });
  }, [isNoneLeft, go, path, search]);

  const open = useCallback(
    (frameId: number) => {
      wasBeside.current = beside.current?.contains(document.activeElement) === true;
      setCursor(frameId);
      go(path, { ...search, large: 1 });
    },
    [setCursor, go, path, search],
  );
  const leave = () => {
    if (beside.current?.contains(document.activeElement)) list.current?.focus();
    else onLeave();
  };
  return { list, photos, beside, isLarge, open, closeLarge, leave };
}
