//! Whether the register is as it was left: what its anchor remembers against what is there.
//!
//! The databases prove that their pages are genuine, not that they are the newest. The anchor beside them does: the
//! newest audit entry, the key slots' counter, a digest of the staff, and what the files were when the register was
//! closed. Invariant: it is moved on after each commit, so a database behind it has lost something.
//!
//! A register that fails the comparison opens to be looked at and writes nothing, until its owner accepts it as it is.
//! Beside its device secret each computer remembers how far the register had come when it last closed it, so that a folder
//! that was put back whole is noticed too.
//!
//! Not seen: a folder put back whole on a computer that has not seen what came after, and pages replayed after the program
//! was killed, as long as the trail and the staff are none of them.

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use domain::ids::AuditEntryId;
use domain::{Action, Entity, Instant};
use store::{
    Acted, FolderLock, KEYS_FILE, REGISTER_FILE, ReadTx, Trust, audit, epoch, has_log, schema, set_log_aside,
    staff,
};
use vault::{
    Anchor, AnchorCondition, AnchorState, ClosedFiles, DeviceFolder, KeySlots, RootKey, Seen, VaultError,
    hash_file,
};

use crate::history::checkpoints;
use crate::{Register, RegisterError, Registers};

/// Why a register is not trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alarm {
    /// The anchor is gone.
    AnchorMissing,
    /// The anchor cannot be read.
    AnchorDamaged,
    /// The newest entries of the trail are missing: an older register was put back, or its end was lost.
    Behind {
        /// The newest entry that is there; 0 for none.
        last: u64,
        /// The newest that there was.
        remembered: u64,
    },
    /// An entry of the trail is not the one that was written.
    EntryChanged {
        /// Its number.
        entry: u64,
    },
    /// What was signed of the trail does not hold.
    CheckpointFalse,
    /// The key slots are older than they were.
    SlotsOlder,
    /// The staff are not those that were stored.
    StaffChanged,
    /// `register.db` was changed while the register was closed.
    RegisterChanged,
    /// `keys.db` was changed while the register was closed.
    KeyListChanged,
}

impl Alarm {
    /// Stable code; texts `alarm-<code>`, and the name in the trail when it is accepted.
    pub const fn code(self) -> &'static str {
        match self {
            Self::AnchorMissing => "anchor_missing",
            Self::AnchorDamaged => "anchor_damaged",
            Self::Behind { .. } => "behind",
            Self::EntryChanged { .. } => "entry_changed",
            Self::CheckpointFalse => "checkpoint_false",
            Self::SlotsOlder => "slots_older",
            Self::StaffChanged => "staff_changed",
            Self::RegisterChanged => "register_changed",
            Self::KeyListChanged => "key_list_changed",
        }
    }

    /// Whether it is the trail that is not what it was.
    const fn is_of_trail(self) -> bool {
        matches!(self, Self::Behind { .. } | Self::EntryChanged { .. } | Self::CheckpointFalse)
    }
}

/// The first version of the slot file that is written by programs that keep an anchor.
const ANCHORED_SLOTS: u32 = 3;

/// What is known of a register that is about to be opened.
pub(crate) struct Looked {
    /// None for a register from before there were anchors.
    anchor: Result<Option<Anchor>, Alarm>,
    slots_counter: u64,
    /// Whether the trail was followed from its newest checkpoint.
    has_followed: bool,
    /// What this computer has seen of it.
    seen: Seen,
    /// Databases beside which a log had appeared while they were closed.
    pub foreign_logs: Vec<&'static str>,
}

