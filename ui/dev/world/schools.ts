/** Schools, their classes of this school year, and those who are photographed, with their guardians. */
import type {
  CustomerDto,
  GuardianDto,
  PermissionDto,
  SchoolDto,
  SchoolFieldsDto,
  SubjectDto,
  SubjectFieldsDto,
} from "../../src/api/generated";
import { emptySubject } from "../../src/features/subjects/empty.ts";
import { jobs } from "./jobs.ts";
import { customers, nameOf } from "./people.ts";
import { DAY, IS_WORKING, MORNING, changed, found, type Answers } from "./wire.ts";

export const YEAR = 2026;

interface Group {
  id: number;
  schoolId: number;
  name: string;
  teacher: string;
}

const NO_FIELDS: SchoolFieldsDto = {
  name: "",
  kind: "school",
  street: "",
  postalCode: "",
  town: "",
  language: "fi",
  agreementOn: "",
  agreement: "",
  note: "",
  contacts: [],
};
const school = (id: number, fields: Partial<SchoolFieldsDto>): SchoolDto => ({
  id,
  fields: { ...NO_FIELDS, ...fields },
  years: [],
  rev: 1,
});

export const schools: SchoolDto[] = IS_WORKING
  ? [
      school(201, {
        name: "Koskelan koulu",
        street: "Koulukatu 12",
        postalCode: "33200",
        town: "Tampere",
        agreementOn: "2026-04-15",
        agreement: "Kuvaus syksyllä, luokkakuvat keväällä. Kuvat huoltajille viimeistään marraskuussa.",
        contacts: [
          {
            name: "Laine Anu",
            duty: "Koulusihteeri",
            email: "toimisto@koskela.example",
            phone: "03 555 0200",
          },
          { name: "Heikkinen Petri", duty: "Rehtori", email: "", phone: "03 555 0201" },
        ],
      }),
      school(202, {
        name: "Päiväkoti Pihlajanmarja, esiopetus ja sisarusryhmät",
        kind: "day_care",
        town: "Nokia",
      }),
      school(203, {
        name: "Norrvalla skola",
        street: "Skolgatan 3",
        postalCode: "65100",
        town: "Vaasa",
        language: "sv",
        contacts: [{ name: "Sjöström Karin", duty: "Skolsekreterare", email: "", phone: "06 555 0330" }],
      }),
    ]
  : [];

export const groups: Group[] = IS_WORKING
  ? [
      { id: 251, schoolId: 201, name: "3A", teacher: "Mäkelä Riikka" },
      { id: 252, schoolId: 201, name: "3B", teacher: "Nieminen Tapio" },
    ]
  : [];

const CHILDREN = [
  ["Aada", "Eetu", "Venla", "Onni", "Lumi", "Väinö", "Pihla", "Oiva", "Saimi", "Niilo"],
  ["Elli", "Leevi", "Hilma", "Aarni", "Siiri", "Toivo", "Kerttu", "Urho", "Inka", "Samu"],
  ["Aino", "Otso", "Martta", "Ilmari", "Peppi", "Roope", "Linnea", "Valtteri", "Ronja", "Juho"],
  ["Viivi", "Kasper", "Tuuli", "Matias", "Unna", "Hugo", "Minttu", "Paavo", "Netta", "Emil"],
].flat();
const CLASS_SIZE = CHILDREN.length / 2;

/** Who differs from the rest: by place among all. */
const REFUSED = 6;
const UNKNOWN = 13;
const GONE = 17;
const PROTECTED = 24;
const LONG = 31;

export interface Child extends SubjectDto {
  groupId: number;
  position: number;
}

const permission = (place: number): PermissionDto =>
  place === REFUSED ? "refused" : place === UNKNOWN ? "unknown" : "given";

