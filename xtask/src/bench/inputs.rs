//! Camera files of 24 MP, drawn once and kept under `target/bench`, and the commands that both sides run on them.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::ensure;

use super::{Bench, meter};

/// Files of a set.
pub const FILES: usize = 24;

/// Whether the files carry a preview behind the main picture.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Preview {
    None,
    Embedded,
}

/// A card with [`FILES`] files.
pub struct Card {
    pub folder: PathBuf,
    pub files: Vec<PathBuf>,
}

/// The card, drawn when it is not there yet.
pub fn card(bench: &Bench, preview: Preview) -> anyhow::Result<Card> {
    let name = if preview == Preview::None { "card-plain" } else { "card-previews" };
    let folder = bench.folder.join(name);
    if !folder.exists() {
        println!("Drawing {FILES} camera files of 24 MP into {} (kept for the next time)", folder.display());
        let part = bench.cleared(&format!("{name}.part"))?;
        let mut draw = Command::new(bench.program("measure"));
        draw.arg("draw").arg(&part).args(["--count", &FILES.to_string()]);
        if preview == Preview::Embedded {
            draw.arg("--previews");
        }
        meter::spend(&mut draw)?;
        std::fs::rename(&part, &folder)?;
    }
    let files = files_below(&folder)?;
    ensure!(files.len() == FILES, "{} is not whole: remove it", folder.display());
    for file in &files {
        // into the page cache, so that neither side is the first to wait for the disk
        std::fs::read(file)?;
    }
    Ok(Card { folder, files })
}

/// Every file below a folder, in the order of their names.
pub fn files_below(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry?;
        if entry.file_type().is_file() {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}

/// `vipsthumbnail` for JPEG thumbnails of 512 pixels at the quality of ours, without metadata, several files in one call.
/// One thread: it then uses the least processor time.
pub fn vipsthumbnail(files: &[PathBuf], out: &Path) -> Command {
    let mut command = Command::new("vipsthumbnail");
    command
        .args(["--size", "512x512", "--output"])
        .arg(format!("{}/%s.jpg[Q=82,strip]", out.display()))
        .args(files)
        .env("VIPS_CONCURRENCY", "1");
    command
}

/// Fails unless each of the files left something in `out`.
pub fn ensure_made(out: &Path, count: usize) -> anyhow::Result<()> {
    let made = files_below(out)?;
    ensure!(made.len() == count, "{} files for {count} pictures in {}", made.len(), out.display());
    for file in made {
        ensure!(file.metadata()?.len() > 1_000, "{} is no picture", file.display());
    }
    Ok(())
}
