//! What the test programs share: the host without dialogs, the real window and its display, the texts, the traces left.
//!
//! The programs are `devserver` (the method table on loopback, for browser tests) and `journey` (the real window,
//! driven from first run to a batch handed over).

pub mod display;
pub mod host;
pub mod ports;
pub mod texts;
pub mod traces;
pub mod window;
