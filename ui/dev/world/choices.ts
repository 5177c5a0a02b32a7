/** Which photo stands for whom and for what: chosen, or what there is to fall back on. */
import type {
  CandidateDto,
  ChoicesDto,
  MissingDto,
  PurposeChoiceDto,
  PurposeDto,
  SubjectChoicesDto,
} from "../../src/api/generated";
import { jobs } from "./jobs.ts";
import { JOB, absenceOf, listed, runsNow, shownClass, shownName } from "./matching.ts";
import { frames } from "./photos.ts";
import type { Child } from "./schools.ts";
import { runTask } from "./tasks.ts";
import { HOUR, MORNING, changed, found, type Answers } from "./wire.ts";

const PURPOSES: PurposeDto[] = ["order", "yearbook", "class_composite", "school_register"];
interface Chosen {
  frameId: number;
  by: string;
  at: number;
}
const chosen = new Map<string, Chosen>();
const keyOf = (subjectId: number, purpose: PurposeDto) => `${subjectId} ${purpose}`;

function candidatesOf(child: Child, jobId = JOB): CandidateDto[] {
  return (jobId === JOB ? runsNow() : [])
    .filter(({ state, proposed }) => state === "matched" && proposed?.id === child.id)
    .flatMap(({ frames: ids, notes }) =>
      ids.map((frameId) => ({
        frameId,
        isRejected: frames.get(frameId)?.isRejected ?? false,
        isRetake: notes.some(({ kind }) => kind === "retake"),
      })),
    );
}

/** Somebody has begun to choose: two thirds of 3A have a photo, some of them one that is rejected by now. */
for (const [place, child] of listed().entries()) {
  const its = candidatesOf(child);
  const photo = its[place % Math.max(1, its.length)];
  if (!photo || place > 20 || place % 3 === 2) continue;
  for (const purpose of place % 2 ? PURPOSES.slice(0, 1) : PURPOSES)
    chosen.set(keyOf(child.id, purpose), {
      frameId: photo.frameId,
      by: "Helmi Kuusisto",
      at: MORNING + 9 * HOUR + place * 40_000,
    });
}

function choiceOf(child: Child, purpose: PurposeDto, its: CandidateDto[]): PurposeChoiceDto {
  const kept = chosen.get(keyOf(child.id, purpose));
  const usable = its.filter(({ isRejected }) => !isRejected);
  const isTheirs = usable.some(({ frameId }) => frameId === kept?.frameId);
  const rating = ({ frameId }: CandidateDto) => frames.get(frameId)?.rating ?? 0;
  const best = [...usable].sort((one, other) => rating(other) - rating(one))[0];
  const fallback = best && rating(best) > 0 ? "top_rated" : "first";
  return {
    purpose,
    frameId: isTheirs && kept ? kept.frameId : (best?.frameId ?? null),
    basis: isTheirs ? "chosen" : best ? fallback : null,
    isLost: kept !== undefined && !isTheirs,
    chosenBy: kept?.by ?? "",
    chosenAt: kept?.at ?? null,
  };
}

function missingOf(child: Child, its: CandidateDto[], choices: PurposeChoiceDto[]): MissingDto[] {
  const missing: MissingDto[] = child.fields.photoPermission === "refused" ? ["not_permitted"] : [];
  if (its.length === 0) missing.push(absenceOf(child) === "card_only" ? "card_only" : "absent");
  else if (its.every(({ isRejected }) => isRejected)) missing.push("none_usable");
  else if (!choices.some(({ basis }) => basis === "chosen")) missing.push("not_chosen");
  return missing;
}

function choicesOf(jobId: number): ChoicesDto {
  const job = found(jobs, jobId);
  const subjects = listed().map((child): SubjectChoicesDto => {
    const its = candidatesOf(child, jobId);
    const choices = PURPOSES.map((purpose) => choiceOf(child, purpose, its));
    return {
      subjectId: child.id,
      name: shownName(child),
      className: shownClass(child),
      isProtected: child.protection !== null,
      frames: its,
      choices,
      missing: missingOf(child, its, choices),
      mayPublish: child.fields.publicationPermission === "given",
    };
  });
  return { jobId, job: job.fields.name, schoolId: job.schoolId, school: job.school, subjects };
}

export const choiceAnswers: Answers = {
  choices_get: ({ id }) => choicesOf(id),
  choice_set: ({ jobId, subjectId, purpose, frameId }) => {
    const key = keyOf(subjectId, purpose);
    if (frameId === null) chosen.delete(key);
    else chosen.set(key, { frameId, by: "Helmi Kuusisto", at: Date.now() });
    changed("frame", frameId === null ? [] : [frameId]);
    return choicesOf(jobId);
  },
  missing_list_save: ({ jobId }) => ({
    task: runTask({ kind: "missing_list", subject: "puuttuvat.pdf" }, 1, 1500, () => changed("job", [jobId]))
      .id,
  }),
};
