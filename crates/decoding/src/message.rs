//! What the program asks a worker and what it hears, as bytes. Both are the same program, so there is one version.
//!
//! Invariant: an answer that was read is one that [`Job::run`] could have given for that job: every picture in it is a
//! JPEG as we encode it, of the size that it is said to have ([`check`]), every number within [`imaging::limits`], every
//! sheet within those of [`exchange::roster`].

use std::collections::BTreeSet;

use imaging::codes::{Codes, MOST_CODES, is_text};
use imaging::limits::{MAX_PIXELS, MAX_SIDE, MAX_TEXT};
use imaging::{
    ColorSpace, CropRect, FactIssue, Facts, FileKind, Head, ImagingError, Orientation, PictureIssue,
    PrintRendering, PrintSpec, Ratio, Rendered, TakenAt, ThumbnailSizes, ThumbnailSource, Thumbnails,
};
use jiff::civil::DateTime;

use crate::check;
use crate::job::{Done, Examined, Job};
use crate::sheet;
use crate::wire::{Blob, Nonsense, Reader, Wire, numbered, read};

/// Every request is as long as this.
pub(crate) const REQUEST_BYTES: usize = 128;
/// Longest file that is looked at: what an import takes, and a byte to see that it is longer.
pub(crate) const MOST_INPUT: u64 = (1 << 30) + 1;
/// Beyond pictures: facts, sizes, words.
const MOST_WORDS: u64 = 64 * 1024;
/// Most bytes that our encoder makes of a pixel, with one colour for four pixels and with a colour each.
const MOST_OF_PIXEL: (u64, u64) = (3, 6);
/// The longest large view, which is encoded well below a byte a pixel.
const MOST_VIEW: u64 = 256 << 20;

numbered!(FileKind {
    FileKind::Jpeg, FileKind::Cr2, FileKind::Cr3, FileKind::Nef, FileKind::Arw, FileKind::Dng, FileKind::Orf,
    FileKind::Rw2, FileKind::Raf, FileKind::Tiff, FileKind::Png, FileKind::Webp, FileKind::Heic, FileKind::Xmp,
    FileKind::Unknown,
});
numbered!(Orientation {
    Orientation::Normal, Orientation::MirrorHorizontal, Orientation::Rotate180, Orientation::MirrorVertical,
    Orientation::Transpose, Orientation::Rotate90, Orientation::Transverse, Orientation::Rotate270,
});
numbered!(ColorSpace {
    ColorSpace::Srgb, ColorSpace::AdobeRgb, ColorSpace::Uncalibrated, ColorSpace::Unknown,
});
numbered!(ThumbnailSource {
    ThumbnailSource::EmbeddedPreview, ThumbnailSource::ScaledDecode, ThumbnailSource::FullDecode,
    ThumbnailSource::RawPreview,
});
numbered!(PictureIssue {
    PictureIssue::Truncated, PictureIssue::DamagedData, PictureIssue::ProfileUnreadable,
});

/// Gives a struct's fields an order.
macro_rules! fields {
    ($name:ident { $($field:ident),+ $(,)? }) => {
        impl Wire for $name {
            fn put(&self, to: &mut Vec<u8>) {
                $(self.$field.put(to);)+
            }

            fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
                Ok(Self { $($field: Wire::take(from)?),+ })
            }
        }
    };
}

fields!(ThumbnailSizes { grid, preview });
fields!(PrintSpec { width_px, height_px, target_ratio, quality, dpi, head });
fields!(CropRect { x, y, w, h });
fields!(Codes { texts, is_card_like });
fields!(TakenAt { local, subsec_nanos, offset_minutes });
fields!(Facts {
    taken,
    make,
    model,
    serial,
    lens,
    orientation,
    width,
    height,
    color_space,
    exposure_time,
    f_number,
    iso,
    focal_length,
    icc,
    issues,
});

impl Wire for Head {
    fn put(&self, to: &mut Vec<u8>) {
        (self.x(), self.top()).put(to);
        self.chin().put(to);
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        let (x, top) = Wire::take(from)?;
        Self::new(x, top, Wire::take(from)?).ok_or(Nonsense)
    }
}

impl Wire for Ratio {
    fn put(&self, to: &mut Vec<u8>) {
        (self.numerator, self.denominator).put(to);
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        let (numerator, denominator) = Wire::take(from)?;
        if denominator == 0 { Err(Nonsense) } else { Ok(Self { numerator, denominator }) }
    }
}

