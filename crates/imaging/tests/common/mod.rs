//! Small pictures and hand-made metadata to test against. Written from the formats' own tables, not
//! from the code under test.
#![allow(dead_code, reason = "each test program uses a part")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stdout, reason = "tests")]

use std::path::PathBuf;

use turbojpeg::{Compressor, Image, PixelFormat, Subsamp};

pub const RED: [u8; 3] = [220, 30, 30];
pub const GREEN: [u8; 3] = [30, 180, 40];
pub const BLUE: [u8; 3] = [30, 50, 210];
pub const YELLOW: [u8; 3] = [230, 220, 40];

/// An RGB picture.
#[derive(Clone)]
pub struct Picture {
    pub width: usize,
    pub height: usize,
    pub data: Vec<u8>,
}

impl Picture {
    pub fn new(width: usize, height: usize, color: impl Fn(usize, usize) -> [u8; 3]) -> Self {
        let mut data = Vec::with_capacity(width * height * 3);
        for y in 0..height {
            for x in 0..width {
                data.extend_from_slice(&color(x, y));
            }
        }
        Self { width, height, data }
    }

    pub fn plain(width: usize, height: usize, color: [u8; 3]) -> Self {
        Self::new(width, height, |_, _| color)
    }

    /// Four quarters: red, green / blue, yellow.
    pub fn quarters(width: usize, height: usize) -> Self {
        Self::new(width, height, |x, y| match (y * 2 < height, x * 2 < width) {
            (true, true) => RED,
            (true, false) => GREEN,
            (false, true) => BLUE,
            (false, false) => YELLOW,
        })
    }

    /// Something with detail everywhere, the same every time.
    pub fn busy(width: usize, height: usize) -> Self {
        Self::new(width, height, |x, y| {
            let noise = (x * 7919 + y * 104_729 + x * y * 31) % 64;
            [(x * 255 / width) as u8, (y * 255 / height) as u8, (100 + noise) as u8]
        })
    }

    pub fn pixel(&self, x: usize, y: usize) -> [u8; 3] {
        let at = (y * self.width + x) * 3;
        [self.data[at], self.data[at + 1], self.data[at + 2]]
    }

    /// The pixels a camera stores for this upright picture under an EXIF orientation: the table of the
    /// EXIF standard says which side of the scene row 0 and column 0 are.
    pub fn stored(&self, orientation: u8) -> Self {
        let (right_to_left, bottom_to_top) = match orientation {
            1 | 5 => (false, false),
            2 | 6 => (true, false),
            3 | 7 => (true, true),
            4 | 8 => (false, true),
            _ => unreachable!(),
        };
        let swapped = orientation >= 5;
        let (width, height) = if swapped { (self.height, self.width) } else { (self.width, self.height) };
        Self::new(width, height, |column, row| {
            let (x, y) = if swapped { (row, column) } else { (column, row) };
            let x = if right_to_left { self.width - 1 - x } else { x };
            let y = if bottom_to_top { self.height - 1 - y } else { y };
            self.pixel(x, y)
        })
    }

    pub fn jpeg(&self) -> Vec<u8> {
        self.jpeg_with(|_| {})
    }

    pub fn jpeg_with(&self, tune: impl FnOnce(&mut Compressor)) -> Vec<u8> {
        let mut compressor = Compressor::new().unwrap();
        compressor.set_quality(92).unwrap();
        compressor.set_subsamp(Subsamp::Sub2x1).unwrap();
        tune(&mut compressor);
        compressor.compress_to_vec(self.image()).unwrap()
    }

    fn image(&self) -> Image<&[u8]> {
        Image {
            pixels: &self.data,
            width: self.width,
            pitch: self.width * 3,
            height: self.height,
            format: PixelFormat::RGB,
        }
    }
}

pub fn decode(jpeg: &[u8]) -> Picture {
    let image = turbojpeg::decompress(jpeg, PixelFormat::RGB).unwrap();
    Picture { width: image.width, height: image.height, data: image.pixels }
}

pub fn close(a: [u8; 3], b: [u8; 3], tolerance: u8) -> bool {
    a.iter().zip(b).all(|(&a, b)| a.abs_diff(b) <= tolerance)
}

