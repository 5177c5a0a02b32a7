//! The directories of a TIFF structure, as far as RAW files and JPEG metadata need them.
//!
//! Reads only numbers and places; pixels and most tags are somebody else's. Directories, entries and
//! the walk through them are bounded, and a directory is never visited twice.

use std::ops::Range;

use crate::bytes::{Endian, array, clipped};

const MAX_DIRECTORIES: usize = 64;
const MAX_ENTRIES: usize = 1024;

pub(crate) const TAG_NEW_SUBFILE_TYPE: u16 = 0x00FE;
pub(crate) const TAG_WIDTH: u16 = 0x0100;
pub(crate) const TAG_HEIGHT: u16 = 0x0101;
pub(crate) const TAG_COMPRESSION: u16 = 0x0103;
pub(crate) const TAG_MAKE: u16 = 0x010F;
pub(crate) const TAG_STRIP_OFFSETS: u16 = 0x0111;
pub(crate) const TAG_STRIP_BYTES: u16 = 0x0117;
pub(crate) const TAG_SUB_DIRECTORIES: u16 = 0x014A;
pub(crate) const TAG_JPEG_OFFSET: u16 = 0x0201;
pub(crate) const TAG_JPEG_BYTES: u16 = 0x0202;
pub(crate) const TAG_EXIF_DIRECTORY: u16 = 0x8769;
pub(crate) const TAG_DNG_VERSION: u16 = 0xC612;
/// Panasonic's whole JPEG inside an RW2 file.
pub(crate) const TAG_PANASONIC_JPEG: u16 = 0x002E;

/// One entry of a directory; `at` is where its values lie.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) tag: u16,
    kind: u16,
    count: u32,
    at: usize,
}

/// One directory.
#[derive(Debug, Clone, Default)]
pub(crate) struct Directory {
    entries: Vec<Entry>,
    next: usize,
}

impl Directory {
    pub(crate) fn entry(&self, tag: u16) -> Option<&Entry> {
        self.entries.iter().find(|e| e.tag == tag)
    }
}

/// A TIFF structure: TIFF proper, or the variants of Olympus and Panasonic.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tiff<'a> {
    bytes: &'a [u8],
    endian: Endian,
}

impl<'a> Tiff<'a> {
    pub(crate) fn open(bytes: &'a [u8]) -> Option<Self> {
        let endian = match &array::<4>(bytes, 0)? {
            b"II*\0" | b"IIRO" | b"IIRS" | b"IIU\0" => Endian::Little,
            b"MM\0*" | b"MMOR" => Endian::Big,
            _ => return None,
        };
        Some(Self { bytes, endian })
    }

    pub(crate) fn endian(&self) -> Endian {
        self.endian
    }

    fn directory(&self, at: usize) -> Option<Directory> {
        let count = usize::from(self.endian.u16(self.bytes, at)?);
        let mut directory = Directory::default();
        for index in 0..count.min(MAX_ENTRIES) {
            let entry = at.checked_add(2 + index * 12)?;
            let Some(tag) = self.endian.u16(self.bytes, entry) else { return Some(directory) };
            let Some(kind) = self.endian.u16(self.bytes, entry + 2) else { return Some(directory) };
            let Some(count) = self.endian.u32(self.bytes, entry + 4) else { return Some(directory) };
            let bytes = u64::from(count) * size_of_kind(kind);
            let values = if bytes <= 4 {
                entry + 8
            } else {
                match self.endian.u32(self.bytes, entry + 8) {
                    Some(offset) => offset as usize,
                    None => return Some(directory),
                }
            };
            directory.entries.push(Entry { tag, kind, count, at: values });
        }
        let next = at.checked_add(2 + count * 12)?;
        directory.next = self.endian.u32(self.bytes, next).unwrap_or(0) as usize;
        Some(directory)
    }

    /// The first directory.
    pub(crate) fn first(&self) -> Option<Directory> {
        self.directory(self.endian.u32(self.bytes, 4)? as usize)
    }

    /// Every directory that can be reached through the chain, sub-directories and the EXIF directory.
    pub(crate) fn directories(&self) -> Vec<Directory> {
        let mut found = Vec::new();
        let mut visited: Vec<usize> = Vec::new();
        let mut waiting: Vec<usize> =
            self.endian.u32(self.bytes, 4).map(|o| o as usize).into_iter().collect();
        while let Some(at) = waiting.pop() {
            if at == 0 || visited.contains(&at) || visited.len() >= MAX_DIRECTORIES {
                continue;
            }
            visited.push(at);
            let Some(directory) = self.directory(at) else { continue };
            waiting.push(directory.next);
            for tag in [TAG_SUB_DIRECTORIES, TAG_EXIF_DIRECTORY] {
                if let Some(entry) = directory.entry(tag) {
                    for index in 0..entry.count.min(16) {
                        waiting.extend(self.number(entry, index).map(|o| o as usize));
                    }
                }
            }
            found.push(directory);
        }
        found
    }

    /// The `index`-th value of an entry of bytes, shorts, longs or directory offsets.
    pub(crate) fn number(&self, entry: &Entry, index: u32) -> Option<u32> {
        if index >= entry.count {
            return None;
        }
        let index = index as usize;
        match entry.kind {
            1 | 6 | 7 => self.bytes.get(entry.at.checked_add(index)?).map(|&b| u32::from(b)),
            3 | 8 => self.endian.u16(self.bytes, entry.at.checked_add(index * 2)?).map(u32::from),
            4 | 9 | 13 => self.endian.u32(self.bytes, entry.at.checked_add(index * 4)?),
            _ => None,
        }
    }

    /// The first value of `tag` in `directory`.
    pub(crate) fn first_number(&self, directory: &Directory, tag: u16) -> Option<u32> {
        self.number(directory.entry(tag)?, 0)
    }

    /// The raw bytes of an entry, cut at the end of the file.
    pub(crate) fn range(&self, entry: &Entry) -> Option<Range<usize>> {
        let len = usize::try_from(u64::from(entry.count) * size_of_kind(entry.kind)).ok()?;
        clipped(self.bytes, entry.at, len)
    }

    /// The bytes that one offset tag and one length tag point at, when each holds a single value.
    pub(crate) fn pointed(&self, directory: &Directory, offset: u16, length: u16) -> Option<Range<usize>> {
        let (offset, length) = (directory.entry(offset)?, directory.entry(length)?);
        if offset.count != 1 || length.count != 1 {
            return None;
        }
        let start = usize::try_from(self.number(offset, 0)?).ok()?;
        clipped(self.bytes, start, usize::try_from(self.number(length, 0)?).ok()?)
    }
}

fn size_of_kind(kind: u16) -> u64 {
    match kind {
        3 | 8 => 2,
        4 | 9 | 11 | 13 => 4,
        5 | 10 | 12 => 8,
        _ => 1,
    }
}
