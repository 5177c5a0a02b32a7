//! Totals of lines that are not stored yet.

use domain::ids::{OrderLineId, ProductId};
use domain::money::Totals;
use domain::order::{OrderLine, OrderLineFields, draft_problems, line_totals};

use super::save::priced;
use crate::{Register, RegisterError};

impl Register {
    /// Totals of lines as entered, at the VAT rates that their products have now.
    ///
    /// # Errors
    /// [`RegisterError::Invalid`]; not found for an unknown product or frame.
    pub fn order_totals(&self, lines: &[OrderLineFields]) -> Result<Totals, RegisterError> {
        RegisterError::refuse(draft_problems("", lines))?;
        let any: Vec<ProductId> = lines.iter().map(|line| line.product_id).collect();
        let lines = self.read(|tx| priced(self, tx, lines, &any))?;
        let lines: Vec<OrderLine> = lines
            .into_iter()
            .map(|line| OrderLine {
                id: OrderLineId(0),
                fields: line.fields,
                vat_bp: line.vat_bp,
                sheet: None,
            })
            .collect();
        Ok(line_totals(&lines)?)
    }
}
