//! What a file is, by its content; the name only decides between TIFF-like RAW kinds.

use crate::bytes::array;
use crate::tiff::{TAG_DNG_VERSION, TAG_MAKE, Tiff};

/// The kinds of files that lie on camera cards and in studios' folders.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// JPEG.
    Jpeg,
    /// Canon RAW, TIFF-based.
    Cr2,
    /// Canon RAW, ISO media file.
    Cr3,
    /// Nikon RAW.
    Nef,
    /// Sony RAW.
    Arw,
    /// Adobe's digital negative.
    Dng,
    /// Olympus RAW.
    Orf,
    /// Panasonic RAW.
    Rw2,
    /// Fujifilm RAW.
    Raf,
    /// TIFF.
    Tiff,
    /// PNG.
    Png,
    /// WebP.
    Webp,
    /// HEIF with HEVC, as telephones write it.
    Heic,
    /// A sidecar of metadata; holds no picture.
    Xmp,
    /// Anything else.
    Unknown,
}

impl FileKind {
    /// Whether this is a camera's RAW file, shown through the JPEG inside it.
    #[must_use]
    pub fn is_raw(self) -> bool {
        matches!(
            self,
            Self::Cr2 | Self::Cr3 | Self::Nef | Self::Arw | Self::Dng | Self::Orf | Self::Rw2 | Self::Raf
        )
    }

    /// Whether this kind can hold a picture at all.
    #[must_use]
    pub fn is_picture(self) -> bool {
        !matches!(self, Self::Xmp | Self::Unknown)
    }
}

/// Recognises `bytes` by content. `name` is the file's name; its ending decides only between RAW
/// kinds that share the TIFF header.
#[must_use]
pub fn sniff(bytes: &[u8], name: &str) -> FileKind {
    if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        return FileKind::Jpeg;
    }
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return FileKind::Png;
    }
    if bytes.starts_with(b"FUJIFILMCCD-RAW") {
        return FileKind::Raf;
    }
    if bytes.starts_with(b"RIFF") && array::<4>(bytes, 8) == Some(*b"WEBP") {
        return FileKind::Webp;
    }
    if array::<4>(bytes, 4) == Some(*b"ftyp") {
        return match array::<4>(bytes, 8) {
            Some(brand) if &brand == b"crx " => FileKind::Cr3,
            Some(brand)
                if [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"]
                    .contains(&&brand) =>
            {
                FileKind::Heic
            }
            _ => FileKind::Unknown,
        };
    }
    if let Some(tiff) = Tiff::open(bytes) {
        return tiff_kind(bytes, tiff, name);
    }
    if is_xmp(bytes) { FileKind::Xmp } else { FileKind::Unknown }
}

fn tiff_kind(bytes: &[u8], tiff: Tiff<'_>, name: &str) -> FileKind {
    match array::<4>(bytes, 0).as_ref() {
        Some(b"IIRO" | b"IIRS" | b"MMOR") => return FileKind::Orf,
        Some(b"IIU\0") => return FileKind::Rw2,
        _ => {}
    }
    if array::<2>(bytes, 8) == Some(*b"CR") {
        return FileKind::Cr2;
    }
    let Some(first) = tiff.first() else { return FileKind::Tiff };
    if first.entry(TAG_DNG_VERSION).is_some() {
        return FileKind::Dng;
    }
    let extension = name.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase()).unwrap_or_default();
    let make = first
        .entry(TAG_MAKE)
        .and_then(|e| tiff.range(e))
        .and_then(|r| bytes.get(r))
        .map(|m| m.to_ascii_uppercase())
        .unwrap_or_default();
    match extension.as_str() {
        "nef" | "nrw" => FileKind::Nef,
        "arw" | "sr2" => FileKind::Arw,
        "dng" => FileKind::Dng,
        "cr2" => FileKind::Cr2,
        "orf" => FileKind::Orf,
        "rw2" => FileKind::Rw2,
        "tif" | "tiff" => FileKind::Tiff,
        _ if has_sensor_data(tiff, &first) && make.starts_with(b"NIKON") => FileKind::Nef,
        _ if has_sensor_data(tiff, &first) && make.starts_with(b"SONY") => FileKind::Arw,
        _ => FileKind::Tiff,
    }
}

/// RAW files begin with a reduced picture and keep the sensor's data in a sub-directory.
fn has_sensor_data(tiff: Tiff<'_>, first: &crate::tiff::Directory) -> bool {
    first.entry(crate::tiff::TAG_SUB_DIRECTORIES).is_some()
        && tiff.first_number(first, crate::tiff::TAG_NEW_SUBFILE_TYPE) == Some(1)
}

fn is_xmp(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = text.get(..text.len().min(4096)).unwrap_or_default().trim_ascii_start();
    text.starts_with(b"<?xpacket")
        || text.starts_with(b"<x:xmpmeta")
        || (text.starts_with(b"<?xml") && crate::bytes::find(text, b"<x:xmpmeta", 0).is_some())
}
