//! Confirms a draft: it is fixed and may be gathered into a print batch.

use domain::Action;
use domain::field::{FieldProblem, FieldProblemAt};
use domain::ids::OrderId;
use domain::order::OrderState;
use store::{orders, products};

use super::OrderCard;
use crate::matching::Gate;
use crate::{Register, RegisterError};

impl Register {
    /// Confirms a draft. It needs lines, and each paper print needs its frame. From here on the lines keep the
    /// VAT rate of today (formats.md 3.4) and the sheets of their products.
    ///
    /// # Errors
    /// [`RegisterError::OrderEmpty`]; [`RegisterError::Invalid`] naming the lines without frame, or with one that is nobody's;
    /// [`RegisterError::OrderStale`], [`RegisterError::OrderStepRefused`]; not found.
    pub fn order_confirm(&self, id: OrderId, rev: i64) -> Result<OrderCard, RegisterError> {
        self.order_step(id, rev, OrderState::Confirmed, Action::OrderConfirmed, |tx, order| {
            if order.lines.is_empty() {
                return Err(RegisterError::OrderEmpty);
            }
            let lines = orders::described_lines(tx, id)?;
            let without_frame = lines
                .iter()
                .enumerate()
                .filter(|(_, line)| line.is_print && line.line.fields.frame_id.is_none())
                .map(|(place, _)| {
                    FieldProblemAt::new(format!("lines.{place}.frame_id"), FieldProblem::Required)
                });
            let mut problems: Vec<_> = without_frame.collect();
            let frames = lines.iter().map(|line| line.line.fields.frame_id);
            problems.extend(Gate::default().problems(tx, frames)?);
            RegisterError::refuse(problems)?;
            for line in &order.lines {
                let class = products::get(tx, line.fields.product_id)?.fields.vat_class;
                orders::set_vat(tx, line.id, self.vat_rate_today(class)?)?;
            }
            Ok(())
        })
    }
}
