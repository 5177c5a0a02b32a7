//! The anchor: how far the register had come, in the file `anchor` in its folder, outside the database.
//!
//! The database cannot tell that it is an older copy of itself, that its newest commits are cut off, or that pages
//! of an earlier day were put back: each of them is rightly encrypted. Compared with the anchor, it can.
//!
//! Two records of 512 bytes (a sector of a disk), integers big-endian:
//!
//! ```text
//!   0    8  "KAN1", version 1 (two bytes), two zero bytes
//!   8   16  id of the register
//!  24    8  generation, grows by one with every record; odd in the first place, even in the second
//!  32    8  id of the newest audit entry
//!  40   32  its hash
//!  72    8  counter of the key slots
//!  80   32  digest of the small security tables
//! 112    8  when it was written, Unix ms
//! 120    8  1 when the register was closed in good order, else 0
//! 128   32  BLAKE3 of the register's file, when closed
//! 160   32  BLAKE3 of the key list's file, when closed
//! 192  288  zeros
//! 480   32  BLAKE3 keyed with the anchor's key over everything before it
//! ```
//!
//! A record counts only when writing its content again gives the same bytes, so no bit of the file can be changed
//! unnoticed. Of two that count, the one of the higher generation does.
//!
//! Order of durability: a state is written *after* its commit is durable, over the older record, in place. The newer
//! one stays whole meanwhile, so a write that is torn or lost leaves the state before it. No fsync is needed for this
//! to be right: an anchor behind its database is normal (the program was killed, or the power went, between the two),
//! one ahead of it is the alarm. So a commit pays one small write and no flush of the disk. Two things are synced: what
//! the caller asks for with [`Anchor::sync`], above all when the register is closed, and that a closed register
//! is open again; without that, hashes of a day before would be held against files that rightly changed.
//!
//! Deliberately not here: reading the database, comparing it, and what follows. Nor does the anchor help against whoever
//! puts *all* files back together: that takes something outside the folder.

use std::{
    fs::{File, OpenOptions},
    io::{self, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

use subtle::ConstantTimeEq;

use crate::{
    durable::{read_bounded, replace_file},
    error::{AnchorFault, VaultError},
    keys::AnchorMacKey,
};

/// Name of the file in the register's folder.
pub const ANCHOR_FILE: &str = "anchor";

const RECORD: usize = 512;
const COVERED: usize = RECORD - blake3::OUT_LEN;
const LENGTH: u64 = 2 * RECORD as u64;
/// Magic, version 1, two zero bytes.
const BEGINNING: [u8; 8] = *b"KAN1\0\x01\0\0";

/// How far a register had come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnchorState {
    /// Id of the newest audit entry; grows with every commit.
    pub sequence: u64,
    /// Hash of that entry.
    pub head: [u8; 32],
    /// [`crate::KeySlots::counter`].
    pub slots_counter: u64,
    /// Digest of the small security tables.
    pub security_digest: [u8; 32],
    /// The database files as the register was closed in good order; `None` while it is open.
    pub files: Option<ClosedFiles>,
    /// When this was so, Unix ms.
    pub at_ms: u64,
}

/// Hashes of the database files of a closed register, see [`hash_file`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClosedFiles {
    /// BLAKE3 of the register's file.
    pub register: [u8; 32],
    /// BLAKE3 of the key list's file.
    pub key_list: [u8; 32],
}

/// State of the two records as they were read or last written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnchorCondition {
    /// Both whole.
    Whole,
    /// The first cannot be used; the second is. It may be the state before: a write was torn, or the file changed.
    FirstFaulty(AnchorFault),
    /// The second cannot be used; the first is, as above.
    SecondFaulty(AnchorFault),
}

/// The anchor of one register. Dropping it drops its key and syncs nothing.
#[derive(Debug)]
pub struct Anchor {
    path: PathBuf,
    /// Opened with the first write, so that a register can be looked at where nothing may be written.
    file: Option<File>,
    key: AnchorMacKey,
    register_id: [u8; 16],
    newest: Record,
    /// Whether a record on the disk may say that the register is closed.
    is_closed: bool,
    condition: AnchorCondition,
}

impl Anchor {
    /// Whether the register in `dir` has an anchor, be it whole or not.
    ///
    /// # Errors
    /// Trouble with the disk.
    pub fn exists(dir: &Path) -> Result<bool, VaultError> {
        Ok(dir.join(ANCHOR_FILE).try_exists()?)
    }

    /// Makes the anchor of a register that has none, durably.
    ///
    /// # Errors
    /// [`VaultError::AnchorExists`], or trouble with the disk.
    pub fn create(
        dir: &Path,
        key: &AnchorMacKey,
        register_id: [u8; 16],
        state: &AnchorState,
    ) -> Result<Self, VaultError> {
        if Self::exists(dir)? {
            return Err(VaultError::AnchorExists);
        }
        Self::reset(dir, key, register_id, state)
    }

