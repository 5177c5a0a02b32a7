/** Tasks and photos for tests: what is usual, and what a test says otherwise. */
import type { FrameCell, FrameMarks, TaskDto } from "../api/generated";

/** A task that has just begun. */
export const taskOf = (part: Pick<TaskDto, "kind"> & Partial<TaskDto>): TaskDto => ({
  id: 9,
  state: "running",
  subject: "",
  done: 0,
  total: 0,
  bytesDone: 0,
  bytesTotal: 0,
  bytesPerSecond: 0,
  secondsLeft: null,
  startedAt: 1,
  endedAt: null,
  error: null,
  issues: 0,
  checked: 0,
  toCheck: 0,
  copied: 0,
  toCopy: 0,
  isBlocked: false,
  result: null,
  ...part,
});

/** No marks of a photo. */
export const unmarked = (id: number): FrameMarks => ({
  id,
  rating: 0,
  isRejected: false,
  color: "none",
  isRetake: false,
  turn: 0,
  head: null,
});

/** A photo without marks. */
export const cellOf = (id: number): FrameCell => ({
  ...unmarked(id),
  name: `IMG_${id}`,
  takenAt: null,
  width: 4000,
  height: 6000,
  hasRaw: false,
  hasPreview: true,
  rev: 1,
});
