//! What an import left that ended without its end: its row says "under way", and sealed files have no rows.
//!
//! Invariant: only files whose names were written down as unsettled are removed, and only while the register is at
//! least in the state in which they were given out.

use domain::Action;
use domain::import::ImportOutcome;
use store::{Acted, audit, frames, imports, keylist, sidecars};

use crate::{Register, RegisterError};

impl Register {
    /// Removes sealed files that got no row and marks imports that were under way when the program ended. To be
    /// called when a register has just been opened, before any import runs.
    ///
    /// # Errors
    /// Trouble with the database. Files that cannot be removed stay until the next time.
    pub fn import_settle(&self) -> Result<(), RegisterError> {
        if let Err(error) = self.sweep_photos() {
            tracing::warn!(%error, "sealed files without a row could not be removed");
        }
        for id in self.read(|tx| Ok(imports::running(tx)?))? {
            self.transact(|tx| {
                let now = tx.now();
                imports::end(tx, id, ImportOutcome::Interrupted, None, now)?;
                let session_id = imports::get(tx, id)?.session_id;
                Ok(Acted::new((), Action::ImportEnded).on(session_id.get()).by_nobody())
            })?;
        }
        Ok(())
    }

    /// Frees the room of frames that an import sealed and whose rows were not written. Only to be called when
    /// something was committed since: a commit that failed may come to light until then, and not after. While another
    /// import runs nothing is done; the last one to end does it for all.
    pub(super) fn sweep_after_import(&self) {
        if let Some(Err(error)) = self.imports().while_idle(|| self.sweep_photos()) {
            tracing::warn!(%error, "sealed files without a row stay until the register is opened again");
        }
    }

    /// No import may be under way: its files get their rows later.
    fn sweep_photos(&self) -> Result<(), RegisterError> {
        let unsettled = self.photos().unsettled()?;
        if self.state()? < unsettled.state {
            tracing::warn!(
                "an older copy of the register was put back: sealed files that it does not know are kept"
            );
        } else {
            let unknown = self.read(|tx| {
                let mut unknown = Vec::new();
                for name in &unsettled.names {
                    if !frames::has_file(tx, name)? && !sidecars::has_file(tx, name)? {
                        unknown.push(name.as_str());
                    }
                }
                Ok(unknown)
            })?;
            let mut removed = Vec::new();
            let mut trouble = None;
            for name in unknown {
                match self.photos().remove(name) {
                    Ok(()) => removed.push(name),
                    Err(error) => trouble = trouble.or(Some(error)),
                }
            }
            keylist::delete_all(self.store(), &removed)?;
            if let Some(error) = trouble {
                return Err(error.into());
            }
        }
        Ok(self.photos().forget_unsettled()?)
    }

    /// A number that grows with each change of the register.
    pub(super) fn state(&self) -> Result<u64, RegisterError> {
        Ok(self.read(|tx| Ok(audit::last_id(tx)?))?.unsigned_abs())
    }
}
