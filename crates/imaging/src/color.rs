//! Foreign colours into sRGB.
//!
//! A profile that already means sRGB costs nothing: it is recognised by what it does to a cube of
//! colours, not by its name. The last profile is kept per thread, since a series comes from one camera.

use std::cell::RefCell;
use std::sync::Arc;

use moxcms::{
    ColorProfile, DataColorSpace, Layout, RenderingIntent, Transform8BitExecutor, TransformOptions,
};

use crate::error::{ImagingError, PictureIssue, contain};
use crate::pixels::Rgb;

/// What a source's numbers mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum SourceColor {
    /// sRGB, said or assumed.
    Srgb,
    /// Adobe RGB by the DCF option: marked in EXIF, without a profile.
    AdobeRgb,
    /// An embedded ICC profile.
    Profile(Vec<u8>),
    /// An embedded profile of which parts are missing.
    BrokenProfile,
}

#[derive(Clone)]
enum Plan {
    Keep,
    Rgb(Arc<Transform8BitExecutor>),
    Gray(Arc<Transform8BitExecutor>),
    Cmyk(Arc<Transform8BitExecutor>),
    Unreadable,
}

/// Largest difference, in levels of 255, at which a profile still counts as sRGB.
const SAME_AS_SRGB: u8 = 2;

/// Converts `picture` to sRGB.
pub(crate) fn to_srgb(
    picture: Rgb,
    color: &SourceColor,
) -> Result<(Rgb, Option<PictureIssue>), ImagingError> {
    match plan(color) {
        Plan::Keep => Ok((picture, None)),
        Plan::Rgb(transform) => {
            let mut converted = Rgb::new(picture.width, picture.height);
            transform.transform(&picture.data, &mut converted.data).map_err(ImagingError::damaged)?;
            Ok((converted, None))
        }
        Plan::Gray(transform) => {
            let gray: Vec<u8> = picture.data.iter().step_by(3).copied().collect();
            let mut converted = Rgb::new(picture.width, picture.height);
            transform.transform(&gray, &mut converted.data).map_err(ImagingError::damaged)?;
            Ok((converted, None))
        }
        Plan::Cmyk(_) | Plan::Unreadable => Ok((picture, Some(PictureIssue::ProfileUnreadable))),
    }
}

/// Converts CMYK samples, 0 meaning no ink, to sRGB: by the embedded profile, else by subtraction.
pub(crate) fn cmyk_to_srgb(
    width: u32,
    height: u32,
    cmyk: &[u8],
    color: &SourceColor,
) -> Result<Rgb, ImagingError> {
    let mut converted = Rgb::new(width, height);
    if let Plan::Cmyk(transform) = plan(color) {
        transform.transform(cmyk, &mut converted.data).map_err(ImagingError::damaged)?;
        return Ok(converted);
    }
    let (inks, _) = cmyk.as_chunks::<4>();
    let (colors, _) = converted.data.as_chunks_mut::<3>();
    for (&[c, m, y, k], rgb) in inks.iter().zip(colors) {
        let left = |ink: u8| (u16::from(255 - ink) * u16::from(255 - k) / 255) as u8;
        *rgb = [left(c), left(m), left(y)];
    }
    Ok(converted)
}

fn plan(color: &SourceColor) -> Plan {
    thread_local! {
        static LAST: RefCell<Option<(SourceColor, Plan)>> = const { RefCell::new(None) };
    }
    if *color == SourceColor::Srgb {
        return Plan::Keep;
    }
    let known = LAST.with_borrow(|last| last.as_ref().filter(|(c, _)| c == color).map(|(_, p)| p.clone()));
    known.unwrap_or_else(|| {
        let made = contain(|| make_plan(color)).unwrap_or(Plan::Unreadable);
        LAST.set(Some((color.clone(), made.clone())));
        made
    })
}

fn make_plan(color: &SourceColor) -> Result<Plan, ImagingError> {
    let profile = match color {
        SourceColor::Srgb => return Ok(Plan::Keep),
        SourceColor::BrokenProfile => return Ok(Plan::Unreadable),
        SourceColor::AdobeRgb => ColorProfile::new_adobe_rgb(),
        SourceColor::Profile(bytes) => ColorProfile::new_from_slice(bytes).map_err(ImagingError::damaged)?,
    };
    let srgb = ColorProfile::new_srgb();
    let options = TransformOptions {
        rendering_intent: RenderingIntent::Perceptual,
        prefer_fixed_point: false,
        ..TransformOptions::default()
    };
    let transform = |layout| {
        profile.create_transform_8bit(layout, &srgb, Layout::Rgb, options).map_err(ImagingError::damaged)
    };
    Ok(match profile.color_space {
        DataColorSpace::Rgb => {
            let transform = transform(Layout::Rgb)?;
            if keeps_colors(transform.as_ref())? { Plan::Keep } else { Plan::Rgb(transform) }
        }
        DataColorSpace::Gray => Plan::Gray(transform(Layout::Gray)?),
        // four inks travel in the four-channel layout
        DataColorSpace::Cmyk => Plan::Cmyk(transform(Layout::Rgba)?),
        _ => Plan::Unreadable,
    })
}

fn keeps_colors(transform: &Transform8BitExecutor) -> Result<bool, ImagingError> {
    const LEVELS: [u8; 6] = [0, 40, 96, 144, 200, 255];
    let mut cube = Vec::with_capacity(LEVELS.len().pow(3) * 3);
    for r in LEVELS {
        for g in LEVELS {
            for b in LEVELS {
                cube.extend_from_slice(&[r, g, b]);
            }
        }
    }
    let mut result = vec![0; cube.len()];
    transform.transform(&cube, &mut result).map_err(ImagingError::damaged)?;
    Ok(cube.iter().zip(&result).all(|(a, b)| a.abs_diff(*b) <= SAME_AS_SRGB))
}
