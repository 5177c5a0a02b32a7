//! Searches the order archive.

use store::{Page, orders};

use super::{ArchiveOrder, OrderFilter, OrderListed};
use crate::{Register, RegisterError};

/// Most rows of a page.
const LONGEST_PAGE: u32 = 200;

impl Register {
    /// A page of orders.
    ///
    /// # Errors
    /// When `after` is no cursor of an earlier page of this order.
    pub fn order_search(
        &self,
        filter: &OrderFilter,
        order: ArchiveOrder,
        after: Option<&str>,
        limit: u32,
    ) -> Result<Page<OrderListed>, RegisterError> {
        self.read(|tx| Ok(orders::list(tx, filter, order, after, limit.clamp(1, LONGEST_PAGE))?))
    }
}
