//! Points in time as the register stores them.

/// Milliseconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(pub i64);

impl Instant {
    /// Milliseconds since the Unix epoch, UTC.
    pub const fn millis(self) -> i64 {
        self.0
    }
}

/// How a clock told a time that cannot have come next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockJump {
    /// It tells an earlier time than it did.
    Backward,
    /// It tells a much later time: it was set, or nobody was there for days.
    Forward,
}

impl ClockJump {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Backward, Self::Forward];
    /// A clock that is set to the right second by the system goes back by less, in ms.
    pub const BACK: i64 = 60_000;
    /// A clock that is ahead by more is asked about, in ms: 48 hours.
    pub const AHEAD: i64 = 48 * 3_600_000;

    /// Stable code, as the trail names it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Backward => "backward",
            Self::Forward => "forward",
        }
    }

    /// The one of a stored code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|jump| jump.code() == code)
    }

    /// Whether a clock that should tell `expected` and tells `told` has jumped.
    pub fn between(expected: Instant, told: Instant) -> Option<Self> {
        let ahead = told.millis().saturating_sub(expected.millis());
        match ahead {
            ..0 if ahead < -Self::BACK => Some(Self::Backward),
            _ if ahead > Self::AHEAD => Some(Self::Forward),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_jump_is_more_than_a_minute_back_or_two_days_ahead() {
        let expected = Instant(1_788_416_100_000);
        let told = |by: i64| ClockJump::between(expected, Instant(expected.millis() + by));
        for small in [0, 1, -1, -60_000, 172_800_000] {
            assert_eq!(told(small), None, "{small}");
        }
        assert_eq!(told(-60_001), Some(ClockJump::Backward));
        assert_eq!(told(172_800_001), Some(ClockJump::Forward));
        assert_eq!(ClockJump::between(Instant(i64::MIN), Instant(i64::MAX)), Some(ClockJump::Forward));
        assert_eq!(ClockJump::between(Instant(i64::MAX), Instant(i64::MIN)), Some(ClockJump::Backward));
        for jump in ClockJump::ALL {
            assert_eq!(ClockJump::from_code(jump.code()), Some(jump));
        }
    }
}
