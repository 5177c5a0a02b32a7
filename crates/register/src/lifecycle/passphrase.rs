//! A new passphrase in place of the old: a slot is rewritten, the database is not.

use domain::Action;
use store::studio;
use vault::{ExposeSecret, RecoveryCode, SecretString, check_passphrase};

use crate::error::RegisterError;
use crate::registers::Registers;

impl Registers {
    /// Changes the passphrase. `current` is the passphrase in force or the recovery code, so that a studio
    /// that came in by its recovery code can set a new one.
    ///
    /// # Errors
    /// [`RegisterError::Locked`], [`RegisterError::PassphraseTooWeak`], [`RegisterError::WrongPassphrase`],
    /// [`RegisterError::WaitBeforeRetry`], or trouble with the disk; then the old passphrase holds.
    pub fn passphrase_change(&self, current: &SecretString, new: &SecretString) -> Result<(), RegisterError> {
        let register = self.open()?;
        let _transition = self.transition();
        let fields = register.read(|tx| Ok(studio::get(tx)?))?.fields;
        check_passphrase(new.expose_secret(), &[&fields.name, &fields.town, &fields.business_id])?;
        let code = RecoveryCode::parse(current.expose_secret()).ok();
        let dir = register.store().dir();
        let (mut slots, root) = self.attempt(dir, RegisterError::WrongPassphrase, |slots| match &code {
            Some(code) => slots.unlock_with_recovery(code),
            None => slots.unlock_with_passphrase(current),
        })?;
        if root != *register.root() {
            return Err(RegisterError::WrongPassphrase);
        }
        slots.change_passphrase(&root, new, self.now_ms())?;
        register.record(Action::PassphraseChanged, &["passphrase"])
    }
}
