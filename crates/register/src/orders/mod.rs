//! Orders: entered as drafts, confirmed, sent, delivered, cancelled; the archive.
//!
//! Invariants: totals are made of gross totals per VAT rate; a confirmed line keeps its price, rate
//! and sheet; a step is refused unless the state may become the next, and while a batch with the order is written.

mod cancel;
mod confirm;
mod deliver;
mod get;
mod save;
mod search;
mod send;
mod step;
#[cfg(test)]
mod tests;
mod totals;

use domain::customer::Customer;
use domain::ids::{CustomerId, OrderId};
use domain::money::Totals;
use domain::order::{Order, OrderLineFields, line_totals};
use store::orders::DescribedLine;
use store::{ReadTx, batches, customers, orders};

use crate::RegisterError;

pub use store::orders::{OrderFilter, OrderListed};

/// An order as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderCard {
    /// The order.
    pub order: Order,
    /// Who ordered.
    pub customer: Customer,
    /// Its lines with the names of products and frames.
    pub lines: Vec<DescribedLine>,
    /// Its totals.
    pub totals: Totals,
    /// Numbers of the batches that it was handed over in.
    pub batch_numbers: Vec<String>,
}

/// A draft to store: new without `stored`, changed with its id and version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderDraft {
    /// Id and version of the stored draft.
    pub stored: Option<(OrderId, i64)>,
    /// Who orders.
    pub customer_id: CustomerId,
    /// A note for the order desk.
    pub note: String,
    /// What is ordered.
    pub lines: Vec<OrderLineFields>,
}

fn card(tx: &ReadTx<'_>, id: OrderId) -> Result<OrderCard, RegisterError> {
    let order = orders::get(tx, id)?;
    Ok(OrderCard {
        customer: customers::get(tx, order.customer_id)?,
        lines: orders::described_lines(tx, id)?,
        totals: line_totals(&order.lines)?,
        batch_numbers: batches::numbers_of_order(tx, id)?,
        order,
    })
}
