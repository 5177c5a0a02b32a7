//! A new passphrase in place of the old: a slot is rewritten, the database is not.
//!
//! Changed with the passphrase in force, the old one opens nowhere any more: that is what a studio wants when it got
//! about. Set with the recovery code, the other computers keep theirs: that is what a second computer needs.

use domain::Action;
use domain::staff::Signer;
use store::{Acted, studio};
use vault::{ExposeSecret, PassphraseReach, RecoveryCode, SecretString, SlotOwner, check_passphrase};

use crate::error::RegisterError;
use crate::lifecycle::unlock::{Attempt, record_failures};
use crate::register::Register;
use crate::registers::Registers;

impl Registers {
    /// Changes the passphrase of whoever is signed in. `current` is the passphrase in force, or the recovery code; then
    /// it changes only on this computer.
    ///
    /// # Errors
    /// [`RegisterError::Locked`], [`RegisterError::NobodySignedIn`], [`RegisterError::PassphraseTooWeak`], [`RegisterError::WrongPassphrase`],
    /// [`RegisterError::WaitBeforeRetry`], or trouble with the disk; then the old passphrase holds.
    pub fn passphrase_change(&self, current: &SecretString, new: &SecretString) -> Result<(), RegisterError> {
        let _transition = self.transition();
        let register = self.open()?;
        let Signer::Staff { id, name, .. } = register.signer() else {
            return Err(RegisterError::NobodySignedIn);
        };
        if register.alarm().is_some() {
            return Err(RegisterError::NotTrusted);
        }
        check(&register, name, new)?;
        let code = RecoveryCode::parse(current.expose_secret()).ok();
        let reach = match &code {
            Some(_) => PassphraseReach::ThisComputer,
            None => PassphraseReach::EveryComputer,
        };
        let dir = register.store().dir();
        let devices = self.devices(register.kind(), dir);
        let Attempt { mut slots, unlocked, throttle } =
            self.attempt(dir, devices, Some(*id), RegisterError::WrongPassphrase, |slots| match &code {
                Some(code) => slots.unlock_with_recovery(code),
                None => slots.unlock_with_passphrase(Some(id.get()), current),
            })?;
        record_failures(&register, throttle)?;
        register.check_slots(&slots)?;
        if unlocked.root != *register.root() {
            return Err(RegisterError::WrongPassphrase);
        }
        let owner = SlotOwner { staff_id: id.get(), name };
        // first, so that no key changes without an entry
        register.transact(|_| Ok(Acted::new((), Action::PassphraseChanged).on(id.get())))?;
        slots.set_passphrase(register.root(), owner, new, reach, self.now_ms())?;
        register.follow_slots(&slots);
        Ok(())
    }
}

/// Refuses a passphrase that is too weak for the register and for somebody of this name.
pub(crate) fn check(register: &Register, name: &str, passphrase: &SecretString) -> Result<(), RegisterError> {
    let fields = register.read(|tx| Ok(studio::get(tx)?))?.fields;
    let own_words: Vec<&str> = fields.own_words().into_iter().chain(name.split_whitespace()).collect();
    check_passphrase(passphrase.expose_secret(), &own_words)?;
    Ok(())
}
