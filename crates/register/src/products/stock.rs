//! Gives a new register its first products.

use domain::Action;
use domain::money::{VatClass, vat_rate};
use domain::product::starter_list;
use store::{Acted, products};

use crate::{Register, RegisterError};

impl Register {
    /// Adds the starter list at the general VAT rate of the day, unless there are products already.
    ///
    /// # Errors
    /// [`RegisterError::ImpossibleDay`] when the clock stands before 2013.
    pub fn product_list_stock(&self) -> Result<(), RegisterError> {
        if !self.product_list()?.is_empty() {
            return Ok(());
        }
        let today = self.today().parse().map_err(|_| RegisterError::ImpossibleDay)?;
        let vat_bp = vat_rate(VatClass::General, today).ok_or(RegisterError::ImpossibleDay)?;
        let list = starter_list(vat_bp);
        self.transact(|tx| {
            for product in &list {
                products::insert(tx, product)?;
            }
            let count = u32::try_from(list.len()).unwrap_or(u32::MAX);
            Ok(Acted::new((), Action::ProductCreated).count(count))
        })
    }
}
