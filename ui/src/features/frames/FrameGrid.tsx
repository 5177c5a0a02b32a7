/** The photo grid over a list of frame ids, and what is current and selected in it. */
import { useCallback, useMemo, useState, type Ref } from "react";
import { PhotoGrid, useKeys, type GridGroup, type GridHandle } from "../../components";
import { useT } from "../../l10n";
import type { FrameCells } from "./cells";
import { FrameThumb } from "./FrameThumb";

const NONE: readonly number[] = [];
const NO_SELECTION: ReadonlySet<number> = new Set();

export interface FrameChoice {
  /** The photo that keys act on, at first the first one; null when there is none. */
  current: number | null;
  /** Somebody has been at a photo, so that the current one is meant. */
  isMeant: boolean;
  setCurrent(id: number | null): void;
  /** What a filter hides is neither counted nor marked. */
  selected: ReadonlySet<number>;
  setSelected(selected: ReadonlySet<number>): void;
  /** The selected photos in the order of the list; the current one when none is selected. */
  chosen: readonly number[];
}

/** `start`: the photo that the list was left at. */
export function useFrameChoice(ids: readonly number[], start: number | null = null): FrameChoice {
  const [wished, setCurrent] = useState(start);
  const [selection, setSelected] = useState(NO_SELECTION);
  const current = useCurrent(ids, wished);
  const within = useMemo(
    () => (selection.size > 0 ? ids.filter((id) => selection.has(id)) : NONE),
    [ids, selection],
  );
  const selected = useMemo(
    () => (within.length === selection.size ? selection : new Set(within)),
    [within, selection],
  );
  const chosen = useMemo(
    () => (within.length > 0 || current === null ? within : [current]),
    [within, current],
  );
  return { current, isMeant: wished !== null, setCurrent, selected, setSelected, chosen };
}

/** The wished photo, or what took its place when a filter let it go. */
function useCurrent(ids: readonly number[], wished: number | null): number | null {
  const [place, setPlace] = useState({ ids, id: wished, index: 0 });
  const index = useMemo(() => new Map(ids.map((id, at) => [id, at])), [ids]);
  const sought = wished ?? place.id;
  const at = (sought === null ? undefined : index.get(sought)) ?? -1;
  const now = at >= 0 ? at : Math.max(0, Math.min(place.index, ids.length - 1));
  const id = ids[now] ?? null;
  if (place.ids !== ids || place.id !== id || place.index !== now) setPlace({ ids, id, index: now });
  return id;
}

export interface FrameGridProps {
  label: string;
  ids: readonly number[];
  /** How they are grouped. */
  groups?: readonly GridGroup[];
  cells: FrameCells;
  choice: FrameChoice;
  /** Wished width of a cell in pixels. */
  size: number;
  onOpen(id: number): void;
  gridRef?: Ref<GridHandle>;
}

export function FrameGrid({ label, ids, groups, cells, choice, size, onOpen, gridRef }: FrameGridProps) {
  const t = useT();
  useKeys([
    ...["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"].map((keys) => ({
      keys,
      label: t("app-key-cells"),
    })),
    ...["PageUp", "PageDown"].map((keys) => ({ keys, label: t("app-key-pages") })),
    ...["Home", "End"].map((keys) => ({ keys, label: t("app-key-ends") })),
  ]);
  const renderCell = useCallback((id: number) => <FrameThumb cells={cells} id={id} />, [cells]);
  const want = useCallback((shown: readonly number[]) => cells.want(shown), [cells]);
  return (
    <PhotoGrid
      label={label}
      ids={ids}
      {...(groups ? { groups } : {})}
      cellSize={size}
      renderCell={renderCell}
      current={choice.current}
      onCurrent={choice.setCurrent}
      selected={choice.selected}
      onSelected={choice.setSelected}
      onOpen={onOpen}
      onVisible={want}
      {...(gridRef ? { gridRef } : {})}
    />
  );
}
