//! A picture as a camera writes it: JPEG with Exif, Exif thumbnail and multi-picture preview; the raw
//! companion as a small DNG-like TIFF.
//!
//! Makers, models and serial numbers are invented. Sources: Exif 2.32 (CIPA DC-008), the multi-picture
//! format (CIPA DC-007), DNG 1.4. Not here: names and folders on the card (`session`).

use imaging::{ImagingError, Subsampling, encode_jpeg};
use jiff::civil::DateTime;

use crate::Backdrop;
use crate::draw::{Picture, finish};
use crate::portrait::{Scene, portrait};
use crate::rng::Rng;
use crate::tiff::{Directory, Value, tiff};

/// A camera body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Camera {
    /// `Kuvakone`.
    pub make: String,
    /// `Kuvakone K5`.
    pub model: String,
    /// What stands in BodySerialNumber.
    pub serial: String,
    /// Four characters before the file number, `KUV_`.
    pub prefix: String,
    /// Five characters after the folder number, `KUVAK`.
    pub folder: String,
}

impl Camera {
    /// The first camera.
    #[must_use]
    pub fn first() -> Self {
        Self::named("Kuvakone", "Kuvakone K5", "5100421", "KUV_", "KUVAK")
    }

    /// A second one of another make.
    #[must_use]
    pub fn second() -> Self {
        Self::named("Valotin", "Valotin V2 Pro", "V2P0093177", "VAL_", "VALOT")
    }

    fn named(make: &str, model: &str, serial: &str, prefix: &str, folder: &str) -> Self {
        Self {
            make: make.into(),
            model: model.into(),
            serial: serial.into(),
            prefix: prefix.into(),
            folder: folder.into(),
        }
    }
}

/// How big a picture is; sides as held for an upright picture are swapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImageSize {
    /// 6000 x 4000.
    Mp24,
    /// 3000 x 2000.
    Mp6,
    /// Long side and short side in pixels.
    Small(u32, u32),
}

impl ImageSize {
    /// Long side and short side in pixels.
    #[must_use]
    pub fn sides(self) -> (u32, u32) {
        match self {
            Self::Mp24 => (6000, 4000),
            Self::Mp6 => (3000, 2000),
            Self::Small(long, short) => (long.max(short), long.min(short)),
        }
    }
}

/// How the camera was held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// Landscape, Orientation 1.
    Level,
    /// Upright, grip below: Orientation 6, to be shown turned clockwise.
    GripBelow,
    /// Upright, grip above: Orientation 8, to be shown turned counter-clockwise.
    GripAbove,
    /// Upright and stored upright, Orientation 1, as some cameras and all tethering software do.
    StoredUpright,
}

/// One press of the button.
#[derive(Debug, Clone)]
pub struct Shot {
    /// What is before the lens.
    pub scene: Scene,
    /// What hangs behind.
    pub backdrop: Backdrop,
    /// Which camera.
    pub camera: Camera,
    /// 1 to 9999.
    pub file_number: u16,
    /// The camera's clock.
    pub taken_local: DateTime,
    /// Minutes east of Greenwich, when the camera knows its zone.
    pub offset_minutes: Option<i16>,
    /// Hundredths of a second.
    pub subsec: u8,
    /// How the camera was held.
    pub held: Held,
    /// Picture size.
    pub size: ImageSize,
    /// JPEG quality 1 to 100.
    pub quality: u8,
    /// With a 1620 x 1080 preview behind the main picture.
    pub embed_preview: bool,
    /// With a 160 x 120 thumbnail in Exif.
    pub embed_thumbnail: bool,
    /// Where grain and backdrop come from.
    pub seed: u64,
}

impl Shot {
    /// A 24 MP shot with everything embedded, by the first camera, in the morning of 17 August 2026.
    #[must_use]
    pub fn of(scene: Scene, file_number: u16, seed: u64) -> Self {
        Self {
            scene,
            backdrop: Backdrop::BlueGrey,
            camera: Camera::first(),
            file_number,
            taken_local: jiff::civil::datetime(2026, 8, 17, 9, 15, 30, 0),
            offset_minutes: Some(180),
            subsec: (seed % 100) as u8,
            held: Held::GripBelow,
            size: ImageSize::Mp24,
            quality: 92,
            embed_preview: true,
            embed_thumbnail: true,
            seed,
        }
    }

