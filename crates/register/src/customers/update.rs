//! Changes a customer's details.

use domain::Action;
use domain::customer::CustomerFields;
use domain::ids::CustomerId;
use store::{Acted, customers};

use super::{CustomerCard, card};
use crate::{Register, RegisterError};

impl Register {
    /// Writes changed details over the version `rev`.
    ///
    /// # Errors
    /// [`RegisterError::Invalid`]; [`RegisterError::CustomerStale`] when somebody else changed the customer
    /// meanwhile: nothing is overwritten.
    pub fn customer_update(
        &self,
        id: CustomerId,
        rev: i64,
        fields: CustomerFields,
    ) -> Result<CustomerCard, RegisterError> {
        let fields = fields.tidied();
        RegisterError::refuse(fields.problems())?;
        self.transact(|tx| {
            let before = customers::get(tx, id)?;
            customers::update(tx, id, rev, &fields)?;
            let changed = before.fields.changed(&fields);
            Ok(Acted::new(card(tx, id)?, Action::CustomerUpdated).on(id.get()).fields(changed))
        })
    }
}
