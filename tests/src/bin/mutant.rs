//! Reads files that were changed at random, as the program reads foreign bytes, for a test that watches its time and memory.
//!
//! `mutant <images|texts> <folder of whole files> <seed> <first> <behind the last>`. Says each number before it reads the
//! file of that number, and `end`. A number, its seed and the folder make the same bytes every time. What a file of a
//! name is read by is in [`read`].

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, ensure};
use api::{App, AppConfig};
use imaging::{FileKind, ImagingError, Orientation, PrintSpec, ThumbnailSizes};
use kontakti_tests::host::FixedHost;
use kontakti_tests::{program, say};
use register::SystemClock;
use store::{Store, StoreKeys, epoch};
use synthetic::rng::Rng;
use vault::{Anchor, DeviceFolder, KeySlots, RecoveryCode, RootKey, SealedStore, Throttle};

const PRINT: PrintSpec =
    PrintSpec { width_px: 118, height_px: 177, target_ratio: (40, 60), quality: 93, dpi: 300, head: None };
/// Numbers and marks at which readers of lengths and of text break.
const AWKWARD: [&[u8]; 12] = [
    b"\xFF\xFF\xFF\xFF",
    b"\x00\x00\x00\x00",
    b"\x7F\xFF\xFF\xFF",
    b"\xFF\xD8\xFF",
    b"99999999999999999999999",
    b"-1",
    b"1e999",
    b"\"",
    b"\n;\n",
    b"\xED\xA0\x80",
    b"\xE2\x80\xAE",
    b"../../../etc/passwd",
];

fn main() -> anyhow::Result<()> {
    register::run_worker_if_asked();
    let [what, folder, seed, first, last] = program::arguments()?;
    let number =
        |argument: &Path| -> anyhow::Result<u64> { Ok(argument.to_str().context("a number")?.parse()?) };
    let (seed, first, last) = (number(&seed)?, number(&first)?, number(&last)?);
    let is_image = what == Path::new("images");
    let mut whole = files(&folder)?;
    whole.sort();
    ensure!(!whole.is_empty(), "no files in {}", folder.display());
    let work = tempfile::tempdir()?;
    for at in first..last {
        say(&at.to_string());
        let mut random = Rng::branch(seed, &format!("{at}"));
        let path = &whole[random.below(whole.len())];
        let whole_file = fs::read(path)?;
        misbehave(&whole_file);
        let bytes = mutated(whole_file, &mut random);
        if is_image {
            look_at(&bytes, &path.to_string_lossy())?;
        } else {
            read(path.strip_prefix(&folder)?, &folder, &bytes, work.path())?;
        }
    }
    say("end");
    Ok(())
}

fn files(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let found = walkdir::WalkDir::new(folder).into_iter().collect::<Result<Vec<_>, _>>()?;
    Ok(found
        .into_iter()
        .filter(|entry| entry.file_type().is_file())
        .map(walkdir::DirEntry::into_path)
        .collect())
}

/// The file with one to eight changes.
fn mutated(mut bytes: Vec<u8>, random: &mut Rng) -> Vec<u8> {
    for _ in 0..=random.below(8) {
        if bytes.is_empty() {
            return bytes;
        }
        let at = random.below(bytes.len());
        // beginnings, where headers are, more often than the rest
        let at = if random.chance(50) { at % 1024 } else { at }.min(bytes.len() - 1);
        let end = (at + 1 + random.below(64)).min(bytes.len());
        match random.below(8) {
            0 | 1 => bytes[at] ^= 1 << random.below(8),
            2 => bytes[at] = random.next_u64().to_le_bytes()[0],
            3 => drop(bytes.drain(at..end)),
            4 => {
                let piece = bytes[at..end].repeat(1 + random.below(50));
                bytes.splice(at..at, piece).for_each(drop);
            }
            5 => bytes.truncate(at),
            6 => {
                let piece = AWKWARD[random.below(AWKWARD.len())];
                bytes.splice(at..end, piece.iter().copied()).for_each(drop);
            }
            _ => {
                let deep = [b"[", b"{", b"<"][random.below(3)].repeat(2000);
                bytes.splice(at..at, deep).for_each(drop);
            }
        }
    }
    bytes
}

