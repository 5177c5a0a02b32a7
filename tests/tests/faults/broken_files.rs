//! A card full of broken files, strange names and things that are no files, through a whole import.

use std::collections::BTreeMap;
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use domain::import::{ImportOutcome, ImportReason};
use register::TaskState;

use crate::card::photograph;
use crate::check;
use crate::house::House;
use crate::person::without_rights;

/// A PNG that claims so many pixels and has hardly any.
fn png_of(width: u32, height: u32) -> Vec<u8> {
    let chunk = |kind: &[u8], data: &[u8]| {
        let body = [kind, data].concat();
        [&u32::try_from(data.len()).unwrap().to_be_bytes()[..], &body, &crc32(&body).to_be_bytes()].concat()
    };
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    let pixels = b"\x78\x01\x03\0\0\0\0\x01";
    let chunks = [chunk(b"IHDR", &header), chunk(b"IDAT", pixels), chunk(b"IEND", b"")].concat();
    [&b"\x89PNG\r\n\x1a\n"[..], &chunks].concat()
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| (sum >> 1) ^ (0xEDB8_8320 & (sum & 1).wrapping_neg()))
    })
}

/// The JPEG with other dimensions in its frame header.
fn jpeg_of(jpeg: &[u8], width: u16, height: u16) -> Vec<u8> {
    let mut bytes = jpeg.to_vec();
    let mut at = 2;
    while !matches!(bytes[at + 1], 0xC0 | 0xC2) {
        at += 2 + usize::from(u16::from_be_bytes([bytes[at + 2], bytes[at + 3]]));
    }
    bytes[at + 5..at + 7].copy_from_slice(&height.to_be_bytes());
    bytes[at + 7..at + 9].copy_from_slice(&width.to_be_bytes());
    bytes
}

/// Names that a photographer's computer may give a file; each with how it is to be shown.
fn awkward_names() -> Vec<(OsString, String)> {
    let mut names: Vec<(OsString, String)> = [
        "rivi\nvaihto.jpg",
        "sarkain\tja\rpaluu.jpg",
        "\"lainaus\" ja 'heitto'.jpg",
        "<img src=x onerror=alert(1)>.jpg",
        "&amp; %s %n {} $HOME `x`.jpg",
        "\u{202e}gpj.oksa.jpg",
        "\u{200f}\u{2067}אבא\u{2069}.jpg",
        "📷👩‍👧‍👦.jpg",
        "A\u{308}iti.jpg",
        "Äiti.jpg",
        "  alku ja loppu  .jpg",
        "-rf.jpg",
        "CON.jpg",
        "piste..jpg",
        "\u{1}\u{7f}.jpg",
        "null\u{2400}.JPEG",
    ]
    .into_iter()
    .map(|name| (OsString::from(name), name.to_owned()))
    .collect();
    let long = format!("{}.jpg", "ä".repeat(125));
    assert_eq!(long.len(), 254, "as long as a name may be");
    names.push((OsString::from(&long), long));
    for (bytes, shown) in [
        (&b"\xff\xfe.jpg"[..], "\\xFF\\xFE.jpg"),
        (b"\xfe\xff.jpg", "\\xFE\\xFF.jpg"),
        (b"K\xf6n\xe4s.jpg", "K\\xF6n\\xE4s.jpg"),
    ] {
        names.push((OsStr::from_bytes(bytes).to_owned(), shown.to_owned()));
    }
    names
}

