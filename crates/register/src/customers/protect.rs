//! Notes an order of protection, or that it ended.

use domain::Action;
use domain::ids::CustomerId;
use store::{Acted, customers};

use super::{CustomerCard, card};
use crate::{Register, RegisterError};

impl Register {
    /// As [`Register::subject_protect`], of a customer.
    ///
    /// # Errors
    /// [`RegisterError::Invalid`], [`RegisterError::CustomerStale`], [`RegisterError::ProtectedRecord`].
    pub fn customer_protect(
        &self,
        id: CustomerId,
        rev: i64,
        is_protected: bool,
        review_on: &str,
    ) -> Result<CustomerCard, RegisterError> {
        let order = self.order_of_protection(is_protected, review_on)?;
        self.transact(|tx| {
            let before = customers::get(tx, id)?;
            self.may_change_protection(before.protection.as_ref(), order.as_ref())?;
            customers::protect(tx, id, rev, order.as_ref())?;
            let changed = Action::CustomerProtectionChanged;
            Ok(Acted::new(card(tx, id)?, changed).on(id.get()).fields(["is_protected"]))
        })
    }
}
