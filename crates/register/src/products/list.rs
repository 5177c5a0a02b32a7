//! Lists the products.

use domain::product::Product;
use store::products;

use crate::{Register, RegisterError};

impl Register {
    /// Every product, in code order.
    ///
    /// # Errors
    /// Trouble with the disk.
    pub fn product_list(&self) -> Result<Vec<Product>, RegisterError> {
        self.read(|tx| Ok(products::list(tx)?))
    }
}
