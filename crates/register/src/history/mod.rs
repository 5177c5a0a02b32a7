//! The trail as it is shown.

mod list;

pub use list::AuditLine;
pub use store::audit::{AuditEntry, AuditFilter};
