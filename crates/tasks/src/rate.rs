//! How fast a task goes: over the last seconds, not since its beginning.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use crate::Progress;

const WINDOW: Duration = Duration::from_secs(8);

/// Speed of a task from its recent reports.
#[derive(Debug, Default)]
pub struct Rate {
    reports: VecDeque<(Instant, Progress)>,
}

impl Rate {
    /// Notes a report made at `at`.
    pub fn note(&mut self, at: Instant, progress: Progress) {
        self.reports.push_back((at, progress));
        while self.reports.len() > 2
            && self.reports.get(1).is_some_and(|(second, _)| at.saturating_duration_since(*second) >= WINDOW)
        {
            self.reports.pop_front();
        }
    }

    /// Bytes a second over the last seconds; 0 while unknown.
    pub fn bytes_per_second(&self) -> u64 {
        self.per_second(|progress| progress.bytes_done)
    }

    /// Whole seconds until the end at the present speed, by bytes where they are counted; none while unknown.
    pub fn seconds_left(&self) -> Option<u32> {
        let (_, last) = self.reports.back()?;
        let (left, speed) = if last.bytes_total > 0 {
            (last.bytes_total.saturating_sub(last.bytes_done), self.bytes_per_second())
        } else {
            (last.total.saturating_sub(last.done), self.per_second(|progress| progress.done))
        };
        if speed == 0 { None } else { u32::try_from(left.div_ceil(speed)).ok() }
    }

    fn per_second(&self, of: impl Fn(&Progress) -> u64) -> u64 {
        let (Some((first_at, first)), Some((last_at, last))) = (self.reports.front(), self.reports.back())
        else {
            return 0;
        };
        let millis = last_at.saturating_duration_since(*first_at).as_millis();
        let grown = u128::from(of(last).saturating_sub(of(first)));
        (grown * 1000).checked_div(millis).map_or(0, |speed| u64::try_from(speed).unwrap_or(u64::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speed_is_that_of_the_last_seconds() {
        let start = Instant::now();
        let mut rate = Rate::default();
        let total = 100_000_000;
        // ten slow seconds, then ten fast ones
        for second in 0..=20u64 {
            let bytes_done = if second <= 10 { second * 1_000 } else { 10_000 + (second - 10) * 1_000_000 };
            let progress = Progress { bytes_done, bytes_total: total, ..Progress::default() };
            rate.note(start + Duration::from_secs(second), progress);
        }
        assert_eq!(rate.bytes_per_second(), 1_000_000);
        assert_eq!(rate.seconds_left(), Some(90));
    }

    #[test]
    fn nothing_is_said_before_there_is_a_speed() {
        let mut rate = Rate::default();
        rate.note(Instant::now(), Progress { total: 10, ..Progress::default() });
        assert_eq!(rate.seconds_left(), None);
        assert_eq!(rate.bytes_per_second(), 0);
    }
}