impl Wire for DateTime {
    fn put(&self, to: &mut Vec<u8>) {
        self.year().put(to);
        for part in [self.month(), self.day(), self.hour(), self.minute(), self.second()] {
            part.put(to);
        }
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        let year = i16::take(from)?;
        let mut part = || i8::take(from);
        Self::new(year, part()?, part()?, part()?, part()?, part()?, 0).map_err(|_| Nonsense)
    }
}

impl Wire for FactIssue {
    fn put(&self, to: &mut Vec<u8>) {
        let (code, number): (u8, u32) = match self {
            Self::NoExif => (0, 0),
            Self::ExifDamaged => (1, 0),
            Self::OrientationInvalid(number) => (2, *number),
            Self::TimeMissing => (3, 0),
            Self::TimeInvalid => (4, 0),
            Self::SubsecondInvalid => (5, 0),
            Self::OffsetInvalid => (6, 0),
            Self::IccDamaged => (7, 0),
            Self::ColorsUnexplained => (8, 0),
            Self::SizeUnknown => (9, 0),
            Self::Truncated => (10, 0),
        };
        (code, number).put(to);
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        Ok(match Wire::take(from)? {
            (0u8, 0u32) => Self::NoExif,
            (1, 0) => Self::ExifDamaged,
            (2, number) => Self::OrientationInvalid(number),
            (3, 0) => Self::TimeMissing,
            (4, 0) => Self::TimeInvalid,
            (5, 0) => Self::SubsecondInvalid,
            (6, 0) => Self::OffsetInvalid,
            (7, 0) => Self::IccDamaged,
            (8, 0) => Self::ColorsUnexplained,
            (9, 0) => Self::SizeUnknown,
            (10, 0) => Self::Truncated,
            _ => return Err(Nonsense),
        })
    }
}

impl Wire for ImagingError {
    fn put(&self, to: &mut Vec<u8>) {
        let code = |code: u8, to: &mut Vec<u8>| code.put(to);
        let words =
            |text: &String| -> String { text.chars().filter(|c| !c.is_control()).take(MAX_TEXT).collect() };
        match self {
            Self::Empty => code(0, to),
            Self::NotAPicture => code(1, to),
            Self::Unsupported { kind } => {
                code(2, to);
                kind.put(to);
            }
            Self::TooLarge { width, height } => {
                code(3, to);
                (*width, *height).put(to);
            }
            Self::Truncated => code(4, to),
            Self::Damaged { detail } => {
                code(5, to);
                words(detail).put(to);
            }
            Self::NoPreview => code(6, to),
            Self::BadTarget { width, height } => {
                code(7, to);
                (*width, *height).put(to);
            }
            Self::Encode { detail } => {
                code(8, to);
                words(detail).put(to);
            }
            Self::DecoderBroke => code(9, to),
        }
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        Ok(match u8::take(from)? {
            0 => Self::Empty,
            1 => Self::NotAPicture,
            2 => Self::Unsupported { kind: Wire::take(from)? },
            3 => Self::TooLarge { width: Wire::take(from)?, height: Wire::take(from)? },
            4 => Self::Truncated,
            5 => Self::Damaged { detail: Wire::take(from)? },
            6 => Self::NoPreview,
            7 => Self::BadTarget { width: Wire::take(from)?, height: Wire::take(from)? },
            8 => Self::Encode { detail: Wire::take(from)? },
            9 => Self::DecoderBroke,
            _ => return Err(Nonsense),
        })
    }
}

/// Where a worker finds the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// After the request.
    Following,
    /// In shared memory that it has, or whose descriptor comes with the request.
    Shared {
        /// Which memory.
        id: u64,
        /// How much of it there is, in bytes.
        capacity: u64,
        /// Whether its descriptor comes now.
        is_new: bool,
        /// Memory that the worker gives up first.
        forget: Option<u64>,
    },
}

impl Wire for Place {
    fn put(&self, to: &mut Vec<u8>) {
        match self {
            Self::Following => false.put(to),
            Self::Shared { id, capacity, is_new, forget } => {
                true.put(to);
                (*id, *capacity).put(to);
                (*is_new, *forget).put(to);
            }
        }
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        if !bool::take(from)? {
            return Ok(Self::Following);
        }
        let (id, capacity) = Wire::take(from)?;
        let (is_new, forget) = Wire::take(from)?;
        Ok(Self::Shared { id, capacity, is_new, forget })
    }
}

