//! What a file says of itself: time, camera, exposure, orientation, size, colour space.
//!
//! Read from EXIF without decoding pixels. Broken EXIF never makes a file fail: what could be read is
//! returned, what could not becomes an issue. Location, owner's name and comments are not read.

use std::borrow::Cow;
use std::io::Cursor;

use exif::{Context, Exif, In, Tag, Value};
use jiff::civil::DateTime;

use crate::bmff;
use crate::bytes::Endian;
use crate::decode;
use crate::error::{ImagingError, contain};
use crate::jpeg_segments::{self, Icc, JpegHeader};
use crate::kind::FileKind;
use crate::limits;
use crate::orientation::Orientation;
use crate::preview::{largest_embedded_preview, raf_jpeg};
use crate::tiff::{TAG_HEIGHT, TAG_WIDTH, Tiff};

const MODEL: u16 = 0x0110;
const MAKE: u16 = 0x010F;
const ORIENTATION: u16 = 0x0112;
const EXPOSURE_TIME: u16 = 0x829A;
const F_NUMBER: u16 = 0x829D;
const ISO: u16 = 0x8827;
const TIME: u16 = 0x9003;
const OFFSET: u16 = 0x9011;
const SUBSECOND: u16 = 0x9291;
const FOCAL_LENGTH: u16 = 0x920A;
const COLOR_SPACE: u16 = 0xA001;
const PIXEL_WIDTH: u16 = 0xA002;
const PIXEL_HEIGHT: u16 = 0xA003;
const BODY_SERIAL: u16 = 0xA431;
const LENS_MODEL: u16 = 0xA434;
const DNG_SERIAL: u16 = 0xC62F;
/// Panasonic's own height and width tags.
const RW2_HEIGHT: u16 = 0x0006;
const RW2_WIDTH: u16 = 0x0007;

/// What a file says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// When the shutter opened, by the camera's clock.
    pub taken: Option<TakenAt>,
    /// The camera's maker.
    pub make: Option<String>,
    /// The camera's model.
    pub model: Option<String>,
    /// The camera body's serial number.
    pub serial: Option<String>,
    /// The lens.
    pub lens: Option<String>,
    /// How the camera was held; [`Orientation::Normal`] when it does not say.
    pub orientation: Orientation,
    /// Width in pixels of the main picture as stored; 0 with [`FactIssue::SizeUnknown`].
    pub width: u32,
    /// Height, likewise.
    pub height: u32,
    /// What the numbers mean.
    pub color_space: ColorSpace,
    /// Exposure time in seconds.
    pub exposure_time: Option<Ratio>,
    /// Aperture number.
    pub f_number: Option<Ratio>,
    /// Sensitivity.
    pub iso: Option<u32>,
    /// Focal length in millimetres.
    pub focal_length: Option<Ratio>,
    /// Whether an ICC profile is embedded.
    pub icc: bool,
    /// What could not be read.
    pub issues: Vec<FactIssue>,
}

/// A camera's time: what its clock showed, and the zone where it knew one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TakenAt {
    /// The clock's reading to the second.
    pub local: DateTime,
    /// The fraction of the second, in nanoseconds.
    pub subsec_nanos: u32,
    /// Minutes east of UTC.
    pub offset_minutes: Option<i16>,
}

/// A fraction as the camera wrote it; the denominator is never zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ratio {
    /// Upper number.
    pub numerator: u32,
    /// Lower number.
    pub denominator: u32,
}

impl Ratio {
    /// The value.
    #[must_use]
    pub fn as_f64(self) -> f64 {
        f64::from(self.numerator) / f64::from(self.denominator)
    }
}

/// The colour space that EXIF declares; an ICC profile, where there is one, has the last word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColorSpace {
    /// sRGB.
    Srgb,
    /// Adobe RGB: the DCF option file.
    AdobeRgb,
    /// Declared to be something else.
    Uncalibrated,
    /// Nothing declared.
    Unknown,
}

