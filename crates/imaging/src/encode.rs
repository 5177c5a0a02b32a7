//! JPEG out: baseline, JFIF, nothing of the source's metadata.

use std::cell::RefCell;
use std::sync::OnceLock;

use moxcms::{ColorDateTime, ColorProfile};
use turbojpeg::{Compressor, Image, PixelFormat, Subsamp};

use crate::error::ImagingError;
use crate::limits::MAX_SIDE;
use crate::pixels::Rgb;

/// How finely colour is stored against brightness.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subsampling {
    /// 4:4:4, every pixel its colour: prints.
    Yuv444,
    /// 4:2:2, one colour for two pixels.
    Yuv422,
    /// 4:2:0, one colour for four pixels: thumbnails and the screen.
    Yuv420,
}

/// Encodes `rgb` (8 bits, rows without padding, `width` x `height` x 3 bytes) as a baseline JPEG with
/// a JFIF header of `dpi` and, where given, an ICC profile. `quality` is 1 to 100.
///
/// # Errors
/// [`ImagingError::BadTarget`] when the size and the number of bytes disagree or a side is beyond
/// JPEG's bounds, [`ImagingError::Encode`] when the encoder refuses.
pub fn encode_jpeg(
    rgb: &[u8],
    width: u32,
    height: u32,
    quality: u8,
    subsampling: Subsampling,
    icc: Option<&[u8]>,
    dpi: u16,
) -> Result<Vec<u8>, ImagingError> {
    let bytes = u64::from(width) * u64::from(height) * 3;
    if width == 0 || height == 0 || width > MAX_SIDE || height > MAX_SIDE || rgb.len() as u64 != bytes {
        return Err(ImagingError::BadTarget { width, height });
    }
    let image = Image {
        pixels: rgb,
        width: width as usize,
        pitch: width as usize * 3,
        height: height as usize,
        format: PixelFormat::RGB,
    };
    let plain = compress(image, quality, subsampling).map_err(ImagingError::encode)?;
    with_header(&plain, icc, dpi)
}

pub(crate) fn encode(picture: &Rgb, quality: u8, subsampling: Subsampling) -> Result<Vec<u8>, ImagingError> {
    encode_jpeg(&picture.data, picture.width, picture.height, quality, subsampling, None, 72)
}

/// The day that the profile gives as its making: the same print is the same file, whenever and by whichever process it
/// is made.
const PROFILE_MADE: ColorDateTime =
    ColorDateTime { year: 2000, month: 1, day_of_the_month: 1, hours: 0, minutes: 0, seconds: 0 };

/// The sRGB ICC profile that prints carry.
///
/// # Errors
/// [`ImagingError::Encode`] when the colour engine cannot write it.
pub fn srgb_profile() -> Result<&'static [u8], ImagingError> {
    static PROFILE: OnceLock<Result<Vec<u8>, ImagingError>> = OnceLock::new();
    PROFILE
        .get_or_init(|| {
            let mut profile = ColorProfile::new_srgb();
            profile.creation_date_time = PROFILE_MADE;
            profile.encode().map_err(ImagingError::encode)
        })
        .as_deref()
        .map_err(Clone::clone)
}

fn compress(image: Image<&[u8]>, quality: u8, subsampling: Subsampling) -> turbojpeg::Result<Vec<u8>> {
    thread_local! {
        static COMPRESSOR: RefCell<Option<Compressor>> = const { RefCell::new(None) };
    }
    COMPRESSOR.with_borrow_mut(|kept| {
        let mut compressor = match kept.take() {
            Some(compressor) => compressor,
            None => Compressor::new()?,
        };
        compressor.set_quality(i32::from(quality.clamp(1, 100)))?;
        compressor.set_subsamp(match subsampling {
            Subsampling::Yuv444 => Subsamp::None,
            Subsampling::Yuv422 => Subsamp::Sub2x1,
            Subsampling::Yuv420 => Subsamp::Sub2x2,
        })?;
        let jpeg = compressor.compress_to_vec(image)?;
        *kept = Some(compressor);
        Ok(jpeg)
    })
}

/// Replaces the encoder's JFIF header by one with a density, and puts the profile after it.
fn with_header(plain: &[u8], icc: Option<&[u8]>, dpi: u16) -> Result<Vec<u8>, ImagingError> {
    const JFIF_END: usize = 20;
    const ICC_PART: usize = 65_519;
    let (Some(head), Some(rest)) = (plain.get(..JFIF_END), plain.get(JFIF_END..)) else {
        return Err(ImagingError::encode("no header"));
    };
    if !head.starts_with(b"\xFF\xD8\xFF\xE0\x00\x10JFIF\0") {
        return Err(ImagingError::encode("no JFIF header"));
    }
    let profile = icc.unwrap_or_default();
    let parts = u8::try_from(profile.chunks(ICC_PART).count()).map_err(ImagingError::encode)?;
    let mut jpeg = Vec::with_capacity(plain.len() + profile.len() + 18 * usize::from(parts));
    jpeg.extend_from_slice(b"\xFF\xD8\xFF\xE0\x00\x10JFIF\x00\x01\x01\x01");
    jpeg.extend_from_slice(&dpi.to_be_bytes());
    jpeg.extend_from_slice(&dpi.to_be_bytes());
    jpeg.extend_from_slice(&[0, 0]);
    for (number, part) in (1..=parts).zip(profile.chunks(ICC_PART)) {
        let length = u16::try_from(part.len() + 16).map_err(ImagingError::encode)?;
        jpeg.extend_from_slice(&[0xFF, 0xE2]);
        jpeg.extend_from_slice(&length.to_be_bytes());
        jpeg.extend_from_slice(b"ICC_PROFILE\0");
        jpeg.extend_from_slice(&[number, parts]);
        jpeg.extend_from_slice(part);
    }
    jpeg.extend_from_slice(rest);
    Ok(jpeg)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_profile_is_the_same_whenever_it_is_made() {
        let made = srgb_profile().unwrap();
        // ICC.1:2010 7.2.8: bytes 24 to 35, six numbers of two bytes
        assert_eq!(made.get(24..36), Some([7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0].as_slice()));
    }
}
