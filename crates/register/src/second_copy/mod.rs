//! Copies of the sealed photographs on another disk, for the day when the register's own disk gives back something else.
//!
//! A copy is the sealed file, byte for byte: it opens with the key in the register's key list alone, so that a photograph
//! whose key is destroyed is gone on both disks. It is no backup: rows and keys stay on the register's own disk.
//! Invariant: a file counts as copied when its copy was synced and read back.

mod copy;
mod fetch;
#[cfg(test)]
mod tests;

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use domain::Action;
use domain::import::{CopyFault, CopyScope, Import};
use store::second_copies::{self, SecondCopyRow, Uncopied};
use store::{Acted, ReadTx};
use vault::{SealedStore, make_private_dir};

use crate::import::source;
use crate::{Register, RegisterError};

/// Below the folder that was chosen.
const FOLDER: &str = "Kontakti photos";
/// In it, with the characters by which it is known again: in another disk's place there may be a third one, or a card.
const MARK: &str = "kontakti-copies";
const MARK_LENGTH: usize = 32;
/// Whoever has it is a camera's card.
const CARD: &str = "DCIM";

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
    /// [`RegisterError::SameDisk`], [`RegisterError::FolderOnCard`], [`RegisterError::FolderNotWritable`].
    pub fn second_copy_set(&self, folder: &Path) -> Result<SecondCopy, RegisterError> {
        let is_same =
            is_on_one_disk(self.store().dir(), folder).map_err(|_| RegisterError::FolderUnreadable)?;
        if is_same {
            return Err(RegisterError::SameDisk);
        }
        if is_on_card(folder) {
            return Err(RegisterError::FolderOnCard);
        }
        let mark = marked(&folder.join(FOLDER)).map_err(|error| {
            tracing::warn!(%error, "a folder for second copies is refused");
            RegisterError::FolderNotWritable
        })?;
        let folder = folder.to_str().ok_or(RegisterError::FolderNotWritable)?;
        self.transact(|tx| {
            second_copies::set(tx, Some((folder, &mark)))?;
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

    /// How many files of a session, or of all, have no copy; none are missed where none are wished.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) fn uncopied(&self, import: &Import) -> Result<u32, RegisterError> {
        let of = match import.copy_scope {
            None => return Ok(0),
            Some(CopyScope::Session) => Some(import.session_id),
            Some(CopyScope::All) => None,
        };
        self.read(|tx| {
            let is_wished = second_copies::get(tx)?.is_some();
            Ok(if is_wished { count(&second_copies::missing(tx, of)?) } else { 0 })
        })
    }

    /// The copies in a folder that is there, on another disk than the register and the one that was chosen: an empty place
    /// where a disk is usually mounted is on the register's own, and another disk may stand in its place.
    fn copies_in(&self, place: &SecondCopyRow) -> Result<SealedStore, CopyFault> {
        let folder = PathBuf::from(&place.folder);
        match is_on_one_disk(self.store().dir(), &folder) {
            Ok(false) => {}
            Ok(true) => return Err(CopyFault::SameDisk),
            Err(_) => return Err(CopyFault::FolderMissing),
        }
        let copies = folder.join(FOLDER);
        let is_it = read_mark(&copies).is_some_and(|mark| mark == place.mark);
        if is_it { Ok(SealedStore::new(copies)) } else { Err(CopyFault::FolderMissing) }
    }
}

fn count(files: &[Uncopied]) -> u32 {
    u32::try_from(files.len()).unwrap_or(u32::MAX)
}

/// The mark of a folder of copies, made where it has none.
fn marked(copies: &Path) -> std::io::Result<String> {
    make_private_dir(copies)?;
    if let Some(mark) = read_mark(copies) {
        return Ok(mark);
    }
    let mut random = [0; MARK_LENGTH / 2];
    getrandom::fill(&mut random).map_err(std::io::Error::other)?;
    let mark = data_encoding::HEXLOWER.encode(&random);
    vault::replace_file(&copies.join(MARK), mark.as_bytes())?;
    Ok(mark)
}

fn read_mark(copies: &Path) -> Option<String> {
    let mut text = String::new();
    let most = MARK_LENGTH as u64 + 1;
    File::open(copies.join(MARK)).ok()?.take(most).read_to_string(&mut text).ok()?;
    let is_mark = text.len() == MARK_LENGTH && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_mark.then_some(text)
}

/// Whether a folder lies on a camera's card.
fn is_on_card(folder: &Path) -> bool {
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    source::whole(&folder).0.join(CARD).is_dir()
}

fn look(tx: &ReadTx<'_>) -> Result<SecondCopy, RegisterError> {
    let row = second_copies::get(tx)?;
    let files = second_copies::count(tx)?;
    let missing = count(&second_copies::missing(tx, None)?);
    let (folder, fault) = row.map_or((None, None), |row| (Some(row.folder), row.fault));
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
