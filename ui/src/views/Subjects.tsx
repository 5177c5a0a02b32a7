/** Somebody who is photographed: a card, or somebody new. */
import { NewSubject } from "../features/subjects/NewSubject";
import { SubjectPage } from "../features/subjects/SubjectPage";
import { usePathId } from "../navigation";

export default function Subjects() {
  const id = usePathId();
  return id === null ? <NewSubject /> : <SubjectPage key={id} id={id} />;
}
