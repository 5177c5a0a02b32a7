//! The boxes of an ISO media file, as far as Canon's CR3 needs them: metadata blocks and JPEGs.

use std::ops::Range;

use crate::bytes::{array, be_u32, be_u64, clipped, find};

const MAX_BOXES: usize = 512;
/// Canon's metadata inside `moov`.
const CANON_METADATA: [u8; 16] =
    [0x85, 0xC0, 0xB6, 0x87, 0x82, 0x0F, 0x11, 0xE0, 0x81, 0x11, 0xF4, 0xCE, 0x46, 0x2B, 0x6A, 0x48];
/// Canon's preview beside `moov`.
const CANON_PREVIEW: [u8; 16] =
    [0xEA, 0xF4, 0x2B, 0x5E, 0x1C, 0x98, 0x4B, 0x88, 0xB9, 0xFB, 0xB7, 0xDC, 0x40, 0x6E, 0x4D, 0x16];

struct Box {
    kind: [u8; 4],
    content: Range<usize>,
}

fn boxes(bytes: &[u8], within: Range<usize>) -> Vec<Box> {
    let mut found = Vec::new();
    let mut at = within.start;
    while found.len() < MAX_BOXES && at < within.end {
        let (Some(size), Some(kind)) = (be_u32(bytes, at), array::<4>(bytes, at + 4)) else { break };
        let (head, size) = match size {
            0 => (8, within.end - at),
            1 => match be_u64(bytes, at + 8).and_then(|s| usize::try_from(s).ok()) {
                Some(size) => (16, size),
                None => break,
            },
            size => (8, size as usize),
        };
        if size < head {
            break;
        }
        let end = at.saturating_add(size).min(within.end).min(bytes.len());
        if at + head > end {
            break;
        }
        found.push(Box { kind, content: at + head..end });
        at = end;
    }
    found
}

fn child(bytes: &[u8], within: Range<usize>, kind: &[u8; 4]) -> Option<Range<usize>> {
    boxes(bytes, within).into_iter().find(|b| &b.kind == kind).map(|b| b.content)
}

fn uuid_box(bytes: &[u8], within: Range<usize>, uuid: &[u8; 16]) -> Option<Range<usize>> {
    boxes(bytes, within)
        .into_iter()
        .find(|b| &b.kind == b"uuid" && array::<16>(bytes, b.content.start).as_ref() == Some(uuid))
        .map(|b| b.content.start + 16..b.content.end)
}

/// The TIFF structures `CMT1` (main) and `CMT2` (EXIF) of a CR3 file.
pub(crate) fn cr3_metadata(bytes: &[u8]) -> Vec<Range<usize>> {
    let canon = child(bytes, 0..bytes.len(), b"moov").and_then(|m| uuid_box(bytes, m, &CANON_METADATA));
    let Some(canon) = canon else { return Vec::new() };
    [b"CMT1", b"CMT2"].into_iter().filter_map(|kind| child(bytes, canon.clone(), kind)).collect()
}

/// Places where a CR3 file keeps JPEGs: the full-size one of a track, the preview, the thumbnail.
pub(crate) fn cr3_jpegs(bytes: &[u8]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if let Some(moov) = child(bytes, 0..bytes.len(), b"moov") {
        for track in boxes(bytes, moov.clone()).into_iter().filter(|b| &b.kind == b"trak") {
            found.extend(first_sample(bytes, track.content));
        }
        let thumbnail = uuid_box(bytes, moov, &CANON_METADATA)
            .and_then(|canon| child(bytes, canon, b"THMB"))
            .and_then(|thmb| jpeg_after_head(bytes, thmb));
        found.extend(thumbnail);
    }
    let preview = uuid_box(bytes, 0..bytes.len(), &CANON_PREVIEW)
        .and_then(|canon| child(bytes, canon.start + 8..canon.end, b"PRVW"))
        .and_then(|prvw| jpeg_after_head(bytes, prvw));
    found.extend(preview);
    found
}

/// Canon puts a few numbers of varying count before the JPEG.
fn jpeg_after_head(bytes: &[u8], content: Range<usize>) -> Option<Range<usize>> {
    let head = bytes.get(content.start..content.end.min(content.start.saturating_add(32)))?;
    let at = content.start + find(head, &[0xFF, 0xD8, 0xFF], 0)?;
    Some(at..content.end)
}

fn first_sample(bytes: &[u8], track: Range<usize>) -> Option<Range<usize>> {
    let table =
        [b"mdia", b"minf", b"stbl"].into_iter().try_fold(track, |within, kind| child(bytes, within, kind))?;
    let sizes = child(bytes, table.clone(), b"stsz")?;
    let size = match be_u32(bytes, sizes.start + 4)? {
        0 => be_u32(bytes, sizes.start + 12)?,
        same => same,
    };
    let offset = match child(bytes, table.clone(), b"co64") {
        Some(offsets) => usize::try_from(be_u64(bytes, offsets.start + 8)?).ok()?,
        None => be_u32(bytes, child(bytes, table, b"stco")?.start + 8)? as usize,
    };
    clipped(bytes, offset, size as usize)
}
