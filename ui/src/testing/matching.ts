/** A job's matching for tests: five runs of one camera, of which three need a look, and a register that takes edits. */
import type { MatchingDto, MatchingEditDto, MatchingEditEntry, OwnerDto, RunDto } from "../api/generated";
import { wireError, type FakeAnswers } from "../platform/fake";
import { AT, job } from "./office";

export const AINO: OwnerDto = {
  kind: "subject",
  id: 601,
  name: "Virtanen Aino",
  className: "5A",
  isProtected: false,
};
export const VILLE: OwnerDto = { ...AINO, id: 602, name: "Malli Ville" };
/** Protected: nobody hears of the class. */
export const AKE: OwnerDto = { ...AINO, id: 603, name: "Öhman Åke", className: "", isProtected: true };
export const CLASS: OwnerDto = { kind: "group", id: 251, name: "5A", className: "", isProtected: false };

export function run(part: Partial<RunDto> = {}): RunDto {
  return {
    sessionId: 11,
    camera: "Canon EOS R6",
    keyframes: [1],
    frames: [2, 3],
    cardKind: "subject",
    card: "SK1-7Q4M2-0042-N",
    proposed: { kind: "subject", id: 601 },
    state: "matched",
    confidence: "high",
    reasons: [],
    notes: [],
    hand: null,
    suggestions: [],
    ...part,
  };
}

export const PAUSED = run({
  keyframes: [4],
  frames: [5, 6, 7],
  proposed: { kind: "subject", id: 602 },
  state: "quarantined",
  confidence: "low",
  reasons: ["time_gap"],
  notes: [{ kind: "frames_missing", count: 2 }],
  suggestions: [603],
});
export const UNREADABLE = run({
  keyframes: [8],
  frames: [9, 10],
  cardKind: null,
  card: "",
  proposed: null,
  state: "quarantined",
  confidence: "none",
  reasons: ["unreadable_card"],
});
export const LONG = run({
  keyframes: [11],
  frames: [12, 13, 14, 15],
  state: "quarantined",
  confidence: "low",
  reasons: ["too_many_frames"],
});
export const NOBODYS = run({
  keyframes: [],
  frames: [16, 17],
  cardKind: null,
  card: "",
  proposed: null,
  state: "unmatched",
  confidence: "none",
  reasons: ["no_card_before"],
});
export const RUNS = [run(), PAUSED, UNREADABLE, LONG, NOBODYS];

export function matching(part: Partial<MatchingDto> = {}): MatchingDto {
  const runs = part.runs ?? RUNS;
  const count = (of: (entry: RunDto) => number) => runs.reduce((sum, entry) => sum + of(entry), 0);
  const assigned = count(({ state, frames }) => (state === "matched" ? frames.length : 0));
  const photos = count(({ frames }) => frames.length);
  const keyframes = count((entry) => entry.keyframes.length);
  return {
    jobId: 751,
    schoolId: 201,
    job: "Syksyn kuvaus",
    school: "Koskelan koulu",
    sessions: [{ id: 11, name: "Koskelan koulu", frames: photos + keyframes, unread: 0 }],
    tally: { frames: photos + keyframes, assigned, unassigned: photos - assigned, keyframes },
    runs,
    absent: [{ subjectId: 603, absence: "not_seen" }],
    clocks: [],
    owners: [AINO, VILLE, AKE, CLASS],
    edits: [],
    notApplied: [],
    ...part,
  };
}

/** What an edit makes of the run that it is about; more than one run after a split. */
function edited(entry: RunDto, { kind, frameId, owner }: MatchingEditEntry): RunDto[] {
  if (kind === "confirm") return [{ ...entry, state: "matched", hand: "confirmed" }];
  if (kind === "assign")
    return [{ ...entry, proposed: owner, state: owner ? "matched" : "unmatched", hand: "assigned" }];
  if (kind === "type_code")
    return [
      { ...entry, proposed: { kind: "subject", id: 602 }, state: "matched", hand: "typed", reasons: [] },
    ];
  if (kind !== "split") return [entry];
  const at = entry.frames.indexOf(frameId);
  return [
    { ...entry, frames: entry.frames.slice(0, at), state: "matched", hand: "split" },
    {
      ...NOBODYS,
      frames: entry.frames.slice(at),
      state: "quarantined",
      reasons: ["cut_off"],
      hand: "split",
    },
  ];
}

/** Answers as the register does: edits are kept in their order, and refused when another came first. */
export function matchingRegister(first: MatchingDto = matching()): FakeAnswers {
  const states = [first];
  const now = () => states.at(-1) ?? first;
  const refuseStale = (lastEdit: number) => {
    if ((now().edits.at(-1)?.id ?? 0) !== lastEdit) throw wireError("matching_stale");
  };
  return {
    matching_get: () => now(),
    matching_edit: (request) => {
      refuseStale(request.lastEdit);
      const { runs, edits } = now();
      const isIts = ({ keyframes, frames }: RunDto) => [...keyframes, ...frames].includes(request.frameId);
      const edit: MatchingEditDto = {
        id: (edits.at(-1)?.id ?? 30) + 1,
        kind: request.kind,
        frameId: request.frameId,
        at: AT,
      };
      states.push(
        matching({
          ...first,
          runs: runs.flatMap((entry) => (isIts(entry) ? edited(entry, request) : [entry])),
          edits: [...edits, edit],
        }),
      );
      return now();
    },
    matching_undo: ({ lastEdit }) => {
      refuseStale(lastEdit);
      states.pop();
      return now();
    },
    job_list: () => ({ jobs: [job({ cards: 240 })] }),
    task_list: () => ({ tasks: [] }),
  };
}
