/** Schools and jobs whose texts hold all the words that are typed, in any order. */
import type { JobDto, SchoolRow } from "../../api";

function holding<Item>(items: readonly Item[], search: string, textOf: (item: Item) => string): Item[] {
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return items.filter((item) => {
    const text = textOf(item).toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}

export const findSchools = (schools: readonly SchoolRow[], search: string) =>
  holding(schools, search, ({ name, town, contact }) => [name, town, contact].join(" "));

export const findJobs = (jobs: readonly JobDto[], search: string) =>
  holding(jobs, search, ({ school, fields }) => [school, fields.name].join(" "));
