//! Opens the register with somebody's passphrase or the recovery code; wrong ones slow down.

use std::path::Path;
use std::sync::Arc;

use domain::ids::StaffMemberId;
use domain::staff::{Signer, StaffStatus};
use domain::{Action, Instant};
use store::{Acted, staff};
use vault::{
    DeviceFolder, KeySlots, RecoveryCode, RootKey, SecretString, SignIn, SlotCondition, Throttle, VaultError,
};

use crate::anchor::{self, Guard};
use crate::error::RegisterError;
use crate::history::checkpoints;
use crate::lifecycle::create::signed_in;
use crate::lifecycle::turn::Turn;
use crate::register::Register;
use crate::registers::{Held, Registers, State};
use crate::staff::slot_owners;

/// By what the register is opened.
#[derive(Clone, Copy)]
enum Means {
    Passphrase(Option<StaffMemberId>),
    RecoveryCode,
}

impl Means {
    fn field(self) -> &'static str {
        match self {
            Self::Passphrase(_) => "passphrase",
            Self::RecoveryCode => "recovery_code",
        }
    }

    fn staff_id(self) -> Option<StaffMemberId> {
        match self {
            Self::Passphrase(staff_id) => staff_id,
            Self::RecoveryCode => None,
        }
    }
}

impl Registers {
    /// Whose passphrase opens the shown register on this computer; nobody's when it came from another one.
    ///
    /// # Errors
    /// Whatever is wrong with the slots.
    pub fn sign_ins(&self) -> Result<Vec<SignIn>, RegisterError> {
        let kind = self.kind();
        let dir = self.dir(kind);
        Ok(KeySlots::open(&dir, self.devices(kind, &dir))?.sign_ins()?)
    }

    /// Unlocks with somebody's passphrase; nobody's is the one from before the register knew its staff. Does nothing
    /// when the register is open.
    ///
    /// # Errors
    /// [`RegisterError::Absent`], [`RegisterError::WaitBeforeRetry`], [`RegisterError::WrongPassphrase`],
    /// [`RegisterError::AccountNotActive`], or whatever is wrong with slots, device secret or store.
    pub fn unlock(
        &self,
        staff_id: Option<StaffMemberId>,
        passphrase: &SecretString,
    ) -> Result<(), RegisterError> {
        self.unlock_in(&self.transition(), staff_id, passphrase)
    }

    /// Unlocks with somebody's passphrase within a turn that the caller has.
    pub(crate) fn unlock_in(
        &self,
        turn: &Turn,
        staff_id: Option<StaffMemberId>,
        passphrase: &SecretString,
    ) -> Result<(), RegisterError> {
        self.unlock_by(turn, Means::Passphrase(staff_id), RegisterError::WrongPassphrase, |slots| {
            slots.unlock_with_passphrase(staff_id.map(StaffMemberId::get), passphrase)
        })
    }

    /// Unlocks with the recovery code, which names nobody. Does nothing when the register is open.
    ///
    /// # Errors
    /// [`RegisterError::RecoveryCodeMistyped`], [`RegisterError::WrongRecoveryCode`], else as [`Self::unlock`].
    pub fn unlock_with_recovery(&self, typed: &str) -> Result<(), RegisterError> {
        let code = RecoveryCode::parse(typed).map_err(|_| RegisterError::RecoveryCodeMistyped)?;
        let turn = self.transition();
        self.unlock_by(&turn, Means::RecoveryCode, RegisterError::WrongRecoveryCode, |slots| {
            slots.unlock_with_recovery(&code)
        })
    }

