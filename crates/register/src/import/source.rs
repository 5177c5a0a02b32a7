//! The card or folder that is read from: how its files are opened, and how a card that was pulled is told from a file
//! that cannot be read.
//!
//! When a card is pulled, every file that is still to come fails. That is one event with one remedy, so it ends the
//! import instead of being said of each file. A file that alone is gone or damaged is named, and the rest goes on.
//!
//! Invariants: nothing is written; no link is followed, and nothing but a regular file is opened, also when something
//! else has taken a file's place since it was seen (opening a pipe would wait for ever).

use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use domain::import::{ImportReason, SourceScope};

/// Bytes at a file's end that show whether it can still be read: a plan has read its beginning, which the system may
/// still hold in memory after the card is gone.
const TAIL: u64 = 4096;

/// A folder that is read from, as it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    path: PathBuf,
    identity: Option<Identity>,
}

impl Source {
    /// Notes which folder stands at `path`.
    pub fn at(path: &Path) -> Self {
        Self { path: path.to_owned(), identity: identity(path) }
    }

    /// Where it lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether its place is empty or another folder's now: unmounted, removed, renamed.
    pub fn is_gone(&self) -> bool {
        let now = identity(&self.path);
        now.is_none() || now != self.identity
    }
}

/// Opens a regular file of the source.
///
/// # Errors
/// What is to be said of the file.
pub fn open(path: &Path) -> Result<File, ImportReason> {
    let file = system::open(path).map_err(|error| match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_symlink() => ImportReason::Link,
        _ => unreadable(&error),
    })?;
    match file.metadata() {
        Ok(metadata) if metadata.is_file() => Ok(file),
        Ok(_) => Err(ImportReason::Vanished),
        Err(error) => Err(unreadable(&error)),
    }
}

/// What a source is part of: the card or disk whose root it lies on, or only itself. The disk of a computer holds other
/// things; a card is one whose root has a `DCIM` folder or was chosen itself.
pub fn whole(source: &Path) -> (PathBuf, SourceScope) {
    whole_of(source, system::is_root_of_disk)
}

/// Whether a source lies on a card or is a folder of a disk that holds other things.
pub fn scope(source: &Path) -> SourceScope {
    match fs::canonicalize(source) {
        Ok(source) => whole(&source).1,
        Err(_) => whole(source).1,
    }
}

fn whole_of(source: &Path, is_root: impl Fn(&Path) -> bool) -> (PathBuf, SourceScope) {
    let root = source.ancestors().find(|folder| is_root(folder));
    match root.filter(|root| *root == source || root.join("DCIM").is_dir()) {
        Some(root) => (root.to_owned(), SourceScope::Card),
        None => (source.to_owned(), SourceScope::Folder),
    }
}

/// What is said of a file that could not be opened or read.
pub fn unreadable(error: &io::Error) -> ImportReason {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => ImportReason::Vanished,
        _ => ImportReason::Unreadable,
    }
}

/// Whether the disk gives an answer about the file: its bytes, or that it is not there or not to be read. A card that
/// was pulled without notice gives errors of input and output for whatever is not in memory.
pub fn answers(path: &Path) -> bool {
    let read = || -> io::Result<()> {
        let mut file = system::open(path)?;
        let length = file.metadata()?.len();
        file.seek(SeekFrom::Start(length.saturating_sub(TAIL)))?;
        file.take(TAIL).read_to_end(&mut Vec::new())?;
        Ok(())
    };
    match read() {
        Ok(()) => true,
        Err(error) => matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::PermissionDenied),
    }
}

use system::{Identity, identity};

#[cfg(unix)]
mod system {
    use std::fs::{self, File, OpenOptions};
    use std::io;
    use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
    use std::path::Path;

    use rustix::fs::OFlags;

    /// Device and number of the folder.
    pub type Identity = (u64, u64);

    pub fn identity(path: &Path) -> Option<Identity> {
        let metadata = fs::metadata(path).ok().filter(fs::Metadata::is_dir)?;
        Some((metadata.dev(), metadata.ino()))
    }

    /// Whether a folder is where a disk was mounted.
    pub fn is_root_of_disk(folder: &Path) -> bool {
        let device = |folder: &Path| fs::metadata(folder).ok().map(|metadata| metadata.dev());
        match folder.parent() {
            Some(parent) => device(folder) != device(parent),
            None => true,
        }
    }

