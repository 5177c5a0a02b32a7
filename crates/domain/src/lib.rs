//! Names of the trade and their pure rules.
//!
//! Deliberately not here: I/O, serialisation, SQL and a clock. Every function is a pure rule that can be
//! checked with a table. Invariant: nothing in this crate can fail for a reason outside its arguments.

pub mod audit;
pub mod business_id;
pub mod camera_card;
pub mod change;
pub mod choice;
mod codes;
pub mod customer;
pub mod field;
pub mod group_photo;
pub mod ids;
pub mod import;
pub mod job;
pub mod language;
pub mod matching;
pub mod money;
pub mod order;
pub mod partner;
pub mod personal_code;
pub mod photo;
pub mod print;
pub mod product;
pub mod protection;
pub mod provenance;
pub mod school;
pub mod staff;
pub mod studio;
pub mod subject;
pub mod time;

pub use audit::Action;
pub use change::{Changes, Entity};
pub use field::{FieldProblem, FieldProblemAt};
pub use language::Language;
pub use money::Cents;
pub use time::{ClockJump, Instant};
