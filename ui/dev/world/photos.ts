/** Sessions of drawn portraits, and the marks on them. */
import type { FrameCell, FrameMarks, SessionDto } from "../../src/api/generated";
import { jobs } from "./jobs.ts";
import { DAY, HOUR, IS_WORKING, MORNING, changed, found, has, paged, refusal, type Answers } from "./wire.ts";

export const frames = new Map<number, FrameCell>();
/** What the card in a photo says. */
export const cardsIn = new Map<number, string>();
const framesOf = new Map<number, number[]>();
const sessions: SessionDto[] = [];

export function addSession(
  id: number,
  name: string,
  photographer: string,
  count: number,
  daysAgo: number,
  resumable = false,
  jobId: number | null = null,
): number[] {
  const ids: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const frameId = id * 100_000 + index;
    const isPortrait = index % 9 !== 4;
    frames.set(frameId, {
      id: frameId,
      name: `KOS_${String(1000 + index)}`,
      takenAt: MORNING - daysAgo * DAY + index * 7000,
      width: isPortrait ? 4000 : 6000,
      height: isPortrait ? 6000 : 4000,
      rating: index % 7 === 0 ? 4 : index % 5 === 0 ? 2 : index % 23 === 0 ? 5 : 0,
      isRejected: index % 11 === 3,
      color: index % 13 === 2 ? "green" : index % 29 === 6 ? "red" : "none",
      isRetake: index % 31 === 9,
      turn: 0,
      head: null,
      hasRaw: index % 2 === 0,
      hasPreview: index % 97 !== 96,
      rev: 1,
    });
    ids.push(frameId);
  }
  framesOf.set(id, ids);
  sessions.push({
    id,
    name,
    photographer,
    ...jobNamed(jobId),
    createdAt: MORNING - daysAgo * DAY + 9 * HOUR,
    firstTakenAt: count ? MORNING - daysAgo * DAY : null,
    lastTakenAt: count ? MORNING - daysAgo * DAY + count * 7000 : null,
    frames: count,
    rejected: ids.filter((frameId) => frames.get(frameId)?.isRejected).length,
    coverFrameId: ids.find((frameId) => !cardsIn.has(frameId)) ?? null,
    resumableImportId: resumable ? id * 10 : null,
    rev: 1,
  });
  return ids;
}

function jobNamed(jobId: number | null) {
  const job = jobs.find(({ id }) => id === jobId);
  return { jobId: job?.id ?? null, job: job ? `${job.school}: ${job.fields.name}` : "" };
}

/** A sheet with something like a code on it, and what the code says. */
function cardPicture(code: string): string {
  const squares = Array.from({ length: 441 }, (_, at) =>
    (at * 7 + (at % 21) * (at % 5)) % 3 === 0
      ? `<rect x="${95 + (at % 21) * 10}" y="${150 + Math.floor(at / 21) * 10}" width="10" height="10"/>`
      : "",
  ).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="1200" viewBox="0 0 400 600"><rect width="400" height="600" fill="#6b6b6b"/><rect x="50" y="100" width="300" height="400" fill="#fff"/>${squares}<text x="200" y="420" font-size="22" text-anchor="middle" font-family="monospace">${code}</text></svg>`;
}

if (IS_WORKING) {
  addSession(11, "Koskelan koulu, 3.9.2026", "Minna Rautio", 2013, 0);
  addSession(12, "Koskelan koulu, luokat 3A–3C", "Minna Rautio", 248, 1);
  addSession(13, "Päiväkoti Pihlajanmarja, syyskuvaus ja sisarusryhmät", "Olli Kettunen", 412, 2, true);
  addSession(14, "Norrvalla skola", "Sofia Lindholm", 20_000, 6);
  addSession(15, "<b>Testikoulu</b> & muut", "O’Malley", 36, 9);
}

export function picture(id: number, kind: string): string {
  const card = cardsIn.get(id);
  if (card !== undefined) return cardPicture(card);
  const cell = frames.get(id);
  const turn = cell?.turn ?? 0;
  const isUpright = cell === undefined || cell.width < cell.height !== (turn % 2 === 1);
  const [width, height] = isUpright ? [400, 600] : [600, 400];
  const [seenWidth, seenHeight] = turn % 2 === 1 ? [height, width] : [width, height];
  const middle = `translate(${seenWidth / 2} ${seenHeight / 2})`;
  const turned = `${middle} rotate(${90 * turn}) translate(${-width / 2} ${-height / 2})`;
  const hue = (id * 47) % 360;
  const skin = ["#f1d3bd", "#e3b894", "#c98f65", "#8f5b3c", "#f6dfce"][id % 5];
  const hair = ["#2c1b12", "#6b4423", "#c9a15a", "#111111", "#8a3b1e"][(id * 3) % 5];
  const x = width / 2;
  const y = height * 0.42;
  const mark = kind === "full" ? `<text x="8" y="16" font-size="10" fill="#fff8">1:1</text>` : "";
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${seenWidth * 2}" height="${seenHeight * 2}" viewBox="0 0 ${seenWidth} ${seenHeight}"><g transform="${turned}"><defs><radialGradient id="g"><stop offset="0" stop-color="hsl(${hue} 14% 72%)"/><stop offset="1" stop-color="hsl(${hue} 16% 44%)"/></radialGradient></defs><rect width="${width}" height="${height}" fill="url(#g)"/><path d="M${x - 150} ${height} q10 -170 150 -170 t150 170z" fill="hsl(${(hue + 140) % 360} 34% 42%)"/><rect x="${x - 28}" y="${y + 50}" width="56" height="70" rx="20" fill="${skin}"/><ellipse cx="${x}" cy="${y - 26}" rx="92" ry="98" fill="${hair}"/><ellipse cx="${x}" cy="${y}" rx="76" ry="94" fill="${skin}"/><circle cx="${x - 28}" cy="${y - 6}" r="7" fill="#222"/><circle cx="${x + 28}" cy="${y - 6}" r="7" fill="#222"/><path d="M${x - 26} ${y + 40} q26 22 52 0" stroke="#7a3b34" stroke-width="5" fill="none" stroke-linecap="round"/>${mark}</g></svg>`;
}

