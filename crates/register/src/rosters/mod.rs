//! Class lists of schools: read, compared with what is known, shown, taken in, taken back.
//!
//! ```text
//! roster_draft(bytes) -> token;  roster_preview(token, how) -> what it would do;  roster_import(token, how);  roster_undo
//! ```
//!
//! Invariants: nothing is stored before [`Register::roster_import`]; it does what [`compare`] shows and nothing else; a list
//! of another school year is never touched; an empty cell erases nothing; what the person said themselves outweighs a list.

mod compare;
mod draft;
mod guardians;
mod import;
mod list;
mod preview;
#[cfg(test)]
mod tests;
mod undo;

pub use compare::{Comparison, Difference};
pub use draft::Drafts;
pub use exchange::roster::{
    Field, HeaderRow, IssueReason, MOST_BYTES, RosterError, Separator, TextEncoding, Warning,
};
pub use list::RosterImported;
pub use preview::{Preview, Reading};
