//! How many frames are decoded at once.
//!
//! Decoding is most of an import's work and waits for nothing. Workers that all decode at the same time finish at the
//! same time, and then all wait for the disk; with a turn for each core, some decode while the others seal.
//! All imports of a register share them, so that several cards at once decode no more than one does.
//! Invariant: no more turns are out than there are.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Turns of which so many may be taken at once.
pub struct Turns {
    free: Mutex<usize>,
    given_back: Condvar,
}

/// A turn; given back when dropped.
pub struct Turn<'a>(&'a Turns);

impl Default for Turns {
    /// A turn for each core.
    fn default() -> Self {
        Self::new(std::thread::available_parallelism().map_or(1, usize::from))
    }
}

impl Turns {
    pub fn new(most: usize) -> Self {
        Self { free: Mutex::new(most.max(1)), given_back: Condvar::new() }
    }

    /// Waits for a turn.
    pub fn take(&self) -> Turn<'_> {
        let waited = self.given_back.wait_while(self.free(), |free| *free == 0);
        *waited.unwrap_or_else(PoisonError::into_inner) -= 1;
        Turn(self)
    }

    /// A turn, if one is free.
    pub fn try_take(&self) -> Option<Turn<'_>> {
        let mut free = self.free();
        *free = free.checked_sub(1)?;
        Some(Turn(self))
    }

    fn free(&self) -> MutexGuard<'_, usize> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        *self.0.free() += 1;
        self.0.given_back.notify_one();
    }
}
