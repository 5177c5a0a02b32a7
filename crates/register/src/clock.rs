//! The clock as a value, so that tests say what time it is.

use domain::Instant;
use jiff::{Timestamp, tz::TimeZone};

/// Where the studio's day begins and ends.
const ZONE: &str = "Europe/Helsinki";

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Instant;

    /// The calendar day in Finland, ISO: dates of agreements and numbers by year follow it.
    fn today(&self) -> String {
        let now = Timestamp::from_millisecond(self.now().millis()).unwrap_or(Timestamp::UNIX_EPOCH);
        TimeZone::get(ZONE).unwrap_or(TimeZone::UTC).to_datetime(now).date().to_string()
    }
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
