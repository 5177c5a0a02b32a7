//! One change of the registers' state at a time: making, confirming, unlocking, locking, choosing.
//!
//! A turn is owned, so that the task that makes the demonstration studio takes it along instead of waiting for it.
//! Invariant: no task waits for a turn; locking holds one while it waits for the tasks to end.

use std::sync::{Arc, Condvar, Mutex, PoisonError};

/// Gives out one turn at a time.
#[derive(Default)]
pub(crate) struct Turns {
    is_taken: Mutex<bool>,
    given_up: Condvar,
}

/// The right to change the state; given up when dropped.
pub(crate) struct Turn(Arc<Turns>);

impl Turns {
    /// Waits for the turn. Not to be called by a task.
    pub fn take(self: &Arc<Self>) -> Turn {
        let is_taken = self.is_taken.lock().unwrap_or_else(PoisonError::into_inner);
        let free = self.given_up.wait_while(is_taken, |is_taken| *is_taken);
        *free.unwrap_or_else(PoisonError::into_inner) = true;
        Turn(Arc::clone(self))
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *self.0.is_taken.lock().unwrap_or_else(PoisonError::into_inner) = false;
        self.0.given_up.notify_one();
    }
}
