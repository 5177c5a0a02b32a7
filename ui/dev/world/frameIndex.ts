/** The photos of a session in order, and by whose they are. */
import type { FrameGroup, RunDto } from "../../src/api/generated";
import { listed, runsNow, shownClass, shownName } from "./matching.ts";
import { cellsOf } from "./photos.ts";
import { groups } from "./schools.ts";
import { has, type Answers } from "./wire.ts";

interface Grouped {
  ids: number[];
  groups: FrameGroup[];
}

/** Those on the list with their photos, classes, what is nobody's yet, and the cards. */
function bySubject(sessionId: number, fit: readonly number[]): Grouped {
  const runs = runsNow().filter((run) => run.sessionId === sessionId);
  const isFit = new Set(fit);
  const result: Grouped = { ids: [], groups: [] };
  const put = (group: Omit<FrameGroup, "count">, ids: readonly number[]) => {
    const shown = ids.filter((id) => isFit.has(id));
    if (shown.length === 0) return;
    result.ids.push(...shown);
    result.groups.push({ ...group, count: shown.length });
  };
  const framesOf = (is: (run: RunDto) => boolean) => runs.filter(is).flatMap(({ frames }) => frames);
  const ofOwner = (kind: "subject" | "group", id: number) =>
    framesOf(({ state, proposed }) => state === "matched" && proposed?.kind === kind && proposed.id === id);
  for (const child of listed())
    put(
      {
        kind: "subject",
        name: shownName(child),
        className: shownClass(child),
        isProtected: child.protection !== null,
      },
      ofOwner("subject", child.id),
    );
  const plain = { className: "", isProtected: false };
  for (const { id, name } of groups) put({ kind: "class", name, ...plain }, ofOwner("group", id));
  for (const kind of ["quarantined", "unmatched"] as const)
    put(
      { kind, name: "", ...plain },
      framesOf(({ state }) => state === kind),
    );
  put(
    { kind: "cards", name: "", ...plain },
    runs.flatMap(({ keyframes }) => keyframes),
  );
  return result;
}

export const frameIndexAnswers: Answers = {
  frame_index: ({ sessionId, sort, reject, minRating, color, search }) => {
    const all = cellsOf(sessionId);
    const fit = all.filter(
      (cell) =>
        cell.rating >= minRating &&
        (color === "none" || cell.color === color) &&
        (reject === "all" || cell.isRejected === (reject === "rejected")) &&
        has(cell.name, search),
    );
    if (sort === "rating") fit.sort((a, b) => b.rating - a.rating);
    if (sort.endsWith("descending")) fit.reverse();
    const ids = fit.map((cell) => cell.id);
    const isGrouped = sort === "subject" && runsNow().some((run) => run.sessionId === sessionId);
    return { ...(isGrouped ? bySubject(sessionId, ids) : { ids, groups: [] }), total: all.length };
  },
};
