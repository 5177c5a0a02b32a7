//! The plain convention: what the writer writes, the strict reader accepts; every mutation is seen.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::print_stdout)] // a test may stop

use std::fs;
use std::path::{Path, PathBuf};

use exchange::folder::part_name;
use exchange::folder::sha256_hex;
use exchange::plain::read::{Deviation, read};
use exchange::plain::{Crop, PlainBatch, PlainError, PlainPrint, PlainWriter, Sender};
use tempfile::TempDir;

fn batch() -> PlainBatch {
    PlainBatch {
        number: "2026-003".to_owned(),
        created_at: "2026-09-03T12:00:00+03:00".to_owned(),
        resend_of: Some("2026-002".to_owned()),
        sender: Sender {
            name: "Kuvaamo Esimerkki Oy".to_owned(),
            email: "studio@esimerkki.fi".to_owned(),
            phone: "+358 50 000 0000".to_owned(),
        },
        recipient: "Kuvatuote Oy".to_owned(),
    }
}

fn print(order: &str, line: u32, quantity: u32, stem: &str) -> PlainPrint {
    PlainPrint {
        order: order.to_owned(),
        line,
        product: "10".to_owned(),
        size: "10x15".to_owned(),
        surface: String::new(),
        quantity,
        stem: stem.to_owned(),
        width_px: 1205,
        height_px: 1795,
        icc: "sRGB".to_owned(),
        crop: Crop { x: 0, y: 20, w: 4000, h: 5960 },
        back1: order.to_owned(),
        back2: String::new(),
        pack: order.to_owned(),
    }
}

/// Markers of a baseline JPEG of this size with a profile; the scan is not a picture.
fn jpeg(width: u16, height: u16, extra: &[u8]) -> Vec<u8> {
    let mut bytes = b"\xff\xd8\xff\xe0\x00\x10JFIF\0\x01\x01\x01\x01\x2c\x01\x2c\0\0".to_vec();
    bytes.extend_from_slice(extra);
    bytes.extend_from_slice(b"\xff\xe2\x00\x12ICC_PROFILE\0\x01\x01xx");
    bytes.extend_from_slice(b"\xff\xc0\x00\x11\x08");
    bytes.extend_from_slice(&height.to_be_bytes());
    bytes.extend_from_slice(&width.to_be_bytes());
    bytes.extend_from_slice(b"\x03\x01\x11\0\x02\x11\0\x03\x11\0\xff\xda\x00\x02data\xff\xd9");
    bytes
}

fn begin(parent: &Path, name: &str) -> Result<PlainWriter, PlainError> {
    PlainWriter::begin(parent, name, &part_name(name).expect("name"), batch())
}

fn written(parent: &Path) -> PathBuf {
    let mut writer = begin(parent, "Kontakti_2026-003").expect("begin");
    // written out of order, as two workers finish
    writer.print(print("2026-0002", 1, 1, "A0000003"), &jpeg(1205, 1795, b"")).expect("print");
    writer.print(print("2026-0001", 1, 2, "A0000001"), &jpeg(1205, 1795, b"")).expect("print");
    let big = PlainPrint {
        size: "13x18".to_owned(),
        surface: "kiiltävä".to_owned(),
        product: "=1+1".to_owned(),
        back2: "say \"cheese\"; twice".to_owned(),
        width_px: 1500,
        height_px: 2102,
        ..print("2026-0001", 2, 999, "A0000002")
    };
    writer.print(big, &jpeg(1500, 2102, b"")).expect("print");
    writer.slip("2026-0001", b"%PDF one").expect("slip");
    writer.slip("2026-0002", b"%PDF two").expect("slip");
    writer.close("Tulostuserä 2026-003\nKuvaamo").expect("close").publish().expect("publish").folder
}

fn deviations(folder: &Path) -> Vec<Deviation> {
    read(folder).expect("readable").deviations
}

