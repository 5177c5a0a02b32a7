//! Opens the register with the passphrase or the recovery code; wrong ones slow down.

use std::path::Path;
use std::sync::Arc;

use domain::{Action, Instant};
use vault::{
    DeviceFolder, KeySlots, PassphraseReach, RecoveryCode, RootKey, SecretString, SlotCondition, Throttle,
    VaultError,
};

use super::passphrase::check;
use crate::error::RegisterError;
use crate::lifecycle::turn::Turn;
use crate::register::Register;
use crate::registers::{Held, Registers, State};

impl Registers {
    /// Unlocks with the passphrase. Does nothing when the register is open.
    ///
    /// # Errors
    /// [`RegisterError::Absent`], [`RegisterError::WaitBeforeRetry`], [`RegisterError::WrongPassphrase`], or
    /// whatever is wrong with slots, device secret or store.
    pub fn unlock(&self, passphrase: &SecretString) -> Result<(), RegisterError> {
        self.unlock_in(&self.transition(), passphrase)
    }

    /// Unlocks with the passphrase within a turn that the caller has.
    pub(crate) fn unlock_in(&self, turn: &Turn, passphrase: &SecretString) -> Result<(), RegisterError> {
        self.unlock_by(turn, "passphrase", RegisterError::WrongPassphrase, None, |slots| {
            slots.unlock_with_passphrase(passphrase)
        })
    }

    /// Unlocks with the recovery code. Does nothing when the register is open. On a computer to which the register
    /// was brought, `new_passphrase` becomes the passphrase there.
    ///
    /// # Errors
    /// [`RegisterError::RecoveryCodeMistyped`], [`RegisterError::PassphraseTooWeak`] (then the register stays locked),
    /// else as [`Self::unlock`].
    pub fn unlock_with_recovery(
        &self,
        typed: &str,
        new_passphrase: Option<&SecretString>,
    ) -> Result<(), RegisterError> {
        let code = RecoveryCode::parse(typed).map_err(|_| RegisterError::RecoveryCodeMistyped)?;
        let turn = self.transition();
        self.unlock_by(&turn, "recovery_code", RegisterError::WrongRecoveryCode, new_passphrase, |slots| {
            slots.unlock_with_recovery(&code)
        })
    }

    fn unlock_by(
        &self,
        _: &Turn,
        means: &'static str,
        wrong: RegisterError,
        new_passphrase: Option<&SecretString>,
        open: impl FnOnce(&KeySlots) -> Result<RootKey, VaultError>,
    ) -> Result<(), RegisterError> {
        match self.state() {
            State::Open => return Ok(()),
            State::Absent | State::Unconfirmed => return Err(RegisterError::Absent),
            State::Locked => {}
        }
        let kind = self.kind();
        let dir = self.dir(kind);
        let (mut slots, root) = self.attempt(&dir, self.devices(kind, &dir), wrong, open)?;
        let store = Register::open_store(&dir, &root)?;
        let register = Register::new(kind, root, store, self.around.clone());
        if let Some(passphrase) = new_passphrase {
            check(&register, passphrase)?;
        }
        if slots.condition() != SlotCondition::Whole {
            tracing::warn!(condition = ?slots.condition(), "key slots mended");
            slots.repair(register.root())?;
        }
        register.import_settle()?;
        register.batches_settle()?;
        if let Some(passphrase) = new_passphrase {
            let reach = PassphraseReach::ThisComputer;
            slots.set_passphrase(register.root(), passphrase, reach, self.now_ms())?;
        }
        register.record(Action::RegisterUnlocked, &[means])?;
        if new_passphrase.is_some() {
            register.record(Action::PassphraseChanged, &["passphrase"])?;
        }
        self.chosen().held = Held::Open(Arc::new(register));
        self.announce();
        Ok(())
    }

    /// One attempt at the slots, counted and slowed down.
    pub(crate) fn attempt(
        &self,
        dir: &Path,
        devices: DeviceFolder,
        wrong: RegisterError,
        open: impl FnOnce(&KeySlots) -> Result<RootKey, VaultError>,
    ) -> Result<(KeySlots, RootKey), RegisterError> {
        let mut throttle = Throttle::load(dir)?;
        if let Some(until) = throttle.wait_until(self.now_ms()) {
            let until = Instant(i64::try_from(until).unwrap_or(i64::MAX));
            return Err(RegisterError::WaitBeforeRetry { until });
        }
        let slots = KeySlots::open(dir, devices)?;
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
