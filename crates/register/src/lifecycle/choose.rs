//! Which of the computer's registers is shown.

use crate::error::RegisterError;
use crate::registers::{Held, RegisterKind, Registers};

impl Registers {
    /// Shows another register; an open one is locked first.
    ///
    /// # Errors
    /// [`RegisterError::Absent`] for a demonstration studio that was never made, [`RegisterError::Exists`]
    /// while a new register waits for its recovery code, or trouble with the disk.
    pub fn choose(&self, kind: RegisterKind) -> Result<(), RegisterError> {
        let turn = self.transition();
        if self.kind() == kind {
            return Ok(());
        }
        if kind == RegisterKind::Demonstration && !self.dir(kind).exists() {
            return Err(RegisterError::Absent);
        }
        if matches!(self.chosen().held, Held::Pending(_)) {
            return Err(RegisterError::Exists);
        }
        match self.lock_in(&turn) {
            Ok(()) | Err(RegisterError::Locked) => {}
            Err(error) => return Err(error),
        }
        self.chosen().kind = kind;
        self.announce();
        Ok(())
    }
}
