//! The program as somebody runs it: what it says, and how it ends.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use trail::bundle::{BundleWriter, Contents};
use trail::merkle::{Frontier, leaf_hash};
use trail::{Checkpoint, Entry, KeyRecord, SigningKey, Values, hex_groups, link, origin_of};

/// Writes a whole bundle of ten entries; gives its path and its checkpoint.
fn bundle(folder: &Path, machine: &str) -> (PathBuf, String) {
    let key = SigningKey::from_seed(&[4; 32]);
    let (mut entries, mut prev, mut tree) = (Vec::new(), [0; 32], Frontier::default());
    for id in 1..=10 {
        let values = Values {
            layout: 2,
            id,
            at: 1_788_416_100_000 + id * 60_000,
            action: "order_created",
            entity: "order",
            entity_id: Some(id),
            fields: "",
            count: None,
            machine,
            staff_id: Some(1),
        };
        let hash = link(&prev, &values);
        entries.push(Entry { values, prev_hash: prev, hash });
        tree.push(leaf_hash(&hash));
        prev = hash;
    }
    let origin = origin_of(&entries[0].hash);
    let note =
        Checkpoint { origin, size: 10, root: tree.root(), at_ms: 1_788_419_700_000, head: prev }.sign(&key);
    let path = folder.join(format!("{machine}.zip"));
    let contents = Contents {
        readme: "",
        keys: &[KeyRecord::first(&key)],
        checkpoints: &[(1, note.clone())],
        people: &[],
        entries: 10,
        prover: None,
        earlier: &[],
    };
    let mut writer = BundleWriter::begin(File::create(&path).unwrap(), &contents).unwrap();
    entries.iter().for_each(|entry| writer.entry(entry).unwrap());
    writer.finish().unwrap();
    (path, note)
}

fn run(arguments: &[&str]) -> (i32, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_kontakti-verify"))
        .args(["--language", "en"])
        .args(arguments)
        .output()
        .unwrap();
    assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"));
    (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap())
}

#[test]
fn it_says_what_holds_what_does_not_and_what_cannot_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let (path, note) = bundle(folder.path(), "toimisto-1");
    let path = path.to_str().unwrap();
    let (code, text) = run(&[path]);
    assert!(code == 0 && text.starts_with("INTACT.") && text.contains("10 entries"), "{text}");
    assert!(text.contains("Nothing outside of the bundle was compared"), "{text}");

    let sheet = folder.path().join("sheet.txt");
    fs::write(&sheet, &note).unwrap();
    let root = hex_groups(&Checkpoint::read_unproved(&note).unwrap().root).join(" ");
    for paper in [sheet.to_str().unwrap(), &root] {
        let (code, text) = run(&[path, "--checkpoint", paper]);
        assert!(code == 0 && text.contains("The checkpoint on paper (2026-09-03 10:15)"), "{text}");
    }

    let (_, other) = bundle(folder.path(), "toimisto-2");
    fs::write(&sheet, other).unwrap();
    let (code, text) = run(&[path, "--checkpoint", sheet.to_str().unwrap()]);
    assert!(code == 1 && text.starts_with("NOT WHAT IS ON PAPER."), "{text}");
    let (code, text) = run(&[path, "--checkpoint", "5dc9 da79"]);
    assert!(code == 2 && text.starts_with("The checkpoint cannot be read"), "{text}");

    let cut = folder.path().join("cut.zip");
    let bytes = fs::read(path).unwrap();
    fs::write(&cut, &bytes[..bytes.len() - 40]).unwrap();
    for unreadable in [cut.to_str().unwrap(), folder.path().to_str().unwrap(), "/does/not/exist"] {
        let (code, text) = run(&[unreadable]);
        assert!(code == 2 && text.starts_with("CANNOT BE READ."), "{unreadable}: {text}");
    }
    assert_eq!(run(&[]).0, 2);
}

#[test]
fn a_changed_entry_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let key = SigningKey::from_seed(&[4; 32]);
    let values = Values {
        layout: 2,
        id: 1,
        at: 1_788_416_100_000,
        action: "order_created",
        entity: "order",
        entity_id: Some(1),
        fields: "",
        count: None,
        machine: "toimisto-1",
        staff_id: Some(1),
    };
    let hash = link(&[0; 32], &values);
    let mut tree = Frontier::default();
    tree.push(leaf_hash(&hash));
    let note = Checkpoint {
        origin: origin_of(&hash),
        size: 1,
        root: tree.root(),
        at_ms: 1_788_416_160_000,
        head: hash,
    }
    .sign(&key);
    let path = folder.path().join("changed.zip");
    let contents = Contents {
        readme: "",
        keys: &[KeyRecord::first(&key)],
        checkpoints: &[(1, note)],
        people: &[],
        entries: 1,
        prover: None,
        earlier: &[],
    };
    let mut writer = BundleWriter::begin(File::create(&path).unwrap(), &contents).unwrap();
    let by_another = Values { staff_id: Some(2), ..values };
    writer.entry(&Entry { values: by_another, prev_hash: [0; 32], hash }).unwrap();
    writer.finish().unwrap();
    let (code, text) = run(&[path.to_str().unwrap()]);
    assert!(
        code == 1 && text.starts_with("CHANGED OR INCOMPLETE.") && text.contains("Entry 1 is not"),
        "{text}"
    );
}
