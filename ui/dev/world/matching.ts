/** A job's photos in runs: most of them somebody's, the rest in every state and for every kind of reason. */
import type {
  MatchingDto,
  MatchingEditDto,
  MatchingEditEntry,
  OwnerDto,
  RunDto,
  RunReasonDto,
} from "../../src/api/generated";
import { cardOf, jobs } from "./jobs.ts";
import { addSession, cardsIn, clockOffset } from "./photos.ts";
import { children, groupOf, groups, isListed, type Child } from "./schools.ts";
import { runTask } from "./tasks.ts";
import { changed, found, refusal, type Answers } from "./wire.ts";

/** The job that has been photographed. */
export const JOB = 751;
const SESSION = 8;
const UNREAD_SESSION = 9;
const UNREAD = 14;
const CAMERAS = ["Canon EOS R6 Mark II", "NIKON Z 6II"] as const;

const isOf = (child: Child, run: RunDto) => run.proposed?.kind === "subject" && run.proposed.id === child.id;

/** What goes wrong with a child's run, by the child's place among all. */
const DOUBTS: Record<number, Partial<RunDto> & { reasons: RunReasonDto[] }> = {
  3: { reasons: ["too_many_frames"], confidence: "low" },
  5: { reasons: ["unreadable_card"], confidence: "none", cardKind: null, card: "", proposed: null },
  7: { reasons: ["two_codes"], confidence: "low" },
  9: {
    reasons: ["time_gap", "no_change", "neighbour_missing"],
    confidence: "fair",
    notes: [{ kind: "frames_missing", count: 3 }],
  },
  11: { reasons: ["foreign_code"], confidence: "none", cardKind: null, card: "", proposed: null },
  14: {
    reasons: ["card_twice"],
    confidence: "fair",
    notes: [
      { kind: "two_visits", count: null },
      { kind: "double_card", count: 2 },
    ],
  },
  22: { reasons: ["other_class", "out_of_order"], confidence: "low" },
  27: { reasons: ["time_unknown", "order_unknown"], confidence: "low" },
  31: { reasons: ["wrong_check"], confidence: "none", proposed: null },
};
/** Nobody's, and why that is settled. */
const NOBODYS: Record<number, RunReasonDto> = { 18: "after_end", 33: "skipped" };
const CARD_ONLY = 25;
const NOT_SEEN = [12, 29];
const RETAKE = 2;

let takenSoFar = 0;
const takeFrames = (count: number) => {
  const ids = Array.from({ length: count }, (_, at) => SESSION * 100_000 + takenSoFar + at);
  takenSoFar += count;
  return ids;
};

function runOf(child: Child, place: number): RunDto {
  const doubt = DOUBTS[place];
  const nobodys = NOBODYS[place];
  const isCardOnly = place === CARD_ONLY;
  const suggestions = [place - 1, place + 1, place + 2].flatMap((at) => children[at]?.id ?? []);
  return {
    sessionId: SESSION,
    camera: CAMERAS[place < children.length / 2 ? 0 : 1],
    keyframes: takeFrames(1),
    frames: takeFrames(isCardOnly ? 0 : place === 3 ? 19 : 6 + (place % 3)),
    cardKind: "subject",
    card: cardOf(found(jobs, JOB), place + 1),
    proposed: nobodys ? null : { kind: "subject", id: child.id },
    state: isCardOnly ? "absent" : doubt ? "quarantined" : nobodys ? "unmatched" : "matched",
    confidence: nobodys || isCardOnly ? "none" : place % 4 === 0 ? "certain" : "high",
    reasons: nobodys ? [nobodys] : [],
    notes: place === RETAKE ? [{ kind: "retake", count: null }] : [],
    hand: null,
    suggestions: doubt ? suggestions.slice(0, place === 9 ? 0 : 3) : [],
    ...doubt,
  };
}

/** Photos that are nobody's so far. */
const UNKNOWN: Pick<RunDto, "cardKind" | "card" | "proposed" | "state" | "confidence" | "hand"> = {
  cardKind: null,
  card: "",
  proposed: null,
  state: "quarantined",
  confidence: "none",
  hand: null,
};

const groupRun = (id: number): RunDto => ({
  ...UNKNOWN,
  sessionId: SESSION,
  camera: CAMERAS[0],
  keyframes: takeFrames(1),
  frames: takeFrames(4),
  cardKind: "group",
  card: cardOf(found(jobs, JOB), children.length + 1 + groups.findIndex((group) => group.id === id)),
  proposed: { kind: "group", id },
  state: "matched",
  confidence: "high",
  reasons: [],
  notes: [],
  suggestions: [],
});