/// A fact that is missing or could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactIssue {
    /// No EXIF at all.
    NoExif,
    /// EXIF is there, and a part of it or all of it could not be read.
    ExifDamaged,
    /// The orientation is none of 1 to 8 and was taken for 1.
    OrientationInvalid(u32),
    /// No time of exposure.
    TimeMissing,
    /// The time of exposure is no date or no time of day.
    TimeInvalid,
    /// The fraction of the second is no number.
    SubsecondInvalid,
    /// The zone is no offset from UTC.
    OffsetInvalid,
    /// The ICC profile is incomplete or too large.
    IccDamaged,
    /// Colours are declared as neither sRGB nor Adobe RGB, and there is no profile to explain them.
    ColorsUnexplained,
    /// The size of the main picture could not be found.
    SizeUnknown,
    /// The file ends before its picture begins.
    Truncated,
}

/// Reads the facts of a file of `kind`.
///
/// # Errors
/// [`ImagingError::Empty`], [`ImagingError::NotAPicture`], [`ImagingError::TooLarge`], and
/// [`ImagingError::Damaged`] when not even a picture's header is there.
pub fn read_facts(bytes: &[u8], kind: FileKind) -> Result<Facts, ImagingError> {
    if bytes.is_empty() {
        return Err(ImagingError::Empty);
    }
    if !kind.is_picture() {
        return Err(ImagingError::NotAPicture);
    }
    contain(|| {
        let mut issues = Vec::new();
        let jpeg = match kind {
            FileKind::Jpeg => Some(jpeg_segments::scan(bytes).map_err(ImagingError::damaged)?),
            _ => None,
        };
        let tags = Tags::read(bytes, kind, jpeg.as_ref(), &mut issues);
        let (width, height) = size(bytes, kind, jpeg.as_ref(), &tags, &mut issues)?;
        let icc = match &jpeg {
            Some(header) => {
                if header.scan_start.is_none() {
                    issues.push(FactIssue::Truncated);
                }
                if header.icc(bytes) == Icc::Broken {
                    issues.push(FactIssue::IccDamaged);
                }
                header.has_icc()
            }
            None => decode::other_has_icc(bytes, kind),
        };
        let color_space = tags.color_space();
        if color_space == ColorSpace::Uncalibrated && !icc && !kind.is_raw() {
            issues.push(FactIssue::ColorsUnexplained);
        }
        Ok(Facts {
            taken: tags.taken(&mut issues),
            make: tags.text(MAKE),
            model: tags.text(MODEL),
            serial: tags.text(BODY_SERIAL).or_else(|| tags.text(DNG_SERIAL)),
            lens: tags.text(LENS_MODEL),
            orientation: tags.orientation(&mut issues),
            width,
            height,
            color_space,
            exposure_time: tags.ratio(EXPOSURE_TIME),
            f_number: tags.ratio(F_NUMBER),
            iso: tags.number(ISO).filter(|&iso| iso > 0),
            focal_length: tags.ratio(FOCAL_LENGTH),
            icc,
            issues,
        })
    })
}

/// The colour space that a file's EXIF declares.
pub(crate) fn color_space(bytes: &[u8], kind: FileKind) -> ColorSpace {
    contain(|| Ok(Tags::read(bytes, kind, None, &mut Vec::new()).color_space()))
        .unwrap_or(ColorSpace::Unknown)
}

/// The same of a JPEG whose header was already read.
pub(crate) fn jpeg_color_space(bytes: &[u8], header: &JpegHeader) -> ColorSpace {
    contain(|| Ok(Tags::read(bytes, FileKind::Jpeg, Some(header), &mut Vec::new()).color_space()))
        .unwrap_or(ColorSpace::Unknown)
}

/// The EXIF of a file; CR3 keeps it in several blocks.
struct Tags {
    blocks: Vec<Exif>,
}

