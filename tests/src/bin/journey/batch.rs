//! The exported batch, read as a lab would.

use std::path::{Path, PathBuf};

use anyhow::ensure;

pub fn the_only_folder(parent: &Path) -> anyhow::Result<PathBuf> {
    let folders: Vec<PathBuf> =
        std::fs::read_dir(parent)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    match folders.as_slice() {
        [only] => Ok(only.clone()),
        _ => anyhow::bail!("one batch was handed over, found {folders:?}"),
    }
}

/// Reads the batch as a lab would, with the reader that shares no code with the writer.
pub fn check_batch(folder: &Path) -> anyhow::Result<()> {
    let read = exchange::plain::read::read(folder).map_err(|error| anyhow::anyhow!("{error:?}"))?;
    ensure!(read.deviations.is_empty(), "the batch deviates: {:?}", read.deviations);
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().to_lowercase();
        ensure!(!name.contains("hman") && !name.contains("sanna"), "a file bears a person's name");
        if entry
            .path()
            .extension()
            .is_some_and(|ending| ending == "csv" || ending == "json" || ending == "txt")
        {
            let text = std::fs::read_to_string(entry.path())?;
            ensure!(!text.contains("Öhman"), "{} names the customer", entry.path().display());
        }
    }
    Ok(())
}

pub fn copy(from: &Path, to: &Path) -> anyhow::Result<()> {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry?;
        let target = to.join(entry.path().strip_prefix(from)?);
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(&target)?;
        } else {
            std::fs::copy(entry.path(), &target)?;
        }
    }
    Ok(())
}