pub fn assert_quarters(picture: &Picture, context: &str) {
    let (x0, x1) = (picture.width / 8, picture.width * 7 / 8);
    let (y0, y1) = (picture.height / 8, picture.height * 7 / 8);
    for ((x, y), color) in [((x0, y0), RED), ((x1, y0), GREEN), ((x0, y1), BLUE), ((x1, y1), YELLOW)] {
        let found = picture.pixel(x, y);
        assert!(close(found, color, 10), "{context}: {found:?} instead of {color:?} at {x},{y}");
    }
}

/// Values of a TIFF entry.
#[derive(Clone)]
pub enum Values {
    Text(String),
    Short(Vec<u16>),
    Long(Vec<u32>),
    Rational(u32, u32),
    Bytes(Vec<u8>),
    /// An offset to another directory of the same structure, by its index.
    Directory(usize),
    Directories(Vec<usize>),
}

/// Writes a little-endian TIFF structure; the first directory is the main one, `blobs` are put where
/// `Values::Long(vec![BLOB + n])` points.
pub const BLOB: u32 = 0xFFFF_0000;

pub fn tiff(magic: &[u8; 4], directories: &[Vec<(u16, Values)>], blobs: &[&[u8]]) -> Vec<u8> {
    tiff_with_gap(magic, &[], directories, blobs)
}

pub fn tiff_with_gap(
    magic: &[u8; 4],
    gap: &[u8],
    directories: &[Vec<(u16, Values)>],
    blobs: &[&[u8]],
) -> Vec<u8> {
    let mut starts = Vec::new();
    let mut at = 8 + gap.len();
    for directory in directories {
        starts.push(at as u32);
        at += 2 + directory.len() * 12 + 4;
    }
    let mut tail: Vec<u8> = Vec::new();
    let tail_start = at;
    let mut blob_starts = Vec::new();
    for blob in blobs {
        blob_starts.push((tail_start + tail.len()) as u32);
        tail.extend_from_slice(blob);
    }
    let mut out = Vec::new();
    out.extend_from_slice(magic);
    out.extend_from_slice(&(8 + gap.len() as u32).to_le_bytes());
    out.extend_from_slice(gap);
    for directory in directories {
        out.extend_from_slice(&(directory.len() as u16).to_le_bytes());
        let mut sorted = directory.clone();
        sorted.sort_by_key(|(tag, _)| *tag);
        for (tag, values) in &sorted {
            let long = |v: u32| -> u32 { if v >= BLOB { blob_starts[(v - BLOB) as usize] } else { v } };
            let (kind, count, data): (u16, usize, Vec<u8>) = match values {
                Values::Text(text) => (2, text.len() + 1, [text.as_bytes(), &[0]].concat()),
                Values::Short(v) => (3, v.len(), v.iter().flat_map(|v| v.to_le_bytes()).collect()),
                Values::Long(v) => (4, v.len(), v.iter().flat_map(|v| long(*v).to_le_bytes()).collect()),
                Values::Rational(n, d) => (5, 1, [n.to_le_bytes(), d.to_le_bytes()].concat()),
                Values::Bytes(v) => (7, v.len(), v.clone()),
                Values::Directory(index) => (4, 1, starts[*index].to_le_bytes().to_vec()),
                Values::Directories(all) => {
                    (4, all.len(), all.iter().flat_map(|i| starts[*i].to_le_bytes()).collect())
                }
            };
            out.extend_from_slice(&tag.to_le_bytes());
            out.extend_from_slice(&kind.to_le_bytes());
            out.extend_from_slice(&(count as u32).to_le_bytes());
            if data.len() <= 4 {
                let mut inline = data;
                inline.resize(4, 0);
                out.extend_from_slice(&inline);
            } else {
                out.extend_from_slice(&((tail_start + tail.len()) as u32).to_le_bytes());
                tail.extend_from_slice(&data);
            }
        }
        out.extend_from_slice(&[0; 4]);
    }
    out.extend_from_slice(&tail);
    out
}

pub fn text(value: &str) -> Values {
    Values::Text(value.to_owned())
}