impl Tags {
    fn read(bytes: &[u8], kind: FileKind, jpeg: Option<&JpegHeader>, issues: &mut Vec<FactIssue>) -> Self {
        let mut blocks = Vec::new();
        let mut reader = exif::Reader::new();
        reader.continue_on_error(true);
        let mut results = Vec::new();
        match kind {
            FileKind::Png | FileKind::Webp | FileKind::Heic => {
                match reader.read_from_container(&mut Cursor::new(bytes)) {
                    Err(exif::Error::NotFound(_)) => {}
                    result => results.push(result),
                }
            }
            _ => results
                .extend(tiff_blocks(bytes, kind, jpeg).into_iter().map(|b| reader.read_raw(b.into_owned()))),
        }
        if results.is_empty() {
            issues.push(FactIssue::NoExif);
        }
        for result in results {
            match result {
                Ok(exif) => blocks.push(exif),
                Err(exif::Error::PartialResult(partial)) => {
                    blocks.push(partial.into_inner().0);
                    issues.push(FactIssue::ExifDamaged);
                }
                Err(_) => issues.push(FactIssue::ExifDamaged),
            }
        }
        issues.dedup();
        Self { blocks }
    }

    fn value(&self, number: u16) -> Option<&Value> {
        self.blocks.iter().find_map(|exif| {
            [Context::Exif, Context::Tiff]
                .into_iter()
                .find_map(|context| exif.get_field(Tag(context, number), In::PRIMARY))
                .map(|field| &field.value)
        })
    }

    fn number(&self, number: u16) -> Option<u32> {
        self.value(number)?.get_uint(0)
    }

    fn ratio(&self, number: u16) -> Option<Ratio> {
        match self.value(number)? {
            Value::Rational(values) => values
                .first()
                .filter(|r| r.denom != 0)
                .map(|r| Ratio { numerator: r.num, denominator: r.denom }),
            _ => None,
        }
    }

    fn ascii(&self, number: u16) -> Option<&[u8]> {
        match self.value(number)? {
            Value::Ascii(lines) => lines.first().map(Vec::as_slice),
            _ => None,
        }
    }

    fn text(&self, number: u16) -> Option<String> {
        clean_text(self.ascii(number)?)
    }

    fn orientation(&self, issues: &mut Vec<FactIssue>) -> Orientation {
        let Some(number) = self.number(ORIENTATION) else { return Orientation::Normal };
        Orientation::from_exif(number).unwrap_or_else(|| {
            issues.push(FactIssue::OrientationInvalid(number));
            Orientation::Normal
        })
    }

    fn color_space(&self) -> ColorSpace {
        let interoperability = self.blocks.iter().find_map(|exif| {
            match &exif.get_field(Tag(Context::Interop, 1), In::PRIMARY)?.value {
                Value::Ascii(lines) => lines.first().map(Vec::as_slice),
                _ => None,
            }
        });
        match (interoperability, self.number(COLOR_SPACE)) {
            (Some(b"R03"), Some(0xFFFF) | None) | (_, Some(2)) => ColorSpace::AdobeRgb,
            (_, Some(1)) => ColorSpace::Srgb,
            (_, Some(0xFFFF)) => ColorSpace::Uncalibrated,
            _ => ColorSpace::Unknown,
        }
    }

    fn taken(&self, issues: &mut Vec<FactIssue>) -> Option<TakenAt> {
        let Some(text) = self.ascii(TIME) else {
            issues.push(FactIssue::TimeMissing);
            return None;
        };
        let Some(local) = parse_time(text) else {
            issues.push(FactIssue::TimeInvalid);
            return None;
        };
        let subsec_nanos = match self.ascii(SUBSECOND).map(trimmed).filter(|t| !t.is_empty()) {
            None => 0,
            Some(digits) => parse_subsecond(digits).unwrap_or_else(|| {
                issues.push(FactIssue::SubsecondInvalid);
                0
            }),
        };
        let offset_minutes =
            self.ascii(OFFSET).map(trimmed).filter(|t| !t.is_empty() && *t != b":").and_then(|text| {
                let offset = parse_offset(text);
                if offset.is_none() {
                    issues.push(FactIssue::OffsetInvalid);
                }
                offset
            });
        Some(TakenAt { local, subsec_nanos, offset_minutes })
    }
}

