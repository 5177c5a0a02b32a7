//! Camera files as other software reads them: Exif by kamadak-exif, multi-picture index by an own strict
//! walk, pixels by turbojpeg and by `imaging`.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

use exif::{In, Tag, Value};
use synthetic::people::{KOSKELAN_KOULU, SchoolShape, aino, school};
use synthetic::*;

fn shot() -> Shot {
    let person = aino();
    let scene = Scene::Portrait { look: person.look(), pose: Pose::default() };
    Shot { size: ImageSize::Small(600, 400), ..Shot::of(scene, 42, 7) }
}

fn small_school() -> Vec<people::Class> {
    let shape =
        SchoolShape { name: KOSKELAN_KOULU.into(), classes: vec![("3A".into(), 4), ("3B".into(), 4)] };
    school(1, &shape).classes
}

fn read(bytes: &[u8]) -> exif::Exif {
    exif::Reader::new().read_from_container(&mut std::io::Cursor::new(bytes)).unwrap()
}

#[test]
fn exif_says_what_the_shot_says() {
    let bytes = camera_file(&shot()).unwrap();
    let exif = read(&bytes);
    let text = |tag| match &exif.get_field(tag, In::PRIMARY).unwrap().value {
        Value::Ascii(v) => String::from_utf8(v[0].clone()).unwrap(),
        other => panic!("{other:?}"),
    };
    let number = |tag| exif.get_field(tag, In::PRIMARY).unwrap().value.get_uint(0).unwrap();
    assert_eq!(text(Tag::Make), "Kuvakone");
    assert_eq!(text(Tag::Model), "Kuvakone K5");
    assert_eq!(text(Tag::BodySerialNumber), "5100421");
    assert_eq!(text(Tag::DateTimeOriginal), "2026:08:17 09:15:30");
    assert_eq!(text(Tag::SubSecTimeOriginal), "07");
    assert_eq!(text(Tag::OffsetTimeOriginal), "+03:00");
    assert_eq!(text(Tag::InteroperabilityIndex), "R98");
    assert_eq!(number(Tag::Orientation), 6);
    assert_eq!(number(Tag::ColorSpace), 1);
    assert_eq!((number(Tag::PixelXDimension), number(Tag::PixelYDimension)), (600, 400));
    for tag in [Tag::ExposureTime, Tag::FNumber, Tag::PhotographicSensitivity, Tag::FocalLength] {
        assert!(exif.get_field(tag, In::PRIMARY).is_some(), "{tag}");
    }
    let at = exif.get_field(Tag::JPEGInterchangeFormat, In::THUMBNAIL).unwrap().value.get_uint(0).unwrap()
        as usize;
    let len =
        exif.get_field(Tag::JPEGInterchangeFormatLength, In::THUMBNAIL).unwrap().value.get_uint(0).unwrap()
            as usize;
    let small = turbojpeg::decompress(&exif.buf()[at..at + len], turbojpeg::PixelFormat::RGB).unwrap();
    assert_eq!((small.width, small.height), (160, 120));
    let main = turbojpeg::decompress(&bytes, turbojpeg::PixelFormat::RGB).unwrap();
    assert_eq!((main.width, main.height), (600, 400));
}

/// The preview as the index locates it: (offset, length), after checking both entries.
fn indexed_preview(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut at = 2;
    while bytes[at + 1] != 0xda {
        let len = usize::from(u16::from_be_bytes([bytes[at + 2], bytes[at + 3]]));
        if bytes[at + 1] == 0xe2 && &bytes[at + 4..at + 8] == b"MPF\0" {
            let base = at + 8;
            let u32_at =
                |p: usize| u32::from_le_bytes(bytes[base + p..base + p + 4].try_into().unwrap()) as usize;
            let ifd = u32_at(4);
            assert_eq!(bytes[base + ifd], 3);
            let entries = u32_at(ifd + 2 + 2 * 12 + 8);
            assert_eq!(u32_at(entries) & 0x00ff_ffff, 0x03_0000);
            assert_eq!(&bytes[u32_at(entries + 4) - 2..u32_at(entries + 4)], [0xff, 0xd9]);
            assert_eq!(u32_at(entries + 16) & 0x00ff_ffff, 0x01_0002);
            return Some((base + u32_at(entries + 24), u32_at(entries + 20)));
        }
        at += 2 + len;
    }
    None
}

#[test]
fn the_preview_is_where_the_index_says_and_only_when_asked_for() {
    let bytes = camera_file(&shot()).unwrap();
    let (at, len) = indexed_preview(&bytes).unwrap();
    assert_eq!(at + len, bytes.len());
    let preview = turbojpeg::decompress(&bytes[at..], turbojpeg::PixelFormat::RGB).unwrap();
    assert_eq!((preview.width, preview.height), (1620, 1080));
    let without = camera_file(&Shot { embed_preview: false, ..shot() }).unwrap();
    assert_eq!(indexed_preview(&without), None);
}

#[test]
fn equal_shots_give_equal_bytes_and_other_seeds_others() {
    let a = camera_file(&shot()).unwrap();
    assert!(a == camera_file(&shot()).unwrap());
    assert!(a != camera_file(&Shot { seed: 8, ..shot() }).unwrap());
}

