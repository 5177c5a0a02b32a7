//! Schools with their contact persons, and the class lists of a year.
//!
//! Invariant: a class list shows nobody who is protected: they are counted, and listed by name alone for who may see them.

mod classes;
mod create;
mod list;
#[cfg(test)]
mod tests;
mod update;

pub use classes::{Classes, ListedSubject, ProtectedSubject};
pub use list::SchoolCard;
pub use store::schools::SchoolListed;