/// The TIFF structures that carry a file's EXIF.
fn tiff_blocks<'a>(bytes: &'a [u8], kind: FileKind, jpeg: Option<&JpegHeader>) -> Vec<Cow<'a, [u8]>> {
    let part = |range| bytes.get(range).map(Cow::Borrowed);
    match kind {
        FileKind::Jpeg => {
            let scanned = jpeg.is_none().then(|| jpeg_segments::scan(bytes).ok()).flatten();
            let exif = jpeg.or(scanned.as_ref()).and_then(|h| h.exif.clone());
            exif.and_then(part).into_iter().collect()
        }
        FileKind::Raf => {
            let exif = || {
                let jpeg = bytes.get(raf_jpeg(bytes)?)?;
                jpeg.get(jpeg_segments::exif_only(jpeg)?)
            };
            exif().map(Cow::Borrowed).into_iter().collect()
        }
        FileKind::Cr3 => bmff::cr3_metadata(bytes).into_iter().filter_map(part).collect(),
        _ => {
            let Some(tiff) = Tiff::open(bytes) else { return Vec::new() };
            // Olympus and Panasonic write a number of their own where TIFF writes 42
            let magic: [u8; 2] = if tiff.endian() == Endian::Little { [42, 0] } else { [0, 42] };
            if bytes.get(2..4) == Some(&magic) {
                return vec![Cow::Borrowed(bytes)];
            }
            let mut copy = bytes.to_vec();
            if let Some(place) = copy.get_mut(2..4) {
                place.copy_from_slice(&magic);
            }
            vec![Cow::Owned(copy)]
        }
    }
}

fn size(
    bytes: &[u8],
    kind: FileKind,
    jpeg: Option<&JpegHeader>,
    tags: &Tags,
    issues: &mut Vec<FactIssue>,
) -> Result<(u32, u32), ImagingError> {
    if let Some(header) = jpeg {
        limits::check(header.frame.width, header.frame.height, limits::MAX_PIXELS)?;
        return Ok((header.frame.width, header.frame.height));
    }
    if matches!(kind, FileKind::Png | FileKind::Tiff | FileKind::Webp) {
        return decode::other_size(bytes, kind);
    }
    let pair = |width: u16, height: u16| Some((tags.number(width)?, tags.number(height)?));
    let mut sizes: Vec<(u32, u32)> = Vec::new();
    sizes.extend(pair(PIXEL_WIDTH, PIXEL_HEIGHT));
    sizes.extend(pair(TAG_WIDTH, TAG_HEIGHT));
    if kind == FileKind::Rw2 {
        sizes.extend(pair(RW2_WIDTH, RW2_HEIGHT));
    }
    if let Some(tiff) = Tiff::open(bytes) {
        for directory in tiff.directories() {
            let width = tiff.first_number(&directory, TAG_WIDTH);
            sizes.extend(width.zip(tiff.first_number(&directory, TAG_HEIGHT)));
        }
    }
    let preview = largest_embedded_preview(bytes, kind)
        .and_then(|range| jpeg_segments::scan(bytes.get(range)?).ok())
        .map(|header| (header.frame.width, header.frame.height));
    sizes.extend(preview);
    let largest = sizes
        .into_iter()
        .filter(|&(w, h)| limits::check(w, h, limits::MAX_PIXELS).is_ok())
        .max_by_key(|&(w, h)| u64::from(w) * u64::from(h));
    Ok(largest.unwrap_or_else(|| {
        issues.push(FactIssue::SizeUnknown);
        (0, 0)
    }))
}

fn trimmed(text: &[u8]) -> &[u8] {
    let end = text.iter().position(|&b| b == 0).unwrap_or(text.len());
    text.get(..end).unwrap_or_default().trim_ascii()
}

