//! Untrusted image bytes in; thumbnails, facts, codes of camera cards and print renderings out.
//!
//! This is the only crate that decodes foreign image bytes. Everything works on byte slices: no file
//! is opened here, no clock is read, nothing is written. JPEG goes through libjpeg-turbo, PNG, TIFF
//! and WebP through the `image` crate, RAW files through the JPEG preview that the camera put inside.
//!
//! Deliberately not here: developing RAW sensor data, HEVC pictures, what the codes mean, the rule
//! of the crop (domain) and the choice of what is printed.
//!
//! Invariant: whatever the bytes are, every function returns. Sizes read from a file are checked
//! against [`limits`] before memory is taken, and every picture that leaves is one this crate encoded
//! itself, in sRGB, without a byte of the source's metadata.

mod bmff;
mod bytes;
pub mod codes;
mod color;
mod decode;
mod encode;
mod error;
mod facts;
pub mod jpeg_segments;
mod kind;
pub mod limits;
mod orientation;
mod pixels;
mod preview;
mod print;
mod source;
mod thumbnail;
mod tiff;

pub use domain::photo::Head;
pub use domain::print::{CropRect, centred_crop, effective_dpi};
pub use encode::{Subsampling, encode_jpeg, srgb_profile};
pub use error::{ImagingError, PictureIssue};
pub use facts::{ColorSpace, FactIssue, Facts, Ratio, TakenAt, read_facts};
pub use kind::{FileKind, sniff};
pub use orientation::Orientation;
pub use preview::largest_embedded_preview;
pub use print::{PrintRendering, PrintSpec, render_print};
pub use thumbnail::{
    Rendered, ThumbnailSizes, ThumbnailSource, Thumbnails, render_view, thumbnail, thumbnails,
    thumbnails_and_codes,
};
