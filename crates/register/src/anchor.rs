//! Whether the register is as it was left: what its anchor remembers against what is there.
//!
//! The databases prove that their pages are genuine, not that they are the newest. The anchor beside them does: the
//! newest audit entry, the key slots' counter, a digest of the staff, and what the files were when the register was
//! closed. Invariant: it is moved on after each commit, so a database behind it has lost something.
//!
//! A register that fails the comparison opens to be looked at and writes nothing, until its owner accepts it as it is.
//! Not seen: all files of the folder put back together, and pages replayed after the program was killed, as long as the
//! trail and the staff are none of them.

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError, RwLock};

use domain::ids::AuditEntryId;
use domain::{Action, Entity};
use store::{KEYS_FILE, REGISTER_FILE, ReadTx, audit, staff};
use vault::{Anchor, AnchorCondition, AnchorState, ClosedFiles, KeySlots, RootKey, VaultError, hash_file};

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

/// What is known before the databases are opened.
pub(crate) struct Looked {
    anchor: Result<Anchor, Alarm>,
    slots_counter: u64,
}

/// Reads the anchor of a locked register and compares the closed files; from then on the register counts as open.
pub(crate) fn look(dir: &Path, root: &RootKey, slots: &KeySlots) -> Result<Looked, RegisterError> {
    let slots_counter = slots.counter();
    let anchor = match Anchor::open(dir, &root.derive_anchor_key(), slots.register_id()) {
        Ok(anchor) => {
            if anchor.condition() != AnchorCondition::Whole {
                tracing::warn!(condition = ?anchor.condition(), "one record of the anchor is faulty");
            }
            anchor
        }
        Err(VaultError::AnchorMissing) => {
            return Ok(Looked { anchor: Err(Alarm::AnchorMissing), slots_counter });
        }
        Err(VaultError::AnchorDamaged { .. }) => {
            return Ok(Looked { anchor: Err(Alarm::AnchorDamaged), slots_counter });
        }
        Err(error) => return Err(error.into()),
    };
    Ok(Looked { anchor: compare_closed(dir, anchor, slots_counter)?, slots_counter })
}

fn compare_closed(
    dir: &Path,
    mut anchor: Anchor,
    slots_counter: u64,
) -> Result<Result<Anchor, Alarm>, RegisterError> {
    let state = *anchor.state();
    if slots_counter < state.slots_counter {
        return Ok(Err(Alarm::SlotsOlder));
    }
    let Some(remembered) = state.files else { return Ok(Ok(anchor)) };
    let is_there = closed_files(dir)?;
    // a log that has appeared beside a closed file would be taken for its newest changes
    let has_log = |name: &str| dir.join(format!("{name}-wal")).metadata().is_ok_and(|log| log.len() > 0);
    if is_there.register != remembered.register || has_log(REGISTER_FILE) {
        return Ok(Err(Alarm::RegisterChanged));
    }
    if is_there.key_list != remembered.key_list || has_log(KEYS_FILE) {
        return Ok(Err(Alarm::KeyListChanged));
    }
    anchor.advance(&AnchorState { files: None, ..state })?;
    Ok(Ok(anchor))
}

/// Hashes of the databases, which nothing has open.
pub(crate) fn closed_files(dir: &Path) -> Result<ClosedFiles, RegisterError> {
    Ok(ClosedFiles {
        register: hash_file(&dir.join(REGISTER_FILE))?,
        key_list: hash_file(&dir.join(KEYS_FILE))?,
    })
}

