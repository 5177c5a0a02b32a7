//! The file that goes to the print partner: exact pixels, sRGB, a profile, and nothing else.

use crate::decode::Reduction;
use crate::encode::{Subsampling, encode_jpeg, srgb_profile};
use crate::error::{ImagingError, PictureIssue, contain};
use crate::kind::FileKind;
use crate::limits::MAX_PIXELS;
use crate::orientation::Orientation;
use crate::source::Source;
use domain::photo::Head;
use domain::print::{CropRect, centred_crop, crop_round, turned_like};

/// What a print must be. Sizes may be given lying or standing; the picture decides how it is turned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PrintSpec {
    /// One side in pixels.
    pub width_px: u32,
    /// The other side in pixels.
    pub height_px: u32,
    /// The sheet in whole millimetres, in the order of the pixels: the ratio that is cropped to.
    pub target_ratio: (u32, u32),
    /// JPEG quality, 92 to 95 for prints.
    pub quality: u8,
    /// Density that the file declares.
    pub dpi: u16,
    /// Where the head is in the upright picture; none crops in the middle.
    pub head: Option<Head>,
}

/// A finished print file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintRendering {
    /// Baseline JPEG, 4:4:4, sRGB with its profile.
    pub jpeg: Vec<u8>,
    /// What was kept of the upright source, in its pixels.
    pub crop: CropRect,
    /// Width of the file in pixels.
    pub width: u32,
    /// Height of the file in pixels.
    pub height: u32,
    /// Whether a RAW file's own preview was printed, for want of a developed picture.
    pub from_raw_preview: bool,
}

/// Renders a print of a file of `kind`: upright, cropped round the head or in the middle, Lanczos from the full-size pixels.
///
/// # Errors
/// [`ImagingError::BadTarget`] for a print without area; [`ImagingError::Truncated`] and
/// [`ImagingError::Damaged`] for every picture of which a part would be missing or wrong, an
/// unreadable colour profile among them: nothing doubtful is printed.
pub fn render_print(
    bytes: &[u8],
    kind: FileKind,
    orientation: Orientation,
    spec: &PrintSpec,
) -> Result<PrintRendering, ImagingError> {
    let pixels = u64::from(spec.width_px) * u64::from(spec.height_px);
    if pixels == 0 || pixels > MAX_PIXELS || spec.target_ratio.0 == 0 || spec.target_ratio.1 == 0 {
        return Err(ImagingError::BadTarget { width: spec.width_px, height: spec.height_px });
    }
    contain(|| {
        let source = Source::open(bytes, kind)?;
        let from_raw_preview = matches!(&source, Source::Jpeg(jpeg) if jpeg.inside_raw);
        let decoded = source.decode(Reduction::None)?;
        refuse(decoded.issue)?;
        let stored = decoded.picture;
        let (upright_w, upright_h) = orientation.upright_size(stored.width, stored.height);
        let (ratio_w, ratio_h) = turned_like(upright_w, upright_h, spec.target_ratio);
        let crop = match spec.head {
            Some(head) => crop_round(upright_w, upright_h, ratio_w, ratio_h, head),
            None => centred_crop(upright_w, upright_h, ratio_w, ratio_h),
        };
        let (width, height) = turned_like(upright_w, upright_h, (spec.width_px, spec.height_px));
        let (stored_w, stored_h) = orientation.upright_size(width, height);
        let part = orientation.stored_rect(crop, stored.width, stored.height);
        let resized = stored.resized(part, stored_w, stored_h)?;
        stored.spare();
        let (converted, profile_issue) = crate::color::to_srgb(resized, &decoded.color)?;
        refuse(profile_issue)?;
        let upright = orientation.upright(converted);
        let jpeg = encode_jpeg(
            &upright.data,
            upright.width,
            upright.height,
            spec.quality,
            Subsampling::Yuv444,
            Some(srgb_profile()?),
            spec.dpi,
        )?;
        Ok(PrintRendering { jpeg, crop, width, height, from_raw_preview })
    })
}

fn refuse(issue: Option<PictureIssue>) -> Result<(), ImagingError> {
    match issue {
        None => Ok(()),
        Some(PictureIssue::Truncated) => Err(ImagingError::Truncated),
        Some(PictureIssue::DamagedData) => Err(ImagingError::damaged("coded data")),
        Some(PictureIssue::ProfileUnreadable) => Err(ImagingError::damaged("colour profile")),
    }
}
