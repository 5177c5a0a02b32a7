//! What this computer has seen of a register, kept beside its secret: an older register whose files were all put back
//! together is noticed by it.
//!
//! File `<register id>.seen`: `KSN1`, slots' counter and newest entry (8 bytes each, big-endian), first 4 bytes of BLAKE3
//! over them; 24 bytes in all. One that is missing or damaged remembers nothing.

use std::path::PathBuf;

use super::{DeviceFolder, checksum};
use crate::{
    durable::{make_private_dir, read_bounded, replace_file},
    error::VaultError,
};

const MAGIC: &[u8; 4] = b"KSN1";
const LENGTH: u64 = 24;

/// How far a register had come when this computer last closed it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Seen {
    /// Counter of the key slots.
    pub slots_counter: u64,
    /// Number of the newest audit entry.
    pub sequence: u64,
}

impl DeviceFolder {
    /// What this computer remembers of a register; nothing of one that it has not seen.
    pub fn seen(&self, register_id: &[u8; 16]) -> Seen {
        let bytes = read_bounded(&self.seen_path(register_id), LENGTH).unwrap_or_default();
        parse(&bytes).unwrap_or_default()
    }

    /// Remembers how far a register has come.
    ///
    /// # Errors
    /// Trouble with the disk.
    pub fn remember(&self, register_id: &[u8; 16], seen: Seen) -> Result<(), VaultError> {
        make_private_dir(&self.0)?;
        let mut bytes = Vec::with_capacity(24);
        bytes.extend_from_slice(MAGIC);
        bytes.extend_from_slice(&seen.slots_counter.to_be_bytes());
        bytes.extend_from_slice(&seen.sequence.to_be_bytes());
        let check = checksum(&bytes);
        bytes.extend_from_slice(&check);
        Ok(replace_file(&self.seen_path(register_id), &bytes)?)
    }

    pub(super) fn seen_path(&self, register_id: &[u8; 16]) -> PathBuf {
        self.path(register_id).with_extension("seen")
    }
}

fn parse(bytes: &[u8]) -> Option<Seen> {
    let (body, found) = bytes.split_last_chunk::<4>()?;
    let numbers = body.strip_prefix(MAGIC)?;
    let (slots_counter, sequence) = numbers.split_first_chunk::<8>()?;
    let seen = Seen {
        slots_counter: u64::from_be_bytes(*slots_counter),
        sequence: u64::from_be_bytes(sequence.try_into().ok()?),
    };
    (checksum(body) == *found).then_some(seen)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_seen_comes_back_and_a_changed_file_says_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let folder = DeviceFolder::new(dir.path().join("secrets"));
        assert_eq!(folder.seen(&[1; 16]), Seen::default());
        let seen = Seen { slots_counter: 7, sequence: 1_000_003 };
        folder.remember(&[1; 16], seen).unwrap();
        assert_eq!(folder.seen(&[1; 16]), seen);
        assert_eq!(folder.seen(&[2; 16]), Seen::default(), "another register");
        let path = folder.seen_path(&[1; 16]);
        let whole = std::fs::read(&path).unwrap();
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 0x10;
            std::fs::write(&path, changed).unwrap();
            assert_eq!(folder.seen(&[1; 16]), Seen::default(), "byte {at}");
        }
    }
}
