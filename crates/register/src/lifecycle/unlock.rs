//! Opens the register with the passphrase or the recovery code; wrong ones slow down.

use std::path::Path;
use std::sync::Arc;

use domain::{Action, Instant};
use vault::{KeySlots, RecoveryCode, RootKey, SecretString, SlotCondition, Throttle, VaultError};

use crate::error::RegisterError;
use crate::register::Register;
use crate::registers::{Held, Registers, State};

impl Registers {
    /// Unlocks with the passphrase. Does nothing when the register is open.
    ///
    /// # Errors
    /// [`RegisterError::Absent`], [`RegisterError::WaitBeforeRetry`], [`RegisterError::WrongPassphrase`], or
    /// whatever is wrong with slots, device secret or store.
    pub fn unlock(&self, passphrase: &SecretString) -> Result<(), RegisterError> {
        self.unlock_by("passphrase", RegisterError::WrongPassphrase, |slots| {
            slots.unlock_with_passphrase(passphrase)
        })
    }

    /// Unlocks with the recovery code. Does nothing when the register is open.
    ///
    /// # Errors
    /// [`RegisterError::RecoveryCodeMistyped`], else as [`Self::unlock`].
    pub fn unlock_with_recovery(&self, typed: &str) -> Result<(), RegisterError> {
        let code = RecoveryCode::parse(typed).map_err(|_| RegisterError::RecoveryCodeMistyped)?;
        self.unlock_by("recovery_code", RegisterError::WrongRecoveryCode, |slots| {
            slots.unlock_with_recovery(&code)
        })
    }

    fn unlock_by(
        &self,
        means: &'static str,
        wrong: RegisterError,
        open: impl FnOnce(&KeySlots) -> Result<RootKey, VaultError>,
    ) -> Result<(), RegisterError> {
        let _transition = self.transition();
        match self.state() {
            State::Open => return Ok(()),
            State::Absent | State::Unconfirmed => return Err(RegisterError::Absent),
            State::Locked => {}
        }
        let kind = self.kind();
        let dir = self.dir(kind);
        let (slots, root) = self.attempt(&dir, wrong, open)?;
        let store = Register::open_store(&dir, &root)?;
        if slots.condition() != SlotCondition::Whole {
            tracing::warn!(condition = ?slots.condition(), "key slots mended");
            let mut slots = slots;
            slots.repair(&root)?;
        }
        let register = Register::new(kind, root, store, self.around.clone());
        register.import_settle()?;
        register.batches_settle()?;
        register.record(Action::RegisterUnlocked, &[means])?;
        self.chosen().held = Held::Open(Arc::new(register));
        self.announce();
        Ok(())
    }

    /// One attempt at the slots, counted and slowed down.
    pub(crate) fn attempt(
        &self,
        dir: &Path,
        wrong: RegisterError,
        open: impl FnOnce(&KeySlots) -> Result<RootKey, VaultError>,
    ) -> Result<(KeySlots, RootKey), RegisterError> {
        let mut throttle = Throttle::load(dir)?;
        if let Some(until) = throttle.wait_until(self.now_ms()) {
            let until = Instant(i64::try_from(until).unwrap_or(i64::MAX));
            return Err(RegisterError::WaitBeforeRetry { until });
        }
        let slots = KeySlots::open(dir)?;
        match open(&slots) {
            Ok(root) => {
                throttle.clear()?;
                Ok((slots, root))
            }
            Err(VaultError::WrongSecret) => {
                throttle.record_failure(self.now_ms())?;
                Err(wrong)
            }
            Err(error) => Err(error.into()),
        }
    }
}
