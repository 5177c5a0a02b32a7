/** Print partners, batches, and the disclosure ledger. */
import type { BatchDto, DisclosureDto, PartnerDto } from "../../src/api/generated";
import { orders, step } from "./orders.ts";
import { runTask } from "./tasks.ts";
import { DAY, IS_WORKING, MORNING, changed, found, paged, refusal, type Answers } from "./wire.ts";

const partners: PartnerDto[] = IS_WORKING
  ? [
      {
        id: 41,
        fields: {
          name: "Kuvatuote Oy",
          country: "FI",
          agreementOn: "2026-01-15",
          email: "paino@kuvatuote.example",
          profile: "plain",
          isActive: true,
        },
        refusal: null,
        batches: 3,
        rev: 1,
      },
      {
        id: 42,
        fields: {
          name: "Overseas Prints Ltd",
          country: "US",
          agreementOn: "2026-01-15",
          email: "",
          profile: "plain",
          isActive: true,
        },
        refusal: "outside_eea",
        batches: 0,
        rev: 1,
      },
      {
        id: 43,
        fields: {
          name: "Länsirannikon Valokuvapaino ja Suurkuvatuotanto Oy",
          country: "FI",
          agreementOn: "",
          email: "tuotanto@lansirannikko.example",
          profile: "plain",
          isActive: true,
        },
        refusal: "no_agreement",
        batches: 0,
        rev: 1,
      },
    ]
  : [];

const SHA256 = "58977bf42cf355a817f3b9c1ae26d4dbf48c780813205e135d527bf0fdcd4cce";

function batchOf(id: number, orderIds: number[], part: Partial<BatchDto> = {}): BatchDto {
  return {
    id,
    number: `2026-${String(id - 50).padStart(3, "0")}`,
    partnerId: 41,
    partnerName: "Kuvatuote Oy",
    state: "handed_over",
    resendOfId: null,
    resendOfNumber: null,
    orders: orderIds.map((orderId) => ({ id: orderId, number: found(orders, orderId).number })),
    folder: `/srv/painoon/2026/syyskuu/2026-${String(id - 50).padStart(3, "0")}`,
    files: orderIds.length * 2,
    prints: orderIds.length * 4,
    bytes: orderIds.length * 3_400_000,
    sha256: SHA256,
    createdAt: MORNING - (54 - id) * DAY,
    handedOverAt: MORNING - (54 - id) * DAY + 90_000,
    ...part,
  };
}

const shipped = orders.filter((order) => order.state === "sent" || order.state === "delivered");
const waiting = orders.filter((order) => order.state === "confirmed");
const idsOf = (of: typeof orders, count: number) => of.slice(0, count).map((order) => order.id);
const batches: BatchDto[] = IS_WORKING
  ? [
      batchOf(53, idsOf(shipped, 4), { resendOfId: 52, resendOfNumber: "2026-002" }),
      batchOf(52, idsOf(shipped, 22)),
      batchOf(51, idsOf(waiting, 18), { state: "failed", handedOverAt: null, sha256: "" }),
    ]
  : [];

function disclosureOf(batch: BatchDto): DisclosureDto {
  return {
    id: 100 + batch.id,
    at: batch.handedOverAt ?? batch.createdAt,
    recipient: batch.partnerName,
    country: "FI",
    agreementOn: "2026-01-15",
    purpose: "printing",
    batchId: batch.id,
    batchNumber: batch.number,
    fields: ["order_number", "photo", "product", "size", "quantity"],
    files: batch.files,
    customers: batch.orders.length,
    sha256: batch.sha256,
  };
}
const disclosures = batches.filter((batch) => batch.state === "handed_over").map(disclosureOf);

export const productionAnswers: Answers = {
  partner_list: () => ({ partners }),
  partner_create: (fields) => {
    const partner: PartnerDto = { id: 41 + partners.length, fields, refusal: null, batches: 0, rev: 1 };
    partners.push(partner);
    changed("print_partner", [partner.id]);
    return partner;
  },
  partner_update: ({ id, fields }) => {
    const partner = found(partners, id);
    Object.assign(partner, { fields, rev: partner.rev + 1 });
    changed("print_partner", [id]);
    return { ...partner };
  },
  batch_plan: ({ partnerId, orderIds }) => {
    const partner = partners.find((entry) => entry.id === partnerId);
    return {
      partnerId,
      partnerName: partner?.fields.name ?? "",
      refusal: partner?.refusal ?? null,
      orders: orderIds.length,
      files: orderIds.length * 2,
      prints: orderIds.length * 4,
      estimatedBytes: orderIds.length * 3_400_000,
      sizes: [
        { size: "10x15", files: orderIds.length, prints: orderIds.length * 2 },
        { size: "15x21", files: orderIds.length, prints: orderIds.length * 2 },
      ],
      customers: orderIds.length,
      fields: ["order_number", "photo", "product", "size", "quantity"],
      issues: orderIds.flatMap((orderId) => {
        const order = found(orders, orderId);
        return orderId % 7
          ? []
          : [
              {
                kind: "low_resolution" as const,
                isStopping: false,
                orderId,
                orderNumber: order.number,
                line: 1,
                frameName: order.lines[0]?.frameName ?? null,
              },
            ];
      }),
      canRun: !partner?.refusal,
    };
  },
  batch_start: ({ partnerId, orderIds, resendOfId }) => {
    const partner = found(partners, partnerId);
    if (partner.refusal) throw refusal("partner_outside_eea");
    const batch = batchOf(51 + batches.length, orderIds, {
      partnerId,
      partnerName: partner.fields.name,
      state: "running",
      resendOfId,
      resendOfNumber: resendOfId === null ? null : found(batches, resendOfId).number,
      createdAt: Date.now(),
      handedOverAt: null,
    });
    batches.unshift(batch);
    const task = runTask({ kind: "hand_over", subject: partner.fields.name }, batch.files, 6_000, (ended) => {
      const isDone = ended.state === "completed";
      Object.assign(batch, {
        state: isDone ? "handed_over" : "failed",
        handedOverAt: isDone ? Date.now() : null,
      });
      ended.result = { plan: null, sessionId: null, importId: null, batchId: batch.id, verdict: null };
      if (isDone) {
        disclosures.unshift(disclosureOf(batch));
        for (const id of orderIds) step(found(orders, id), "sent");
      }
      changed("print_batch", [batch.id]);
      changed("disclosure");
    });
    changed("print_batch", [batch.id]);
    return { task: task.id, batchId: batch.id };
  },
  batch_list: (request) => paged(batches, request),
  batch_get: ({ id }) => ({ ...found(batches, id) }),
  disclosure_get: ({ id }) => {
    const disclosure = found(disclosures, id);
    const batch = found(batches, disclosure.batchId ?? 0);
    const held = batch.orders.flatMap(({ id: held }) => orders.find((order) => order.id === held) ?? []);
    return {
      disclosure,
      customers: held.map((order) => ({ id: order.customerId, name: order.customerName })),
      orders: held.map((order) => ({ id: order.id, number: order.number })),
      files: held.flatMap((order) =>
        order.lines.map((line, index) => ({
          stem: `k${order.id}${index}`,
          orderId: order.id,
          orderNumber: order.number,
          line: index + 1,
          frameName: line.frameName,
          size: "10x15",
          quantity: line.quantity,
        })),
      ),
    };
  },
  disclosure_list: (request) => paged(disclosures, request),
};
