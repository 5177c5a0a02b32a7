//! Searches customers while typing.

use store::{Page, customers};

use super::{CustomerListed, NameOrder, without_contact_data};
use crate::{Register, RegisterError};

/// Most rows of a page.
const LONGEST_PAGE: u32 = 200;

impl Register {
    /// A page of customers in Finnish order, either way: words of names in any order, digits of the telephone number,
    /// e-mail address or order number; empty lists all. Of those who are protected the name alone.
    ///
    /// # Errors
    /// When `after` is no cursor of an earlier page.
    pub fn customer_search(
        &self,
        search: &str,
        order: NameOrder,
        after: Option<&str>,
        limit: u32,
    ) -> Result<Page<CustomerListed>, RegisterError> {
        let page =
            self.read(|tx| Ok(customers::list(tx, search, order, after, limit.clamp(1, LONGEST_PAGE))?))?;
        Ok(page.map(|listed| match listed.customer.protection {
            None => listed,
            Some(_) => CustomerListed { customer: without_contact_data(listed.customer), ..listed },
        }))
    }
}
