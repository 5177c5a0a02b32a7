//! The device secret: 32 random bytes that belong to this computer and are mixed into every passphrase slot.
//!
//! A stolen slot file alone cannot be guessed at: the thief needs the computer's secret as well. For now it
//! is the file `device` beside the slots; another place (keychain, TPM) can take over without a change to
//! the slots. Its loss is an error of its own, and the recovery code opens without it.
//!
//! File: `KDS1`, 32 bytes, first 4 bytes of BLAKE3 over both; 40 bytes in all.

use std::{io, path::Path};

use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::{
    derive::make_random_bytes,
    durable::{read_bounded, replace_file},
    error::VaultError,
};

/// Name of the file in the register's folder.
pub const DEVICE_FILE: &str = "device";

const MAGIC: &[u8; 4] = b"KDS1";

/// The computer's part of a passphrase slot's key.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct DeviceSecret([u8; 32]);

impl DeviceSecret {
    /// Reads the secret from the register's folder.
    ///
    /// # Errors
    /// [`VaultError::DeviceSecretMissing`], [`VaultError::DeviceSecretDamaged`], or trouble with the disk.
    pub fn load(dir: &Path) -> Result<Self, VaultError> {
        let bytes = match read_bounded(&dir.join(DEVICE_FILE), 40) {
            Ok(bytes) => Zeroizing::new(bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(VaultError::DeviceSecretMissing);
            }
            Err(error) if error.kind() == io::ErrorKind::FileTooLarge => {
                return Err(VaultError::DeviceSecretDamaged);
            }
            Err(error) => return Err(error.into()),
        };
        parse(&bytes).ok_or(VaultError::DeviceSecretDamaged)
    }

    /// Reads the secret, or makes it when there is none yet.
    ///
    /// # Errors
    /// As [`Self::load`]; a damaged secret is never replaced.
    pub fn load_or_make(dir: &Path) -> Result<Self, VaultError> {
        match Self::load(dir) {
            Err(VaultError::DeviceSecretMissing) => {}
            other => return other,
        }
        let secret = Self(*make_random_bytes());
        let mut bytes = Zeroizing::new(Vec::with_capacity(40));
        bytes.extend_from_slice(MAGIC);
        bytes.extend_from_slice(&secret.0);
        let check = checksum(&bytes);
        bytes.extend_from_slice(&check);
        replace_file(&dir.join(DEVICE_FILE), &bytes)?;
        Ok(secret)
    }

    /// Reads the secret, or makes a new one when it is missing or damaged. A damaged file is set aside as
    /// `device.damaged`.
    ///
    /// # Errors
    /// Trouble with the disk.
    pub(crate) fn load_or_renew(dir: &Path) -> Result<Self, VaultError> {
        match Self::load_or_make(dir) {
            Err(VaultError::DeviceSecretDamaged) => {
                std::fs::rename(dir.join(DEVICE_FILE), dir.join("device.damaged"))?;
                Self::load_or_make(dir)
            }
            other => other,
        }
    }

    pub(crate) fn expose(&self) -> &[u8; 32] {
        &self.0
    }
}

fn parse(bytes: &[u8]) -> Option<DeviceSecret> {
    let (magic, rest) = bytes.split_first_chunk::<4>()?;
    let (secret, check) = rest.split_first_chunk::<32>()?;
    let (covered, _) = bytes.split_at_checked(36)?;
    (magic == MAGIC && check == checksum(covered)).then_some(DeviceSecret(*secret))
}

fn checksum(bytes: &[u8]) -> [u8; 4] {
    let [a, b, c, d, ..] = *blake3::hash(bytes).as_bytes();
    [a, b, c, d]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_made_once_and_kept() {
        let dir = tempfile::tempdir().unwrap();
        assert!(matches!(DeviceSecret::load(dir.path()), Err(VaultError::DeviceSecretMissing)));
        let made = DeviceSecret::load_or_make(dir.path()).unwrap();
        let again = DeviceSecret::load_or_make(dir.path()).unwrap();
        assert_eq!(made.0, again.0);
    }

    #[test]
    fn damage_is_told_from_absence_and_never_overwritten() {
        let dir = tempfile::tempdir().unwrap();
        DeviceSecret::load_or_make(dir.path()).unwrap();
        let path = dir.path().join(DEVICE_FILE);
        let whole = std::fs::read(&path).unwrap();
        for at in 0..whole.len() {
            let mut flipped = whole.clone();
            flipped[at] ^= 0x10;
            std::fs::write(&path, &flipped).unwrap();
            assert!(matches!(DeviceSecret::load(dir.path()), Err(VaultError::DeviceSecretDamaged)));
        }
        for bad in [&whole[..39], &[whole.as_slice(), b"x"].concat()] {
            std::fs::write(&path, bad).unwrap();
            assert!(matches!(DeviceSecret::load_or_make(dir.path()), Err(VaultError::DeviceSecretDamaged)));
            assert_eq!(std::fs::read(&path).unwrap(), bad);
        }
    }
}
