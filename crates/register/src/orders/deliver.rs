//! Notes that a sent order reached its customer.

use domain::Action;
use domain::ids::OrderId;
use domain::order::OrderState;

use super::OrderCard;
use crate::{Register, RegisterError};

impl Register {
    /// Notes that a sent order reached its customer.
    ///
    /// # Errors
    /// [`RegisterError::OrderStale`], [`RegisterError::OrderStepRefused`]; not found.
    pub fn order_deliver(&self, id: OrderId, rev: i64) -> Result<OrderCard, RegisterError> {
        self.order_step(id, rev, OrderState::Delivered, Action::OrderDelivered, |_, _| Ok(()))
    }
}
