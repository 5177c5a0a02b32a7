/** The audit trail of a studio at work. */
import type { AuditEntryDto } from "../../src/api/generated";
import { STAFF } from "./staff.ts";
import { runTask } from "./tasks.ts";
import { HOUR, IS_WORKING, MORNING, paged, type Answers } from "./wire.ts";

const MACHINES = ["TOIMISTO-2", "TOIMISTO-2", "KUVAAMO-KANNETTAVA"];

type Kind = Pick<AuditEntryDto, "action" | "entity" | "fields" | "count">;
const KINDS: Kind[] = [
  { action: "frames_marked", entity: "frame", fields: ["rating", "is_rejected"], count: 12 },
  { action: "order_confirmed", entity: "order", fields: ["state"], count: null },
  { action: "customer_updated", entity: "customer", fields: ["phone", "email", "postalCode"], count: null },
  { action: "register_unlocked", entity: "studio", fields: [], count: null },
  { action: "print_batch_handed_over", entity: "print_batch", fields: ["state", "sha256"], count: null },
];

const entries: AuditEntryDto[] = Array.from({ length: IS_WORKING ? 900 : 2 }, (_, index) => {
  const kind = KINDS[IS_WORKING ? index % KINDS.length : 3] as Kind;
  const label = { order: `2026-${1001 + (index % 160)}`, print_batch: "2026-002" }[kind.entity] ?? null;
  return {
    id: 9000 - index,
    at: MORNING + 12 * HOUR - index * 400_000,
    ...kind,
    entityId: { order: 701, customer: 501, print_batch: 52 }[kind.entity] ?? null,
    label,
    staffId: STAFF[index % 4]?.id ?? null,
    staffName: STAFF[index % 4]?.fields.name ?? null,
    machine: MACHINES[index % MACHINES.length] ?? "",
  };
});

const checkpoint = { size: entries.length, madeAt: MORNING };

export const historyAnswers: Answers = {
  trail_state: () => ({ entries: entries.length, checkpoint, clockDoubt: null, now: Date.now() }),
  trail_verify: () => {
    const verdict = {
      entries: entries.length,
      since: entries.at(-1)?.at ?? null,
      checkpoints: 1,
      checkpointAt: MORNING,
      fault: null,
    };
    const task = runTask({ kind: "trail_verify", subject: "" }, entries.length, 3_000, (ended) => {
      if (ended.state === "completed")
        ended.result = { plan: null, sessionId: null, importId: null, batchId: null, verdict };
    });
    return { task: task.id };
  },
  trail_export: ({ form }) => {
    const subject = form === "bundle" ? "Kontakti-tapahtumaloki.zip" : "Kontakti-tapahtumaloki.csv";
    return { task: runTask({ kind: "trail_export", subject }, entries.length, 2_000, () => undefined).id };
  },
  checkpoint_sheet_save: () => ({ isSaved: true, name: "Kontakti-tarkistuspiste.pdf" }),
  clock_confirm: () => ({ entries: entries.length, checkpoint, clockDoubt: null, now: Date.now() }),
  audit_list: (request) =>
    paged(
      entries.filter(
        (entry) =>
          (request.actions.length === 0 || request.actions.includes(entry.action)) &&
          (request.entity === null || request.entity === entry.entity) &&
          (request.entityId === null || request.entityId === entry.entityId) &&
          (request.from === null || entry.at >= request.from) &&
          (request.until === null || entry.at < request.until),
      ),
      request,
    ),
};