    /// Makes the anchor anew, durably, whatever was there: for a person who accepted the register as it is. Another
    /// `Anchor` of the same folder must not be used after this.
    ///
    /// # Errors
    /// Trouble with the disk; then the file is as it was.
    pub fn reset(
        dir: &Path,
        key: &AnchorMacKey,
        register_id: [u8; 16],
        state: &AnchorState,
    ) -> Result<Self, VaultError> {
        let path = dir.join(ANCHOR_FILE);
        let [first, second] = [1, 2].map(|generation| Record { generation, state: *state });
        let bytes = [first.to_bytes(key, &register_id), second.to_bytes(key, &register_id)].concat();
        replace_file(&path, &bytes)?;
        Ok(Self {
            path,
            file: None,
            key: key.clone(),
            register_id,
            newest: second,
            is_closed: state.files.is_some(),
            condition: AnchorCondition::Whole,
        })
    }

    /// Reads the anchor of the register in `dir`: the newest whole record; see [`Self::condition`] for the other.
    ///
    /// # Errors
    /// [`VaultError::AnchorMissing`], [`VaultError::AnchorDamaged`], or trouble with the disk. Nothing is changed or
    /// deleted.
    pub fn open(dir: &Path, key: &AnchorMacKey, register_id: [u8; 16]) -> Result<Self, VaultError> {
        let path = dir.join(ANCHOR_FILE);
        let bytes = match read_bounded(&path, LENGTH) {
            Err(error) if error.kind() == io::ErrorKind::FileTooLarge => Vec::new(),
            other => other.map_err(missing)?,
        };
        // a file of another length is none that was ever written here, not even by a write that was cut off
        let (records, []) = bytes.as_chunks::<RECORD>() else { return Err(damaged(AnchorFault::Length)) };
        let [first, second] = records else { return Err(damaged(AnchorFault::Length)) };
        let first = Record::read(Place::First, first, key, &register_id);
        let second = Record::read(Place::Second, second, key, &register_id);
        let is_closed = [first, second].iter().flatten().any(|record| record.state.files.is_some());
        let (newest, condition) = match (first, second) {
            (Ok(first), Ok(second)) => {
                let newest = if first.generation > second.generation { first } else { second };
                (newest, AnchorCondition::Whole)
            }
            (Ok(first), Err(fault)) => (first, AnchorCondition::SecondFaulty(fault)),
            (Err(fault), Ok(second)) => (second, AnchorCondition::FirstFaulty(fault)),
            (Err(first), Err(second)) => return Err(VaultError::AnchorDamaged { first, second }),
        };
        Ok(Self { path, file: None, key: key.clone(), register_id, newest, is_closed, condition })
    }

    /// The newest state.
    pub fn state(&self) -> &AnchorState {
        &self.newest.state
    }

    /// State of the two records. Anything but [`AnchorCondition::Whole`] is worth telling; the next
    /// [`Self::advance`] mends it.
    pub fn condition(&self) -> AnchorCondition {
        self.condition
    }

    /// Remembers a newer state, in place of the older record. Not durable until [`Self::sync`], except that a closed
    /// register's first open state is, in both records: call this before its database is written.
    ///
    /// # Errors
    /// [`VaultError::AnchorBackwards`] when the audit entry or the counter of the slots is older than the one
    /// remembered; [`VaultError::AnchorMissing`] when the file was taken away; trouble with the disk. The anchor is then
    /// behind the database, which is normal; a later call makes up for it.
    pub fn advance(&mut self, state: &AnchorState) -> Result<(), VaultError> {
        let newest = &self.newest.state;
        for (remembered, asked) in
            [(newest.sequence, state.sequence), (newest.slots_counter, state.slots_counter)]
        {
            if asked < remembered {
                return Err(VaultError::AnchorBackwards { remembered, asked });
            }
        }
        if self.is_closed && state.files.is_none() {
            // with only one of the two, its loss would bring the closed state back
            self.write(state)?;
            self.sync()?;
        }
        self.write(state)?;
        if self.is_closed && state.files.is_none() {
            self.sync()?;
        }
        self.is_closed = state.files.is_some();
        Ok(())
    }

    /// Makes durable what was written.
    ///
    /// # Errors
    /// Trouble with the disk.
    pub fn sync(&self) -> Result<(), VaultError> {
        // the length never changes, so the data is all there is
        Ok(self.file.as_ref().map_or(Ok(()), File::sync_data)?)
    }

