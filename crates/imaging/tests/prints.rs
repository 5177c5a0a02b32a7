//! Print files: exact pixels, sRGB with its profile, 300 dpi, 4:4:4, nothing else inside.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod common;

use common::*;
use imaging::{
    CropRect, FileKind, Head, ImagingError, Orientation, PrintSpec, Subsampling, centred_crop, effective_dpi,
    encode_jpeg, jpeg_segments, render_print, srgb_profile,
};

const SMALL: PrintSpec =
    PrintSpec { width_px: 304, height_px: 420, target_ratio: (152, 210), quality: 93, dpi: 300, head: None };

#[test]
fn a_print_is_what_the_lab_asked_for() {
    let spec = PrintSpec { width_px: 1795, height_px: 2480, ..SMALL };
    let source = Picture::quarters(1600, 2400);
    let tagged = with_segments(&source.jpeg(), &[exif_segment(&exif(&[], &[], None))]);
    let print = render_print(&tagged, FileKind::Jpeg, Orientation::Normal, &spec).unwrap();
    assert_eq!((print.width, print.height), (1795, 2480));
    assert_eq!(print.crop, CropRect { x: 0, y: 95, w: 1600, h: 2210 });
    assert_eq!(effective_dpi(print.crop, spec.target_ratio), 267);
    assert!(!print.from_raw_preview);

    let header = jpeg_segments::scan(&print.jpeg).unwrap();
    assert_eq!((header.frame.width, header.frame.height, header.frame.marker), (1795, 2480, 0xC0));
    assert_eq!(header.icc(&print.jpeg), jpeg_segments::Icc::Whole(srgb_profile().unwrap().to_vec()));
    assert_eq!(header.exif, None);
    let read = turbojpeg::read_header(&print.jpeg).unwrap();
    assert_eq!(read.subsamp, turbojpeg::Subsamp::None);
    assert!(!read.is_progressive);
    assert_eq!(&print.jpeg[2..20], b"\xFF\xE0\0\x10JFIF\0\x01\x01\x01\x01\x2C\x01\x2C\0\0");
    for forbidden in [&b"Exif"[..], b"Kamera Oy", b"0123456789"] {
        assert!(!print.jpeg.windows(forbidden.len()).any(|w| w == forbidden));
        assert!(tagged.windows(forbidden.len()).any(|w| w == forbidden));
    }
    assert_quarters(&decode(&print.jpeg), "print");
}

#[test]
fn prints_are_upright_and_turned_like_the_picture() {
    for (w, h) in [(600, 400), (400, 600)] {
        let upright = Picture::quarters(w, h);
        for number in 1..=8u8 {
            let orientation = Orientation::from_exif(u32::from(number)).unwrap();
            let jpeg = upright.stored(number).jpeg();
            let print = render_print(&jpeg, FileKind::Jpeg, orientation, &SMALL).unwrap();
            let size = if w > h { (420, 304) } else { (304, 420) };
            assert_eq!((print.width, print.height), size, "{w}x{h} by {number}");
            let ratio = if w > h { (210, 152) } else { (152, 210) };
            assert_eq!(print.crop, centred_crop(w as u32, h as u32, ratio.0, ratio.1));
            assert_quarters(&decode(&print.jpeg), &format!("{w}x{h} by {number}"));
        }
    }
}

#[test]
fn the_crop_follows_the_head_in_every_orientation() {
    // of 400 x 600 a square keeps 400 rows; with the head at the lower edge these are the last ones
    let upright = Picture::new(400, 600, |_, y| if y >= 200 { YELLOW } else { RED });
    let head = Head::new(5_000, 8_500, 10_000);
    let spec = PrintSpec { width_px: 100, height_px: 100, target_ratio: (50, 50), head, ..SMALL };
    for number in 1..=8u8 {
        let orientation = Orientation::from_exif(u32::from(number)).unwrap();
        let jpeg = upright.stored(number).jpeg();
        let print = render_print(&jpeg, FileKind::Jpeg, orientation, &spec).unwrap();
        assert_eq!(print.crop, CropRect { x: 0, y: 200, w: 400, h: 400 }, "by {number}");
        let shown = decode(&print.jpeg);
        for y in [2, 50, 97] {
            assert!(close(shown.pixel(50, y), YELLOW, 20), "row {y} by {number}: {:?}", shown.pixel(50, y));
        }
    }
}

