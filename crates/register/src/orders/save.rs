//! Stores a draft, new or changed.

use domain::Action;
use domain::field::{FieldProblem, FieldProblemAt};
use domain::ids::ProductId;
use domain::order::{Order, OrderLineFields, OrderState, draft_problems};
use store::orders::NewLine;
use store::{Acted, ReadTx, customers, frames, orders, products};

use super::{OrderCard, OrderDraft, card};
use crate::matching::Gate;
use crate::{Register, RegisterError};

impl Register {
    /// Stores a draft. A new one gets its number; each line gets the VAT rate of today; confirming takes it anew.
    /// Lines may still lack their frames.
    ///
    /// # Errors
    /// [`RegisterError::Invalid`], [`RegisterError::OrderStale`], [`RegisterError::OrderNotDraft`]; not found
    /// for an unknown customer, product or frame.
    pub fn order_save(&self, draft: OrderDraft) -> Result<OrderCard, RegisterError> {
        let note = draft.note.trim();
        RegisterError::refuse(draft_problems(note, &draft.lines))?;
        let year = self.year()?;
        self.transact(|tx| {
            customers::get(tx, draft.customer_id)?;
            let Some((id, rev)) = draft.stored else {
                let lines = priced(self, tx, &draft.lines, &[])?;
                let id = orders::insert(tx, year, draft.customer_id, note, &lines)?;
                return Ok(Acted::new(card(tx, id)?, Action::OrderCreated).on(id.get()));
            };
            let before = orders::get(tx, id)?;
            if before.rev != rev {
                return Err(RegisterError::OrderStale);
            }
            if before.state != OrderState::Draft {
                return Err(RegisterError::OrderNotDraft);
            }
            let ordered: Vec<ProductId> = before.lines.iter().map(|line| line.fields.product_id).collect();
            let lines = priced(self, tx, &draft.lines, &ordered)?;
            orders::update_draft(tx, id, rev, draft.customer_id, note, &lines)?;
            let changed = changed(&before, &draft, note);
            Ok(Acted::new(card(tx, id)?, Action::OrderUpdated).on(id.get()).fields(changed))
        })
    }

    /// The year in whose series an order is numbered: the calendar year in Finland.
    fn year(&self) -> Result<i16, RegisterError> {
        let today = self.today();
        let year = today.split('-').next().and_then(|year| year.parse().ok());
        year.ok_or(RegisterError::ImpossibleDay)
    }
}

/// The lines with the VAT rates that their products have today. A product that is not sold any more stays possible where
/// it was ordered before.
pub(super) fn priced(
    register: &Register,
    tx: &ReadTx<'_>,
    lines: &[OrderLineFields],
    ordered: &[ProductId],
) -> Result<Vec<NewLine>, RegisterError> {
    let mut priced = Vec::with_capacity(lines.len());
    let mut problems = Vec::new();
    for (place, fields) in lines.iter().enumerate() {
        let product = products::get(tx, fields.product_id)?;
        if !product.fields.is_active && !ordered.contains(&product.id) {
            problems.push(FieldProblemAt::new(format!("lines.{place}.product_id"), FieldProblem::OutOfRange));
        }
        if let Some(frame) = fields.frame_id {
            frames::get(tx, frame)?;
        }
        priced.push(NewLine {
            fields: fields.clone(),
            vat_bp: register.vat_rate_today(product.fields.vat_class)?,
        });
    }
    problems.extend(Gate::default().problems(tx, lines.iter().map(|fields| fields.frame_id))?);
    RegisterError::refuse(problems)?;
    Ok(priced)
}

fn changed(before: &Order, draft: &OrderDraft, note: &str) -> Vec<&'static str> {
    let lines_differ = !before.lines.iter().map(|line| &line.fields).eq(&draft.lines);
    let pairs = [
        ("customer_id", before.customer_id != draft.customer_id),
        ("note", before.note != note),
        ("lines", lines_differ),
    ];
    pairs.into_iter().filter(|(_, differs)| *differs).map(|(name, _)| name).collect()
}
