//! Files that are whole or absent: temp file in the same folder, fsync, rename, fsync of the folder.
//!
//! A kill or power cut at any moment leaves the old file or the new one; at worst a leftover `.part` beside
//! it. Permissions: only the owner reads and writes (unix); on Windows the folder's own rules hold.

use std::{
    ffi::OsString,
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};

/// The temp file beside `path`: its name with `.part`.
pub(crate) fn part_of(path: &Path) -> PathBuf {
    let mut name = OsString::from(path.as_os_str());
    name.push(".part");
    PathBuf::from(name)
}

/// Opens a file that must not exist yet, for its owner alone.
pub(crate) fn create_private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).read(true).create_new(true);
    system::private(&mut options);
    options.open(path)
}

/// Replaces (or makes) `path` with `bytes`, durably; only the owner reads and writes it (unix: mode 0600).
///
/// # Errors
/// Trouble with the disk; then `path` is as it was.
pub fn replace_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace_file_with(path, |file| file.write_all(bytes))
}

/// As [`replace_file`], with what `write` puts into the new file.
///
/// # Errors
/// What `write` returns, or trouble with the disk; then `path` is as it was.
pub fn replace_file_with<E: From<io::Error>>(
    path: &Path,
    write: impl FnOnce(&mut File) -> Result<(), E>,
) -> Result<(), E> {
    let part = part_of(path);
    match fs::remove_file(&part) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    let written = create_private(&part).map_err(E::from).and_then(|mut file| {
        write(&mut file)?;
        Ok(file.sync_all()?)
    });
    if let Err(error) = written.and_then(|()| Ok(fs::rename(&part, path)?)) {
        // the error that stopped the writing is the one to report
        let _ = fs::remove_file(&part);
        return Err(error);
    }
    Ok(path.parent().map_or(Ok(()), sync_dir)?)
}

/// Makes the folder and those above it that are missing, durably, for their owner alone; one that is there already
/// is closed to others (unix: mode 0700).
///
/// # Errors
/// When a folder cannot be made, or an existing one is not ours to close.
pub fn make_private_dir(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        return system::close_to_others(path);
    }
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    if let Some(parent) = parent.filter(|parent| !parent.is_dir()) {
        make_private_dir(parent)?;
    }
    match system::private_dir().create(path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
        _ => {}
    }
    sync_dir(parent.unwrap_or(Path::new(".")))
}

/// Makes the folder's entries durable. Windows has no such call and orders renames in its journal.
pub(crate) fn sync_dir(dir: &Path) -> io::Result<()> {
    system::sync_dir(dir)
}

/// Reads a file of at most `limit` bytes; a longer one is an [`io::ErrorKind::FileTooLarge`].
pub(crate) fn read_bounded(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    use std::io::Read;
    let mut bytes = Vec::new();
    File::open(path)?.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

/// Asks the system to forget its cached pages of the file, so that the next read comes from the disk.
/// Best effort: only Linux has it, and the check that follows is right without it too.
pub(crate) fn drop_cache(file: &File) {
    system::drop_cache(file);
}

#[cfg(unix)]
mod system {
    use std::{
        fs::{DirBuilder, File, OpenOptions, Permissions},
        io,
        os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt},
        path::Path,
    };

    pub fn private(options: &mut OpenOptions) {
        options.mode(0o600);
    }

    pub fn private_dir() -> DirBuilder {
        let mut builder = DirBuilder::new();
        builder.mode(0o700);
        builder
    }

    pub fn close_to_others(dir: &Path) -> io::Result<()> {
        if dir.metadata()?.permissions().mode() & 0o077 == 0 {
            return Ok(());
        }
        std::fs::set_permissions(dir, Permissions::from_mode(0o700))
    }

    pub fn sync_dir(dir: &Path) -> io::Result<()> {
        File::open(dir)?.sync_all()
    }

    #[cfg(target_os = "linux")]
    pub fn drop_cache(file: &File) {
        let _ = rustix::fs::fadvise(file, 0, None, rustix::fs::Advice::DontNeed);
    }

    #[cfg(not(target_os = "linux"))]
    pub fn drop_cache(_: &File) {}
}

#[cfg(windows)]
mod system {
    use std::{
        fs::{DirBuilder, File, OpenOptions},
        io,
        path::Path,
    };

    pub fn private(_: &mut OpenOptions) {}

    pub fn private_dir() -> DirBuilder {
        DirBuilder::new()
    }

    pub fn close_to_others(_: &Path) -> io::Result<()> {
        Ok(())
    }

    pub fn sync_dir(_: &Path) -> io::Result<()> {
        Ok(())
    }

    pub fn drop_cache(_: &File) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn folders_are_their_owners_alone_also_when_they_were_there() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let deep = dir.path().join("kontakti").join("studio");
        make_private_dir(&deep).unwrap();
        assert_eq!((mode(&deep), mode(deep.parent().unwrap())), (0o700, 0o700));
        fs::set_permissions(&deep, fs::Permissions::from_mode(0o755)).unwrap();
        make_private_dir(&deep).unwrap();
        assert_eq!(mode(&deep), 0o700);
    }

    #[test]
    fn replaces_whole_and_leaves_nothing_behind() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("keyslots");
        replace_file(&path, b"one").unwrap();
        fs::write(dir.path().join("keyslots.part"), b"left by a killed run").unwrap();
        replace_file(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        }
    }

    #[test]
    fn a_folder_in_the_way_is_reported_and_cleaned_up() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("keyslots");
        fs::create_dir(&path).unwrap();
        fs::write(path.join("x"), b"").unwrap();
        assert!(replace_file(&path, b"one").is_err());
        assert!(!dir.path().join("keyslots.part").exists());
    }

    #[test]
    fn reading_is_bounded() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("f");
        fs::write(&path, [0; 11]).unwrap();
        assert_eq!(read_bounded(&path, 11).unwrap().len(), 11);
        assert_eq!(read_bounded(&path, 10).unwrap_err().kind(), io::ErrorKind::FileTooLarge);
    }
}
