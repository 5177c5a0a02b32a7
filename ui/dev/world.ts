/** The invented studio's records: the fixed cast, sessions of drawn portraits, orders, partners. */
import type {
  ApiError,
  AppEvent,
  AppState,
  CustomerDto,
  CustomerFieldsDto,
  ErrorCode,
  FrameCell,
  ImportPlan,
  ImportReport,
  Methods,
  OrderDto,
  OrderLineEntry,
  PartnerDto,
  ProductDto,
  SessionDto,
  StudioDto,
  TaskDto,
} from "../src/api/generated";

type Answers = {
  [M in keyof Methods]?: (request: Methods[M]["request"]) => Methods[M]["response"];
};

const listeners = new Set<(event: AppEvent) => void>();
export function onEvent(listener: (event: AppEvent) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
const emit = (event: AppEvent) => listeners.forEach((listener) => listener(event));
const changed = (entity: string, ids: number[] = []) => emit({ type: "changed", changes: [{ entity, ids }] });

export function refusal(code: ErrorCode, rest: Partial<ApiError> = {}): ApiError {
  return { code, kind: "refused", args: [], fields: [], incident: null, ...rest };
}

const DAY = 86_400_000;
const MORNING = Date.UTC(2026, 8, 3, 5, 30);

let state: AppState = {
  state: "open",
  register: "studio",
  existing: ["studio", "demonstration"],
  studioName: "Kuvaamo Esimerkki Oy",
  demonstrationPassphrase: null,
  waitMs: null,
  version: "0.1.0",
  settings: { language: "fi", theme: "light" },
};
const place = (next: Partial<AppState>) => {
  state = { ...state, ...next };
  emit({ type: "state_changed" });
  return state;
};

let studio: StudioDto = {
  fields: {
    name: "Kuvaamo Esimerkki Oy",
    businessId: "1234567-1",
    street: "Kauppakatu 12",
    postalCode: "33200",
    town: "Tampere",
    phone: "+358 40 123 4567",
    email: "toimisto@kuvaamo.example",
    language: "fi",
  },
  isDemonstration: false,
  rev: 1,
};

const frames = new Map<number, FrameCell>();
const framesOf = new Map<number, number[]>();
const sessions: SessionDto[] = [];

function addSession(
  id: number,
  name: string,
  photographer: string,
  count: number,
  daysAgo: number,
  resumable = false,
) {
  const ids: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const frameId = id * 100_000 + index;
    const isPortrait = index % 9 !== 4;
    frames.set(frameId, {
      id: frameId,
      name: `KOS_${String(1000 + index)}`,
      takenAt: MORNING - daysAgo * DAY + index * 7000,
      width: isPortrait ? 4000 : 6000,
      height: isPortrait ? 6000 : 4000,
      rating: index % 7 === 0 ? 4 : index % 5 === 0 ? 2 : index % 23 === 0 ? 5 : 0,
      isRejected: index % 11 === 3,
      hasRaw: index % 2 === 0,
      hasPreview: index % 97 !== 96,
      rev: 1,
    });
    ids.push(frameId);
  }
  framesOf.set(id, ids);
  sessions.push({
    id,
    name,
    photographer,
    createdAt: MORNING - daysAgo * DAY + 9 * 3_600_000,
    firstTakenAt: count ? MORNING - daysAgo * DAY : null,
    lastTakenAt: count ? MORNING - daysAgo * DAY + count * 7000 : null,
    frames: count,
    rejected: ids.filter((frameId) => frames.get(frameId)?.isRejected).length,
    coverFrameId: ids[0] ?? null,
    resumableImportId: resumable ? id * 10 : null,
    rev: 1,
  });
}
addSession(11, "Koskelan koulu, 3.9.2026", "Minna Rautio", 2013, 0);
addSession(12, "Koskelan koulu, luokat 3A–3C", "Minna Rautio", 248, 1);
addSession(13, "Päiväkoti Pihlajanmarja, syyskuvaus ja sisarusryhmät", "Olli Kettunen", 412, 2, true);
addSession(14, "Norrvalla skola", "Sofia Lindholm", 20_000, 6);
addSession(15, "<b>Testikoulu</b> & muut", "O’Malley", 36, 9);

