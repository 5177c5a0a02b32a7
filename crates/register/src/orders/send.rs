//! Notes that a confirmed order without prints went to its customer.

use domain::Action;
use domain::ids::OrderId;
use domain::order::OrderState;

use super::{OrderCard, not_being_handed_over};
use crate::matching::Gate;
use crate::{Register, RegisterError};

impl Register {
    /// Notes that a confirmed order went to its customer. An order with prints is sent by handing it over.
    ///
    /// # Errors
    /// [`RegisterError::OrderStale`], [`RegisterError::OrderStepRefused`],
    /// [`RegisterError::OrderBeingHandedOver`], [`RegisterError::OrderHasPrints`]; [`RegisterError::Invalid`] naming the
    /// lines whose frame is nobody's; not found.
    pub fn order_send(&self, id: OrderId, rev: i64) -> Result<OrderCard, RegisterError> {
        self.order_step(id, rev, OrderState::Sent, Action::OrderSent, |tx, order| {
            not_being_handed_over(tx, id)?;
            if order.has_prints() {
                return Err(RegisterError::OrderHasPrints);
            }
            let frames = order.lines.iter().map(|line| line.fields.frame_id);
            RegisterError::refuse(Gate::default().problems(tx, frames)?)
        })
    }
}
