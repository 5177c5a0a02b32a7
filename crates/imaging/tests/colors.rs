//! Foreign colours arrive in sRGB, and sRGB is left alone.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod common;

use common::*;
use imaging::{FileKind, Orientation, PictureIssue, PrintSpec, render_print, thumbnail};
use moxcms::ColorProfile;

/// Adobe RGB (144, 190, 120) is sRGB (113, 191, 116): computed from the published matrices of both
/// spaces, gamma 563/256 and the sRGB curve.
const IN_ADOBE: [u8; 3] = [144, 190, 120];

fn adobe_in_srgb() -> [u8; 3] {
    let linear = IN_ADOBE.map(|v| (f64::from(v) / 255.0).powf(563.0 / 256.0));
    let to_xyz =
        [[0.576_67, 0.185_56, 0.188_23], [0.297_34, 0.627_36, 0.075_29], [0.027_03, 0.070_69, 0.991_34]];
    let to_srgb =
        [[3.240_45, -1.537_14, -0.498_53], [-0.969_27, 1.876_01, 0.041_56], [0.055_64, -0.204_03, 1.057_23]];
    let times = |m: [[f64; 3]; 3], v: [f64; 3]| m.map(|row| row.iter().zip(v).map(|(a, b)| a * b).sum());
    let linear: [f64; 3] = times(to_srgb, times(to_xyz, linear));
    linear.map(|v: f64| {
        let v = v.clamp(0.0, 1.0);
        let coded = if v <= 0.003_130_8 { 12.92 * v } else { 1.055 * v.powf(1.0 / 2.4) - 0.055 };
        (coded * 255.0).round() as u8
    })
}

fn plain_jpeg() -> Vec<u8> {
    Picture::plain(160, 120, IN_ADOBE).jpeg_with(|c| {
        c.set_quality(100).unwrap();
        c.set_subsamp(turbojpeg::Subsamp::None).unwrap();
    })
}

fn shown(file: &[u8]) -> ([u8; 3], Vec<PictureIssue>) {
    let made = thumbnail(file, FileKind::Jpeg, Orientation::Normal, 160).unwrap();
    (decode(&made.jpeg).pixel(80, 60), made.issues)
}

fn printed(file: &[u8]) -> [u8; 3] {
    let spec = PrintSpec {
        width_px: 120,
        height_px: 160,
        target_ratio: (75, 100),
        quality: 93,
        dpi: 300,
        head: None,
    };
    let print = render_print(file, FileKind::Jpeg, Orientation::Normal, &spec).unwrap();
    decode(&print.jpeg).pixel(80, 60)
}

#[test]
fn adobe_rgb_is_transformed_not_merely_tagged() {
    let expected = adobe_in_srgb();
    assert!(!close(expected, IN_ADOBE, 20), "the two spaces differ visibly here: {expected:?}");
    let by_profile =
        with_segments(&plain_jpeg(), &[icc_segment(&ColorProfile::new_adobe_rgb().encode().unwrap())]);
    let by_dcf = with_segments(
        &plain_jpeg(),
        &[exif_segment(&exif(&[], &[(0xA001, Values::Short(vec![0xFFFF]))], Some("R03")))],
    );
    for (name, file) in [("profile", by_profile), ("DCF", by_dcf)] {
        let (screen, issues) = shown(&file);
        assert!(close(screen, expected, 3), "{name}: {screen:?} instead of {expected:?}");
        assert_eq!(issues, []);
        let print = printed(&file);
        assert!(close(print, expected, 3), "{name} printed: {print:?} instead of {expected:?}");
    }
}

#[test]
fn srgb_stays_as_it_is() {
    let srgb = ColorProfile::new_srgb().encode().unwrap();
    for file in [
        plain_jpeg(),
        with_segments(&plain_jpeg(), &[icc_segment(&srgb)]),
        with_segments(&plain_jpeg(), &[exif_segment(&exif(&[], &[], Some("R98")))]),
    ] {
        assert!(close(shown(&file).0, IN_ADOBE, 2), "{:?}", shown(&file).0);
        assert!(close(printed(&file), IN_ADOBE, 2));
    }
}

#[test]
fn display_p3_is_transformed() {
    let profile = ColorProfile::new_display_p3().encode().unwrap();
    let (screen, _) = shown(&with_segments(&plain_jpeg(), &[icc_segment(&profile)]));
    let [r, g, b] = screen;
    assert!(r < IN_ADOBE[0] - 4 && g.abs_diff(IN_ADOBE[1]) < 8 && b < IN_ADOBE[2] + 2, "{screen:?}");
}

#[test]
fn a_preview_without_a_profile_has_the_colours_of_its_picture() {
    let icc = icc_segment(&ColorProfile::new_adobe_rgb().encode().unwrap());
    let main = with_segments(&Picture::plain(800, 600, IN_ADOBE).jpeg(), &[icc]);
    let file = with_mpf(&main, &plain_jpeg(), 0x01_0002);
    let made = thumbnail(&file, FileKind::Jpeg, Orientation::Normal, 80).unwrap();
    assert_eq!(made.source, imaging::ThumbnailSource::EmbeddedPreview);
    assert!(close(decode(&made.jpeg).pixel(40, 30), adobe_in_srgb(), 4));
}

#[test]
fn an_unreadable_profile_is_reported() {
    let (pixel, issues) = shown(&with_segments(&plain_jpeg(), &[icc_segment(&[7; 300])]));
    assert_eq!(issues, [PictureIssue::ProfileUnreadable]);
    assert!(close(pixel, IN_ADOBE, 2));
}
