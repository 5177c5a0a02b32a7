//! Slots that the computer's own keychain opens: unlocking on this computer without a passphrase.
//!
//! A person who signs in by passphrase may have one such slot on each computer. A new passphrase ends it: whoever knew
//! the old one may have made it.
//!
//! Deliberately not here: the keychain; callers bring what it keeps.

use std::fmt;

use zeroize::Zeroizing;

use super::file::{Hex, Slot};
use super::person::person;
use super::{KIND_KEYCHAIN, KeySlots, SlotOwner, Unlocked, holding, is_of, new_slot, take_id};
use crate::{
    derive::{derive, make_random_bytes},
    device::DeviceSecret,
    error::VaultError,
    keys::RootKey,
};

/// What the keychain keeps for one slot: 32 random bytes.
pub struct KeychainSecret(Box<Zeroizing<[u8; 32]>>);

impl KeychainSecret {
    /// A new random one.
    pub fn make_random() -> Self {
        Self(Box::new(make_random_bytes()))
    }

    /// The secret as it was kept; none when it has another length.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(|bytes: [u8; 32]| Self(Box::new(Zeroizing::new(bytes))))
    }

    /// The 32 bytes.
    pub fn expose(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for KeychainSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KeychainSecret(..)")
    }
}

impl KeySlots {
    /// Makes a slot that opens for somebody with `secret` on this computer, in place of the one there was. The secret must
    /// be in the keychain durably.
    ///
    /// # Errors
    /// [`VaultError::WrongSecret`] when `root` is not this register's, [`VaultError::DeviceSecretMissing`],
    /// [`VaultError::DeviceSecretDamaged`], or trouble with the disk.
    pub fn set_keychain(
        &mut self,
        root: &RootKey,
        owner: SlotOwner<'_>,
        secret: &KeychainSecret,
        now_ms: u64,
    ) -> Result<(), VaultError> {
        self.authenticate(root)?;
        let device = self.device_secret()?;
        let mut body = self.file.body.clone();
        body.slots.retain(|slot| !is_keychain_of(slot, owner.staff_id, &device));
        let mut slot = new_slot(take_id(&mut body)?, KIND_KEYCHAIN, now_ms, None);
        slot.device = Some(Hex(device.tag()));
        slot.person = Some(person(&slot, owner, &body.register_id.0, &device));
        let kek = keychain_kek(&slot, secret, &device);
        body.slots.push(holding::fill(slot, &body.register_id.0, &kek, root)?);
        self.replace(body, root)
    }

    /// Removes somebody's keychain slot on this computer. When there is none, nothing happens.
    ///
    /// # Errors
    /// As [`Self::set_keychain`].
    pub fn remove_keychain(&mut self, root: &RootKey, staff_id: i64) -> Result<(), VaultError> {
        self.authenticate(root)?;
        let device = self.device_secret()?;
        let mut body = self.file.body.clone();
        body.slots.retain(|slot| !is_keychain_of(slot, staff_id, &device));
        if body == self.file.body { Ok(()) } else { self.replace(body, root) }
    }

    /// Whether somebody has a keychain slot on this computer. Whether the keychain still has its part is not looked at.
    ///
    /// # Errors
    /// As [`Self::sign_ins`].
    pub fn has_keychain(&self, staff_id: i64) -> Result<bool, VaultError> {
        Ok(self.sign_ins()?.iter().any(|sign_in| sign_in.staff_id == Some(staff_id) && sign_in.has_keychain))
    }

    /// Unwraps the root key with what the keychain keeps for somebody.
    ///
    /// # Errors
    /// [`VaultError::KeychainSecretWrong`] (also when there is no such slot here), [`VaultError::DeviceSecretMissing`],
    /// [`VaultError::DeviceSecretDamaged`], [`VaultError::SlotsDamaged`] with [`crate::SlotFault::Forged`].
    pub fn unlock_with_keychain(
        &self,
        staff_id: i64,
        secret: &KeychainSecret,
    ) -> Result<Unlocked, VaultError> {
        let device = self.device_secret()?;
        for slot in self.of_kind(KIND_KEYCHAIN).filter(|slot| is_keychain_of(slot, staff_id, &device)) {
            if let Some(unlocked) = self.unlock(slot, keychain_kek(slot, secret, &device))? {
                return Ok(unlocked);
            }
        }
        Err(VaultError::KeychainSecretWrong)
    }
}

/// Whether it is this person's keychain slot on this computer.
pub(super) fn is_keychain_of(slot: &Slot, staff_id: i64, device: &DeviceSecret) -> bool {
    slot.kind == KIND_KEYCHAIN && slot.staff_id() == Some(staff_id) && is_of(slot, &device.tag())
}

fn keychain_kek(slot: &Slot, secret: &KeychainSecret, device: &DeviceSecret) -> Zeroizing<[u8; 32]> {
    let mut ikm = Zeroizing::new([0u8; 64]);
    let (first, second) = ikm.split_at_mut(32);
    first.copy_from_slice(secret.expose());
    second.copy_from_slice(device.expose());
    derive(&slot.salt.0, ikm.as_slice(), "kontakti/keychain-slot/v1", &[])
}

#[cfg(test)]
mod tests;