#[test]
fn the_crop_takes_the_middle_in_every_orientation() {
    // the crop of 400 x 600 to 1:1 keeps rows 100 to 500, which are yellow between red bands
    let upright = Picture::new(400, 600, |_, y| if (100..500).contains(&y) { YELLOW } else { RED });
    let square = PrintSpec { width_px: 100, height_px: 100, target_ratio: (50, 50), ..SMALL };
    for number in 1..=8u8 {
        let orientation = Orientation::from_exif(u32::from(number)).unwrap();
        let jpeg = upright.stored(number).jpeg_with(|c| {
            c.set_subsamp(turbojpeg::Subsamp::None).unwrap();
            c.set_quality(100).unwrap();
        });
        let print = render_print(&jpeg, FileKind::Jpeg, orientation, &square).unwrap();
        assert_eq!(print.crop, CropRect { x: 0, y: 100, w: 400, h: 400 });
        let shown = decode(&print.jpeg);
        for (x, y) in [(50, 0), (50, 99), (0, 50), (99, 50)] {
            // one row of the source off would cost a quarter of the way to red
            assert!(close(shown.pixel(x, y), YELLOW, 20), "{number}: {:?}", shown.pixel(x, y));
        }
    }
}

#[test]
fn a_print_may_be_larger_than_its_picture_and_says_how_coarse_it_is() {
    let jpeg = Picture::quarters(120, 160).jpeg();
    let print = render_print(&jpeg, FileKind::Jpeg, Orientation::Normal, &SMALL).unwrap();
    assert_eq!((print.width, print.height), (304, 420));
    assert!(effective_dpi(print.crop, (152, 210)) < 20);
}

#[test]
fn nothing_doubtful_is_printed() {
    let jpeg = Picture::busy(900, 600).jpeg();
    let print =
        |bytes: &[u8], spec: &PrintSpec| render_print(bytes, FileKind::Jpeg, Orientation::Normal, spec);
    assert!(print(&jpeg, &SMALL).is_ok());
    assert_eq!(print(&jpeg[..jpeg.len() / 2], &SMALL).unwrap_err(), ImagingError::Truncated);
    let half_profile = segment(0xE2, &[b"ICC_PROFILE\0\x01\x02", &[0; 200]]);
    let broken = with_segments(&jpeg, &[half_profile]);
    assert!(matches!(print(&broken, &SMALL), Err(ImagingError::Damaged { .. })));
    for (w, h, ratio) in [(0, 400, (1, 1)), (400, 0, (1, 1)), (60_000, 60_000, (1, 1)), (40, 40, (0, 1))] {
        let spec = PrintSpec { width_px: w, height_px: h, target_ratio: ratio, ..SMALL };
        assert!(matches!(print(&jpeg, &spec), Err(ImagingError::BadTarget { .. })), "{w}x{h}");
    }
}

#[test]
fn padding_before_the_end_marker_is_no_damage() {
    let mut jpeg = Picture::busy(300, 200).jpeg();
    let end = jpeg.len() - 2;
    jpeg.splice(end..end, [0u8; 16]);
    assert!(render_print(&jpeg, FileKind::Jpeg, Orientation::Normal, &SMALL).is_ok());
}

#[test]
fn the_encoder_checks_sizes_and_splits_long_profiles() {
    let rgb = vec![90; 16 * 16 * 3];
    let wrong = encode_jpeg(&rgb, 16, 17, 90, Subsampling::Yuv420, None, 300);
    assert_eq!(wrong.unwrap_err(), ImagingError::BadTarget { width: 16, height: 17 });
    let profile: Vec<u8> = (0..200_000u32).map(|i| (i % 251) as u8).collect();
    let jpeg = encode_jpeg(&rgb, 16, 16, 90, Subsampling::Yuv422, Some(&profile), 254).unwrap();
    let header = jpeg_segments::scan(&jpeg).unwrap();
    assert_eq!(header.icc(&jpeg), jpeg_segments::Icc::Whole(profile));
    assert_eq!(turbojpeg::read_header(&jpeg).unwrap().subsamp, turbojpeg::Subsamp::Sub2x1);
}
