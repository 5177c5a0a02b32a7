//! What the test programs share: the host without dialogs, the real window and its display, the texts, the traces left.
//!
//! The programs are `devserver` (the method table on loopback, for browser tests) and `journey` (the real window,
//! driven from first run to a batch handed over).

use std::io::Write;

pub mod display;
pub mod host;
#[cfg(target_os = "linux")]
pub mod logind;
pub mod ports;
pub mod program;
pub mod texts;
pub mod traces;
pub mod window;

/// Where a test computer keeps its device secrets: beside the data folder, as on no real one.
pub fn device_dir(data_dir: &std::path::Path) -> std::path::PathBuf {
    let mut beside = data_dir.as_os_str().to_owned();
    beside.push(".device");
    beside.into()
}

/// A line on standard output, which its reader has when this returns.
pub fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    // a reader that is gone has killed this program already
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}
