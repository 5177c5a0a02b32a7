//! The device secret: 32 random bytes that belong to this computer and are mixed into its passphrase slot.
//!
//! A stolen register cannot be guessed at without the computer's secret, so the secret lies apart from it: in a
//! folder of the user's on this computer, outside the data folder, one file per register. A keychain or a TPM can
//! take over later without a change to the slots. Its loss is an error of its own, and the recovery code opens
//! without it. Registers of the first version had the file `device` in their own folder; it is moved out.
//!
//! File `<register id, 32 hex digits>`: `KDS1`, 32 bytes, first 4 bytes of BLAKE3 over both; 40 bytes in all.
//!
//! Deliberately not here: where the folder is (the shell says). Invariant: a secret is in its place durably before
//! any slot needs it, and one that is there is never overwritten.

mod seen;

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use data_encoding::HEXLOWER;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::{
    derive::{derive, make_random_bytes},
    durable::{make_private_dir, read_bounded, replace_file, sync_dir},
    error::VaultError,
};

/// Name of the file in the register's own folder, as the first version had it.
pub(crate) const LEFT_IN_REGISTER: &str = "device";

pub use self::seen::Seen;

const MAGIC: &[u8; 4] = b"KDS1";
const LENGTH: u64 = 40;

/// The folder of this computer's device secrets.
#[derive(Debug, Clone)]
pub struct DeviceFolder(PathBuf);

impl DeviceFolder {
    /// The secrets in `path`; the folder is made, for its owner alone, with the first secret.
    pub fn new(path: PathBuf) -> Self {
        Self(path)
    }

    /// The secret for a register.
    ///
    /// # Errors
    /// [`VaultError::DeviceSecretMissing`], [`VaultError::DeviceSecretDamaged`], or trouble with the disk.
    pub fn load(&self, register_id: &[u8; 16]) -> Result<DeviceSecret, VaultError> {
        read(&self.path(register_id))
    }

    /// Forgets the secret for a register that was given up; when there is none, nothing happens.
    ///
    /// # Errors
    /// Trouble with the disk.
    pub fn forget(&self, register_id: &[u8; 16]) -> Result<(), VaultError> {
        for path in [self.path(register_id), self.seen_path(register_id)] {
            match fs::remove_file(path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
                _ => {}
            }
        }
        if self.0.try_exists()? { Ok(sync_dir(&self.0)?) } else { Ok(()) }
    }

    /// The secret for a register, made when there is none yet.
    ///
    /// # Errors
    /// As [`Self::load`]; a damaged secret is never replaced.
    pub(crate) fn load_or_make(&self, register_id: &[u8; 16]) -> Result<DeviceSecret, VaultError> {
        match self.load(register_id) {
            Err(VaultError::DeviceSecretMissing) => {
                let secret = DeviceSecret(*make_random_bytes());
                self.keep(register_id, &secret)?;
                Ok(secret)
            }
            other => other,
        }
    }

    /// As [`Self::load_or_make`], but a damaged secret is set aside as `<register id>.damaged` and a new one made.
    ///
    /// # Errors
    /// Trouble with the disk.
    pub(crate) fn load_or_renew(&self, register_id: &[u8; 16]) -> Result<DeviceSecret, VaultError> {
        match self.load_or_make(register_id) {
            Err(VaultError::DeviceSecretDamaged) => {
                let path = self.path(register_id);
                fs::rename(&path, path.with_extension("damaged"))?;
                self.load_or_make(register_id)
            }
            other => other,
        }
    }

    /// Moves a secret out of the register's own folder, where the first version kept it. One that differs from the
    /// secret already here is left alone: it belongs to an older state of the register.
    ///
    /// # Errors
    /// [`VaultError::DeviceSecretDamaged`] when it is the only one and not whole, or trouble with the disk.
    pub(crate) fn take_in(&self, register_id: &[u8; 16], register: &Path) -> Result<(), VaultError> {
        let path = register.join(LEFT_IN_REGISTER);
        let left = match read(&path) {
            Ok(left) => left,
            Err(VaultError::DeviceSecretMissing) => return Ok(()),
            Err(VaultError::DeviceSecretDamaged) if self.path(register_id).try_exists()? => return Ok(()),
            Err(error) => return Err(error),
        };
        match self.load(register_id) {
            Ok(here) if here.0 == left.0 => {}
            Err(VaultError::DeviceSecretMissing) => self.keep(register_id, &left)?,
            _ => return Ok(()),
        }
        fs::remove_file(path)?;
        Ok(sync_dir(register)?)
    }

    fn keep(&self, register_id: &[u8; 16], secret: &DeviceSecret) -> Result<(), VaultError> {
        make_private_dir(&self.0)?;
        let mut bytes = Zeroizing::new(Vec::with_capacity(40));
        bytes.extend_from_slice(MAGIC);
        bytes.extend_from_slice(&secret.0);
        let check = checksum(&bytes);
        bytes.extend_from_slice(&check);
        Ok(replace_file(&self.path(register_id), &bytes)?)
    }

    fn path(&self, register_id: &[u8; 16]) -> PathBuf {
        self.0.join(HEXLOWER.encode(register_id))
    }
}

