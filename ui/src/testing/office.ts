/** Records of the fixed cast for tests of the office side. */
import type {
  AppState,
  BatchPlan,
  CustomerDto,
  CustomerRow,
  OrderDto,
  OrderTotals,
  Page,
  PartnerDto,
  ProductDto,
  RightDto,
  RootKeyDto,
  SessionDto,
  SignerDto,
  StaffList,
  StaffMemberDto,
  StudioDto,
  VatRate,
} from "../api/generated";

export const AT = Date.UTC(2026, 8, 3, 5, 30);

export function pageOf<Row>(rows: Row[]): Page<Row> {
  return { rows, next: null };
}

/** Every right: the owner's. */
export const RIGHTS: RightDto[] = [
  "signed_in",
  "see_photos",
  "mark_photos",
  "import_photos",
  "see_customers",
  "change_customers",
  "see_orders",
  "take_orders",
  "advance_orders",
  "manage_products",
  "see_hand_overs",
  "hand_over",
  "manage_partners",
  "see_disclosures",
  "see_history",
  "see_staff",
  "manage_staff",
  "manage_studio",
];

export const owner: SignerDto = { staffId: 1, name: "Helmi Kuusisto", role: "owner", rights: RIGHTS };

export function member(id: number, name: string, part: Partial<StaffMemberDto> = {}): StaffMemberDto {
  return {
    id,
    fields: { name, role: "order_desk", agreedOn: "2026-08-03" },
    status: "active",
    leftOn: "",
    hasPassphraseHere: true,
    isOneself: false,
    rev: 1,
    ...part,
  };
}

export function staffList(members: StaffMemberDto[], rootKey: Partial<RootKeyDto> = {}): StaffList {
  return { members, rootKey: { renewedAt: null, dueSince: null, ...rootKey } };
}

export function appState(part: Partial<AppState> = {}): AppState {
  return {
    state: "open",
    register: "studio",
    existing: ["studio"],
    studioName: "Kuvaamo Esimerkki Oy",
    demonstrationPassphrase: null,
    signIns: [{ staffId: 1, name: "Helmi Kuusisto", hasKeychain: false }],
    signer: owner,
    alarm: null,
    waitMs: null,
    version: "0.1.0",
    settings: { language: "en", theme: "light", lockAfterMinutes: 10 },
    ...part,
  };
}

export const studio: StudioDto = {
  fields: {
    name: "Kuvaamo Esimerkki Oy",
    businessId: "1234567-1",
    street: "Koulukatu 1",
    postalCode: "60100",
    town: "Seinäjoki",
    phone: "",
    email: "",
    language: "fi",
  },
  isDemonstration: false,
  rev: 3,
};

export function customer(part: Partial<CustomerDto["fields"]> = {}, rev = 1): CustomerDto {
  return {
    id: 501,
    fields: {
      lastName: "Virtanen",
      firstName: "Mikko",
      email: "mikko@perhe.example",
      phone: "040 111 1111",
      street: "Koskitie 1",
      postalCode: "60100",
      town: "Seinäjoki",
      country: "FI",
      language: "fi",
      note: "",
      ...part,
    },
    isMarketingPermitted: false,
    consents: [],
    createdAt: AT,
    updatedAt: AT,
    rev,
  };
}

export function rowOf({ id, fields, isMarketingPermitted }: CustomerDto): CustomerRow {
  const { lastName, firstName, email, phone, town, language } = fields;
  return { id, lastName, firstName, email, phone, town, language, isMarketingPermitted, orders: 2 };
}

export const print: ProductDto = {
  id: 301,
  fields: {
    code: "10",
    nameFi: "Kuva 10x15",
    nameSv: "Bild 10x15",
    nameEn: "Print 10x15",
    print: { size: "10x15", widthMm: 102, heightMm: 152, surface: "" },
    priceCents: 690,
    vatClass: "general",
    isActive: true,
  },
  rev: 1,
};

export const frame: ProductDto = {
  id: 302,
  fields: {
    ...print.fields,
    code: "KEH",
    nameFi: "Kehys",
    nameSv: "Ram",
    nameEn: "Frame",
    print: null,
    priceCents: 1200,
  },
  rev: 1,
};

export const vatRates: VatRate[] = [
  { class: "general", vatBp: 2550 },
  { class: "reduced", vatBp: 1350 },
  { class: "press", vatBp: 1000 },
  { class: "exempt", vatBp: 0 },
];

export function totals(grossCents: number): OrderTotals {
  const vatCents = Math.round((grossCents * 2550) / 12550);
  const netCents = grossCents - vatCents;
  return { netCents, vatCents, grossCents, byRate: [{ vatBp: 2550, netCents, vatCents, grossCents }] };
}

export function order(part: Partial<OrderDto> = {}): OrderDto {
  return {
    id: 701,
    number: "2026-0001",
    customerId: 501,
    customerName: "Virtanen Mikko",
    state: "draft",
    nextStates: ["confirmed", "cancelled"],
    awaitsHandOver: false,
    isBeingHandedOver: false,
    note: "",
    lines: [
      {
        id: 801,
        productId: 302,
        productCode: "KEH",
        nameFi: "Kehys",
        nameSv: "Ram",
        nameEn: "Frame",
        isPrint: false,
        frameId: null,
        frameName: null,
        quantity: 2,
        unitPriceCents: 1200,
        vatBp: 2550,
        totalCents: 2400,
      },
    ],
    totals: totals(2400),
    createdAt: AT,
    confirmedAt: null,
    sentAt: null,
    deliveredAt: null,
    cancelledAt: null,
    batches: [],
    rev: 1,
    ...part,
  };
}

export function partner(part: Partial<PartnerDto> = {}): PartnerDto {
  return {
    id: 901,
    fields: {
      name: "Kuvatuote Oy",
      country: "FI",
      agreementOn: "2026-01-15",
      email: "",
      profile: "plain",
      isActive: true,
    },
    refusal: null,
    batches: 0,
    rev: 1,
    ...part,
  };
}

export function plan(part: Partial<BatchPlan> = {}): BatchPlan {
  return {
    partnerId: 901,
    partnerName: "Kuvatuote Oy",
    refusal: null,
    orders: 1,
    files: 2,
    prints: 5,
    estimatedBytes: 6_000_000,
    sizes: [{ size: "10x15", files: 2, prints: 5 }],
    customers: 1,
    fields: ["order_number", "photo"],
    issues: [],
    canRun: true,
    ...part,
  };
}

export function session(part: Partial<SessionDto> = {}): SessionDto {
  return {
    id: 11,
    name: "Koskelan koulu",
    photographer: "Minna Rautio",
    createdAt: 1,
    firstTakenAt: 1,
    lastTakenAt: 2,
    frames: 12,
    rejected: 0,
    coverFrameId: 1,
    resumableImportId: null,
    rev: 1,
    ...part,
  };
}