    /// `2026:08:17 09:15:30`.
    fn stamp(&self) -> String {
        self.taken_local.strftime("%Y:%m:%d %H:%M:%S").to_string()
    }

    fn orientation(&self) -> u16 {
        match self.held {
            Held::Level | Held::StoredUpright => 1,
            Held::GripBelow => 6,
            Held::GripAbove => 8,
        }
    }

    fn drawn(&self, long: u32, short: u32) -> Picture {
        let (w, h) = if self.held == Held::Level { (long, short) } else { (short, long) };
        let upright = portrait(&self.scene, self.backdrop, self.seed, w, h);
        match self.held {
            Held::Level | Held::StoredUpright => upright,
            Held::GripBelow => finish::quarter_turn(&upright, false),
            Held::GripAbove => finish::quarter_turn(&upright, true),
        }
    }
}

/// Grain that gives 24 MP at quality 92 the 8 to 10 MB of a camera's file.
const GRAIN: f32 = 8.3;
/// Pictures are drawn at most this long and enlarged from there: big ones, and those of screen size.
const DRAWN: (u32, u32) = (1800, 1350);

/// Takes the picture: the bytes of a JPEG file as from a camera's card.
///
/// # Errors
/// As [`encode_jpeg`], when the size asked for is none a JPEG can have.
pub fn camera_file(shot: &Shot) -> Result<Vec<u8>, ImagingError> {
    let (long, short) = shot.size.sides();
    let at = if long > DRAWN.0 { DRAWN.0 } else { long.min(DRAWN.1) };
    let drawn = shot.drawn(at, (u64::from(at) * u64::from(short) / u64::from(long.max(1))).max(1) as u32);
    let level = matches!(shot.held, Held::StoredUpright);
    let (width, height) = if level { (short, long) } else { (long, short) };
    let preview = if shot.embed_preview {
        let (w, h) = if level { (1080, 1620) } else { (1620, 1080) };
        Some(jpeg(&finish::enlarged(&drawn, w, h), 85, Subsampling::Yuv422)?)
    } else {
        None
    };
    let thumbnail =
        if shot.embed_thumbnail { Some(jpeg(&thumbnail(&drawn), 75, Subsampling::Yuv422)?) } else { None };
    let mut picture = finish::enlarged(&drawn, width, height);
    drop(drawn);
    let small = (long as f32 / 6000.0).sqrt().clamp(0.3, 1.0);
    finish::grain(&mut picture, GRAIN * small, shot.seed);
    let plain = jpeg(&picture, shot.quality, Subsampling::Yuv422)?;
    Ok(assemble(&plain, &exif_block(shot, (width, height), thumbnail), preview.as_deref()))
}

fn jpeg(picture: &Picture, quality: u8, subsampling: Subsampling) -> Result<Vec<u8>, ImagingError> {
    encode_jpeg(&picture.rgb, picture.width, picture.height, quality, subsampling, None, 72)
}

/// 160 x 120 with black bars, as Exif asks whatever the picture's shape.
fn thumbnail(drawn: &Picture) -> Picture {
    let mut half = drawn.clone();
    while half.width > 480 {
        half = finish::enlarged(&half, half.width / 2, half.height / 2);
    }
    let scale = (160.0 / half.width as f32).min(120.0 / half.height as f32);
    let (w, h) = ((half.width as f32 * scale).round() as u32, (half.height as f32 * scale).round() as u32);
    let small = finish::enlarged(&half, w.clamp(1, 160), h.clamp(1, 120));
    let mut rgb = vec![0u8; 160 * 120 * 3];
    let (left, top) = ((160 - small.width) as usize / 2, (120 - small.height) as usize / 2);
    let stride = small.width as usize * 3;
    for (y, row) in small.rgb.chunks_exact(stride).enumerate() {
        let at = ((top + y) * 160 + left) * 3;
        if let Some(to) = rgb.get_mut(at..at + stride) {
            to.copy_from_slice(row);
        }
    }
    Picture { width: 160, height: 120, rgb }
}

