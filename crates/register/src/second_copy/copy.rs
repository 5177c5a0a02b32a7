//! Making the copies that are missing.

use std::path::Path;
use std::sync::{Arc, PoisonError};

use domain::Action;
use domain::ids::SessionId;
use domain::import::CopyFault;
use store::second_copies::{self, SecondCopyRow, Uncopied};
use store::{Acted, keylist};
use tasks::{Cancelled, TaskId};
use vault::VaultError;

use crate::{Register, RegisterError, TaskKind, TaskOutcome, TaskResult};

/// Copies that are written down at once.
const BATCH: usize = 50;

impl Register {
    /// Copies every sealed file that has no copy, as a task.
    ///
    /// # Errors
    /// [`RegisterError::Locked`], [`RegisterError::NotTrusted`].
    pub fn second_copy_start(self: &Arc<Self>) -> Result<TaskId, RegisterError> {
        if self.alarm().is_some() {
            return Err(RegisterError::NotTrusted);
        }
        let folder = self.second_copy_get()?.folder.unwrap_or_default();
        self.start_task(TaskKind::SecondCopy, folder, move |register, ctx| {
            let fault = register.copy_missing(None, |done, total| {
                ctx.step(|progress| {
                    progress.done = done;
                    progress.total = total;
                })
            })?;
            match fault {
                Some(CopyFault::Cancelled) => Ok(TaskOutcome::Cancelled(None)),
                Some(fault) => Err(RegisterError::CopyStopped(fault)),
                None => Ok(TaskOutcome::Completed(TaskResult::default())),
            }
        })
    }

    /// Copies what a session, or everything, has without a copy, where copies are wished, and writes down why that stopped
    /// before its end. `step` hears how many of how many are copied, and stops it.
    ///
    /// # Errors
    /// Trouble with the register's own database.
    pub(crate) fn copy_missing(
        &self,
        of: Option<SessionId>,
        mut step: impl FnMut(u64, u64) -> Result<(), Cancelled>,
    ) -> Result<Option<CopyFault>, RegisterError> {
        let (row, missing) =
            self.read(|tx| Ok((second_copies::get(tx)?, second_copies::missing(tx, of)?)))?;
        let Some(place) = row else { return Ok(None) };
        let mut fault = None;
        let mut made = Vec::new();
        for (done, file) in (0_u64..).zip(&missing) {
            if step(done, missing.len() as u64).is_err() {
                fault = Some(CopyFault::Cancelled);
                break;
            }
            match self.copy_one(&place, file)? {
                Ok(()) => made.push(file.vault_name.as_str()),
                // the others can be copied still
                Err(CopyFault::Unreadable) => fault = Some(CopyFault::Unreadable),
                Err(why) => {
                    fault = Some(why);
                    break;
                }
            }
            if made.len() == BATCH {
                self.copied(&place, &made)?;
                made.clear();
            }
        }
        self.copied(&place, &made)?;
        if fault != place.fault && (fault.is_some() || of.is_none()) {
            self.transact(|tx| {
                if second_copies::get(tx)?.is_some_and(|row| row.mark == place.mark) {
                    second_copies::set_fault(tx, fault)?;
                }
                Ok(Acted::new((), Action::FilesCopied).count(0))
            })?;
        }
        Ok(fault)
    }

    /// Copies a file that opens and is what was imported. One that does not, and of which there is a whole copy, is
    /// fetched back from it: a good copy is never written over by a broken file.
    fn copy_one(
        &self,
        place: &SecondCopyRow,
        file: &Uncopied,
    ) -> Result<Result<(), CopyFault>, RegisterError> {
        let name = file.vault_name.as_str();
        let Some(key) = keylist::get(self.store(), name)? else { return Ok(Err(CopyFault::Unreadable)) };
        // one at a time: two would write the same file
        let _turn = self.copying().lock().unwrap_or_else(PoisonError::into_inner);
        let copies = match self.copies_in(place) {
            Ok(copies) => copies,
            Err(why) => return Ok(Err(why)),
        };
        let hash = blake3::Hash::from_bytes(file.blake3);
        let is_whole = |error: &VaultError| {
            tracing::warn!(%error, "a sealed file is not whole, and not copied");
            copies.verify(name, &key, &hash, file.size_bytes).is_ok()
        };
        let from_here = self.photos().verify(name, &key, &hash, file.size_bytes);
        Ok(match from_here {
            Ok(()) => self.photos().copy_into(name, &copies).map_err(|error| {
                tracing::warn!(%error, "a second copy is not made");
                why(&error, Path::new(&place.folder))
            }),
            Err(error) if is_whole(&error) => {
                self.put_back(name, &copies)?;
                Ok(())
            }
            Err(_) => Err(CopyFault::Unreadable),
        })
    }

    /// Writes down that files have their copies, unless another folder was chosen meanwhile.
    fn copied(&self, place: &SecondCopyRow, names: &[&str]) -> Result<(), RegisterError> {
        if names.is_empty() {
            return Ok(());
        }
        self.transact(|tx| {
            let is_same = second_copies::get(tx)?.is_some_and(|row| row.mark == place.mark);
            let counted = if is_same { names } else { &[] };
            let now = tx.now();
            second_copies::add(tx, counted, now)?;
            let count = u32::try_from(counted.len()).unwrap_or(u32::MAX);
            Ok(Acted::new((), Action::FilesCopied).count(count))
        })
    }
}

fn why(error: &VaultError, folder: &Path) -> CopyFault {
    match error {
        VaultError::DiskFull => CopyFault::DiskFull,
        _ if !folder.is_dir() => CopyFault::FolderMissing,
        _ => CopyFault::WriteFailed,
    }
}
