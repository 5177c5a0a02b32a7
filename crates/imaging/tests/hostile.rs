//! Whatever the bytes are, every function returns, and none of its errors is a contained crash.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod common;

use common::*;
use imaging::{
    FileKind, ImagingError, Orientation, PictureIssue, PrintSpec, jpeg_segments, largest_embedded_preview,
    read_facts, render_print, sniff, thumbnail, thumbnails,
};
use proptest::prelude::*;

const KINDS: [FileKind; 15] = [
    FileKind::Jpeg,
    FileKind::Cr2,
    FileKind::Cr3,
    FileKind::Nef,
    FileKind::Arw,
    FileKind::Dng,
    FileKind::Orf,
    FileKind::Rw2,
    FileKind::Raf,
    FileKind::Tiff,
    FileKind::Png,
    FileKind::Webp,
    FileKind::Heic,
    FileKind::Xmp,
    FileKind::Unknown,
];
const PRINT: PrintSpec =
    PrintSpec { width_px: 60, height_px: 90, target_ratio: (60, 90), quality: 93, dpi: 300, head: None };

/// Runs everything; returns whether a picture came out.
fn everything(bytes: &[u8], kind: FileKind) -> bool {
    let facts = read_facts(bytes, kind);
    let both = thumbnails(bytes, kind, Orientation::Rotate90, &Default::default());
    let print = render_print(bytes, kind, Orientation::Transverse, &PRINT);
    for error in [facts.err(), both.as_ref().err().cloned(), print.err()].into_iter().flatten() {
        assert_ne!(error, ImagingError::DecoderBroke);
    }
    if let Some(range) = largest_embedded_preview(bytes, kind) {
        assert!(range.start < range.end && range.end <= bytes.len());
    }
    both.is_ok()
}

fn camera_file() -> Vec<u8> {
    let main = Picture::busy(320, 240).jpeg_with(|c| c.set_quality(80).map(drop).unwrap());
    let profile = moxcms::ColorProfile::new_adobe_rgb().encode().unwrap();
    let tagged = with_segments(&main, &[exif_segment(&exif(&[], &[], Some("R03"))), icc_segment(&profile)]);
    with_mpf(&tagged, &Picture::busy(160, 120).jpeg(), 0x01_0002)
}

#[test]
fn a_file_cut_anywhere_is_refused_or_reported() {
    let jpeg = Picture::busy(640, 480).jpeg();
    let (mut refused, mut reported) = (0, 0);
    for step in 0..50 {
        let cut = &jpeg[..jpeg.len() * step / 50];
        match thumbnail(cut, FileKind::Jpeg, Orientation::Normal, 200) {
            Err(_) => refused += 1,
            Ok(shown) => {
                assert_eq!(shown.issues, [PictureIssue::Truncated], "cut at {step}/50");
                reported += 1;
            }
        }
        assert!(render_print(cut, FileKind::Jpeg, Orientation::Normal, &PRINT).is_err());
        everything(cut, FileKind::Jpeg);
    }
    assert!(refused > 0 && reported > 30, "{refused} refused, {reported} reported");
}

#[test]
fn two_thousand_damaged_camera_files_crash_nothing() {
    let whole = camera_file();
    let mut numbers = Numbers(20_260_817);
    let mut shown = 0;
    for round in 0..2000 {
        let mut file = whole.clone();
        for _ in 0..=numbers.below(8) {
            // most damage goes into the header, where it decides something
            let reach = if round % 4 == 0 { file.len() } else { 1600.min(file.len()) };
            let at = numbers.below(reach);
            match numbers.below(5) {
                0 => file[at] = numbers.below(256) as u8,
                1 => file[at] ^= 1 << numbers.below(8),
                2 => file[at] = 0xFF,
                3 => drop(file.drain(at..(at + numbers.below(64)).min(whole.len() / 2).max(at))),
                _ => file.insert(at, numbers.below(256) as u8),
            }
        }
        shown += usize::from(everything(&file, FileKind::Jpeg));
    }
    assert!((200..1990).contains(&shown), "{shown} of 2000 still shown");
}

#[test]
fn damaged_progressive_files_crash_nothing() {
    let whole = Picture::busy(160, 120).jpeg_with(|c| c.set_progressive(true).unwrap());
    let mut numbers = Numbers(7);
    for _ in 0..400 {
        let mut file = whole.clone();
        for _ in 0..4 {
            let at = numbers.below(file.len());
            file[at] = numbers.below(256) as u8;
        }
        everything(&file, FileKind::Jpeg);
    }
}

