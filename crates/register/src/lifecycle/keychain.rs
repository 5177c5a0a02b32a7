//! Unlocking on this computer without a passphrase: turned on by whoever signs in, off by default.
//!
//! Whoever uses this account of the computer can then open the register under that name, so turning it on takes the
//! passphrase, and each opening stands in the trail as one by keychain.

use std::sync::Arc;

use domain::Action;
use domain::ids::StaffMemberId;
use domain::staff::Signer;
use store::{Acted, epoch};
use vault::{KeySlots, KeychainSecret, SecretString, SlotOwner};

use crate::error::RegisterError;
use crate::keychain::Place;
use crate::lifecycle::unlock::{Attempt, Means, record_failures};
use crate::register::Register;
use crate::registers::Registers;

impl Registers {
    /// Whether whoever is signed in can unlock on this computer without a passphrase.
    ///
    /// # Errors
    /// [`RegisterError::Locked`], or whatever is wrong with the slots.
    pub fn has_keychain(&self) -> Result<bool, RegisterError> {
        let register = self.open()?;
        match register.signer() {
            Signer::Staff { id, .. } => Ok(self.slots_of(&register)?.has_keychain(id.get())?),
            Signer::KeyHolder => Ok(false),
        }
    }

    /// Turns it on for whoever is signed in.
    ///
    /// # Errors
    /// [`RegisterError::Locked`], [`RegisterError::NobodySignedIn`], [`RegisterError::NotTrusted`],
    /// [`RegisterError::WrongPassphrase`], [`RegisterError::WaitBeforeRetry`], [`RegisterError::KeychainUnavailable`],
    /// [`RegisterError::KeychainLocked`], or trouble with the disk; then nothing is turned on.
    pub fn keychain_enable(&self, passphrase: &SecretString) -> Result<(), RegisterError> {
        let place = self.confirmed(passphrase)?;
        let secret = KeychainSecret::make_random();
        self.keychain.keep(&place, &secret)?;
        let kept = self.set_keychain(&place, &secret);
        if kept.is_err()
            && let Err(error) = self.keychain.forget(&place)
        {
            tracing::warn!(%error, "what opens nothing stays in the keychain");
        }
        kept
    }

    /// Makes the slot, unless somebody else signed in while the keychain was waited for: they typed no passphrase here.
    fn set_keychain(&self, place: &Place, secret: &KeychainSecret) -> Result<(), RegisterError> {
        let _transition = self.transition();
        let (register, id, name) = self.signed_in_by_name()?;
        let owner = SlotOwner { staff_id: id.get(), name: &name };
        let mut slots = self.slots_of(&register)?;
        if *place != Place::new(slots.register_id(), id) {
            return Err(RegisterError::NobodySignedIn);
        }
        register.transact(|_| Ok(Acted::new((), Action::KeychainTurnedOn).on(id.get())))?;
        slots.set_keychain(register.root(), owner, secret, self.now_ms())?;
        register.follow_slots(&slots);
        Ok(())
    }

    /// Turns it off for whoever is signed in. What the keychain keeps opens nothing then, even when it cannot be removed.
    ///
    /// # Errors
    /// [`RegisterError::Locked`], [`RegisterError::NobodySignedIn`], [`RegisterError::NotTrusted`], or trouble with the disk.
    pub fn keychain_disable(&self) -> Result<(), RegisterError> {
        let place = {
            let _transition = self.transition();
            let (register, id, _) = self.signed_in_by_name()?;
            let mut slots = self.slots_of(&register)?;
            register.transact(|_| Ok(Acted::new((), Action::KeychainTurnedOff).on(id.get())))?;
            slots.remove_keychain(register.root(), id.get())?;
            register.follow_slots(&slots);
            Place::new(slots.register_id(), id)
        };
        if let Err(error) = self.keychain.forget(&place) {
            tracing::warn!(%error, "what opens nothing any more stays in the keychain");
        }
        Ok(())
    }

    /// Unlocks with what the computer's keychain keeps for somebody. Does nothing when the register is open.
    ///
    /// # Errors
    /// [`RegisterError::KeychainUnavailable`], [`RegisterError::KeychainLocked`],
    /// [`RegisterError::KeychainEntryMissing`], else as [`Self::unlock`].
    pub fn unlock_with_keychain(&self, staff_id: StaffMemberId) -> Result<(), RegisterError> {
        let kind = self.kind();
        let dir = self.dir(kind);
        let slots = KeySlots::open(&epoch::files_dir(&dir)?, self.devices(kind, &dir))?;
        let secret = self.keychain.get(&Place::new(slots.register_id(), staff_id))?;
        let means = Means::Keychain(staff_id);
        self.unlock_by(&self.transition(), means, RegisterError::KeychainEntryMissing, |slots| {
            slots.unlock_with_keychain(staff_id.get(), &secret)
        })
    }

    /// Where the keychain keeps the part of whoever is signed in, once they have typed their passphrase.
    fn confirmed(&self, passphrase: &SecretString) -> Result<Place, RegisterError> {
        let _transition = self.transition();
        let (register, id, _) = self.signed_in_by_name()?;
        let dir = register.store().dir();
        let devices = self.devices(register.kind(), dir);
        let Attempt { slots, unlocked, throttle } =
            self.attempt(dir, devices, Some(id), RegisterError::WrongPassphrase, |slots| {
                slots.unlock_with_passphrase(Some(id.get()), passphrase)
            })?;
        record_failures(&register, throttle)?;
        register.check_slots(&slots)?;
        if unlocked.root != *register.root() {
            return Err(RegisterError::WrongPassphrase);
        }
        Ok(Place::new(slots.register_id(), id))
    }

    fn signed_in_by_name(&self) -> Result<(Arc<Register>, StaffMemberId, String), RegisterError> {
        let register = self.open()?;
        let Signer::Staff { id, name, .. } = register.signer() else {
            return Err(RegisterError::NobodySignedIn);
        };
        if register.alarm().is_some() {
            return Err(RegisterError::NotTrusted);
        }
        let (id, name) = (*id, name.clone());
        Ok((register, id, name))
    }
}
