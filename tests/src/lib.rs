//! What the test programs share: the host without dialogs.
//!
//! The programs are `devserver` (the method table on loopback, for browser tests) and `journey` (the real window,
//! driven from first run to a batch handed over).

pub mod host;
pub mod texts;
pub mod window;