fn zone(minutes: i16) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", minutes.unsigned_abs() / 60, minutes.unsigned_abs() % 60)
}

fn exif_block(shot: &Shot, (width, height): (u32, u32), thumbnail: Option<Vec<u8>>) -> Vec<u8> {
    let stamp = shot.stamp();
    let subsec = format!("{:02}", shot.subsec % 100);
    let interop = Directory::default().text(0x0001, "R98").with(0x0002, Value::Undefined(b"0100".to_vec()));
    let mut exif = photo_directory(shot, &stamp, &subsec)
        .with(0x9101, Value::Undefined(vec![1, 2, 3, 0]))
        .with(0xa000, Value::Undefined(b"0100".to_vec()))
        .short(0xa001, 1)
        .long(0xa002, width)
        .long(0xa003, height)
        .with(0xa005, Value::Directory(interop));
    if let Some(minutes) = shot.offset_minutes {
        for tag in [0x9010, 0x9011, 0x9012] {
            exif = exif.text(tag, &zone(minutes));
        }
    }
    let main = Directory::default()
        .text(0x010f, &shot.camera.make)
        .text(0x0110, &shot.camera.model)
        .short(0x0112, shot.orientation())
        .ratio(0x011a, 72, 1)
        .ratio(0x011b, 72, 1)
        .short(0x0128, 2)
        .text(0x0131, "Ver.1.04")
        .text(0x0132, &stamp)
        .short(0x0213, 2)
        .with(0x8769, Value::Directory(exif));
    let mut chain = vec![main];
    if let Some(bytes) = thumbnail {
        let small = Directory::default()
            .short(0x0103, 6)
            .short(0x0112, shot.orientation())
            .ratio(0x011a, 72, 1)
            .ratio(0x011b, 72, 1)
            .short(0x0128, 2)
            .long(0x0202, bytes.len() as u32)
            .with(0x0201, Value::Blob(bytes));
        chain.push(small);
    }
    tiff(&chain)
}

fn photo_directory(shot: &Shot, stamp: &str, subsec: &str) -> Directory {
    let iso = Rng::branch(shot.seed, "iso").pick(&[100u16, 100, 200]);
    Directory::default()
        .ratio(0x829a, 1, 160)
        .ratio(0x829d, 56, 10)
        .short(0x8822, 1)
        .short(0x8827, iso)
        .with(0x9000, Value::Undefined(b"0232".to_vec()))
        .text(0x9003, stamp)
        .text(0x9004, stamp)
        .short(0x9207, 5)
        .short(0x9209, 9)
        .ratio(0x920a, 70, 1)
        .text(0x9290, subsec)
        .text(0x9291, subsec)
        .text(0x9292, subsec)
        .text(0xa431, &shot.camera.serial)
        .text(0xa434, "24-105mm F4")
}

/// SOI, Exif, (multi-picture index,) the encoder's segments, then the preview.
fn assemble(plain: &[u8], exif: &[u8], preview: Option<&[u8]>) -> Vec<u8> {
    let body = without_jfif(plain);
    let mut out = Vec::with_capacity(body.len() + exif.len() + 256 + preview.map_or(0, <[u8]>::len));
    out.extend([0xff, 0xd8]);
    segment(&mut out, 0xe1, b"Exif\0\0", exif);
    if let Some(preview) = preview {
        let header = out.len() + 8;
        let index_len = multi_picture_index(0, 0, 0).len();
        let main_len = out.len() + 8 + index_len + body.len();
        let index = multi_picture_index(main_len as u32, preview.len() as u32, (main_len - header) as u32);
        segment(&mut out, 0xe2, b"MPF\0", &index);
    }
    out.extend_from_slice(body);
    out.extend_from_slice(preview.unwrap_or(&[]));
    out
}

