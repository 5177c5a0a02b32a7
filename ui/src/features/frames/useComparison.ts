/** Which photos of a list are compared. That they are is in the address, so that going back leaves the comparison. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useToast } from "../../components";
import { useT, type PlainKey } from "../../l10n";
import { useBack, useGo, useSearchValues, type Path } from "../../navigation";
import type { FrameChoice } from "./FrameGrid";

const MOST = 4;

export interface Comparison {
  /** In the order of the list; null while nothing is compared. */
  compared: readonly number[] | null;
  open(): void;
  takeOut(id: number): void;
  close(): void;
}

/** Why these cannot be compared. */
export function whyNotCompared(count: number): PlainKey | null {
  if (count < 2) return "frame-compare-few";
  return count > MOST ? "frame-compare-most" : null;
}

export function useComparison(path: Path, ids: readonly number[], choice: FrameChoice): Comparison {
  const t = useT();
  const go = useGo();
  const toast = useToast();
  const close = useBack(path);
  const [kept, setKept] = useState<readonly number[] | null>(null);
  const isInAddress = useSearchValues().compare === 1;
  const { chosen, setCurrent, setSelected } = choice;

  const isStale = isInAddress && kept === null;
  useEffect(() => {
    if (isStale) go(path, {}, { replace: true });
  }, [isStale, go, path]);

  // the same function for every choice: what is drawn for it must not be drawn again for each key
  const latest = useRef({ ids, chosen });
  useLayoutEffect(() => {
    latest.current = { ids, chosen };
  });
  const open = useCallback(() => {
    const { ids, chosen } = latest.current;
    const wanted = chosen.length === 1 ? withNext(ids, chosen[0]) : chosen;
    if (wanted.length < 2) return toast({ tone: "info", text: t("frame-compare-alone") });
    if (wanted.length > MOST) return toast({ tone: "info", text: t("frame-compare-most") });
    setKept(wanted);
    go(path, { compare: 1 });
  }, [go, path, t, toast]);

  const takeOut = useCallback(
    (id: number) => {
      const rest = kept?.filter((other) => other !== id) ?? [];
      if (rest.length > 1) return setKept(rest);
      // Marks then go to the photo that is left, and not to all that were compared.
      setSelected(new Set());
      setCurrent(rest[0] ?? null);
      close();
    },
    [kept, setSelected, setCurrent, close],
  );
  return { compared: isInAddress ? kept : null, open, takeOut, close };
}

/** With the one after it; the last photo of the list, with the one before. */
function withNext(ids: readonly number[], id: number | undefined): readonly number[] {
  const at = ids.findIndex((other) => other === id);
  const from = Math.max(0, Math.min(at, ids.length - 2));
  return ids.slice(from, from + 2);
}
