//! Booked assignments at schools, and the camera cards that are printed for them.
//!
//! Invariant: a code is given once within its job and never to another.

mod cards;
mod create;
mod list;
#[cfg(test)]
mod tests;
mod update;

pub use cards::{CardsWanted, SheetLayout};
pub use store::jobs::JobListed;
