//! The words of documents that leave the program, in Finnish, Swedish and English.
//!
//! The texts are Fluent files in `assets/l10n/<language>/{documents,consent}.ftl`, embedded at build time, the same
//! source that the window reads. Deliberately not here: texts of the window (it formats its own) and of
//! errors (the core returns codes).
//!
//! Invariant: every key exists in the three languages with the same variables; a test holds it.

mod format;
mod messages;

pub use format::{date, date_from_iso, money};
pub use messages::{Arg, L10nError, Messages, documents_source};
