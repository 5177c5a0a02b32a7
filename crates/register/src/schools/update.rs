//! Changes a school.

use domain::Action;
use domain::ids::SchoolId;
use domain::school::SchoolFields;
use store::{Acted, schools};

use super::SchoolCard;
use super::list::card;
use crate::{Register, RegisterError};

impl Register {
    /// Writes changed details over the version `rev`.
    ///
    /// # Errors
    /// [`RegisterError::Invalid`], [`RegisterError::SchoolStale`].
    pub fn school_update(
        &self,
        id: SchoolId,
        rev: i64,
        fields: SchoolFields,
    ) -> Result<SchoolCard, RegisterError> {
        let fields = fields.tidied();
        RegisterError::refuse(fields.problems())?;
        self.transact(|tx| {
            let before = schools::get(tx, id)?;
            schools::update(tx, id, rev, &fields)?;
            let changed = before.fields.changed(&fields);
            Ok(Acted::new(card(tx, id)?, Action::SchoolUpdated).on(id.get()).fields(changed))
        })
    }
}
