//! A file's bytes in memory that a worker may be shown without copying them.
//!
//! On Linux this is a sealed memfd: read into and read from here, mapped for reading by workers. Elsewhere, and where the
//! system gives none, it is plain memory whose bytes are sent.

use std::io::{self, Read};
use std::ops::Deref;

#[cfg(target_os = "linux")]
use crate::memory::SharedMemory;

/// Memory for one file at a time.
#[derive(Debug)]
pub struct Buffer {
    memory: Memory,
    length: usize,
}

#[derive(Debug)]
enum Memory {
    Plain(Vec<u8>),
    #[cfg(target_os = "linux")]
    Shared(SharedMemory),
}

impl Buffer {
    /// Memory for a file of up to `room` bytes, rounded up.
    pub fn with_room(room: usize) -> Self {
        #[cfg(target_os = "linux")]
        match SharedMemory::new(room) {
            Ok(memory) => return Self { memory: Memory::Shared(memory), length: 0 },
            Err(error) => tracing::warn!(%error, "no shared memory: files are sent to their worker"),
        }
        Self::plain(room)
    }

    /// The same in plain memory.
    pub(crate) fn plain(room: usize) -> Self {
        Self { memory: Memory::Plain(vec![0; room]), length: 0 }
    }

    /// How long a file it holds, in bytes.
    pub fn room(&self) -> usize {
        match &self.memory {
            Memory::Plain(bytes) => bytes.len(),
            #[cfg(target_os = "linux")]
            Memory::Shared(memory) => memory.capacity(),
        }
    }

    /// Holds what `source` gives, up to `most` bytes or the room that there is.
    ///
    /// # Errors
    /// The source's; then it holds nothing.
    pub fn fill(&mut self, mut source: impl Read, most: usize) -> io::Result<()> {
        self.length = 0;
        let most = most.min(self.room());
        let mut filled = 0;
        while let Some(rest) = self.whole().get_mut(filled..most).filter(|rest| !rest.is_empty()) {
            match source.read(rest) {
                Ok(0) => break,
                Ok(count) => filled += count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        self.length = filled;
        Ok(())
    }

    fn whole(&mut self) -> &mut [u8] {
        match &mut self.memory {
            Memory::Plain(bytes) => bytes,
            #[cfg(target_os = "linux")]
            Memory::Shared(memory) => memory.bytes_mut(),
        }
    }
}

impl Deref for Buffer {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        let whole = match &self.memory {
            Memory::Plain(bytes) => bytes,
            #[cfg(target_os = "linux")]
            Memory::Shared(memory) => memory.bytes(),
        };
        whole.get(..self.length).unwrap_or_default()
    }
}

/// A file to be decoded.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// Its bytes.
    pub(crate) bytes: &'a [u8],
    #[cfg(target_os = "linux")]
    pub(crate) shared: Option<&'a SharedMemory>,
}

impl<'a> From<&'a [u8]> for Input<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            #[cfg(target_os = "linux")]
            shared: None,
        }
    }
}

impl<'a> From<&'a Buffer> for Input<'a> {
    fn from(buffer: &'a Buffer) -> Self {
        Self {
            bytes: buffer,
            #[cfg(target_os = "linux")]
            shared: match &buffer.memory {
                Memory::Shared(memory) => Some(memory),
                Memory::Plain(_) => None,
            },
        }
    }
}
