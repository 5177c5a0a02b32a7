//! Lists batches.

use domain::ids::PrintBatchId;
use store::Page;
use store::batches::{self, BatchListed};

use crate::{Register, RegisterError};

impl Register {
    /// A page of batches, newest first.
    ///
    /// # Errors
    /// When no page gave `after` out.
    pub fn batch_list(&self, after: Option<&str>, limit: u32) -> Result<Page<BatchListed>, RegisterError> {
        self.read(|tx| Ok(batches::list(tx, after, limit)?))
    }

    /// A batch by id.
    ///
    /// # Errors
    /// When there is none.
    pub fn batch_get(&self, id: PrintBatchId) -> Result<BatchListed, RegisterError> {
        self.read(|tx| Ok(batches::get(tx, id)?))
    }
}
