//! The camera's JPEG inside RAW files.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod common;

use common::*;
use imaging::{
    FileKind, Orientation, ThumbnailSource, largest_embedded_preview, read_facts, sniff, thumbnails,
};

const MAGIC: &[u8; 4] = b"II*\0";

fn blob(index: u32) -> Values {
    Values::Long(vec![BLOB + index])
}

fn bytes_of(jpeg: &[u8]) -> Values {
    Values::Long(vec![jpeg.len() as u32])
}

struct Previews {
    small: Vec<u8>,
    large: Vec<u8>,
}

fn previews() -> Previews {
    Previews { small: Picture::plain(160, 120, RED).jpeg(), large: Picture::quarters(1600, 1200).jpeg() }
}

fn assert_found(file: &[u8], kind: FileKind, large: &[u8]) {
    let range = largest_embedded_preview(file, kind).unwrap_or_else(|| panic!("{kind:?}: nothing found"));
    assert!(file[range].starts_with(large), "{kind:?}: another JPEG");
    let made = thumbnails(file, kind, Orientation::Normal, &Default::default()).unwrap();
    assert_eq!(made.source, ThumbnailSource::RawPreview);
    assert_eq!((made.source_width, made.source_height), (1600, 1200));
    assert_quarters(&decode(&made.preview), &format!("{kind:?}"));
}

#[test]
fn nikon_keeps_it_in_a_sub_directory() {
    let Previews { small, large } = previews();
    let file = tiff(
        MAGIC,
        &[
            vec![
                (0x00FE, Values::Long(vec![1])),
                (0x010F, text("NIKON CORPORATION")),
                (0x0112, Values::Short(vec![8])),
                (0x014A, Values::Directories(vec![1, 2])),
                (0x8769, Values::Directory(3)),
            ],
            vec![(0x0201, blob(1)), (0x0202, bytes_of(&large)), (0x0103, Values::Short(vec![6]))],
            vec![(0x0100, Values::Long(vec![6016])), (0x0101, Values::Long(vec![4016]))],
            vec![(0x9003, text("2026:08:17 09:15:30")), (0x9291, text("7"))],
        ],
        &[&small, &large],
    );
    assert_eq!(sniff(&file, ""), FileKind::Nef);
    assert_found(&file, FileKind::Nef, &large);
    let facts = read_facts(&file, FileKind::Nef).unwrap();
    assert_eq!((facts.width, facts.height), (6016, 4016));
    assert_eq!(facts.orientation, Orientation::Rotate270);
    assert_eq!(facts.taken.unwrap().subsec_nanos, 700_000_000);
}

#[test]
fn canon_keeps_it_as_a_strip_of_the_first_directory() {
    let Previews { small, large } = previews();
    // the sensor's data is lossless JPEG, which must not be taken for a picture
    let lossless =
        [&b"\xFF\xD8\xFF\xC3\0\x11\x0E\x10\0\x18\0\x03\x01\x11\0\x02\x11\0\x03\x11\0"[..], &[0; 90]].concat();
    let file = tiff_with_gap(
        MAGIC,
        b"CR\x02\0\0\0\0\0",
        &[
            vec![
                (0x0103, Values::Short(vec![6])),
                (0x0111, blob(1)),
                (0x0117, bytes_of(&large)),
                (0x014A, Values::Directories(vec![1, 2])),
            ],
            vec![(0x0201, blob(0)), (0x0202, bytes_of(&small))],
            vec![(0x0103, Values::Short(vec![6])), (0x0111, blob(2)), (0x0117, bytes_of(&lossless))],
        ],
        &[&small, &large, &lossless],
    );
    assert_eq!(sniff(&file, ""), FileKind::Cr2);
    assert_found(&file, FileKind::Cr2, &large);
}

#[test]
fn panasonic_has_a_tag_for_it_and_olympus_hides_it() {
    let Previews { small, large } = previews();
    let rw2 =
        tiff(b"IIU\0", &[vec![(0x010F, text("Panasonic")), (0x002E, Values::Bytes(large.clone()))]], &[]);
    assert_eq!(sniff(&rw2, ""), FileKind::Rw2);
    assert_found(&rw2, FileKind::Rw2, &large);
    assert_eq!(read_facts(&rw2, FileKind::Rw2).unwrap().make.as_deref(), Some("Panasonic"));

    let notes = [&b"OLYMPUS\0II\x03\0"[..], &large, b"more notes"].concat();
    let orf = tiff(
        b"IIRO",
        &[
            vec![(0x010F, text("OLYMPUS CORPORATION")), (0x014A, Values::Directory(1))],
            vec![(0x0201, blob(0)), (0x0202, bytes_of(&small)), (0x927C, Values::Bytes(notes))],
        ],
        &[&small],
    );
    assert_eq!(sniff(&orf, ""), FileKind::Orf);
    assert_found(&orf, FileKind::Orf, &large);
}