/// A camera's text without control characters, at most [`limits::MAX_TEXT`] characters.
fn clean_text(raw: &[u8]) -> Option<String> {
    let raw = trimmed(raw);
    let text = String::from_utf8_lossy(raw.get(..raw.len().min(limits::MAX_TEXT * 4)).unwrap_or_default());
    let clean: String = text.chars().filter(|c| !c.is_control()).take(limits::MAX_TEXT).collect();
    let clean = clean.trim();
    (!clean.is_empty()).then(|| clean.to_owned())
}

/// `YYYY:MM:DD HH:MM:SS`; some programs write other separators.
fn parse_time(text: &[u8]) -> Option<DateTime> {
    let digits = |range| -> Option<i16> {
        let digits: &[u8] = text.get(range)?;
        digits.iter().try_fold(0i16, |sum, b| b.is_ascii_digit().then(|| sum * 10 + i16::from(b - b'0')))
    };
    let small = |range| i8::try_from(digits(range)?).ok();
    let year = digits(0..4).filter(|&y| y > 0)?;
    DateTime::new(year, small(5..7)?, small(8..10)?, small(11..13)?, small(14..16)?, small(17..19)?, 0).ok()
}

/// Digits after the decimal point: `7` is .7, `07` is .07.
fn parse_subsecond(digits: &[u8]) -> Option<u32> {
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let padded = digits.iter().copied().chain(std::iter::repeat(b'0')).take(9);
    Some(padded.fold(0, |sum, b| sum * 10 + u32::from(b - b'0')))
}

/// `+03:00`, in minutes.
fn parse_offset(text: &[u8]) -> Option<i16> {
    if text == b"Z" {
        return Some(0);
    }
    let &[sign @ (b'+' | b'-'), h1, h2, b':', m1, m2] = text else { return None };
    if ![h1, h2, m1, m2].iter().all(u8::is_ascii_digit) {
        return None;
    }
    let two = |a: u8, b: u8| i16::from(a - b'0') * 10 + i16::from(b - b'0');
    let (hours, minutes) = (two(h1, h2), two(m1, m2));
    let total = hours * 60 + minutes;
    if minutes > 59 || total > 14 * 60 {
        return None;
    }
    Some(if sign == b'-' { -total } else { total })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subseconds_are_decimal_fractions() {
        for (text, nanos) in [
            ("7", Some(700_000_000)),
            ("07", Some(70_000_000)),
            ("70", Some(700_000_000)),
            ("123", Some(123_000_000)),
            ("1234567891", Some(123_456_789)),
            ("", None),
            ("7a", None),
        ] {
            assert_eq!(parse_subsecond(text.as_bytes()), nanos, "{text}");
        }
    }

    #[test]
    fn offsets_are_read_or_refused() {
        for (text, minutes) in [
            ("+03:00", Some(180)),
            ("-09:30", Some(-570)),
            ("Z", Some(0)),
            ("+14:00", Some(840)),
            ("+14:01", None),
            ("+03:60", None),
            ("03:00", None),
            ("+3:00", None),
        ] {
            assert_eq!(parse_offset(text.as_bytes()), minutes, "{text}");
        }
    }

    #[test]
    fn times_are_read_or_refused() {
        let time = parse_time(b"2026:08:17 09:15:30").unwrap();
        assert_eq!(time.to_string(), "2026-08-17T09:15:30");
        for wrong in ["2026:02:30 09:15:30", "0000:00:00 00:00:00", "    :  :     :  :  ", "2026:08:17"] {
            assert_eq!(parse_time(wrong.as_bytes()), None, "{wrong}");
        }
    }

    #[test]
    fn text_is_cleaned_and_cut() {
        assert_eq!(clean_text(b"NIKON CORPORATION\0\0").as_deref(), Some("NIKON CORPORATION"));
        assert_eq!(clean_text(b" a\x07b\x1b[31m ").as_deref(), Some("ab[31m"));
        assert_eq!(clean_text(b"\0\0  "), None);
        assert_eq!(clean_text(&[b'x'; 5000]).map(|t| t.len()), Some(limits::MAX_TEXT));
        assert!(clean_text(b"Caf\xe9").is_some());
    }
}
