//! Gives a new register its first products.

use domain::Action;
use domain::product::starter_list;
use store::{Acted, products};

use crate::{Register, RegisterError};

impl Register {
    /// Adds the starter list, unless there are products already.
    ///
    /// # Errors
    /// Trouble with the disk.
    pub fn product_list_stock(&self) -> Result<(), RegisterError> {
        if !self.product_list()?.is_empty() {
            return Ok(());
        }
        let list = starter_list();
        self.transact(|tx| {
            for product in &list {
                products::insert(tx, product)?;
            }
            let count = u32::try_from(list.len()).unwrap_or(u32::MAX);
            Ok(Acted::new((), Action::ProductCreated).count(count))
        })
    }
}
