//! The segments before a JPEG's picture data: frame size, EXIF, ICC profile, multi-picture index.
//!
//! Reads the header only, up to the first scan; the picture itself is libjpeg-turbo's. Every read is
//! bounded by the slice, every step goes forward, and stray bytes between segments are skipped as
//! libjpeg does.

use std::ops::Range;

use crate::bytes::{Endian, be_u16, clipped};
use crate::limits::MAX_ICC;
use crate::tiff::Tiff;

const EXIF: &[u8] = b"Exif\0\0";
const ICC: &[u8] = b"ICC_PROFILE\0";
const MPF: &[u8] = b"MPF\0";
/// Segments of one header; real files have some dozens.
const MAX_SEGMENTS: usize = 4096;
const TAG_MP_ENTRIES: u16 = 0xB002;

/// What a JPEG's header says. Ranges are places in the slice that was scanned.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct JpegHeader {
    /// The frame: size and coding.
    pub frame: Frame,
    /// The TIFF structure inside the EXIF segment.
    pub exif: Option<Range<usize>>,
    /// Offset of the first scan's marker; `None` when the file ends before it.
    pub scan_start: Option<usize>,
    /// Colour transform of an Adobe segment; such CMYK files are stored inverted.
    pub adobe_transform: Option<u8>,
    icc_parts: Vec<IccPart>,
    mpf: Option<Range<usize>>,
    jfif: bool,
    essential: Vec<Range<usize>>,
}

/// The frame header.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Frame {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Components: 1 grey, 3 colour, 4 CMYK.
    pub components: u8,
    /// Bits of a sample.
    pub precision: u8,
    /// The frame marker, `0xC0` baseline, `0xC2` progressive.
    pub marker: u8,
}

impl Frame {
    /// Whether libjpeg must hold all coefficients to decode it.
    #[must_use]
    pub fn is_progressive(&self) -> bool {
        self.marker == 0xC2
    }

    /// Whether this is a form that is decoded here: Huffman-coded, lossy, 8 bits.
    #[must_use]
    pub fn is_supported(&self) -> bool {
        matches!(self.marker, 0xC0..=0xC2) && self.precision == 8 && matches!(self.components, 1 | 3 | 4)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct IccPart {
    number: u8,
    total: u8,
    data: Range<usize>,
}

/// Why a header could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum JpegFault {
    /// Does not begin as a JPEG.
    #[error("not a JPEG")]
    NotJpeg,
    /// Ends, or starts its picture, before a frame header.
    #[error("no frame header")]
    NoFrame,
}

/// An ICC profile as the segments carry it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Icc {
    /// None.
    Absent,
    /// All parts, put together.
    Whole(Vec<u8>),
    /// Parts are missing, contradict each other or are too large.
    Broken,
}

/// Reads the header of `bytes`.
///
/// # Errors
/// [`JpegFault`] when there is no frame header to be found; a file that ends after it is no error.
pub fn scan(bytes: &[u8]) -> Result<JpegHeader, JpegFault> {
    if !bytes.starts_with(&[0xFF, 0xD8]) {
        return Err(JpegFault::NotJpeg);
    }
    let (header, seen_frame) = segments(bytes);
    if seen_frame { Ok(header) } else { Err(JpegFault::NoFrame) }
}

/// The TIFF structure inside the EXIF segment, whether or not a picture follows.
pub(crate) fn exif_only(bytes: &[u8]) -> Option<Range<usize>> {
    bytes.starts_with(&[0xFF, 0xD8]).then(|| segments(bytes).0.exif).flatten()
}

/// The header as far as it goes, and whether a frame was in it.
fn segments(bytes: &[u8]) -> (JpegHeader, bool) {
    let mut header = JpegHeader::default();
    let mut seen_frame = false;
    let mut at = 2;
    for _ in 0..MAX_SEGMENTS {
        let Some((marker, start)) = next_marker(bytes, at) else { break };
        match marker {
            0xDA => {
                header.scan_start = Some(start);
                break;
            }
            0xD9 => break,
            0x01 | 0xD0..=0xD8 => {
                at = start + 2;
                continue;
            }
            _ => {}
        }
        let Some(length) = be_u16(bytes, start + 2).map(usize::from).filter(|&l| l >= 2) else { break };
        let Some(payload) = clipped(bytes, start + 4, length - 2) else {
            at = start + 2 + length;
            continue;
        };
        if payload.len() < length - 2 {
            break;
        }
        let data = bytes.get(payload.clone()).unwrap_or_default();
        match marker {
            0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => {
                if let (false, Some(frame)) = (seen_frame, frame(marker, data)) {
                    header.frame = frame;
                    seen_frame = true;
                }
                header.essential.push(start..payload.end);
            }
            0xC4 | 0xCC | 0xDB | 0xDD => header.essential.push(start..payload.end),
            0xE0 => header.jfif |= data.starts_with(b"JFIF\0"),
            0xE1 if data.starts_with(EXIF) && header.exif.is_none() => {
                header.exif = Some(payload.start + EXIF.len()..payload.end);
            }
            0xE2 if data.starts_with(ICC) => {
                if let Some(&[number, total]) = data.get(ICC.len()..ICC.len() + 2) {
                    let data = payload.start + ICC.len() + 2..payload.end;
                    header.icc_parts.push(IccPart { number, total, data });
                }
            }
            0xE2 if data.starts_with(MPF) && header.mpf.is_none() => {
                header.mpf = Some(payload.start + MPF.len()..payload.end);
            }
            0xEE if data.starts_with(b"Adobe") => {
                header.adobe_transform = data.get(11).copied();
                header.essential.push(start..payload.end);
            }
            _ => {}
        }
        at = start + 2 + length;
    }
    (header, seen_frame)
}

