//! Changes a job.

use domain::Action;
use domain::field::FieldProblem;
use domain::ids::JobId;
use domain::job::JobFields;
use store::{Acted, jobs};

use super::JobListed;
use super::create::year_of;
use crate::{Register, RegisterError};

impl Register {
    /// Writes changed details over the version `rev`. A job whose cards are given stays in its school year.
    ///
    /// # Errors
    /// [`RegisterError::Invalid`], [`RegisterError::JobStale`].
    pub fn job_update(&self, id: JobId, rev: i64, fields: JobFields) -> Result<JobListed, RegisterError> {
        let fields = fields.tidied();
        RegisterError::refuse(fields.problems())?;
        self.transact(|tx| {
            let before = jobs::listed(tx, id)?;
            let year = year_of(&fields)?;
            if year != before.job.school_year && before.cards > 0 {
                return Err(RegisterError::invalid("starts_on", FieldProblem::OutOfRange));
            }
            jobs::update(tx, id, rev, year, &fields)?;
            let changed = before.job.fields.changed(&fields);
            Ok(Acted::new(jobs::listed(tx, id)?, Action::JobUpdated).on(id.get()).fields(changed))
        })
    }
}
