//! The ledger of what was handed to whom. It is written by the hand-over itself; see `batches`.

use store::Page;
use store::disclosures;
pub use store::disclosures::DisclosureListed;

use crate::{Register, RegisterError};

impl Register {
    /// A page of the ledger, newest first.
    ///
    /// # Errors
    /// When no page gave `after` out.
    pub fn disclosure_list(
        &self,
        after: Option<&str>,
        limit: u32,
    ) -> Result<Page<DisclosureListed>, RegisterError> {
        self.read(|tx| Ok(disclosures::list(tx, after, limit)?))
    }
}