/// Files by which a test learns that it would see what they do: end the reader, take more memory than it may, or for ever.
fn misbehave(bytes: &[u8]) {
    match bytes {
        b"end the reader" => std::process::abort(),
        b"take 300 MiB" => drop(std::hint::black_box(vec![1u8; 300 << 20])),
        b"take for ever" => loop {
            std::thread::park();
        },
        _ => {}
    }
}

/// All that is done with a foreign picture: its facts, the small pictures, a print.
fn look_at(bytes: &[u8], name: &str) -> anyhow::Result<()> {
    let kind = imaging::sniff(bytes, name);
    let facts = imaging::read_facts(bytes, kind).err();
    let small = imaging::thumbnails(bytes, kind, Orientation::Normal, &ThumbnailSizes::default()).err();
    let print = imaging::render_print(bytes, kind, Orientation::Rotate90, &PRINT).err();
    for error in [facts, small, print].into_iter().flatten() {
        ensure!(error != ImagingError::DecoderBroke, "a decoder broke");
    }
    Ok(())
}

/// Reads text or a small file by what reads it in the program; only a crash is wrong.
fn read(name: &Path, folder: &Path, bytes: &[u8], work: &Path) -> anyhow::Result<()> {
    let text = String::from_utf8_lossy(bytes);
    let first = name.iter().next().and_then(|part| part.to_str()).unwrap_or_default();
    let dir = work.join("read");
    fs::create_dir(&dir)?;
    match first {
        "sidecar.xmp" => drop(imaging::read_facts(bytes, FileKind::Xmp)),
        "code.txt" => drop(RecoveryCode::parse(&text)),
        "settings.json" => {
            fs::write(dir.join(first), bytes)?;
            let app = App::new(AppConfig {
                kdf: None,
                decoders: register::Decoders::of_this_program(),
                data_dir: dir.clone(),
                device_dir: dir.join("device"),
                host: Arc::new(FixedHost::new(&dir, &dir)),
                clock: Arc::new(SystemClock),
            })?;
            app.call("app_state", serde_json::json!({})).map_err(|error| anyhow::anyhow!("{error:?}"))?;
        }
        "keyslots" => {
            fs::write(dir.join(first), bytes)?;
            if let Ok(slots) = KeySlots::open(&dir, DeviceFolder::new(dir.join("device"))) {
                drop(slots.sign_ins());
            }
        }
        "anchor" => {
            fs::write(dir.join(first), bytes)?;
            drop(Anchor::open(&dir, &RootKey::make_random().derive_anchor_key(), [1; 16]));
        }
        "current" => {
            fs::write(dir.join(first), bytes)?;
            drop(epoch::files_dir(&dir));
        }
        "attempts" => {
            fs::write(dir.join(first), bytes)?;
            Throttle::load(&dir)?.wait_until(1);
        }
        "reserved" => {
            fs::write(dir.join(first), bytes)?;
            drop(SealedStore::new(&dir).unsettled());
        }
        // read when the first page of the database does not open
        "register.json" => {
            fs::copy(folder.join("register.db"), dir.join("register.db"))?;
            fs::write(dir.join(first), bytes)?;
            let opened = Store::open(&dir, &StoreKeys::derive(&RootKey::make_random()));
            ensure!(opened.is_err(), "opened by a key of nobody");
        }
        "register.db" => {
            fs::write(dir.join(first), bytes)?;
            let opened = Store::open(&dir, &StoreKeys::derive(&RootKey::make_random()));
            ensure!(opened.is_err(), "opened by a key of nobody");
        }
        "batch" => {
            let whole = folder.join("batch");
            for path in files(&whole)? {
                let below = path.strip_prefix(&whole)?;
                let copy = dir.join(below);
                fs::create_dir_all(copy.parent().context("a folder")?)?;
                fs::copy(&path, copy)?;
            }
            fs::write(dir.join(name.strip_prefix("batch")?), bytes)?;
            drop(exchange::plain::read::read(&dir));
        }
        other => anyhow::bail!("nothing reads {other}"),
    }
    Ok(fs::remove_dir_all(&dir)?)
}
