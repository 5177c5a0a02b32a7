//! Codes of camera cards in pictures: what they say, and whether there seems to be one that was not read.
//!
//! QR (ISO/IEC 18004) and Data Matrix (ISO/IEC 16022), dark on light, found and read by zxing-cpp at the size of the
//! preview: there it reads more photographed cards than in the whole picture, in a fraction of the time. Where something
//! looks like a code that was not read, that part is looked at again, enlarged and sharpened.
//!
//! Deliberately not here: what a text means, whether its check character is right, codes of other kinds.
//! Invariant: whatever a picture shows, at most [`MOST_CODES`] texts leave, each one that [`is_text`] allows.

mod closer;
mod likeness;

use zxingcpp::{Barcode, BarcodeFormat, BarcodeReader, ImageFormat, ImageView, Position};

use crate::error::{ImagingError, contain};
use crate::pixels::Rgb;
use closer::Closer;
use likeness::{Area, areas_like_codes};

/// Most codes of one picture.
pub const MOST_CODES: usize = 8;
/// Longest text of a code, in bytes; a longer one is left out whole.
pub const MOST_TEXT: usize = 64;
/// Longest side of the picture that is looked at, in pixels; a longer one is reduced.
const LONGEST_SIDE: u32 = 2000;

/// How hard to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// Once.
    Once,
    /// Again and closer where something like a code was not read.
    CloserOnMiss,
}

/// What codes a picture shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Codes {
    /// What they say, each text once; what is no text by [`is_text`] is left out.
    pub texts: Vec<String>,
    /// Whether it shows what looks like a code on paper and was not read (formats.md 5.4, "unreadable"), also beside others
    /// that were.
    pub is_card_like: bool,
}

/// Whether these bytes may be what a card's code says: 1 to [`MOST_TEXT`] printable characters of ASCII.
#[must_use]
pub fn is_text(bytes: &[u8]) -> bool {
    (1..=MOST_TEXT).contains(&bytes.len()) && bytes.iter().all(|byte| (b' '..=b'~').contains(byte))
}

/// Reads the codes in `rgb` (8 bits, rows without padding, `width` x `height` x 3 bytes), held in any way.
///
/// # Errors
/// [`ImagingError::BadTarget`] when the size and the number of bytes disagree.
pub fn read_codes(rgb: &[u8], width: u32, height: u32, effort: Effort) -> Result<Codes, ImagingError> {
    if width == 0 || height == 0 || rgb.len() as u64 != u64::from(width) * u64::from(height) * 3 {
        return Err(ImagingError::BadTarget { width, height });
    }
    contain(|| {
        let picture = Rgb { width, height, data: rgb.to_vec() };
        Ok(read(&picture.fitted(LONGEST_SIDE)?, effort))
    })
}

/// The same of a picture that is no longer than a preview.
pub(crate) fn read(picture: &Rgb, effort: Effort) -> Codes {
    let luma = Luma::of(picture);
    let areas = areas_like_codes(&luma);
    let mut found = Found::default();
    // of the rows of a picture that stands too few would be looked at
    found.add(&luma, luma.height > luma.width, |corner| corner);
    if effort == Effort::CloserOnMiss {
        for area in &areas {
            if !found.is_read(area, 0)
                && let Some(closer) = Closer::of(&luma, area)
            {
                found.add(&closer.luma, true, |corner| closer.place(corner));
            }
        }
    }
    let is_unread = areas.iter().any(|area| area.is_clear && !found.is_read(area, 1));
    Codes { texts: found.texts, is_card_like: is_unread || found.is_reader_broken }
}

/// Lightness, 8 bits a pixel, rows without padding.
struct Luma {
    width: usize,
    height: usize,
    data: Vec<u8>,
}

impl Luma {
    /// By the weights of ITU-R BT.601, in 256ths.
    fn of(picture: &Rgb) -> Self {
        let (pixels, _) = picture.data.as_chunks::<3>();
        let lightness = |[r, g, b]: &[u8; 3]| {
            ((u16::from(*r) * 77 + u16::from(*g) * 150 + u16::from(*b) * 29) >> 8) as u8
        };
        let data = pixels.iter().map(lightness).collect();
        Self { width: picture.width as usize, height: picture.height as usize, data }
    }

    /// From left and top to before right and bottom, or to the end.
    fn part(&self, left: usize, top: usize, right: usize, bottom: usize) -> Self {
        let (right, bottom) = (right.min(self.width), bottom.min(self.height));
        let data = (top..bottom).flat_map(|y| self.row(y, left, right)).collect();
        Self { width: right.saturating_sub(left), height: bottom.saturating_sub(top), data }
    }

    fn row(&self, y: usize, from: usize, to: usize) -> impl Iterator<Item = u8> {
        let start = y * self.width;
        self.data.get(start + from..start + to).unwrap_or_default().iter().copied()
    }

    fn column(&self, x: usize, from: usize, to: usize) -> impl Iterator<Item = u8> {
        let column = self.data.get(from * self.width + x..).unwrap_or_default();
        column.iter().step_by(self.width).take(to - from).copied()
    }
}

/// A place in the picture, in pixels.
type Corner = (i32, i32);

/// What was read until now.
#[derive(Default)]
struct Found {
    texts: Vec<String>,
    /// Where codes were read, also those whose texts are left out.
    places: Vec<Area>,
    /// Whether the reader gave up: then nobody knows whether there is a code.
    is_reader_broken: bool,
}

impl Found {
    /// Reads what `luma` shows; `place` says where its pixels are in the picture.
    fn add(&mut self, luma: &Luma, is_thorough: bool, place: impl Fn(Corner) -> Corner) {
        let Ok(codes) = codes_in(luma, is_thorough) else {
            self.is_reader_broken = true;
            return;
        };
        for code in codes {
            let Position { top_left, top_right, bottom_right, bottom_left } = code.position();
            let corners = [top_left, top_right, bottom_right, bottom_left];
            self.places.push(Area::round(corners.map(|corner| place((corner.x, corner.y)))));
            // as bytes: a text would end at the first zero
            let text = String::from_utf8(code.bytes()).ok().filter(|text| is_text(text.as_bytes()));
            if let Some(text) = text.filter(|text| !self.texts.contains(text))
                && self.texts.len() < MOST_CODES
            {
                self.texts.push(text);
            }
        }
    }

    /// Whether a code was read in this area, or nearer than `times` the code's size: then it may be words on the same card.
    fn is_read(&self, area: &Area, times: usize) -> bool {
        self.places.iter().any(|place| place.grown(place.long() * times).meets(area))
    }
}

/// The codes that are whole. Without `is_thorough` it takes a quarter of the time: QR is looked for in every seventh of 1000
/// rows, which meet every finder pattern of modules of 2.4 pixels, and Data Matrix in the middle of the picture only.
fn codes_in(luma: &Luma, is_thorough: bool) -> Result<Vec<Barcode>, ImagingError> {
    let reader = BarcodeReader::new()
        .formats([BarcodeFormat::QRCode, BarcodeFormat::DataMatrix])
        .try_harder(is_thorough)
        .try_invert(false)
        .max_number_of_symbols(MOST_CODES as i32);
    contain(|| {
        let view = ImageView::from_slice(&luma.data, luma.width, luma.height, ImageFormat::Lum);
        let found = view.and_then(|view| reader.from(&view)).map_err(ImagingError::damaged)?;
        Ok(found.into_iter().filter(Barcode::is_valid).collect())
    })
}
