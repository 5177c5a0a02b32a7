//! Changes somebody's details.

use domain::Action;
use domain::ids::SubjectId;
use domain::provenance::{FieldSource, SourcedRecord};
use domain::staff::Right;
use domain::subject::SubjectFields;
use store::{Acted, provenance, subjects};

use super::{SubjectCard, noted_as_opened, whole_card};
use crate::{Register, RegisterError};

impl Register {
    /// Writes changed details over the version `rev`; `source` is of the fields that changed. Whoever may not see what is
    /// withheld of somebody protected may not write over it either.
    ///
    /// # Errors
    /// [`RegisterError::Invalid`], [`RegisterError::SubjectStale`], [`RegisterError::ProtectedRecord`].
    pub fn subject_update(
        &self,
        id: SubjectId,
        rev: i64,
        fields: SubjectFields,
        source: FieldSource,
    ) -> Result<SubjectCard, RegisterError> {
        let fields = fields.tidied();
        RegisterError::refuse(fields.problems())?;
        let staff_id = self.signer().staff_id();
        self.transact(|tx| {
            let before = subjects::get(tx, id)?;
            if before.protection.is_some() {
                self.require(Right::SeeProtected).map_err(|_| RegisterError::ProtectedRecord)?;
            }
            subjects::update(tx, id, rev, &fields)?;
            let changed = before.fields.changed(&fields);
            provenance::put(tx, SourcedRecord::Subject, id.get(), changed.iter().copied(), source, staff_id)?;
            let acted = Acted::new(whole_card(tx, id, false)?, Action::SubjectUpdated);
            Ok(noted_as_opened(acted.on(id.get()).fields(changed)))
        })
    }
}
