/** Those who work with the register: the list, one of them, or somebody new. */
import { StaffList } from "../features/staff/StaffList";
import { NewStaffMember, StaffPage } from "../features/staff/StaffPage";
import { usePathId, usePathWord } from "../navigation";

export default function Staff() {
  const id = usePathId();
  const word = usePathWord();
  if (id !== null) return <StaffPage key={id} id={id} />;
  return word === "new" ? <NewStaffMember /> : <StaffList />;
}
