/** Those who work in the invented studio. */
import type { RightDto, RoleDto, RootKeyDto, SignerDto, StaffMemberDto } from "../../src/api/generated";
import { changed, refusal, type Answers } from "./wire.ts";

const member = (
  id: number,
  name: string,
  role: RoleDto,
  part: Partial<StaffMemberDto> = {},
): StaffMemberDto => ({
  id,
  fields: { name, role, agreedOn: "2026-08-03" },
  status: "active",
  leftOn: "",
  hasPassphraseHere: true,
  isOneself: id === 1,
  rev: 1,
  ...part,
});

const ROOT_KEY: RootKeyDto = { renewedAt: null, dueSince: null };
export const STAFF: StaffMemberDto[] = [
  member(1, "Helmi Kuusisto", "owner"),
  member(2, "Ilona Wikström", "data_protection_contact", { hasPassphraseHere: false }),
  member(3, "Eero Nyman", "order_desk"),
  member(4, "Ida Salo", "production"),
  member(5, "Otto Björk", "photographer"),
  member(6, "Anna-Liisa Keskikorpi-Öhman", "viewer", {
    fields: { name: "Anna-Liisa Keskikorpi-Öhman", role: "viewer", agreedOn: "" },
    status: "waiting",
    hasPassphraseHere: false,
  }),
  member(7, "Ville Rantanen", "photographer", {
    status: "left",
    leftOn: "2026-05-29",
    hasPassphraseHere: false,
  }),
];

const SEES: RightDto[] = ["signed_in", "see_photos", "see_subjects"];
const WORKS_ON_PHOTOS: RightDto[] = ["mark_photos", "match_photos", "make_cards"];
const OFFICE: RightDto[] = ["see_customers", "see_orders", "see_hand_overs"];
const RIGHTS: Record<RoleDto, RightDto[]> = {
  owner: [
    ...SEES,
    ...OFFICE,
    ...WORKS_ON_PHOTOS,
    "import_photos",
    "change_subjects",
    "manage_jobs",
    "see_protected",
    "change_customers",
    "take_orders",
    "advance_orders",
    "manage_products",
    "hand_over",
    "manage_partners",
    "see_disclosures",
    "see_history",
    "see_staff",
    "manage_staff",
    "manage_studio",
  ],
  data_protection_contact: [
    ...SEES,
    ...OFFICE,
    "change_subjects",
    "see_protected",
    "change_customers",
    "manage_partners",
    "see_disclosures",
    "see_history",
    "see_staff",
  ],
  order_desk: [
    ...SEES,
    ...OFFICE,
    ...WORKS_ON_PHOTOS,
    "change_subjects",
    "manage_jobs",
    "change_customers",
    "take_orders",
    "advance_orders",
  ],
  production: [
    ...SEES,
    "see_orders",
    "see_hand_overs",
    ...WORKS_ON_PHOTOS,
    "import_photos",
    "manage_jobs",
    "advance_orders",
    "hand_over",
  ],
  photographer: [...SEES, ...WORKS_ON_PHOTOS, "import_photos"],
  viewer: [...SEES, "see_customers", "see_orders"],
};

export function signerOf(id: number | null): SignerDto {
  const found = STAFF.find((entry) => entry.id === id);
  const role = found?.fields.role ?? "owner";
  return { staffId: found?.id ?? null, name: found?.fields.name ?? null, role, rights: RIGHTS[role] };
}

function change(id: number, part: Partial<StaffMemberDto>): StaffMemberDto {
  const place = STAFF.findIndex((entry) => entry.id === id);
  const old = STAFF[place];
  if (!old) throw refusal("not_found");
  const next = { ...old, ...part, rev: old.rev + 1 };
  STAFF[place] = next;
  changed("staff_member", [id]);
  return next;
}

export const staffAnswers: Answers = {
  staff_list: () => ({ members: [...STAFF], rootKey: { renewedAt: ROOT_KEY.renewedAt, dueSince: null } }),
  root_key_renew: () => {
    ROOT_KEY.renewedAt = Date.now();
    return { members: [...STAFF], rootKey: { ...ROOT_KEY } };
  },
  staff_add: (fields) => {
    const next = member(STAFF.length + 1, fields.name, fields.role, {
      fields,
      status: "waiting",
      hasPassphraseHere: false,
    });
    STAFF.push(next);
    changed("staff_member", [next.id]);
    return next;
  },
  staff_update: ({ id, fields }) => change(id, { fields }),
  staff_admit: ({ id }) => change(id, { status: "active", hasPassphraseHere: true }),
  staff_leave: ({ id }) => change(id, { status: "left", leftOn: "2026-09-03", hasPassphraseHere: false }),
};
