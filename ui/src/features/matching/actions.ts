/** What can be done to a run, each with its keys; what cannot be done now has no `run`. */
import { BESIDE } from "../../components";
import type { MatchingDto } from "../../api";
import type { PlainKey } from "../../l10n";
import { beside } from "./runs";
import type { Edit, Review } from "./useReview";

export interface Action {
  id: string;
  label: PlainKey;
  /** The first ones are shown; others are what some keyboards make of them. */
  keys: readonly string[];
  shown: number;
  run?: () => void;
}

export function actionsOf({ runs, edits }: MatchingDto, review: Review): Action[] {
  const { at, run, cursor, strip, edit, undo, setPanel } = review;
  const frameId = run ? (run.frames[0] ?? run.keyframes[0]) : undefined;
  const shot = cursor === null ? undefined : strip.shots.get(cursor);
  const isOwn = shot?.place === "own";
  const isPortrait = isOwn && !shot.isCard;
  const hasPhotos = run !== undefined && run.frames.length > 0;
  const before = at === null ? undefined : beside(runs, at, -1);
  const after = at === null ? undefined : beside(runs, at, 1);
  const ofRun = (isPossible: boolean, rest: Omit<Edit, "frameId">) =>
    isPossible && frameId !== undefined ? { run: () => edit({ ...rest, frameId }) } : {};
  const ofFrame = (isPossible: boolean, rest: Omit<Edit, "frameId">) =>
    isPossible && cursor !== null ? { run: () => edit({ ...rest, frameId: cursor }) } : {};
  return [
    {
      id: "confirm",
      label: "matching-confirm",
      keys: ["c"],
      shown: 1,
      ...ofRun(hasPhotos && run.proposed !== null && run.state !== "matched", { kind: "confirm" }),
    },
    {
      id: "assign",
      label: "matching-assign",
      keys: ["a"],
      shown: 1,
      ...(hasPhotos ? { run: () => setPanel("assign") } : {}),
    },
    {
      id: "previous",
      label: "matching-to-previous",
      // where brackets need AltGr, comma and full stop are at hand
      keys: BESIDE.previous,
      shown: 2,
      ...ofRun(hasPhotos && before !== undefined, { kind: "shift", neighbour: "previous" }),
    },
    {
      id: "next",
      label: "matching-to-next",
      keys: BESIDE.next,
      shown: 2,
      ...ofRun(hasPhotos && after !== undefined, { kind: "shift", neighbour: "next" }),
    },
    {
      id: "split",
      label: "matching-split",
      keys: ["s"],
      shown: 1,
      ...ofFrame(isPortrait && cursor !== run?.frames[0], { kind: "split" }),
    },
    {
      id: "merge",
      label: "matching-merge",
      keys: ["j"],
      shown: 1,
      ...ofRun(before !== undefined, { kind: "merge" }),
    },
    {
      id: "code",
      label: "matching-type-code",
      keys: ["t"],
      shown: 1,
      ...(cursor === null ? {} : { run: () => setPanel("code") }),
    },
    {
      id: "not-a-card",
      label: "matching-not-a-card",
      keys: ["n"],
      shown: 1,
      ...ofFrame(isOwn && (shot.isCard || run?.reasons.includes("foreign_code") === true), {
        kind: "not_a_card",
      }),
    },
    {
      id: "undo",
      label: "matching-undo",
      keys: ["u", "ctrl+z"],
      shown: 1,
      ...(edits.length > 0 ? { run: undo } : {}),
    },
  ];
}
