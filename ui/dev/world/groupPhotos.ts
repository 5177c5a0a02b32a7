/** Who stands where in the photos of the invented classes. */
import type { GroupPhotoDto, GroupPhotosDto, PlaceDto } from "../../src/api/generated";
import { jobs } from "./jobs.ts";
import { JOB, listed, runsNow, shownClass, shownName } from "./matching.ts";
import { frames } from "./photos.ts";
import { groups, type Child } from "./schools.ts";
import { runTask } from "./tasks.ts";
import { HOUR, MORNING, changed, found, refusal, type Answers } from "./wire.ts";

interface Named {
  rows: PlaceDto[][];
  rev: number;
  at: number;
}
const named = new Map<number, Named>();

const isNamed = (child: Child) =>
  !child.protection &&
  child.fields.photoPermission !== "refused" &&
  child.fields.publicationPermission !== "refused";

const photosOf = (groupId: number, jobId: number): number[] =>
  (jobId === JOB ? runsNow() : [])
    .filter(
      ({ state, proposed }) => state === "matched" && proposed?.kind === "group" && proposed.id === groupId,
    )
    .flatMap((run) => run.frames);

/** Somebody has named 3A: three rows with the teacher, two are absent. */
const [first] = groups;
const [shown] = first ? photosOf(first.id, JOB) : [];
if (first && shown !== undefined) {
  const places = listed()
    .filter(({ groupId }) => groupId === first.id)
    .map(({ id }): PlaceDto => ({ subjectId: id, name: "" }));
  named.set(shown, {
    rows: [
      [...places.slice(0, 6), { subjectId: null, name: first.teacher }],
      places.slice(6, 12),
      places.slice(12, -2),
    ],
    rev: 1,
    at: MORNING + 10 * HOUR,
  });
}

function photoOf(frameId: number): GroupPhotoDto {
  const its = named.get(frameId);
  const unnamed = new Set(
    listed()
      .filter((child) => !isNamed(child))
      .map(({ id }) => id),
  );
  return {
    frameId,
    name: frames.get(frameId)?.name ?? "",
    takenOn: "2026-09-03",
    isRejected: frames.get(frameId)?.isRejected ?? false,
    rows: its?.rows ?? [],
    rev: its?.rev ?? 0,
    namedBy: its ? "Helmi Kuusisto" : "",
    namedAt: its?.at ?? null,
    withheld: (its?.rows ?? []).flat().filter(({ subjectId }) => unnamed.has(subjectId ?? 0)).length,
  };
}

function answerOf(jobId: number): GroupPhotosDto {
  const job = found(jobs, jobId);
  const people = listed().map((child) => ({
    subjectId: child.id,
    name: shownName(child),
    className: shownClass(child),
    isProtected: child.protection !== null,
    isNamed: isNamed(child),
  }));
  return {
    jobId,
    job: job.fields.name,
    schoolId: job.schoolId,
    school: job.school,
    classes: groups.map(({ id, name, teacher }) => ({
      groupId: id,
      name,
      teacher,
      members: listed()
        .filter(({ groupId, protection }) => groupId === id && !protection)
        .map((child) => child.id),
      photos: photosOf(id, jobId).map(photoOf),
    })),
    people: [
      ...people.filter((person) => !person.isProtected),
      ...people.filter((person) => person.isProtected),
    ],
    lost: 0,
  };
}

export const groupPhotoAnswers: Answers = {
  group_photos_get: ({ id }) => answerOf(id),
  group_photo_name: ({ jobId, frameId, rev, rows }) => {
    if ((named.get(frameId)?.rev ?? 0) !== rev) throw refusal("group_photo_stale");
    named.set(frameId, { rows, rev: rev + 1, at: Date.now() });
    changed("frame", [frameId]);
    return answerOf(jobId);
  },
  group_legend_save: ({ jobId }) => ({
    task: runTask({ kind: "group_legend", subject: "kuvatekstit.pdf" }, 1, 1500, () =>
      changed("job", [jobId]),
    ).id,
  }),
};
