//! Development only: the fixed cast, and a log sink that no personal data may reach.
//!
//! Deliberately not here: a register in a temporary folder and the clock that stands still; they need the register's
//! own types and live in `register::testing`, behind its feature `testing`.

pub mod cast;
pub mod log;