function firstRuns(): RunDto[] {
  const size = children.length / 2;
  const ofChild = (child: Child, at: number) =>
    NOT_SEEN.includes(at) || !isListed(child) ? [] : [runOf(child, at)];
  const runs = [
    ...children.slice(0, size).flatMap(ofChild),
    groupRun(groups[0]?.id ?? 0),
    ...children.slice(size).flatMap((child, at) => ofChild(child, size + at)),
    groupRun(groups[1]?.id ?? 0),
  ];
  for (const run of runs) for (const id of run.keyframes) cardsIn.set(id, run.card || "SK1-7Q4M2-00");
  return runs;
}

/** As it was after each edit; the last is how it is. */
const steps: { runs: RunDto[]; edits: MatchingEditDto[] }[] = [];
let unread = UNREAD;
if (children.length > 0) {
  const runs = firstRuns();
  addSession(SESSION, "Koskelan koulu, 3A ja 3B", "Minna Rautio", takenSoFar, 0, false, JOB);
  const late = addSession(UNREAD_SESSION, "Koskelan koulu, lisäkuvat", "Otto Björk", UNREAD, -1, false, JOB);
  const lateRun: RunDto = {
    ...UNKNOWN,
    sessionId: UNREAD_SESSION,
    camera: "",
    keyframes: [],
    frames: late,
    reasons: ["no_card_before"],
    notes: [],
    suggestions: [],
  };
  steps.push({ runs: [...runs, lateRun], edits: [] });
}

export const runsNow = (): RunDto[] => steps.at(-1)?.runs ?? [];
const editsNow = () => steps.at(-1)?.edits ?? [];

/** Those on the lists, by class and place. */
export const listed = () => children.filter(isListed);

/** Of who is protected the four characters of their card. */
export const shownName = (child: Child) =>
  child.protection
    ? String(children.indexOf(child) + 1).padStart(4, "0")
    : `${child.fields.lastName} ${child.fields.callName || child.fields.firstName}`;
export const shownClass = (child: Child) => (child.protection ? "" : groupOf(child.groupId).name);

export function absenceOf(child: Child): "not_seen" | "card_only" | null {
  const runs = runsNow().filter((run) => isOf(child, run));
  if (runs.some(({ frames }) => frames.length > 0)) return null;
  return runs.length > 0 ? "card_only" : "not_seen";
}

const owners = (): OwnerDto[] => [
  ...listed().map((child) => ({
    kind: "subject" as const,
    id: child.id,
    name: shownName(child),
    className: shownClass(child),
    isProtected: child.protection !== null,
  })),
  ...groups.map(({ id, name }) => ({
    kind: "group" as const,
    id,
    name,
    className: "",
    isProtected: false,
  })),
];

function matchingOf(id: number): MatchingDto {
  const job = found(jobs, id);
  const head = { jobId: id, schoolId: job.schoolId, job: job.fields.name, school: job.school };
  const nothing = { clocks: [], edits: [], notApplied: [] };
  const empty = { frames: 0, assigned: 0, unassigned: 0, keyframes: 0 };
  if (id !== JOB)
    return { ...head, sessions: [], tally: empty, runs: [], absent: [], owners: owners(), ...nothing };
  const runs = runsNow();
  const count = (of: (run: RunDto) => number) => runs.reduce((sum, run) => sum + of(run), 0);
  const portraits = count(({ frames }) => frames.length);
  const assigned = count((run) => (run.state === "matched" ? run.frames.length : 0));
  const keyframes = count((run) => run.keyframes.length);
  return {
    ...head,
    sessions: [
      { id: SESSION, name: "Koskelan koulu, 3A ja 3B", frames: takenSoFar, unread: 0 },
      { id: UNREAD_SESSION, name: "Koskelan koulu, lisäkuvat", frames: UNREAD, unread },
    ],
    tally: { frames: portraits + keyframes, assigned, unassigned: portraits - assigned, keyframes },
    runs,
    absent: listed().flatMap((child) => {
      const absence = absenceOf(child);
      return absence ? [{ subjectId: child.id, absence }] : [];
    }),
    clocks: [
      {
        sessionId: SESSION,
        camera: CAMERAS[1],
        cameraId: 2,
        frameId: SESSION * 100_000,
        offsetMs: 134_000,
        correctionMs: 134_000,
        correctedMs: clockOffset(SESSION, 2),
        isZoneLeftWrong: false,
      },
    ],
    owners: owners(),
    edits: editsNow(),
    notApplied: [],
  };
}

