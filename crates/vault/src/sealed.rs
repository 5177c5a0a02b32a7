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
//! moment, there is the whole file or none of that name; leftovers are swept. A file is never rewritten: an edited photograph is a new file with a new key.
//!
//! Deliberately not here: where the keys are kept, which files a register knows, and thumbnails.

mod format;
mod reader;
mod writer;

use std::{
    collections::HashSet,
    fs::{self, File},
    io::{self, Read, Write},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use data_encoding::HEXLOWER;
use zeroize::Zeroizing;

pub use self::{reader::SealedReader, writer::SealWriter};
use crate::{
    derive::make_random_bytes,
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

/// What a run that was killed can have left without a row.
#[derive(Debug, Clone, Copy)]
pub struct LeftBehind {
    /// When it began, in milliseconds since 1970.
    pub since_ms: u64,
    /// So many sealed files.
    pub at_most: usize,
}

/// The folder of the sealed files.
#[derive(Debug, Clone)]
pub struct SealedStore {
    dir: PathBuf,
    /// Folders whose entry in their parent is durable.
    durable: Arc<Mutex<HashSet<PathBuf>>>,
}

impl SealedStore {
    /// A store in `dir`, which is made with the first file.
    pub fn new(dir: impl Into<PathBuf>) -> Self {
        Self { dir: dir.into(), durable: Arc::default() }
    }

    /// Starts a sealed file to be written piece by piece.
    ///
    /// # Errors
    /// Trouble with the disk.
    pub fn begin(&self, key: &PhotoKey) -> Result<SealWriter, VaultError> {
        let id = *make_random_bytes::<16>();
        let name = HEXLOWER.encode(&id);
        let target = self.path(&name)?;
        if let Some(dir) = target.parent() {
            self.make_dirs(dir)?;
        }
        SealWriter::new(key, id, name, target)
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

    /// Removes a sealed file; nothing when it is gone already. Durable when this returns.
    ///
    /// # Errors
    /// [`VaultError::BadName`]; trouble with the disk.
    pub fn remove(&self, name: &str) -> Result<(), VaultError> {
        let path = self.path(name)?;
        match fs::remove_file(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            other => other?,
        }
        path.parent().map_or(Ok(()), durable::sync_dir)?;
        Ok(())
    }

    /// Removes what a run left that was killed: temp files, and sealed files that the register does not know. Nothing
    /// may be sealed meanwhile. Only files that lie where this store puts them and look like its own are touched, and
    /// of the sealed ones only those that such a run can have left: a register that was put back from an older copy
    /// knows less than the folder holds, and what it does not know are originals. Gives the names removed.
    ///
    /// # Errors
    /// [`VaultError::TooManyOrphans`], and nothing is removed; trouble with the disk.
    pub fn sweep_orphans(
        &self,
        known: impl Fn(&str) -> bool,
        left: LeftBehind,
    ) -> Result<Vec<String>, VaultError> {
        let (mut parts, mut orphans) = (vec![], vec![]);
        for (first, dir) in subfolders(&self.dir)? {
            for (second, dir) in subfolders(&dir)? {
                for entry in fs::read_dir(&dir)? {
                    let entry = entry?;
                    let Ok(file_name) = entry.file_name().into_string() else { continue };
                    if !entry.file_type()?.is_file() {
                        continue;
                    }
                    let part = file_name.strip_suffix(durable::PART);
                    let name = part.unwrap_or(&file_name);
                    if id_of(name).is_err() || !name.starts_with(&format!("{first}{second}")) {
                        continue;
                    }
                    if part.is_some() {
                        parts.push(entry.path());
                    } else if !known(name)
                        && begins_sealed(&entry.path())?
                        && durable::changed_ms(&entry.metadata()?)? >= left.since_ms
                    {
                        orphans.push(entry.path());
                    }
                }
            }
        }
        if orphans.len() > left.at_most {
            return Err(VaultError::TooManyOrphans { count: orphans.len() });
        }
        let (mut removed, mut folders) = (vec![], HashSet::new());
        for path in parts.into_iter().chain(orphans) {
            fs::remove_file(&path)?;
            removed.extend(path.file_name().map(|name| name.to_string_lossy().into_owned()));
            folders.extend(path.parent().map(Path::to_owned));
        }
        folders.iter().try_for_each(|folder| durable::sync_dir(folder))?;
        removed.sort();
        Ok(removed)
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

/// The folders named by two hex digits; none when `dir` is not there.
fn subfolders(dir: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let entries = match fs::read_dir(dir) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(vec![]),
        other => other?,
    };
    let mut found = vec![];
    for entry in entries {
        let entry = entry?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        let is_two_hex = HEXLOWER.decode(name.as_bytes()).is_ok_and(|bytes| bytes.len() == 1);
        if is_two_hex && entry.file_type()?.is_dir() {
            found.push((name, entry.path()));
        }
    }
    Ok(found)
}

fn begins_sealed(path: &Path) -> io::Result<bool> {
    let mut start = vec![];
    File::open(path)?.take(8).read_to_end(&mut start)?;
    Ok(format::is_sealed(&start))
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "names are ASCII")]
mod tests;
