//! Sealed files: photographs on the disk, one file each, under a random key each.
//!
//! `<dir>/ab/cd/<32 hex>` where the digits are the file's random 128-bit id and `abcd` their beginning; no
//! extension, mode 0600, modified 2000-01-01. What remains visible: the number of photographs, coarse
//! sizes, and when the disk was written.
//!
//! ```text
//!  0   8  "KSF1", version 1 (two bytes, big-endian), two zero bytes
//!  8  16  id, the same as in the name
//! 24   8  length of the content, big-endian, XOR HKDF(photo key, "kontakti/sealed-length/v1")
//! 32  32  HKDF(photo key, "kontakti/sealed-commitment/v1" || the first 8 bytes || bytes 24..32)
//! 64      age's payload: STREAM of 64 KiB chunks, ChaCha20-Poly1305, each with its 16-byte tag, under
//!         HKDF(photo key, "kontakti/sealed-payload/v1" || the first 8 bytes)
//! ```
//!
//! Every HKDF is HKDF-SHA256 salted with the id. So id, version and length are bound in: a file under
//! another's name, another's header, or a changed length does not open, and the commitment excludes a file
//! that opens under two keys. The content is padded with zeros by Padmé, for a size can identify a known
//! photograph; its true length is readable with the key only. At some nine megabytes this costs 1 %.
//!
//! Order of durability: temp file `<32 hex>.part` in the same folder, fsync, rename, fsync of the folder (and
//! of its parents, unless this process has done that: whoever made them may not have come to it). Killed at any
//! moment, there is the whole file or none of that name; what is left is named in `reserved` and removed from there.
//! A file is never rewritten: an edited photograph is a new file with a new key.
//!
//! Deliberately not here: where the keys are kept, which files a register knows, and thumbnails.

mod copy;
mod format;
mod reader;
mod reserved;
mod writer;

use std::{
    collections::HashSet,
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use data_encoding::HEXLOWER;
use zeroize::Zeroizing;

use self::reserved::Reserved;
pub use self::{reader::SealedReader, reserved::Unsettled, writer::SealWriter};
use crate::{
    durable,
    error::{SealFault, VaultError},
    keys::PhotoKey,
};

/// A finished sealed file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedFile {
    /// 32 lower-case hex digits.
    pub name: String,
    /// Bytes on the disk.
    pub sealed_bytes: u64,
    /// Bytes of the content.
    pub length: u64,
}

/// The folder of the sealed files.
#[derive(Debug, Clone)]
pub struct SealedStore {
    dir: PathBuf,
    /// Folders whose entry in their parent is durable.
    durable: Arc<Mutex<HashSet<PathBuf>>>,
    reserved: Arc<Mutex<Reserved>>,
}

impl SealedStore {
    /// A store in `dir`, which is made with the first file.
    pub fn new(dir: impl Into<PathBuf>) -> Self {
        Self { dir: dir.into(), durable: Arc::default(), reserved: Arc::default() }
    }

    /// Starts a sealed file to be written piece by piece.
    ///
    /// # Errors
    /// Trouble with the disk.
    pub fn begin(&self, key: &PhotoKey) -> Result<SealWriter, VaultError> {
        self.make_dirs(&self.dir)?;
        let name = self.reserved().take(&self.dir)?;
        let target = self.path(&name)?;
        if let Some(dir) = target.parent() {
            self.make_dirs(dir)?;
        }
        SealWriter::new(key, id_of(&name)?, name, target)
    }

    /// Seals bytes in memory.
    ///
    /// # Errors
    /// Trouble with the disk.
    pub fn seal(&self, key: &PhotoKey, content: &[u8]) -> Result<SealedFile, VaultError> {
        let mut writer = self.begin(key)?;
        writer.write_all(content)?;
        writer.finish()
    }

    /// Opens a sealed file for reading and seeking. Header and size are checked now, each chunk when read.
    ///
    /// # Errors
    /// [`VaultError::BadName`], [`VaultError::NotFound`], [`VaultError::SealDamaged`], or trouble with the disk.
    pub fn open(&self, name: &str, key: &PhotoKey) -> Result<SealedReader, VaultError> {
        let path = self.path(name)?;
        let file = File::open(path).map_err(|error| not_found(error, name))?;
        SealedReader::new(file, name.to_owned(), id_of(name)?, key)
    }