/// The computer's part of a passphrase slot's key.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct DeviceSecret([u8; 32]);

impl DeviceSecret {
    pub(crate) fn expose(&self) -> &[u8; 32] {
        &self.0
    }

    /// Names the secret in a slot without telling anything of it.
    pub(crate) fn tag(&self) -> [u8; 8] {
        *derive(&[], &self.0, "kontakti/device-tag/v1", &[])
    }
}

fn read(path: &Path) -> Result<DeviceSecret, VaultError> {
    let bytes = match read_bounded(path, LENGTH) {
        Ok(bytes) => Zeroizing::new(bytes),
        Err(error) => {
            return Err(match error.kind() {
                io::ErrorKind::NotFound => VaultError::DeviceSecretMissing,
                io::ErrorKind::FileTooLarge => VaultError::DeviceSecretDamaged,
                _ => error.into(),
            });
        }
    };
    parse(&bytes).ok_or(VaultError::DeviceSecretDamaged)
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

    const ID: [u8; 16] = [0xa5; 16];
    const NAME: &str = "a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5";

    fn folder() -> (tempfile::TempDir, DeviceFolder, PathBuf) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("settings").join("device-secrets");
        let devices = DeviceFolder::new(path.clone());
        (dir, devices, path.join(NAME))
    }

    #[test]
    fn is_made_once_for_each_register_and_kept_for_its_owner_alone() {
        let (_dir, devices, path) = folder();
        assert!(matches!(devices.load(&ID), Err(VaultError::DeviceSecretMissing)));
        let made = devices.load_or_make(&ID).unwrap();
        assert_eq!(made.0, devices.load_or_make(&ID).unwrap().0);
        assert_ne!(made.0, devices.load_or_make(&[1; 16]).unwrap().0);
        assert_eq!(fs::read(&path).unwrap().len(), 40);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
            assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o600, 0o700));
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_that_others_may_read_is_closed_to_them() {
        use std::os::unix::fs::PermissionsExt;
        let (_dir, devices, path) = folder();
        let open = path.parent().unwrap();
        fs::create_dir_all(open).unwrap();
        fs::set_permissions(open, fs::Permissions::from_mode(0o755)).unwrap();
        devices.load_or_make(&ID).unwrap();
        assert_eq!(fs::metadata(open).unwrap().permissions().mode() & 0o777, 0o700);
    }

    #[test]
    fn damage_is_told_from_absence_and_never_overwritten() {
        let (_dir, devices, path) = folder();
        devices.load_or_make(&ID).unwrap();
        let whole = fs::read(&path).unwrap();
        for at in 0..whole.len() {
            let mut flipped = whole.clone();
            flipped[at] ^= 0x10;
            fs::write(&path, &flipped).unwrap();
            assert!(matches!(devices.load(&ID), Err(VaultError::DeviceSecretDamaged)));
        }
        for bad in [&whole[..39], &[whole.as_slice(), b"x"].concat()] {
            fs::write(&path, bad).unwrap();
            assert!(matches!(devices.load_or_make(&ID), Err(VaultError::DeviceSecretDamaged)));
            assert_eq!(fs::read(&path).unwrap(), bad);
        }
        devices.load_or_renew(&ID).unwrap();
        assert_eq!(fs::read(path.with_extension("damaged")).unwrap(), [whole.as_slice(), b"x"].concat());
    }

    #[test]
    fn a_secret_in_the_registers_folder_is_moved_out_of_it() {
        let (dir, devices, path) = folder();
        devices.load_or_make(&ID).unwrap();
        let (left, whole) = (dir.path().join(LEFT_IN_REGISTER), fs::read(&path).unwrap());
        devices.forget(&ID).unwrap();
        devices.forget(&ID).unwrap();
        assert!(!path.exists());
        // the second time: killed after the copy was made, before the old file was gone
        for _ in 0..2 {
            fs::write(&left, &whole).unwrap();
            devices.take_in(&ID, dir.path()).unwrap();
            assert_eq!((fs::read(&path).unwrap(), left.exists()), (whole.clone(), false));
        }
        devices.take_in(&ID, dir.path()).unwrap();

        let other = DeviceFolder::new(dir.path().join("other"));
        other.load_or_make(&ID).unwrap();
        fs::copy(dir.path().join("other").join(NAME), &left).unwrap();
        devices.take_in(&ID, dir.path()).unwrap();
        assert_eq!((fs::read(&path).unwrap(), left.exists()), (whole, true), "another one is left alone");

        fs::write(&left, b"KDS1").unwrap();
        devices.take_in(&ID, dir.path()).unwrap();
        devices.forget(&ID).unwrap();
        assert!(matches!(devices.take_in(&ID, dir.path()), Err(VaultError::DeviceSecretDamaged)));
        assert!(left.exists());
    }

    #[test]
    fn a_tag_names_one_secret() {
        let (one, two) = (DeviceSecret([1; 32]), DeviceSecret([2; 32]));
        assert_eq!(one.tag(), DeviceSecret([1; 32]).tag());
        assert_ne!(one.tag(), two.tag());
    }
}
