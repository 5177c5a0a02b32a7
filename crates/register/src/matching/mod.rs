//! Whose a job's frames are.
//!
//! Deliberately not here: the rules, which are `domain::matching`. Nothing of what they come to is stored: what is stored
//! is what was seen in the frames and what staff put right, so that a proposal always follows from the cards, class
//! lists and frames of today. Invariant: whoever wants to know whose a frame is asks [`Gate`] or [`Matching`], and a
//! frame of a job that is in no matched run is nobody's: it is not ordered, printed or handed out.

mod codes;
mod edit;
mod gate;
mod input;
mod propose;
#[cfg(test)]
pub(crate) mod tests;

pub(crate) use codes::code_reading;
pub(crate) use gate::Gate;
pub(crate) use propose::matching_of;
pub use propose::{ListedOwner, Matching, ShownClock};
pub use store::matching::MatchingSession;
