//! What a run of the program left on the disk: where, and whether anything in it betrays a person.
//!
//! Only what a person asked for may lie outside the data folder, and nothing in the data folder may be readable.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::Context;
use imaging::{Subsampling, encode_jpeg};
use walkdir::WalkDir;

/// Red, green, blue of a picture of one colour, which nothing else has: whatever is decoded of it, at any size, is a row
/// of this but for rounding.
const COLOUR: [u8; 3] = [201, 64, 155];
/// So many equal pixels in a row betray the picture.
const PIXELS: usize = 12;

/// A photograph of one colour, in JPEG.
///
/// # Errors
/// When it cannot be encoded.
pub fn canary_picture(width: u32, height: u32) -> anyhow::Result<Vec<u8>> {
    let rgb = COLOUR.repeat(width as usize * height as usize);
    Ok(encode_jpeg(&rgb, width, height, 92, Subsampling::Yuv444, None, 300)?)
}

/// Whether there is a row of such pixels, of three or four bytes each, red or blue first.
fn has_pixels(bytes: &[u8]) -> bool {
    let [red, green, blue] = COLOUR;
    let is_near = |found: u8, wanted: u8| found.abs_diff(wanted) <= 1;
    // by bytes of a pixel and place within it: where the last was, and how many stood in a row there
    let mut rows = [vec![(usize::MAX, 0); 3], vec![(usize::MAX, 0); 4]];
    let pixels = bytes.windows(3).enumerate().filter(|(_, pixel)| match pixel {
        [first, middle, last] if is_near(*middle, green) => {
            is_near(*first, red) && is_near(*last, blue) || is_near(*first, blue) && is_near(*last, red)
        }
        _ => false,
    });
    pixels.into_iter().any(|(at, _)| {
        rows.iter_mut().any(|row| {
            let size = row.len();
            let (last, count) = &mut row[at % size];
            *count = if last.wrapping_add(size) == at { *count + 1 } else { 1 };
            *last = at;
            *count >= PIXELS
        })
    })
}

/// What no file of the program may contain.
pub struct Canaries {
    needles: Vec<(String, Vec<u8>)>,
}

impl Canaries {
    /// Words of people in the encodings that a program writes, the marks of plain JPEG and Exif, and pixels of
    /// [`canary_picture`].
    pub fn of(words: &[&str]) -> Self {
        let mut needles = vec![
            ("a plain JPEG".to_owned(), b"\xFF\xD8\xFF\xE0\x00\x10JFIF\x00".to_vec()),
            ("plain Exif".to_owned(), b"Exif\x00\x00MM".to_vec()),
            ("plain Exif".to_owned(), b"Exif\x00\x00II".to_vec()),
        ];
        for word in words {
            needles.push((format!("“{word}”"), word.as_bytes().to_vec()));
            let utf16 = |to: fn(u16) -> [u8; 2]| word.encode_utf16().flat_map(to).collect();
            needles.push((format!("“{word}” in UTF-16"), utf16(u16::to_le_bytes)));
            needles.push((format!("“{word}” in UTF-16"), utf16(u16::to_be_bytes)));
        }
        Self { needles }
    }

    /// What of it stands in `bytes`.
    fn in_bytes(&self, bytes: &[u8]) -> BTreeSet<&str> {
        let found = self.needles.iter().filter(|(_, needle)| memchr::memmem::find(bytes, needle).is_some());
        let words = found.map(|(name, _)| name.as_str());
        words.chain(has_pixels(bytes).then_some("a decoded picture")).collect()
    }

    /// Every file below `folder` that contains any of it, but for the folders and files in `asked_for`.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn below(&self, folder: &Path, asked_for: &[PathBuf]) -> anyhow::Result<Vec<String>> {
        let mut found = Vec::new();
        for path in files(folder, asked_for)? {
            for what in self.in_bytes(&std::fs::read(folder.join(&path))?) {
                found.push(format!("{}: {what}", path.display()));
            }
        }
        Ok(found)
    }
}