/// Reads the anchor of a locked register and compares the closed files. The folder is held by `lock`, so that nobody
/// changes it meanwhile.
///
/// A log that appeared beside a closed database that is still what it was is no part of the register: it is set aside,
/// lest it be taken for the newest changes.
pub(crate) fn look(
    lock: &FolderLock,
    root: &RootKey,
    slots: &KeySlots,
    witness: &Witness,
) -> Result<Looked, RegisterError> {
    let dir = &epoch::files_dir(lock.dir())?;
    let mut looked = Looked {
        anchor: Ok(None),
        slots_counter: slots.counter(),
        has_followed: false,
        seen: witness.seen(),
        foreign_logs: Vec::new(),
    };
    if slots.counter() < looked.seen.slots_counter {
        looked.anchor = Err(Alarm::SlotsOlder);
        return Ok(looked);
    }
    looked.anchor = match Anchor::open(dir, &root.derive_anchor_key(), slots.register_id()) {
        Ok(anchor) => {
            if anchor.condition() != AnchorCondition::Whole {
                tracing::warn!(condition = ?anchor.condition(), "one record of the anchor is faulty");
            }
            looked.compare_closed(dir, anchor)?
        }
        // judged by the slots, which the root key authenticates, and not by the database that may have been put back
        Err(VaultError::AnchorMissing) if slots.version() < ANCHORED_SLOTS => Ok(None),
        Err(VaultError::AnchorMissing) => Err(Alarm::AnchorMissing),
        Err(VaultError::AnchorDamaged { .. }) => Err(Alarm::AnchorDamaged),
        Err(error) => return Err(error.into()),
    };
    Ok(looked)
}

/// Hashes of the databases, which nothing has open.
pub(crate) fn closed_files(dir: &Path) -> Result<ClosedFiles, RegisterError> {
    Ok(ClosedFiles {
        register: hash_file(&dir.join(REGISTER_FILE))?,
        key_list: hash_file(&dir.join(KEYS_FILE))?,
    })
}

impl Looked {
    fn compare_closed(
        &mut self,
        dir: &Path,
        anchor: Anchor,
    ) -> Result<Result<Option<Anchor>, Alarm>, RegisterError> {
        let state = *anchor.state();
        if self.slots_counter < state.slots_counter {
            return Ok(Err(Alarm::SlotsOlder));
        }
        let Some(remembered) = state.files else { return Ok(Ok(Some(anchor))) };
        let is_there = closed_files(dir)?;
        if is_there.register != remembered.register {
            return Ok(Err(Alarm::RegisterChanged));
        }
        if is_there.key_list != remembered.key_list {
            return Ok(Err(Alarm::KeyListChanged));
        }
        for name in [REGISTER_FILE, KEYS_FILE] {
            if has_log(dir, name) {
                let aside = set_log_aside(dir, name)?;
                tracing::warn!(aside = ?aside.file_name(), "a log had appeared beside a closed database");
                self.foreign_logs.push(name);
            }
        }
        Ok(Ok(Some(anchor)))
    }

    /// Compares the register as it was found, at whatever schema. One that is trusted counts as open from then on.
    pub fn judge(&mut self, tx: &ReadTx<'_>) -> Result<Trust, RegisterError> {
        if let Ok(Some(anchor)) = &self.anchor
            && let Some(alarm) = compare_open(anchor.state(), tx)?
        {
            self.anchor = Err(alarm);
        }
        if self.anchor.is_ok() {
            let (last, remembered) = (audit::last_id(tx)?.unsigned_abs(), self.seen.sequence);
            if last < remembered {
                self.anchor = Err(Alarm::Behind { last, remembered });
            }
        }
        // a register from before there were checkpoints is followed when it is up to date
        if self.anchor.is_ok() && schema::knows(tx, "checkpoints")? {
            self.judge_trail(tx)?;
        }
        if let Ok(Some(anchor)) = &mut self.anchor {
            let state = *anchor.state();
            anchor.advance(&AnchorState { files: None, ..state })?;
        }
        Ok(if self.anchor.is_ok() { Trust::Full } else { Trust::None })
    }

    /// Follows the trail from its newest checkpoint.
    fn judge_trail(&mut self, tx: &ReadTx<'_>) -> Result<(), RegisterError> {
        self.has_followed = true;
        if let Some(alarm) = checkpoints::judge(tx)? {
            self.anchor = Err(alarm);
        }
        Ok(())
    }

    /// The anchor to go on with, or the alarm. A register from before there were anchors gets its first.
    pub fn finish(
        mut self,
        dir: &Path,
        root: &RootKey,
        register_id: [u8; 16],
        now_ms: u64,
        tx: &ReadTx<'_>,
    ) -> Result<Result<Anchor, Alarm>, RegisterError> {
        if self.anchor.is_ok() && !self.has_followed {
            self.judge_trail(tx)?;
        }
        Ok(match self.anchor {
            Ok(Some(anchor)) => Ok(anchor),
            Ok(None) => {
                let state = state_of(tx, self.slots_counter, now_ms)?;
                Ok(Anchor::create(dir, &root.derive_anchor_key(), register_id, &state)?)
            }
            Err(alarm) => Err(alarm),
        })
    }
}

