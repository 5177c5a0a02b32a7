//! What files say of themselves.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod common;

use common::*;
use imaging::{ColorSpace, FactIssue, Facts, FileKind, ImagingError, Orientation, read_facts, sniff};

fn facts_of(main: &[(u16, Values)], more: &[(u16, Values)], interoperability: Option<&str>) -> Facts {
    let jpeg = Picture::plain(64, 48, RED).jpeg();
    let file = with_segments(&jpeg, &[exif_segment(&exif(main, more, interoperability))]);
    read_facts(&file, FileKind::Jpeg).unwrap()
}

#[test]
fn a_camera_file_tells_everything_the_panel_shows() {
    let facts = facts_of(&[(0x0112, Values::Short(vec![6]))], &[], None);
    let taken = facts.taken.unwrap();
    assert_eq!(taken.local.to_string(), "2026-08-17T09:15:30");
    assert_eq!(taken.subsec_nanos, 70_000_000);
    assert_eq!(taken.offset_minutes, Some(180));
    assert_eq!(facts.make.as_deref(), Some("Kamera Oy"));
    assert_eq!(facts.model.as_deref(), Some("Malli 1"));
    assert_eq!(facts.serial.as_deref(), Some("0123456789"));
    assert_eq!(facts.lens.as_deref(), Some("85mm F1.8"));
    assert_eq!(facts.orientation, Orientation::Rotate90);
    assert_eq!((facts.width, facts.height), (64, 48));
    assert_eq!(facts.color_space, ColorSpace::Srgb);
    assert_eq!(facts.exposure_time.map(|r| (r.numerator, r.denominator)), Some((1, 200)));
    assert!((facts.f_number.unwrap().as_f64() - 5.6).abs() < 1e-9);
    assert_eq!(facts.iso, Some(400));
    assert!((facts.focal_length.unwrap().as_f64() - 85.0).abs() < 1e-9);
    assert!(!facts.icc);
    assert_eq!(facts.issues, []);
}

#[test]
fn colour_spaces_follow_the_interoperability_index() {
    let with = |space: u16, index| facts_of(&[], &[(0xA001, Values::Short(vec![space]))], index).color_space;
    assert_eq!(with(0xFFFF, Some("R03")), ColorSpace::AdobeRgb);
    assert_eq!(with(0xFFFF, Some("R98")), ColorSpace::Uncalibrated);
    assert_eq!(with(0xFFFF, None), ColorSpace::Uncalibrated);
    assert_eq!(with(1, Some("R98")), ColorSpace::Srgb);
}

#[test]
fn wrong_values_become_issues() {
    let orientation = |n| facts_of(&[(0x0112, Values::Short(vec![n]))], &[], None);
    for wrong in [0, 9, 65_535] {
        let facts = orientation(wrong);
        assert_eq!(facts.orientation, Orientation::Normal);
        assert_eq!(facts.issues, [FactIssue::OrientationInvalid(u32::from(wrong))]);
    }
    let issues = |tag, value: &str| facts_of(&[], &[(tag, text(value))], None).issues;
    assert_eq!(issues(0x9003, "2026:13:45 99:99:99"), [FactIssue::TimeInvalid]);
    assert_eq!(issues(0x9003, "    :  :     :  :  "), [FactIssue::TimeInvalid]);
    assert_eq!(issues(0x9291, "x7"), [FactIssue::SubsecondInvalid]);
    assert_eq!(issues(0x9011, "Helsinki"), [FactIssue::OffsetInvalid]);
    let zero = facts_of(&[], &[(0x829A, Values::Rational(1, 0))], None);
    assert_eq!(zero.exposure_time, None);
}

#[test]
fn a_file_without_exif_is_no_failure() {
    let facts = read_facts(&Picture::plain(64, 48, RED).jpeg(), FileKind::Jpeg).unwrap();
    assert_eq!((facts.width, facts.height, facts.taken), (64, 48, None));
    assert_eq!(facts.issues, [FactIssue::NoExif, FactIssue::TimeMissing]);
}

