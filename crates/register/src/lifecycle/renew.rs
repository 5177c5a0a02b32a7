//! Another root key: whoever left may have kept the old one.
//!
//! The files are written anew under it, beside the old ones, while nobody writes; then one rename decides which count
//! (`store::epoch`). Killed before it, the old register is whole and the renewal still due; killed after it, the new one is.

use std::path::Path;
use std::sync::Arc;

use domain::Action;
use store::root_key::{self, RootKeyState};
use store::{Acted, Store, StoreError, StoreKeys, crash_point, epoch};
use vault::{Anchor, RootKey, VaultError};

use crate::anchor::{self, Guard, Witness};
use crate::error::RegisterError;
use crate::history::checkpoints::renew_key;
use crate::lifecycle::lock::when_free;
use crate::lifecycle::turn::Turn;
use crate::register::Register;
use crate::registers::{Held, Registers};
use crate::staff::slot_owners;

impl Register {
    /// When the root key was renewed, and whether it should be.
    ///
    /// # Errors
    /// Trouble with the disk.
    pub fn root_key_state(&self) -> Result<RootKeyState, RegisterError> {
        self.read(|tx| Ok(root_key::get(tx)?))
    }
}

impl Registers {
    /// Gives the open register another root key. Everybody's passphrase and the recovery code stay as they are; what was
    /// kept of the old key opens nothing that is written from now on.
    ///
    /// # Errors
    /// [`RegisterError::Locked`], [`RegisterError::NotTrusted`], [`RegisterError::TasksRunning`],
    /// [`RegisterError::RecoveryCodeNeeded`] when the code has not opened the register since slots have key pairs, or
    /// trouble with the disk; then the old key stays in force and the register open.
    pub fn root_key_renew(&self) -> Result<(), RegisterError> {
        self.renew_in(&self.transition())
    }

    /// As [`Self::root_key_renew`], within a turn that the caller has.
    pub(crate) fn renew_in(&self, _: &Turn) -> Result<(), RegisterError> {
        let register = self.open()?;
        if register.alarm().is_some() {
            return Err(RegisterError::NotTrusted);
        }
        let renewed = register.supersede(|| self.renewed(&register))?;
        let lock = renewed.store().lock().clone();
        self.chosen().held = Held::Open(Arc::new(renewed));
        // its files are removed, which Windows refuses while they are open
        drop(when_free(register));
        if let Err(error) = epoch::sweep(&lock) {
            tracing::warn!(%error, "files of the old root key stay until the register is opened again");
        }
        self.announce();
        Ok(())
    }

    /// The register under another root key, which counts when this returns.
    fn renewed(&self, register: &Register) -> Result<Register, RegisterError> {
        let store = register.store();
        if register.free_bytes()? < store.copy_needs()? {
            return Err(StoreError::DiskFull.into());
        }
        let root = RootKey::make_random();
        let files = epoch::make_next(store.lock())?;
        let made = self.make_renewed(register, root, &files);
        if made.is_err() && epoch::files_dir(store.dir())? != files {
            // what cannot be removed goes with the next attempt
            let _ = std::fs::remove_dir_all(&files);
        }
        made
    }

    fn make_renewed(
        &self,
        register: &Register,
        root: RootKey,
        files: &Path,
    ) -> Result<Register, RegisterError> {
        let old = register.store();
        let members = register.staff_list()?;
        let devices = self.devices(register.kind(), old.dir());
        let slots = self.slots_of(register)?.renew(register.root(), &root, &slot_owners(&members), files);
        let slots = slots.map_err(|error| match error {
            VaultError::LastRecoverySlot => RegisterError::RecoveryCodeNeeded,
            other => other.into(),
        })?;
        crash_point("renewal-slots-written");
        let keys = StoreKeys::derive(&root);
        old.copy_under(&keys, files)?;
        crash_point("renewal-copied");
        let store = Store::open_next(old.lock().clone(), files, &keys)?;
        let now_ms = self.now_ms();
        let state_in = |store: &Store| store.read(|tx| anchor::state_of(tx, slots.counter(), now_ms));
        let state = state_in(&store)?;
        if state != state_in(old)? {
            return Err(StoreError::Damaged.into());
        }
        let anchor = Anchor::create(files, &root.derive_anchor_key(), slots.register_id(), &state)?;
        let guard = Guard::new(Ok(anchor), slots.counter(), Witness::new(devices, slots.register_id()));
        let renewed = register.under(root, store).guarded(guard);
        renewed.transact(|tx| {
            root_key::set_renewed(tx)?;
            // whoever left knows the key that signs checkpoints too
            if renew_key(tx)? {
                return Ok(Acted::new((), Action::CheckpointKeyRenewed).and(Action::RootKeyRenewed));
            }
            Ok(Acted::new((), Action::RootKeyRenewed))
        })?;
        crash_point("renewal-before-switch");
        epoch::switch(old.lock(), files)?;
        crash_point("renewal-switched");
        renewed.follow_slots(&slots);
        Ok(renewed)
    }
}

#[cfg(test)]
mod tests;
