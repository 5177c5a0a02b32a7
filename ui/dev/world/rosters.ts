/** A class list to import, and those that were. Importing and taking back change no subjects here. */
import type { RosterImportDto, RosterPreview } from "../../src/api/generated";
import { YEAR } from "./schools.ts";
import { DAY, IS_WORKING, MORNING, changed, found, type Answers } from "./wire.ts";

const imports: (RosterImportDto & { schoolId: number })[] = IS_WORKING
  ? [
      {
        id: 771,
        schoolId: 201,
        schoolYear: YEAR,
        fileName: "Koskela_luokat_2026-2027.csv",
        counts: { added: 40, changed: 0, unchanged: 0, left: 0 },
        leftOut: 1,
        personalCodes: 41,
        importedAt: MORNING - 22 * DAY,
        undoneAt: null,
        canUndo: true,
        issues: [{ row: 17, field: "", reason: "missing_name", isLeftOut: true }],
      },
    ]
  : [];

const COLUMNS: RosterPreview["columns"] = [
  { heading: "Sukunimi", field: "last_name", isPersonalCode: false },
  { heading: "Etunimet", field: "first_name", isPersonalCode: false },
  { heading: "Luokka", field: "group", isPersonalCode: false },
  { heading: "Hetu", field: "", isPersonalCode: true },
  { heading: "Huoltajan sähköposti", field: "guardian_1_email", isPersonalCode: false },
  { heading: "Kuvauslupa", field: "photo_permission", isPersonalCode: false },
  { heading: "Ruokavalio", field: "", isPersonalCode: false },
];
const FIELDS = [
  ...[
    "last_name",
    "first_name",
    "call_name",
    "full_name",
    "group",
    "teacher",
    "source_id",
    "born_on",
    "street",
  ],
  ...["postal_code", "town", "language", "protection", "photo_permission", "publication_permission"],
  ...["guardian_1_name", "guardian_1_email", "guardian_1_phone", "guardian_2_name", "guardian_2_email"],
];
const ISSUES: RosterPreview["issues"] = [
  { row: 17, field: "", reason: "missing_name", isLeftOut: true },
  { row: 23, field: "guardian_1_email", reason: "bad_email", isLeftOut: false },
];

export const rosterAnswers: Answers = {
  roster_choose: () => ({ draft: "d1", fileName: "Koskela_luokat_syyskuu.csv" }),
  roster_preview: ({ encoding, separator, hasHeader, mapping }) => ({
    encoding: encoding ?? "windows1252",
    separator: separator ?? "semicolon",
    hasHeader: hasHeader ?? true,
    sheets: [],
    sheet: null,
    columns: COLUMNS.map((column, place) => ({ ...column, field: mapping?.[place] ?? column.field })),
    fields: FIELDS,
    rows: [
      ["Virtanen", "Aino Maria", "3B", "", "mikko@perhe.example", "kyllä", ""],
      ["Öhman", "Åke", "3A", "", "sanna@perhe.example", "kyllä", "laktoositon"],
      ["Keskikorpi-Öhman", "Ilmari Aleksanteri Wilhelm", "3B", "", "", "ei", ""],
      ["Malli", "Ville", "4C", "", "huoltaja (at) perhe.example", "", ""],
    ],
    rowCount: 44,
    warnings: [],
    personalCodes: 44,
    counts: { added: 3, changed: 2, unchanged: 37, left: 1 },
    added: [
      { row: 4, name: "Malli Ville", group: "4C", fields: [] },
      { row: 31, name: "Korhonen Taimi", group: "3A", fields: [] },
      { row: 40, name: "Laine Eemeli", group: "3B", fields: [] },
    ],
    changed: [
      { row: 1, name: "Virtanen Aino Maria", group: "3B", fields: ["firstName", "street"] },
      { row: 2, name: "Öhman Åke", group: "3A", fields: ["photoPermission"] },
    ],
    left: [{ row: null, name: "Nieminen Urho", group: "3A", fields: [] }],
    issues: ISSUES,
    leftOut: 1,
    newGroups: ["4C"],
    withheld: 1,
  }),
  roster_import: ({ schoolId, schoolYear }) => {
    const made = {
      id: 771 + imports.length,
      schoolId,
      schoolYear,
      fileName: "Koskela_luokat_syyskuu.csv",
      counts: { added: 3, changed: 2, unchanged: 37, left: 1 },
      leftOut: 1,
      personalCodes: 44,
      importedAt: Date.now(),
      undoneAt: null,
      canUndo: true,
      issues: ISSUES,
    };
    for (const before of imports) before.canUndo = false;
    imports.unshift(made);
    changed("school", [schoolId]);
    return made;
  },
  roster_list: ({ id }) => ({ imports: imports.filter(({ schoolId }) => schoolId === id) }),
  roster_undo: ({ id }) => {
    const one = found(imports, id);
    Object.assign(one, { undoneAt: Date.now(), canUndo: false });
    changed("school", [one.schoolId]);
    return one;
  },
};