#[test]
fn the_folder_is_as_the_convention_says() {
    let dir = TempDir::new().expect("folder");
    let folder = written(dir.path());
    assert!(folder.ends_with("Kontakti_2026-003"));

    let report = read(&folder).expect("readable");
    assert_eq!(report.deviations, []);
    assert_eq!((report.orders, report.files, report.prints), (2, 3, 1002));
    assert_eq!(report.batch, "2026-003");
    assert_eq!(report.resend_of.as_deref(), Some("2026-002"));

    let csv = fs::read_to_string(folder.join("manifest.csv")).expect("csv");
    let size = jpeg(1, 1, b"").len();
    let sum = sha256_hex(&jpeg(1205, 1795, b""));
    let big = sha256_hex(&jpeg(1500, 2102, b""));
    assert_eq!(
        csv,
        format!(
            "\u{feff}order;line;product;size;surface;qty;file;bytes;sha256;width_px;height_px;icc;\
             crop_x;crop_y;crop_w;crop_h;back1;back2;pack\r\n\
             2026-0001;1;10;10x15;;2;10x15/2x_A0000001.JPG;{size};{sum};1205;1795;sRGB;0;20;4000;5960;2026-0001;;2026-0001\r\n\
             2026-0001;2;'=1+1;13x18;kiiltävä;999;13x18_kiiltava/999x_A0000002.JPG;{size};{big};1500;2102;sRGB;0;20;4000;5960;\
             2026-0001;\"say \"\"cheese\"\"; twice\";2026-0001\r\n\
             2026-0002;1;10;10x15;;1;10x15/1x_A0000003.JPG;{size};{sum};1205;1795;sRGB;0;20;4000;5960;2026-0002;;2026-0002\r\n"
        )
    );
    let sums = fs::read_to_string(folder.join("SHA256SUMS")).expect("sums");
    let paths: Vec<&str> =
        sums.lines().filter_map(|line| line.split_once("  ")).map(|(_, path)| path).collect();
    assert_eq!(
        paths,
        [
            "10x15/1x_A0000003.JPG",
            "10x15/2x_A0000001.JPG",
            "13x18_kiiltava/999x_A0000002.JPG",
            "README.txt",
            "manifest.csv",
            "manifest.json",
            "slips/2026-0001.pdf",
            "slips/2026-0002.pdf",
        ]
    );
    assert!(!sums.contains('\r'));
    let readme = fs::read(folder.join("README.txt")).expect("readme");
    assert_eq!(readme, "\u{feff}Tulostuserä 2026-003\r\nKuvaamo\r\n".as_bytes());
}

#[test]
fn the_same_batch_is_the_same_bytes() {
    let (one, two) = (TempDir::new().expect("folder"), TempDir::new().expect("folder"));
    let sums = |dir: &TempDir| read(&written(dir.path())).expect("readable").sums_sha256;
    assert_eq!(sums(&one), sums(&two));
}

