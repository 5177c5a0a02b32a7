/**
 * Which queries a changed entity makes stale.
 *
 * Deliberately not here: frame cells, and the frame index when frames change, which `features/frames/cells.ts` refreshes
 * itself, so that a rating given by a key does not read 20,000 ids again. The index is grouped by matching, and gets
 * stale with it.
 */
import type { ChangedEntity, Methods } from "./generated";

export const STALE: Record<string, readonly (keyof Methods)[]> = {
  studio: ["studio_get", "app_state", "second_copy_get", "import_get", "import_list"],
  staff_member: ["staff_list", "keychain_get"],
  customer: ["customer_search", "customer_get", "order_search", "order_get", "disclosure_get", "subject_get"],
  school: [
    "school_list",
    "school_get",
    "roster_list",
    "job_recent",
    "frame_index",
    "matching_get",
    "choices_get",
    "group_photos_get",
  ],
  subject_group: [
    "class_list",
    "school_list",
    "school_get",
    "frame_index",
    "matching_get",
    "choices_get",
    "group_photos_get",
  ],
  subject: [
    "subject_get",
    "class_list",
    "school_list",
    "customer_get",
    "roster_list",
    "frame_index",
    "matching_get",
    "choices_get",
    "group_photos_get",
  ],
  job: [
    "job_list",
    "school_list",
    "job_recent",
    "frame_index",
    "matching_get",
    "choices_get",
    "group_photos_get",
    "session_get",
    "session_list",
  ],
  session: [
    "session_list",
    "session_get",
    "session_clocks",
    "import_list",
    "import_get",
    "frame_index",
    "matching_get",
    "choices_get",
    "group_photos_get",
  ],
  frame: ["frame_get", "session_list", "session_get", "choices_get", "group_photos_get"],
  product: ["product_list"],
  order: ["order_search", "order_get", "customer_search", "batch_plan", "frame_get"],
  print_partner: ["partner_list", "batch_plan"],
  print_batch: ["batch_list", "batch_get", "order_get", "batch_plan", "partner_list"],
  disclosure: ["disclosure_list", "disclosure_get"],
  audit_entry: ["audit_list", "trail_state"],
};

/** Methods to read again. Every change writes an audit entry, so the history is always among them. */
export function staleMethods(changes: readonly ChangedEntity[]): Set<keyof Methods> {
  const methods = new Set<keyof Methods>(["audit_list", "trail_state"]);
  for (const change of changes) for (const method of STALE[change.entity] ?? []) methods.add(method);
  return methods;
}
