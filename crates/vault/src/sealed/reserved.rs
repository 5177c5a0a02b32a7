//! Names of sealed files of which it is not settled yet whether the register knows them.
//!
//! A sealed file is whole on the disk before its row is written, and a kill may come in between. So a name is
//! written down here, durably and some at a time, before a file gets it; whoever opens the register next asks which of
//! these names have rows and removes the others. Nothing else is ever removed as a leftover: a file that is not
//! named here may be an original that this copy of the register merely does not know.
//!
//! The file: `KRN1`, the state of the register that the names came after, then a name a line.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use data_encoding::HEXLOWER;

use super::id_of;
use crate::{derive::make_random_bytes, durable};

const MAGIC: &str = "KRN1";
/// So many names are written down at once: one fsync for them all.
const BLOCK: usize = 64;
/// 33 bytes a name; no run comes near.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// Names without a settled end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsettled {
    /// The state of the register after which they were given out, as [`super::SealedStore::settle`] was told.
    pub state: u64,
    /// The names, sorted.
    pub names: Vec<String>,
}

/// The names in hand.
#[derive(Debug, Default)]
pub(super) struct Reserved {
    state: u64,
    free: Vec<String>,
    open: BTreeSet<String>,
    is_loaded: bool,
}

impl Reserved {
    /// A name that is written down.
    pub fn take(&mut self, dir: &Path) -> io::Result<String> {
        if let Some(name) = self.free.pop() {
            return Ok(name);
        }
        if !self.is_loaded {
            let left = read(dir)?;
            self.state = self.state.max(left.state);
            self.open.extend(left.names);
            self.is_loaded = true;
        }
        let block: Vec<String> = (0..BLOCK).map(|_| HEXLOWER.encode(&*make_random_bytes::<16>())).collect();
        self.write(dir, &block)?;
        self.open.extend(block.iter().cloned());
        self.free = block;
        self.free.pop().ok_or_else(|| io::ErrorKind::Other.into())
    }

    /// These names have their rows, or their files are gone again. The list leaves them at once: a copy of the register
    /// from before their rows must not take them for leftovers.
    pub fn settle(&mut self, dir: &Path, names: &[&str], state: u64) -> io::Result<()> {
        self.state = self.state.max(state);
        let before = self.open.len();
        for name in names {
            self.open.remove(*name);
        }
        if self.open.len() == before { Ok(()) } else { self.write(dir, &[]) }
    }

    fn write(&self, dir: &Path, more: &[String]) -> io::Result<()> {
        let mut text = format!("{MAGIC} {}\n", self.state);
        for name in self.open.iter().chain(more) {
            text.push_str(name);
            text.push('\n');
        }
        durable::replace_file(&path(dir), text.as_bytes())
    }

    /// Forgets every name.
    pub fn forget(&mut self, dir: &Path) -> io::Result<()> {
        let path = path(dir);
        for path in [durable::part_of(&path), path] {
            match fs::remove_file(path) {
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                other => {
                    other?;
                    durable::sync_dir(dir)?;
                }
            }
        }
        *self = Self { state: self.state, is_loaded: true, ..Self::default() };
        Ok(())
    }
}

/// What is written down.
pub(super) fn read(dir: &Path) -> io::Result<Unsettled> {
    let bytes = match durable::read_bounded(&path(dir), MOST_BYTES) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Ok(Unsettled { state: 0, names: vec![] });
        }
        other => other?,
    };
    let text = String::from_utf8_lossy(&bytes);
    let mut lines = text.lines();
    let state = lines.next().and_then(|line| line.strip_prefix(MAGIC)?.trim().parse().ok());
    // of a file that is not ours nothing is believed
    let names = state.map(|_| lines.filter(|name| id_of(name).is_ok()).map(str::to_owned).collect());
    let mut names: Vec<String> = names.unwrap_or_default();
    names.sort_unstable();
    Ok(Unsettled { state: state.unwrap_or_default(), names })
}

fn path(dir: &Path) -> PathBuf {
    dir.join("reserved")
}