fn compare_open(remembered: &AnchorState, tx: &ReadTx<'_>) -> Result<Option<Alarm>, RegisterError> {
    let last = audit::last_id(tx)?.unsigned_abs();
    if last < remembered.sequence {
        return Ok(Some(Alarm::Behind { last, remembered: remembered.sequence }));
    }
    let entry = AuditEntryId(i64::try_from(remembered.sequence).unwrap_or(i64::MAX));
    if audit::hash_of(tx, entry)? != Some(remembered.head) {
        return Ok(Some(Alarm::EntryChanged { entry: remembered.sequence }));
    }
    if !schema::knows(tx, "staff_members")? {
        return Ok(Some(Alarm::RegisterChanged));
    }
    let is_touched = audit::is_touched_since(tx, Entity::StaffMember, entry)?;
    let has_changed = !is_touched && staff::digest(tx)? != remembered.security_digest;
    Ok(has_changed.then_some(Alarm::StaffChanged))
}

/// The register as it is now, open.
pub(crate) fn state_of(
    tx: &ReadTx<'_>,
    slots_counter: u64,
    now_ms: u64,
) -> Result<AnchorState, RegisterError> {
    let (id, head) = audit::head(tx)?.unwrap_or((AuditEntryId(0), [0; 32]));
    Ok(AnchorState {
        sequence: id.get().unsigned_abs(),
        head,
        slots_counter,
        security_digest: staff::digest(tx)?,
        files: None,
        at_ms: now_ms,
    })
}

/// Where this computer remembers how far a register has come.
pub(crate) struct Witness {
    folder: DeviceFolder,
    register_id: [u8; 16],
}

impl Witness {
    pub fn new(folder: DeviceFolder, register_id: [u8; 16]) -> Self {
        Self { folder, register_id }
    }

    fn seen(&self) -> Seen {
        self.folder.seen(&self.register_id)
    }

    /// Remembers it; where that cannot be written, what was remembered before stays, which is no alarm.
    fn remember(&self, state: &AnchorState) {
        let seen = Seen { slots_counter: state.slots_counter, sequence: state.sequence };
        if let Err(error) = self.folder.remember(&self.register_id, seen) {
            tracing::warn!(%error, "this computer does not remember how far the register has come");
        }
    }
}

/// The anchor of an open register, or why it is not trusted.
#[derive(Default)]
pub(crate) struct Guard {
    anchor: Mutex<Option<Anchor>>,
    alarm: Option<Alarm>,
    slots_counter: AtomicU64,
    witness: Option<Witness>,
}

impl Guard {
    pub fn new(compared: Result<Anchor, Alarm>, slots_counter: u64, witness: Witness) -> Self {
        let (anchor, alarm) = match compared {
            Ok(anchor) => (Some(anchor), None),
            Err(alarm) => (None, Some(alarm)),
        };
        Self {
            anchor: Mutex::new(anchor),
            alarm,
            slots_counter: AtomicU64::new(slots_counter),
            witness: Some(witness),
        }
    }

    pub fn slots_counter(&self) -> u64 {
        self.slots_counter.load(Ordering::Acquire)
    }

    pub fn alarm(&self) -> Option<Alarm> {
        self.alarm
    }

    /// What the anchor is to remember of the register in this view.
    pub fn state_in(&self, tx: &ReadTx<'_>, now: Instant) -> Result<AnchorState, RegisterError> {
        state_of(tx, self.slots_counter(), now.millis().unsigned_abs())
    }

    /// Moves the anchor on, unless another write was quicker and moved it further; gives what it remembers then. One that
    /// cannot be written stays behind, which is no alarm.
    pub fn move_to(&self, state: AnchorState) -> Option<AnchorState> {
        let mut anchor = self.anchor.lock().unwrap_or_else(PoisonError::into_inner);
        let anchor = anchor.as_mut()?;
        if state.sequence >= anchor.state().sequence {
            anchor
                .advance(&state)
                .inspect_err(|error| tracing::warn!(%error, "the anchor stays behind"))
                .ok()?;
        }
        Some(*anchor.state())
    }

