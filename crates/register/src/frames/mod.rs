//! Frames: what the grid shows, the facts of one, and the marks that staff give them.

mod facts;
mod grid;
mod mark;

#[cfg(test)]
mod tests;

pub use facts::FrameFacts;
pub use grid::{FrameGroup, GroupedFrames};
pub use mark::{MarksOf, NewMarks};
pub use store::frames::{FrameFilter, FrameListed, FrameOrder};
