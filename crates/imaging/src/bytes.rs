//! Bounded reading of numbers from foreign bytes: every read can fail, none can panic.

use std::ops::Range;

/// Byte order of a TIFF structure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Endian {
    Little,
    Big,
}

impl Endian {
    pub(crate) fn u16(self, bytes: &[u8], at: usize) -> Option<u16> {
        let raw = array::<2>(bytes, at)?;
        Some(match self {
            Self::Little => u16::from_le_bytes(raw),
            Self::Big => u16::from_be_bytes(raw),
        })
    }

    pub(crate) fn u32(self, bytes: &[u8], at: usize) -> Option<u32> {
        let raw = array::<4>(bytes, at)?;
        Some(match self {
            Self::Little => u32::from_le_bytes(raw),
            Self::Big => u32::from_be_bytes(raw),
        })
    }
}

/// The `N` bytes at `at`.
pub(crate) fn array<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..at.checked_add(N)?)?.try_into().ok()
}

pub(crate) fn be_u16(bytes: &[u8], at: usize) -> Option<u16> {
    Endian::Big.u16(bytes, at)
}

pub(crate) fn be_u32(bytes: &[u8], at: usize) -> Option<u32> {
    Endian::Big.u32(bytes, at)
}

pub(crate) fn be_u64(bytes: &[u8], at: usize) -> Option<u64> {
    array::<8>(bytes, at).map(u64::from_be_bytes)
}

/// `start .. start + len`, cut at the end of `bytes`; `None` when it would start outside.
pub(crate) fn clipped(bytes: &[u8], start: usize, len: usize) -> Option<Range<usize>> {
    if start >= bytes.len() || len == 0 {
        return None;
    }
    Some(start..start.saturating_add(len).min(bytes.len()))
}

/// Position of `needle` in `bytes` at or after `from`.
pub(crate) fn find(bytes: &[u8], needle: &[u8], from: usize) -> Option<usize> {
    let (first, _) = needle.split_first()?;
    let mut at = from;
    loop {
        at += bytes.get(at..)?.iter().position(|b| b == first)?;
        if bytes.get(at..)?.starts_with(needle) {
            return Some(at);
        }
        at += 1;
    }
}
