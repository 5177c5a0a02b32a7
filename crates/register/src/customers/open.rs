//! Opens what an order of protection withholds.

use domain::Action;
use domain::ids::CustomerId;
use store::Acted;

use super::{CustomerCard, whole_card};
use crate::{Register, RegisterError};

impl Register {
    /// A customer's whole card; noted in the trail as opened.
    ///
    /// # Errors
    /// Not found; trouble with the disk: what cannot be noted is not shown.
    pub fn customer_open(&self, id: CustomerId) -> Result<CustomerCard, RegisterError> {
        self.transact(|tx| Ok(Acted::new(whole_card(tx, id)?, Action::CustomerOpened).on(id.get())))
    }
}
