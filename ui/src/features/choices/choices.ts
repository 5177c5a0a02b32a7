/** A job's subjects as the list shows them: filtered, and with what stands for them. */
import type { ChoicesDto, MissingDto, PurposeChoiceDto, PurposeDto, SubjectChoicesDto } from "../../api";

export const PURPOSES = [
  "order",
  "yearbook",
  "class_composite",
  "school_register",
] as const satisfies readonly PurposeDto[];

export const FILTERS = ["all", "not_chosen", "none_usable", "absent", "not_permitted"] as const;
export type Filter = (typeof FILTERS)[number];

export const REASONS = [
  "absent",
  "card_only",
  "none_usable",
  "not_chosen",
  "not_permitted",
] as const satisfies readonly MissingDto[];

const MEANT: Record<Exclude<Filter, "all">, readonly MissingDto[]> = {
  not_chosen: ["not_chosen"],
  none_usable: ["none_usable"],
  absent: ["absent", "card_only"],
  not_permitted: ["not_permitted"],
};

function fits({ missing }: SubjectChoicesDto, filter: Filter): boolean {
  return filter === "all" || missing.some((reason) => MEANT[filter].includes(reason));
}

export interface Row {
  key: number;
  subject: SubjectChoicesDto;
}

/** `search` is looked for in name and class, without regard to case. */
export function rowsOf({ subjects }: ChoicesDto, filter: Filter, search: string): Row[] {
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const isFound = ({ name, className }: SubjectChoicesDto) => {
    const text = `${name} ${className}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  };
  return subjects
    .filter((subject) => fits(subject, filter) && isFound(subject))
    .map((subject) => ({ key: subject.subjectId, subject }));
}

export function countsOf({ subjects }: ChoicesDto): Record<Filter, number> {
  const count = (filter: Filter) => subjects.filter((subject) => fits(subject, filter)).length;
  return {
    all: subjects.length,
    not_chosen: count("not_chosen"),
    none_usable: count("none_usable"),
    absent: count("absent"),
    not_permitted: count("not_permitted"),
  };
}

export function choiceFor(subject: SubjectChoicesDto, purpose: PurposeDto): PurposeChoiceDto | undefined {
  return subject.choices.find((choice) => choice.purpose === purpose);
}

/** What a frame stands for, chosen or not. */
export function standsFor(subject: SubjectChoicesDto, frameId: number): PurposeChoiceDto[] {
  return subject.choices.filter((choice) => choice.frameId === frameId);
}
