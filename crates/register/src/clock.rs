//! The clock as a value, so that tests say what time it is.

use domain::Instant;
use jiff::{Timestamp, civil::DateTime, tz::TimeZone};

/// Where the studio's day begins and ends.
const ZONE: &str = "Europe/Helsinki";

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Instant;

    /// The calendar day in Finland, ISO: dates of agreements and numbers by year follow it.
    fn today(&self) -> String {
        day_of(self.now())
    }
}

/// The calendar day of a moment in Finland, ISO.
pub(crate) fn day_of(at: Instant) -> String {
    local(at).date().to_string()
}

/// A moment as the clocks in Finland tell it.
pub(crate) fn local(at: Instant) -> DateTime {
    let at = Timestamp::from_millisecond(at.millis()).unwrap_or(Timestamp::UNIX_EPOCH);
    TimeZone::get(ZONE).unwrap_or(TimeZone::UTC).to_datetime(at)
}

/// The computer's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Instant {
        Instant(Timestamp::now().as_millisecond())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct At(i64);

    impl Clock for At {
        fn now(&self) -> Instant {
            Instant(self.0)
        }
    }

    #[test]
    fn the_day_changes_at_finnish_midnight() {
        // 2026-09-03T20:59:59Z is one second before midnight in Finland (summer time)
        assert_eq!(At(1_788_469_199_000).today(), "2026-09-03");
        assert_eq!(At(1_788_469_200_000).today(), "2026-09-04");
    }
}
