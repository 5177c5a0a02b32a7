//! Reading a sealed file: one decrypted 64 KiB chunk in memory at a time, each authenticated before any
//! byte of it is given out.

use std::{
    fs::File,
    io::{self, Read, Seek, SeekFrom},
};

use zeroize::Zeroizing;

use super::format::{CHUNK, FileKeys, HEADER, Stream, TAG, chunks, padded, sealed_bytes};
use crate::{
    error::{SealFault, VaultError},
    keys::PhotoKey,
};

/// A sealed file open for reading; seeks within the content.
///
/// Damage comes out as an [`io::Error`] that turns back into [`VaultError::SealDamaged`] by `From`.
pub struct SealedReader {
    name: String,
    file: File,
    stream: Stream,
    length: u64,
    chunk_count: u64,
    position: u64,
    file_position: u64,
    held: Option<u64>,
    chunk: Zeroizing<Vec<u8>>,
}

impl SealedReader {
    pub(super) fn new(
        mut file: File,
        name: String,
        id: [u8; 16],
        key: &PhotoKey,
    ) -> Result<Self, VaultError> {
        let damaged = |fault| VaultError::SealDamaged { name: name.clone(), fault };
        let found = file.metadata()?.len();
        if found < HEADER as u64 {
            return Err(damaged(SealFault::NotSealed));
        }
        let mut header = [0u8; HEADER];
        file.read_exact(&mut header)?;
        let keys = FileKeys::new(key, id);
        let length = keys.read_header(&header).map_err(damaged)?;
        let expected = sealed_bytes(length);
        if expected != found {
            return Err(damaged(SealFault::Size { expected, found }));
        }
        Ok(Self {
            stream: keys.stream()?,
            name,
            file,
            length,
            chunk_count: chunks(padded(length)),
            position: 0,
            file_position: HEADER as u64,
            held: None,
            chunk: Zeroizing::new(Vec::with_capacity(CHUNK + TAG)),
        })
    }

    /// Length of the content in bytes, as the authenticated header gives it.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// Gives every chunk's part of the content in order and authenticates all of the file, padding included.
    pub(super) fn for_each_chunk(&mut self, mut take: impl FnMut(&[u8])) -> Result<(), VaultError> {
        for index in 0..self.chunk_count {
            self.load(index)?;
            let left = self.length.saturating_sub(index * CHUNK as u64);
            let content = usize::try_from(left).unwrap_or(usize::MAX).min(self.chunk.len());
            if let Some(content) = self.chunk.get(..content) {
                take(content);
            }
        }
        Ok(())
    }

    fn load(&mut self, index: u64) -> Result<(), VaultError> {
        if self.held == Some(index) {
            return Ok(());
        }
        self.held = None;
        let start = HEADER as u64 + index * (CHUNK + TAG) as u64;
        let last = index + 1 == self.chunk_count;
        let size = if last { sealed_bytes(self.length) - start } else { (CHUNK + TAG) as u64 };
        if self.file_position != start {
            self.file.seek(SeekFrom::Start(start))?;
        }
        // unknown until the read is through
        self.file_position = u64::MAX;
        let size = usize::try_from(size).map_err(io::Error::other)?;
        self.chunk.resize(size, 0);
        let damaged =
            || VaultError::SealDamaged { name: self.name.clone(), fault: SealFault::Chunk { index } };
        match self.file.read_exact(&mut self.chunk) {
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Err(damaged()),
            other => other?,
        }
        self.file_position = start + size as u64;
        let (body, tag) = self.chunk.split_last_chunk_mut::<TAG>().ok_or_else(damaged)?;
        if !self.stream.open_chunk(index, last, body, *tag)? {
            return Err(damaged());
        }
        self.chunk.truncate(size - TAG);
        self.held = Some(index);
        Ok(())
    }
}

impl Read for SealedReader {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let left = self.length.saturating_sub(self.position);
        if left == 0 || out.is_empty() {
            return Ok(0);
        }
        let index = self.position / CHUNK as u64;
        self.load(index)?;
        let offset = usize::try_from(self.position % CHUNK as u64).map_err(io::Error::other)?;
        let there = self.chunk.get(offset..).unwrap_or_default();
        let count = there.len().min(out.len()).min(usize::try_from(left).unwrap_or(usize::MAX));
        for (place, byte) in out.iter_mut().zip(there.iter().take(count)) {
            *place = *byte;
        }
        self.position += count as u64;
        Ok(count)
    }
}

impl Seek for SealedReader {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let target = match to {
            SeekFrom::Start(position) => Some(position),
            SeekFrom::Current(step) => self.position.checked_add_signed(step),
            SeekFrom::End(step) => self.length.checked_add_signed(step),
        };
        self.position = target.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.position)
    }
}
