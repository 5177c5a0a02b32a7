//! The log: standard error only, never a file.
//!
//! Level by `KONTAKTI_LOG` (`debug`, `kontakti=trace,info`, ...). Invariant: lines carry ids and codes, no names, paths
//! of pictures or texts of records; whoever logs keeps to that, this module only decides how much is shown.

use tracing_subscriber::EnvFilter;

const VARIABLE: &str = "KONTAKTI_LOG";
const USUAL: &str = "warn";

/// Starts the log. A level that cannot be read is reported and the usual one taken.
pub fn start() {
    let wished = std::env::var(VARIABLE).ok().filter(|text| !text.is_empty());
    let parsed = wished.as_deref().map(EnvFilter::try_new);
    let unreadable = matches!(parsed, Some(Err(_)));
    let filter = match parsed {
        Some(Ok(filter)) => filter,
        _ => EnvFilter::new(USUAL),
    };
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(false).init();
    if unreadable {
        tracing::warn!(variable = VARIABLE, "log level not understood; taking {USUAL}");
    }
}
