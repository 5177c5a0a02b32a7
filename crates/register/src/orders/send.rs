//! Notes that a confirmed order went to production or the customer.

use domain::Action;
use domain::ids::OrderId;
use domain::order::OrderState;

use super::OrderCard;
use crate::{Register, RegisterError};

impl Register {
    /// Notes that a confirmed order went to production or the customer.
    ///
    /// # Errors
    /// [`RegisterError::OrderStale`], [`RegisterError::OrderStepRefused`]; not found.
    pub fn order_send(&self, id: OrderId, rev: i64) -> Result<OrderCard, RegisterError> {
        self.order_step(id, rev, OrderState::Sent, Action::OrderSent, |_, _| Ok(()))
    }
}
