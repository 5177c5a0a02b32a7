//! Whether the clock can be relied on.
//!
//! Whatever deletes by age must ask [`Register::clock_doubt`] first: a clock that was set forward makes everything look
//! old. Entries themselves are in order by their number, whatever the clock said. A long weekend looks like a clock that
//! was set forward while the program was closed; then somebody looks at the date, and says that it is right.

use domain::{Action, ClockJump, Instant};
use store::audit;

use crate::{Register, RegisterError};

/// A jump of the clock that nobody has looked at yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockDoubt {
    /// Which way.
    pub jump: ClockJump,
    /// When it was noticed, by the clock after the jump.
    pub noticed_at: Instant,
}

impl Register {
    /// Why nothing may be deleted by its age now: the clock jumped, and nobody has confirmed it since.
    ///
    /// # Errors
    /// Trouble with the disk.
    pub fn clock_doubt(&self) -> Result<Option<ClockDoubt>, RegisterError> {
        self.read(|tx| {
            let Some(jumped) = audit::last_of(tx, Action::ClockJumped)? else { return Ok(None) };
            let confirmed = audit::last_of(tx, Action::ClockConfirmed)?;
            if confirmed.is_some_and(|confirmed| confirmed.id > jumped.id) {
                return Ok(None);
            }
            let jump = jumped.fields.iter().find_map(|code| ClockJump::from_code(code));
            Ok(jump.map(|jump| ClockDoubt { jump, noticed_at: jumped.at }))
        })
    }

    /// Somebody looked at the clock and found it right. Does nothing where it was not in doubt.
    ///
    /// # Errors
    /// [`RegisterError::NotTrusted`], [`RegisterError::Locked`], or trouble with the disk.
    pub fn clock_confirm(&self) -> Result<(), RegisterError> {
        if self.clock_doubt()?.is_none() {
            return Ok(());
        }
        self.record(Action::ClockConfirmed, &[])
    }

    /// Notes in the trail that the clock jumped. Does nothing while the register may only be looked at.
    ///
    /// # Errors
    /// [`RegisterError::Locked`], or trouble with the disk.
    pub fn clock_note(&self, jump: ClockJump) -> Result<(), RegisterError> {
        if self.alarm().is_some() {
            return Ok(());
        }
        tracing::warn!(jump = jump.code(), "the clock jumped");
        self.record(Action::ClockJumped, &[jump.code()])
    }

    /// Compares the clock with the newest entry, as the first thing of an opening.
    pub(crate) fn clock_look(&self) -> Result<(), RegisterError> {
        let newest = self.read(|tx| {
            let head = audit::head(tx)?;
            head.map_or(Ok(None), |(id, _)| Ok(audit::find(tx, id)?))
        })?;
        match newest.and_then(|newest| ClockJump::between(newest.at, self.now())) {
            Some(jump) => self.clock_note(jump),
            None => Ok(()),
        }
    }
}
