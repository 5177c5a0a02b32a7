//! The history: audit entries.

use super::{wire, wire_enum};

wire_enum! {
    /// What in the trail does not hold; texts `trail-broken-<code>`.
    pub enum TrailFaultKind { Entry, Signed, End, Keys }
    /// Which way the clock jumped; texts `trail-clock-<code>`.
    pub enum ClockJumpDto { Backward, Forward }
    /// As what the trail is written to a file.
    pub enum ExportFormDto { Table, Bundle }
}

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
    /// Which entries are wanted.
    pub struct AuditFilterDto {
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
    }
    /// How the trail stands.
    pub struct TrailStateDto {
        pub entries: u64,
        /// The newest checkpoint; none before the first.
        pub checkpoint: Option<CheckpointDto>,
        /// Why the clock is not relied on.
        pub clock_doubt: Option<ClockDoubtDto>,
        /// What the clock says.
        pub now: i64,
    }
    /// A signed checkpoint.
    pub struct CheckpointDto {
        /// How many entries it covers.
        pub size: u64,
        pub made_at: i64,
    }
    /// A jump of the clock that nobody has looked at yet.
    pub struct ClockDoubtDto {
        pub jump: ClockJumpDto,
        pub noticed_at: i64,
    }
    /// What a check of the whole trail found.
    pub struct TrailVerdictDto {
        /// How many entries hold, from the first.
        pub entries: u64,
        /// When the first was written.
        pub since: Option<i64>,
        /// How many checkpoints hold.
        pub checkpoints: u64,
        /// When the newest of them was made.
        pub checkpoint_at: Option<i64>,
        /// The first thing that does not hold.
        pub fault: Option<TrailFaultDto>,
    }
    pub struct TrailFaultDto {
        pub kind: TrailFaultKind,
        /// The entry; for what was signed, how many entries that is.
        pub number: Option<u64>,
    }
    /// Writes the trail to a file that the user names.
    pub struct TrailExport {
        pub filter: AuditFilterDto,
        pub form: ExportFormDto,
    }
    /// None when the dialog was closed.
    pub struct TrailExportStarted {
        pub task: Option<i64>,
    }
}
