//! Searches the order archive.

use store::{Page, orders};

use super::{OrderFilter, OrderListed};
use crate::{Register, RegisterError};

/// Most rows of a page.
const LONGEST_PAGE: u32 = 200;

impl Register {
    /// A page of orders, newest first.
    ///
    /// # Errors
    /// When `after` is no cursor of an earlier page.
    pub fn order_search(
        &self,
        filter: &OrderFilter,
        after: Option<&str>,
        limit: u32,
    ) -> Result<Page<OrderListed>, RegisterError> {
        self.read(|tx| Ok(orders::list(tx, filter, after, limit.clamp(1, LONGEST_PAGE))?))
    }
}