/// CIPA DC-007, 5.2: the main picture, and a large thumbnail of full HD class that depends on it.
/// Offsets count from the index's TIFF header.
fn multi_picture_index(main_len: u32, preview_len: u32, preview_at: u32) -> Vec<u8> {
    let entry = |attribute: u32, size: u32, at: u32, child: u16| {
        let mut e = Vec::with_capacity(16);
        e.extend(attribute.to_le_bytes());
        e.extend(size.to_le_bytes());
        e.extend(at.to_le_bytes());
        e.extend(child.to_le_bytes());
        e.extend([0, 0]);
        e
    };
    let mut entries = entry(0xa003_0000, main_len, 0, 2);
    entries.extend(entry(0x4001_0002, preview_len, preview_at, 0));
    tiff(&[Directory::default()
        .with(0xb000, Value::Undefined(b"0100".to_vec()))
        .long(0xb001, 2)
        .with(0xb002, Value::Undefined(entries))])
}

fn segment(out: &mut Vec<u8>, marker: u8, head: &[u8], body: &[u8]) {
    let length = (head.len() + body.len() + 2) as u16;
    out.extend([0xff, marker]);
    out.extend(length.to_be_bytes());
    out.extend_from_slice(head);
    out.extend_from_slice(body);
}

/// Everything after SOI and a leading JFIF segment, which Exif replaces.
fn without_jfif(plain: &[u8]) -> &[u8] {
    let body = plain.get(2..).unwrap_or(&[]);
    match body {
        [0xff, 0xe0, high, low, ..] => {
            body.get(2 + usize::from(u16::from_be_bytes([*high, *low]))..).unwrap_or(body)
        }
        _ => body,
    }
}

/// The raw companion of a shot: a DNG-like TIFF with a full preview and a little sensor data, same
/// camera, same time.
///
/// # Errors
/// As [`camera_file`].
pub fn raw_file(shot: &Shot) -> Result<Vec<u8>, ImagingError> {
    let drawn = shot.drawn(1620, 1080);
    let preview = jpeg(&drawn, 88, Subsampling::Yuv422)?;
    let stamp = shot.stamp();
    let exif = photo_directory(shot, &stamp, &format!("{:02}", shot.subsec % 100));
    const SIDE: u16 = 64;
    let mut r = Rng::branch(shot.seed, "sensor");
    let sensor: Vec<u8> = (0..u32::from(SIDE) * u32::from(SIDE))
        .flat_map(|_| (600 + r.below(3000) as u16).to_le_bytes())
        .collect();
    let raw = Directory::default()
        .long(0x00fe, 0)
        .long(0x0100, u32::from(SIDE))
        .long(0x0101, u32::from(SIDE))
        .short(0x0102, 16)
        .short(0x0103, 1)
        .short(0x0106, 32803)
        .short(0x0115, 1)
        .long(0x0116, u32::from(SIDE))
        .long(0x0117, sensor.len() as u32)
        .with(0x0111, Value::Blob(sensor))
        .with(0x828d, Value::Short(vec![2, 2]))
        .with(0x828e, Value::Bytes(vec![0, 1, 1, 2]));
    let main = Directory::default()
        .long(0x00fe, 1)
        .long(0x0100, drawn.width)
        .long(0x0101, drawn.height)
        .with(0x0102, Value::Short(vec![8, 8, 8]))
        .short(0x0103, 7)
        .short(0x0106, 6)
        .text(0x010f, &shot.camera.make)
        .text(0x0110, &shot.camera.model)
        .short(0x0112, shot.orientation())
        .short(0x0115, 3)
        .long(0x0116, drawn.height)
        .long(0x0117, preview.len() as u32)
        .with(0x0111, Value::Blob(preview))
        .text(0x0132, &stamp)
        .with(0x014a, Value::Directory(raw))
        .with(0x8769, Value::Directory(exif))
        .with(0xc612, Value::Bytes(vec![1, 4, 0, 0]))
        .text(0xc614, &shot.camera.model);
    Ok(tiff(&[main]))
}
