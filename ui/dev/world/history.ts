/** The audit trail of a studio at work. */
import type { AuditEntryDto } from "../../src/api/generated";
import { STAFF } from "./staff.ts";
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

export const historyAnswers: Answers = {
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
