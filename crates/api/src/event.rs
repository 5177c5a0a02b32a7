//! What the program tells the window unasked.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::dto::task::TaskDto;
use crate::dto::wire;

wire! {
    /// A kind of record that changed; empty `ids` means "any of them".
    pub struct ChangedEntity {
        /// Entity code: `customer`, `frame`, ...
        pub entity: String,
        pub ids: Vec<i64>,
    }
}

/// An event, told apart by `type`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[allow(clippy::large_enum_variant, reason = "made, sent and dropped one at a time")]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum AppEvent {
    /// Records changed: read them again.
    Changed {
        /// Which.
        changes: Vec<ChangedEntity>,
    },
    /// A task moved, began or ended.
    TaskUpdated {
        /// How it stands now.
        task: TaskDto,
    },
    /// Locked, unlocked, created: read `app_state` again and drop everything shown.
    StateChanged,
    /// The user wants to close the window while a task runs or something is not saved: ask, and on yes call
    /// `program_end`.
    CloseAsked,
}
