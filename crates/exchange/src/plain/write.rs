//! Writes a batch, file by file, and closes it with manifests and checksums.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::{PlainBatch, PlainError, PlainPrint, Totals, csv, json, path};
use crate::folder::{Abandoned, FolderWriter, WrittenFile, is_plain_segment};

/// A batch being written. Dropping it before it is published removes what was written.
#[derive(Debug)]
pub struct PlainWriter {
    folder: FolderWriter,
    batch: PlainBatch,
    prints: Vec<(PlainPrint, WrittenFile)>,
    slips: Vec<(String, WrittenFile)>,
    folders: BTreeMap<String, (String, String)>,
}

/// A batch that is complete and flushed but for its name.
#[derive(Debug)]
pub struct Closed {
    folder: FolderWriter,
    /// What it holds.
    pub totals: Totals,
    /// Bytes of the whole folder.
    pub folder_bytes: u64,
    /// SHA-256 of `SHA256SUMS`, lower-case hex: stands for everything in the folder.
    pub sums_sha256: String,
}

/// A batch under its final name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// The final place.
    pub folder: PathBuf,
}

impl PlainWriter {
    /// Begins a batch in `parent` under a name made from `name` and the temporary name `part`, see
    /// [`FolderWriter::begin`].
    ///
    /// # Errors
    /// [`PlainError::Folder`].
    pub fn begin(parent: &Path, name: &str, part: &str, batch: PlainBatch) -> Result<Self, PlainError> {
        Ok(Self {
            folder: FolderWriter::begin(parent, name, part)?,
            batch,
            prints: Vec::new(),
            slips: Vec::new(),
            folders: BTreeMap::new(),
        })
    }

    /// The final place.
    pub fn target(&self) -> PathBuf {
        self.folder.target()
    }

    /// Writes one finished JPEG.
    ///
    /// # Errors
    /// [`PlainError`]; [`PlainError::Size`] also when another size already has this folder name.
    pub fn print(&mut self, print: PlainPrint, jpeg: &[u8]) -> Result<(), PlainError> {
        let file = path::print_path(&print.size, &print.surface, print.quantity, &print.stem)?;
        let folder = path::size_folder(&print.size, &print.surface)?.to_ascii_lowercase();
        let own = (print.size.clone(), print.surface.clone());
        if *self.folders.entry(folder).or_insert_with(|| own.clone()) != own {
            return Err(PlainError::Size { size: print.size, surface: print.surface });
        }
        let written = self.folder.write(&file, jpeg)?;
        self.prints.push((print, written));
        Ok(())
    }

    /// Writes the slip of an order.
    ///
    /// # Errors
    /// [`PlainError::Name`] when the order number cannot be a file name, or [`PlainError::Folder`].
    pub fn slip(&mut self, order: &str, pdf: &[u8]) -> Result<(), PlainError> {
        if !is_plain_segment(order) {
            return Err(PlainError::Name { name: order.to_owned() });
        }
        let written = self.folder.write(&format!("slips/{order}.pdf"), pdf)?;
        self.slips.push((order.to_owned(), written));
        Ok(())
    }

    /// What was written so far.
    pub fn totals(&self) -> Totals {
        let orders: BTreeSet<&str> = self.prints.iter().map(|(print, _)| print.order.as_str()).collect();
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Totals {
            orders: count(orders.len()),
            files: count(self.prints.len()),
            prints: self.prints.iter().fold(0, |sum, (print, _)| sum.saturating_add(print.quantity)),
            bytes: self.prints.iter().fold(0, |sum, (_, file)| sum.saturating_add(file.bytes)),
        }
    }

    /// Writes README, manifests and checksums and flushes the folders. The manifests list the prints by
    /// order and line, however they came. `readme` is written with CR LF.
    ///
    /// # Errors
    /// [`PlainError`] with what giving up has left behind.
    pub fn close(mut self, readme: &str) -> Result<Closed, (PlainError, Abandoned)> {
        match self.write_lists(readme) {
            Ok((totals, folder_bytes, sums_sha256)) => {
                Ok(Closed { folder: self.folder, totals, folder_bytes, sums_sha256 })
            }
            Err(error) => Err((error, self.folder.abandon())),
        }
    }

    fn write_lists(&mut self, readme: &str) -> Result<(Totals, u64, String), PlainError> {
        self.prints.sort_by(|(a, _), (b, _)| (&a.order, a.line, &a.stem).cmp(&(&b.order, b.line, &b.stem)));
        self.slips.sort_by(|(a, _), (b, _)| a.cmp(b));
        let totals = self.totals();
        let mut files: Vec<WrittenFile> = self
            .prints
            .iter()
            .map(|(_, file)| file)
            .chain(self.slips.iter().map(|(_, file)| file))
            .cloned()
            .collect();
        let readme = format!("\u{feff}{}\r\n", readme.lines().collect::<Vec<_>>().join("\r\n"));
        files.push(self.folder.write("README.txt", readme.as_bytes())?);
        files.push(self.folder.write("manifest.csv", &csv::manifest(&self.prints)?)?);
        let manifest = json::manifest(&self.batch, totals, &self.prints, &self.slips)?;
        files.push(self.folder.write("manifest.json", &manifest)?);
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let sums: String = files.iter().map(|file| format!("{}  {}\n", file.sha256, file.path)).collect();
        let sums = self.folder.write("SHA256SUMS", sums.as_bytes())?;
        self.folder.flush()?;
        let folder_bytes = files.iter().fold(sums.bytes, |sum, file| sum.saturating_add(file.bytes));
        Ok((totals, folder_bytes, sums.sha256))
    }

    /// Gives up and removes what was written.
    pub fn abandon(self) -> Abandoned {
        self.folder.abandon()
    }
}

impl Closed {
    /// The final place.
    pub fn target(&self) -> PathBuf {
        self.folder.target()
    }

    /// Gives the folder its final name: from here on the batch has left the house.
    ///
    /// # Errors
    /// [`PlainError::Folder`] with what giving up has left behind.
    pub fn publish(mut self) -> Result<Published, (PlainError, Abandoned)> {
        match self.folder.publish() {
            Ok(folder) => Ok(Published { folder }),
            Err(error) => Err((error.into(), self.folder.abandon())),
        }
    }

    /// Gives up and removes what was written.
    pub fn abandon(self) -> Abandoned {
        self.folder.abandon()
    }
}
