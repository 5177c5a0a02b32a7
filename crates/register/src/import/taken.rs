//! The moment of exposure: from a camera's local time to UTC.

use decoding::TakenAt;
use domain::Instant;
use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone};

/// Zone of a camera that does not say one (formats.md 5.1: assume the shoot's zone).
const ASSUMED_ZONE: &str = "Europe/Helsinki";

/// Zone of a camera that does not say one.
pub fn assumed_zone() -> TimeZone {
    TimeZone::get(ASSUMED_ZONE).unwrap_or(TimeZone::UTC)
}

/// Unix time of an exposure. Without an offset the camera's clock is read as Finnish time; an hour that the
/// autumn change repeats is read as its first passage.
pub fn instant(taken: &TakenAt) -> Option<Instant> {
    let zone = match taken.offset_minutes {
        Some(minutes) => TimeZone::fixed(Offset::from_seconds(i32::from(minutes) * 60).ok()?),
        None => assumed_zone(),
    };
    let at = instant_in(&zone, taken.local)?;
    Some(Instant(at.millis() + i64::from(taken.subsec_nanos / 1_000_000)))
}

/// Unix time of what a clock on the wall showed, the first passage of an hour that comes twice.
pub fn instant_in(zone: &TimeZone, local: DateTime) -> Option<Instant> {
    let at = zone.to_ambiguous_timestamp(local).compatible().ok()?;
    Some(Instant(at.as_millisecond()))
}

/// The camera's own time as ISO text, with the sub-second it wrote.
pub fn local_text(taken: &TakenAt) -> String {
    taken
        .local
        .with()
        .subsec_nanosecond(i32::try_from(taken.subsec_nanos).unwrap_or_default())
        .build()
        .unwrap_or(taken.local)
        .to_string()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn utc(taken: &TakenAt) -> String {
        jiff::Timestamp::from_millisecond(instant(taken).unwrap().millis()).unwrap().to_string()
    }

    #[test]
    fn the_vectors_of_finnish_time() {
        let at = |year, month, day, hour, minute, second, offset| TakenAt {
            local: date(year, month, day).at(hour, minute, second, 0),
            subsec_nanos: 0,
            offset_minutes: offset,
        };
        assert_eq!(utc(&at(2026, 8, 17, 9, 15, 30, None)), "2026-08-17T06:15:30Z");
        assert_eq!(utc(&at(2026, 10, 25, 3, 30, 0, None)), "2026-10-25T00:30:00Z");
        assert_eq!(utc(&at(2026, 10, 25, 3, 30, 0, Some(120))), "2026-10-25T01:30:00Z");
        assert_eq!(utc(&at(2026, 10, 25, 4, 0, 0, None)), "2026-10-25T02:00:00Z");
        assert_eq!(utc(&at(2026, 3, 29, 3, 30, 0, None)), "2026-03-29T01:30:00Z");
    }

    #[test]
    fn the_sub_second_is_kept() {
        let taken = TakenAt {
            local: date(2026, 9, 3).at(9, 15, 30, 0),
            subsec_nanos: 70_000_000,
            offset_minutes: Some(180),
        };
        assert_eq!(utc(&taken), "2026-09-03T06:15:30.07Z");
        assert_eq!(local_text(&taken), "2026-09-03T09:15:30.07");
    }
}
