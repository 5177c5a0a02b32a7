//! Thumbnails and views: upright, small, from the cheapest honest pixels, without metadata.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod common;

use common::*;
use imaging::{
    FileKind, ImagingError, Orientation, PictureIssue, ThumbnailSizes, ThumbnailSource, render_view, sniff,
    thumbnail, thumbnails,
};

const SMALL: ThumbnailSizes = ThumbnailSizes { grid: 128, preview: 360 };

fn metadata_free(jpeg: &[u8]) -> bool {
    let header = imaging::jpeg_segments::scan(jpeg).unwrap();
    header.exif.is_none() && !header.has_icc() && header.adobe_transform.is_none()
}

#[test]
fn all_eight_orientations_come_out_upright() {
    let upright = Picture::quarters(600, 400);
    for number in 1..=8u8 {
        let jpeg = upright.stored(number).jpeg();
        let orientation = Orientation::from_exif(u32::from(number)).unwrap();
        let both = thumbnails(&jpeg, FileKind::Jpeg, orientation, &SMALL).unwrap();
        for (name, bytes, size) in [("grid", &both.grid, (128, 85)), ("preview", &both.preview, (360, 240))] {
            let shown = decode(bytes);
            assert_eq!((shown.width, shown.height), size, "{name} of {number}");
            assert_quarters(&shown, &format!("{name} of {number}"));
            assert!(metadata_free(bytes));
        }
        let view = render_view(&jpeg, FileKind::Jpeg, orientation, None).unwrap();
        assert_eq!((view.width, view.height), (600, 400));
        assert_quarters(&decode(&view.jpeg), &format!("view of {number}"));
    }
}

#[test]
fn a_wrong_orientation_is_seen() {
    let jpeg = Picture::quarters(600, 400).stored(6).jpeg();
    let shown = thumbnail(&jpeg, FileKind::Jpeg, Orientation::Rotate270, 128).unwrap();
    let shown = decode(&shown.jpeg);
    assert!(!close(shown.pixel(10, 10), RED, 60));
}

#[test]
fn every_side_length_keeps_its_last_row_and_column() {
    for (w, h) in [(33, 31), (64, 1), (1, 64), (97, 65)] {
        for number in 1..=8u8 {
            let orientation = Orientation::from_exif(u32::from(number)).unwrap();
            let picture = Picture::new(w, h, |x, y| if x + 1 == w || y + 1 == h { YELLOW } else { BLUE });
            let jpeg = picture.stored(number).jpeg_with(|c| {
                c.set_quality(100).unwrap();
                c.set_subsamp(turbojpeg::Subsamp::None).unwrap();
            });
            let view = render_view(&jpeg, FileKind::Jpeg, orientation, None).unwrap();
            assert_eq!((view.width as usize, view.height as usize), (w, h));
            let shown = decode(&view.jpeg);
            assert!(close(shown.pixel(w - 1, h - 1), YELLOW, 60), "{w}x{h} by {number}");
        }
    }
}

#[test]
fn a_preview_beside_the_picture_is_used_when_it_fits() {
    let main = Picture::plain(2000, 1500, RED).jpeg();
    let preview = Picture::plain(400, 300, BLUE).jpeg();
    let file = with_mpf(&main, &preview, 0x01_0002);
    let made = thumbnails(&file, FileKind::Jpeg, Orientation::Normal, &SMALL).unwrap();
    assert_eq!(made.source, ThumbnailSource::EmbeddedPreview);
    assert_eq!((made.source_width, made.source_height), (2000, 1500));
    assert_eq!(made.preview_size, (400, 300), "an eighth more than wanted is not worth a scaling");
    assert!(close(decode(&made.preview).pixel(5, 5), BLUE, 8));
    let larger = with_mpf(&main, &Picture::plain(440, 330, BLUE).jpeg(), 0x01_0002);
    let made = thumbnails(&larger, FileKind::Jpeg, Orientation::Normal, &SMALL).unwrap();
    assert_eq!((made.source, made.preview_size), (ThumbnailSource::EmbeddedPreview, (360, 270)));
    let one = thumbnail(&file, FileKind::Jpeg, Orientation::Normal, 128).unwrap();
    assert_eq!(one.source, ThumbnailSource::EmbeddedPreview);
    // the large view shows the picture itself
    let view = render_view(&file, FileKind::Jpeg, Orientation::Normal, Some(360)).unwrap();
    assert!(close(decode(&view.jpeg).pixel(5, 5), RED, 8));
}

