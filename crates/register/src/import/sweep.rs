//! What an import left that ended without its end: its row says "under way", and sealed files have no rows.
//!
//! Invariant: a sealed file that an import cannot have left is not touched, whatever the register knows of it.

use domain::Action;
use domain::ids::ImportId;
use domain::import::ImportOutcome;
use store::{Acted, StoreError, frames, imports, keylist};
use vault::{LeftBehind, VaultError};

use super::run::MOST_WORKERS;
use super::writer::BATCH_FRAMES;
use crate::{Register, RegisterError};

/// Sealed files without a row that one run can leave: what waits for its rows, what is on its way there and what is
/// being sealed, each a pair.
const MOST_LEFT_FILES: usize = 2 * (BATCH_FRAMES + 2 * MOST_WORKERS);
/// The disk's clock may be so much behind ours.
const CLOCK_SLACK_MS: i64 = 60_000;

impl Register {
    /// Marks imports that were under way when the program ended, and removes sealed files that got no row. To be
    /// called when a register has just been opened, before any import runs.
    ///
    /// # Errors
    /// Trouble with the register's disk.
    pub fn import_settle(&self) -> Result<(), RegisterError> {
        let running = self.read(|tx| Ok(imports::running(tx)?))?;
        for &id in &running {
            self.transact(|tx| {
                let now = tx.now();
                imports::end(tx, id, ImportOutcome::Interrupted, None, now)?;
                let session_id = imports::get(tx, id)?.session_id;
                Ok(Acted::new((), Action::ImportEnded).on(session_id.get()))
            })?;
        }
        self.sweep_photos(&running)
    }

    /// Frees the room of frames that an import sealed and whose rows could not be written. Only to be called when
    /// something was committed since: a commit that failed may come to light until then, and not after.
    pub(super) fn sweep_after_failure(&self, id: ImportId) {
        if let Some(Err(error)) = self.imports().while_idle(|| self.sweep_photos(&[id])) {
            tracing::warn!(%error, "sealed files without a row stay until the register is opened again");
        }
    }

    /// Removes what these imports sealed and gave no row, with its keys. No import may be under way: its files get
    /// their rows later.
    fn sweep_photos(&self, left_by: &[ImportId]) -> Result<(), RegisterError> {
        if left_by.is_empty() {
            return Ok(());
        }
        let (known, begun) = self.read(|tx| {
            let begun: Result<Vec<_>, _> =
                left_by.iter().map(|id| Ok::<_, StoreError>(imports::get(tx, *id)?.started_at)).collect();
            Ok((frames::vault_names(tx)?, begun?))
        })?;
        let since = begun.iter().min().map_or(0, |at| at.millis()).saturating_sub(CLOCK_SLACK_MS);
        let left = LeftBehind {
            since_ms: u64::try_from(since).unwrap_or_default(),
            at_most: MOST_LEFT_FILES.saturating_mul(left_by.len()),
        };
        match self.photos().sweep_orphans(|name| known.contains(name), left) {
            Ok(removed) => {
                let names: Vec<&str> = removed.iter().map(String::as_str).collect();
                keylist::delete_all(self.store(), &names)?;
                tracing::info!(count = removed.len(), "sealed files without a row removed");
                Ok(())
            }
            Err(VaultError::TooManyOrphans { count }) => {
                tracing::warn!(count, "more sealed files without a row than an import can leave: kept");
                Ok(())
            }
            Err(error) => Err(error.into()),
        }
    }
}
