//! Records a new answer to the marketing question.

use domain::Action;
use domain::ids::CustomerId;
use store::{Acted, consents, customers};

use super::{CustomerCard, MarketingAnswer, card};
use crate::{Register, RegisterError};

impl Register {
    /// Adds an answer; the earlier ones stay as proof.
    ///
    /// # Errors
    /// [`RegisterError::WordingUnknown`]; not found.
    pub fn consent_record(
        &self,
        id: CustomerId,
        marketing: MarketingAnswer,
    ) -> Result<CustomerCard, RegisterError> {
        let marketing = marketing.into_fields()?;
        self.transact(|tx| {
            customers::get(tx, id)?;
            consents::insert(tx, id, &marketing)?;
            Ok(Acted::new(card(tx, id)?, Action::ConsentRecorded).on(id.get()).fields([marketing.purpose]))
        })
    }
}
