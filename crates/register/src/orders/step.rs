//! One step from state to state: what confirming, sending, delivering and cancelling have in common.

use domain::Action;
use domain::ids::OrderId;
use domain::order::{Order, OrderState};
use store::{Acted, WriteTx, crash_point, orders};

use super::{OrderCard, card};
use crate::{Register, RegisterError};

impl Register {
    /// Moves the order at version `rev` to `next`, after `check`, which may write what belongs to the step.
    pub(super) fn order_step(
        &self,
        id: OrderId,
        rev: i64,
        next: OrderState,
        action: Action,
        check: impl FnOnce(&mut WriteTx<'_>, &Order) -> Result<(), RegisterError>,
    ) -> Result<OrderCard, RegisterError> {
        let stepped = self.transact(|tx| {
            let order = orders::get(tx, id)?;
            if order.rev != rev {
                return Err(RegisterError::OrderStale);
            }
            if !order.state.may_become(next) {
                return Err(RegisterError::OrderStepRefused { state: order.state, next });
            }
            check(tx, &order)?;
            orders::advance(tx, id, rev, order.state, next)?;
            crash_point("order-before-commit");
            Ok(Acted::new(card(tx, id)?, action).on(id.get()))
        })?;
        crash_point("order-committed");
        Ok(stepped)
    }
}
