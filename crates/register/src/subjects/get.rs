//! Shows somebody's card.

use domain::ids::SubjectId;

use super::{SubjectCard, card};
use crate::{Register, RegisterError};

impl Register {
    /// Somebody's card; the names alone when they are protected.
    ///
    /// # Errors
    /// Not found.
    pub fn subject_get(&self, id: SubjectId) -> Result<SubjectCard, RegisterError> {
        self.read(|tx| card(tx, id))
    }
}
