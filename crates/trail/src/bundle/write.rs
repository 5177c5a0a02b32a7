//! Writes a bundle, entry by entry.

use std::io::{Seek, Write};

use serde::Serialize;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::{
    BundleError, CHECKPOINTS, CONSISTENCY, CheckpointLine, ConsistencyLine, ENTRIES, EntryLine, Extent,
    FORMAT, HEAD, Head, HexHash, KEYS, KeyLine, PEOPLE, Person, README, VERSION,
};
use crate::merkle::Prover;
use crate::{Entry, KeyRecord};

/// What stands in a bundle beside its entries.
#[derive(Debug)]
pub struct Contents<'a> {
    /// `README.txt`.
    pub readme: &'a str,
    /// Every key from the first.
    pub keys: &'a [KeyRecord],
    /// Notes of checkpoints with the numbers of their keys, the oldest first; the last covers all entries.
    pub checkpoints: &'a [(u32, String)],
    /// What members of staff are called.
    pub people: &'a [Person],
    /// How many entries follow.
    pub entries: u64,
    /// For some entries: proves each of them, and each size of `earlier`; every leaf was pushed. None for a whole trail.
    pub prover: Option<&'a Prover>,
    /// Sizes of the checkpoints before the last; only for some entries.
    pub earlier: &'a [u64],
}

/// A bundle that is being written. What it writes of the same entries is the same, byte for byte.
pub struct BundleWriter<'a, W: Write + Seek> {
    zip: ZipWriter<W>,
    prover: Option<&'a Prover>,
}

impl<'a, W: Write + Seek> BundleWriter<'a, W> {
    /// Writes everything but the entries.
    ///
    /// # Errors
    /// [`BundleError::Io`], [`BundleError::Zip`], [`BundleError::NoProof`].
    pub fn begin(target: W, contents: &Contents<'a>) -> Result<Self, BundleError> {
        let mut writer = Self { zip: ZipWriter::new(target), prover: contents.prover };
        writer.member(README)?;
        writer.zip.write_all(contents.readme.as_bytes())?;
        writer.member(HEAD)?;
        let extent = if contents.prover.is_some() { Extent::Picked } else { Extent::Whole };
        let (format, entries) = (FORMAT.to_owned(), contents.entries);
        writer.line(&Head { format, version: VERSION, extent, entries })?;
        writer.member(KEYS)?;
        for record in contents.keys {
            let (number, statement) = (record.number, record.statement.clone());
            writer.line(&KeyLine { number, public_key: record.to_base64(), statement })?;
        }
        writer.member(CHECKPOINTS)?;
        for (key, note) in contents.checkpoints {
            writer.line(&CheckpointLine { key: *key, note: note.clone() })?;
        }
        if let Some(prover) = contents.prover {
            writer.member(CONSISTENCY)?;
            for size in contents.earlier {
                let proof = prover.consistency(*size).ok_or(BundleError::NoProof)?;
                let proof = proof.into_iter().map(HexHash).collect();
                writer.line(&ConsistencyLine { size: *size, proof })?;
            }
        }
        writer.member(PEOPLE)?;
        writer.line(&contents.people)?;
        writer.member(ENTRIES)?;
        Ok(writer)
    }

    /// Writes the next entry.
    ///
    /// # Errors
    /// As [`Self::begin`].
    pub fn entry(&mut self, entry: &Entry<'_>) -> Result<(), BundleError> {
        let proof = match self.prover {
            Some(prover) => {
                let index = u64::try_from(entry.values.id - 1).map_err(|_| BundleError::NoProof)?;
                Some(prover.inclusion(index).ok_or(BundleError::NoProof)?)
            }
            None => None,
        };
        self.line(&EntryLine::of(entry, proof))
    }

    /// Writes the end; gives the target back.
    ///
    /// # Errors
    /// [`BundleError::Io`], [`BundleError::Zip`].
    pub fn finish(self) -> Result<W, BundleError> {
        Ok(self.zip.finish()?)
    }

    fn member(&mut self, name: &str) -> Result<(), BundleError> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::DEFAULT)
            .large_file(true);
        Ok(self.zip.start_file(name, options)?)
    }

    fn line(&mut self, line: &impl Serialize) -> Result<(), BundleError> {
        let mut text = serde_json::to_vec(line).map_err(std::io::Error::other)?;
        text.push(b'\n');
        Ok(self.zip.write_all(&text)?)
    }
}