    fn unlock_by(
        &self,
        _: &Turn,
        means: Means,
        wrong: RegisterError,
        open: impl FnOnce(&KeySlots) -> Result<RootKey, VaultError>,
    ) -> Result<(), RegisterError> {
        match self.state() {
            State::Open => return Ok(()),
            State::Absent | State::Unconfirmed => return Err(RegisterError::Absent),
            State::Locked => {}
        }
        let kind = self.kind();
        let dir = self.dir(kind);
        let attempt = self.attempt(&dir, self.devices(kind, &dir), means.staff_id(), wrong, open)?;
        let Attempt { mut slots, root, mut throttle } = attempt;
        let looked = anchor::look(&dir, &root, &slots)?;
        let store = Register::open_store(&dir, &root)?;
        let compared =
            store.read(|tx| looked.compare(&dir, &root, slots.register_id(), self.now_ms(), tx))?;
        let compared = checkpoints::compare(&store, compared)?;
        let members = store.read(|tx| -> Result<_, RegisterError> { Ok(staff::list(tx)?) })?;
        let member = members.iter().find(|member| Some(member.id) == means.staff_id());
        let is_refused =
            means.staff_id().is_some() && member.is_none_or(|member| member.status != StaffStatus::Active);
        let signer = match member {
            Some(member) if !is_refused => signed_in(member.id, &member.fields),
            _ => Signer::KeyHolder,
        };
        let register = Register::new(kind, signer, root, store, self.around.clone())
            .guarded(Guard::new(compared, slots.counter()));
        if is_refused {
            // into the trail with the next who may
            let staff_id = means.staff_id().map(StaffMemberId::get);
            throttle.record_failure(self.now_ms(), staff_id)?;
            return Err(RegisterError::AccountNotActive);
        }
        if let Some(alarm) = register.alarm() {
            tracing::error!(alarm = alarm.code(), "opened to be looked at only");
            self.chosen().held = Held::Open(Arc::new(register));
            self.announce();
            return Ok(());
        }
        register.clock_look()?;
        record_failures(&register, throttle)?;
        if slots.condition() != SlotCondition::Whole {
            tracing::warn!(condition = ?slots.condition(), "key slots mended");
            slots.repair(register.root())?;
        }
        slots.keep_people(register.root(), &slot_owners(&members))?;
        register.follow_slots(&slots);
        register.import_settle()?;
        register.batches_settle()?;
        register.record(Action::RegisterUnlocked, &[means.field()])?;
        register.checkpoint_daily()?;
        self.chosen().held = Held::Open(Arc::new(register));
        self.announce();
        Ok(())
    }

    /// One attempt at the slots, counted and slowed down.
    pub(crate) fn attempt(
        &self,
        dir: &Path,
        devices: DeviceFolder,
        staff_id: Option<StaffMemberId>,
        wrong: RegisterError,
        open: impl FnOnce(&KeySlots) -> Result<RootKey, VaultError>,
    ) -> Result<Attempt, RegisterError> {
        let mut throttle = Throttle::load(dir)?;
        if let Some(until) = throttle.wait_until(self.now_ms()) {
            let until = Instant(i64::try_from(until).unwrap_or(i64::MAX));
            return Err(RegisterError::WaitBeforeRetry { until });
        }
        let slots = KeySlots::open(dir, devices)?;
        match open(&slots) {
            Ok(root) => Ok(Attempt { slots, root, throttle }),
            Err(VaultError::WrongSecret) => {
                throttle.record_failure(self.now_ms(), staff_id.map(StaffMemberId::get))?;
                Err(wrong)
            }
            Err(error) => Err(error.into()),
        }
    }
}

/// An attempt that succeeded.
pub(crate) struct Attempt {
    pub slots: KeySlots,
    pub root: RootKey,
    /// The attempts before it that did not; they count until they are in the trail.
    pub throttle: Throttle,
}

/// Wrong attempts come into the trail with the next right one: before it there is no key to write with.
pub(crate) fn record_failures(register: &Register, mut throttle: Throttle) -> Result<(), RegisterError> {
    for tried in throttle.tried() {
        register.transact(|_| {
            let acted = Acted::new((), Action::SignInFailed).count(tried.failures).by_nobody();
            Ok(match tried.staff_id {
                Some(id) => acted.on(id).fields(["passphrase"]),
                None => acted.fields(["recovery_code"]),
            })
        })?;
    }
    Ok(throttle.clear()?)
}
