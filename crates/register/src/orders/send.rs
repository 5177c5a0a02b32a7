//! Notes that a confirmed order without prints went to its customer.

use domain::Action;
use domain::ids::OrderId;
use domain::order::OrderState;

use super::{OrderCard, not_being_handed_over};
use crate::{Register, RegisterError};

impl Register {
    /// Notes that a confirmed order went to its customer. An order with prints is sent by handing it over.
    ///
    /// # Errors
    /// [`RegisterError::OrderStale`], [`RegisterError::OrderStepRefused`],
    /// [`RegisterError::OrderBeingHandedOver`], [`RegisterError::OrderHasPrints`]; not found.
    pub fn order_send(&self, id: OrderId, rev: i64) -> Result<OrderCard, RegisterError> {
        self.order_step(id, rev, OrderState::Sent, Action::OrderSent, |tx, order| {
            not_being_handed_over(tx, id)?;
            if order.has_prints() { Err(RegisterError::OrderHasPrints) } else { Ok(()) }
        })
    }
}
