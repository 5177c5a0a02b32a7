//! Bytes to pixels: libjpeg-turbo for JPEG, the `image` crate for PNG, TIFF and WebP.

use std::cell::RefCell;
use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader};
use turbojpeg::{Decompressor, Image, PixelFormat, ScalingFactor};

use crate::color::{SourceColor, cmyk_to_srgb};
use crate::error::{ImagingError, PictureIssue};
use crate::jpeg_segments::JpegHeader;
use crate::kind::FileKind;
use crate::limits::{self, MAX_ALLOC, MAX_PIXELS, MAX_PIXELS_HELD, MAX_SCANS};
use crate::pixels::{Rgb, blank};

/// Pixels as stored, with what they mean and what is wrong with them.
#[derive(Debug)]
pub(crate) struct Decoded {
    pub(crate) picture: Rgb,
    pub(crate) color: SourceColor,
    pub(crate) issue: Option<PictureIssue>,
}

/// How much smaller a JPEG is decoded than it is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reduction {
    None,
    Half,
    Quarter,
    Eighth,
}

impl Reduction {
    fn denominator(self) -> u32 {
        match self {
            Self::None => 1,
            Self::Half => 2,
            Self::Quarter => 4,
            Self::Eighth => 8,
        }
    }

    /// The largest reduction that leaves a long edge of at least `needed` pixels.
    pub(crate) fn leaving(long_edge: u32, needed: u32) -> Self {
        [Self::Eighth, Self::Quarter, Self::Half]
            .into_iter()
            .find(|r| long_edge.div_ceil(r.denominator()) >= needed)
            .unwrap_or(Self::None)
    }
}

/// Refuses what a JPEG's header says before anything is decoded.
pub(crate) fn check_jpeg(header: &JpegHeader) -> Result<(), ImagingError> {
    let frame = header.frame;
    let held = frame.is_progressive() || frame.components == 4;
    limits::check(frame.width, frame.height, if held { MAX_PIXELS_HELD } else { MAX_PIXELS })?;
    if !frame.is_supported() {
        return Err(ImagingError::Unsupported { kind: FileKind::Jpeg });
    }
    if header.scan_start.is_none() {
        return Err(ImagingError::Truncated);
    }
    Ok(())
}

/// Decodes a JPEG. A picture that the decoder could finish only with a warning comes with an issue.
pub(crate) fn jpeg(
    bytes: &[u8],
    header: &JpegHeader,
    color: SourceColor,
    reduction: Reduction,
) -> Result<Decoded, ImagingError> {
    check_jpeg(header)?;
    let factor = ScalingFactor::new(1, reduction.denominator() as usize);
    let cmyk = header.frame.components == 4;
    let format = if cmyk { PixelFormat::CMYK } else { PixelFormat::RGB };
    let (width, height, pixels, issue) = with_decompressor(|decompressor| {
        let clean;
        let mut bytes = bytes;
        let read = match decompressor.read_header(bytes) {
            Ok(read) => read,
            Err(_) => {
                clean = header.without_metadata(bytes).ok_or(ImagingError::Truncated)?;
                bytes = &clean;
                decompressor.read_header(bytes).map_err(ImagingError::damaged)?
            }
        };
        if (read.width as u64, read.height as u64)
            != (u64::from(header.frame.width), u64::from(header.frame.height))
        {
            return Err(ImagingError::damaged("two frame headers"));
        }
        decompressor.set_scan_limit(MAX_SCANS).map_err(ImagingError::damaged)?;
        decompressor.set_scaling_factor(factor).map_err(ImagingError::damaged)?;
        // what is decoded smaller becomes a JPEG for the screen, with one colour for four pixels
        decompressor.set_fast_upsample(reduction != Reduction::None).map_err(ImagingError::damaged)?;
        let (width, height) = (factor.scale(read.width), factor.scale(read.height));
        let pitch = width * format.size();
        let mut pixels = blank(pitch * height);
        let target = Image { pixels: pixels.as_mut_slice(), width, pitch, height, format };
        let issue = match decompressor.decompress(bytes, target) {
            Ok(()) => None,
            Err(turbojpeg::Error::TurboJpegError(message)) => Some(warning(&message)?),
            Err(error) => return Err(ImagingError::damaged(error)),
        };
        Ok((width as u32, height as u32, pixels, issue.flatten()))
    })?;
    if !cmyk {
        return Ok(Decoded { picture: Rgb { width, height, data: pixels }, color, issue });
    }
    let mut inks = pixels;
    if header.adobe_transform.is_some() {
        inks.iter_mut().for_each(|ink| *ink = 255 - *ink);
    }
    let picture = cmyk_to_srgb(width, height, &inks, &color)?;
    Ok(Decoded { picture, color: SourceColor::Srgb, issue })
}

