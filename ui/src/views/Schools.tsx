/** Schools: the list, one of them with its classes, class lists and jobs, or a new one. */
import { NewSchool } from "../features/schools/NewSchool";
import { SchoolList } from "../features/schools/SchoolList";
import { SchoolPage } from "../features/schools/SchoolPage";
import { usePathId, usePathWord } from "../navigation";

export default function Schools() {
  const id = usePathId();
  const word = usePathWord();
  if (id !== null) return <SchoolPage key={id} id={id} />;
  return word === "new" ? <NewSchool /> : <SchoolList />;
}
