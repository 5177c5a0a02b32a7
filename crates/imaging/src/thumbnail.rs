//! Pictures for the screen: the grid's thumbnail, the preview, and the sharp large view.
//!
//! The cheapest sufficient pixels win: the preview that the camera put beside the main picture, else
//! a reduced decode, since finding the coefficients is most of the work. Never enlarged.

use std::ops::Range;

use crate::codes::{self, Codes, Effort};
use crate::decode::{Decoded, Reduction};
use crate::encode::{Subsampling, encode};
use crate::error::{ImagingError, PictureIssue, contain};
use crate::kind::FileKind;
use crate::orientation::Orientation;
use crate::pixels::Rgb;
use crate::preview::jpeg_previews;
use crate::source::{JpegSource, Shown, Source};

const QUALITY: u8 = 82;
const VIEW_QUALITY: u8 = 88;
/// A single thumbnail is reduced from at least this many times its size, in tenths: enough for a
/// clean result, little enough for the largest reduction in the decoder.
const OVERSAMPLING_TENTHS: u32 = 14;
/// A camera's preview may be this much shorter than the preview we want (1400 for 1440).
const PREVIEW_SHORTFALL: u32 = 40;
/// A preview that comes out of the decoder this much larger than the one we want, as a part of it, is kept as it is
/// (1500 or 1620 for 1440): scaling it down a little costs a tenth of a whole import and takes sharpness.
const PREVIEW_SURPLUS: u32 = 8;

/// The long edges of the two thumbnails, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ThumbnailSizes {
    /// For the grid.
    pub grid: u32,
    /// For looking at one picture; up to an eighth more where that spares a scaling.
    pub preview: u32,
}

impl Default for ThumbnailSizes {
    fn default() -> Self {
        Self { grid: 512, preview: 1440 }
    }
}

/// Which pixels thumbnails were made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThumbnailSource {
    /// The camera's preview beside a JPEG's main picture.
    EmbeddedPreview,
    /// The main picture, decoded at a fraction of its size.
    ScaledDecode,
    /// The main picture, decoded whole.
    FullDecode,
    /// The JPEG inside a RAW or HEIC file.
    RawPreview,
}

/// Both thumbnails of a file, upright, sRGB, without metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thumbnails {
    /// JPEG with a long edge of at most [`ThumbnailSizes::grid`].
    pub grid: Vec<u8>,
    /// JPEG with a long edge of at most [`ThumbnailSizes::preview`] and an eighth.
    pub preview: Vec<u8>,
    /// Width and height of `grid` in pixels.
    pub grid_size: (u32, u32),
    /// Width and height of `preview` in pixels.
    pub preview_size: (u32, u32),
    /// Which pixels they were made from.
    pub source: ThumbnailSource,
    /// Width, as stored, of the picture that stands for the file: the main JPEG, or a RAW's preview.
    pub source_width: u32,
    /// Height, likewise.
    pub source_height: u32,
    /// What is wrong with the pixels, where they could still be shown.
    pub issues: Vec<PictureIssue>,
}

/// One picture for the screen, upright, sRGB, without metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The JPEG.
    pub jpeg: Vec<u8>,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// Which pixels it was made from.
    pub source: ThumbnailSource,
    /// What is wrong with the pixels, where they could still be shown.
    pub issues: Vec<PictureIssue>,
}

/// Makes both thumbnails of a file of `kind` whose camera was held as `orientation` says.
///
/// # Errors
/// [`ImagingError`] when there is no picture to show; a picture that is only partly there is shown
/// and carries an issue.
pub fn thumbnails(
    bytes: &[u8],
    kind: FileKind,
    orientation: Orientation,
    sizes: &ThumbnailSizes,
) -> Result<Thumbnails, ImagingError> {
    made(bytes, kind, orientation, sizes, |_| ()).map(|(made, ())| made)
}

/// The same, and the codes of camera cards in the picture, read from the pixels that the preview is made of.
///
/// # Errors
/// As [`thumbnails`].
pub fn thumbnails_and_codes(
    bytes: &[u8],
    kind: FileKind,
    orientation: Orientation,
    sizes: &ThumbnailSizes,
) -> Result<(Thumbnails, Codes), ImagingError> {
    made(bytes, kind, orientation, sizes, |picture| codes::read(picture, Effort::CloserOnMiss))
}

/// Both thumbnails, and what `look` makes of the picture before it is turned upright.
fn made<T>(
    bytes: &[u8],
    kind: FileKind,
    orientation: Orientation,
    sizes: &ThumbnailSizes,
    look: impl FnOnce(&Rgb) -> T,
) -> Result<(Thumbnails, T), ImagingError> {
    check_edge(sizes.grid.min(sizes.preview))?;
    contain(|| {
        let source = Source::open(bytes, kind)?;
        let (source_width, source_height) = source.size()?;
        let wanted = Wanted::both(sizes.preview.max(sizes.grid));
        let (shown, origin) = smallest_sufficient(&source, wanted)?;
        let seen = look(&shown.picture);
        let preview = orientation.upright(shown.picture);
        let grid = preview.thumbnail(sizes.grid)?;
        let made = Thumbnails {
            grid_size: (grid.width, grid.height),
            preview_size: (preview.width, preview.height),
            grid: encode(&grid, QUALITY, Subsampling::Yuv420)?,
            preview: encode(&preview, QUALITY, Subsampling::Yuv420)?,
            source: origin,
            source_width,
            source_height,
            issues: shown.issues,
        };
        preview.spare();
        Ok((made, seen))
    })
}

