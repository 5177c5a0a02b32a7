/** Runs as the view lists them: filters, counts, whose they are, and the frames that a run is judged by. */
import type { AbsentDto, MatchingDto, OwnerDto, OwnerRef, RunDto, RunStateDto } from "../../api";

export const FILTERS = ["all", "quarantined", "unmatched", "matched", "absent"] as const;
export type Filter = (typeof FILTERS)[number];

/** A run, or somebody who is absent, with the run of their card where there is one. */
export interface Row {
  /** A frame of the run; minus the subject's id for who is absent. */
  key: number;
  /** Place of the run among all. */
  at: number | null;
  absent: AbsentDto | null;
}

export const keyOf = (run: RunDto): number => run.keyframes[0] ?? run.frames[0] ?? 0;

export function rowsOf({ runs, absent }: MatchingDto, filter: Filter): Row[] {
  if (filter === "absent") {
    const cards = new Map(
      runs.flatMap((run, at) =>
        run.state === "absent" && run.proposed?.kind === "subject" ? [[run.proposed.id, at] as const] : [],
      ),
    );
    return absent.map((entry) => ({
      key: -entry.subjectId,
      at: cards.get(entry.subjectId) ?? null,
      absent: entry,
    }));
  }
  return runs.flatMap((run, at) =>
    filter === "all" || run.state === filter ? [{ key: keyOf(run), at, absent: null }] : [],
  );
}

export function countsOf({ runs, absent }: MatchingDto): Record<Filter, number> {
  const counts = { all: runs.length, quarantined: 0, unmatched: 0, matched: 0, absent: absent.length };
  for (const { state } of runs) if (state !== "absent") counts[state] += 1;
  return counts;
}

/** Place of the run that each frame is in. */
export function placesOf(runs: readonly RunDto[]): Map<number, number> {
  const places = new Map<number, number>();
  runs.forEach((run, at) => {
    for (const id of run.keyframes) places.set(id, at);
    for (const id of run.frames) places.set(id, at);
  });
  return places;
}

const refKey = ({ kind, id }: OwnerRef) => `${kind} ${id}`;

/** Finds people and classes by reference. */
export function ownersOf(owners: readonly OwnerDto[]): (ref: OwnerRef) => OwnerDto | undefined {
  const known = new Map(owners.map((owner) => [refKey(owner), owner]));
  return (ref) => known.get(refKey(ref));
}

/** Those without a name, who are protected, told apart by a number. */
export function namedOwners<Owner extends { name: string }>(
  owners: readonly Owner[],
  unnamed: (number: number) => string,
): Owner[] {
  let number = 0;
  return owners.map((owner) => (owner.name === "" ? { ...owner, name: unnamed((number += 1)) } : owner));
}

/** The first run of a state from `from` on, and round to it again. */
export function nextOf(runs: readonly RunDto[], from: number, state: RunStateDto): number | null {
  for (let step = 0; step < runs.length; step += 1) {
    const at = (from + step) % runs.length;
    if (runs[at]?.state === state) return at;
  }
  return null;
}

const isBeside = (one: RunDto, other: RunDto) =>
  one.sessionId === other.sessionId && one.camera === other.camera;

/** The run beside this one of the same session and camera. */
export function beside(runs: readonly RunDto[], at: number, step: -1 | 1): RunDto | undefined {
  const [run, other] = [runs[at], runs[at + step]];
  return run && other && isBeside(run, other) ? other : undefined;
}

export interface Shot {
  place: "before" | "own" | "after";
  isCard: boolean;
}

export interface Strip {
  ids: number[];
  shots: ReadonlyMap<number, Shot>;
}

/** Frames of the neighbours that are shown at each end. */
const NEIGHBOURS = 3;

/** The frames of a run between those that its neighbours end and begin with; `isCardLast`: cards come after portraits. */
export function stripOf(runs: readonly RunDto[], at: number, isCardLast: boolean): Strip {
  const shots = new Map<number, Shot>();
  const add = (run: RunDto | undefined, place: Shot["place"], from?: number, until?: number) => {
    if (!run) return;
    const cards = run.keyframes.map((id) => [id, { place, isCard: true }] as const);
    const portraits = run.frames.map((id) => [id, { place, isCard: false }] as const);
    const taken = isCardLast ? [...portraits, ...cards] : [...cards, ...portraits];
    for (const [id, shot] of taken.slice(from, until)) shots.set(id, shot);
  };
  add(beside(runs, at, -1), "before", -NEIGHBOURS);
  add(runs[at], "own");
  add(beside(runs, at, 1), "after", 0, NEIGHBOURS);
  return { ids: [...shots.keys()], shots };
}

/** Those of whom every typed word begins a word of the name or the class. */
export function matchingOwners<Owner extends Pick<OwnerDto, "name" | "className">>(
  owners: readonly Owner[],
  text: string,
  most: number,
): Owner[] {
  const typed = wordsOf(text);
  const found: Owner[] = [];
  for (const owner of owners) {
    const words = wordsOf(`${owner.name} ${owner.className}`);
    if (!typed.every((part) => words.some((word) => word.startsWith(part)))) continue;
    found.push(owner);
    if (found.length === most) break;
  }
  return found;
}

const wordsOf = (text: string) =>
  text
    .toLocaleLowerCase()
    .split(/[\s,-]+/)
    .filter(Boolean);
