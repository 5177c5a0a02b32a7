//! A new passphrase in place of the old: a slot is rewritten, the database is not.
//!
//! Changed with the passphrase in force, the old one opens nowhere any more: that is what a studio wants when it got
//! about. Set with the recovery code, the other computers keep theirs: that is what a second computer needs.

use domain::Action;
use store::studio;
use vault::{ExposeSecret, PassphraseReach, RecoveryCode, SecretString, check_passphrase};

use crate::error::RegisterError;
use crate::register::Register;
use crate::registers::Registers;

impl Registers {
    /// Changes the passphrase. `current` is the passphrase in force or the recovery code, so that a studio
    /// that came in by its recovery code can set a new one; then only for this computer.
    ///
    /// # Errors
    /// [`RegisterError::Locked`], [`RegisterError::PassphraseTooWeak`], [`RegisterError::WrongPassphrase`],
    /// [`RegisterError::WaitBeforeRetry`], or trouble with the disk; then the old passphrase holds.
    pub fn passphrase_change(&self, current: &SecretString, new: &SecretString) -> Result<(), RegisterError> {
        let _transition = self.transition();
        let register = self.open()?;
        check(&register, new)?;
        let code = RecoveryCode::parse(current.expose_secret()).ok();
        let reach = match &code {
            Some(_) => PassphraseReach::ThisComputer,
            None => PassphraseReach::EveryComputer,
        };
        let dir = register.store().dir();
        let devices = self.devices(register.kind(), dir);
        let (mut slots, root) =
            self.attempt(dir, devices, RegisterError::WrongPassphrase, |slots| match &code {
                Some(code) => slots.unlock_with_recovery(code),
                None => slots.unlock_with_passphrase(current),
            })?;
        if root != *register.root() {
            return Err(RegisterError::WrongPassphrase);
        }
        slots.set_passphrase(&root, new, reach, self.now_ms())?;
        register.record(Action::PassphraseChanged, &["passphrase"])
    }
}

/// Refuses a passphrase that is too weak for the register.
pub(super) fn check(register: &Register, passphrase: &SecretString) -> Result<(), RegisterError> {
    let fields = register.read(|tx| Ok(studio::get(tx)?))?.fields;
    check_passphrase(passphrase.expose_secret(), &fields.own_words())?;
    Ok(())
}
