//! The trail: shown, checked, signed, taken out.
//!
//! * [`checkpoints`]: what the trail was is signed, and looked at when the register is opened.
//! * `verify`, `export`, `sheet`: the whole trail checked, written to files, a checkpoint on paper.
//! * `clock`: whether the clock told a time that can have come next.
//!
//! Deliberately not here: hashes, trees and signatures, which are the crate `trail`. Invariant: the trail is read in
//! slices, so that nobody who writes waits for somebody who checks.

pub mod checkpoints;
mod clock;
mod csv;
mod export;
mod list;
mod sheet;
mod state;
mod verify;
mod walk;

pub use clock::ClockDoubt;
pub use export::ExportForm;
pub use list::AuditLine;
pub use state::{LastCheckpoint, TrailState};
pub use store::audit::{AuditEntry, AuditFilter};
/// What callers of this crate need of the crate below it.
pub use trail::bundle::BundleError;
pub use verify::{TrailFault, TrailVerdict};

#[cfg(test)]
mod tests;
