//! The wire contract: DTOs, method table, error codes, events, TypeScript generation.
//!
//! Deliberately not here: Tauri, SQL, rules of the trade. Invariant: this is the only crate that makes or
//! reads JSON for the window, and every call passes through one dispatch.

mod app;
pub mod bindings;
mod dispatch;
pub mod dto;
pub mod error;
mod error_map;
pub mod event;
pub mod handlers;
mod idle;
pub mod methods;
mod settings;
mod stack;

pub use app::{App, AppConfig, Host, PhotoAnswer};
pub use settings::system_language;
