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
