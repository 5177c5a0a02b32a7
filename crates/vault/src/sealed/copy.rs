//! A sealed file in another folder, on another disk: byte for byte, for it needs no key to be copied.

use std::{
    fs::{self, File, FileTimes},
    io::{self, Read, Write},
    path::Path,
    time::UNIX_EPOCH,
};

use super::{SealedStore, not_found, writer::CONSTANT_TIME};
use crate::{
    durable,
    error::{SealFault, VaultError},
};

/// As much as a chunk and its tag are often read at once.
const PIECE: usize = 256 * 1024;

impl SealedStore {
    /// Copies a sealed file into another store under the same name, durably, and reads the copy back, from the disk
    /// itself where the system allows (Linux). A copy that is there and whole is left as it is; any other one is
    /// replaced: the caller knows that this store's file is the right one.
    ///
    /// # Errors
    /// [`VaultError::BadName`], [`VaultError::NotFound`] when this store has no such file,
    /// [`VaultError::SealDamaged`] when what was read back is not what was written; trouble with either disk.
    pub fn copy_into(&self, name: &str, other: &Self) -> Result<(), VaultError> {
        let (from, to) = (self.path(name)?, other.path(name)?);
        let mut source = File::open(from).map_err(|error| not_found(error, name))?;
        let length = source.metadata()?.len();
        let is_there = fs::metadata(&to).is_ok_and(|there| there.is_file() && there.len() == length);
        // what cannot be read is not whole
        if is_there && hash_from_disk(&to).ok() == Some(hash(&mut source, |_| Ok(()))?) {
            return Ok(());
        }
        if is_there {
            source = File::open(self.path(name)?).map_err(|error| not_found(error, name))?;
        }
        if let Some(dir) = to.parent() {
            other.make_dirs(dir)?;
        }
        let mut written = None;
        durable::replace_file_with::<io::Error>(&to, |file| {
            written = Some(hash(&mut source, |piece| file.write_all(piece))?);
            let time = UNIX_EPOCH + CONSTANT_TIME;
            file.set_times(FileTimes::new().set_modified(time).set_accessed(time))
        })?;
        if Some(hash_from_disk(&to)?) == written {
            Ok(())
        } else {
            Err(VaultError::SealDamaged { name: name.to_owned(), fault: SealFault::Content })
        }
    }
}

fn hash_from_disk(path: &Path) -> io::Result<blake3::Hash> {
    let mut file = File::open(path)?;
    durable::drop_cache(&file);
    hash(&mut file, |_| Ok(()))
}

/// BLAKE3 of what is read, each piece of which goes on to `take`.
fn hash(source: &mut File, mut take: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<blake3::Hash> {
    let mut hasher = blake3::Hasher::new();
    let mut piece = vec![0; PIECE];
    loop {
        let length = source.read(&mut piece)?;
        let Some(read) = piece.get(..length).filter(|read| !read.is_empty()) else { break };
        hasher.update(read);
        take(read)?;
    }
    Ok(hasher.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::PhotoKey;

    fn stores() -> (tempfile::TempDir, SealedStore, SealedStore) {
        let dir = tempfile::tempdir().unwrap();
        let (one, other) =
            (SealedStore::new(dir.path().join("one")), SealedStore::new(dir.path().join("other")));
        (dir, one, other)
    }

    #[test]
    fn a_copy_opens_under_the_same_key_and_a_broken_one_is_replaced() {
        let (_dir, one, other) = stores();
        let plain = vec![7; 700_000];
        let key = PhotoKey::make_random();
        let name = one.seal(&key, &plain).unwrap().name;
        one.copy_into(&name, &other).unwrap();
        assert_eq!(other.read_all(&name, &key, u64::MAX).unwrap().as_slice(), plain);

        let path = other.path(&name).unwrap();
        let mut bytes = fs::read(&path).unwrap();
        bytes[100_000] ^= 1;
        fs::write(&path, &bytes).unwrap();
        assert!(other.read_all(&name, &key, u64::MAX).is_err(), "the control");
        one.copy_into(&name, &other).unwrap();
        assert_eq!(other.read_all(&name, &key, u64::MAX).unwrap().as_slice(), plain);
        fs::write(&path, b"half").unwrap();
        one.copy_into(&name, &other).unwrap();
        assert_eq!(other.read_all(&name, &key, u64::MAX).unwrap().as_slice(), plain);
    }

    /// Tells whether a file was put in the place of another.
    #[cfg(unix)]
    fn same_file(path: &Path) -> u64 {
        std::os::unix::fs::MetadataExt::ino(&fs::metadata(path).unwrap())
    }

    #[cfg(not(unix))]
    fn same_file(path: &Path) -> std::time::SystemTime {
        fs::metadata(path).unwrap().created().unwrap()
    }

    #[test]
    fn a_whole_copy_is_left_alone_and_what_is_not_there_is_not_copied() {
        let (_dir, one, other) = stores();
        let key = PhotoKey::make_random();
        let name = one.seal(&key, b"Aino").unwrap().name;
        one.copy_into(&name, &other).unwrap();
        let file = || same_file(&other.path(&name).unwrap());
        let before = file();
        one.copy_into(&name, &other).unwrap();
        assert_eq!(file(), before, "not written again");
        one.remove(&name).unwrap();
        assert!(matches!(one.copy_into(&name, &other), Err(VaultError::NotFound { .. })));
        assert!(matches!(one.copy_into("../../etc/passwd", &other), Err(VaultError::BadName)));
        assert_eq!(other.read_all(&name, &key, 10).unwrap().as_slice(), b"Aino", "the copy stays");
    }
}
