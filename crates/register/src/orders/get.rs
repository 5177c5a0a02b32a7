//! Shows one order.

use domain::ids::OrderId;

use super::{OrderCard, card};
use crate::{Register, RegisterError};

impl Register {
    /// An order as it is shown.
    ///
    /// # Errors
    /// Not found.
    pub fn order_get(&self, id: OrderId) -> Result<OrderCard, RegisterError> {
        self.read(|tx| card(tx, id))
    }
}