let language = 0;
export function picture(id: number, kind: string): string {
  const cell = frames.get(id);
  const [width, height] = !cell || cell.width < cell.height ? [400, 600] : [600, 400];
  const hue = (id * 47) % 360;
  const skin = ["#f1d3bd", "#e3b894", "#c98f65", "#8f5b3c", "#f6dfce"][id % 5];
  const hair = ["#2c1b12", "#6b4423", "#c9a15a", "#111111", "#8a3b1e"][(id * 3) % 5];
  const x = width / 2;
  const y = height * 0.42;
  const mark = kind === "full" ? `<text x="8" y="16" font-size="10" fill="#fff8">1:1</text>` : "";
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width * 2}" height="${height * 2}" viewBox="0 0 ${width} ${height}"><defs><radialGradient id="g"><stop offset="0" stop-color="hsl(${hue} 14% 72%)"/><stop offset="1" stop-color="hsl(${hue} 16% 44%)"/></radialGradient></defs><rect width="100%" height="100%" fill="url(#g)"/><path d="M${x - 150} ${height} q10 -170 150 -170 t150 170z" fill="hsl(${(hue + 140) % 360} 34% 42%)"/><rect x="${x - 28}" y="${y + 50}" width="56" height="70" rx="20" fill="${skin}"/><ellipse cx="${x}" cy="${y - 26}" rx="92" ry="98" fill="${hair}"/><ellipse cx="${x}" cy="${y}" rx="76" ry="94" fill="${skin}"/><circle cx="${x - 28}" cy="${y - 6}" r="7" fill="#222"/><circle cx="${x + 28}" cy="${y - 6}" r="7" fill="#222"/><path d="M${x - 26} ${y + 40} q26 22 52 0" stroke="#7a3b34" stroke-width="5" fill="none" stroke-linecap="round"/>${mark}</svg>`;
}

const paged = <Row>(rows: Row[], request: { after: string | null; limit: number }) => {
  const from = Number(request.after ?? 0);
  const next = from + request.limit;
  return { rows: rows.slice(from, next), next: next < rows.length ? String(next) : null, total: rows.length };
};
const has = (text: string, search: string) => text.toLowerCase().includes(search.toLowerCase());

const LAST = [
  "Virtanen",
  "Öhman",
  "Korhonen",
  "Åberg",
  "Nieminen",
  "Mäkelä",
  "Laine",
  "Heikkinen",
  "Sjöström",
];
const FIRST = ["Mikko", "Sanna", "Anneli", "Erik", "Kaisa", "Tuomas", "Linnea", "Juhani", "Aino-Maria"];
const customers: CustomerDto[] = Array.from({ length: 340 }, (_, index) => {
  const lastName = LAST[index % 9] ?? "";
  const firstName = FIRST[(index * 5) % 9] ?? "";
  return {
    id: 501 + index,
    fields: {
      lastName,
      firstName,
      email: `${firstName.toLowerCase()}.${index}@perhe.example`,
      phone: `+358 40 555 ${String(1000 + index)}`,
      street: `Koskitie ${index + 1}`,
      postalCode: "33100",
      town: ["Tampere", "Nokia", "Vaasa"][index % 3] ?? "",
      country: "FI",
      language: (["fi", "fi", "sv", "en"] as const)[index % 4] ?? "fi",
      note: "",
    },
    isMarketingPermitted: index % 3 === 0,
    consents: [],
    createdAt: MORNING - index * DAY,
    updatedAt: MORNING - index * DAY,
    rev: 1,
  };
});
const nameOf = (fields: CustomerFieldsDto) => `${fields.lastName} ${fields.firstName}`;

const SIZES = [
  ["10X15", "Kuva 10 × 15", "Bild 10 × 15", "Print 10 × 15", "10x15", 102, 152, 690],
  ["15X21", "Kuva 15 × 21", "Bild 15 × 21", "Print 15 × 21", "15x21", 152, 210, 990],
  ["20X30", "Kuva 20 × 30", "Bild 20 × 30", "Print 20 × 30", "20x30", 203, 305, 1990],
] as const;
const products: ProductDto[] = SIZES.map(
  ([code, nameFi, nameSv, nameEn, size, widthMm, heightMm, cents], index) => ({
    id: 31 + index,
    fields: {
      code,
      nameFi,
      nameSv,
      nameEn,
      print: { size, widthMm, heightMm, surface: "" },
      priceCents: cents,
      vatBp: 2550,
      isActive: true,
    },
    rev: 1,
  }),
);

