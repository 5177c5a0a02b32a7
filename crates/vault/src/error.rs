//! What can go wrong with keys and sealed files: data, not prose.

use std::io;

/// Why a copy of the slot file cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlotFault {
    /// The copy is not there.
    Missing,
    /// Not the text this program writes: cut off, flipped bits, a stranger's file.
    Unreadable,
    /// Readable, but its checksum does not match its content.
    Checksum,
    /// The root key inside is right, but somebody without it changed the file.
    Forged,
}

/// Why a record of the anchor cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnchorFault {
    /// The file is longer or shorter than an anchor.
    Length,
    /// Magic or version is not ours.
    NotAnchor,
    /// The record carries the id of another register.
    OtherRegister,
    /// Not what was written there: a torn write, flipped bits, another register's key, a record in the other's place.
    Changed,
}

/// What is wrong with a sealed file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SealFault {
    /// Magic or version is not ours.
    NotSealed,
    /// The file carries another id than its name says: two files were swapped or one was renamed.
    WrongId,
    /// The header does not belong to the key: wrong key, or the header was changed.
    Header,
    /// Longer or shorter than its header says.
    Size {
        /// Bytes that the file should have.
        expected: u64,
        /// Bytes that it has.
        found: u64,
    },
    /// The chunk with this number (64 KiB each, from 0) is not what was written.
    Chunk {
        /// Number of the chunk.
        index: u64,
    },
    /// Whole in itself, but not the content that was to be found there.
    Content,
}

/// Error of the vault crate.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// The passphrase or recovery code opens no slot, or the root key is another register's.
    #[error("wrong secret")]
    WrongSecret,
    /// What the computer's keychain keeps opens no slot of that person's.
    #[error("keychain secret opens nothing")]
    KeychainSecretWrong,
    /// This computer has no device secret for the register, or no slot was made with it, so no passphrase can open
    /// here; the recovery code can.
    #[error("device secret missing")]
    DeviceSecretMissing,
    /// The device secret is there but not whole; the recovery code can still open.
    #[error("device secret damaged")]
    DeviceSecretDamaged,
    /// Neither copy of the slot file exists.
    #[error("key slots missing")]
    SlotsMissing,
    /// Slots exist already where new ones were to be made.
    #[error("key slots exist already")]
    SlotsExist,
    /// No copy of the slot file is whole.
    #[error("key slots damaged: main {main:?}, copy {copy:?}")]
    SlotsDamaged {
        /// State of `keyslots`.
        main: SlotFault,
        /// State of `keyslots.copy`.
        copy: SlotFault,
    },
    /// Written by a newer program.
    #[error("key slots of version {found}, supported {supported}")]
    SlotsTooNew {
        /// Version in the file.
        found: u32,
        /// Newest version this program reads.
        supported: u32,
    },
    /// No slot with this id.
    #[error("no slot {id}")]
    SlotUnknown {
        /// The id asked for.
        id: u32,
    },
    /// The last recovery slot stays.
    #[error("last recovery slot")]
    LastRecoverySlot,
    /// The register has no anchor.
    #[error("anchor missing")]
    AnchorMissing,
    /// An anchor is there already where a new one was to be made.
    #[error("anchor exists already")]
    AnchorExists,
    /// No record of the anchor is whole.
    #[error("anchor damaged: first record {first:?}, second {second:?}")]
    AnchorDamaged {
        /// State of the first record.
        first: AnchorFault,
        /// State of the second.
        second: AnchorFault,
    },
    /// A state older than the one that the anchor remembers is not written down.
    #[error("anchor would go back from {remembered} to {asked}")]
    AnchorBackwards {
        /// Number of the audit entry, or counter of the slots, that is remembered.
        remembered: u64,
        /// The lower one that was to be written.
        asked: u64,
    },
    /// Argon2id parameters outside the fixed bounds.
    #[error("key derivation out of bounds: {memory_kib} KiB, {passes} passes, {lanes} lanes")]
    KdfOutOfBounds {
        /// Memory in KiB.
        memory_kib: u32,
        /// Passes (t).
        passes: u32,
        /// Lanes (p).
        lanes: u32,
    },
    /// Not enough memory for the key derivation.
    #[error("out of memory in key derivation")]
    KdfMemory,
    /// A sealed file is not what was written.
    #[error("sealed file {name} damaged: {fault:?}")]
    SealDamaged {
        /// Its 32 hex digits.
        name: String,
        /// What is wrong.
        fault: SealFault,
    },
    /// A small sealed value (thumbnail, wrapped key) is not what was written, or the key is wrong.
    #[error("small sealed value damaged")]
    SmallDamaged,
    /// The name is not 32 lower-case hex digits.
    #[error("not a name of a sealed file")]
    BadName,
    /// No sealed file of this name.
    #[error("sealed file {name} not found")]
    NotFound {
        /// Its 32 hex digits.
        name: String,
    },
    /// Longer than the caller allows.
    #[error("{length} bytes, at most {limit} allowed")]
    TooLarge {
        /// Length of the content.
        length: u64,
        /// The caller's limit.
        limit: u64,
    },
    /// No room on the disk, or quota used up.
    #[error("disk full")]
    DiskFull,
    /// The file system is mounted read-only.
    #[error("read-only file system")]
    ReadOnly,
    /// Any other trouble with the disk.
    #[error("i/o: {0}")]
    Io(#[source] io::Error),
}

impl From<io::Error> for VaultError {
    /// Full and read-only disks get their own variants; a `VaultError` that travelled inside an
    /// [`io::Error`] (through `Read` or `Write`) comes out as itself.
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            _ => error.downcast::<Self>().unwrap_or_else(Self::Io),
        }
    }
}

impl From<VaultError> for io::Error {
    fn from(error: VaultError) -> Self {
        match error {
            VaultError::Io(inner) => inner,
            VaultError::DiskFull => io::ErrorKind::StorageFull.into(),
            VaultError::ReadOnly => io::ErrorKind::ReadOnlyFilesystem.into(),
            VaultError::NotFound { .. } => Self::new(io::ErrorKind::NotFound, error),
            other => Self::new(io::ErrorKind::InvalidData, other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn disk_states_have_their_own_errors() {
        let full = VaultError::from(io::Error::from(io::ErrorKind::StorageFull));
        assert!(matches!(full, VaultError::DiskFull));
        let read_only = VaultError::from(io::Error::from(io::ErrorKind::ReadOnlyFilesystem));
        assert!(matches!(read_only, VaultError::ReadOnly));
        let other = VaultError::from(io::Error::from(io::ErrorKind::PermissionDenied));
        assert!(matches!(other, VaultError::Io(_)));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn raw_system_errors_are_mapped() {
        const ENOSPC: i32 = 28;
        const EROFS: i32 = 30;
        const EDQUOT: i32 = 122;
        for (raw, full) in [(ENOSPC, true), (EDQUOT, true), (EROFS, false)] {
            match VaultError::from(io::Error::from_raw_os_error(raw)) {
                VaultError::DiskFull => assert!(full),
                VaultError::ReadOnly => assert!(!full),
                other => panic!("{raw}: {other:?}"),
            }
        }
    }

    #[test]
    fn survives_the_way_through_io() {
        let inside: io::Error =
            VaultError::SealDamaged { name: "ab".into(), fault: SealFault::Header }.into();
        assert!(matches!(VaultError::from(inside), VaultError::SealDamaged { fault: SealFault::Header, .. }));
    }
}
