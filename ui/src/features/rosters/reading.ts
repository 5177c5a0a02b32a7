/**
 * How a class list is read: what was chosen, what was detected, and which column holds what. Recognising headings and
 * reading cells are the program's.
 */
import type { RosterEncodingDto, RosterPreview, RosterRead, RosterSeparatorDto } from "../../api";

export const ENCODINGS = [
  "utf8",
  "windows1252",
  "iso8859_part15",
  "utf16_le",
  "utf16_be",
] as const satisfies readonly RosterEncodingDto[];
export const SEPARATORS = [
  "semicolon",
  "tab",
  "comma",
  "pipe",
] as const satisfies readonly RosterSeparatorDto[];

/** A chosen file, and how it is to be read. */
export interface Draft {
  fileName: string;
  read: RosterRead;
}

export type Detected = Pick<RosterPreview, "encoding" | "separator" | "hasHeader" | "sheet">;

/** Everything is left to be detected. */
export function newDraft(draft: string, fileName: string, schoolId: number, schoolYear: number): Draft {
  const open = { encoding: null, separator: null, hasHeader: null, sheet: null, mapping: null };
  return { fileName, read: { draft, schoolId, schoolYear, ...open } };
}

/** What the file itself says: as just read where nothing was chosen, else as it was known before. */
export function detectedIn(read: RosterRead, preview: RosterPreview, before: Detected | null): Detected {
  const known = before ?? preview;
  return {
    encoding: (read.encoding === null ? preview : known).encoding,
    separator: (read.separator === null ? preview : known).separator,
    hasHeader: (read.hasHeader === null ? preview : known).hasHeader,
    sheet: (read.sheet === null ? preview : known).sheet,
  };
}

/** Field codes by column, empty where a column is left out. */
export const fieldsOf = (read: RosterRead, preview: RosterPreview): string[] =>
  preview.columns.map((column, place) => read.mapping?.[place] ?? column.field);

/** Gives a column a field; another column that had it is left out. */
export const withField = (fields: readonly string[], place: number, field: string): string[] =>
  fields.map((other, at) => (at === place ? field : other === field ? "" : other));

const NAMES = ["last_name", "first_name", "full_name", "full_name_given_first"];

export type Obstacle = "names" | "groups" | "rows";

/** What keeps a list from being imported. */
export function obstacleIn(fields: readonly string[], preview: RosterPreview): Obstacle | null {
  const { added, changed, unchanged } = preview.counts;
  if (!NAMES.some((name) => fields.includes(name))) return "names";
  if (!fields.includes("group")) return "groups";
  return added + changed + unchanged === 0 ? "rows" : null;
}
