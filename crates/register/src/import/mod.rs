//! Importing a session: scan -> plan -> run, taking up again what was interrupted, and watching a folder.
//!
//! Deliberately not here: matching frames to subjects. The source is only ever read. Invariant: a file counts as
//! stored when its sealed copy was synced and read back, its key is kept, and its row is committed, in that order.

pub mod ingest;
mod look_again;
pub mod plan;
mod report;
mod run;
mod runs;
pub mod scan;
mod sidecars;
pub(crate) mod source;
mod start;
mod sweep;
pub(crate) mod taken;
mod turns;
mod watch;
mod writer;

pub use plan::{Plan, source_label};
pub use report::ImportReport;
pub use run::{BegunImport, Destination};
pub(crate) use runs::Runs;
pub(crate) use start::Plans;
pub(crate) use turns::Turns;

#[cfg(test)]
mod report_tests;
#[cfg(test)]
mod sidecar_tests;
#[cfg(test)]
pub(crate) mod tests;
#[cfg(test)]
mod watch_tests;
