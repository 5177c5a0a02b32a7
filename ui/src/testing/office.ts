/** Records of the fixed cast for tests of the office side. */
import type {
  AppState,
  BatchPlan,
  Classes,
  CustomerDto,
  CustomerRow,
  GuardianDto,
  JobDto,
  OrderDto,
  OrderTotals,
  Page,
  PartnerDto,
  ProductDto,
  RightDto,
  RootKeyDto,
  RosterImportDto,
  RosterPreview,
  SchoolDto,
  SchoolRow,
  SessionDto,
  SignerDto,
  StaffList,
  StaffMemberDto,
  StudioDto,
  SubjectDto,
  SubjectRow,
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
  "match_photos",
  "import_photos",
  "see_subjects",
  "change_subjects",
  "manage_jobs",
  "make_cards",
  "see_protected",
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
    children: [],
    provenance: [],
    protection: null,
    isWithheld: false,
    createdAt: AT,
    updatedAt: AT,
    rev,
  };
}

export function rowOf({ id, fields, isMarketingPermitted, isWithheld }: CustomerDto): CustomerRow {
  const { lastName, firstName, email, phone, town, language } = fields;
  const row = { id, lastName, firstName, email, phone, town, language, isMarketingPermitted };
  return { ...row, orders: 2, isWithheld };
}

