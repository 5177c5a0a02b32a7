//! Shows one customer.

use domain::ids::CustomerId;

use super::{CustomerCard, card};
use crate::{Register, RegisterError};

impl Register {
    /// A customer with every answer that was recorded.
    ///
    /// # Errors
    /// Not found.
    pub fn customer_get(&self, id: CustomerId) -> Result<CustomerCard, RegisterError> {
        self.read(|tx| Ok(card(tx, id)?))
    }
}
