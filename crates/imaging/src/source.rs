//! Which pixels of a file stand for it: the JPEG itself, the JPEG inside a RAW, or another format.

use crate::color::{SourceColor, to_srgb};
use crate::decode::{self, Decoded, Reduction};
use crate::error::{ImagingError, PictureIssue};
use crate::facts::{self, ColorSpace};
use crate::jpeg_segments::{self, Icc, JpegHeader};
use crate::kind::FileKind;
use crate::pixels::Rgb;
use crate::preview::largest_embedded_preview;

/// A file's picture before decoding.
pub(crate) enum Source<'a> {
    Jpeg(JpegSource<'a>),
    Other { bytes: &'a [u8], kind: FileKind },
}

/// A JPEG: the file, or the preview inside a RAW.
pub(crate) struct JpegSource<'a> {
    pub(crate) bytes: &'a [u8],
    pub(crate) header: JpegHeader,
    pub(crate) color: SourceColor,
    pub(crate) inside_raw: bool,
}

/// Upright-to-be pixels in sRGB.
pub(crate) struct Shown {
    pub(crate) picture: Rgb,
    pub(crate) issues: Vec<PictureIssue>,
}

impl<'a> Source<'a> {
    pub(crate) fn open(bytes: &'a [u8], kind: FileKind) -> Result<Self, ImagingError> {
        if bytes.is_empty() {
            return Err(ImagingError::Empty);
        }
        match kind {
            FileKind::Jpeg => JpegSource::open(bytes, None, false).map(Self::Jpeg),
            FileKind::Png | FileKind::Tiff | FileKind::Webp => Ok(Self::Other { bytes, kind }),
            FileKind::Xmp | FileKind::Unknown => Err(ImagingError::NotAPicture),
            _ => {
                let range = largest_embedded_preview(bytes, kind).ok_or(ImagingError::NoPreview)?;
                let preview = bytes.get(range).ok_or(ImagingError::NoPreview)?;
                let outer = facts::color_space(bytes, kind);
                JpegSource::open(preview, Some(outer), true).map(Self::Jpeg)
            }
        }
    }

    /// The size of the picture that stands for the file, as stored.
    pub(crate) fn size(&self) -> Result<(u32, u32), ImagingError> {
        match self {
            Self::Jpeg(jpeg) => Ok((jpeg.header.frame.width, jpeg.header.frame.height)),
            Self::Other { bytes, kind } => decode::other_size(bytes, *kind),
        }
    }

    pub(crate) fn decode(&self, reduction: Reduction) -> Result<Decoded, ImagingError> {
        match self {
            Self::Jpeg(jpeg) => jpeg.decode(reduction),
            Self::Other { bytes, kind } => decode::other(bytes, *kind),
        }
    }
}

impl<'a> JpegSource<'a> {
    /// `outer` is what the file around the JPEG says of its colours, when the JPEG itself is silent.
    pub(crate) fn open(
        bytes: &'a [u8],
        outer: Option<ColorSpace>,
        inside_raw: bool,
    ) -> Result<Self, ImagingError> {
        let header = jpeg_segments::scan(bytes).map_err(ImagingError::damaged)?;
        decode::check_jpeg(&header)?;
        let color = match header.icc(bytes) {
            Icc::Whole(profile) => SourceColor::Profile(profile),
            Icc::Broken => SourceColor::BrokenProfile,
            Icc::Absent => {
                let inner = facts::jpeg_color_space(bytes, &header);
                match (inner, outer) {
                    (ColorSpace::AdobeRgb, _) | (ColorSpace::Unknown, Some(ColorSpace::AdobeRgb)) => {
                        SourceColor::AdobeRgb
                    }
                    _ => SourceColor::Srgb,
                }
            }
        };
        Ok(Self { bytes, header, color, inside_raw })
    }

    pub(crate) fn long_edge(&self) -> u32 {
        self.header.frame.width.max(self.header.frame.height)
    }

    pub(crate) fn decode(&self, reduction: Reduction) -> Result<Decoded, ImagingError> {
        decode::jpeg(self.bytes, &self.header, self.color.clone(), reduction)
    }
}

impl Decoded {
    /// At most `max_edge` long, in sRGB, still as stored.
    pub(crate) fn shown(self, max_edge: u32) -> Result<Shown, ImagingError> {
        let (picture, profile_issue) = to_srgb(self.picture.fitted(max_edge)?, &self.color)?;
        Ok(Shown { picture, issues: self.issue.into_iter().chain(profile_issue).collect() })
    }
}