impl Looked {
    /// Compares the open register; gives its anchor, or the alarm. A register from before there were anchors gets
    /// its first.
    pub fn compare(
        self,
        dir: &Path,
        root: &RootKey,
        register_id: [u8; 16],
        now_ms: u64,
        tx: &ReadTx<'_>,
    ) -> Result<Result<Anchor, Alarm>, RegisterError> {
        let anchor = match self.anchor {
            Ok(anchor) => anchor,
            Err(Alarm::AnchorMissing) if !audit::is_anchored(tx)? => {
                let state = state_of(tx, self.slots_counter, now_ms)?;
                return Ok(Ok(Anchor::create(dir, &root.derive_anchor_key(), register_id, &state)?));
            }
            Err(alarm) => return Ok(Err(alarm)),
        };
        let remembered = anchor.state();
        let last = audit::head(tx)?.map_or(0, |(id, _)| id.get().unsigned_abs());
        if last < remembered.sequence {
            return Ok(Err(Alarm::Behind { last, remembered: remembered.sequence }));
        }
        let entry = AuditEntryId(i64::try_from(remembered.sequence).unwrap_or(i64::MAX));
        if audit::hash_of(tx, entry)? != Some(remembered.head) {
            return Ok(Err(Alarm::EntryChanged { entry: remembered.sequence }));
        }
        let is_touched = audit::is_touched_since(tx, Entity::StaffMember, entry)?;
        if !is_touched && staff::digest(tx)? != remembered.security_digest {
            return Ok(Err(Alarm::StaffChanged));
        }
        Ok(Ok(anchor))
    }
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

/// The anchor of an open register, or why it is not trusted.
#[derive(Default)]
pub(crate) struct Guard {
    anchor: Mutex<Option<Anchor>>,
    alarm: RwLock<Option<Alarm>>,
    slots_counter: AtomicU64,
}

impl Guard {
    pub fn new(compared: Result<Anchor, Alarm>, slots_counter: u64) -> Self {
        let (anchor, alarm) = match compared {
            Ok(anchor) => (Some(anchor), None),
            Err(alarm) => (None, Some(alarm)),
        };
        Self {
            anchor: Mutex::new(anchor),
            alarm: RwLock::new(alarm),
            slots_counter: AtomicU64::new(slots_counter),
        }
    }

    pub fn alarm(&self) -> Option<Alarm> {
        *self.alarm.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Moves the anchor on to what the register holds now. One that cannot be written stays behind, which is no alarm.
    pub fn follow(&self, register: &Register) {
        let mut anchor = self.anchor.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(anchor) = anchor.as_mut() else { return };
        let moved = self.state(register).and_then(|state| Ok(anchor.advance(&state)?));
        if let Err(error) = moved {
            tracing::warn!(%error, "the anchor stays behind");
        }
    }

    fn state(&self, register: &Register) -> Result<AnchorState, RegisterError> {
        let now_ms = register.now().millis().unsigned_abs();
        let slots_counter = self.slots_counter.load(Ordering::Acquire);
        register.read(|tx| state_of(tx, slots_counter, now_ms))
    }

    /// The databases in `dir` are closed: remembers what they are.
    pub fn close(self, dir: &Path) -> Result<(), RegisterError> {
        let anchor = self.anchor.into_inner().unwrap_or_else(PoisonError::into_inner);
        let Some(mut anchor) = anchor else { return Ok(()) };
        let state = AnchorState { files: Some(closed_files(dir)?), ..*anchor.state() };
        anchor.advance(&state)?;
        Ok(anchor.sync()?)
    }
}

impl Register {
    /// Why the register may only be looked at, if it is so.
    pub fn alarm(&self) -> Option<Alarm> {
        self.guard().alarm()
    }

    /// The key slots were changed.
    pub(crate) fn follow_slots(&self, slots: &KeySlots) {
        self.guard().slots_counter.store(slots.counter(), Ordering::Release);
        self.guard().follow(self);
    }
}

impl Registers {
    /// Accepts a register that is not what its anchor remembers, as it is: notes it in the trail, remembers the register
    /// anew, and locks it. Does nothing where there is no alarm.
    ///
    /// # Errors
    /// [`RegisterError::Locked`], or trouble with the disk.
    pub fn alarm_accept(&self) -> Result<(), RegisterError> {
        let turn = self.transition();
        let register = self.open()?;
        let Some(alarm) = register.alarm() else { return Ok(()) };
        let dir = register.store().dir();
        let slots = KeySlots::open(dir, self.devices(register.kind(), dir))?;
        let guard = register.guard();
        guard.slots_counter.store(slots.counter(), Ordering::Release);
        let state = guard.state(&register)?;
        let anchor = Anchor::reset(dir, &register.root().derive_anchor_key(), slots.register_id(), &state)?;
        *guard.anchor.lock().unwrap_or_else(PoisonError::into_inner) = Some(anchor);
        *guard.alarm.write().unwrap_or_else(PoisonError::into_inner) = None;
        register.record(Action::AlarmAccepted, &[alarm.code()])?;
        if alarm.is_of_trail() {
            register.checkpoint_as_it_is()?;
        }
        drop(register);
        self.lock_in(&turn)
    }
}

#[cfg(test)]
mod tests;
