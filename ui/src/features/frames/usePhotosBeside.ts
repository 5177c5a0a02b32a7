/** A list, the photos of its current row beside it, and the large view over both: the focus, and the ways between them. */
import { useCallback, useEffect, useRef } from "react";
import { isFocusFree, type GridHandle, type RowListHandle } from "../../components";
import { useBack, useGo, useSearchValues, type Path } from "../../navigation";

export interface PhotosBesideOptions {
  path: Path;
  hasRows: boolean;
  /** The photo that keys act on. */
  cursor: number | null;
  setCursor(frameId: number): void;
  /** Escape in the list. */
  onLeave(): void;
}

export function usePhotosBeside({ path, hasRows, cursor, setCursor, onLeave }: PhotosBesideOptions) {
  const go = useGo();
  const isLarge = useSearchValues().large === 1;
  const closeLarge = useBack(path);
  const list = useRef<RowListHandle>(null);
  const photos = useRef<GridHandle>(null);
  const beside = useRef<HTMLDivElement>(null);
  const wasLarge = useRef(isLarge);

  useEffect(() => {
    const hasClosed = wasLarge.current && !isLarge;
    wasLarge.current = isLarge;
    if (hasClosed && photos.current) photos.current.focus();
    // a list that has come, at first or after nothing fitted; what is being typed keeps the focus
    else if (hasRows && !isLarge && isFocusFree()) list.current?.focus();
  }, [hasRows, isLarge]);
  const isNoneLeft = isLarge && cursor === null;
  useEffect(() => {
    if (isNoneLeft) go(path, {}, { replace: true });
  }, [isNoneLeft, go, path]);

  const open = useCallback(
    (frameId: number) => {
      setCursor(frameId);
      go(path, { large: 1 });
    },
    [setCursor, go, path],
  );
  const leave = () => {
    if (beside.current?.contains(document.activeElement)) list.current?.focus();
    else onLeave();
  };
  return { list, photos, beside, isLarge, open, closeLarge, leave };
}
