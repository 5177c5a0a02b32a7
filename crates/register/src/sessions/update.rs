//! Renaming a session.

use domain::Action;
use domain::ids::SessionId;
use store::Acted;
use store::sessions::{self, SessionListed};

use super::{LONGEST_NAME, check_name};
use domain::field::FieldProblem;

use crate::{Register, RegisterError};

impl Register {
    /// Changes a session's name and photographer.
    ///
    /// # Errors
    /// When the name is missing or too long; when `rev` is not the stored one.
    pub fn session_update(
        &self,
        id: SessionId,
        rev: i64,
        name: &str,
        photographer: &str,
    ) -> Result<SessionListed, RegisterError> {
        check_name(name)?;
        if photographer.trim().chars().count() > LONGEST_NAME {
            return Err(RegisterError::invalid("photographer", FieldProblem::TooLong));
        }
        self.transact(|tx| {
            let before = sessions::get(tx, id)?.session;
            sessions::update(tx, id, rev, name.trim(), photographer.trim())?;
            let changed = [
                ("name", before.name != name.trim()),
                ("photographer", before.photographer != photographer.trim()),
            ];
            let fields = changed.into_iter().filter(|(_, is_changed)| *is_changed).map(|(field, _)| field);
            let after = sessions::get(tx, id)?;
            Ok(Acted::new(after, Action::SessionUpdated).on(id.get()).fields(fields))
        })
    }
}