    /// Reads the whole content, with every bit of the file authenticated.
    ///
    /// # Errors
    /// [`VaultError::TooLarge`] beyond `max_bytes`, else as [`Self::open`].
    pub fn read_all(
        &self,
        name: &str,
        key: &PhotoKey,
        max_bytes: u64,
    ) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        let mut reader = self.open(name, key)?;
        let length = reader.length();
        let too_large = VaultError::TooLarge { length, limit: max_bytes };
        let capacity = usize::try_from(length).ok().filter(|_| length <= max_bytes).ok_or(too_large)?;
        let mut content = Zeroizing::new(Vec::with_capacity(capacity));
        reader.for_each_chunk(|chunk| content.extend_from_slice(chunk))?;
        Ok(content)
    }

    /// Reads the file back, from the disk itself where the system allows (Linux), and compares.
    ///
    /// # Errors
    /// [`VaultError::SealDamaged`] with [`SealFault::Content`] when it is whole but not the expected
    /// content, else as [`Self::open`].
    pub fn verify(
        &self,
        name: &str,
        key: &PhotoKey,
        expected: &blake3::Hash,
        length: u64,
    ) -> Result<(), VaultError> {
        let path = self.path(name)?;
        // before the header is read, so that it too comes from the disk
        durable::drop_cache(&File::open(path).map_err(|error| not_found(error, name))?);
        let mut reader = self.open(name, key)?;
        let mut hasher = blake3::Hasher::new();
        reader.for_each_chunk(|chunk| {
            hasher.update(chunk);
        })?;
        // blake3::Hash compares in constant time
        if reader.length() == length && hasher.finalize() == *expected {
            Ok(())
        } else {
            Err(VaultError::SealDamaged { name: name.to_owned(), fault: SealFault::Content })
        }
    }

    /// Removes a sealed file, or what was left of it when its writing was cut short; nothing when it is gone already.
    /// Durable when this returns.
    ///
    /// # Errors
    /// [`VaultError::BadName`]; trouble with the disk.
    pub fn remove(&self, name: &str) -> Result<(), VaultError> {
        let path = self.path(name)?;
        let mut is_changed = false;
        for path in [durable::part_of(&path), path.clone()] {
            match fs::remove_file(&path) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                other => {
                    other?;
                    is_changed = true;
                }
            }
        }
        path.parent().filter(|_| is_changed).map_or(Ok(()), durable::sync_dir)?;
        Ok(())
    }

    /// Says that these files have their rows, or are removed again, and which state the register is in: a number
    /// that grows with each of its changes.
    ///
    /// # Errors
    /// Trouble with the disk.
    pub fn settle(&self, names: &[&str], state: u64) -> Result<(), VaultError> {
        Ok(self.reserved().settle(&self.dir, names, state)?)
    }

    /// Names that were given out and not settled, as the disk has them: some of their files may have rows, others were
    /// never written. Meaningful while nothing is being sealed.
    ///
    /// # Errors
    /// Trouble with the disk.
    pub fn unsettled(&self) -> Result<Unsettled, VaultError> {
        Ok(reserved::read(&self.dir)?)
    }

    /// Forgets the names that were not settled, after their files were dealt with. Nothing may be sealed meanwhile.
    ///
    /// # Errors
    /// Trouble with the disk.
    pub fn forget_unsettled(&self) -> Result<(), VaultError> {
        Ok(self.reserved().forget(&self.dir)?)
    }

    fn reserved(&self) -> MutexGuard<'_, Reserved> {
        self.reserved.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes a folder and its missing parents, each entry durable when this returns, also when another thread or a
    /// process that was killed has made them.
    fn make_dirs(&self, dir: &Path) -> io::Result<()> {
        let is_known = |dir: &Path| self.durable.lock().unwrap_or_else(PoisonError::into_inner).contains(dir);
        if is_known(dir) && dir.is_dir() {
            return Ok(());
        }
        let parent = dir.parent().filter(|parent| !parent.as_os_str().is_empty());
        if dir != self.dir && dir.starts_with(&self.dir) {
            parent.map_or(Ok(()), |parent| self.make_dirs(parent))?;
        }
        match fs::create_dir(dir) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && dir.is_dir() => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                self.make_dirs(parent.ok_or(error)?)?;
                return self.make_dirs(dir);
            }
            Err(error) => return Err(error),
        }
        parent.map_or(Ok(()), durable::sync_dir)?;
        self.durable.lock().unwrap_or_else(PoisonError::into_inner).insert(dir.to_owned());
        Ok(())
    }

    fn path(&self, name: &str) -> Result<PathBuf, VaultError> {
        id_of(name)?;
        let (first, rest) = name.split_at_checked(2).ok_or(VaultError::BadName)?;
        let (second, _) = rest.split_at_checked(2).ok_or(VaultError::BadName)?;
        Ok(self.dir.join(first).join(second).join(name))
    }
}

/// The id that a name spells; the only gate through which names from outside come in.
fn id_of(name: &str) -> Result<[u8; 16], VaultError> {
    let decoded = HEXLOWER.decode(name.as_bytes()).map_err(|_| VaultError::BadName)?;
    decoded.try_into().map_err(|_| VaultError::BadName)
}

fn not_found(error: io::Error, name: &str) -> VaultError {
    match error.kind() {
        io::ErrorKind::NotFound => VaultError::NotFound { name: name.to_owned() },
        _ => error.into(),
    }
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "names are ASCII")]
mod tests;
