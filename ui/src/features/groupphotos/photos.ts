/** A job's group photos as the list shows them, and the people whom a place can be given to. */
import type {
  GroupPersonDto,
  GroupPhotoDto,
  GroupPhotosDto,
  PhotographedClassDto,
  PlaceDto,
} from "../../api";
import { matchingOwners } from "../matching/runs";
import { placedIn, type Rows } from "./arrange";

/** A photo of a class; none where the class has no photo. */
export interface Row {
  /** The frame; minus the class where there is none. */
  key: number;
  group: PhotographedClassDto;
  photo: GroupPhotoDto | null;
}

export function rowsOf({ classes }: GroupPhotosDto): Row[] {
  return classes.flatMap((group): Row[] =>
    group.photos.length === 0
      ? [{ key: -group.groupId, group, photo: null }]
      : group.photos.map((photo) => ({ key: photo.frameId, group, photo })),
  );
}

/** What the list opens with: the first photo in which nobody is named yet, else the first. */
export function firstKey(rows: readonly Row[]): number | undefined {
  const unnamed = rows.find(({ photo }) => photo && !photo.isRejected && photo.rows.length === 0);
  return (unnamed ?? rows.find(({ photo }) => photo) ?? rows[0])?.key;
}

/** Photos that legends of the whole job are made of. */
export function legended({ classes }: GroupPhotosDto): GroupPhotoDto[] {
  return classes.flatMap(({ photos }) =>
    photos.filter(({ rows, isRejected }) => rows.length > 0 && !isRejected),
  );
}

/** Somebody, or a teacher by the name of the class list, who does not stand in the photo. */
export interface Candidate {
  key: string;
  place: PlaceDto;
  person: GroupPersonDto | null;
  name: string;
}

const ofPerson = (person: GroupPersonDto): Candidate => ({
  key: `subject ${person.subjectId}`,
  place: { subjectId: person.subjectId, name: "" },
  person,
  name: person.name,
});

/** Those of the class who are left, in the list's order, and its teacher after them. */
export function remaining(
  group: PhotographedClassDto,
  people: ReadonlyMap<number, GroupPersonDto>,
  rows: Rows,
): Candidate[] {
  const placed = placedIn(rows);
  const left = group.members.flatMap((id) => {
    const person = people.get(id);
    return person && !placed.has(id) ? [ofPerson(person)] : [];
  });
  const isThere = rows.flat().some(({ name }) => name === group.teacher);
  if (group.teacher && !isThere)
    left.push({
      key: "teacher",
      place: { subjectId: null, name: group.teacher },
      person: null,
      name: group.teacher,
    });
  return left;
}

/** Those whom the typed text may mean: of the class first, then of the others. */
export function found(
  left: readonly Candidate[],
  people: readonly GroupPersonDto[],
  rows: Rows,
  text: string,
  most: number,
): Candidate[] {
  const placed = placedIn(rows);
  const first = new Set(left.map(({ key }) => key));
  const others = people.filter(({ subjectId }) => !placed.has(subjectId)).map(ofPerson);
  const named = [...left, ...others.filter(({ key }) => !first.has(key))].map((candidate) => ({
    ...candidate,
    className: candidate.person?.className ?? "",
  }));
  return matchingOwners(named, text, most);
}
