//! A small TIFF writer, little-endian: directories with values, sub-directories and blobs. It writes
//! Exif blocks, the multi-picture index and DNG-like raw files.
//!
//! Invariant: entries are sorted by tag, values and directories start at even offsets (TIFF 6.0).

/// What an entry holds.
#[derive(Debug, Clone)]
pub(crate) enum Value {
    /// Bytes (type 1).
    Bytes(Vec<u8>),
    /// Text; the closing NUL is added (type 2).
    Text(String),
    /// 16-bit numbers (type 3).
    Short(Vec<u16>),
    /// 32-bit numbers (type 4).
    Long(Vec<u32>),
    /// Fractions (type 5).
    Ratio(Vec<(u32, u32)>),
    /// Bytes of unsaid meaning (type 7).
    Undefined(Vec<u8>),
    /// Offset of a further directory.
    Directory(Directory),
    /// Offset of raw bytes placed elsewhere in the file.
    Blob(Vec<u8>),
}

/// One image file directory.
#[derive(Debug, Clone, Default)]
pub(crate) struct Directory {
    entries: Vec<(u16, Value)>,
}

impl Directory {
    /// Adds an entry.
    pub(crate) fn with(mut self, tag: u16, value: Value) -> Self {
        self.entries.push((tag, value));
        self
    }

    /// Adds a text entry.
    pub(crate) fn text(self, tag: u16, text: &str) -> Self {
        self.with(tag, Value::Text(text.to_owned()))
    }

    /// Adds one 16-bit number.
    pub(crate) fn short(self, tag: u16, number: u16) -> Self {
        self.with(tag, Value::Short(vec![number]))
    }

    /// Adds one 32-bit number.
    pub(crate) fn long(self, tag: u16, number: u32) -> Self {
        self.with(tag, Value::Long(vec![number]))
    }

    /// Adds one fraction.
    pub(crate) fn ratio(self, tag: u16, over: u32, under: u32) -> Self {
        self.with(tag, Value::Ratio(vec![(over, under)]))
    }
}

/// A whole TIFF stream of chained directories, offsets counted from its first byte.
pub(crate) fn tiff(chain: &[Directory]) -> Vec<u8> {
    let mut out = b"II\x2a\x00\x08\x00\x00\x00".to_vec();
    let mut link = 4;
    for directory in chain {
        patch(&mut out, link);
        link = append(&mut out, directory);
    }
    out
}

/// Appends a directory with everything it points to; returns where its link to the next one stands.
fn append(out: &mut Vec<u8>, directory: &Directory) -> usize {
    let mut entries: Vec<&(u16, Value)> = directory.entries.iter().collect();
    entries.sort_by_key(|e| e.0);
    let start = out.len();
    out.extend((entries.len() as u16).to_le_bytes());
    out.resize(start + 2 + entries.len() * 12 + 4, 0);
    for (n, (tag, value)) in entries.into_iter().enumerate() {
        let at = start + 2 + n * 12;
        let (kind, count, bytes) = match value {
            Value::Bytes(b) => (1u16, b.len(), b.clone()),
            Value::Text(t) => (2, t.len() + 1, t.bytes().chain([0]).collect()),
            Value::Short(v) => (3, v.len(), v.iter().flat_map(|n| n.to_le_bytes()).collect()),
            Value::Long(v) => (4, v.len(), v.iter().flat_map(|n| n.to_le_bytes()).collect()),
            Value::Ratio(v) => (
                5,
                v.len(),
                v.iter().flat_map(|(a, b)| a.to_le_bytes().into_iter().chain(b.to_le_bytes())).collect(),
            ),
            Value::Undefined(b) => (7, b.len(), b.clone()),
            Value::Directory(_) | Value::Blob(_) => (4, 1, Vec::new()),
        };
        put(out, at, &tag.to_le_bytes());
        put(out, at + 2, &kind.to_le_bytes());
        put(out, at + 4, &(count as u32).to_le_bytes());
        match value {
            Value::Directory(sub) => {
                patch(out, at + 8);
                append(out, sub);
            }
            Value::Blob(blob) => {
                patch(out, at + 8);
                out.extend_from_slice(blob);
                even(out);
            }
            _ if bytes.len() <= 4 => put(out, at + 8, &bytes),
            _ => {
                patch(out, at + 8);
                out.extend_from_slice(&bytes);
                even(out);
            }
        }
    }
    start + 2 + directory.entries.len() * 12
}

fn even(out: &mut Vec<u8>) {
    if !out.len().is_multiple_of(2) {
        out.push(0);
    }
}

fn patch(out: &mut [u8], at: usize) {
    let here = (out.len() as u32).to_le_bytes();
    put(out, at, &here);
}

fn put(out: &mut [u8], at: usize, bytes: &[u8]) {
    if let Some(place) = out.get_mut(at..at + bytes.len()) {
        place.copy_from_slice(bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directories_chain_and_offsets_point_home() {
        let sub = Directory::default().text(0x9003, "2026:08:17 09:15:30");
        let first = Directory::default()
            .with(0x8769, Value::Directory(sub))
            .text(0x010f, "Kuvakone")
            .short(0x0112, 6);
        let second = Directory::default().with(0x0201, Value::Blob(vec![0xff, 0xd8, 0xff])).long(0x0202, 3);
        let bytes = tiff(&[first, second]);
        let exif = exif::Reader::new().read_raw(bytes.clone()).unwrap();
        let text = |tag, ifd| exif.get_field(tag, ifd).unwrap().display_value().to_string();
        assert_eq!(text(exif::Tag::Make, exif::In::PRIMARY), "\"Kuvakone\"");
        assert_eq!(text(exif::Tag::DateTimeOriginal, exif::In::PRIMARY), "2026-08-17 09:15:30");
        let at = exif
            .get_field(exif::Tag::JPEGInterchangeFormat, exif::In::THUMBNAIL)
            .unwrap()
            .value
            .get_uint(0)
            .unwrap();
        assert_eq!(&bytes[at as usize..at as usize + 3], [0xff, 0xd8, 0xff]);
        assert!(at.is_multiple_of(2));
    }
}