#[test]
fn broken_exif_keeps_what_could_be_read() {
    let whole = exif(&[], &[], None);
    let jpeg = Picture::plain(64, 48, RED).jpeg();
    let mut with_model = 0;
    for end in 0..whole.len() {
        let file = with_segments(&jpeg, &[exif_segment(&whole[..end])]);
        let facts = read_facts(&file, FileKind::Jpeg).unwrap();
        assert_eq!((facts.width, facts.height), (64, 48));
        with_model += usize::from(facts.make.is_some() && facts.issues.contains(&FactIssue::ExifDamaged));
        if end < 8 {
            assert!(facts.issues.contains(&FactIssue::ExifDamaged), "cut at {end}");
        }
    }
    assert!(with_model > 0);
}

#[test]
fn long_and_dirty_text_is_bounded() {
    let facts = facts_of(&[(0x0110, text(&"\u{1b}[2Jx".repeat(2000)))], &[], None);
    let model = facts.model.unwrap();
    assert_eq!(model.chars().count(), 200);
    assert!(!model.chars().any(char::is_control));
}

#[test]
fn kinds_are_told_by_content_and_raw_by_name_where_content_is_silent() {
    let bare = tiff(b"II*\0", &[vec![(0x0100, Values::Long(vec![4]))]], &[]);
    let dng = tiff(b"II*\0", &[vec![(0xC612, Values::Bytes(vec![1, 4, 0, 0]))]], &[]);
    let nikon = tiff(
        b"II*\0",
        &[
            vec![
                (0x00FE, Values::Long(vec![1])),
                (0x010F, text("NIKON CORPORATION")),
                (0x014A, Values::Directory(1)),
            ],
            vec![(0x0100, Values::Long(vec![4]))],
        ],
        &[],
    );
    let orf = tiff(b"IIRO", &[vec![(0x0100, Values::Long(vec![4]))]], &[]);
    let rw2 = tiff(b"IIU\0", &[vec![(0x0100, Values::Long(vec![4]))]], &[]);
    for (bytes, name, kind) in [
        (&bare[..], "scan.tif", FileKind::Tiff),
        (&bare, "scan", FileKind::Tiff),
        (&bare, "DSC_0001.NEF", FileKind::Nef),
        (&bare, "DSC00001.arw", FileKind::Arw),
        (&dng, "anything.jpg", FileKind::Dng),
        (&nikon, "", FileKind::Nef),
        (&orf, "", FileKind::Orf),
        (&rw2, "", FileKind::Rw2),
        (b"II*\0\x10\0\0\0CR\x02\0", "", FileKind::Cr2),
        (b"\0\0\0\x18ftypcrx \0\0\0\x01", "", FileKind::Cr3),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "", FileKind::Heic),
        (b"\0\0\0\x18ftypavif\0\0\0\0", "", FileKind::Unknown),
        (b"FUJIFILMCCD-RAW 0201", "", FileKind::Raf),
        (b"\x89PNG\r\n\x1a\n", "", FileKind::Png),
        (b"RIFF\0\0\0\0WEBPVP8 ", "", FileKind::Webp),
        (b"\xEF\xBB\xBF<?xpacket begin", "", FileKind::Xmp),
        (b"<?xml version='1.0'?><x:xmpmeta>", "", FileKind::Xmp),
        (b"MZ executable", "picture.jpg", FileKind::Unknown),
        (b"", "picture.jpg", FileKind::Unknown),
        (b"\xFF\xD8\xFF\xE0", "wrong.nef", FileKind::Jpeg),
    ] {
        assert_eq!(sniff(bytes, name), kind, "{name} {:?}", &bytes[..bytes.len().min(12)]);
    }
    assert!(FileKind::Cr3.is_raw() && !FileKind::Tiff.is_raw() && !FileKind::Xmp.is_picture());
}

