//! Memory that the program writes and its workers read: the only place that maps it.
//!
//! Invariants: a worker can neither write to it nor change its size, for the seals are set before its descriptor can reach
//! one; the program writes to it only while no worker has a job on it, for a job borrows it.
#![expect(
    unsafe_code,
    reason = "mapping memory is unsafe, as others might write to it or cut it; the seals keep them off"
)]

use std::fs::File;
use std::io;
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::sync::atomic::{AtomicU64, Ordering};

use memmap2::{Mmap, MmapMut, MmapOptions};
use rustix::fs::{MemfdFlags, SealFlags, fcntl_add_seals, fcntl_get_seals, ftruncate, memfd_create};

/// Most photographs fit, so that one piece of memory serves file after file; what is not used is never there.
const STEP: usize = 16 << 20;

/// Memory of the program.
#[derive(Debug)]
pub(crate) struct SharedMemory {
    id: u64,
    map: MmapMut,
    file: OwnedFd,
}

/// What keeps a worker from it. The program's own mapping was there before and stays.
const SEALS: SealFlags =
    SealFlags::SHRINK.union(SealFlags::GROW).union(SealFlags::FUTURE_WRITE).union(SealFlags::SEAL);

impl SharedMemory {
    pub(crate) fn new(room: usize) -> io::Result<Self> {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        let capacity = room.max(1).next_multiple_of(STEP);
        let file = memfd_create("photo", MemfdFlags::CLOEXEC | MemfdFlags::ALLOW_SEALING)?;
        ftruncate(&file, capacity as u64)?;
        // SAFETY: nobody else has the descriptor yet, and the seals that follow keep the size and everybody's hands off
        let map = unsafe { MmapOptions::new().len(capacity).map_mut(&file) }?;
        fcntl_add_seals(&file, SEALS)?;
        Ok(Self { id: NEXT.fetch_add(1, Ordering::Relaxed), map, file })
    }

    pub(crate) fn id(&self) -> u64 {
        self.id
    }

    pub(crate) fn capacity(&self) -> usize {
        self.map.len()
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.map
    }

    pub(crate) fn bytes_mut(&mut self) -> &mut [u8] {
        &mut self.map
    }

    pub(crate) fn descriptor(&self) -> BorrowedFd<'_> {
        self.file.as_fd()
    }
}

/// The same memory as a worker sees it.
#[derive(Debug)]
pub(crate) struct SeenMemory(Mmap);

impl SeenMemory {
    /// # Errors
    /// For a descriptor of anything but sealed memory of that capacity.
    pub(crate) fn new(descriptor: OwnedFd, capacity: usize) -> io::Result<Self> {
        let file = File::from(descriptor);
        if !fcntl_get_seals(&file)?.contains(SEALS) {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        // SAFETY: sealed, so it keeps its size (a smaller one is an error now); the program does not write to it while
        // this worker has a job on it, and between jobs it is not looked at
        let map = unsafe { MmapOptions::new().len(capacity).map(&file) }?;
        Ok(Self(map))
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::FileExt;

    use super::*;

    #[test]
    fn a_worker_can_read_it_and_not_change_it() {
        let mut memory = SharedMemory::new(5).unwrap();
        memory.bytes_mut()[..5].copy_from_slice(b"photo");
        let seen = SeenMemory::new(memory.descriptor().try_clone_to_owned().unwrap(), 5).unwrap();
        assert_eq!(seen.bytes(), b"photo");
        memory.bytes_mut()[0] = b'P';
        assert_eq!(seen.bytes(), b"Photo", "the control: it is the same memory");

        let file = File::from(memory.descriptor().try_clone_to_owned().unwrap());
        assert!(file.write_at(b"x", 0).is_err());
        assert!(file.set_len(0).is_err());
        assert!(file.set_len(1 << 30).is_err());
        // SAFETY: never used
        assert!(unsafe { MmapOptions::new().len(5).map_mut(&file) }.is_err());
        assert_eq!(seen.bytes(), b"Photo");
    }

    #[test]
    fn memory_that_could_be_cut_is_not_mapped() {
        let file = memfd_create("photo", MemfdFlags::CLOEXEC | MemfdFlags::ALLOW_SEALING).unwrap();
        ftruncate(&file, 4096).unwrap();
        assert!(SeenMemory::new(file.try_clone().unwrap(), 4096).is_err());
        fcntl_add_seals(&file, SEALS).unwrap();
        assert!(SeenMemory::new(file, 4096).is_ok(), "the control: sealed");
    }
}