impl Wire for Job {
    fn put(&self, to: &mut Vec<u8>) {
        match self {
            Self::Facts => 0u8.put(to),
            Self::Examine { sizes, with_codes } => {
                1u8.put(to);
                sizes.put(to);
                with_codes.put(to);
            }
            Self::Thumbnails(orientation, sizes) => {
                2u8.put(to);
                orientation.put(to);
                sizes.put(to);
            }
            Self::View(orientation, max_edge) => {
                3u8.put(to);
                orientation.put(to);
                max_edge.put(to);
            }
            Self::Print(orientation, spec) => {
                4u8.put(to);
                orientation.put(to);
                spec.put(to);
            }
            Self::Sheet(kind, choice) => {
                5u8.put(to);
                kind.put(to);
                choice.put(to);
            }
        }
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        Ok(match u8::take(from)? {
            0 => Self::Facts,
            1 => Self::Examine { sizes: Wire::take(from)?, with_codes: Wire::take(from)? },
            2 => Self::Thumbnails(Wire::take(from)?, Wire::take(from)?),
            3 => Self::View(Wire::take(from)?, Wire::take(from)?),
            4 => Self::Print(Wire::take(from)?, Wire::take(from)?),
            5 => Self::Sheet(Wire::take(from)?, Wire::take(from)?),
            _ => return Err(Nonsense),
        })
    }
}

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Request {
    pub(crate) place: Place,
    /// Of the file, in bytes.
    pub(crate) length: u64,
    pub(crate) kind: FileKind,
    pub(crate) job: Job,
}

impl Request {
    pub(crate) fn to_bytes(self) -> [u8; REQUEST_BYTES] {
        let mut bytes = Vec::with_capacity(REQUEST_BYTES);
        self.place.put(&mut bytes);
        self.length.put(&mut bytes);
        self.kind.put(&mut bytes);
        self.job.put(&mut bytes);
        bytes.resize(REQUEST_BYTES, 0);
        let mut fixed = [0; REQUEST_BYTES];
        fixed.iter_mut().zip(bytes).for_each(|(place, byte)| *place = byte);
        fixed
    }

    pub(crate) fn from_bytes(bytes: &[u8; REQUEST_BYTES]) -> Result<Self, Nonsense> {
        let mut from = Reader::new(bytes);
        Ok(Self {
            place: Wire::take(&mut from)?,
            length: Wire::take(&mut from)?,
            kind: Wire::take(&mut from)?,
            job: Wire::take(&mut from)?,
        })
    }
}

/// The first byte of what a worker says.
const READY: u8 = 0x52;
const ANNOUNCED: u8 = 0x41;
const DONE: u8 = 0x44;

/// The longest first word: that it is ready, or how many pixels the file claims.
pub(crate) const MOST_ASIDE: u64 = 9;

/// It is confined and waits.
pub(crate) fn ready() -> Vec<u8> {
    vec![READY]
}

/// The file claims so many pixels.
pub(crate) fn announced(pixels: u64) -> Vec<u8> {
    let mut bytes = vec![ANNOUNCED];
    pixels.put(&mut bytes);
    bytes
}

/// What came of the job.
pub(crate) fn done(outcome: &Result<Done, ImagingError>) -> Vec<u8> {
    let mut bytes = vec![DONE];
    match outcome {
        Err(error) => Err::<bool, _>(error.clone()).put(&mut bytes),
        Ok(done) => {
            true.put(&mut bytes);
            put_done(done, &mut bytes);
        }
    }
    bytes
}

/// Something that a worker says while it has a job.
#[derive(Debug)]
pub(crate) enum Said {
    /// The file claims so many pixels; the rest follows.
    Announced(u64),
    /// What came of the job.
    Done(Box<Result<Done, ImagingError>>),
}

/// Whether this is what a worker says first.
pub(crate) fn is_ready(bytes: &[u8]) -> bool {
    bytes == [READY]
}

