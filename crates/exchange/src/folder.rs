//! A folder that appears whole under its final name, or not at all.
//!
//! Everything is written below `.<name>.<random>.part` beside the final place, so on the same volume; each file
//! and folder is flushed; then one rename publishes it. A lab's watched folder never sees half a batch, and two
//! writers in the same folder never meet.
//!
//! Invariant: an existing file or folder is never overwritten, giving up removes only what this writer made,
//! and what is said to be removed or published has been flushed to the volume.

use std::collections::BTreeSet;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// How many names (`_2`, `_3` ...) are tried beside one that is taken.
const MOST_NAMES: u32 = 999;
/// Random bytes in a temporary name.
const TOKEN_BYTES: usize = 8;

/// Why the folder could not be written.
#[derive(Debug, thiserror::Error)]
pub enum FolderError {
    /// No room left on the volume, or over the quota.
    #[error("no room left on the volume")]
    DiskFull,
    /// The target cannot be written to.
    #[error("the folder cannot be written to")]
    ReadOnly,
    /// The target is no longer there: drive pulled, share gone, folder removed.
    #[error("the folder is gone")]
    Vanished,
    /// The name is taken.
    #[error("{name} is already there")]
    Exists {
        /// The name that is taken.
        name: String,
    },
    /// A path that is not plain ASCII below the folder.
    #[error("{path:?} is no path for a hand-over")]
    BadPath {
        /// The path as it was given.
        path: String,
    },
    /// Another failure of the file system.
    #[error(transparent)]
    Io(io::Error),
}

/// A file as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenFile {
    /// Path below the folder, forward slashes.
    pub path: String,
    /// Length in bytes.
    pub bytes: u64,
    /// SHA-256 of the content, lower-case hex.
    pub sha256: String,
}

/// What giving up has left behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Abandoned {
    /// Nothing of this writer is left.
    Clean,
    /// It is not certain that the unfinished folder is gone: it, or foreign files in it, may remain.
    Remains(PathBuf),
}

/// Writes a folder under a temporary name; see the module's description.
#[derive(Debug)]
pub struct FolderWriter {
    parent: PathBuf,
    name: String,
    part: PathBuf,
    files: Vec<PathBuf>,
    folders: BTreeSet<PathBuf>,
    is_settled: bool,
    sync: fn(&Path) -> io::Result<()>,
}

impl FolderWriter {
    /// Begins a folder called `name` in `parent`, or `name_2`, `name_3` ... when that is taken, under the
    /// temporary name `part`, see [`part_name`].
    ///
    /// # Errors
    /// [`FolderError::Vanished`] without `parent`; [`FolderError::BadPath`] for a name that is not plain
    /// ASCII; [`FolderError::Exists`] when every name is taken; else what the volume said.
    pub fn begin(parent: &Path, name: &str, part: &str) -> Result<Self, FolderError> {
        if !is_plain_segment(name) || !is_part_name(part) {
            return Err(FolderError::BadPath { path: name.to_owned() });
        }
        if !parent.is_dir() {
            return Err(FolderError::Vanished);
        }
        let free = std::iter::once(name.to_owned())
            .chain((2..=MOST_NAMES).map(|number| format!("{name}_{number}")))
            .find(|candidate| !is_taken(&parent.join(candidate)))
            .ok_or_else(|| FolderError::Exists { name: name.to_owned() })?;
        let part = parent.join(part);
        fs::create_dir(&part).map_err(|error| classify(error, parent))?;
        Ok(Self {
            parent: parent.to_owned(),
            name: free,
            part,
            files: Vec::new(),
            folders: BTreeSet::new(),
            is_settled: false,
            sync: sync_folder,
        })
    }

    /// The final name that [`FolderWriter::publish`] will give.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The final place.
    pub fn target(&self) -> PathBuf {
        self.parent.join(&self.name)
    }

