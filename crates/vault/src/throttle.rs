//! Failed attempts to unlock slow down, also across restarts.
//!
//! The file `attempts` in the register's folder holds the number of failures, the time of the last one, and as whom they
//! were tried, for the trail: it can be written only once the register is open.
//! It hinders someone at the keyboard; someone with the files in hand is hindered by the key derivation, so
//! the file is not authenticated. A damaged one counts as [`FREE_FAILURES`] failures: the next wrong try waits.

use std::{
    io,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

use serde::{Deserialize, Serialize};

use crate::{
    durable::{read_bounded, replace_file, sync_dir},
    error::VaultError,
};

/// Name of the file in the register's folder.
pub const ATTEMPTS_FILE: &str = "attempts";

/// Failures that cost no wait.
pub const FREE_FAILURES: u32 = 2;

/// Bytes of a file that tells [`MOST_TRIED`] people apart, and some.
const LONGEST_FILE: u64 = 16 * 1024;

const LONGEST: Duration = Duration::from_secs(300);

/// The wait after so many failures in a row: none after the first two, then 2, 4, 8 ... seconds, at most
/// five minutes.
pub fn delay_after(failures: u32) -> Duration {
    let Some(step) = failures.checked_sub(FREE_FAILURES).filter(|&step| step > 0) else {
        return Duration::ZERO;
    };
    2u64.checked_pow(step).map_or(LONGEST, |seconds| Duration::from_secs(seconds).min(LONGEST))
}

/// As many people are told apart; the studio is far smaller, and the file is not authenticated.
const MOST_TRIED: usize = 100;

/// Failures of one kind since the last success.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tried {
    /// Row id of the member of staff as whom it was tried; none for the recovery code.
    pub staff_id: Option<i64>,
    /// How often.
    pub failures: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Attempts {
    failures: u32,
    last_at_ms: u64,
    #[serde(default)]
    tried: Vec<Tried>,
}

/// The failed attempts at one register.
#[derive(Debug)]
pub struct Throttle {
    path: PathBuf,
    failures: u32,
    last_at_ms: AtomicU64,
    tried: Vec<Tried>,
}

impl Throttle {
    /// Reads the attempts of the register in `dir`; no file means none.
    ///
    /// # Errors
    /// Trouble with the disk.
    pub fn load(dir: &Path) -> Result<Self, VaultError> {
        let path = dir.join(ATTEMPTS_FILE);
        let none = Attempts { failures: 0, last_at_ms: 0, tried: Vec::new() };
        let damaged = Attempts { failures: FREE_FAILURES, ..none.clone() };
        let mut attempts = match read_bounded(&path, LONGEST_FILE) {
            Ok(bytes) => serde_json::from_slice(&bytes).unwrap_or(damaged),
            Err(error) if error.kind() == io::ErrorKind::NotFound => none,
            Err(error) if error.kind() == io::ErrorKind::FileTooLarge => damaged,
            Err(error) => return Err(error.into()),
        };
        attempts.tried.truncate(MOST_TRIED);
        Ok(Self {
            path,
            failures: attempts.failures,
            last_at_ms: AtomicU64::new(attempts.last_at_ms),
            tried: attempts.tried,
        })
    }

    /// Failures since the last success.
    pub fn failures(&self) -> u32 {
        self.failures
    }

    /// As whom it was tried since the last success.
    pub fn tried(&self) -> &[Tried] {
        &self.tried
    }

    /// The moment (Unix ms) before which no attempt is taken, if it is still to come.
    ///
    /// A failure that lies in the future (the clock was set back) counts as one of this moment, so that the
    /// wait never exceeds the full delay.
    pub fn wait_until(&self, now_ms: u64) -> Option<u64> {
        let delay = u64::try_from(delay_after(self.failures).as_millis()).unwrap_or(u64::MAX);
        let last_at_ms = self.last_at_ms.fetch_min(now_ms, Ordering::Relaxed).min(now_ms);
        let until = last_at_ms.saturating_add(delay);
        (until > now_ms).then_some(until)
    }

    /// Counts a failure and writes it down before the answer is given.
    ///
    /// # Errors
    /// Trouble with the disk; the failure counts in memory all the same.
    pub fn record_failure(&mut self, now_ms: u64, staff_id: Option<i64>) -> Result<(), VaultError> {
        self.failures = self.failures.saturating_add(1);
        self.last_at_ms = AtomicU64::new(now_ms);
        if let Some(tried) = self.tried.iter_mut().find(|tried| tried.staff_id == staff_id) {
            tried.failures = tried.failures.saturating_add(1);
        } else if self.tried.len() < MOST_TRIED {
            self.tried.push(Tried { staff_id, failures: 1 });
        }
        let attempts = Attempts { failures: self.failures, last_at_ms: now_ms, tried: self.tried.clone() };
        let bytes = serde_json::to_vec(&attempts).map_err(io::Error::from)?;
        Ok(replace_file(&self.path, &bytes)?)
    }

    /// Forgets the failures after a success.
    ///
    /// # Errors
    /// Trouble with the disk; the failures are forgotten in memory all the same.
    pub fn clear(&mut self) -> Result<(), VaultError> {
        self.failures = 0;
        self.tried.clear();
        self.last_at_ms = AtomicU64::new(0);
        match std::fs::remove_file(&self.path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(error) => Err(error.into()),
            Ok(()) => Ok(self.path.parent().map_or(Ok(()), sync_dir)?),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delay_doubles_up_to_five_minutes() {
        let seconds: Vec<u64> = (0..13).map(|failures| delay_after(failures).as_secs()).collect();
        assert_eq!(seconds, [0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
        assert_eq!(delay_after(u32::MAX), LONGEST);
    }

    #[test]
    fn survives_a_restart_and_is_cleared_by_success() {
        let dir = tempfile::tempdir().unwrap();
        let mut throttle = Throttle::load(dir.path()).unwrap();
        assert_eq!(throttle.wait_until(1_000_000), None);
        for _ in 0..4 {
            throttle.record_failure(1_000_000, Some(41)).unwrap();
        }
        throttle.record_failure(1_000_000, None).unwrap();
        let mut again = Throttle::load(dir.path()).unwrap();
        assert_eq!(again.failures(), 5);
        let tried = |staff_id, failures| Tried { staff_id, failures };
        assert_eq!(again.tried(), [tried(Some(41), 4), tried(None, 1)]);
        assert_eq!(again.wait_until(1_000_000), Some(1_008_000));
        assert_eq!(again.wait_until(1_007_999), Some(1_008_000));
        assert_eq!(again.wait_until(1_008_000), None);
        again.clear().unwrap();
        again.clear().unwrap();
        assert_eq!(Throttle::load(dir.path()).unwrap().failures(), 0);
    }

    #[test]
    fn a_clock_set_back_does_not_lock_out() {
        let dir = tempfile::tempdir().unwrap();
        let mut throttle = Throttle::load(dir.path()).unwrap();
        for _ in 0..3 {
            throttle.record_failure(9_000_000_000, None).unwrap();
        }
        assert_eq!(throttle.wait_until(1_000), Some(3_000));
        assert_eq!(throttle.wait_until(2_999), Some(3_000));
        assert_eq!(throttle.wait_until(3_000), None);
    }

    #[test]
    fn a_damaged_file_gives_no_free_tries() {
        let dir = tempfile::tempdir().unwrap();
        for bad in ["", "{", "{\"failures\":-1,\"last_at_ms\":0}", &"9".repeat(50_000)] {
            std::fs::write(dir.path().join(ATTEMPTS_FILE), bad).unwrap();
            let mut throttle = Throttle::load(dir.path()).unwrap();
            assert_eq!(throttle.wait_until(5_000), None);
            throttle.record_failure(5_000, None).unwrap();
            assert_eq!(throttle.wait_until(5_000), Some(7_000));
        }
    }
}
