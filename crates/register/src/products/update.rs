//! Changes a product.

use domain::Action;
use domain::ids::ProductId;
use domain::product::{Product, ProductFields};
use store::{Acted, products};

use super::refused;
use crate::{Register, RegisterError};

impl Register {
    /// Writes changed details over the version `rev`. Confirmed orders keep price, VAT rate
    /// and sheet of their lines.
    ///
    /// # Errors
    /// [`RegisterError::Invalid`], [`RegisterError::ProductCodeTaken`], [`RegisterError::ProductStale`].
    pub fn product_update(
        &self,
        id: ProductId,
        rev: i64,
        fields: ProductFields,
    ) -> Result<Product, RegisterError> {
        let fields = fields.tidied();
        RegisterError::refuse(fields.problems())?;
        self.transact(|tx| {
            let before = products::get(tx, id)?;
            products::update(tx, id, rev, &fields).map_err(refused)?;
            let changed = before.fields.changed(&fields);
            Ok(Acted::new(products::get(tx, id)?, Action::ProductUpdated).on(id.get()).fields(changed))
        })
    }
}
