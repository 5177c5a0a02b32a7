/** Tasks that run by the clock, and the import among them. */
import type { ImportPlan, ImportReport, TaskDto } from "../../src/api/generated";
import { addSession } from "./photos.ts";
import { DAY, HOUR, MORNING, changed, emit, refusal, type Answers } from "./wire.ts";

const tasks: TaskDto[] = [];
const plans = new Map<string, ImportPlan>();
const reports = new Map<number, ImportReport>();
let nextTask = 1;
const SOURCE = "/media/KORTTI/DCIM";

export function runTask(
  first: Partial<TaskDto> & Pick<TaskDto, "kind" | "subject">,
  total: number,
  ms: number,
  onEnd: (task: TaskDto) => void,
) {
  const bytes = total * 8_300_000;
  const task: TaskDto = {
    id: nextTask++,
    state: "running",
    done: 0,
    total,
    checked: 0,
    toCheck: 0,
    copied: 0,
    toCopy: 0,
    bytesDone: 0,
    bytesTotal: bytes,
    bytesPerSecond: 0,
    secondsLeft: null,
    startedAt: Date.now(),
    endedAt: null,
    error: null,
    issues: 0,
    isBlocked: false,
    result: null,
    ...first,
  };
  tasks.unshift(task);
  const began = Date.now();
  const timer = setInterval(() => {
    const part = Math.min(1, (Date.now() - began) / ms);
    const isStopped = task.state === "cancelling";
    Object.assign(task, {
      done: Math.floor(part * total),
      bytesDone: Math.floor(part * bytes),
      bytesPerSecond: Math.round(bytes / (ms / 1000)),
      secondsLeft: Math.ceil(((1 - part) * ms) / 1000),
    });
    if (part >= 1 || isStopped) {
      clearInterval(timer);
      Object.assign(task, {
        state: isStopped ? "cancelled" : "completed",
        endedAt: Date.now(),
        secondsLeft: null,
      });
      onEnd(task);
    }
    emit({ type: "task_updated", task: { ...task } });
  }, 200);
  return task;
}

const report = (id: number, sessionId: number): ImportReport => ({
  id,
  sessionId,
  sourceLabel: SOURCE,
  scope: "card",
  outcome: id % 10 ? "completed" : "interrupted",
  fault: null,
  startedAt: MORNING + 9 * HOUR,
  endedAt: MORNING + 9 * HOUR + 412_000,
  plannedFiles: 2030,
  storedFiles: 2021,
  storedBytes: 16_800_000_000,
  frames: 2013,
  isResumable: id % 10 === 0,
  isWatch: false,
  card: { verdict: "not_yet", scope: "card", unstored: 6, uncopied: 0, left: [] },
  issues: [
    { name: "100CANON/IMG_0412.JPG", reason: "truncated", isStored: true },
    { name: "100CANON/IMG_0977.JPG", reason: "not_an_image", isStored: false },
    { name: "101CANON/MVI_0031.MP4", reason: "unsupported_kind", isStored: false },
    { name: "101CANON/IMG_1200.CR3", reason: "no_preview", isStored: true },
    { name: "101CANON/åäö <i>outo</i> nimi.JPG", reason: "damaged", isStored: false },
    { name: "101CANON/IMG_1300.JPG", reason: "vanished", isStored: false },
    ...Array.from({ length: 3 }, (_, index) => ({
      name: `101CANON/IMG_14${10 + index}.JPG`,
      reason: "empty" as const,
      isStored: false,
    })),
  ],
});

function startImport(sessionId: number | null, name: string, photographer: string, subject = SOURCE) {
  const id = sessionId ?? 16 + plans.size;
  const importId = id * 10 + 1 + reports.size * 10_000;
  if (!sessionId) addSession(id, name, photographer, 1210, -1);
  reports.set(importId, { ...report(importId, id), outcome: "running", card: null });
  const task = runTask({ kind: "import", subject, issues: 9 }, 2030, 14_000, (ended) => {
    ended.result = { plan: null, sessionId: id, importId, batchId: null, verdict: null };
    reports.set(importId, {
      ...report(importId, id),
      outcome: ended.state === "cancelled" ? "cancelled" : "completed",
      storedFiles: ended.done,
    });
    changed("session");
  });
  task.result = { plan: null, sessionId: id, importId, batchId: null, verdict: null };
  changed("session");
  return { task: task.id, importId, sessionId: id };
}