    /// Writes and flushes one file; its folders are made as needed.
    ///
    /// # Errors
    /// [`FolderError::BadPath`] for a path that is absolute, climbs, or is not plain ASCII;
    /// [`FolderError::Exists`] for one already written; else what the volume said.
    pub fn write(&mut self, path: &str, bytes: &[u8]) -> Result<WrittenFile, FolderError> {
        let mut segments: Vec<&str> = path.split('/').collect();
        if !segments.iter().all(|segment| is_plain_segment(segment)) {
            return Err(FolderError::BadPath { path: path.to_owned() });
        }
        let Some(file_name) = segments.pop() else {
            return Err(FolderError::BadPath { path: path.to_owned() });
        };
        let mut folder = self.part.clone();
        for segment in segments {
            folder.push(segment);
            if !self.folders.contains(&folder) {
                fs::create_dir(&folder).map_err(|error| self.classify(error, path))?;
                self.folders.insert(folder.clone());
            }
        }
        let place = folder.join(file_name);
        let mut file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&place)
            .map_err(|error| self.classify(error, path))?;
        self.files.push(place);
        file.write_all(bytes).map_err(|error| self.classify(error, path))?;
        file.sync_all().map_err(|error| self.classify(error, path))?;
        Ok(WrittenFile {
            path: path.to_owned(),
            bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
            sha256: sha256_hex(bytes),
        })
    }

    /// Flushes the folders: after this only the name is missing.
    ///
    /// # Errors
    /// What the volume said.
    pub fn flush(&self) -> Result<(), FolderError> {
        for folder in self.folders.iter().chain([&self.part]) {
            (self.sync)(folder).map_err(|error| self.classify(error, ""))?;
        }
        Ok(())
    }

    /// Gives the folder its final name and returns the final place.
    ///
    /// # Errors
    /// [`FolderError::Exists`] when the name was taken meanwhile; else what the volume said. After an
    /// error nothing lies under the final name, and the unfinished folder waits to be abandoned.
    pub fn publish(&mut self) -> Result<PathBuf, FolderError> {
        let target = self.target();
        if is_taken(&target) {
            return Err(FolderError::Exists { name: self.name.clone() });
        }
        self.flush()?;
        fs::rename(&self.part, &target).map_err(|error| self.classify(error, &self.name))?;
        // a name that may not last is taken back; if that fails too, the folder stands where it is
        if let Err(error) = (self.sync)(&self.parent)
            && fs::rename(&target, &self.part).is_ok()
        {
            return Err(self.classify(error, &self.name));
        }
        self.is_settled = true;
        Ok(target)
    }

    /// Removes what was written.
    pub fn abandon(mut self) -> Abandoned {
        self.remove_own()
    }

    fn remove_own(&mut self) -> Abandoned {
        self.is_settled = true;
        for file in &self.files {
            let _ = fs::remove_file(file);
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
        let _ = fs::remove_dir(&self.part);
        let is_gone = self.parent.is_dir() && !is_taken(&self.part);
        if is_gone && (self.sync)(&self.parent).is_ok() {
            Abandoned::Clean
        } else {
            Abandoned::Remains(self.part.clone())
        }
    }

    fn classify(&self, error: io::Error, path: &str) -> FolderError {
        if error.kind() == io::ErrorKind::AlreadyExists {
            FolderError::Exists { name: path.to_owned() }
        } else {
            classify(error, &self.part)
        }
    }
}

impl Drop for FolderWriter {
    fn drop(&mut self) {
        if !self.is_settled {
            self.remove_own();
        }
    }
}

/// A temporary name for the folder `name` that no other writer has: `.<name>.<16 hex digits>.part`.
///
/// # Errors
/// When the system gives no random bytes.
pub fn part_name(name: &str) -> Result<String, FolderError> {
    let mut token = [0; TOKEN_BYTES];
    getrandom::fill(&mut token).map_err(|error| FolderError::Io(error.into()))?;
    Ok(format!(".{name}.{}.part", HEXLOWER.encode(&token)))
}

