//! Cancels a draft or a confirmed order; its number is not given again.

use domain::Action;
use domain::ids::OrderId;
use domain::order::OrderState;

use super::OrderCard;
use crate::{Register, RegisterError};

impl Register {
    /// Cancels a draft or a confirmed order; its number is not given again.
    ///
    /// # Errors
    /// [`RegisterError::OrderStale`], [`RegisterError::OrderStepRefused`]; not found.
    pub fn order_cancel(&self, id: OrderId, rev: i64) -> Result<OrderCard, RegisterError> {
        self.order_step(id, rev, OrderState::Cancelled, Action::OrderCancelled, |_, _| Ok(()))
    }
}
