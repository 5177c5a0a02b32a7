//! How the trail stands, for whoever looks at it.

use domain::Instant;
use store::{audit, checkpoints};

use super::ClockDoubt;
use crate::{Register, RegisterError};

/// The checkpoint that was made last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastCheckpoint {
    /// How many entries it covers.
    pub size: u64,
    /// When it was made.
    pub made_at: Instant,
}

/// How the trail stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrailState {
    /// Number of entries.
    pub entries: u64,
    /// The newest checkpoint; none before the first.
    pub checkpoint: Option<LastCheckpoint>,
    /// Why the clock is not relied on.
    pub clock_doubt: Option<ClockDoubt>,
}

impl Register {
    /// How the trail stands.
    ///
    /// # Errors
    /// Trouble with the disk.
    pub fn trail_state(&self) -> Result<TrailState, RegisterError> {
        let clock_doubt = self.clock_doubt()?;
        self.read(|tx| {
            let checkpoint = checkpoints::newest(tx)?
                .map(|newest| LastCheckpoint { size: newest.size, made_at: newest.made_at });
            Ok(TrailState { entries: audit::last_id(tx)?.unsigned_abs(), checkpoint, clock_doubt })
        })
    }
}
