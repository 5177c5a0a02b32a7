/**
 * The size of texts and controls, 100-200 %: a choice of this computer. Style sheets measure in rem, so that everything
 * grows with it; what is measured in script asks {@link usePixels}.
 */
import { useMemo, useSyncExternalStore } from "react";
import { isOneOfNumbers, readPreference, writePreference } from "../navigation";

export const TEXT_SIZES = [100, 110, 125, 150, 175, 200] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

const KEY = "text.size";
const USUAL: TextSize = 100;
/** Pixels of a rem at the usual size. */
const REM = 16;

const listeners = new Set<() => void>();
const current = (): TextSize => readPreference(KEY, USUAL, isOneOfNumbers(TEXT_SIZES));

/** Narrower than these, at the usual size, the window folds and stacks what stands side by side. */
const NARROW = 960;
const TIGHT = 704;

/**
 * Puts the size in force, and says on the root whether there is little room for it: `data-narrow`, `data-tight`. Queries
 * of width would not do, as they do not see that the text has grown.
 */
function applyTextSize(): void {
  const size = current();
  const root = document.documentElement;
  root.style.fontSize = size === USUAL ? "" : `${size}%`;
  const room = (window.innerWidth * USUAL) / size;
  root.toggleAttribute("data-narrow", room <= NARROW);
  root.toggleAttribute("data-tight", room <= TIGHT);
}

/** Keeps it in force while the window changes its width. */
export function watchRoom(): () => void {
  applyTextSize();
  window.addEventListener("resize", applyTextSize);
  return () => window.removeEventListener("resize", applyTextSize);
}

export function setTextSize(size: TextSize): void {
  writePreference(KEY, size);
  applyTextSize();
  listeners.forEach((listener) => listener());
}

/** One step larger (1) or smaller (-1), or back to the usual size (0). */
export function stepTextSize(step: -1 | 0 | 1): void {
  const at = TEXT_SIZES.indexOf(current()) + step;
  setTextSize(step === 0 ? USUAL : (TEXT_SIZES[Math.max(0, at)] ?? current()));
}

export function useTextSize(): TextSize {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, current);
}

/** Pixels at the present size of what is so many at the usual one. */
export function usePixels(): (usual: number) => number {
  const size = useTextSize();
  return useMemo(() => {
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || (REM * size) / 100;
    return (usual) => (usual * rem) / REM;
  }, [size]);
}

/** A length for a style, which follows the size by itself. */
export const inRem = (usual: number): string => `${usual / REM}rem`;