#[test]
fn everything_that_is_no_photograph_is_named_and_every_photograph_is_stored() {
    without_rights(|| {
        let dir = tempfile::tempdir().unwrap();
        let card = dir.path().join("card");
        fs::create_dir(&card).unwrap();
        let at = |name: &str| card.join(name);
        let good = photograph(21, 0);
        let mut expected: BTreeMap<String, ImportReason> = BTreeMap::new();
        let mut named = |name: &str, reason| {
            expected.insert(name.to_owned(), reason);
            at(name)
        };

        fs::write(named("tyhjä.jpg", ImportReason::Empty), b"").unwrap();
        fs::write(named("tyhjä.cr3", ImportReason::Empty), b"").unwrap();
        fs::write(named("teksti.jpg", ImportReason::NotAnImage), b"this is no picture").unwrap();
        fs::write(named("yksi tavu.jpg", ImportReason::NotAnImage), b"\xff").unwrap();
        fs::write(named("nollia.jpg", ImportReason::NotAnImage), [0; 50_000]).unwrap();
        fs::write(named("alku.jpg", ImportReason::Damaged), &good[..good.len() / 8]).unwrap();
        fs::write(named("jättiläinen.png", ImportReason::TooManyPixels), png_of(100_000, 100_000)).unwrap();
        fs::write(named("jättiläinen.jpg", ImportReason::TooManyPixels), png_of(100_000, 100_001)).unwrap();
        let claimed = jpeg_of(&good, 65_535, 65_535);
        fs::write(named("suurin.jpg", ImportReason::TooManyPixels), claimed).unwrap();
        File::create(named("gigatavuja.jpg", ImportReason::TooLarge)).unwrap().set_len(1 << 31).unwrap();
        fs::write(named("elokuva.mp4", ImportReason::UnsupportedKind), b"x").unwrap();
        fs::write(named("._kuva.jpg", ImportReason::SystemFile), &good).unwrap();
        let pipe = named("putki.jpg", ImportReason::UnsupportedKind);
        assert!(Command::new("mkfifo").arg(pipe).status().unwrap().success());
        let _socket = UnixListener::bind(named("pistoke.jpg", ImportReason::UnsupportedKind)).unwrap();
        symlink("/etc/passwd", named("linkki.jpg", ImportReason::Link)).unwrap();
        symlink("kehä.jpg", named("kehä.jpg", ImportReason::Link)).unwrap();
        symlink("ei ole", named("poikki.jpg", ImportReason::Link)).unwrap();
        symlink(&card, named("itse", ImportReason::Link)).unwrap();
        let secret = named("suljettu.jpg", ImportReason::Unreadable);
        fs::write(&secret, photograph(21, 1)).unwrap();
        fs::set_permissions(&secret, fs::Permissions::from_mode(0o000)).unwrap();
        let shut = named("suljettu kansio", ImportReason::Unreadable);
        fs::create_dir(&shut).unwrap();
        fs::set_permissions(&shut, fs::Permissions::from_mode(0o000)).unwrap();

        let mut stored = Vec::new();
        fs::create_dir(at("kansio.jpg")).unwrap();
        fs::write(at("kansio.jpg/kuva.jpg"), photograph(21, 2)).unwrap();
        stored.push("kansio.jpg/kuva.jpg".to_owned());
        let deep = vec!["syvällä"; 80].join("/");
        fs::create_dir_all(at(&deep)).unwrap();
        fs::write(at(&deep).join("kuva.jpg"), photograph(21, 3)).unwrap();
        stored.push(format!("{deep}/kuva.jpg"));
        // what follows the picture's end harms nobody
        fs::write(at("häntä.jpg"), [photograph(21, 4), vec![7; 10_000]].concat()).unwrap();
        stored.push("häntä.jpg".to_owned());
        // what is there of it is kept and shown
        let cut = photograph(21, 5);
        fs::write(named("katkennut.jpg", ImportReason::Truncated), &cut[..cut.len() - 400]).unwrap();
        stored.push("katkennut.jpg".to_owned());
        for (number, (name, shown)) in awkward_names().into_iter().enumerate() {
            fs::write(card.join(name), photograph(22, number)).unwrap();
            stored.push(shown);
        }
        stored.sort();

        let house = House::create(&dir.path().join("data"));
        let before = entries(&card);
        assert!(before.len() > expected.len() + stored.len(), "control");
        let (task, id) = house.import(&card);

        assert_eq!(task.state, TaskState::Completed, "{:?}", task.error);
        let report = house.import_report(id).unwrap();
        assert_eq!(report.import.outcome, ImportOutcome::Completed);
        for issue in &report.issues {
            assert_eq!(issue.is_stored, stored.contains(&issue.source_name), "{}", issue.source_name);
        }
        assert!(report.issues.iter().any(|issue| issue.is_stored), "control");
        let said: BTreeMap<String, ImportReason> =
            report.issues.into_iter().map(|issue| (issue.source_name, issue.reason)).collect();
        assert_eq!(said, expected);
        assert_eq!(check::stored_names(&house), stored);
        check::assert_sound(&house, &house.acknowledged(), "imported");
        assert_eq!(entries(&card), before, "the card is as it was");

        fs::set_permissions(&shut, fs::Permissions::from_mode(0o700)).unwrap();
    });
}

/// Every entry of the card with its length and when it was written.
fn entries(card: &Path) -> Vec<(PathBuf, u64, SystemTime)> {
    let found = walkdir::WalkDir::new(card).sort_by_file_name().into_iter().filter_map(Result::ok);
    let entries = found.map(|entry| {
        let metadata = entry.path().symlink_metadata().unwrap();
        (entry.into_path(), metadata.len(), metadata.modified().unwrap())
    });
    entries.collect()
}