#[test]
fn damaged_raw_files_crash_nothing() {
    for path in samples_in("raw-headers") {
        let Some(whole) = sample(&path) else { continue };
        let kind = sniff(&whole, &path);
        let mut numbers = Numbers(whole.len() as u64);
        for _ in 0..60 {
            let mut file = whole.clone();
            for _ in 0..6 {
                let at = numbers.below(file.len().min(4000));
                file[at] = numbers.below(256) as u8;
            }
            everything(&file, kind);
        }
    }
}

#[test]
fn a_directory_that_points_at_itself_ends() {
    let circle = b"II*\0\x08\0\0\0\x01\0\x4A\x01\x04\0\x01\0\0\0\x08\0\0\0\x08\0\0\0";
    for kind in KINDS {
        everything(circle, kind);
    }
}

#[test]
fn a_header_that_claims_impossible_dimensions_is_called_that() {
    for (width, height) in [(100_000u32, 100_000u32), (70_000, 10), (0x7FFF_FFFF, 1)] {
        let chunk = |kind: &[u8], data: &[u8]| {
            let body = [kind, data].concat();
            let length = u32::try_from(data.len()).unwrap().to_be_bytes();
            [&length[..], &body, &crc32(&body).to_be_bytes()].concat()
        };
        let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
        let png = [
            b"\x89PNG\r\n\x1a\n".to_vec(),
            chunk(b"IHDR", &header),
            chunk(b"IDAT", b"\x78\x01\x03\0\0\0\0\x01"),
            chunk(b"IEND", b""),
        ]
        .concat();
        let told = read_facts(&png, FileKind::Png).map(drop);
        assert!(matches!(told, Err(ImagingError::TooLarge { .. })), "{width} x {height}: {told:?}");
        let shown = thumbnails(&png, FileKind::Png, Orientation::Normal, &Default::default()).map(drop);
        assert!(matches!(shown, Err(ImagingError::TooLarge { .. })), "{width} x {height}: {shown:?}");
    }
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xEDB8_8320 & (sum & 1).wrapping_neg()))
    })
}

#[test]
fn ten_thousand_false_starts_cost_little() {
    // each start leads through stray bytes to the end of the file
    let starts = [&b"\xFF\xD8\xFF\xE0\0\x04ab"[..], &[0x41; 900]].concat().repeat(10_000);
    let file = [&b"IIRO\x08\0\0\0\0\0\0\0\0\0"[..], &starts].concat();
    assert_eq!(largest_embedded_preview(&file, FileKind::Orf), None);
    let segments = segment(0xDD, &[&[0, 0]]).repeat(1_000_000);
    let header = [&b"\xFF\xD8"[..], &segments].concat();
    assert!(jpeg_segments::scan(&header).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn random_bytes_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..600), kind in 0..KINDS.len()) {
        everything(&bytes, KINDS[kind]);
        everything(&bytes, sniff(&bytes, "IMG_0001.CR2"));
    }

    #[test]
    fn random_segments_are_survived(
        parts in proptest::collection::vec((0xC0u8..=0xFE, proptest::collection::vec(any::<u8>(), 0..80)), 0..12),
    ) {
        let segments: Vec<Vec<u8>> = parts.iter().map(|(marker, data)| segment(*marker, &[data])).collect();
        let file = [&b"\xFF\xD8"[..], &segments.concat()].concat();
        if let Ok(header) = jpeg_segments::scan(&file) {
            if let jpeg_segments::Icc::Whole(profile) = header.icc(&file) {
                prop_assert!(profile.len() < file.len());
            }
            prop_assert!(header.mpf_previews(&file).iter().all(|r| r.end <= file.len()));
            let clean = header.without_metadata(&file);
            prop_assert_eq!(clean.is_some(), header.scan_start.is_some());
        }
        everything(&file, FileKind::Jpeg);
    }

    #[test]
    fn random_tails_of_known_heads_are_survived(
        head in 0usize..8,
        tail in proptest::collection::vec(any::<u8>(), 0..400),
    ) {
        let heads: [&[u8]; 8] = [
            b"II*\0\x08\0\0\0",
            b"MM\0*\0\0\0\x08",
            b"IIRO\x08\0\0\0",
            b"IIU\0\x18\0\0\0",
            b"FUJIFILMCCD-RAW 0201",
            b"\0\0\0\x18ftypcrx \0\0\0\x01crx isom",
            b"\x89PNG\r\n\x1a\n\0\0\0\x0DIHDR",
            b"RIFF\xFF\0\0\0WEBPVP8L",
        ];
        let file = [heads[head], &tail].concat();
        everything(&file, sniff(&file, "x.nef"));
    }
}
