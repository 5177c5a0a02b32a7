//! The recovery code typed back: the register gets its name and opens. Or is given up.

use std::fs;
use std::sync::Arc;

use vault::{Anchor, KeySlots, RecoveryCode};

use crate::anchor::{Guard, Witness};
use crate::error::RegisterError;
use crate::register::Register;
use crate::registers::{Held, RegisterKind, Registers, sync_dir};

impl Registers {
    /// Compares the typed code with the one on paper; when it is the same, the register is there and open.
    ///
    /// # Errors
    /// [`RegisterError::RecoveryCodeMistyped`], [`RegisterError::WrongRecoveryCode`],
    /// [`RegisterError::Absent`] when no register waits, or trouble with the disk.
    pub fn confirm(&self, typed: &str) -> Result<(), RegisterError> {
        let _transition = self.transition();
        let typed = RecoveryCode::parse(typed).map_err(|_| RegisterError::RecoveryCodeMistyped)?;
        {
            let chosen = self.chosen();
            let Held::Pending(pending) = &chosen.held else { return Err(RegisterError::Absent) };
            if !pending.code.matches(&typed) {
                return Err(RegisterError::WrongRecoveryCode);
            }
        }
        let held = std::mem::replace(&mut self.chosen().held, Held::Nothing);
        let Held::Pending(pending) = held else { return Err(RegisterError::Absent) };
        let register = self.settle(pending.register)?;
        self.chosen().held = Held::Open(Arc::new(register));
        self.announce();
        Ok(())
    }

    /// Gives up the register that waits for its code.
    ///
    /// # Errors
    /// [`RegisterError::Absent`] when none waits, or trouble with the disk.
    pub fn abandon(&self) -> Result<(), RegisterError> {
        let _transition = self.transition();
        {
            let mut chosen = self.chosen();
            if !matches!(chosen.held, Held::Pending(_)) {
                return Err(RegisterError::Absent);
            }
            chosen.held = Held::Nothing;
        }
        self.clear_unconfirmed(RegisterKind::Studio)?;
        self.announce();
        Ok(())
    }

    /// Gives an unconfirmed register its final name. Its files are closed for that: Windows moves no folder
    /// with open files in it.
    pub(crate) fn settle(&self, register: Register) -> Result<Register, RegisterError> {
        let kind = register.kind();
        let (signer, root, store) = register.into_parts();
        let lock = store.close();
        let unconfirmed = self.unconfirmed_dir(kind);
        let slots = KeySlots::open(&unconfirmed, self.devices(kind, &unconfirmed))?;
        if cfg!(windows) {
            drop(lock);
            fs::rename(self.unconfirmed_dir(kind), self.dir(kind))?;
        } else {
            // still taken, so that no program that starts now clears the folder away
            fs::rename(self.unconfirmed_dir(kind), self.dir(kind))?;
            drop(lock);
        }
        let dir = self.dir(kind);
        sync_dir(&self.data_dir)?;
        let store = Register::open_store(&dir, &root)?;
        let anchor = Anchor::open(&dir, &root.derive_anchor_key(), slots.register_id())?;
        let witness = Witness::new(self.devices(kind, &dir), slots.register_id());
        let guard = Guard::new(Ok(anchor), slots.counter(), witness);
        Ok(Register::new(kind, signer, root, store, self.around.clone()).guarded(guard))
    }
}
