//! Camera files drawn, and what `imaging` makes of them, prints in a worker: one thread, a file read, a file written.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use domain::print::{pixels, print_size};
use imaging::{Facts, FileKind, PrintSpec};
use register::Decoders;
use serde_json::{Value, json};

const DPI: u16 = 300;
const PRINT_QUALITY: u8 = 93;
const SEED: u64 = 2026;

/// Writes `count` files under their cameras' names.
pub fn draw(folder: &Path, count: usize, with_previews: bool) -> anyhow::Result<Value> {
    let mut bytes = 0;
    for file in synthetic::bench_files(count, SEED, with_previews)? {
        let folder = folder.join("DCIM").join(&file.folder);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(&file.name), &file.bytes)?;
        bytes += file.bytes.len();
    }
    Ok(json!({ "files": count, "bytes": bytes }))
}

/// A file's bytes and what must be known of it before it is shown.
fn opened(path: &Path) -> anyhow::Result<(Vec<u8>, FileKind, Facts)> {
    let bytes = fs::read(path).with_context(|| path.display().to_string())?;
    let kind = imaging::sniff(&bytes, &path.to_string_lossy());
    let facts = imaging::read_facts(&bytes, kind)?;
    Ok((bytes, kind, facts))
}

fn target(out: &Path, source: &Path) -> PathBuf {
    out.join(source.file_name().unwrap_or_default()).with_extension("jpg")
}

/// Makes the thumbnails; says from which pixels they came.
pub fn thumbnails(files: &[PathBuf], out: &Path, edge: u32) -> anyhow::Result<Value> {
    fs::create_dir_all(out)?;
    let mut sources: BTreeMap<String, u32> = BTreeMap::new();
    for path in files {
        let (bytes, kind, facts) = opened(path)?;
        let made = imaging::thumbnail(&bytes, kind, facts.orientation, edge)?;
        fs::write(target(out, path), &made.jpeg)?;
        *sources.entry(format!("{:?}", made.source)).or_default() += 1;
    }
    Ok(json!({ "files": files.len(), "sources": sources }))
}

/// Renders the prints as a batch for a lab does.
pub fn prints(files: &[PathBuf], out: &Path) -> anyhow::Result<Value> {
    fs::create_dir_all(out)?;
    let sheet = print_size("15x21").context("no such sheet")?;
    let spec = PrintSpec {
        width_px: pixels(sheet.width_mm, DPI.into()),
        height_px: pixels(sheet.height_mm, DPI.into()),
        target_ratio: (sheet.width_mm, sheet.height_mm),
        quality: PRINT_QUALITY,
        dpi: DPI,
        head: None,
    };
    let decoder = Decoders::of_this_program().decoder();
    for path in files {
        let (bytes, kind, facts) = opened(path)?;
        let made = decoder.print(bytes.as_slice(), kind, facts.orientation, &spec)?;
        fs::write(target(out, path), &made.jpeg)?;
    }
    Ok(json!({ "files": files.len() }))
}
