//! Changes a customer's details.

use domain::Action;
use domain::customer::CustomerFields;
use domain::ids::CustomerId;
use domain::provenance::{FieldSource, SourcedRecord};
use domain::staff::Right;
use store::{Acted, customers, provenance};

use super::{CustomerCard, whole_card};
use crate::{Register, RegisterError};

impl Register {
    /// Writes changed details over the version `rev`; `source` is of the fields that changed. Whoever may not see what is
    /// withheld of somebody protected may not write over it either.
    ///
    /// # Errors
    /// [`RegisterError::Invalid`], [`RegisterError::ProtectedRecord`]; [`RegisterError::CustomerStale`] when somebody else changed the customer
    /// meanwhile: nothing is overwritten.
    pub fn customer_update(
        &self,
        id: CustomerId,
        rev: i64,
        fields: CustomerFields,
        source: FieldSource,
    ) -> Result<CustomerCard, RegisterError> {
        let fields = fields.tidied();
        RegisterError::refuse(fields.problems())?;
        let staff_id = self.signer().staff_id();
        self.transact(|tx| {
            let before = customers::get(tx, id)?;
            if before.protection.is_some() {
                self.require(Right::SeeProtected).map_err(|_| RegisterError::ProtectedRecord)?;
            }
            customers::update(tx, id, rev, &fields)?;
            let changed = before.fields.changed(&fields);
            provenance::put(
                tx,
                SourcedRecord::Customer,
                id.get(),
                changed.iter().copied(),
                source,
                staff_id,
            )?;
            let card = whole_card(tx, id)?;
            let acted = Acted::new(card, Action::CustomerUpdated).on(id.get()).fields(changed);
            // who wrote over everything sees everything
            let is_opened = before.protection.is_some();
            Ok(if is_opened { acted.and(Action::CustomerOpened).on(id.get()) } else { acted })
        })
    }
}