/// What a worker with `job` said.
pub(crate) fn said(bytes: &[u8], job: &Job) -> Result<Said, Nonsense> {
    match bytes.split_first() {
        Some((&ANNOUNCED, pixels)) => {
            let pixels = read(pixels)?;
            if pixels > MAX_PIXELS { Err(Nonsense) } else { Ok(Said::Announced(pixels)) }
        }
        Some((&DONE, outcome)) => {
            let mut from = Reader::new(outcome);
            let outcome = if bool::take(&mut from)? {
                Ok(take_done(&mut from, job)?)
            } else {
                Err(ImagingError::take(&mut from)?)
            };
            from.end()?;
            Ok(Said::Done(Box::new(outcome)))
        }
        _ => Err(Nonsense),
    }
}

/// The longest answer to `job` about a file that claims `pixels`.
pub(crate) fn most_answer(job: &Job, pixels: u64) -> u64 {
    let (coarse, fine) = MOST_OF_PIXEL;
    let square = |edge: u32| u64::from(edge).saturating_mul(u64::from(edge)).saturating_mul(coarse);
    let pictures = match job {
        Job::Facts => 0,
        Job::Examine { sizes, .. } | Job::Thumbnails(_, sizes) => {
            square(sizes.grid).saturating_add(square(most_preview(*sizes)))
        }
        Job::View(..) => pixels.saturating_mul(coarse).min(MOST_VIEW),
        Job::Print(_, spec) => {
            let pixels = u64::from(spec.width_px).saturating_mul(u64::from(spec.height_px));
            pixels.min(MAX_PIXELS).saturating_mul(fine)
        }
        Job::Sheet(..) => sheet::MOST_BYTES,
    };
    pictures.saturating_add(MOST_WORDS)
}

/// A preview may be an eighth larger than it was asked for.
fn most_preview(sizes: ThumbnailSizes) -> u32 {
    sizes.preview.saturating_add(sizes.preview / 8)
}

fn put_done(done: &Done, to: &mut Vec<u8>) {
    match done {
        Done::Examined(examined) => {
            let Examined { facts, thumbnails, codes } = &**examined;
            facts.put(to);
            thumbnails.is_some().put(to);
            match thumbnails {
                None => {}
                Some(Ok(made)) => {
                    true.put(to);
                    put_thumbnails(made, to);
                    codes.put(to);
                }
                Some(Err(error)) => {
                    false.put(to);
                    error.put(to);
                }
            }
        }
        Done::Thumbnails(made) => put_thumbnails(made, to),
        Done::View(made) => {
            put_blob(&made.jpeg, to);
            (made.width, made.height).put(to);
            made.source.put(to);
            made.issues.put(to);
        }
        Done::Print(made) => {
            put_blob(&made.jpeg, to);
            (made.width, made.height).put(to);
            made.crop.put(to);
            made.from_raw_preview.put(to);
        }
        Done::Sheet(read) => read.put(to),
    }
}

fn put_blob(bytes: &[u8], to: &mut Vec<u8>) {
    (bytes.len() as u64).put(to);
    to.extend_from_slice(bytes);
}

fn put_thumbnails(made: &Thumbnails, to: &mut Vec<u8>) {
    put_blob(&made.grid, to);
    put_blob(&made.preview, to);
    made.grid_size.put(to);
    made.preview_size.put(to);
    made.source.put(to);
    (made.source_width, made.source_height).put(to);
    made.issues.put(to);
}

fn take_done(from: &mut Reader<'_>, job: &Job) -> Result<Done, Nonsense> {
    Ok(match job {
        Job::Facts => {
            let (facts, has_more) = (take_facts(from)?, bool::take(from)?);
            if has_more {
                return Err(Nonsense);
            }
            Done::examined(facts, None, None)
        }
        Job::Examine { sizes, with_codes } => {
            let (facts, has_more) = (take_facts(from)?, bool::take(from)?);
            if !has_more {
                return Err(Nonsense);
            }
            let (made, codes) = if bool::take(from)? {
                (Ok(take_thumbnails(from, *sizes)?), take_codes(from, *with_codes)?)
            } else {
                (Err(Wire::take(from)?), None)
            };
            Done::examined(facts, Some(made), codes)
        }
        Job::Thumbnails(_, sizes) => Done::Thumbnails(take_thumbnails(from, *sizes)?),
        Job::View(_, max_edge) => Done::View(take_view(from, *max_edge)?),
        Job::Print(_, spec) => Done::Print(take_print(from, spec)?),
        Job::Sheet(..) => Done::Sheet(Wire::take(from)?),
    })
}