/// The next marker at or after `at`: its code, and the offset of its last `FF`.
fn next_marker(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    let mut at = at;
    loop {
        at += bytes.get(at..)?.iter().position(|&b| b == 0xFF)?;
        match bytes.get(at + 1)? {
            0xFF => at += 1,
            0x00 => at += 2,
            &code => return Some((code, at)),
        }
    }
}

fn frame(marker: u8, data: &[u8]) -> Option<Frame> {
    let precision = *data.first()?;
    let height = u32::from(be_u16(data, 1)?);
    let width = u32::from(be_u16(data, 3)?);
    let components = *data.get(5)?;
    Some(Frame { width, height, components, precision, marker })
}

impl JpegHeader {
    /// Whether the header carries (part of) an ICC profile.
    #[must_use]
    pub fn has_icc(&self) -> bool {
        !self.icc_parts.is_empty()
    }

    /// Puts the ICC profile together from the same bytes that were scanned.
    #[must_use]
    pub fn icc(&self, bytes: &[u8]) -> Icc {
        let Some(first) = self.icc_parts.first() else { return Icc::Absent };
        let total = first.total;
        let size: usize = self.icc_parts.iter().map(|p| p.data.len()).sum();
        if size > MAX_ICC || self.icc_parts.len() != usize::from(total) {
            return Icc::Broken;
        }
        let mut profile = Vec::with_capacity(size);
        for number in 1..=total {
            let part = self.icc_parts.iter().find(|p| p.number == number && p.total == total);
            match part.and_then(|p| bytes.get(p.data.clone())) {
                Some(data) => profile.extend_from_slice(data),
                None => return Icc::Broken,
            }
        }
        Icc::Whole(profile)
    }

    /// The further pictures of a multi-picture file that are marked as previews of the main one (CIPA
    /// DC-007, "large thumbnail"). Gain maps, panorama and stereo frames are left out.
    #[must_use]
    pub fn mpf_previews(&self, bytes: &[u8]) -> Vec<Range<usize>> {
        self.mpf.clone().and_then(|mpf| previews_of(bytes, mpf)).unwrap_or_default()
    }

    /// The thumbnail inside the EXIF segment, where it is a JPEG.
    #[must_use]
    pub fn exif_thumbnail(&self, bytes: &[u8]) -> Option<Range<usize>> {
        let exif = self.exif.clone()?;
        let data = bytes.get(exif.clone())?;
        let tiff = Tiff::open(data)?;
        tiff.directories()
            .iter()
            .filter_map(|d| tiff.pointed(d, crate::tiff::TAG_JPEG_OFFSET, crate::tiff::TAG_JPEG_BYTES))
            .find(|r| data.get(r.clone()).is_some_and(|d| d.starts_with(&[0xFF, 0xD8])))
            .map(|r| exif.start + r.start..exif.start + r.end)
    }

    /// The same picture with only the segments that decoding needs: libjpeg refuses a file whose
    /// metadata makes it warn. `None` when there is no scan.
    #[must_use]
    pub fn without_metadata(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        let picture = bytes.get(self.scan_start?..)?;
        let mut clean = Vec::with_capacity(picture.len() + 4096);
        clean.extend_from_slice(&[0xFF, 0xD8]);
        if self.jfif {
            clean.extend_from_slice(b"\xFF\xE0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00");
        }
        for range in &self.essential {
            clean.extend_from_slice(bytes.get(range.clone())?);
        }
        clean.extend_from_slice(picture);
        Some(clean)
    }
}

fn previews_of(bytes: &[u8], mpf: Range<usize>) -> Option<Vec<Range<usize>>> {
    let data = bytes.get(mpf.clone())?;
    let tiff = Tiff::open(data)?;
    let endian: Endian = tiff.endian();
    let index = tiff.first()?;
    let entries = data.get(tiff.range(index.entry(TAG_MP_ENTRIES)?)?)?;
    let (entries, _) = entries.as_chunks::<16>();
    let mut previews = Vec::new();
    for entry in entries.iter().take(64) {
        let class = endian.u32(entry, 0)? & 0x00FF_FFFF;
        let size = endian.u32(entry, 4)? as usize;
        let offset = endian.u32(entry, 8)? as usize;
        if offset == 0 || !(0x01_0001..=0x01_0005).contains(&class) {
            continue;
        }
        let range = mpf.start.checked_add(offset).and_then(|start| clipped(bytes, start, size));
        if let Some(range) = range.filter(|r| r.len() == size) {
            previews.push(range);
        }
    }
    Some(previews)
}