const refused = (why: string) => refusal("matching_edit_refused", { args: [{ name: "why", value: why }] });
const SETTLED = { state: "matched", confidence: "certain", reasons: [], suggestions: [] } as const;

/** The runs with one of them put right. */
function edited(runs: RunDto[], at: number, edit: MatchingEditEntry): RunDto[] {
  const run = runs[at] as RunDto;
  const withRuns = (from: number, count: number, ...put: RunDto[]) => [
    ...runs.slice(0, from),
    ...put,
    ...runs.slice(from + count),
  ];
  const settled = (hand: RunDto["hand"], part: Partial<RunDto> = {}): RunDto => ({
    ...run,
    ...SETTLED,
    reasons: [],
    suggestions: [],
    hand,
    ...part,
  });
  const joined = (hand: RunDto["hand"]) => {
    const before = runs[at - 1];
    if (!before) throw refused("no_neighbour");
    return withRuns(at - 1, 2, { ...before, frames: [...before.frames, ...run.frames], hand });
  };
  if (edit.kind === "confirm") {
    if (!run.proposed) throw refused("nobody_proposed");
    return withRuns(at, 1, settled("confirmed"));
  }
  if (edit.kind === "assign")
    return withRuns(
      at,
      1,
      settled("assigned", { proposed: edit.owner, state: edit.owner ? "matched" : "unmatched" }),
    );
  if (edit.kind === "type_code") {
    const typed = /(\d{4})-?[0-9A-Z]?$/i.exec(edit.code)?.[1];
    const child = children[Number(typed) - 1];
    if (!child)
      throw refusal("invalid_fields", {
        kind: "invalid",
        fields: [{ field: "code", problem: "not_card_code" }],
      });
    const card = cardOf(found(jobs, JOB), Number(typed));
    const proposed = { kind: "subject" as const, id: child.id };
    return withRuns(at, 1, settled("typed", { proposed, card, cardKind: "subject" }));
  }
  if (edit.kind === "split") {
    const from = run.frames.indexOf(edit.frameId);
    if (from <= 0) throw refused("nothing_to_split");
    const rest: RunDto = {
      ...run,
      keyframes: [],
      frames: run.frames.slice(from),
      ...UNKNOWN,
      reasons: ["cut_off"],
      hand: "split",
    };
    return withRuns(at, 1, { ...run, frames: run.frames.slice(0, from), hand: "split" }, rest);
  }
  if (edit.kind === "merge") return joined("merged");
  if (edit.kind === "not_a_card") return joined(null);
  const beside = runs[edit.neighbour === "next" ? at + 1 : at - 1];
  if (!beside) throw refused("no_neighbour");
  return withRuns(at, 1, settled("shifted", { proposed: beside.proposed }));
}

export const matchingAnswers: Answers = {
  matching_get: ({ id }) => matchingOf(id),
  matching_edit: (edit) => {
    const [runs, edits] = [runsNow(), editsNow()];
    if ((edits.at(-1)?.id ?? 0) !== edit.lastEdit) throw refusal("matching_stale");
    const at = runs.findIndex((run) => [...run.keyframes, ...run.frames].includes(edit.frameId));
    if (at < 0) throw refused("frame_gone");
    const note = { id: 1 + edits.length, kind: edit.kind, frameId: edit.frameId, at: Date.now() };
    steps.push({ runs: edited(runs, at, edit), edits: [...edits, note] });
    changed("session", [SESSION]);
    return matchingOf(edit.jobId);
  },
  matching_undo: ({ jobId }) => {
    if (steps.length > 1) steps.pop();
    changed("session", [SESSION]);
    return matchingOf(jobId);
  },
  codes_read_start: ({ id }) => ({
    task: runTask({ kind: "code_reading", subject: found(jobs, id).fields.name }, UNREAD, 3000, (task) => {
      if (task.state !== "completed") return;
      unread = 0;
      changed("session", [UNREAD_SESSION]);
    }).id,
  }),
  camera_cards_save: ({ jobId }) => ({
    task: runTask({ kind: "camera_cards", subject: "kuvauskortit.pdf" }, found(jobs, jobId).cards, 2000, () =>
      changed("job", [jobId]),
    ).id,
  }),
};
