//! Portraits drawn in code. Everything here is invented; no photograph of anybody stands behind it.
//!
//! Not here: files, Exif, names. Invariant: the same look and pose give the same picture in the same
//! build (the rasteriser may round differently on another processor).

pub(crate) mod backdrop;
pub(crate) mod canvas;
pub(crate) mod card;
pub(crate) mod clothes;
pub(crate) mod face;
pub(crate) mod figure;
pub(crate) mod finish;
pub(crate) mod group;
pub(crate) mod hair;
pub(crate) mod hair_long;
pub(crate) mod look;
pub(crate) mod tone;

pub use backdrop::Backdrop;
pub use look::{Expression, Look, Pose};

/// A picture: 8-bit RGB, `width * height * 3` bytes, rows from the top.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Pixels across.
    pub width: u32,
    /// Pixels down.
    pub height: u32,
    /// Red, green, blue; row after row.
    pub rgb: Vec<u8>,
}