#[test]
fn fuji_points_at_it_in_the_header() {
    let Previews { large, .. } = previews();
    let tagged = with_segments(&large, &[exif_segment(&exif(&[], &[], None))]);
    let mut file = b"FUJIFILMCCD-RAW 0201".to_vec();
    file.resize(84, 0);
    file.extend_from_slice(&148u32.to_be_bytes());
    file.extend_from_slice(&(tagged.len() as u32).to_be_bytes());
    file.resize(148, 0);
    file.extend_from_slice(&tagged);
    file.extend_from_slice(&[0x55; 4000]);
    assert_found(&file, FileKind::Raf, &tagged);
    assert_eq!(read_facts(&file, FileKind::Raf).unwrap().model.as_deref(), Some("Malli 1"));
}

fn boxed(kind: &[u8; 4], parts: &[&[u8]]) -> Vec<u8> {
    let data = parts.concat();
    [&(data.len() as u32 + 8).to_be_bytes()[..], kind, &data].concat()
}

#[test]
fn canon_cr3_keeps_it_in_a_preview_box_or_a_track() {
    let Previews { small, large } = previews();
    let canon: [u8; 16] =
        [0x85, 0xC0, 0xB6, 0x87, 0x82, 0x0F, 0x11, 0xE0, 0x81, 0x11, 0xF4, 0xCE, 0x46, 0x2B, 0x6A, 0x48];
    let preview: [u8; 16] =
        [0xEA, 0xF4, 0x2B, 0x5E, 0x1C, 0x98, 0x4B, 0x88, 0xB9, 0xFB, 0xB7, 0xDC, 0x40, 0x6E, 0x4D, 0x16];
    let main = tiff(
        MAGIC,
        &[vec![
            (0x010F, text("Canon")),
            (0x0100, Values::Short(vec![6000])),
            (0x0101, Values::Short(vec![4000])),
        ]],
        &[],
    );
    let shot = tiff(MAGIC, &[vec![(0x9003, text("2026:08:17 09:15:30"))]], &[]);
    let thumbnail = boxed(b"THMB", &[&[0; 16], &small]);
    let metadata =
        boxed(b"uuid", &[&canon, &boxed(b"CMT1", &[&main]), &boxed(b"CMT2", &[&shot]), &thumbnail]);
    let head = boxed(b"ftyp", &[b"crx \0\0\0\x01crx isom"]);
    let prvw = boxed(b"PRVW", &[&[0; 16], &large]);
    let with_preview =
        [head.clone(), boxed(b"moov", &[&metadata]), boxed(b"uuid", &[&preview, &[0; 8], &prvw])].concat();
    assert_eq!(sniff(&with_preview, ""), FileKind::Cr3);
    assert_found(&with_preview, FileKind::Cr3, &large);
    let facts = read_facts(&with_preview, FileKind::Cr3).unwrap();
    assert_eq!(facts.make.as_deref(), Some("Canon"));
    assert_eq!(facts.taken.unwrap().local.to_string(), "2026-08-17T09:15:30");
    assert_eq!((facts.width, facts.height), (6000, 4000));

    let moov_with = |offset: u64| {
        let sizes = boxed(b"stsz", &[&[0; 4], &(large.len() as u32).to_be_bytes(), &1u32.to_be_bytes()]);
        let offsets = boxed(b"co64", &[&[0; 4], &1u32.to_be_bytes(), &offset.to_be_bytes()]);
        let table = boxed(b"stbl", &[&sizes, &offsets]);
        let track = boxed(b"trak", &[&boxed(b"mdia", &[&boxed(b"minf", &[&table])])]);
        boxed(b"moov", &[&metadata, &track])
    };
    let start = head.len() + moov_with(0).len() + 8;
    let with_track = [head, moov_with(start as u64), boxed(b"mdat", &[&large])].concat();
    assert_found(&with_track, FileKind::Cr3, &large);
}

#[test]
fn the_raw_samples_are_recognised_and_described() {
    for (path, kind, model, time, size) in [
        ("CanonRaw.cr2", FileKind::Cr2, "Canon EOS 350D DIGITAL", "2005-08-03T18:59:18", (3456, 2304)),
        ("CanonRaw.cr3", FileKind::Cr3, "Canon EOS M50", "2018-02-21T12:08:56", (6000, 4000)),
        ("Nikon.nef", FileKind::Nef, "NIKON D70", "2004-06-09T16:02:35", (3040, 2014)),
        ("DNG.dng", FileKind::Dng, "Canon EOS 350D DIGITAL", "2005-08-03T18:59:18", (3516, 2328)),
        ("Panasonic.rw2", FileKind::Rw2, "DMC-LX3", "2008-08-06T15:21:56", (3656, 2742)),
        ("FujiFilm.raf", FileKind::Raf, "FinePix S5Pro", "2007-05-22T13:58:30", (1440, 960)),
    ] {
        let path = &format!("raw-headers/{path}");
        let Some(bytes) = sample(path) else { continue };
        assert_eq!(sniff(&bytes, "kuva"), kind, "{path}");
        let facts = read_facts(&bytes, kind).unwrap();
        assert_eq!(facts.model.as_deref().map(str::trim), Some(model), "{path}");
        assert_eq!(facts.taken.map(|t| t.local.to_string()).as_deref(), Some(time), "{path}");
        assert_eq!((facts.width, facts.height), size, "{path}");
    }
}
