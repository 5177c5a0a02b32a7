//! Print batches: orders gathered, planned, written to a folder and entered in the ledger.
//!
//! ```text
//! plan     what a batch would hold and what stands against it; stores nothing
//! begin    one transaction: batch, numbers of its files, disclosure as intended; then an empty folder
//! run      prints and slips under a temporary name; then a transaction that notes what the whole folder
//!          holds; then the rename; then a transaction: handed over, disclosure made, orders sent
//! settle   after a crash: what lies on disk decides
//! ```
//!
//! Invariant: once the folder can have its final name, the ledger already knows of it. A row of the ledger is
//! voided only when it is certain that nothing is left outside the house.

mod begin;
mod gather;
mod list;
mod plan;
mod run;
mod settle;
mod start;

pub use begin::BegunBatch;
/// Why a batch could not be written into the partner's folder.
pub use exchange::{folder::FolderError, plain::PlainError};
pub use gather::{Issue, IssueKind};
pub use plan::{Plan, SizeCount};
pub use store::batches::BatchListed;

use domain::ids::{OrderId, PrintBatchId, PrintPartnerId};
use store::Acted;

/// Names of the fields that a plain batch discloses; their texts are `disclosed-field-<name>`.
pub const DISCLOSED_FIELDS: [&str; 5] = ["photo", "order_number", "product", "size", "quantity"];

/// What is to be handed to whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// To whom.
    pub partner_id: PrintPartnerId,
    /// Which orders: confirmed ones, or those of the batch that is sent again.
    pub order_ids: Vec<OrderId>,
    /// The batch that is sent again.
    pub resend_of_id: Option<PrintBatchId>,
}

/// Whom the trail names for how a batch ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    /// Whoever is signed in.
    Signer,
    /// Nobody: it was found so when the register was opened.
    Nobody,
}

impl By {
    fn said(self, acted: Acted<()>) -> Acted<()> {
        match self {
            Self::Signer => acted,
            Self::Nobody => acted.by_nobody(),
        }
    }
}

#[cfg(test)]
mod tests;
