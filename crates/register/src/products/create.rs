//! Adds a product.

use domain::Action;
use domain::product::{Product, ProductFields};
use store::{Acted, products};

use super::refused;
use crate::{Register, RegisterError};

impl Register {
    /// Adds a product.
    ///
    /// # Errors
    /// [`RegisterError::Invalid`], [`RegisterError::ProductCodeTaken`].
    pub fn product_create(&self, fields: ProductFields) -> Result<Product, RegisterError> {
        let fields = fields.tidied();
        RegisterError::refuse(fields.problems())?;
        self.transact(|tx| {
            let id = products::insert(tx, &fields).map_err(refused)?;
            Ok(Acted::new(products::get(tx, id)?, Action::ProductCreated).on(id.get()))
        })
    }
}
