/** Records that people know by a number, each a link to the record. */
import type { Numbered } from "../api";
import { LinkTo } from "./LinkTo";

export function NumberLinks({
  records,
  folder,
}: {
  records: readonly Numbered[];
  folder: "/orders" | "/production";
}) {
  return (
    <>
      {records.map(({ id, number }) => (
        <div key={id}>
          <LinkTo path={`${folder}/${id}`}>{number}</LinkTo>
        </div>
      ))}
    </>
  );
}
