import { ApiError } from "../api/error";
import { ErrorText } from "./Notice";

const NOT_FOUND = new ApiError({
  code: "not_found",
  kind: "not_found",
  args: [],
  fields: [],
  incident: null,
});

/** For an address whose record is not in a list that was read whole. */
export function NotFound() {
  return <ErrorText error={NOT_FOUND} />;
}
