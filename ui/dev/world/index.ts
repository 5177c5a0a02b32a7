/** The invented studio's records, a file per topic: the fixed cast, schools, sessions of drawn portraits, orders, partners. */
import { choiceAnswers } from "./choices.ts";
import { groupPhotoAnswers } from "./groupPhotos.ts";
import { frameIndexAnswers } from "./frameIndex.ts";
import { historyAnswers } from "./history.ts";
import { jobAnswers } from "./jobs.ts";
import { matchingAnswers } from "./matching.ts";
import { orderAnswers } from "./orders.ts";
import { peopleAnswers } from "./people.ts";
import { photoAnswers } from "./photos.ts";
import { productionAnswers } from "./production.ts";
import { rosterAnswers } from "./rosters.ts";
import { schoolAnswers } from "./schools.ts";
import { staffAnswers } from "./staff.ts";
import { studioAnswers } from "./studio.ts";
import { taskAnswers } from "./tasks.ts";
import type { Answers } from "./wire.ts";

export { picture } from "./photos.ts";
export { onEvent, refusal } from "./wire.ts";

export const answers: Answers = {
  ...studioAnswers,
  ...staffAnswers,
  ...photoAnswers,
  ...frameIndexAnswers,
  ...peopleAnswers,
  ...schoolAnswers,
  ...rosterAnswers,
  ...jobAnswers,
  ...matchingAnswers,
  ...choiceAnswers,
  ...groupPhotoAnswers,
  ...orderAnswers,
  ...productionAnswers,
  ...taskAnswers,
  ...historyAnswers,
};
