//! Cancels a draft or a confirmed order; its number is not given again.

use domain::Action;
use domain::ids::OrderId;
use domain::order::OrderState;

use super::{OrderCard, not_being_handed_over};
use crate::{Register, RegisterError};

impl Register {
    /// Cancels a draft or a confirmed order; its number is not given again.
    ///
    /// # Errors
    /// [`RegisterError::OrderStale`], [`RegisterError::OrderStepRefused`],
    /// [`RegisterError::OrderBeingHandedOver`]; not found.
    pub fn order_cancel(&self, id: OrderId, rev: i64) -> Result<OrderCard, RegisterError> {
        self.order_step(id, rev, OrderState::Cancelled, Action::OrderCancelled, |tx, _| {
            not_being_handed_over(tx, id)
        })
    }
}