function totalsOf(lines: OrderLineEntry[]) {
  const gross = lines.reduce((sum, line) => sum + line.quantity * line.unitPriceCents, 0);
  const net = Math.round(gross / 1.255);
  const row = { netCents: net, vatCents: gross - net, grossCents: gross };
  return { ...row, byRate: [{ vatBp: 2550, ...row }] };
}

const NEXT = {
  draft: ["confirmed", "cancelled"],
  confirmed: ["sent", "cancelled"],
  sent: ["delivered"],
  delivered: [],
  cancelled: [],
} as const;

const orders: OrderDto[] = Array.from({ length: 160 }, (_, index) => {
  const customer = customers[index * 2] ?? customers[0];
  const entries: OrderLineEntry[] = [
    {
      productId: 31 + (index % 3),
      frameId: 1_100_000 + index,
      quantity: 1 + (index % 4),
      unitPriceCents: 990,
    },
    { productId: 31, frameId: 1_100_000 + index, quantity: 2, unitPriceCents: 690 },
  ];
  const orderState =
    (["draft", "confirmed", "confirmed", "sent", "delivered", "cancelled"] as const)[index % 6] ?? "draft";
  return {
    id: 701 + index,
    number: `2026-${String(1001 + index)}`,
    customerId: customer?.id ?? 0,
    customerName: customer ? nameOf(customer.fields) : "",
    state: orderState,
    nextStates: [...NEXT[orderState]],
    note: "",
    lines: entries.map((entry, line) => ({
      id: index * 10 + line,
      ...entry,
      productCode: SIZES[entry.productId - 31]?.[0] ?? "",
      nameFi: SIZES[entry.productId - 31]?.[1] ?? "",
      nameSv: SIZES[entry.productId - 31]?.[2] ?? "",
      nameEn: SIZES[entry.productId - 31]?.[3] ?? "",
      isPrint: true,
      frameName: `KOS_${1000 + index}`,
      vatBp: 2550,
      totalCents: entry.quantity * entry.unitPriceCents,
    })),
    totals: totalsOf(entries),
    createdAt: MORNING - index * 3_600_000,
    confirmedAt: MORNING,
    sentAt: null,
    deliveredAt: null,
    cancelledAt: null,
    batchNumbers: [],
    rev: 1,
  };
});

const partners: PartnerDto[] = [
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
];

const tasks: TaskDto[] = [];
const plans = new Map<string, ImportPlan>();
const reports = new Map<number, ImportReport>();
let nextTask = 1;

