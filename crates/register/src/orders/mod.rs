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
use domain::ids::{CustomerId, OrderId, PrintBatchId};
use domain::money::Totals;
use domain::order::{Order, OrderLineFields, OrderState, line_totals};
use store::orders::DescribedLine;
use store::{ReadTx, batches, customers, orders};

use crate::RegisterError;

pub use store::orders::{ArchiveOrder, OrderFilter, OrderListed};

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
    /// The batches that it was handed over in, with their numbers.
    pub batches: Vec<(PrintBatchId, String)>,
    /// Steps that a person can take now.
    pub next_states: Vec<OrderState>,
    /// Confirmed with prints: what leads on is handing it over.
    pub awaits_hand_over: bool,
    /// It is in a batch that is being written: it can be neither cancelled nor sent until that is settled.
    pub is_being_handed_over: bool,
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

/// Refuses while the order is in a batch that is being written.
fn not_being_handed_over(tx: &ReadTx<'_>, id: OrderId) -> Result<(), RegisterError> {
    if batches::is_being_written(tx, id)? { Err(RegisterError::OrderBeingHandedOver) } else { Ok(()) }
}

fn card(tx: &ReadTx<'_>, id: OrderId) -> Result<OrderCard, RegisterError> {
    let order = orders::get(tx, id)?;
    let is_being_handed_over = batches::is_being_written(tx, id)?;
    let may_go = |next: &OrderState| match next {
        OrderState::Sent => !is_being_handed_over && !order.has_prints(),
        OrderState::Cancelled => !is_being_handed_over,
        OrderState::Draft | OrderState::Confirmed | OrderState::Delivered => true,
    };
    Ok(OrderCard {
        next_states: order.state.next_states().into_iter().filter(may_go).collect(),
        awaits_hand_over: order.state == OrderState::Confirmed && order.has_prints() && !is_being_handed_over,
        is_being_handed_over,
        customer: customers::get(tx, order.customer_id)?,
        lines: orders::described_lines(tx, id)?,
        totals: line_totals(&order.lines)?,
        batches: batches::of_order(tx, id)?,
        order,
    })
}