#[test]
fn every_mutation_is_seen() {
    type Mutation = (&'static str, fn(&Path), fn(&[Deviation]) -> bool);
    let mutations: [Mutation; 16] = [
        (
            "missing print",
            |f| fs::remove_file(f.join("10x15/2x_A0000001.JPG")).expect("remove"),
            |d| {
                d.contains(&Deviation::Missing("10x15/2x_A0000001.JPG".to_owned()))
                    && d.contains(&Deviation::Total("files".to_owned()))
            },
        ),
        (
            "missing slip",
            |f| fs::remove_file(f.join("slips/2026-0001.pdf")).expect("remove"),
            |d| d.contains(&Deviation::Missing("slips/2026-0001.pdf".to_owned())),
        ),
        (
            "missing list",
            |f| fs::remove_file(f.join("manifest.csv")).expect("remove"),
            |d| d.contains(&Deviation::ListMissing("manifest.csv".to_owned())),
        ),
        (
            "extra file",
            |f| fs::write(f.join("10x15/Thumbs.db"), b"x").expect("write"),
            |d| {
                d.contains(&Deviation::Extra("10x15/Thumbs.db".to_owned()))
                    && d.contains(&Deviation::Unsummed("10x15/Thumbs.db".to_owned()))
            },
        ),
        (
            "extra empty folder",
            |f| fs::create_dir(f.join("20x30")).expect("create"),
            |d| d.contains(&Deviation::Extra("20x30/".to_owned())),
        ),
        (
            "changed byte",
            |f| {
                let path = f.join("10x15/2x_A0000001.JPG");
                let mut bytes = fs::read(&path).expect("read");
                let at = bytes.len() - 4;
                bytes[at] ^= 1;
                fs::write(path, bytes).expect("write");
            },
            |d| {
                d.len() == 2
                && d.iter().all(|deviation| matches!(deviation, Deviation::Checksum(path, _) if path.ends_with("A0000001.JPG")))
            },
        ),
        (
            "grown file",
            |f| {
                let path = f.join("slips/2026-0001.pdf");
                let mut bytes = fs::read(&path).expect("read");
                bytes.push(b'\n');
                fs::write(path, bytes).expect("write");
            },
            |d| d.contains(&Deviation::Length("slips/2026-0001.pdf".to_owned())),
        ),
        (
            "wrong sum",
            |f| {
                edit(f, "SHA256SUMS", |text| {
                    let (first, rest) = text.split_at(1);
                    format!("{}{rest}", if first == "0" { "1" } else { "0" })
                })
            },
            |d| {
                d.iter().any(
                    |deviation| matches!(deviation, Deviation::Checksum(_, list) if list == "SHA256SUMS"),
                )
            },
        ),
        (
            "unsorted sums",
            |f| {
                edit(f, "SHA256SUMS", |text| {
                    let mut lines: Vec<&str> = text.lines().collect();
                    lines.reverse();
                    lines.join("\n") + "\n"
                })
            },
            |d| d == [Deviation::Unsorted],
        ),
        (
            "climbing path",
            |f| edit(f, "SHA256SUMS", |text| text + &"0".repeat(64) + "  ../../etc/passwd\n"),
            |d| d.contains(&Deviation::PathEscape("../../etc/passwd".to_owned())),
        ),
        (
            "climbing manifest",
            |f| edit(f, "manifest.json", |text| text.replace("10x15/1x_A0000003.JPG", "/etc/passwd")),
            |d| d.contains(&Deviation::PathEscape("/etc/passwd".to_owned())),
        ),
        (
            "wrong total",
            |f| edit(f, "manifest.json", |text| text.replace("\"prints\": 1002", "\"prints\": 1001")),
            |d| d.contains(&Deviation::Total("prints".to_owned())),
        ),
        (
            "manifests disagree",
            |f| {
                edit(f, "manifest.csv", |text| {
                    text.replace(";20;4000;5960;2026-0002", ";21;4000;5960;2026-0002")
                })
            },
            |d| d.contains(&Deviation::ManifestsDiffer(4, "crop_y".to_owned())),
        ),
        (
            "formula unguarded",
            |f| edit(f, "manifest.csv", |text| text.replace("'=1+1", "=1+1")),
            |d| d.contains(&Deviation::ManifestsDiffer(3, "product".to_owned())),
        ),
        (
            "LF line",
            |f| edit(f, "manifest.csv", |text| text.replace("\r\n", "\n")),
            |d| {
                d.iter().any(
                    |deviation| matches!(deviation, Deviation::Malformed(list, _) if list == "manifest.csv"),
                )
            },
        ),
        (
            "moved file",
            |f| {
                fs::rename(f.join("10x15/1x_A0000003.JPG"), f.join("13x18_kiiltava/1x_A0000003.JPG"))
                    .expect("rename");
                for list in ["manifest.csv", "manifest.json", "SHA256SUMS"] {
                    edit(f, list, |text| {
                        text.replace("10x15/1x_A0000003.JPG", "13x18_kiiltava/1x_A0000003.JPG")
                    });
                }
            },
            |d| d.contains(&Deviation::PlaceDiffers("13x18_kiiltava/1x_A0000003.JPG".to_owned())),
        ),
    ];
    for (name, mutate, is_seen) in mutations {
        let dir = TempDir::new().expect("folder");
        let folder = written(dir.path());
        assert_eq!(deviations(&folder), [], "control before {name}");
        mutate(&folder);
        let found = deviations(&folder);
        assert!(is_seen(&found), "{name}: {found:?}");
    }
}

fn edit(folder: &Path, list: &str, change: impl Fn(String) -> String) {
    let path = folder.join(list);
    let before = fs::read_to_string(&path).expect("read");
    let after = change(before.clone());
    assert_ne!(before, after, "the mutation of {list} changed nothing");
    fs::write(path, after).expect("write");
}

#[test]
fn metadata_and_wrong_pixels_are_seen() {
    let exif = b"\xff\xe1\x00\x0aExif\0\0MM";
    type Names = fn(&Deviation) -> bool;
    let cases: [(&str, Vec<u8>, Names); 4] = [
        ("exif", jpeg(1205, 1795, exif), |d| matches!(d, Deviation::Metadata(_, name) if name == "Exif")),
        (
            "comment",
            jpeg(1205, 1795, b"\xff\xfe\x00\x06Aino"),
            |d| matches!(d, Deviation::Metadata(_, name) if name == "comment"),
        ),
        ("pixels", jpeg(1204, 1795, b""), |d| matches!(d, Deviation::Pixels(_))),
        ("no picture", b"not a picture".to_vec(), |d| matches!(d, Deviation::NotAPrint(..))),
    ];
    for (name, bytes, is_seen) in cases {
        let dir = TempDir::new().expect("folder");
        let mut writer = begin(dir.path(), "batch").expect("begin");
        writer.print(print("2026-0001", 1, 1, "A0000001"), &bytes).expect("print");
        writer.slip("2026-0001", b"%PDF").expect("slip");
        let folder = writer.close("x").expect("close").publish().expect("publish").folder;
        let found = deviations(&folder);
        assert!(found.len() == 1 && is_seen(&found[0]), "{name}: {found:?}");
    }
}

#[test]
fn two_sizes_never_share_a_folder() {
    let dir = TempDir::new().expect("folder");
    let mut writer = begin(dir.path(), "batch").expect("begin");
    writer
        .print(PlainPrint { surface: "kiiltävä".to_owned(), ..print("1", 1, 1, "A0000001") }, b"x")
        .expect("print");
    let other = PlainPrint { surface: "Kiiltava".to_owned(), ..print("1", 2, 1, "A0000002") };
    assert!(matches!(writer.print(other, b"x"), Err(PlainError::Size { .. })));
}

#[test]
fn more_than_999_copies_are_refused() {
    let dir = TempDir::new().expect("folder");
    let mut writer = begin(dir.path(), "batch").expect("begin");
    assert!(matches!(
        writer.print(print("1", 1, 1000, "A0000001"), b"x"),
        Err(PlainError::Quantity { quantity: 1000 })
    ));
    assert!(writer.print(print("1", 1, 999, "A0000001"), b"x").is_ok());
}