function startWatch(sessionId: number) {
  const importId = sessionId * 10 + 2;
  const result = { plan: null, sessionId, importId, batchId: null, verdict: null };
  const task = runTask({ kind: "watch", subject: "Kamera", result }, 0, 600_000, (ended) => {
    ended.state = "completed";
    reports.set(importId, { ...report(importId, sessionId), isWatch: true, card: null, issues: [] });
  });
  reports.set(importId, { ...report(importId, sessionId), isWatch: true, card: null, outcome: "running" });
  return { task: task.id, importId, sessionId };
}

export const taskAnswers: Answers = {
  folder_choose: ({ purpose }) => ({
    token: "t1",
    label: purpose === "import" ? SOURCE : "/srv/painoon/2026/syyskuu",
  }),
  task_list: () => ({ tasks }),
  task_cancel: ({ id }) => {
    const task = tasks.find((entry) => entry.id === id);
    if (task?.state === "running") task.state = "cancelling";
    return {};
  },
  task_dismiss: ({ id }) => {
    const index = tasks.findIndex((entry) => entry.id === id);
    if (index >= 0) tasks.splice(index, 1);
    return {};
  },
  import_plan_start: () => {
    const plan = `p${plans.size + 1}`;
    const subject = plans.size % 2 ? "/media/KORTTI 2/DCIM" : SOURCE;
    plans.set(plan, {
      plan,
      sourceLabel: subject,
      proposedName: "Koskelan koulu, 4.9.2026",
      new: [
        { kind: "jpeg", files: 1204, bytes: 9_860_000_000 },
        { kind: "raw", files: 826, bytes: 21_300_000_000 },
        { kind: "sidecar", files: 12, bytes: 90_000 },
      ],
      newFiles: 2042,
      newBytes: 31_160_090_000,
      pairs: 820,
      frames: 1210,
      ignored: [
        { reason: "already_known", files: 248 },
        { reason: "system_file", files: 4 },
        { reason: "unsupported_kind", files: 2 },
        { reason: "empty", files: 1 },
      ],
      ignoredFiles: Array.from({ length: 60 }, (_, index) => ({
        name: `100CANON/IMG_${String(100 + index).padStart(4, "0")}.JPG`,
        isStored: false,
        reason:
          index < 53
            ? ("already_known" as const)
            : index < 57
              ? "system_file"
              : index < 59
                ? "unsupported_kind"
                : "empty",
      })),
      freeBytes: 412_000_000_000,
      firstTakenAt: MORNING + DAY,
      lastTakenAt: MORNING + DAY + 4 * 3_600_000,
      sidecarsSessionId: null,
      proposedJobId: null,
      proposedJob: "",
    });
    return {
      task: runTask({ kind: "import_plan", subject }, 2285, 2500, (task) => {
        task.result = { plan, sessionId: null, importId: null, batchId: null, verdict: null };
      }).id,
    };
  },
  import_plan_get: ({ plan }) => {
    const found = plans.get(plan);
    if (!found) throw refusal("plan_unknown");
    return found;
  },
  import_start: ({ plans: chosen, sessionId, name, photographer }) => {
    let into = sessionId;
    const imports = chosen.map((plan) => {
      const started = startImport(into, name, photographer, plans.get(plan)?.sourceLabel);
      into = started.sessionId;
      return started;
    });
    return { sessionId: into ?? 0, imports };
  },
  import_resume: ({ id }) => startImport(reports.get(id)?.sessionId ?? Math.floor(id / 10), "", ""),
  watch_look: () => ({ files: 12 }),
  watch_start: ({ sessionId }) => startWatch(sessionId),
  import_get: ({ id }) => reports.get(id) ?? report(id, Math.floor(id / 10)),
  import_list: ({ sessionId }) => ({ imports: [report(sessionId * 10 + 1, sessionId)] }),
};
