//! Changing what is said of a session.

use domain::Action;
use domain::ids::{JobId, SessionId};
use store::sessions::{self, SessionListed};
use store::{Acted, jobs};

use super::checked;
use crate::{Register, RegisterError};

impl Register {
    /// Changes a session's name, photographer and job.
    ///
    /// # Errors
    /// When the name is missing or too long; when `rev` is not the stored one; not found for an unknown job.
    pub fn session_update(
        &self,
        id: SessionId,
        rev: i64,
        name: &str,
        photographer: &str,
        job_id: Option<JobId>,
    ) -> Result<SessionListed, RegisterError> {
        let fields = checked(name, photographer, job_id)?;
        self.transact(|tx| {
            let before = sessions::get(tx, id)?.session;
            if let Some(job) = job_id {
                jobs::get(tx, job)?;
            }
            sessions::update(tx, id, rev, fields)?;
            let changed = [
                ("name", before.name != fields.name),
                ("photographer", before.photographer != fields.photographer),
                ("job_id", before.job_id != job_id),
            ];
            let names = changed.into_iter().filter(|(_, is_changed)| *is_changed).map(|(field, _)| field);
            let after = sessions::get(tx, id)?;
            Ok(Acted::new(after, Action::SessionUpdated).on(id.get()).fields(names))
        })
    }
}
