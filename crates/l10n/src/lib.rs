//! Typed messages for Rust, generated from assets/l10n.