/** A household's first guardian is the customer at the same place; a child has the family's name and address. */
function childAt(firstName: string, place: number): Child {
  const home = customers[place === CHILDREN.indexOf("Aino") ? 0 : place + 1] as CustomerDto;
  const group = groups[Math.floor(place / CLASS_SIZE)] as Group;
  const { lastName, street, postalCode, town, language } = home.fields;
  const fields: SubjectFieldsDto = {
    lastName: place === LONG ? "Keskikorpi-Öhman" : lastName,
    firstName: place === LONG ? "Ilmari Aleksanteri Wilhelm" : firstName,
    callName: place === LONG ? "Ilmari" : "",
    sourceId: String(1042 + place),
    bornOn: `2017-${String(1 + (place % 12)).padStart(2, "0")}-${String(3 + (place % 24)).padStart(2, "0")}`,
    street,
    postalCode,
    town,
    phone: "",
    email: "",
    language,
    photoPermission: permission(place),
    publicationPermission: place % 7 === 3 ? "refused" : place % 7 === 5 ? "unknown" : permission(place),
  };
  const id = 601 + place;
  const isProtected = place === PROTECTED;
  home.children = [{ subjectId: id, name: `${fields.lastName} ${fields.firstName}` }];
  return {
    id,
    schoolId: group.schoolId,
    school: found(schools, group.schoolId).fields.name,
    fields,
    memberships: [
      { schoolYear: YEAR, groupId: group.id, group: group.name, leftOn: place === GONE ? "2026-10-01" : "" },
    ],
    guardians: [home, ...(place % 3 === 0 ? customers.slice(60 + place, 61 + place) : [])].map(guardianOf),
    provenance: (["lastName", "firstName", "bornOn", "street"] as const).map((field) => ({
      field,
      source: field === "street" && place % 4 === 0 ? "given" : "roster",
      at: MORNING - 22 * DAY,
      staffName: field === "street" && place % 4 === 0 ? null : "Helmi Kuusisto",
    })),
    protection: isProtected
      ? { at: MORNING - 20 * DAY, staffName: "Ilona Wikström", reviewOn: "2027-08-01" }
      : null,
    isWithheld: false,
    updatedAt: MORNING - 22 * DAY,
    rev: 1,
    groupId: group.id,
    position: 0,
  };
}

function guardianOf({ id, fields }: CustomerDto): GuardianDto {
  const { phone, email, street, postalCode, town, language } = fields;
  return {
    customerId: id,
    name: nameOf(fields),
    phone,
    email,
    street,
    postalCode,
    town,
    language,
    orders: id % 4,
    isWithheld: false,
  };
}

/** By class, and in it by name. */
export const children: Child[] = IS_WORKING
  ? CHILDREN.map(childAt).sort(
      (one, other) =>
        one.groupId - other.groupId ||
        one.fields.lastName.localeCompare(other.fields.lastName, "fi") ||
        one.fields.firstName.localeCompare(other.fields.firstName, "fi"),
    )
  : [];
children.forEach((child, place) => (child.position = 1 + (place % CLASS_SIZE)));

export const isListed = (child: Child) => child.memberships.every(({ leftOn }) => leftOn === "");
const groupsOf = (schoolId: number) => groups.filter((group) => group.schoolId === schoolId);
export const groupOf = (id: number) => found(groups, id);
const yearsOf = (schoolId: number) => (groupsOf(schoolId).length > 0 ? [YEAR] : []);
const schoolById = (id: number): SchoolDto => ({ ...found(schools, id), years: yearsOf(id) });

function groupNamed(schoolId: number, name: string): Group {
  const known = groupsOf(schoolId).find((group) => group.name === name);
  if (known) return known;
  const made = { id: 251 + groups.length, schoolId, name, teacher: "" };
  groups.push(made);
  return made;
}

/** Of who is protected the names alone. */
function told({ groupId: _group, position: _position, ...card }: Child): SubjectDto {
  if (!card.protection) return card;
  const { lastName, firstName, callName, language } = card.fields;
  return {
    ...card,
    schoolId: 0,
    school: "",
    fields: { ...emptySubject(language), lastName, firstName, callName },
    memberships: [],
    guardians: [],
    provenance: [],
    isWithheld: true,
  };
}

function change(id: number, part: Partial<Child>): SubjectDto {
  const child = found(children, id);
  Object.assign(child, part, { rev: child.rev + 1, updatedAt: Date.now() });
  changed("subject", [id]);
  return told(child);
}

