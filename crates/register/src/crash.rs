//! Places at which a test may let the program die.

/// Every place, for a test that tries them all.
#[cfg(feature = "testing")]
pub const CRASH_POINTS: [&str; 6] = [
    "left",
    "left-slots-kept",
    "renewal-slots-written",
    "renewal-copied",
    "renewal-before-switch",
    "renewal-switched",
];

/// Names the place at which the program dies.
#[cfg(feature = "testing")]
pub const CRASH_AT: &str = "KONTAKTI_TEST_CRASH_AT";

/// Dies here without a word, as killed, when a test asked for it.
#[cfg(feature = "testing")]
pub(crate) fn crash_point(name: &str) {
    debug_assert!(CRASH_POINTS.contains(&name), "{name} is not in the list");
    if std::env::var_os(CRASH_AT).is_some_and(|at| at == name) {
        std::process::abort();
    }
}

#[cfg(not(feature = "testing"))]
pub(crate) const fn crash_point(_: &str) {}
