//! Adds somebody to the staff; they sign in only when they are admitted.

use domain::Action;
use domain::staff::{StaffFields, StaffMember};
use store::{Acted, staff};

use super::{Account, prepared};
use crate::{Register, RegisterError};

impl Register {
    /// Adds somebody who may not sign in yet.
    ///
    /// # Errors
    /// [`RegisterError::Invalid`].
    pub fn staff_add(&self, fields: &StaffFields) -> Result<StaffMember, RegisterError> {
        let fields = prepared(fields, Account::Waiting, &self.today())?;
        self.transact(|tx| {
            let id = staff::insert(tx, &fields)?;
            let agreed = (!fields.agreed_on.is_empty()).then_some("agreed_on");
            let names = ["name", "role"].into_iter().chain(agreed);
            Ok(Acted::new(staff::get(tx, id)?, Action::StaffAdded).on(id.get()).fields(names))
        })
    }
}
