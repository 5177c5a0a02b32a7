//! The wire contract: DTOs, method table, error codes, events, TypeScript generation.
//!
//! Deliberately not here: Tauri, SQL, rules of the trade. Invariant: this is the only crate that makes or
//! reads JSON for the window, and every call passes through one dispatch.

pub mod bindings;
pub mod dto;
pub mod error;
pub mod event;
pub mod methods;
