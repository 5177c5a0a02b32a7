//! The JPEG inside a file: a camera's own rendering of its RAW, or the preview beside the main JPEG.

use std::ops::Range;

use crate::bmff;
use crate::bytes::{be_u32, clipped, find};
use crate::jpeg_segments::{self, JpegHeader};
use crate::kind::FileKind;
use crate::limits;
use crate::tiff::{
    TAG_COMPRESSION, TAG_JPEG_BYTES, TAG_JPEG_OFFSET, TAG_PANASONIC_JPEG, TAG_STRIP_BYTES, TAG_STRIP_OFFSETS,
    Tiff,
};

/// A preview of at least this long edge makes a search through the whole file needless.
const GOOD_ENOUGH: u32 = 1000;
/// Starts of JPEGs that are looked at when a file must be searched.
const MAX_STARTS: usize = 512;
/// Bytes in which the header of a JPEG found by searching must end, so that false starts cost little.
const MAX_HEADER: usize = 1 << 20;

/// Where the largest JPEG preview lies in `bytes`, or `None`. For a JPEG this is a preview beside the
/// main picture (multi-picture format) or the EXIF thumbnail, never the main picture. The range may
/// end after the preview's last byte.
#[must_use]
pub fn largest_embedded_preview(bytes: &[u8], kind: FileKind) -> Option<Range<usize>> {
    let declared = declared(bytes, kind);
    let best = largest(bytes, declared);
    let searched = kind.is_raw() || kind == FileKind::Heic;
    match best {
        Some((range, edge)) if edge >= GOOD_ENOUGH || !searched => Some(range),
        best => {
            let found = if searched { largest(bytes, searched_jpegs(bytes)) } else { None };
            match (best, found) {
                (Some((range, edge)), Some((_, other))) if edge >= other => Some(range),
                (best, found) => found.or(best).map(|(range, _)| range),
            }
        }
    }
}

/// All previews that a file's own structure points at, unchecked.
fn declared(bytes: &[u8], kind: FileKind) -> Vec<Range<usize>> {
    match kind {
        FileKind::Jpeg => jpeg_segments::scan(bytes).map(|h| jpeg_previews(bytes, &h)).unwrap_or_default(),
        FileKind::Raf => raf_jpeg(bytes).into_iter().collect(),
        FileKind::Cr3 => bmff::cr3_jpegs(bytes),
        FileKind::Cr2
        | FileKind::Nef
        | FileKind::Arw
        | FileKind::Dng
        | FileKind::Orf
        | FileKind::Rw2
        | FileKind::Tiff => tiff_jpegs(bytes),
        FileKind::Png | FileKind::Webp | FileKind::Heic | FileKind::Xmp | FileKind::Unknown => Vec::new(),
    }
}

/// Where a RAF file's header says its JPEG is.
pub(crate) fn raf_jpeg(bytes: &[u8]) -> Option<Range<usize>> {
    clipped(bytes, be_u32(bytes, 84)? as usize, be_u32(bytes, 88)? as usize)
}

/// The previews of a JPEG: of its multi-picture index, and the EXIF thumbnail.
pub(crate) fn jpeg_previews(bytes: &[u8], header: &JpegHeader) -> Vec<Range<usize>> {
    let mut previews = header.mpf_previews(bytes);
    previews.extend(header.exif_thumbnail(bytes));
    previews
}

fn tiff_jpegs(bytes: &[u8]) -> Vec<Range<usize>> {
    let Some(tiff) = Tiff::open(bytes) else { return Vec::new() };
    let mut found = Vec::new();
    for directory in tiff.directories() {
        found.extend(tiff.pointed(&directory, TAG_JPEG_OFFSET, TAG_JPEG_BYTES));
        if matches!(tiff.first_number(&directory, TAG_COMPRESSION), Some(6 | 7)) {
            found.extend(tiff.pointed(&directory, TAG_STRIP_OFFSETS, TAG_STRIP_BYTES));
        }
        found.extend(directory.entry(TAG_PANASONIC_JPEG).and_then(|e| tiff.range(e)));
    }
    found
}

/// JPEGs found by their first bytes, for makers who hide the preview in their own notes.
fn searched_jpegs(bytes: &[u8]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    for _ in 0..MAX_STARTS {
        let Some(start) = find(bytes, &[0xFF, 0xD8, 0xFF], at) else { break };
        at = start + 2;
        let Some(head) = clipped(bytes, start, MAX_HEADER).and_then(|r| bytes.get(r)) else { break };
        let Ok(header) = jpeg_segments::scan(head) else { continue };
        let Some(scan) = header.scan_start.filter(|_| header.frame.is_supported()) else { continue };
        let end = find(bytes, &[0xFF, 0xD9], start + scan).map_or(bytes.len(), |e| e + 2);
        at = end;
        found.push(start..end);
    }
    found
}

/// The largest decodable JPEG among `ranges`, with its long edge.
fn largest(bytes: &[u8], ranges: Vec<Range<usize>>) -> Option<(Range<usize>, u32)> {
    let mut best: Option<(Range<usize>, u64, u32)> = None;
    for range in ranges {
        let Some(frame) = bytes
            .get(range.clone())
            .and_then(|b| jpeg_segments::scan(b).ok())
            .filter(|h| h.scan_start.is_some())
            .map(|h| h.frame)
        else {
            continue;
        };
        let area = u64::from(frame.width) * u64::from(frame.height);
        if frame.is_supported()
            && limits::check(frame.width, frame.height, limits::MAX_PIXELS).is_ok()
            && best.as_ref().is_none_or(|(_, a, _)| area > *a)
        {
            best = Some((range, area, frame.width.max(frame.height)));
        }
    }
    best.map(|(range, _, edge)| (range, edge))
}
