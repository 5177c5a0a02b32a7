//! Locks the register: work stops, files close, keys are forgotten.

use std::sync::Arc;
use std::time::{Duration, Instant};

use domain::Action;

use crate::error::RegisterError;
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
        let _transition = self.transition();
        let register = {
            let mut chosen = self.chosen();
            match std::mem::replace(&mut chosen.held, Held::Nothing) {
                Held::Open(register) => register,
                other => {
                    chosen.held = other;
                    return Err(RegisterError::Locked);
                }
            }
        };
        let tasks = self.tasks();
        tasks.cancel_all_and_wait();
        for task in tasks.list() {
            tasks.dismiss(task.id);
        }
        let recorded = register.record(Action::RegisterLocked, &[]);
        close(register);
        self.announce();
        recorded
    }
}

/// Drops the register when the calls that hold it have ended, so that it is closed when this returns.
fn close(mut register: Arc<crate::register::Register>) {
    let begun = Instant::now();
    while let Err(still_held) = Arc::try_unwrap(register) {
        if begun.elapsed() > PATIENCE {
            tracing::warn!("a call still holds the register that was locked");
            return;
        }
        register = still_held;
        std::thread::sleep(Duration::from_millis(1));
    }
}
