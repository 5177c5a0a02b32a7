//! Making the copies that are missing.

use std::io;
use std::path::Path;
use std::sync::{Arc, PoisonError};

use domain::Action;
use domain::ids::SessionId;
use domain::import::CopyFault;
use store::Acted;
use store::second_copies::{self, SecondCopyRow};
use tasks::{Cancelled, TaskId};
use vault::VaultError;

use crate::{Register, RegisterError, TaskKind, TaskOutcome, TaskResult};

/// Copies that are written down at once.
const BATCH: usize = 50;

/// What work on the copies came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Copying {
    /// Files without a copy still.
    pub missing: u32,
    /// Why, when something stopped it.
    pub fault: Option<CopyFault>,
}

impl Register {
    /// Copies every sealed file that has no copy, as a task.
    ///
    /// # Errors
    /// [`RegisterError::Locked`].
    pub fn second_copy_start(self: &Arc<Self>) -> Result<TaskId, RegisterError> {
        let folder = self.second_copy_get()?.folder.unwrap_or_default();
        self.start_task(TaskKind::SecondCopy, folder, move |register, ctx| {
            let copying = register.copy_missing(None, |done, total| {
                ctx.step(|progress| {
                    progress.done = done;
                    progress.total = total;
                })
            })?;
            match copying.and_then(|copying| copying.fault) {
                Some(CopyFault::Cancelled) => Ok(TaskOutcome::Cancelled(None)),
                Some(fault) => Err(RegisterError::CopyStopped(fault)),
                None => Ok(TaskOutcome::Completed(TaskResult::default())),
            }
        })
    }

    /// Copies what a session has without a copy; none when no copies are wished. What goes wrong is counted and written
    /// down: the photographs themselves are stored. `step` hears how many of how many are copied, and stops it.
    ///
    /// # Errors
    /// Trouble with the register's own database.
    pub(crate) fn copy_session(
        &self,
        session: SessionId,
        step: impl FnMut(u64, u64) -> Result<(), Cancelled>,
    ) -> Result<Option<Copying>, RegisterError> {
        self.copy_missing(Some(session), step)
    }

    fn copy_missing(
        &self,
        of: Option<SessionId>,
        mut step: impl FnMut(u64, u64) -> Result<(), Cancelled>,
    ) -> Result<Option<Copying>, RegisterError> {
        // one at a time: two would write the same file
        let _turn = self.copying().lock().unwrap_or_else(PoisonError::into_inner);
        let (row, names) = self.read(|tx| Ok((second_copies::get(tx)?, second_copies::missing(tx, of)?)))?;
        let Some(SecondCopyRow { folder, fault: before }) = row else { return Ok(None) };
        let mut missing = names.len();
        let mut fault = None;
        match self.copies_in(&folder) {
            Err(why) => fault = Some(why).filter(|_| missing > 0),
            Ok(copies) => {
                let mut made = Vec::new();
                for (place, name) in (0_u64..).zip(&names) {
                    if step(place, names.len() as u64).is_err() {
                        fault = Some(CopyFault::Cancelled);
                        break;
                    }
                    match self.photos().copy_into(name, &copies) {
                        Ok(()) => {
                            made.push(name.as_str());
                            missing -= 1;
                        }
                        // the others can be copied still
                        Err(VaultError::NotFound { .. }) => fault = Some(CopyFault::Unreadable),
                        Err(error) => {
                            tracing::warn!(%error, "a second copy is not made");
                            fault = Some(why(&error, Path::new(&folder)));
                            break;
                        }
                    }
                    if made.len() == BATCH {
                        self.copied(&folder, &made)?;
                        made.clear();
                    }
                }
                self.copied(&folder, &made)?;
            }
        }
        let is_all_copied = self.read(|tx| Ok(second_copies::missing(tx, None)?.is_empty()))?;
        let is_news = fault != before && (fault.is_some() || is_all_copied);
        if is_news || (is_all_copied && !names.is_empty()) {
            self.transact(|tx| {
                second_copies::set_fault(tx, fault)?;
                if is_all_copied {
                    second_copies::all_copied(tx)?;
                }
                Ok(Acted::new((), Action::FilesCopied).count(0))
            })?;
        }
        let missing = u32::try_from(missing).unwrap_or(u32::MAX);
        Ok(Some(Copying { missing, fault }))
    }

    /// Writes down that files have their copies, unless another folder was chosen meanwhile.
    fn copied(&self, folder: &str, names: &[&str]) -> Result<(), RegisterError> {
        if names.is_empty() {
            return Ok(());
        }
        self.transact(|tx| {
            let is_still_there = second_copies::get(tx)?.is_some_and(|row| row.folder == folder);
            if !is_still_there {
                return Err(RegisterError::Cancelled);
            }
            let now = tx.now();
            second_copies::add(tx, names, now)?;
            let count = u32::try_from(names.len()).unwrap_or(u32::MAX);
            Ok(Acted::new((), Action::FilesCopied).count(count))
        })
    }
}

fn why(error: &VaultError, folder: &Path) -> CopyFault {
    match error {
        VaultError::Io(error) if error.kind() == io::ErrorKind::StorageFull => CopyFault::DiskFull,
        _ if !folder.is_dir() => CopyFault::FolderMissing,
        _ => CopyFault::WriteFailed,
    }
}
