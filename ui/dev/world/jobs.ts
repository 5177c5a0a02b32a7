/** Jobs at schools, and the codes of their camera cards. */
import type { JobDto } from "../../src/api/generated";
import { IS_WORKING, changed, found, type Answers } from "./wire.ts";

const booked = (id: number, schoolId: number, school: string, part: Partial<JobDto["fields"]>): JobDto => ({
  id,
  schoolId,
  school,
  schoolYear: 2026,
  fields: {
    name: "Syksyn kuvaus",
    startsOn: "2026-09-03",
    endsOn: "2026-09-04",
    photographers: "Minna Rautio",
    priceList: "",
    viewing: "yes",
    groupPhotos: "yes",
    cardHabit: "first",
    mostFrames: 15,
    longestPauseS: 20,
    note: "",
    ...part,
  },
  code: "SK1-7Q4M2",
  cards: 0,
  rev: 1,
});

export const jobs: JobDto[] = IS_WORKING
  ? [
      {
        ...booked(752, 201, "Koskelan koulu", {
          name: "Luokkakuvat ja puuttuneet, kevät",
          startsOn: "2027-04-14",
          endsOn: "2027-04-14",
          groupPhotos: "not_yet",
        }),
        code: "SK1-9XW4D",
      },
      { ...booked(751, 201, "Koskelan koulu", {}), cards: 42 },
    ]
  : [];

const VALUES = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** The check character of ISO/IEC 7064 MOD 37,36. */
function checkOf(payload: string): string {
  let product = 36;
  for (const character of payload) {
    const sum = (product + VALUES.indexOf(character)) % 36;
    product = ((sum === 0 ? 36 : sum) * 2) % 37;
  }
  return VALUES[(37 - product) % 36] ?? "";
}

/** `SK1-7Q4M2-0042-N`. */
export function cardOf({ code }: JobDto, number: number): string {
  const text = `${code}-${String(number).padStart(4, "0")}`;
  return `${text}-${checkOf(text.replaceAll("-", ""))}`;
}

export const jobAnswers: Answers = {
  job_list: ({ id }) => ({ jobs: jobs.filter(({ schoolId }) => schoolId === id) }),
  job_recent: () => ({ jobs }),
  job_create: ({ schoolId, fields }) => {
    const made = booked(751 + jobs.length, schoolId, "", fields);
    jobs.unshift(made);
    changed("job", [made.id]);
    return made;
  },
  job_update: ({ id, fields }) => {
    const job = found(jobs, id);
    Object.assign(job, { fields, rev: job.rev + 1 });
    changed("job", [id]);
    return { ...job };
  },
};