#[test]
fn turned_frames_show_the_same_picture_upright() {
    let plain = |held| {
        let shot = Shot { held, embed_preview: false, embed_thumbnail: false, ..shot() };
        turbojpeg::decompress(&camera_file(&shot).unwrap(), turbojpeg::PixelFormat::RGB).unwrap()
    };
    let upright = plain(Held::StoredUpright);
    assert_eq!((upright.width, upright.height), (400, 600));
    let px = |i: &turbojpeg::Image<Vec<u8>>, x: usize, y: usize| i32::from(i.pixels[y * i.pitch + x * 3]);
    let mean = |f: &dyn Fn(usize, usize) -> i32| (0..16).map(|n| f(n % 4, n / 4)).sum::<i32>() / 16;
    let (below, above) = (plain(Held::GripBelow), plain(Held::GripAbove));
    for (x, y) in [(40, 40), (200, 300), (120, 520), (340, 560)] {
        let want = mean(&|dx, dy| px(&upright, x + dx, y + dy));
        // Orientation 6: the stored picture turned clockwise is the upright one.
        let six = mean(&|dx, dy| px(&below, y + dy, 399 - x - dx));
        let eight = mean(&|dx, dy| px(&above, 599 - y - dy, x + dx));
        assert!((want - six).abs() < 8 && (want - eight).abs() < 8, "{x},{y}: {want} {six} {eight}");
    }
}

#[test]
fn a_session_has_dcf_names_mixed_orientations_rising_times_and_pairs() {
    let shape = SessionShape {
        raw_pairs: 2,
        card_frames: true,
        cameras: vec![Camera::first(), Camera::second()],
        size: ImageSize::Small(300, 200),
        ..SessionShape::of(small_school())
    };
    let frames = plan(5, &shape);
    assert_eq!(frames.len(), 8 * 4 + 2 * 2);
    let dcf = |s: &str| s.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_');
    for f in &frames {
        assert!(
            f.folder.len() == 8
                && dcf(&f.folder)
                && (100..=999).contains(&f.folder[..3].parse::<u32>().unwrap())
        );
        assert!(
            f.stem.len() == 8 && dcf(&f.stem) && (1..=9999).contains(&f.stem[4..].parse::<u32>().unwrap())
        );
    }
    let names: std::collections::HashSet<_> = frames.iter().map(|f| (&f.folder, &f.stem)).collect();
    assert_eq!(names.len(), frames.len());
    assert!(frames.is_sorted_by_key(|f| f.shot.taken_local));
    for held in [Held::Level, Held::GripBelow, Held::GripAbove] {
        assert!(frames.iter().any(|f| f.shot.held == held), "{held:?}");
    }
    let pair = frames.iter().find(|f| f.raw).unwrap().files().unwrap();
    let [jpg, dng] = pair.as_slice() else { panic!("a pair has two files") };
    assert_eq!(jpg.name.replace(".JPG", ".DNG"), dng.name);
    let raw = read(&dng.bytes);
    let time =
        |e: &exif::Exif| e.get_field(Tag::DateTimeOriginal, In::PRIMARY).unwrap().display_value().to_string();
    assert_eq!(time(&raw), time(&read(&jpg.bytes)));
    let strip = raw.get_field(Tag::StripOffsets, In::PRIMARY).unwrap().value.get_uint(0).unwrap() as usize;
    assert_eq!(
        turbojpeg::decompress(&dng.bytes[strip..], turbojpeg::PixelFormat::RGB).unwrap().width.max(1080),
        1620
    );
}

#[test]
fn writing_a_session_reports_and_stops_when_told() {
    let shape = SessionShape {
        frames_per_person: 1,
        class_pictures: true,
        size: ImageSize::Small(240, 160),
        ..SessionShape::of(small_school())
    };
    let frames = plan(5, &shape);
    let dir = tempfile::tempdir().unwrap();
    let mut told = Vec::new();
    write_session(dir.path(), &frames, &mut |done, of| {
        told.push((done, of));
        true
    })
    .unwrap();
    assert_eq!(told.last(), Some(&(10, 10)));
    let count =
        |root: &std::path::Path| std::fs::read_dir(root.join("DCIM/100KUVAK")).map_or(0, Iterator::count);
    assert_eq!(count(dir.path()), 10);
    let stopped = tempfile::tempdir().unwrap();
    let end = write_session(stopped.path(), &frames, &mut |done, _| done < 2);
    assert!(matches!(end, Err(SyntheticError::Stopped)));
    assert!((1..10).contains(&count(stopped.path())));
}

#[test]
fn bench_files_are_24_megapixels_of_8_to_10_megabytes() {
    let files = bench_files(2, 11, true).unwrap();
    for file in &files {
        let megabytes = file.bytes.len() as f64 / 1e6;
        assert!((8.0..=10.5).contains(&megabytes), "{megabytes:.2} MB");
        let header = turbojpeg::read_header(&file.bytes).unwrap();
        assert_eq!((header.width, header.height), (6000, 4000));
    }
    assert!(files[0].bytes != files[1].bytes);
}

#[test]
fn a_hundred_thousand_customers_come_quickly() {
    let begun = std::time::Instant::now();
    let list = customers::customers(1, 100_000);
    assert_eq!(list.len(), 100_000);
    assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
}
