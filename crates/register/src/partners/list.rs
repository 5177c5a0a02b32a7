//! Lists the print partners.

use store::partners::{self, PartnerListed};

use crate::{Register, RegisterError};

impl Register {
    /// Every partner, oldest first.
    ///
    /// # Errors
    /// Trouble with the disk.
    pub fn partner_list(&self) -> Result<Vec<PartnerListed>, RegisterError> {
        self.read(|tx| Ok(partners::list(tx)?))
    }
}
