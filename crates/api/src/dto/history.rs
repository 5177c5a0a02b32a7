//! The history: audit entries.

use super::wire;

wire! {
    /// One audit entry: who, when, what, which record, which fields.
    pub struct AuditEntryDto {
        pub id: i64,
        pub at: i64,
        /// Action code; texts `action-<code>`.
        pub action: String,
        /// Kind of record; texts `entity-<code>`.
        pub entity: String,
        pub entity_id: Option<i64>,
        /// What the record is called now, when that can be said without opening it: an order's number.
        pub label: Option<String>,
        /// Names of fields that were written, never values.
        pub fields: Vec<String>,
        /// Records concerned, when more than one.
        pub count: Option<u32>,
        pub machine: String,
        /// Who did it; none for the recovery code and for the program itself.
        pub staff_id: Option<i64>,
        /// Their name now.
        pub staff_name: Option<String>,
    }
    /// A page of the trail, newest first.
    pub struct AuditQuery {
        /// Action codes; empty means all.
        pub actions: Vec<String>,
        /// Kind of record; none means all.
        pub entity: Option<String>,
        pub entity_id: Option<i64>,
        /// Only what this member of staff did.
        pub staff_id: Option<i64>,
        /// Unix milliseconds, inclusive.
        pub from: Option<i64>,
        /// Unix milliseconds, exclusive.
        pub until: Option<i64>,
        pub after: Option<String>,
        pub limit: u32,
    }
}
