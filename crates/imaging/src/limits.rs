//! How large a foreign picture may claim to be.
//!
//! A header costs its author a few bytes and us the memory it promises; these bounds are checked on
//! the header, before any pixel is decoded.

use crate::error::ImagingError;

/// Longest side of any picture, in pixels; libjpeg's own limit.
pub const MAX_SIDE: u32 = 65_500;
/// Most pixels of a baseline JPEG: decoded row by row, at most 3 bytes a pixel are held.
pub const MAX_PIXELS: u64 = 250_000_000;
/// Most pixels of a progressive or CMYK JPEG, whose coefficients are held as a whole, and of PNG,
/// TIFF and WebP, which may carry 8 bytes a pixel.
pub const MAX_PIXELS_HELD: u64 = 100_000_000;
/// Most memory the `image` crate may take for one picture, in bytes.
pub const MAX_ALLOC: u64 = 1 << 30;
/// Largest ICC profile that is read, in bytes.
pub const MAX_ICC: usize = 4 << 20;
/// Scans of a progressive JPEG before it counts as an attack on time.
pub const MAX_SCANS: u32 = 200;
/// Longest text taken from a file's facts, in characters.
pub const MAX_TEXT: usize = 200;

/// Refuses a picture of more than `max_pixels`, of a side beyond [`MAX_SIDE`], or without area.
///
/// # Errors
/// [`ImagingError::TooLarge`], or [`ImagingError::Damaged`] for an empty picture.
pub(crate) fn check(width: u32, height: u32, max_pixels: u64) -> Result<(), ImagingError> {
    if width == 0 || height == 0 {
        return Err(ImagingError::Damaged { detail: "empty picture".to_owned() });
    }
    if width > MAX_SIDE || height > MAX_SIDE || u64::from(width) * u64::from(height) > max_pixels {
        return Err(ImagingError::TooLarge { width, height });
    }
    Ok(())
}