#[test]
fn an_unfit_preview_is_left_alone() {
    let main = Picture::plain(2000, 1500, RED).jpeg();
    let good = Picture::busy(400, 300).jpeg();
    let cut = &good[..good.len() * 2 / 3];
    let cases: [(&str, Vec<u8>); 5] = [
        ("too small", with_mpf(&main, &Picture::plain(300, 225, BLUE).jpeg(), 0x01_0002)),
        ("another shape", with_mpf(&main, &Picture::plain(400, 268, BLUE).jpeg(), 0x01_0002)),
        ("cut off", with_mpf(&main, cut, 0x01_0002)),
        ("a gain map", with_mpf(&main, &good, 0)),
        ("not a JPEG", with_mpf(&main, &[0; 5000], 0x01_0002)),
    ];
    for (name, file) in cases {
        let made = thumbnails(&file, FileKind::Jpeg, Orientation::Normal, &SMALL).unwrap();
        assert_eq!(made.source, ThumbnailSource::ScaledDecode, "{name}");
        assert!(close(decode(&made.preview).pixel(5, 5), RED, 8), "{name}");
        assert_eq!(made.issues, [], "{name}");
    }
}

#[test]
fn nothing_is_enlarged() {
    let jpeg = Picture::quarters(300, 200).jpeg();
    let made = thumbnails(&jpeg, FileKind::Jpeg, Orientation::Normal, &ThumbnailSizes::default()).unwrap();
    assert_eq!((made.grid_size, made.preview_size), ((300, 200), (300, 200)));
    assert_eq!(made.source, ThumbnailSource::FullDecode);
}

#[test]
fn progressive_and_grey_pictures_are_shown() {
    let picture = Picture::quarters(640, 480);
    let progressive = picture.jpeg_with(|c| c.set_progressive(true).unwrap());
    let shown = thumbnail(&progressive, FileKind::Jpeg, Orientation::Normal, 200).unwrap();
    assert_quarters(&decode(&shown.jpeg), "progressive");
    let grey = picture.jpeg_with(|c| c.set_subsamp(turbojpeg::Subsamp::Gray).unwrap());
    let shown = decode(&thumbnail(&grey, FileKind::Jpeg, Orientation::Normal, 200).unwrap().jpeg);
    let [r, g, b] = shown.pixel(180, 20);
    assert!(r.abs_diff(g) < 3 && g.abs_diff(b) < 3 && (100..130).contains(&g), "{r} {g} {b}");
}

#[test]
fn cmyk_pictures_are_shown_whichever_way_they_are_stored() {
    // full magenta and yellow ink make red; turbojpeg marks its CMYK as Adobe does
    let inks: Vec<u8> = std::iter::repeat_n([255u8, 0, 0, 255], 64 * 64).flatten().collect();
    let image = turbojpeg::Image {
        pixels: inks.as_slice(),
        width: 64,
        pitch: 256,
        height: 64,
        format: turbojpeg::PixelFormat::CMYK,
    };
    let mut compressor = turbojpeg::Compressor::new().unwrap();
    compressor.set_subsamp(turbojpeg::Subsamp::None).unwrap();
    let jpeg = compressor.compress_to_vec(image).unwrap();
    assert!(imaging::jpeg_segments::scan(&jpeg).unwrap().adobe_transform.is_some());
    let shown = decode(&thumbnail(&jpeg, FileKind::Jpeg, Orientation::Normal, 64).unwrap().jpeg);
    assert!(close(shown.pixel(32, 32), [255, 0, 0], 8), "{:?}", shown.pixel(32, 32));
}

