//! Staff put right what the cards did not say.

use domain::Action;
use domain::camera_card::CardCode;
use domain::field::FieldProblem;
use domain::ids::JobId;
use domain::matching::{Edit, Seen};
use store::{Acted, ReadTx, jobs, matching};

use super::Matching;
use super::propose::matching_of;
use crate::{Register, RegisterError};

impl Register {
    /// What somebody typed from a card: a whole code, or the end of one of this job's, the card's characters and the check
    /// character, `0042-N`.
    ///
    /// # Errors
    /// [`RegisterError::Invalid`] for field `code`; not found.
    pub fn matching_code(&self, id: JobId, typed: &str) -> Result<CardCode, RegisterError> {
        let typed = typed.trim();
        let shoot = self.read(|tx| Ok(jobs::get(tx, id)?.shoot))?;
        let (card, check) = typed.split_at_checked(typed.len().saturating_sub(1)).unwrap_or_default();
        typed
            .parse()
            .or_else(|_| format!("SK1-{shoot}-{}-{check}", card.trim_end_matches('-')).parse())
            .map_err(|_| RegisterError::invalid("code", FieldProblem::NotCardCode))
    }

    /// Puts one thing right in a job's matching, on top of the newest edit that its author saw (0: there was none).
    ///
    /// # Errors
    /// [`RegisterError::MatchingStale`], [`RegisterError::EditRefused`] when it does not apply; not found.
    pub fn matching_edit(&self, id: JobId, seen: i64, edit: Edit) -> Result<Matching, RegisterError> {
        self.transact(|tx| {
            check_newest(tx, id, seen)?;
            // a run that is joined to another is no run of its own any more
            let before = matches!(edit, Edit::Merge { .. }).then(|| matching_of(tx, id)).transpose()?;
            let row = matching::add_edit(tx, id, edit)?;
            let matching = matching_of(tx, id)?;
            let last = matching.edits.len().checked_sub(1);
            let refused = matching.proposal.not_applied.iter().find(|refused| Some(refused.edit) == last);
            if let Some(refused) = refused {
                return Err(RegisterError::EditRefused(refused.why));
            }
            let shown = before.as_ref().unwrap_or(&matching);
            if edit.is_of_whole_run()
                && let Some(run) = shown.proposal.run_of(edit.frame())
            {
                matching::set_seen(tx, row, Seen::of(run.frames.iter().copied(), run.proposed))?;
            }
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
            let matching = matching_of(tx, id)?;
            Ok(Acted::new(matching, Action::MatchingUndone).on(id.get()).fields([edit.code()]))
        })
    }
}

/// Gives the newest edit, if it is the one that somebody saw.
fn check_newest(tx: &ReadTx<'_>, id: JobId, seen: i64) -> Result<Option<Edit>, RegisterError> {
    let newest = matching::edits(tx, id)?.pop();
    if newest.map_or(0, |row| row.id) == seen {
        Ok(newest.map(|row| row.said.edit))
    } else {
        Err(RegisterError::MatchingStale)
    }
}
