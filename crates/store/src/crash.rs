//! Places at which a test may let the program die.

/// Every place, for a test that tries them all. What stands before the first `-` is the work that passes it.
#[cfg(feature = "testing")]
pub const CRASH_POINTS: [&str; 23] = [
    "write-anchor-behind",
    "import-sealed",
    "import-keys-written",
    "import-rows-written",
    "import-thumbnails-written",
    "import-sidecar-sealed",
    "import-sidecar-keys-written",
    "import-sidecar-rows-written",
    "order-before-commit",
    "order-committed",
    "batch-begun",
    "batch-files-written",
    "batch-noted",
    "batch-published",
    "migration-copied",
    "migration-before-commit",
    "migration-step-applied",
    "renewal-left",
    "renewal-left-slots-kept",
    "renewal-slots-written",
    "renewal-copied",
    "renewal-before-switch",
    "renewal-switched",
];

/// Names the place at which the program dies, and after a colon at which pass, counted from 1: `import-sealed:20`.
#[cfg(feature = "testing")]
pub const CRASH_AT: &str = "KONTAKTI_TEST_CRASH_AT";

/// Dies here without a word, as killed, when a test asked for it.
#[cfg(feature = "testing")]
pub fn crash_point(name: &str) {
    use std::sync::atomic::{AtomicU32, Ordering};
    static PASSED: AtomicU32 = AtomicU32::new(0);
    debug_assert!(CRASH_POINTS.contains(&name), "{name} is not in the list");
    let Ok(at) = std::env::var(CRASH_AT) else { return };
    let (wanted, pass) = at.split_once(':').unwrap_or((&at, "1"));
    if wanted == name && (PASSED.fetch_add(1, Ordering::SeqCst) + 1).to_string() == pass {
        std::process::abort();
    }
}

/// Nothing, in a program that no test drives.
#[cfg(not(feature = "testing"))]
pub const fn crash_point(_: &str) {}
