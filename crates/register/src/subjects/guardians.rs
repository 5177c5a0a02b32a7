//! Makes customers guardians, or guardians no more.

use domain::Action;
use domain::ids::{CustomerId, SubjectId};
use domain::staff::Right;
use store::{Acted, WriteTx, customers, subjects};

use super::{SubjectCard, noted_as_opened, whole_card};
use crate::{Register, RegisterError};

impl Register {
    /// Makes a customer a guardian; does nothing when they are one.
    ///
    /// # Errors
    /// Not found; [`RegisterError::ProtectedRecord`] for whoever may not see the guardians.
    pub fn guardian_add(&self, id: SubjectId, customer_id: CustomerId) -> Result<SubjectCard, RegisterError> {
        self.change_guardians(id, |tx| {
            customers::get(tx, customer_id)?;
            let guardians = subjects::guardians(tx, id)?;
            if !guardians.iter().any(|guardian| guardian.customer_id == customer_id) {
                subjects::add_guardian(tx, id, customer_id)?;
            }
            Ok(())
        })
    }

    /// A customer is a guardian no more; both stay.
    ///
    /// # Errors
    /// As [`Self::guardian_add`].
    pub fn guardian_remove(
        &self,
        id: SubjectId,
        customer_id: CustomerId,
    ) -> Result<SubjectCard, RegisterError> {
        self.change_guardians(id, |tx| {
            subjects::remove_guardian(tx, id, customer_id)?;
            Ok(())
        })
    }

    fn change_guardians(
        &self,
        id: SubjectId,
        change: impl FnOnce(&mut WriteTx<'_>) -> Result<(), RegisterError>,
    ) -> Result<SubjectCard, RegisterError> {
        self.transact(|tx| {
            if subjects::get(tx, id)?.protection.is_some() {
                self.require(Right::SeeProtected).map_err(|_| RegisterError::ProtectedRecord)?;
            }
            change(tx)?;
            let acted = Acted::new(whole_card(tx, id, false)?, Action::GuardianChanged);
            Ok(noted_as_opened(acted.on(id.get()).fields(["guardians"])))
        })
    }
}