    fn write(&mut self, state: &AnchorState) -> Result<(), VaultError> {
        let record = Record { generation: self.newest.generation.saturating_add(1), state: *state };
        let place = Place::of(record.generation);
        let bytes = record.to_bytes(&self.key, &self.register_id);
        let file = match &mut self.file {
            Some(file) => file,
            none => none.insert(OpenOptions::new().write(true).open(&self.path).map_err(missing)?),
        };
        file.seek(SeekFrom::Start(place.offset()))?;
        if let Err(error) = file.write_all(&bytes) {
            self.condition = place.faulty(AnchorFault::Changed);
            return Err(error.into());
        }
        self.newest = record;
        self.condition = AnchorCondition::Whole;
        Ok(())
    }
}

/// BLAKE3 of a file's content, read piece by piece.
///
/// # Errors
/// Trouble with the disk.
pub fn hash_file(path: &Path) -> Result<[u8; 32], VaultError> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(File::open(path)?)?;
    Ok(*hasher.finalize().as_bytes())
}

fn missing(error: io::Error) -> VaultError {
    match error.kind() {
        io::ErrorKind::NotFound => VaultError::AnchorMissing,
        _ => error.into(),
    }
}

fn damaged(both: AnchorFault) -> VaultError {
    VaultError::AnchorDamaged { first: both, second: both }
}

/// One of the two places in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    First,
    Second,
}

impl Place {
    /// Where the record of this generation lies, so that a copy of a record is not taken for another one.
    fn of(generation: u64) -> Self {
        if generation % 2 == 1 { Self::First } else { Self::Second }
    }

    fn offset(self) -> u64 {
        match self {
            Self::First => 0,
            Self::Second => RECORD as u64,
        }
    }

    fn faulty(self, fault: AnchorFault) -> AnchorCondition {
        match self {
            Self::First => AnchorCondition::FirstFaulty(fault),
            Self::Second => AnchorCondition::SecondFaulty(fault),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Record {
    generation: u64,
    state: AnchorState,
}

impl Record {
    fn to_bytes(self, key: &AnchorMacKey, register_id: &[u8; 16]) -> Vec<u8> {
        let Self { generation, state } = self;
        let files = state.files.unwrap_or(ClosedFiles { register: [0; 32], key_list: [0; 32] });
        let mut bytes = Vec::with_capacity(RECORD);
        bytes.extend_from_slice(&BEGINNING);
        bytes.extend_from_slice(register_id);
        bytes.extend_from_slice(&generation.to_be_bytes());
        bytes.extend_from_slice(&state.sequence.to_be_bytes());
        bytes.extend_from_slice(&state.head);
        bytes.extend_from_slice(&state.slots_counter.to_be_bytes());
        bytes.extend_from_slice(&state.security_digest);
        bytes.extend_from_slice(&state.at_ms.to_be_bytes());
        bytes.extend_from_slice(&u64::from(state.files.is_some()).to_be_bytes());
        bytes.extend_from_slice(&files.register);
        bytes.extend_from_slice(&files.key_list);
        bytes.resize(COVERED, 0);
        let mac = blake3::keyed_hash(key.expose(), &bytes);
        bytes.extend_from_slice(mac.as_bytes());
        bytes
    }

    /// The record in this place, if it is one that was written there.
    fn read(
        place: Place,
        bytes: &[u8; RECORD],
        key: &AnchorMacKey,
        register_id: &[u8; 16],
    ) -> Result<Self, AnchorFault> {
        let mut rest = bytes.as_slice();
        if take(&mut rest)? != BEGINNING {
            return Err(AnchorFault::NotAnchor);
        }
        if take(&mut rest)? != *register_id {
            return Err(AnchorFault::OtherRegister);
        }
        let generation = u64::from_be_bytes(take(&mut rest)?);
        let sequence = u64::from_be_bytes(take(&mut rest)?);
        let head = take(&mut rest)?;
        let slots_counter = u64::from_be_bytes(take(&mut rest)?);
        let security_digest = take(&mut rest)?;
        let at_ms = u64::from_be_bytes(take(&mut rest)?);
        let is_closed = u64::from_be_bytes(take(&mut rest)?) == 1;
        let files = ClosedFiles { register: take(&mut rest)?, key_list: take(&mut rest)? };
        let files = is_closed.then_some(files);
        let state = AnchorState { sequence, head, slots_counter, security_digest, files, at_ms };
        let record = Self { generation, state };
        let is_whole: bool = record.to_bytes(key, register_id).ct_eq(bytes).into();
        if is_whole && Place::of(generation) == place { Ok(record) } else { Err(AnchorFault::Changed) }
    }
}

fn take<const N: usize>(rest: &mut &[u8]) -> Result<[u8; N], AnchorFault> {
    let (taken, after) = rest.split_first_chunk().ok_or(AnchorFault::Length)?;
    *rest = after;
    Ok(*taken)
}

#[cfg(test)]
mod tests;