/// What a message of libjpeg means for the picture: nothing, an issue, or that there is none.
fn warning(message: &str) -> Result<Option<PictureIssue>, ImagingError> {
    if message.contains("Premature end of") {
        return Ok(Some(PictureIssue::Truncated));
    }
    if message.contains("extraneous bytes before marker 0xd9") {
        let stray = message.split_whitespace().find_map(|word| word.parse::<u32>().ok());
        if stray.is_some_and(|count| count <= MAX_PADDING) {
            return Ok(None);
        }
    }
    const WARNINGS: [&str; 4] =
        ["Corrupt JPEG data", "Inconsistent progression", "Invalid SOS parameters", "unknown JFIF revision"];
    if WARNINGS.iter().any(|known| message.contains(known)) {
        return Ok(Some(PictureIssue::DamagedData));
    }
    Err(ImagingError::damaged(message))
}

/// Bytes that cameras put between the picture and its end marker.
const MAX_PADDING: u32 = 64;

fn with_decompressor<T>(
    work: impl FnOnce(&mut Decompressor) -> Result<T, ImagingError>,
) -> Result<T, ImagingError> {
    thread_local! {
        static DECOMPRESSOR: RefCell<Option<Decompressor>> = const { RefCell::new(None) };
    }
    let mut decompressor = match DECOMPRESSOR.take() {
        Some(decompressor) => decompressor,
        None => Decompressor::new().map_err(ImagingError::damaged)?,
    };
    let result = work(&mut decompressor)?;
    DECOMPRESSOR.set(Some(decompressor));
    Ok(result)
}

fn format_of(kind: FileKind) -> Option<ImageFormat> {
    match kind {
        FileKind::Png => Some(ImageFormat::Png),
        FileKind::Tiff => Some(ImageFormat::Tiff),
        FileKind::Webp => Some(ImageFormat::WebP),
        _ => None,
    }
}

fn decoder(bytes: &[u8], kind: FileKind) -> Result<impl ImageDecoder, ImagingError> {
    let format = format_of(kind).ok_or(ImagingError::Unsupported { kind })?;
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    // the sides are for the caller to check, who can then say what they are
    let mut limits = image::Limits::default();
    limits.max_alloc = Some(MAX_ALLOC);
    reader.limits(limits);
    reader.into_decoder().map_err(|error| match error {
        ImageError::Limits(_) => ImagingError::TooLarge { width: 0, height: 0 },
        other => ImagingError::damaged(other),
    })
}

/// The size of a PNG, TIFF or WebP picture by its header.
pub(crate) fn other_size(bytes: &[u8], kind: FileKind) -> Result<(u32, u32), ImagingError> {
    let (width, height) = decoder(bytes, kind)?.dimensions();
    limits::check(width, height, MAX_PIXELS_HELD)?;
    Ok((width, height))
}

/// Whether a PNG, TIFF or WebP picture carries an ICC profile.
pub(crate) fn other_has_icc(bytes: &[u8], kind: FileKind) -> bool {
    decoder(bytes, kind)
        .and_then(|mut d| d.icc_profile().map_err(ImagingError::damaged))
        .is_ok_and(|p| p.is_some())
}

/// Decodes PNG, TIFF or WebP; what is transparent becomes white.
pub(crate) fn other(bytes: &[u8], kind: FileKind) -> Result<Decoded, ImagingError> {
    let mut decoder = decoder(bytes, kind)?;
    let (width, height) = decoder.dimensions();
    limits::check(width, height, MAX_PIXELS_HELD)?;
    if decoder.total_bytes() > MAX_ALLOC {
        return Err(ImagingError::TooLarge { width, height });
    }
    let color = match decoder.icc_profile() {
        Ok(Some(profile)) if profile.len() <= limits::MAX_ICC => SourceColor::Profile(profile),
        Ok(None) => SourceColor::Srgb,
        Ok(Some(_)) | Err(_) => SourceColor::BrokenProfile,
    };
    let decoded = DynamicImage::from_decoder(decoder).map_err(ImagingError::damaged)?;
    let data = if decoded.color().has_alpha() {
        let blended = decoded.into_rgba8();
        let (pixels, _) = blended.as_raw().as_chunks::<4>();
        pixels.iter().flat_map(|&[r, g, b, a]| [r, g, b].map(|level| over_white(level, a))).collect()
    } else {
        decoded.into_rgb8().into_raw()
    };
    Ok(Decoded { picture: Rgb { width, height, data }, color, issue: None })
}

fn over_white(level: u8, alpha: u8) -> u8 {
    let (level, alpha) = (u16::from(level), u16::from(alpha));
    ((level * alpha + 255 * (255 - alpha) + 127) / 255) as u8
}
