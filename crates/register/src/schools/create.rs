//! Adds a school.

use domain::Action;
use domain::school::SchoolFields;
use store::{Acted, schools};

use super::SchoolCard;
use super::list::card;
use crate::{Register, RegisterError};

impl Register {
    /// Adds a school.
    ///
    /// # Errors
    /// [`RegisterError::Invalid`], or trouble with the disk.
    pub fn school_create(&self, fields: SchoolFields) -> Result<SchoolCard, RegisterError> {
        let fields = fields.tidied();
        RegisterError::refuse(fields.problems())?;
        self.transact(|tx| {
            let id = schools::insert(tx, &fields)?;
            Ok(Acted::new(card(tx, id)?, Action::SchoolCreated).on(id.get()).fields(["name"]))
        })
    }
}
