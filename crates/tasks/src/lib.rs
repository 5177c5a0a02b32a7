//! Background work with progress and cancel.
//!
//! Deliberately not here: photographs, customers, words. A task knows a kind, a subject for display, and numbers.
//! Invariants: the call that reports progress is the call that learns of a cancel, so the two cannot drift apart;
//! a panic ends its task as failed and nothing else.

mod context;
mod rate;
mod runner;

pub use context::{Cancelled, TaskCtx};
pub use rate::Rate;
pub use runner::{Listener, Runner, TaskId, TaskOutcome, TaskSnapshot, TaskState};

/// How far a task is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Progress {
    /// Things done: files, prints.
    pub done: u64,
    /// Things in all; 0 while unknown.
    pub total: u64,
    /// Bytes done.
    pub bytes_done: u64,
    /// Bytes in all; 0 when bytes do not matter.
    pub bytes_total: u64,
    /// Things that were left out or refused.
    pub issues: u32,
    /// Things that were looked at once more, after everything was done.
    pub checked: u64,
    /// Things to be looked at once more; 0 until that begins.
    pub to_check: u64,
    /// Things of which there is a second copy.
    pub copied: u64,
    /// Things to be copied a second time; 0 until that begins.
    pub to_copy: u64,
    /// Waits for something that is not there: a folder on a disk that was taken away.
    pub is_blocked: bool,
}