#[test]
fn a_cut_off_picture_is_shown_as_far_as_it_goes_and_says_so() {
    let jpeg = Picture::busy(1200, 800).jpeg();
    let half = &jpeg[..jpeg.len() / 2];
    let made = thumbnails(half, FileKind::Jpeg, Orientation::Normal, &SMALL).unwrap();
    assert_eq!(made.issues, [PictureIssue::Truncated]);
    let whole = thumbnails(&jpeg, FileKind::Jpeg, Orientation::Normal, &SMALL).unwrap();
    assert_eq!(whole.issues, []);
    let (a, b) = (decode(&made.preview), decode(&whole.preview));
    assert!(close(a.pixel(180, 20), b.pixel(180, 20), 12));
    assert!(!close(a.pixel(180, 235), b.pixel(180, 235), 12));
}

#[test]
fn metadata_that_upsets_the_decoder_does_not_cost_the_picture() {
    let jpeg = Picture::quarters(640, 480).jpeg();
    let odd_jfif = segment(0xE0, &[b"JFIF\0\x09\x09\0\0\x01\0\x01\0\0"]);
    let stray = b"stray bytes between segments".to_vec();
    let broken_icc = segment(0xE2, &[b"ICC_PROFILE\0\x02\x07", &[0; 40]]);
    for (name, extra) in [("JFIF", odd_jfif), ("stray", stray), ("ICC", broken_icc)] {
        let file = with_segments(&jpeg, &[extra]);
        let shown = thumbnail(&file, FileKind::Jpeg, Orientation::Normal, 200);
        let shown = shown.unwrap_or_else(|e| panic!("{name}: {e}"));
        assert_quarters(&decode(&shown.jpeg), name);
    }
}

#[test]
fn png_webp_and_tiff_are_shown_with_transparency_as_white() {
    let picture = Picture::quarters(300, 200);
    let rgb = image::RgbImage::from_raw(300, 200, picture.data.clone()).unwrap();
    for format in [image::ImageFormat::Png, image::ImageFormat::WebP, image::ImageFormat::Tiff] {
        let mut file = std::io::Cursor::new(Vec::new());
        rgb.write_to(&mut file, format).unwrap();
        let file = file.into_inner();
        let kind = sniff(&file, "kuva");
        let shown = thumbnail(&file, kind, Orientation::Normal, 150).unwrap();
        assert_eq!((shown.width, shown.height), (150, 100), "{format:?}");
        assert_quarters(&decode(&shown.jpeg), &format!("{format:?}"));
    }
    let glass = image::RgbaImage::from_pixel(20, 20, image::Rgba([0, 0, 0, 0]));
    let mut file = std::io::Cursor::new(Vec::new());
    glass.write_to(&mut file, image::ImageFormat::Png).unwrap();
    let shown = thumbnail(&file.into_inner(), FileKind::Png, Orientation::Normal, 20).unwrap();
    assert!(close(decode(&shown.jpeg).pixel(10, 10), [255; 3], 2));
}

#[test]
fn what_is_no_picture_is_refused_by_name() {
    let of = |bytes: &[u8], kind| thumbnail(bytes, kind, Orientation::Normal, 100).unwrap_err();
    assert_eq!(of(b"", FileKind::Jpeg), ImagingError::Empty);
    assert_eq!(of(b"<x:xmpmeta/>", FileKind::Xmp), ImagingError::NotAPicture);
    assert_eq!(of(b"hello", FileKind::Unknown), ImagingError::NotAPicture);
    assert_eq!(of(b"\0\0\0\x18ftypheic\0\0\0\0", FileKind::Heic), ImagingError::NoPreview);
    assert!(matches!(of(b"hello", FileKind::Jpeg), ImagingError::Damaged { .. }));
    let jpeg = Picture::quarters(64, 64).jpeg();
    let none = thumbnail(&jpeg, FileKind::Jpeg, Orientation::Normal, 0);
    assert!(matches!(none, Err(ImagingError::BadTarget { .. })));
}
