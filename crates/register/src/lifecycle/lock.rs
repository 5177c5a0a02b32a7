//! Locks the register: work stops, files close, keys are forgotten.

use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::error::RegisterError;
use crate::lifecycle::turn::Turn;
use crate::register::Register;
use crate::registers::{Held, Registers};

/// How long calls that are under way are waited for.
const PATIENCE: Duration = Duration::from_secs(5);

impl Registers {
    /// Locks. Running tasks are asked to stop and waited for; what they acknowledged is kept.
    ///
    /// # Errors
    /// [`RegisterError::Locked`] when no register is open, or trouble with the disk; the register is locked
    /// all the same.
    pub fn lock(&self) -> Result<(), RegisterError> {
        self.lock_in(&self.transition())
    }

    /// Locks within a turn that the caller has.
    pub(crate) fn lock_in(&self, _: &Turn) -> Result<(), RegisterError> {
        let register = self.open()?;
        register.refuse_tasks();
        self.chosen().held = Held::Nothing;
        let tasks = self.tasks();
        tasks.cancel_all_and_wait();
        for task in tasks.list() {
            tasks.dismiss(task.id);
        }
        let recorded = register.end();
        // no call waits for a picture any more, and none stays in a worker
        register.decoder().end();
        if let Some(register) = when_free(register) {
            register.close();
        }
        self.announce();
        recorded
    }
}

/// The register when the calls that hold it have ended, so that it can be closed. They can neither write nor start a task
/// any more. None when one of them takes too long.
pub(crate) fn when_free(mut register: Arc<Register>) -> Option<Register> {
    let begun = Instant::now();
    loop {
        match Arc::try_unwrap(register) {
            Ok(register) => return Some(register),
            Err(_) if begun.elapsed() > PATIENCE => {
                tracing::warn!("a call still holds the register that was locked");
                return None;
            }
            Err(still_held) => register = still_held,
        }
        std::thread::sleep(Duration::from_millis(1));
    }
}
