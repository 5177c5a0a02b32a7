/** Importing a class list of the school in the path. */
import { useParams } from "@tanstack/react-router";
import { RosterImportView } from "../features/rosters/RosterImportView";

export default function SchoolRoster() {
  const { schoolId } = useParams({ strict: false }) as { schoolId?: string };
  const id = Number(schoolId);
  return <RosterImportView key={id} schoolId={id} />;
}
