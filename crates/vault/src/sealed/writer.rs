//! Writing a sealed file: chunk by chunk into a temp file, durable and under its name only in `finish`.

use std::{
    fs::{self, File, FileTimes},
    io::{self, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    time::{Duration, UNIX_EPOCH},
};

use zeroize::Zeroizing;

use super::{
    SealedFile,
    format::{CHUNK, FileKeys, HEADER, Stream, TAG, padded, sealed_bytes},
};
use crate::{durable, error::VaultError, keys::PhotoKey};

/// What every sealed file gives as its time: 2000-01-01T00:00:00Z.
pub(super) const CONSTANT_TIME: Duration = Duration::from_secs(946_684_800);

/// A sealed file being written. Dropped without [`Self::finish`], it leaves nothing.
pub struct SealWriter {
    key: PhotoKey,
    id: [u8; 16],
    name: String,
    part: PathBuf,
    target: PathBuf,
    file: Option<File>,
    stream: Stream,
    chunk: Zeroizing<Vec<u8>>,
    index: u64,
    length: u64,
}

impl SealWriter {
    pub(super) fn new(
        key: &PhotoKey,
        id: [u8; 16],
        name: String,
        target: PathBuf,
    ) -> Result<Self, VaultError> {
        let part = durable::part_of(&target);
        let file = durable::create_private(&part)?;
        let mut writer = Self {
            key: key.clone(),
            id,
            name,
            part,
            target,
            file: Some(file),
            stream: FileKeys::new(key, id).stream()?,
            chunk: Zeroizing::new(Vec::with_capacity(CHUNK + TAG)),
            index: 0,
            length: 0,
        };
        // the true header is known at the end; until then there is none
        writer.file()?.write_all(&[0; HEADER])?;
        Ok(writer)
    }

    /// The name the file will have: 32 lower-case hex digits.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Pads, writes the last chunk and the header, then: constant time, fsync, rename, fsync of the folder.
    /// When this returns, the file is on the disk under its name, and its row may be written.
    ///
    /// # Errors
    /// Trouble with the disk; then no file of this name exists.
    pub fn finish(mut self) -> Result<SealedFile, VaultError> {
        let length = self.length;
        self.pad(padded(length) - length)?;
        self.seal_chunk(true)?;
        let header = FileKeys::new(&self.key, self.id).header(length);
        let file = self.file()?;
        file.seek(SeekFrom::Start(0))?;
        file.write_all(&header)?;
        let time = UNIX_EPOCH + CONSTANT_TIME;
        file.set_times(FileTimes::new().set_modified(time).set_accessed(time))?;
        file.sync_all()?;
        // closed before the rename, which Windows would refuse otherwise
        self.file = None;
        if let Err(error) = fs::rename(&self.part, &self.target) {
            self.discard();
            return Err(error.into());
        }
        self.part = PathBuf::new();
        if let Some(dir) = self.target.parent() {
            durable::sync_dir(dir)?;
        }
        Ok(SealedFile { name: std::mem::take(&mut self.name), sealed_bytes: sealed_bytes(length), length })
    }

    fn file(&mut self) -> io::Result<&mut File> {
        self.file.as_mut().ok_or_else(|| io::ErrorKind::BrokenPipe.into())
    }

    fn pad(&mut self, mut missing: u64) -> io::Result<()> {
        while missing > 0 {
            if self.chunk.len() == CHUNK {
                self.seal_chunk(false)?;
            }
            let room = (CHUNK - self.chunk.len()) as u64;
            let step = room.min(missing);
            let filled = self.chunk.len() + usize::try_from(step).unwrap_or(CHUNK);
            self.chunk.resize(filled, 0);
            missing -= step;
        }
        Ok(())
    }

    fn seal_chunk(&mut self, last: bool) -> io::Result<()> {
        let tag = self.stream.seal_chunk(self.index, last, &mut self.chunk)?;
        self.chunk.extend_from_slice(&tag);
        let file = self.file.as_mut().ok_or(io::ErrorKind::BrokenPipe)?;
        file.write_all(&self.chunk)?;
        self.chunk.clear();
        self.index += 1;
        Ok(())
    }

    fn discard(&mut self) {
        self.file = None;
        if self.part != Path::new("") {
            // what cannot be removed now is swept later
            let _ = fs::remove_file(&self.part);
        }
    }
}

impl Write for SealWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if bytes.is_empty() {
            return Ok(0);
        }
        if self.chunk.len() == CHUNK {
            self.seal_chunk(false)?;
        }
        let taken = bytes.len().min(CHUNK - self.chunk.len());
        let (now, _) = bytes.split_at_checked(taken).unwrap_or((bytes, &[]));
        self.chunk.extend_from_slice(now);
        self.length += now.len() as u64;
        Ok(now.len())
    }

    /// Does nothing: only [`SealWriter::finish`] makes anything durable.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for SealWriter {
    fn drop(&mut self) {
        self.discard();
    }
}
