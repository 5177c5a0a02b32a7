//! Opens the register with somebody's passphrase or the recovery code; wrong ones slow down.

use std::path::Path;
use std::sync::Arc;

use domain::ids::StaffMemberId;
use domain::staff::{Signer, StaffMember, StaffStatus};
use domain::{Action, Instant};
use store::{Acted, epoch, staff};
use vault::{
    DeviceFolder, KeySlots, RecoveryCode, SecretString, SignIn, SlotCondition, SlotOwner, Throttle, Unlocked,
    VaultError,
};

use crate::anchor::{self, Guard, Witness};
use crate::error::RegisterError;
use crate::lifecycle::create::signed_in;
use crate::lifecycle::turn::Turn;
use crate::register::Register;
use crate::registers::{Held, Registers, State};
use crate::staff::slot_owners;

/// By what the register is opened.
#[derive(Clone, Copy)]
pub(crate) enum Means {
    Passphrase(Option<StaffMemberId>),
    Keychain(StaffMemberId),
    RecoveryCode,
}

impl Means {
    /// The field of the entry in the trail.
    pub fn field(self) -> &'static str {
        match self {
            Self::Passphrase(_) => "passphrase",
            Self::Keychain(_) => "keychain",
            Self::RecoveryCode => "recovery_code",
        }
    }

    fn staff_id(self) -> Option<StaffMemberId> {
        match self {
            Self::Passphrase(staff_id) => staff_id,
            Self::Keychain(staff_id) => Some(staff_id),
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
        Ok(KeySlots::open(&epoch::files_dir(&dir)?, self.devices(kind, &dir))?.sign_ins()?)
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

    /// Unlocks by whatever means within a turn that the caller has.
    pub(crate) fn unlock_by(
        &self,
        turn: &Turn,
        means: Means,
        wrong: RegisterError,
        open: impl FnOnce(&KeySlots) -> Result<Unlocked, VaultError>,
    ) -> Result<(), RegisterError> {
        match self.state() {
            State::Open => return Ok(()),
            State::Absent | State::Unconfirmed => return Err(RegisterError::Absent),
            State::Locked => {}
        }
        let kind = self.kind();
        let dir = self.dir(kind);
        let lock = store::lock_folder(&dir)?;
        let attempt = self.attempt(&dir, self.devices(kind, &dir), means.staff_id(), wrong, open)?;
        let Attempt { mut slots, unlocked, mut throttle } = attempt;
        let root = unlocked.root.clone();
        let witness = Witness::new(self.devices(kind, &dir), slots.register_id());
        let mut looked = anchor::look(&lock, &root, &slots, &witness)?;
        let foreign_logs = std::mem::take(&mut looked.foreign_logs);
        let store = Register::open_store_if(lock, &root, |tx| looked.judge(tx))?;
        let compared = store
            .read(|tx| looked.finish(store.files_dir(), &root, slots.register_id(), self.now_ms(), tx))?;
        let members = store.read(|tx| -> Result<_, RegisterError> { Ok(staff::list(tx)?) })?;
        let member = members.iter().find(|member| Some(member.id) == means.staff_id());
        let is_active = |member: &StaffMember| member.status == StaffStatus::Active;
        let is_refused = match means {
            Means::Passphrase(Some(_)) | Means::Keychain(_) => !member.is_some_and(is_active),
            // from before the register knew its staff
            Means::Passphrase(None) => members.iter().any(is_active),
            Means::RecoveryCode => false,
        };
        let signer = match member {
            Some(member) if !is_refused => signed_in(member.id, &member.fields),
            _ => Signer::KeyHolder,
        };
        let register = Register::new(kind, signer, root, store, self.around.clone())
            .guarded(Guard::new(compared, slots.counter(), witness))
            .opened_by_code(matches!(means, Means::RecoveryCode));
        if is_refused {
            // into the trail with the next who may
            let staff_id = means.staff_id().map(StaffMemberId::get);
            let recorded = throttle.record_failure(self.now_ms(), staff_id);
            register.close();
            recorded?;
            return Err(RegisterError::AccountNotActive);
        }
        if let Some(alarm) = register.alarm() {
            tracing::error!(alarm = alarm.code(), "opened to be looked at only");
        } else if let Err(error) =
            settle(&register, (&mut slots, &unlocked), &slot_owners(&members), throttle, &foreign_logs, means)
        {
            register.close();
            return Err(error);
        }
        let is_trusted = register.alarm().is_none();
        if is_trusted && let Err(error) = epoch::sweep(register.store().lock()) {
            tracing::warn!(%error, "files of an old root key stay");
        }
        self.chosen().held = Held::Open(Arc::new(register));
        if is_trusted {
            self.renew_if_due(turn);
        }
        self.announce();
        Ok(())
    }

    /// Ends a renewal of the root key that was cut off. It stays due when it cannot be ended now.
    fn renew_if_due(&self, turn: &Turn) {
        let is_due = |register: Arc<Register>| Ok(register.root_key_state()?.due_since.is_some());
        match self.open().and_then(is_due) {
            Ok(false) => {}
            Ok(true) => {
                if let Err(error) = self.renew_in(turn) {
                    tracing::warn!(%error, "the root key is still to be renewed");
                }
            }
            Err(error) => tracing::warn!(%error, "whether the root key is to be renewed is unknown"),
        }
    }

    /// One attempt at the slots, counted and slowed down.
    pub(crate) fn attempt(
        &self,
        dir: &Path,
        devices: DeviceFolder,
        staff_id: Option<StaffMemberId>,
        wrong: RegisterError,
        open: impl FnOnce(&KeySlots) -> Result<Unlocked, VaultError>,
    ) -> Result<Attempt, RegisterError> {
        let mut throttle = Throttle::load(dir)?;
        if let Some(until) = throttle.wait_until(self.now_ms()) {
            let until = Instant(i64::try_from(until).unwrap_or(i64::MAX));
            return Err(RegisterError::WaitBeforeRetry { until });
        }
        let slots = KeySlots::open(&epoch::files_dir(dir)?, devices)?;
        match open(&slots) {
            Ok(unlocked) => Ok(Attempt { slots, unlocked, throttle }),
            Err(VaultError::WrongSecret) => {
                throttle.record_failure(self.now_ms(), staff_id.map(StaffMemberId::get))?;
                Err(wrong)
            }
            Err(error) => Err(error.into()),
        }
    }
}

/// What a register needs before it is worked with: its slots and what an earlier run left are put in order, and the trail
/// says how it was opened.
fn settle(
    register: &Register,
    (slots, unlocked): (&mut KeySlots, &Unlocked),
    people: &[SlotOwner<'_>],
    throttle: Throttle,
    foreign_logs: &[&'static str],
    means: Means,
) -> Result<(), RegisterError> {
    register.clock_look()?;
    record_failures(register, throttle)?;
    if slots.condition() != SlotCondition::Whole {
        tracing::warn!(condition = ?slots.condition(), "key slots mended");
        slots.repair(register.root())?;
    }
    slots.refresh(unlocked)?;
    slots.keep_people(register.root(), people)?;
    register.follow_slots(slots);
    for name in foreign_logs {
        register.transact(|_| Ok(Acted::new((), Action::ForeignLogSetAside).fields([*name]).by_nobody()))?;
    }
    register.import_settle()?;
    register.batches_settle()?;
    register.record(Action::RegisterUnlocked, &[means.field()])?;
    register.checkpoint_daily()
}

/// An attempt that succeeded.
pub(crate) struct Attempt {
    pub slots: KeySlots,
    pub unlocked: Unlocked,
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