/// Files below `folder`, relative to it, but for what lies in `asked_for`.
///
/// # Errors
/// When a folder cannot be listed.
pub fn files(folder: &Path, asked_for: &[PathBuf]) -> anyhow::Result<BTreeSet<PathBuf>> {
    let mut found = BTreeSet::new();
    let wanted = |entry: &walkdir::DirEntry| !asked_for.iter().any(|allowed| entry.path() == allowed);
    for entry in WalkDir::new(folder).into_iter().filter_entry(wanted) {
        let entry = entry?;
        if entry.file_type().is_file() {
            found.insert(entry.path().strip_prefix(folder)?.to_owned());
        }
    }
    Ok(found)
}

/// A JPEG with a segment of Exif more, behind those that it has: one description, in ASCII.
///
/// # Errors
/// When it is no JPEG, or the text is too long for a segment.
pub fn with_description(jpeg: &[u8], text: &str) -> anyhow::Result<Vec<u8>> {
    let mut at = 2;
    while let [0xFF, 0xE0..=0xEF, high, low, ..] = jpeg.get(at..).unwrap_or_default() {
        at += 2 + usize::from(u16::from_be_bytes([*high, *low]));
    }
    let length = u32::try_from(text.len() + 1)?;
    // one directory at 8 with one entry, ImageDescription (0x010E), whose text follows the directory at 26
    let exif = [
        &b"Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x0E\0\x02"[..],
        &length.to_be_bytes(),
        b"\0\0\0\x1A\0\0\0\0",
        text.as_bytes(),
        b"\0",
    ]
    .concat();
    let segment = u16::try_from(exif.len() + 2)?;
    let (before, after) = jpeg.split_at_checked(at).context("no JPEG")?;
    Ok([before, b"\xFF\xE1", &segment.to_be_bytes(), &exif, after].concat())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn what_betrays_a_person_is_found_and_what_was_asked_for_is_left_out() {
        let home = tempfile::tempdir().unwrap();
        let canaries = Canaries::of(&["Öhman"]);
        let write = |name: &str, bytes: &[u8]| {
            let path = home.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        };
        write("data/register.db", b"\x8f\x11\xa0 nothing to read");
        let asked_for = [home.path().join("batch")];
        write("batch/slip.txt", "Öhman".as_bytes());
        assert_eq!(canaries.below(home.path(), &asked_for).unwrap(), Vec::<String>::new());

        write("data/log", "customer Öhman".as_bytes());
        let utf16: Vec<u8> = "Öhman".encode_utf16().flat_map(u16::to_le_bytes).collect();
        write(".cache/page", &utf16);
        write("tmp/x", b"..\xFF\xD8\xFF\xE0\x00\x10JFIF\x00\x01");
        let found = canaries.below(home.path(), &asked_for).unwrap();
        assert_eq!(found, [".cache/page: “Öhman” in UTF-16", "data/log: “Öhman”", "tmp/x: a plain JPEG"]);
    }

    #[test]
    fn pixels_of_the_picture_of_one_colour_are_known_at_any_size() {
        let home = tempfile::tempdir().unwrap();
        let canaries = Canaries::of(&[]);
        let picture = canary_picture(2400, 1600).unwrap();
        let kind = imaging::FileKind::Jpeg;
        let sizes = imaging::ThumbnailSizes::default();
        let made = imaging::thumbnails(&picture, kind, imaging::Orientation::Normal, &sizes).unwrap();
        for shown in [picture, made.grid, made.preview] {
            let pixels = turbojpeg::decompress(&shown, turbojpeg::PixelFormat::BGRX).unwrap().pixels;
            std::fs::write(home.path().join("cache"), &pixels).unwrap();
            let found = canaries.below(home.path(), &[]).unwrap();
            assert_eq!(found, ["cache: a decoded picture"], "{:?}", &pixels[..4]);
        }
        std::fs::write(home.path().join("cache"), [200, 64, 90, 0xFF].repeat(400)).unwrap();
        assert_eq!(canaries.below(home.path(), &[]).unwrap(), Vec::<String>::new(), "another colour");
    }
}