fn take_facts(from: &mut Reader<'_>) -> Result<Facts, Nonsense> {
    let facts = Facts::take(from)?;
    let is_size = facts.width <= MAX_SIDE && facts.height <= MAX_SIDE;
    let is_time = facts.taken.is_none_or(|taken| {
        taken.subsec_nanos < 1_000_000_000
            && taken.offset_minutes.is_none_or(|minutes| (-14 * 60..=14 * 60).contains(&minutes))
    });
    let texts = [&facts.make, &facts.model, &facts.serial, &facts.lens];
    let are_texts = texts.into_iter().flatten().all(|text| text.chars().count() <= MAX_TEXT);
    if is_size && is_time && are_texts { Ok(facts) } else { Err(Nonsense) }
}

fn take_thumbnails(from: &mut Reader<'_>, sizes: ThumbnailSizes) -> Result<Thumbnails, Nonsense> {
    let (Blob(grid), Blob(preview)) = Wire::take(from)?;
    let made = Thumbnails {
        grid,
        preview,
        grid_size: Wire::take(from)?,
        preview_size: Wire::take(from)?,
        source: Wire::take(from)?,
        source_width: Wire::take(from)?,
        source_height: Wire::take(from)?,
        issues: Wire::take(from)?,
    };
    fitting(made.grid_size, sizes.grid)?;
    fitting(made.preview_size, most_preview(sizes))?;
    fitting((made.source_width, made.source_height), MAX_SIDE)?;
    check::jpeg(&made.grid, made.grid_size, check::Profile::None)?;
    check::jpeg(&made.preview, made.preview_size, check::Profile::None)?;
    Ok(made)
}

/// Codes where they are wanted, and none where they are not.
fn take_codes(from: &mut Reader<'_>, are_wanted: bool) -> Result<Option<Codes>, Nonsense> {
    let codes: Option<Codes> = Wire::take(from)?;
    let are_codes = |codes: &Codes| {
        let each_once: BTreeSet<&String> = codes.texts.iter().collect();
        codes.texts.len() <= MOST_CODES
            && each_once.len() == codes.texts.len()
            && codes.texts.iter().all(|text| is_text(text.as_bytes()))
    };
    if codes.is_some() == are_wanted && codes.as_ref().is_none_or(are_codes) {
        Ok(codes)
    } else {
        Err(Nonsense)
    }
}

fn take_view(from: &mut Reader<'_>, max_edge: Option<u32>) -> Result<Rendered, Nonsense> {
    let Blob(jpeg) = Wire::take(from)?;
    let made = Rendered {
        jpeg,
        width: Wire::take(from)?,
        height: Wire::take(from)?,
        source: Wire::take(from)?,
        issues: Wire::take(from)?,
    };
    fitting((made.width, made.height), max_edge.unwrap_or(MAX_SIDE))?;
    check::jpeg(&made.jpeg, (made.width, made.height), check::Profile::None)?;
    Ok(made)
}

fn take_print(from: &mut Reader<'_>, spec: &PrintSpec) -> Result<PrintRendering, Nonsense> {
    let Blob(jpeg) = Wire::take(from)?;
    let made = PrintRendering {
        jpeg,
        width: Wire::take(from)?,
        height: Wire::take(from)?,
        crop: Wire::take(from)?,
        from_raw_preview: Wire::take(from)?,
    };
    let wanted = (spec.width_px, spec.height_px);
    let size = (made.width, made.height);
    if size != wanted && size != (wanted.1, wanted.0) {
        return Err(Nonsense);
    }
    let CropRect { x, y, w, h } = made.crop;
    if w == 0 || h == 0 || x.max(y) > MAX_SIDE || w.max(h) > MAX_SIDE {
        return Err(Nonsense);
    }
    check::jpeg(&made.jpeg, size, check::Profile::Srgb)?;
    Ok(made)
}

/// Refuses a size without area or with a longer side than `most`.
fn fitting((width, height): (u32, u32), most: u32) -> Result<(), Nonsense> {
    let is_sensible = width > 0 && height > 0 && width.max(height) <= most.min(MAX_SIDE);
    if is_sensible && u64::from(width) * u64::from(height) <= MAX_PIXELS { Ok(()) } else { Err(Nonsense) }
}

#[cfg(test)]
#[path = "message_tests.rs"]
mod tests;