function runTask(
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
    bytesDone: 0,
    bytesTotal: bytes,
    bytesPerSecond: 0,
    secondsLeft: null,
    startedAt: Date.now(),
    endedAt: null,
    error: null,
    issues: 0,
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

function cellsOf(sessionId: number): FrameCell[] {
  return (framesOf.get(sessionId) ?? []).flatMap((id) => frames.get(id) ?? []);
}

const report = (id: number, sessionId: number): ImportReport => ({
  id,
  sessionId,
  sourceLabel: "/media/KORTTI/DCIM",
  outcome: id % 10 ? "completed" : "interrupted",
  startedAt: MORNING + 9 * 3_600_000,
  endedAt: MORNING + 9 * 3_600_000 + 412_000,
  plannedFiles: 2030,
  storedFiles: 2021,
  storedBytes: 16_800_000_000,
  frames: 2013,
  issues: [
    { name: "100CANON/IMG_0412.JPG", reason: "truncated" },
    { name: "100CANON/IMG_0977.JPG", reason: "not_an_image" },
    { name: "101CANON/MVI_0031.MP4", reason: "unsupported_kind" },
    { name: "101CANON/IMG_1200.CR3", reason: "no_preview" },
    { name: "101CANON/åäö <i>outo</i> nimi.JPG", reason: "damaged" },
    { name: "101CANON/IMG_1300.JPG", reason: "vanished" },
    ...Array.from({ length: 3 }, (_, index) => ({
      name: `101CANON/IMG_14${10 + index}.JPG`,
      reason: "empty" as const,
    })),
  ],
});

export const answers: Answers = {
  app_state: () => state,
  settings_set: (settings) => place({ settings }),
  register_lock: () => place({ state: "locked", studioName: null }),
  register_unlock: () => place({ state: "open", studioName: studio.fields.name }),
  register_choose: ({ register }) => place({ register }),
  passphrase_rate: ({ passphrase }) => ({
    score: Math.min(4, Math.floor(passphrase.length / 6)),
    isSufficient: passphrase.length > 15,
    warning: passphrase.length > 15 ? null : "too_short",
  }),
  studio_get: () => studio,
  studio_update: ({ fields }) => (studio = { ...studio, fields, rev: studio.rev + 1 }),
  folder_choose: () => ({ token: "t1", label: "/media/KORTTI/DCIM" }),
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
    plans.set(plan, {
      plan,
      sourceLabel: "/media/KORTTI/DCIM",
      proposedName: "Koskelan koulu, 4.9.2026",
      new: [
        { kind: "jpeg", files: 1204, bytes: 9_860_000_000 },
        { kind: "raw", files: 826, bytes: 21_300_000_000 },
      ],
      newFiles: 2030,
      newBytes: 31_160_000_000,
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
    });
    return {
      task: runTask({ kind: "import_plan", subject: "/media/KORTTI/DCIM" }, 2285, 2500, (task) => {
        task.result = { plan, sessionId: null, importId: null, batchId: null };
      }).id,
    };
  },
  import_plan_get: ({ plan }) => {
    const found = plans.get(plan);
    if (!found) throw refusal("plan_unknown");
    return found;
  },
  import_start: ({ sessionId, name, photographer }) => {
    const id = sessionId ?? 16 + plans.size;
    const importId = id * 10 + 1;
    if (!sessionId) addSession(id, name, photographer, 1210, -1);
    reports.set(importId, { ...report(importId, id), outcome: "running" });
    const task = runTask(
      { kind: "import", subject: "/media/KORTTI/DCIM", issues: 9 },
      2030,
      14_000,
      (ended) => {
        ended.result = { plan: null, sessionId: id, importId, batchId: null };
        reports.set(importId, {
          ...report(importId, id),
          outcome: ended.state === "cancelled" ? "cancelled" : "completed",
          storedFiles: ended.done,
        });
        changed("session");
      },
    );
    task.result = { plan: null, sessionId: id, importId, batchId: null };
    changed("session");
    return { task: task.id, importId, sessionId: id };
  },
  import_resume: ({ id }) =>
    answers.import_start?.({ plan: "", sessionId: Math.floor(id / 10), name: "", photographer: "" }) as never,
  import_get: ({ id }) => reports.get(id) ?? report(id, Math.floor(id / 10)),
  import_list: ({ sessionId }) => ({ imports: [report(sessionId * 10 + 1, sessionId)] }),
  session_list: (request) =>
    paged(
      sessions.filter((session) => has(session.name, request.search)),
      request,
    ),
  session_get: ({ id }) => {
    const found = sessions.find((session) => session.id === id);
    if (!found) throw refusal("not_found", { kind: "not_found" });
    return found;
  },
  session_update: ({ id, name, photographer }) => {
    const found = sessions.find((session) => session.id === id);
    if (!found) throw refusal("not_found", { kind: "not_found" });
    Object.assign(found, { name, photographer, rev: found.rev + 1 });
    changed("session", [id]);
    return found;
  },
  frame_index: ({ sessionId, sort, reject, minRating, search }) => {
    const all = cellsOf(sessionId);
    const fit = all.filter(
      (cell) =>
        cell.rating >= minRating &&
        (reject === "all" || cell.isRejected === (reject === "rejected")) &&
        has(cell.name, search),
    );
    if (sort === "rating") fit.sort((a, b) => b.rating - a.rating);
    if (sort.endsWith("descending")) fit.reverse();
    return { ids: fit.map((cell) => cell.id), total: all.length };
  },
  frame_cells: ({ ids }) => ({ cells: ids.flatMap((id) => frames.get(id) ?? []) }),
  frame_get: ({ id }) => {
    const cell = frames.get(id);
    if (!cell) throw refusal("not_found", { kind: "not_found" });
    const sessionId = Math.floor(id / 100_000);
    return {
      ...cell,
      sessionId,
      sessionName: sessions.find((session) => session.id === sessionId)?.name ?? "",
      takenLocal: "2026-09-03T08:41:07.420",
      offsetMinutes: 180,
      camera: "Canon EOS R6 Mark II",
      serial: "012034005678",
      orientation: 1,
      exposureSeconds: 1 / 160,
      fNumber: 7.1,
      iso: 200,
      focalMm: 85,
      files: [
        { name: `${cell.name}.JPG`, kind: "jpeg", sizeBytes: 8_412_331 },
        ...(cell.hasRaw ? [{ name: `${cell.name}.CR3`, kind: "raw" as const, sizeBytes: 26_180_442 }] : []),
      ],
      orderNumbers: id % 3 ? [] : ["2026-1001", "2026-1017"],
    };
  },
  frame_mark: ({ ids, rating, isRejected }) => {
    const marks = ids.flatMap((id) => {
      const cell = frames.get(id);
      if (!cell) return [];
      const before = { id, rating: cell.rating, isRejected: cell.isRejected };
      frames.set(id, {
        ...cell,
        rating: rating ?? cell.rating,
        isRejected: isRejected ?? cell.isRejected,
        rev: cell.rev + 1,
      });
      return [before];
    });
    changed("frame", ids);
    return { marks };
  },
  frame_marks_restore: ({ marks }) => {
    for (const mark of marks) {
      const cell = frames.get(mark.id);
      if (cell) frames.set(mark.id, { ...cell, rating: mark.rating, isRejected: mark.isRejected });
    }
    changed(
      "frame",
      marks.map((mark) => mark.id),
    );
    return {};
  },
  customer_search: (request) =>
    paged(
      customers
        .filter((customer) => has(`${nameOf(customer.fields)} ${customer.fields.email}`, request.search))
        .map(({ id, fields, isMarketingPermitted }) => ({
          id,
          ...fields,
          isMarketingPermitted,
          orders: id % 4,
        })),
      request,
    ),
  customer_get: ({ id }) => customers.find((customer) => customer.id === id) ?? (customers[0] as CustomerDto),
  customer_create: ({ fields }) => {
    const first = customers[0] as CustomerDto;
    const made: CustomerDto = { ...first, id: 2000 + language++, fields };
    customers.unshift(made);
    changed("customer", [made.id]);
    return made;
  },
  customer_update: ({ id, fields }) => {
    const found = customers.find((customer) => customer.id === id) as CustomerDto;
    Object.assign(found, { fields, rev: found.rev + 1 });
    changed("customer", [id]);
    return found;
  },
  product_list: () => ({ products }),
  order_search: (request) =>
    paged(
      orders
        .filter(
          (order) =>
            has(`${order.number} ${order.customerName}`, request.search) &&
            (request.states.length === 0 || request.states.includes(order.state)) &&
            (request.customerId === null || order.customerId === request.customerId),
        )
        .map((order) => ({
          ...order,
          pieces: order.lines.reduce((sum, line) => sum + line.quantity, 0),
          grossCents: order.totals.grossCents,
        })),
      request,
    ),
  order_get: ({ id }) => orders.find((order) => order.id === id) ?? (orders[0] as OrderDto),
  order_totals: ({ lines }) => totalsOf(lines),
  partner_list: () => ({ partners }),
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
      fields: ["order_number", "photo"],
      issues: [],
      canRun: !partner?.refusal,
    };
  },
  batch_list: (request) => paged([], request),
  disclosure_list: (request) => paged([], request),
  audit_list: (request) =>
    paged(
      Array.from({ length: 900 }, (_, index) => ({
        id: 9000 - index,
        at: MORNING + 12 * 3_600_000 - index * 400_000,
        action:
          ["frames_marked", "order_confirmed", "customer_updated", "register_unlocked"][index % 4] ?? "",
        entity: ["frame", "order", "customer", "studio"][index % 4] ?? "",
        entityId: 700 + index,
        label: index % 4 === 1 ? `2026-${1000 + index}` : null,
        fields: index % 4 === 2 ? ["phone", "email"] : [],
        count: index % 4 === 0 ? 12 : null,
        machine: "TOIMISTO-2",
      })),
      request,
    ),
};