#[test]
fn impossible_sizes_are_refused_before_decoding() {
    let sof = |w: u16, h: u16| {
        let size = [h.to_be_bytes(), w.to_be_bytes()].concat();
        let frame = segment(0xC0, &[&[8], &size, &[3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]]);
        [&b"\xFF\xD8"[..], &frame, b"\xFF\xDA\0\x0C\x03\x01\0\x02\x11\x03\x11\0\x3F\0"].concat()
    };
    for (w, h) in [(65_535, 65_535), (65_501, 10), (30_000, 30_000)] {
        let too_large = ImagingError::TooLarge { width: u32::from(w), height: u32::from(h) };
        assert_eq!(read_facts(&sof(w, h), FileKind::Jpeg).unwrap_err(), too_large);
        let shown = imaging::thumbnail(&sof(w, h), FileKind::Jpeg, Orientation::Normal, 100);
        assert_eq!(shown.unwrap_err(), too_large);
    }
    assert!(read_facts(&sof(0, 10), FileKind::Jpeg).is_err());

    // a PNG may claim 100,000 x 100,000 in its header
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0DIHDR".to_vec();
    png.extend_from_slice(&[0, 1, 0x86, 0xA0, 0, 1, 0x86, 0xA0, 8, 2, 0, 0, 0]);
    png.extend_from_slice(&[0; 64]);
    assert!(read_facts(&png, FileKind::Png).is_err());
    assert!(imaging::thumbnail(&png, FileKind::Png, Orientation::Normal, 100).is_err());
}

#[test]
fn real_cameras_are_read() {
    for (path, make, model, time) in [
        ("exif/Canon_40D.jpg", "Canon", "Canon EOS 40D", "2008-05-30T15:56:01"),
        ("exif/Nikon_D70.jpg", "NIKON CORPORATION", "NIKON D70", "2008-03-15T09:52:01"),
        ("exif/Pentax_K10D.jpg", "PENTAX Corporation", "PENTAX K10D", "2008-05-04T16:47:24"),
    ] {
        let Some(bytes) = sample(path) else { continue };
        let facts = read_facts(&bytes, sniff(&bytes, path)).unwrap();
        assert_eq!(facts.make.as_deref(), Some(make), "{path}");
        assert_eq!(facts.model.as_deref(), Some(model), "{path}");
        assert_eq!(facts.taken.map(|t| t.local.to_string()).as_deref(), Some(time), "{path}");
        assert_eq!(facts.issues, [], "{path}");
    }
}

#[test]
fn the_orientation_samples_say_what_their_names_say() {
    for shape in ["Landscape", "Portrait"] {
        for number in 0..=8u32 {
            let path = format!("orientation/{shape}_{number}.jpg");
            let Some(bytes) = sample(&path) else { continue };
            let facts = read_facts(&bytes, sniff(&bytes, &path)).unwrap();
            assert_eq!(facts.orientation, Orientation::from_exif(number).unwrap_or_default(), "{path}");
            assert_eq!(facts.issues.contains(&FactIssue::OrientationInvalid(0)), number == 0, "{path}");
            let shown = imaging::thumbnail(&bytes, FileKind::Jpeg, facts.orientation, 300).unwrap();
            assert_eq!(shown.width > shown.height, shape == "Landscape", "{path}");
        }
    }
}

#[test]
fn every_sample_is_read_or_refused_without_a_crash() {
    let mut read = 0;
    let mut total = 0;
    for folder in ["exif", "exif/gps", "exif/invalid", "exif/mobile", "raw-headers"] {
        for path in samples_in(folder) {
            let Some(bytes) = sample(&path) else { continue };
            let kind = sniff(&bytes, &path);
            if !kind.is_picture() {
                continue;
            }
            total += 1;
            let facts = read_facts(&bytes, kind);
            let shown = imaging::thumbnails(&bytes, kind, Orientation::Normal, &Default::default());
            for result in [facts.as_ref().err(), shown.as_ref().err()].into_iter().flatten() {
                assert_ne!(*result, ImagingError::DecoderBroke, "{path}");
            }
            read += usize::from(facts.is_ok_and(|f| f.width > 0));
            // the stripped RAW samples keep no preview; every JPEG can be shown
            assert!(kind.is_raw() || shown.is_ok(), "{path}");
        }
    }
    assert_eq!(read, total);
}
