//! Changes a job.

use domain::Action;
use domain::ids::JobId;
use domain::job::JobFields;
use store::{Acted, jobs};

use super::JobListed;
use super::list::listed;
use crate::{Register, RegisterError};

impl Register {
    /// Writes changed details over the version `rev`.
    ///
    /// # Errors
    /// [`RegisterError::Invalid`], [`RegisterError::JobStale`].
    pub fn job_update(&self, id: JobId, rev: i64, fields: JobFields) -> Result<JobListed, RegisterError> {
        let fields = fields.tidied();
        RegisterError::refuse(fields.problems())?;
        self.transact(|tx| {
            let before = jobs::get(tx, id)?;
            jobs::update(tx, id, rev, &fields)?;
            let changed = before.fields.changed(&fields);
            Ok(Acted::new(listed(tx, id)?, Action::JobUpdated).on(id.get()).fields(changed))
        })
    }
}