/** A protected customer as the program tells of them: the name alone. */
export function withheldCustomer(rev = 1): CustomerDto {
  const contact = { email: "", phone: "", street: "", postalCode: "", town: "", country: "" };
  return {
    ...customer(contact, rev),
    protection: { at: AT, staffName: "Helmi Kuusisto", reviewOn: "2027-08-01" },
    isWithheld: true,
  };
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
    jobId: null,
    job: "",
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

export function school(part: Partial<SchoolDto["fields"]> = {}, rev = 1): SchoolDto {
  return {
    id: 201,
    fields: {
      name: "Koskelan koulu",
      kind: "school",
      street: "Koulukatu 12",
      postalCode: "60100",
      town: "Seinäjoki",
      language: "fi",
      agreementOn: "2026-04-15",
      agreement: "",
      note: "",
      contacts: [{ name: "Esimerkki Aino", duty: "Koulusihteeri", email: "", phone: "06 555 0200" }],
      ...part,
    },
    years: [2026, 2025],
    rev,
  };
}

export function schoolRow(part: Partial<SchoolRow> = {}): SchoolRow {
  return {
    id: 201,
    name: "Koskelan koulu",
    kind: "school",
    town: "Seinäjoki",
    contact: "Esimerkki Aino",
    newestYear: 2026,
    subjects: 2,
    latestJobOn: "2026-09-03",
    ...part,
  };
}

export function subjectRow(part: Partial<SubjectRow> = {}): SubjectRow {
  return {
    id: 601,
    lastName: "Virtanen",
    firstName: "Aino Maria",
    callName: "Aino",
    groupId: 251,
    position: 1,
    leftOn: "",
    photoPermission: "given",
    publicationPermission: "refused",
    guardians: 2,
    ...part,
  };
}

/** 5A with two children, of whom one has left, and 10B with one. */
export function classes(part: Partial<Classes> = {}): Classes {
  return {
    groups: [
      { id: 251, name: "5A", teacher: "Malli Ville", subjects: 1 },
      { id: 252, name: "10B", teacher: "", subjects: 1 },
    ],
    subjects: [
      subjectRow(),
      subjectRow({
        id: 602,
        lastName: "Malli",
        firstName: "Ville",
        callName: "",
        position: 2,
        leftOn: "2026-10-01",
        guardians: 0,
      }),
      subjectRow({
        id: 603,
        lastName: "Öhman",
        firstName: "Åke",
        callName: "",
        groupId: 252,
        photoPermission: "unknown",
        guardians: 1,
      }),
    ],
    withheld: 0,
    ...part,
  };
}

export function guardian(part: Partial<GuardianDto> = {}): GuardianDto {
  return {
    customerId: 501,
    name: "Virtanen Mikko",
    phone: "040 111 1111",
    email: "mikko@perhe.example",
    street: "Koskitie 1",
    postalCode: "60100",
    town: "Seinäjoki",
    language: "fi",
    orders: 2,
    isWithheld: false,
    ...part,
  };
}

export function subject(part: Partial<SubjectDto["fields"]> = {}, rev = 1): SubjectDto {
  return {
    id: 601,
    schoolId: 201,
    school: "Koskelan koulu",
    fields: {
      lastName: "Virtanen",
      firstName: "Aino Maria",
      callName: "Aino",
      sourceId: "1042",
      bornOn: "2015-05-04",
      street: "Koskitie 1",
      postalCode: "60100",
      town: "Seinäjoki",
      phone: "",
      email: "",
      language: "fi",
      photoPermission: "given",
      publicationPermission: "refused",
      ...part,
    },
    memberships: [
      { schoolYear: 2026, groupId: 251, group: "5A", leftOn: "" },
      { schoolYear: 2025, groupId: 241, group: "4A", leftOn: "" },
    ],
    guardians: [guardian()],
    provenance: [
      { field: "lastName", source: "roster", at: AT, staffName: "Helmi Kuusisto" },
      { field: "firstName", source: "roster", at: AT, staffName: "Helmi Kuusisto" },
      { field: "street", source: "given", at: AT, staffName: null },
    ],
    protection: null,
    isWithheld: false,
    updatedAt: AT,
    rev,
  };
}

/** A protected child as the program tells of them: the names alone. */
export function withheldSubject(rev = 1): SubjectDto {
  return {
    ...subject(
      {
        sourceId: "",
        bornOn: "",
        street: "",
        postalCode: "",
        town: "",
        photoPermission: "unknown",
        publicationPermission: "unknown",
      },
      rev,
    ),
    schoolId: 0,
    school: "",
    memberships: [],
    guardians: [],
    provenance: [],
    protection: { at: AT, staffName: "Helmi Kuusisto", reviewOn: "2027-08-01" },
    isWithheld: true,
  };
}

export function job(part: Partial<JobDto> = {}): JobDto {
  return {
    id: 751,
    schoolId: 201,
    school: "Koskelan koulu",
    schoolYear: 2026,
    fields: {
      name: "Syksyn kuvaus",
      startsOn: "2026-09-03",
      endsOn: "2026-09-04",
      photographers: "Minna Rautio",
      priceList: "",
      viewing: "yes",
      groupPhotos: "not_yet",
      cardHabit: "first",
      mostFrames: 15,
      longestPauseS: 20,
      note: "",
    },
    code: "SK1-7Q4M2",
    cards: 0,
    rev: 1,
    ...part,
  };
}

export function rosterPreview(part: Partial<RosterPreview> = {}): RosterPreview {
  return {
    encoding: "windows1252",
    separator: "semicolon",
    hasHeader: true,
    sheets: [],
    sheet: null,
    columns: [
      { heading: "Sukunimi", field: "last_name", isPersonalCode: false },
      { heading: "Etunimet", field: "first_name", isPersonalCode: false },
      { heading: "Luokka", field: "group", isPersonalCode: false },
    ],
    fields: ["last_name", "first_name", "group", "call_name", "source_id"],
    rows: [["Virtanen", "Aino Maria", "5A"]],
    rowCount: 1,
    warnings: [],
    personalCodes: 0,
    counts: { added: 1, changed: 0, unchanged: 0, left: 0 },
    added: [{ row: 2, name: "Virtanen Aino Maria", group: "5A", fields: [] }],
    changed: [],
    left: [],
    issues: [],
    leftOut: 0,
    newGroups: ["5A"],
    withheld: 0,
    ...part,
  };
}

export function rosterImport(part: Partial<RosterImportDto> = {}): RosterImportDto {
  return {
    id: 771,
    schoolYear: 2026,
    fileName: "luokat.csv",
    counts: { added: 24, changed: 3, unchanged: 200, left: 2 },
    leftOut: 0,
    personalCodes: 0,
    importedAt: AT,
    undoneAt: null,
    canUndo: true,
    issues: [],
    ...part,
  };
}
