//! What travels between the window and the program: plain data, camelCase JSON, TypeScript by ts-rs.
//!
//! Ids and cents stay below 2^53; instants are Unix milliseconds; dates are ISO text. No image bytes, no
//! paths from the window: native dialogs hand out tokens.

pub mod app;
pub mod choice;
pub mod customer;
pub mod frame;
pub mod group_photo;
pub mod history;
pub mod import;
pub mod job;
pub mod matching;
pub mod order;
pub mod partner;
pub mod product;
pub mod roster;
pub mod school;
pub mod session;
pub mod staff;
pub mod task;

use domain::ids::{OrderId, PrintBatchId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Marks a wire type: serde in camelCase both ways and a TypeScript declaration.
macro_rules! wire {
    ($($(#[$meta:meta])* pub struct $name:ident { $($body:tt)* })+) => {$(
        $(#[$meta])*
        #[allow(missing_docs)] // field names of the wire are their own documentation
        #[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        pub struct $name { $($body)* }
    )+};
}
/// Marks a wire enum without data: snake_case strings.
macro_rules! wire_enum {
    ($($(#[$meta:meta])* pub enum $name:ident { $($body:tt)* })+) => {$(
        $(#[$meta])*
        #[allow(missing_docs)]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, ts_rs::TS)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($body)* }
    )+};
}
pub(crate) use {wire, wire_enum};

/// A request without arguments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// One page of a list; `next` continues after it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Page<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// Opaque place to continue from; none on the last page.
    pub next: Option<String>,
}

wire! {
    /// A record that people know by its number.
    pub struct Numbered {
        pub id: i64,
        pub number: String,
    }
}

impl From<(OrderId, String)> for Numbered {
    fn from((id, number): (OrderId, String)) -> Self {
        Self { id: id.get(), number }
    }
}

impl From<(PrintBatchId, String)> for Numbered {
    fn from((id, number): (PrintBatchId, String)) -> Self {
        Self { id: id.get(), number }
    }
}

wire_enum! {
    /// A language of the window, documents and customers.
    pub enum LanguageDto { Fi, Sv, En }
}

impl From<LanguageDto> for domain::Language {
    fn from(language: LanguageDto) -> Self {
        match language {
            LanguageDto::Fi => Self::Finnish,
            LanguageDto::Sv => Self::Swedish,
            LanguageDto::En => Self::English,
        }
    }
}

impl From<domain::Language> for LanguageDto {
    fn from(language: domain::Language) -> Self {
        match language {
            domain::Language::Finnish => Self::Fi,
            domain::Language::Swedish => Self::Sv,
            domain::Language::English => Self::En,
        }
    }
}
