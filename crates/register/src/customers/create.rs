//! Adds a customer.

use domain::Action;
use domain::customer::CustomerFields;
use store::{Acted, consents, customers};

use super::{CustomerCard, MarketingAnswer, card};
use crate::{Register, RegisterError};

impl Register {
    /// Adds a customer together with the answer to the marketing question.
    ///
    /// # Errors
    /// [`RegisterError::Invalid`], [`RegisterError::WordingUnknown`], or trouble with the disk.
    pub fn customer_create(
        &self,
        fields: CustomerFields,
        marketing: MarketingAnswer,
    ) -> Result<CustomerCard, RegisterError> {
        let fields = fields.tidied();
        RegisterError::refuse(fields.problems())?;
        let marketing = marketing.into_fields()?;
        self.transact(|tx| {
            let id = customers::insert(tx, &fields)?;
            consents::insert(tx, id, &marketing)?;
            let filled = fields.changed(&CustomerFields::default());
            Ok(Acted::new(card(tx, id)?, Action::CustomerCreated)
                .on(id.get())
                .fields(filled)
                .fields([marketing.purpose]))
        })
    }
}
