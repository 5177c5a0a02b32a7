//! Thousands of files with random changes: none crashes the reader, none takes more than two seconds or 256 MiB.
//!
//! The reader is a process of its own with a limit on its memory; a watch looks at each file's time.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use synthetic::people::{SchoolShape, school};
use synthetic::{ImageSize, SessionShape};

use crate::card::Card;
use crate::form::{seed, times};
use crate::house::House;
use crate::shop::Shop;

const LONGEST: Duration = Duration::from_secs(2);
/// Heap and other memory of its own, in KiB.
const MOST_MEMORY: u64 = 256 * 1024;
/// So many failures are enough to know.
const ENOUGH: usize = 10;

/// Lets the reader read mutants `0..count`; what it did not get over.
fn failures(what: &str, folder: &Path, seed: u64, count: usize, longest: Duration) -> Vec<String> {
    let mut found = Vec::new();
    let mut first = 0;
    while first < count && found.len() < ENOUGH {
        let limited = format!("ulimit -d {MOST_MEMORY}; exec \"$0\" \"$@\"");
        let mut child = Command::new("sh")
            .args(["-c", &limited, env!("CARGO_BIN_EXE_mutant"), what])
            .arg(folder)
            .args([seed.to_string(), first.to_string(), count.to_string()])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let (sender, lines) = mpsc::channel();
        let reader = std::thread::spawn(move || {
            out.lines().map_while(Result::ok).for_each(|line| drop(sender.send(line)));
        });
        let mut at = None;
        let why = loop {
            // nothing is measured before the first file
            let patience = if at.is_some() { longest } else { Duration::from_secs(60) };
            match lines.recv_timeout(patience) {
                Ok(line) if line == "end" => break None,
                Ok(line) => at = Some(line.parse::<usize>().unwrap()),
                Err(mpsc::RecvTimeoutError::Timeout) => break Some("took too long"),
                Err(mpsc::RecvTimeoutError::Disconnected) => break Some("ended the reader"),
            }
        };
        let _ = child.kill();
        let status = child.wait().unwrap();
        reader.join().unwrap();
        let Some(why) = why else { break };
        let at = at.expect("it read one at least");
        found.push(format!("{what} {at} {why}: {status}"));
        first = at + 1;
    }
    found
}

/// The control: a reader that dies, takes too much memory or too long is reported.
#[test]
fn a_reader_that_fails_is_seen() {
    for kind in ["images", "texts"] {
        let all = [
            ("end the reader", "ended the reader"),
            ("take 300 MiB", "ended the reader"),
            ("take for ever", "took too long"),
        ];
        for (what, words) in all {
            let dir = tempfile::tempdir().unwrap();
            fs::write(dir.path().join("code.txt"), what).unwrap();
            let found = failures(kind, dir.path(), 1, 1, LONGEST);
            assert!(found.len() == 1 && found[0].contains(words), "{kind}, {what}: {found:?}");
        }
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("code.txt"), "K7QMT").unwrap();
        assert_eq!(failures(kind, dir.path(), 1, 3, LONGEST), Vec::<String>::new(), "{kind}: nothing else");
    }
}

#[test]
fn no_changed_picture_ends_or_stops_the_reader() {
    let seed = seed();
    let dir = tempfile::tempdir().unwrap();
    let mut class = school(8, &SchoolShape::koskela()).classes.remove(0);
    class.people.truncate(4);
    let shape = SessionShape {
        frames_per_person: 1,
        raw_pairs: 2,
        size: ImageSize::Small(480, 320),
        ..SessionShape::of(vec![class])
    };
    for file in synthetic::session(8, &shape) {
        let file = file.unwrap();
        fs::write(dir.path().join(file.name), file.bytes).unwrap();
    }
    let count = times(300, 10_000);
    assert_eq!(failures("images", dir.path(), seed, count, LONGEST), Vec::<String>::new(), "seed {seed}");
    println!("{count} changed pictures");
}

const SIDECAR: &str = r#"<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:tiff="http://ns.adobe.com/tiff/1.0/"
 xmp:Rating="4" xmp:Label="Red" xmp:CreateDate="2026-09-03T09:15:00+03:00" tiff:Orientation="6" tiff:Model="EOS R6">
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"#;

/// A file of each kind that the program reads and did not make just now.
fn texts(dir: &Path) {
    let house = House::create(&dir.join("made/data"));
    house.import(&Card::write(&dir.join("made/card"), 81, 2).path);
    let shop = Shop::open(&house);
    let batches = dir.join("made/batches");
    fs::create_dir(&batches).unwrap();
    let (task, id) = house.batch_start(&shop.request(), &batches).unwrap();
    house.tasks().wait(task).unwrap();
    let batch = house.batch_get(id).unwrap().batch.folder;
    drop(house);
    let texts = dir.join("texts");
    fs::create_dir(&texts).unwrap();
    fs::rename(batch, texts.join("batch")).unwrap();
    let studio = dir.join("made/data/studio");
    for name in ["keyslots", "anchor", "register.json", "register.db"] {
        fs::copy(studio.join(name), texts.join(name)).unwrap();
    }
    let write = |name: &str, text: &str| fs::write(texts.join(name), text).unwrap();
    write("sidecar.xmp", SIDECAR);
    write("code.txt", "K7QMT-4XW2P-9RJHC-V3NBD-8FYGS-ZA6E1");
    write(
        "settings.json",
        r#"{"language":"fi","theme":"dark","lockAfterMinutes":15,"preferences":{"grid.size":"\"m\""}}"#,
    );
    write("current", "epoch-3");
    write("attempts", r#"{"failures":4,"last_at_ms":1788416100000,"tried":[{"staff_id":1,"failures":4}]}"#);
    let names = ["00112233445566778899aabbccddeeff", "ffeeddccbbaa99887766554433221100"];
    write("reserved", &format!("KRN1\n7\n{}\n", names.join("\n")));
}

#[test]
fn no_changed_text_ends_or_stops_the_reader() {
    let seed = seed();
    let dir = tempfile::tempdir().unwrap();
    texts(dir.path());
    let count = times(400, 10_000);
    let folder = dir.path().join("texts");
    assert_eq!(failures("texts", &folder, seed, count, LONGEST), Vec::<String>::new(), "seed {seed}");
    println!("{count} changed texts");
}