export function cellsOf(sessionId: number): FrameCell[] {
  return (framesOf.get(sessionId) ?? []).flatMap((id) => frames.get(id) ?? []);
}

/** Gives photos other marks, and tells which they had. */
function marked(ids: readonly number[], to: (cell: FrameCell) => Omit<FrameMarks, "id">) {
  const marks = ids.flatMap((id) => {
    const cell = frames.get(id);
    if (!cell) return [];
    const { rating, isRejected, color, isRetake, turn, head } = to(cell);
    const isLaid = (cell.turn + turn) % 2 === 1;
    const [width, height] = isLaid ? [cell.height, cell.width] : [cell.width, cell.height];
    frames.set(id, {
      ...cell,
      ...{ rating, isRejected, color, isRetake, turn, head, width, height },
      rev: cell.rev + 1,
    });
    return [marksOf(cell)];
  });
  changed("frame", [...ids]);
  return { marks };
}

const marksOf = ({ id, rating, isRejected, color, isRetake, turn, head }: FrameCell): FrameMarks => ({
  ...{ id, rating, isRejected, color, isRetake, turn, head },
});

/** Corrections of clocks by session and camera. */
const offsets = new Map<string, number>();
export const clockOffset = (sessionId: number, cameraId: number): number =>
  offsets.get(`${sessionId} ${cameraId}`) ?? 0;

export const photoAnswers: Answers = {
  session_list: (request) =>
    paged(
      sessions
        .filter((session) => has(session.name, request.search))
        .sort((one, other) => other.createdAt - one.createdAt),
      request,
    ),
  session_get: ({ id }) => found(sessions, id),
  session_update: ({ id, name, photographer, jobId }) => {
    const session = found(sessions, id);
    Object.assign(session, { name, photographer, ...jobNamed(jobId), rev: session.rev + 1 });
    changed("session", [id]);
    return session;
  },
  session_clocks: ({ id }) => {
    const { frames: count, firstTakenAt } = found(sessions, id);
    const camera = (cameraId: number, model: string, serial: string, part: number) => ({
      cameraId,
      camera: model,
      serial,
      frames: Math.round(count * part),
      firstFrameId: id * 100_000,
      firstTakenAt: (firstTakenAt ?? 0) + clockOffset(id, cameraId),
      offsetMs: clockOffset(id, cameraId),
    });
    return {
      clocks: [
        camera(1, "Canon EOS R6 Mark II", "012034005678", 0.6),
        camera(2, "NIKON Z 6II", "6031220", 0.4),
      ],
    };
  },
  clock_correct: ({ sessionId, cameraId, offsetMs }) => {
    const beforeMs = clockOffset(sessionId, cameraId);
    offsets.set(`${sessionId} ${cameraId}`, offsetMs);
    changed("session", [sessionId]);
    changed("frame");
    return { beforeMs };
  },
  frame_cells: ({ ids }) => ({ cells: ids.flatMap((id) => frames.get(id) ?? []) }),
  frame_get: ({ id }) => {
    const cell = frames.get(id);
    if (!cell) throw refusal("not_found", { kind: "not_found" });
    const sessionId = Math.floor(id / 100_000);
    return {
      ...cell,
      sessionId,
      sessionName: sessions.find((session) => session.id === sessionId)?.name ?? "",
      takenAt: (cell.takenAt ?? 0) + clockOffset(sessionId, 1),
      clockOffsetMs: clockOffset(sessionId, 1),
      takenLocal: "2026-09-03T08:41:07.420",
      offsetMinutes: 180,
      camera: "Canon EOS R6 Mark II",
      serial: "012034005678",
      orientation: 1,
      exposureSeconds: 1 / 160,
      fNumber: 7.1,
      iso: 200,
      focalMm: 85,
      files: [
        { name: `${cell.name}.JPG`, kind: "jpeg", sizeBytes: 8_412_331, remarks: [] },
        ...(cell.hasRaw
          ? [{ name: `${cell.name}.CR3`, kind: "raw" as const, sizeBytes: 26_180_442, remarks: [] }]
          : []),
      ],
      orders:
        id % 3
          ? []
          : [
              { id: 860, number: "2026-1001" },
              { id: 844, number: "2026-1017" },
            ],
    };
  },
  frame_mark: ({ ids, rating, isRejected, color, isRetake, turnBy }) =>
    marked(ids, (cell) => ({
      rating: rating ?? cell.rating,
      isRejected: isRejected ?? cell.isRejected,
      color: color ?? cell.color,
      isRetake: isRetake ?? cell.isRetake,
      turn: (cell.turn + turnBy) % 4,
      head: turnBy % 4 === 0 ? cell.head : null,
    })),
  frame_head_set: ({ id, head }) => marked([id], (cell) => ({ ...cell, head })),
  frame_marks_restore: ({ marks }) => {
    const old = new Map(marks.map((mark) => [mark.id, mark]));
    marked([...old.keys()], (cell) => old.get(cell.id) ?? cell);
    return {};
  },
};
