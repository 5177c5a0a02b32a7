/** Codes that the audit trail uses (`crates/domain/src/audit.rs`, `change.rs`), for the filters. */

export const ACTIONS = [
  "register_created",
  "register_unlocked",
  "register_locked",
  "recovery_sheet_saved",
  "passphrase_changed",
  "studio_updated",
  "customer_created",
  "customer_updated",
  "consent_recorded",
  "session_created",
  "session_updated",
  "import_started",
  "frames_imported",
  "import_ended",
  "frames_marked",
  "product_created",
  "product_updated",
  "order_created",
  "order_updated",
  "order_confirmed",
  "order_sent",
  "order_delivered",
  "order_cancelled",
  "print_partner_created",
  "print_partner_updated",
  "print_batch_started",
  "print_batch_handed_over",
  "print_batch_failed",
] as const;

/** Kinds of record that entries are about. */
export const ENTITIES = [
  "studio",
  "customer",
  "session",
  "frame",
  "product",
  "order",
  "print_partner",
  "print_batch",
] as const;