/// Makes one thumbnail with a long edge of at most `max_edge` pixels.
///
/// # Errors
/// As [`thumbnails`].
pub fn thumbnail(
    bytes: &[u8],
    kind: FileKind,
    orientation: Orientation,
    max_edge: u32,
) -> Result<Rendered, ImagingError> {
    check_edge(max_edge)?;
    contain(|| {
        let source = Source::open(bytes, kind)?;
        let (shown, origin) = smallest_sufficient(&source, Wanted::one(max_edge))?;
        rendered(shown, orientation, origin, QUALITY)
    })
}

/// Makes the large view of the main picture, whole or with a long edge of at most `max_edge` pixels;
/// previews beside a JPEG are not used.
///
/// # Errors
/// As [`thumbnails`].
pub fn render_view(
    bytes: &[u8],
    kind: FileKind,
    orientation: Orientation,
    max_edge: Option<u32>,
) -> Result<Rendered, ImagingError> {
    let max_edge = max_edge.unwrap_or(u32::MAX);
    check_edge(max_edge)?;
    contain(|| {
        let source = Source::open(bytes, kind)?;
        let (shown, origin) = main_picture(&source, Wanted::exactly(max_edge))?;
        rendered(shown, orientation, origin, VIEW_QUALITY)
    })
}

fn check_edge(edge: u32) -> Result<(), ImagingError> {
    if edge == 0 { Err(ImagingError::BadTarget { width: 0, height: 0 }) } else { Ok(()) }
}

fn rendered(
    shown: Shown,
    orientation: Orientation,
    source: ThumbnailSource,
    quality: u8,
) -> Result<Rendered, ImagingError> {
    let picture = orientation.upright(shown.picture);
    Rgb::forget_spare();
    Ok(Rendered {
        jpeg: encode(&picture, quality, Subsampling::Yuv420)?,
        width: picture.width,
        height: picture.height,
        source,
        issues: shown.issues,
    })
}

/// Long edges that are large enough to make a thumbnail from.
#[derive(Debug, Clone, Copy)]
struct Wanted {
    /// Of the camera's preview.
    preview: u32,
    /// Of a reduced decode.
    decode: u32,
    /// What the picture is scaled to.
    edge: u32,
    /// Up to this it stays as it is.
    most: u32,
}

impl Wanted {
    fn one(edge: u32) -> Self {
        let enough = u32::try_from(u64::from(edge) * u64::from(OVERSAMPLING_TENTHS) / 10).unwrap_or(u32::MAX);
        Self { preview: enough, decode: enough, edge, most: edge }
    }

    fn both(edge: u32) -> Self {
        let preview = edge.saturating_sub(PREVIEW_SHORTFALL).max(1);
        Self { preview, decode: edge, edge, most: edge.saturating_add(edge / PREVIEW_SURPLUS) }
    }

    fn exactly(edge: u32) -> Self {
        Self { preview: edge, decode: edge, edge, most: edge }
    }

    fn shown(self, decoded: Decoded) -> Result<Shown, ImagingError> {
        let long = decoded.picture.width.max(decoded.picture.height);
        decoded.shown(if long <= self.most { long } else { self.edge })
    }
}

fn smallest_sufficient(
    source: &Source<'_>,
    wanted: Wanted,
) -> Result<(Shown, ThumbnailSource), ImagingError> {
    if let Source::Jpeg(jpeg) = source
        && !jpeg.inside_raw
        && let Some(shown) = from_preview(jpeg, wanted)
    {
        return Ok((shown, ThumbnailSource::EmbeddedPreview));
    }
    main_picture(source, wanted)
}

fn main_picture(source: &Source<'_>, wanted: Wanted) -> Result<(Shown, ThumbnailSource), ImagingError> {
    let (reduction, origin) = match source {
        Source::Jpeg(jpeg) => {
            let reduction = Reduction::leaving(jpeg.long_edge(), wanted.decode);
            let origin = match reduction {
                _ if jpeg.inside_raw => ThumbnailSource::RawPreview,
                Reduction::None => ThumbnailSource::FullDecode,
                _ => ThumbnailSource::ScaledDecode,
            };
            (reduction, origin)
        }
        Source::Other { .. } => (Reduction::None, ThumbnailSource::FullDecode),
    };
    Ok((wanted.shown(source.decode(reduction)?)?, origin))
}

/// From the smallest preview that is large enough, shows what the main picture shows and decodes
/// without a warning.
fn from_preview(main: &JpegSource<'_>, wanted: Wanted) -> Option<Shown> {
    if main.long_edge() <= wanted.preview {
        return None;
    }
    let mut candidates: Vec<JpegSource<'_>> = jpeg_previews(main.bytes, &main.header)
        .into_iter()
        .filter_map(|range: Range<usize>| JpegSource::open(main.bytes.get(range)?, None, false).ok())
        .filter(|preview| preview.long_edge() >= wanted.preview && same_shape(main, preview))
        .collect();
    candidates.sort_by_key(JpegSource::long_edge);
    candidates.into_iter().find_map(|mut preview| {
        if !preview.header.has_icc() {
            preview.color = main.color.clone();
        }
        let needed = wanted.decode.min(preview.long_edge());
        let decoded = preview.decode(Reduction::leaving(preview.long_edge(), needed)).ok()?;
        if decoded.issue.is_some() { None } else { wanted.shown(decoded).ok() }
    })
}

/// Whether the sides of two pictures stand in the same ratio, within 2 percent.
fn same_shape(main: &JpegSource<'_>, preview: &JpegSource<'_>) -> bool {
    let (a, b) = (main.header.frame, preview.header.frame);
    let one = u64::from(a.width) * u64::from(b.height);
    let other = u64::from(b.width) * u64::from(a.height);
    one.abs_diff(other) * 50 <= one.max(other)
}