fn is_part_name(text: &str) -> bool {
    let named = text.strip_prefix('.').and_then(|text| text.strip_suffix(".part"));
    named.and_then(|text| text.rsplit_once('.')).is_some_and(|(name, token)| {
        is_plain_segment(name)
            && token.len() == 2 * TOKEN_BYTES
            && token.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

/// Whether a folder could be begun in `parent`: one is made and removed.
///
/// # Errors
/// [`FolderError::Vanished`] without `parent`; else what the volume said.
pub fn ensure_writable(parent: &Path) -> Result<(), FolderError> {
    if !parent.is_dir() {
        return Err(FolderError::Vanished);
    }
    let probe = parent.join(part_name("Kontakti")?);
    fs::create_dir(&probe).and_then(|()| fs::remove_dir(&probe)).map_err(|error| classify(error, parent))
}

/// Removes an unfinished folder that an interrupted run left behind under the temporary name `part`.
///
/// # Errors
/// What the volume said; a folder that is not there is no error.
pub fn remove_part(parent: &Path, part: &str) -> Result<(), FolderError> {
    if !is_part_name(part) {
        return Err(FolderError::BadPath { path: part.to_owned() });
    }
    match fs::remove_dir_all(parent.join(part)) {
        Ok(()) => sync_folder(parent).map_err(|error| classify(error, parent)),
        Err(error) if error.kind() == io::ErrorKind::NotFound && parent.is_dir() => Ok(()),
        Err(error) => Err(classify(error, parent)),
    }
}

/// SHA-256, lower-case hex.
pub fn sha256_hex(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}

/// One step of a path: ASCII letters, digits, `-`, `_` and inner dots; nothing that Windows reserves.
pub fn is_plain_segment(segment: &str) -> bool {
    let stem = segment.split('.').next().unwrap_or_default().to_ascii_uppercase();
    let reserved = matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL")
        || (stem.len() == 4
            && (stem.starts_with("COM") || stem.starts_with("LPT"))
            && stem.ends_with(|last: char| last.is_ascii_digit()));
    !segment.is_empty()
        && segment.len() <= 120
        && !reserved
        && !segment.starts_with('.')
        && !segment.ends_with('.')
        && segment.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
}

fn is_taken(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

fn classify(error: io::Error, place: &Path) -> FolderError {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => FolderError::DiskFull,
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => FolderError::ReadOnly,
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory | io::ErrorKind::StaleNetworkFileHandle => {
            FolderError::Vanished
        }
        _ if !place.is_dir() => FolderError::Vanished,
        _ => FolderError::Io(error),
    }
}

/// Windows has no way to flush a folder; NTFS journals the entries.
#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// Some network shares refuse to flush a folder; they keep its entries by themselves. A drop box may be written
/// to but not opened.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    let opened = match fs::File::open(folder) {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => return Ok(()),
        other => other?,
    };
    match opened.sync_all() {
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => {
            Ok(())
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_volume_that_cannot_keep_the_name_or_the_removal_is_not_believed() {
        let dir = tempfile::tempdir().unwrap();
        let parent = dir.path().join("failing");
        fs::create_dir(&parent).unwrap();
        let failing = |folder: &Path| {
            if folder.ends_with("failing") { Err(io::Error::other("no flush")) } else { Ok(()) }
        };
        let begin = || FolderWriter::begin(&parent, "batch", &part_name("batch").unwrap()).unwrap();
        let mut writer = begin();
        writer.write("one.txt", b"one").unwrap();
        writer.sync = failing;
        assert!(matches!(writer.publish(), Err(FolderError::Io(_))));
        assert!(!parent.join("batch").exists(), "the name is taken back");
        let part = writer.part.clone();
        assert_eq!(writer.abandon(), Abandoned::Remains(part.clone()), "not certain that it is gone");
        assert!(!part.exists());

        let mut control = begin();
        control.write("one.txt", b"one").unwrap();
        control.publish().unwrap();
        assert_eq!(begin().abandon(), Abandoned::Clean);
    }
}
