//! Staff put right what the cards did not say.

use domain::Action;
use domain::ids::JobId;
use domain::matching::Edit;
use store::{Acted, ReadTx, jobs, matching};

use super::Matching;
use super::propose::{proposal, read};
use crate::{Register, RegisterError};

impl Register {
    /// The five characters that all cards of a job have in common.
    ///
    /// # Errors
    /// Not found; when the database fails.
    pub fn job_shoot(&self, id: JobId) -> Result<String, RegisterError> {
        self.read(|tx| Ok(jobs::get(tx, id)?.shoot))
    }

    /// Puts one thing right in a job's matching, on top of the newest edit that its author saw (0: there was none).
    ///
    /// # Errors
    /// [`RegisterError::MatchingStale`], [`RegisterError::EditRefused`] when it does not apply; not found.
    pub fn matching_edit(&self, id: JobId, seen: i64, edit: Edit) -> Result<Matching, RegisterError> {
        self.transact(|tx| {
            let job = jobs::get(tx, id)?;
            check_newest(tx, id, seen)?;
            let (_, proposal, edits) = proposal(tx, &job, &[edit])?;
            if let Some(refused) = proposal.not_applied.iter().find(|refused| refused.edit == edits.len()) {
                return Err(RegisterError::EditRefused(refused.why));
            }
            matching::add_edit(tx, id, edit)?;
            let matching = read(tx, id)?;
            Ok(Acted::new(matching, Action::MatchingEdited).on(id.get()).fields([edit.code()]))
        })
    }

    /// Takes the newest edit of a job's matching back.
    ///
    /// # Errors
    /// [`RegisterError::MatchingStale`] when the newest edit is another; not found.
    pub fn matching_undo(&self, id: JobId, newest: i64) -> Result<Matching, RegisterError> {
        self.transact(|tx| {
            let edit = check_newest(tx, id, newest)?.ok_or(RegisterError::MatchingStale)?;
            matching::delete_edit(tx, id, newest)?;
            let matching = read(tx, id)?;
            Ok(Acted::new(matching, Action::MatchingUndone).on(id.get()).fields([edit.code()]))
        })
    }
}

/// Gives the newest edit, if it is the one that somebody saw.
fn check_newest(tx: &ReadTx<'_>, id: JobId, seen: i64) -> Result<Option<Edit>, RegisterError> {
    let newest = matching::edits(tx, id)?.pop();
    if newest.map_or(0, |row| row.id) == seen {
        Ok(newest.map(|row| row.edit))
    } else {
        Err(RegisterError::MatchingStale)
    }
}
