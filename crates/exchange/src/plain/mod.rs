//! The plain convention of a print batch, which any lab can work with.
//!
//! ```text
//! Kontakti_2026-003/
//!   README.txt              for people; UTF-8 with BOM, CR LF
//!   manifest.csv            a line per image file; UTF-8 with BOM, `;`, CR LF
//!   manifest.json           the same for machines, with schema version and totals
//!   SHA256SUMS              every other file, sorted by path, LF
//!   10x15_matta/2x_A0000001.JPG   <size>[_surface]/<quantity>x_<stem>.JPG
//!   slips/2026-0001.pdf     a slip per order
//! ```
//!
//! [`PlainWriter`] writes it, [`read::read`] is the receiving side: another implementation that shares
//! nothing with the writer and recomputes everything.
//!
//! Invariant: names on disk are ASCII and opaque; nothing here is told a person's name.

mod csv;
mod json;
mod path;
pub mod read;
mod write;

pub use path::{print_path, size_folder};
pub use write::{Closed, PlainWriter, Published};

use crate::folder::FolderError;

/// Highest quantity that the convention can say.
pub const MOST_COPIES: u32 = 999;

/// Version of `manifest.json`.
pub const SCHEMA_VERSION: u32 = 1;

/// Who sends the batch and whom the lab asks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sender {
    /// The studio's name.
    pub name: String,
    /// Contact e-mail, may be empty.
    pub email: String,
    /// Contact telephone, may be empty.
    pub phone: String,
}

/// What is said about the batch as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlainBatch {
    /// `2026-003`.
    pub number: String,
    /// When it was made, RFC 3339.
    pub created_at: String,
    /// Number of the batch that this one sends again.
    pub resend_of: Option<String>,
    /// The studio.
    pub sender: Sender,
    /// The lab's name.
    pub recipient: String,
}

/// Part of the upright source picture, in its pixels.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Crop {
    /// Left edge.
    pub x: u32,
    /// Upper edge.
    pub y: u32,
    /// Width.
    pub w: u32,
    /// Height.
    pub h: u32,
}

/// One image file of the batch, without its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlainPrint {
    /// Order number.
    pub order: String,
    /// Line of the order, from 1.
    pub line: u32,
    /// Product code.
    pub product: String,
    /// The size's trade name, `10x15`.
    pub size: String,
    /// Paper surface, may be empty.
    pub surface: String,
    /// Paper prints to make of the file, 1 to 999.
    pub quantity: u32,
    /// Opaque production id, see [`domain::print::production_stem`].
    pub stem: String,
    /// Width of the file in pixels.
    pub width_px: u32,
    /// Height of the file in pixels.
    pub height_px: u32,
    /// Name of the embedded colour profile.
    pub icc: String,
    /// What was kept of the source.
    pub crop: Crop,
    /// First line for the back of the print.
    pub back1: String,
    /// Second line for the back of the print.
    pub back2: String,
    /// What the prints are packed by.
    pub pack: String,
}

/// Sums that the receiving side recomputes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Totals {
    /// Orders with at least one image file.
    pub orders: u32,
    /// Image files.
    pub files: u32,
    /// Paper prints: the sum of quantities.
    pub prints: u32,
    /// Bytes of the image files.
    pub bytes: u64,
}

/// Why a batch could not be written.
#[derive(Debug, thiserror::Error)]
pub enum PlainError {
    /// The folder could not be written.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// A quantity of none or more than [`MOST_COPIES`].
    #[error("{quantity} copies cannot be ordered in one file")]
    Quantity {
        /// The quantity asked for.
        quantity: u32,
    },
    /// A size or surface that leaves no folder name, or the folder name of another size.
    #[error("no folder for size {size:?}, surface {surface:?}")]
    Size {
        /// The size.
        size: String,
        /// The surface.
        surface: String,
    },
    /// A name that is not plain ASCII: stem or order number.
    #[error("{name:?} cannot be a file name")]
    Name {
        /// The name.
        name: String,
    },
    /// The manifest could not be put into words.
    #[error("the manifest could not be written: {0}")]
    Manifest(String),
}