const inClass = (schoolId: number, schoolYear: number) =>
  children.filter(
    (child) => child.schoolId === schoolId && child.memberships.some((one) => one.schoolYear === schoolYear),
  );

export const schoolAnswers: Answers = {
  school_list: () => ({
    thisYear: YEAR,
    schools: schools.map(({ id, fields }) => ({
      id,
      name: fields.name,
      kind: fields.kind,
      town: fields.town,
      contact: fields.contacts[0]?.name ?? "",
      newestYear: yearsOf(id)[0] ?? null,
      subjects: inClass(id, YEAR).filter(isListed).length,
      latestJobOn: jobs.find(({ schoolId }) => schoolId === id)?.fields.startsOn ?? null,
    })),
  }),
  school_get: ({ id }) => schoolById(id),
  school_create: (fields) => {
    const made = school(201 + schools.length, fields);
    schools.push(made);
    changed("school", [made.id]);
    return made;
  },
  school_update: ({ id, fields }) => {
    const kept = found(schools, id);
    Object.assign(kept, { fields, rev: kept.rev + 1 });
    changed("school", [id]);
    return schoolById(id);
  },
  class_list: ({ schoolId, schoolYear }) => {
    const all = inClass(schoolId, schoolYear);
    const seen = all.filter(({ protection }) => !protection);
    return {
      groups: (schoolYear === YEAR ? groupsOf(schoolId) : []).map(({ id, name, teacher }) => ({
        id,
        name,
        teacher,
        subjects: seen.filter((child) => child.groupId === id && isListed(child)).length,
      })),
      subjects: seen.map((child) => ({
        id: child.id,
        lastName: child.fields.lastName,
        firstName: child.fields.firstName,
        callName: child.fields.callName,
        groupId: child.groupId,
        position: child.position,
        leftOn: child.memberships[0]?.leftOn ?? "",
        photoPermission: child.fields.photoPermission,
        publicationPermission: child.fields.publicationPermission,
        guardians: child.guardians.length,
      })),
      withheld: all.length - seen.length,
    };
  },
  protected_list: ({ schoolId, schoolYear }) => ({
    subjects: inClass(schoolId, schoolYear).flatMap(({ id, fields, protection }) =>
      protection
        ? [{ id, lastName: fields.lastName, firstName: fields.firstName, reviewOn: protection.reviewOn }]
        : [],
    ),
  }),
  subject_get: ({ id }) => told(found(children, id)),
  subject_open: ({ id }) => found(children, id),
  subject_create: ({ schoolId, schoolYear, group, fields }) => {
    const { id: groupId } = groupNamed(schoolId, group);
    const made: Child = {
      id: 601 + children.length,
      schoolId,
      school: found(schools, schoolId).fields.name,
      fields,
      memberships: [{ schoolYear, groupId, group, leftOn: "" }],
      guardians: [],
      provenance: [],
      protection: null,
      isWithheld: false,
      updatedAt: Date.now(),
      rev: 1,
      groupId,
      position: 1 + children.filter((child) => child.groupId === groupId).length,
    };
    children.push(made);
    changed("subject", [made.id]);
    return told(made);
  },
  subject_update: ({ id, fields }) => change(id, { fields }),
  subject_move: ({ id, schoolYear, group }) => {
    const { id: groupId } = groupNamed(found(children, id).schoolId, group);
    return change(id, { groupId, memberships: [{ schoolYear, groupId, group, leftOn: "" }] });
  },
  subject_protect: ({ id, isProtected, reviewOn }) =>
    change(id, {
      protection: isProtected ? { at: Date.now(), staffName: "Helmi Kuusisto", reviewOn } : null,
    }),
  guardian_add: ({ subjectId, customerId }) =>
    change(subjectId, {
      guardians: [...found(children, subjectId).guardians, guardianOf(found(customers, customerId))],
    }),
  guardian_remove: ({ subjectId, customerId }) =>
    change(subjectId, {
      guardians: found(children, subjectId).guardians.filter((one) => one.customerId !== customerId),
    }),
};
