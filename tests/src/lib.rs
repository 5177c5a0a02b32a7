//! What the test programs share: the host without dialogs.
//!
//! The programs are `devserver` (the method table on loopback, for browser tests), `journey` (the real window,
//! driven from first run to a batch handed over) and `bench`.

pub mod host;
pub mod texts;
pub mod window;
