//! Copies of the sealed photographs on another disk, for the day when the register's own disk gives back something else.
//!
//! A copy is the sealed file, byte for byte: it opens with the key in the register's key list alone, so that a photograph
//! whose key is destroyed is gone on both disks. It is no backup: rows and keys stay on the register's own disk.
//! Invariant: a file counts as copied when its copy was synced and read back.

mod copy;
mod fetch;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use domain::Action;
use domain::import::CopyFault;
use store::second_copies::{self, SecondCopyRow};
use store::{Acted, ReadTx};
use vault::{SealedStore, make_private_dir};

use crate::{Register, RegisterError};

/// Below the folder that was chosen.
const FOLDER: &str = "Kontakti photos";

/// How the second copies stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecondCopy {
    /// The folder that was chosen; none while no copies are made.
    pub folder: Option<String>,
    /// Sealed files in all.
    pub files: u32,
    /// Those without a copy.
    pub missing: u32,
    /// Why the last work on it stopped before its end.
    pub fault: Option<CopyFault>,
}

impl Register {
    /// How the second copies stand.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn second_copy_get(&self) -> Result<SecondCopy, RegisterError> {
        self.read(look)
    }

    /// Has copies made in a folder of another disk from now on. What is there already is found again when it is copied.
    ///
    /// # Errors
    /// [`RegisterError::SameDisk`], [`RegisterError::FolderNotWritable`].
    pub fn second_copy_set(&self, folder: &Path) -> Result<SecondCopy, RegisterError> {
        let is_same =
            is_on_one_disk(self.store().dir(), folder).map_err(|_| RegisterError::FolderUnreadable)?;
        if is_same {
            return Err(RegisterError::SameDisk);
        }
        make_private_dir(&folder.join(FOLDER)).map_err(|_| RegisterError::FolderNotWritable)?;
        let folder = folder.to_str().ok_or(RegisterError::FolderNotWritable)?;
        self.transact(|tx| {
            second_copies::set(tx, Some(folder))?;
            Ok(Acted::new(look(tx)?, Action::SecondCopyChanged))
        })
    }

    /// Has no copies made any more. Those that are there stay, and open only with the register's keys.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn second_copy_stop(&self) -> Result<SecondCopy, RegisterError> {
        self.transact(|tx| {
            second_copies::set(tx, None)?;
            Ok(Acted::new(look(tx)?, Action::SecondCopyChanged))
        })
    }

    /// The copies in a folder that is there, on another disk than the register: an empty place where a disk is usually
    /// mounted is on the register's own.
    fn copies_in(&self, folder: &str) -> Result<SealedStore, CopyFault> {
        let folder = PathBuf::from(folder);
        match is_on_one_disk(self.store().dir(), &folder) {
            Ok(false) => Ok(SealedStore::new(folder.join(FOLDER))),
            Ok(true) => Err(CopyFault::SameDisk),
            Err(_) => Err(CopyFault::FolderMissing),
        }
    }
}

fn look(tx: &ReadTx<'_>) -> Result<SecondCopy, RegisterError> {
    let row = second_copies::get(tx)?;
    let files = second_copies::count(tx)?;
    let missing = u32::try_from(second_copies::missing(tx, None)?.len()).unwrap_or(u32::MAX);
    let (folder, fault) = row.map_or((None, None), |SecondCopyRow { folder, fault }| (Some(folder), fault));
    Ok(SecondCopy { folder, files, missing, fault })
}

/// Whether two folders that exist are on one file system.
#[cfg(unix)]
fn is_on_one_disk(one: &Path, other: &Path) -> std::io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    Ok(one.metadata()?.dev() == other.metadata()?.dev())
}

/// Whether two folders that exist are on one drive or share.
#[cfg(windows)]
fn is_on_one_disk(one: &Path, other: &Path) -> std::io::Result<bool> {
    let drive = |path: &Path| {
        Ok::<_, std::io::Error>(
            path.canonicalize()?.components().next().map(|part| part.as_os_str().to_ascii_lowercase()),
        )
    };
    Ok(drive(one)? == drive(other)?)
}