/// EXIF of a camera in the hands of a school photographer; `main` and `exif` add or replace tags.
pub fn exif(main: &[(u16, Values)], exif: &[(u16, Values)], interoperability: Option<&str>) -> Vec<u8> {
    let with = |mut base: Vec<(u16, Values)>, more: &[(u16, Values)]| {
        base.retain(|(tag, _)| more.iter().all(|(other, _)| other != tag));
        base.extend_from_slice(more);
        base
    };
    let mut exif_directory = with(
        vec![
            (0x829A, Values::Rational(1, 200)),
            (0x829D, Values::Rational(56, 10)),
            (0x8827, Values::Short(vec![400])),
            (0x9003, text("2026:08:17 09:15:30")),
            (0x9291, text("07")),
            (0x9011, text("+03:00")),
            (0x920A, Values::Rational(85, 1)),
            (0xA001, Values::Short(vec![1])),
            (0xA431, text("0123456789")),
            (0xA434, text("85mm F1.8")),
        ],
        exif,
    );
    let mut directories = Vec::new();
    if interoperability.is_some() {
        exif_directory.push((0xA005, Values::Directory(2)));
    }
    directories.push(with(
        vec![
            (0x010F, text("Kamera Oy")),
            (0x0110, text("Malli 1")),
            (0x0112, Values::Short(vec![1])),
            (0x8769, Values::Directory(1)),
        ],
        main,
    ));
    directories.push(exif_directory);
    if let Some(index) = interoperability {
        directories.push(vec![(1, text(index))]);
    }
    tiff(b"II*\0", &directories, &[])
}

pub fn segment(marker: u8, parts: &[&[u8]]) -> Vec<u8> {
    let data = parts.concat();
    let mut out = vec![0xFF, marker];
    out.extend_from_slice(&((data.len() + 2) as u16).to_be_bytes());
    out.extend_from_slice(&data);
    out
}

pub fn exif_segment(tiff: &[u8]) -> Vec<u8> {
    segment(0xE1, &[b"Exif\0\0", tiff])
}

pub fn icc_segment(profile: &[u8]) -> Vec<u8> {
    segment(0xE2, &[b"ICC_PROFILE\0\x01\x01", profile])
}

/// Puts segments right behind the start marker.
pub fn with_segments(jpeg: &[u8], segments: &[Vec<u8>]) -> Vec<u8> {
    [&jpeg[..2], &segments.concat(), &jpeg[2..]].concat()
}

/// A multi-picture file of `main` and one further picture of an MP class.
pub fn with_mpf(main: &[u8], preview: &[u8], class: u32) -> Vec<u8> {
    let index = |main_size: u32, offset: u32| {
        let entry = |class: u32, size: u32, offset: u32| {
            [class.to_le_bytes(), size.to_le_bytes(), offset.to_le_bytes(), [0; 4]].concat()
        };
        let entries = [entry(0x2003_0000, main_size, 0), entry(class, preview.len() as u32, offset)].concat();
        let directory = vec![
            (0xB000, Values::Bytes(b"0100".to_vec())),
            (0xB001, Values::Long(vec![2])),
            (0xB002, Values::Bytes(entries)),
        ];
        segment(0xE2, &[b"MPF\0", &tiff(b"II*\0", &[directory], &[])])
    };
    let size = main.len() + index(0, 0).len();
    let tiff_start = 2 + 4 + 4;
    let mut out = with_segments(main, &[index(size as u32, (size - tiff_start) as u32)]);
    assert_eq!(out.len(), size);
    out.extend_from_slice(preview);
    out
}

/// A file of the samples beside the project, or `None` with a message.
pub fn sample(path: &str) -> Option<Vec<u8>> {
    let root = std::env::var_os("KONTAKTI_SAMPLES")
        .map(PathBuf::from)
        .unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/samples"));
    match std::fs::read(root.join(path)) {
        Ok(bytes) => Some(bytes),
        Err(_) => {
            println!("SKIP {path}: no samples beside the project");
            None
        }
    }
}

/// The paths under a folder of the samples, relative to the samples.
pub fn samples_in(folder: &str) -> Vec<String> {
    let root = std::env::var_os("KONTAKTI_SAMPLES")
        .map(PathBuf::from)
        .unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/samples"));
    let Ok(entries) = std::fs::read_dir(root.join(folder)) else {
        println!("SKIP {folder}: no samples beside the project");
        return Vec::new();
    };
    let mut paths: Vec<String> = entries
        .filter_map(Result::ok)
        .filter(|e| e.path().is_file())
        .map(|e| format!("{folder}/{}", e.file_name().to_string_lossy()))
        .collect();
    paths.sort();
    paths
}

/// A fixed sequence of numbers that look random (splitmix64).
pub struct Numbers(pub u64);

impl Numbers {
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % bound as u64) as usize
    }
}
