//! Adds a customer.

use domain::Action;
use domain::customer::CustomerFields;
use domain::provenance::{FieldSource, SourcedRecord};
use store::{Acted, consents, customers, provenance};

use super::{CustomerCard, MarketingAnswer, card};
use crate::{Register, RegisterError};

impl Register {
    /// Adds a customer together with the answer to the marketing question; `source` is of the details.
    ///
    /// # Errors
    /// [`RegisterError::Invalid`], [`RegisterError::WordingUnknown`], or trouble with the disk.
    pub fn customer_create(
        &self,
        fields: CustomerFields,
        source: FieldSource,
        marketing: MarketingAnswer,
    ) -> Result<CustomerCard, RegisterError> {
        let fields = fields.tidied();
        RegisterError::refuse(fields.problems())?;
        let marketing = marketing.into_fields()?;
        let staff_id = self.signer().staff_id();
        self.transact(|tx| {
            let id = customers::insert(tx, &fields)?;
            consents::insert(tx, id, &marketing)?;
            let filled = fields.changed(&CustomerFields::default());
            provenance::put(tx, SourcedRecord::Customer, id.get(), filled.iter().copied(), source, staff_id)?;
            Ok(Acted::new(card(tx, id)?, Action::CustomerCreated)
                .on(id.get())
                .fields(filled)
                .fields([marketing.purpose]))
        })
    }
}