    /// Neither follows a link nor waits for a pipe's other end; reading a regular file is not changed by it.
    pub fn open(path: &Path) -> io::Result<File> {
        let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK;
        OpenOptions::new().read(true).custom_flags(flags.bits().cast_signed()).open(path)
    }
}

#[cfg(not(unix))]
mod system {
    use std::fs::{self, File};
    use std::io;
    use std::path::Path;
    use std::time::SystemTime;

    /// When the folder was made, where the disk keeps that: another card at the same drive letter has another moment.
    pub type Identity = Option<SystemTime>;

    pub fn identity(path: &Path) -> Option<Identity> {
        let metadata = fs::metadata(path).ok().filter(fs::Metadata::is_dir)?;
        Some(metadata.created().ok())
    }

    /// Whether a folder is the root of a drive.
    pub fn is_root_of_disk(folder: &Path) -> bool {
        folder.parent().is_none()
    }

    pub fn open(path: &Path) -> io::Result<File> {
        File::open(path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_gone_when_its_place_is_empty_or_anothers() {
        let dir = tempfile::tempdir().unwrap();
        let (card, away) = (dir.path().join("card"), dir.path().join("away"));
        fs::create_dir(&card).unwrap();
        fs::create_dir(dir.path().join("other")).unwrap();
        let source = Source::at(&card);
        assert!(!source.is_gone());
        fs::write(card.join("IMG_1.JPG"), b"x").unwrap();
        assert!(!source.is_gone(), "a change inside is no other folder");
        fs::rename(&card, &away).unwrap();
        assert!(source.is_gone());
        fs::write(&card, b"a file").unwrap();
        assert!(source.is_gone());
        fs::remove_file(&card).unwrap();
        #[cfg(unix)]
        {
            fs::rename(dir.path().join("other"), &card).unwrap();
            assert!(source.is_gone(), "another folder under the same name");
            fs::remove_dir(&card).unwrap();
        }
        fs::rename(&away, &card).unwrap();
        assert!(!source.is_gone(), "back again");
    }

    #[test]
    fn a_card_is_known_by_its_root_and_a_folder_of_a_computers_disk_is_none() {
        let disk = tempfile::tempdir().unwrap();
        let folder = disk.path().join("DCIM/100KUVA");
        let is_root = |folder: &Path| folder == disk.path();
        fs::create_dir_all(disk.path().join("Kuvia")).unwrap();
        assert_eq!(whole_of(disk.path(), is_root), (disk.path().to_owned(), SourceScope::Card));
        let other = disk.path().join("Kuvia");
        assert_eq!(whole_of(&other, is_root), (other.clone(), SourceScope::Folder));
        fs::create_dir_all(&folder).unwrap();
        assert_eq!(whole_of(&folder, is_root), (disk.path().to_owned(), SourceScope::Card));
        assert_eq!(whole_of(&folder, |_| false), (folder.clone(), SourceScope::Folder));
        assert_eq!(whole(&folder).1, SourceScope::Folder, "copied to the computer, for the control");
    }

    #[test]
    fn a_file_that_is_there_answers_and_so_does_one_that_is_not() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("IMG_1.JPG");
        assert!(answers(&file), "that nothing is there is an answer");
        fs::write(&file, b"x").unwrap();
        assert!(answers(&file));
        fs::write(&file, vec![7; 100_000]).unwrap();
        assert!(answers(&file));
    }

    #[cfg(unix)]
    #[test]
    fn what_took_a_files_place_is_not_opened() {
        let dir = tempfile::tempdir().unwrap();
        let (pipe, link, folder) =
            (dir.path().join("a.jpg"), dir.path().join("b.jpg"), dir.path().join("c.jpg"));
        assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        std::os::unix::fs::symlink("/dev/zero", &link).unwrap();
        fs::create_dir(&folder).unwrap();
        assert_eq!(open(&pipe).unwrap_err(), ImportReason::Vanished);
        assert_eq!(open(&link).unwrap_err(), ImportReason::Link);
        assert_eq!(open(&folder).unwrap_err(), ImportReason::Vanished);
        assert_eq!(open(&dir.path().join("d.jpg")).unwrap_err(), ImportReason::Vanished);
        assert!(!answers(&folder), "reading a folder is an error of input and output");
    }
}