    /// The databases in `dir` are closed: remembers what they are. While changes still lie in a log, as on a full disk,
    /// the files are not yet what they will be, and stay unknown; so they do when the disk has refused a write, for what is
    /// read of them may not be what is stored.
    pub fn close(&self, dir: &Path, is_doubtful: bool) -> Result<(), RegisterError> {
        let mut anchor = self.anchor.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(anchor) = anchor.as_mut() else { return Ok(()) };
        let is_whole = !is_doubtful && !has_log(dir, REGISTER_FILE) && !has_log(dir, KEYS_FILE);
        let files = if is_whole { Some(closed_files(dir)?) } else { None };
        let state = AnchorState { files, ..*anchor.state() };
        anchor.advance(&state)?;
        anchor.sync()?;
        self.remember(&state);
        Ok(())
    }

    /// This computer remembers how far the register has come.
    fn remember(&self, state: &AnchorState) {
        if let Some(witness) = &self.witness {
            witness.remember(state);
        }
    }
}

impl Register {
    /// Why the register may only be looked at, if it is so.
    pub fn alarm(&self) -> Option<Alarm> {
        self.guard().alarm()
    }

    /// Refuses key slots that are older than they were: somebody put them back while the register was open, and whoever
    /// they let in again is not taken along into what is written next.
    ///
    /// # Errors
    /// [`RegisterError::NotTrusted`].
    pub(crate) fn check_slots(&self, slots: &KeySlots) -> Result<(), RegisterError> {
        if slots.counter() < self.guard().slots_counter() { Err(RegisterError::NotTrusted) } else { Ok(()) }
    }

    /// The key slots were changed.
    pub(crate) fn follow_slots(&self, slots: &KeySlots) {
        let guard = self.guard();
        guard.slots_counter.store(slots.counter(), Ordering::Release);
        let moved = self.read(|tx| guard.state_in(tx, self.now())).map(|state| guard.move_to(state));
        match moved {
            Ok(Some(state)) => guard.remember(&state),
            Ok(None) => {}
            Err(error) => tracing::warn!(%error, "the anchor stays behind"),
        }
    }
}

impl Registers {
    /// Accepts a register that is not what its anchor remembers, as it is: notes it in the trail, remembers the register
    /// anew, and locks it. Does nothing where there is no alarm. Takes the recovery code for key: the roles that the
    /// register knows are part of what is not trusted.
    ///
    /// # Errors
    /// [`RegisterError::Locked`], [`RegisterError::RecoveryCodeNeeded`], or trouble with the disk; then the alarm stays, and
    /// the register is locked all the same.
    pub fn alarm_accept(&self) -> Result<(), RegisterError> {
        let turn = self.transition();
        let register = self.open()?;
        let Some(alarm) = register.alarm() else { return Ok(()) };
        if !register.is_by_code() {
            return Err(RegisterError::RecoveryCodeNeeded);
        }
        let accepted = self.accept(&register, alarm);
        drop(register);
        let locked = self.lock_in(&turn);
        accepted.and(locked)
    }

    /// The entry first: an anchor that was made anew without it would hide that there was an alarm.
    fn accept(&self, register: &Register, alarm: Alarm) -> Result<(), RegisterError> {
        register.write_despite_alarm(|_| Ok(Acted::new((), Action::AlarmAccepted).fields([alarm.code()])))?;
        if alarm.is_of_trail() {
            register.checkpoint_as_it_is()?;
        }
        let (dir, files) = (register.store().dir(), register.store().files_dir());
        let slots = KeySlots::open(files, self.devices(register.kind(), dir))?;
        let now_ms = register.now().millis().unsigned_abs();
        let state = register.read(|tx| state_of(tx, slots.counter(), now_ms))?;
        Anchor::reset(files, &register.root().derive_anchor_key(), slots.register_id(), &state)?;
        register.guard().remember(&state);
        Ok(())
    }
}

#[cfg(test)]
mod tests;
