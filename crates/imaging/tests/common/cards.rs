//! Camera cards as a photographer's camera sees them: a printed code (ISO/IEC 18004, level H) on a card that is turned
//! and tilted, before a drawn portrait, unevenly lit, out of focus, noisy. Nothing here reads a code.
//!
//! Invariant: the same seed gives the same picture. Lengths are in pixels of the picture that codes are read in, 1500 long;
//! a larger picture shows the same with more of them.
#![allow(dead_code, reason = "each program uses a part")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "test material")]

use qrcode::{Color, EcLevel, QrCode};
use synthetic::rng::Rng;
use synthetic::{Backdrop, Shot, bench_shots, portrait};

/// Sides of the picture that codes are read in.
pub const READ_AT: (u32, u32) = (1500, 1000);
/// Light around a code, in modules (ISO/IEC 18004, 9.1).
const QUIET: f32 = 4.0;
const INK: f32 = 28.0;
const PAPER: f32 = 238.0;

/// A picture: RGB, 8 bits a sample, rows without padding.
#[derive(Clone)]
pub struct Photograph {
    pub width: u32,
    pub height: u32,
    pub rgb: Vec<u8>,
}

impl Photograph {
    pub fn jpeg(&self, quality: u8) -> Vec<u8> {
        let subsampling = imaging::Subsampling::Yuv422;
        imaging::encode_jpeg(&self.rgb, self.width, self.height, quality, subsampling, None, 72).unwrap()
    }
}

/// A code's modules, without the light around them.
#[derive(Clone)]
pub struct Symbol {
    pub width: usize,
    pub dark: Vec<bool>,
}

impl Symbol {
    /// As the cards are printed: level H.
    pub fn qr(payload: &[u8]) -> Self {
        Self::qr_with(payload, EcLevel::H)
    }

    pub fn qr_with(payload: &[u8], level: EcLevel) -> Self {
        let code = QrCode::with_error_correction_level(payload, level).unwrap();
        let dark = code.to_colors().into_iter().map(|color| color == Color::Dark).collect();
        Self { width: code.width(), dark }
    }

    fn height(&self) -> usize {
        self.dark.len() / self.width
    }
}

/// A card before the lens.
#[derive(Clone)]
pub struct Held {
    pub symbol: Symbol,
    /// Where its middle is, in parts of the picture.
    pub at: (f32, f32),
    /// Of the code, in pixels.
    pub module: f32,
    /// In the picture's plane, and out of it round two axes, in degrees.
    pub turn: f32,
    pub tilt: (f32, f32),
    /// Whether words stand beside the code, in modules of their height; 0 for none.
    pub words: f32,
}

/// How the picture was taken.
#[derive(Clone)]
pub struct Taking {
    /// Of the blur, standard deviation in pixels.
    pub blur: f32,
    /// Of the noise, standard deviation in levels.
    pub noise: f32,
    /// How much of the light is left where it is darkest, and the direction of that, in degrees.
    pub dimmed: f32,
    pub from: f32,
    /// Over- or underexposed, in stops.
    pub stops: f32,
    pub seed: u64,
}

impl Taking {
    /// Sharp, evenly lit, hardly noisy.
    pub fn good(seed: u64) -> Self {
        Self { blur: 0.4, noise: 2.0, dimmed: 1.0, from: 0.0, stops: 0.0, seed }
    }

    /// As it goes on a school day, from well to badly taken.
    pub fn any(seed: u64) -> Self {
        let mut r = Rng::branch(seed, "taking");
        Self {
            blur: r.range(0.3, 1.9),
            noise: r.range(2.0, 11.0),
            dimmed: r.range(0.35, 1.0),
            from: r.range(0.0, 360.0),
            stops: r.range(-1.6, 0.5),
            seed,
        }
    }
}

impl Held {
    pub fn straight(symbol: Symbol) -> Self {
        Self { symbol, at: (0.5, 0.6), module: 6.0, turn: 0.0, tilt: (0.0, 0.0), words: 2.0 }
    }

    /// Any way that a child holds it, or a photographer lays it down.
    pub fn any(symbol: Symbol, seed: u64) -> Self {
        let mut r = Rng::branch(seed, "held");
        Self {
            symbol,
            at: (r.range(0.32, 0.68), r.range(0.35, 0.68)),
            module: 2.4 * (9.0f32 / 2.4).powf(r.unit()),
            turn: 90.0 * r.below(4) as f32 + r.range(-30.0, 30.0),
            tilt: (r.range(-35.0, 35.0), r.range(-35.0, 35.0)),
            words: r.range(1.2, 3.2),
        }
    }
}

/// Somebody of the invented, with nothing in hand.
pub fn portrait_only(seed: u64, scale: u32) -> Photograph {
    let shot: Shot = bench_shots(1, seed, false).remove(0);
    let backdrop = Backdrop::ALL[Rng::branch(seed, "hung").below(Backdrop::ALL.len())];
    let drawn = portrait(&shot.scene, backdrop, seed, READ_AT.0, READ_AT.1);
    let (width, height) = (READ_AT.0 * scale, READ_AT.1 * scale);
    let mut rgb = Vec::with_capacity(width as usize * height as usize * 3);
    for y in 0..height / scale {
        let row = &drawn.rgb[(y * READ_AT.0 * 3) as usize..((y + 1) * READ_AT.0 * 3) as usize];
        for _ in 0..scale {
            for pixel in row.chunks_exact(3) {
                (0..scale).for_each(|_| rgb.extend_from_slice(pixel));
            }
        }
    }
    Photograph { width, height, rgb }
}

/// Cards before somebody of the invented; the picture is `scale` times as large as [`READ_AT`].
pub fn photographed(cards: &[Held], taking: &Taking, scale: u32) -> Photograph {
    let mut picture = portrait_only(taking.seed, scale);
    for card in cards {
        put(&mut picture, card, scale as f32);
    }
    take(&mut picture, taking, scale as f32);
    picture
}

/// From the picture's plane to the card's, in modules from the middle of the code.
struct Projection([f32; 9]);

impl Projection {
    /// A pinhole camera whose picture is as far from it as it is long.
    fn of(card: &Held, scale: f32, (width, height): (f32, f32)) -> Self {
        let (turn, pitch, yaw) = (card.turn.to_radians(), card.tilt.0.to_radians(), card.tilt.1.to_radians());
        let (sz, cz, sx, cx, sy, cy) =
            (turn.sin(), turn.cos(), pitch.sin(), pitch.cos(), yaw.sin(), yaw.cos());
        let focal = width;
        let size = card.module * scale / focal;
        // the first two columns of a rotation about z, then x, then y, and the place of the middle
        let right = [cy * cz + sy * sx * sz, cx * sz, -sy * cz + cy * sx * sz].map(|v| v * size);
        let down = [-cy * sz + sy * sx * cz, cx * cz, sy * sz + cy * sx * cz].map(|v| v * size);
        let (x, y) = (card.at.0 * width, card.at.1 * height);
        let from = [x / focal, y / focal, 1.0];
        let [a, b, c] = [0, 1, 2].map(|row| [right[row], down[row], from[row]]);
        Self(inverse([a, b, c])).after(focal)
    }

    fn after(mut self, focal: f32) -> Self {
        for row in 0..3 {
            self.0[row * 3] /= focal;
            self.0[row * 3 + 1] /= focal;
        }
        self
    }

    fn of_pixel(&self, x: f32, y: f32) -> (f32, f32) {
        let m = &self.0;
        let w = m[6] * x + m[7] * y + m[8];
        ((m[0] * x + m[1] * y + m[2]) / w, (m[3] * x + m[4] * y + m[5]) / w)
    }
}

fn inverse(m: [[f32; 3]; 3]) -> [f32; 9] {
    let minor = |r: usize, c: usize| {
        let (r1, r2, c1, c2) = ((r + 1) % 3, (r + 2) % 3, (c + 1) % 3, (c + 2) % 3);
        m[r1][c1] * m[r2][c2] - m[r1][c2] * m[r2][c1]
    };
    let whole = (0..3).map(|c| m[0][c] * minor(0, c)).sum::<f32>();
    std::array::from_fn(|at| minor(at % 3, at / 3) / whole)
}

/// How light a point of the card is, in modules from the middle of its code; none beside the card.
fn printed(card: &Held, words: &[bool], (x, y): (f32, f32)) -> Option<f32> {
    let (wide, high) = (card.symbol.width as f32, card.symbol.height() as f32);
    let (half_w, half_h) = (wide / 2.0 + QUIET, high / 2.0 + QUIET);
    let with_words = if card.words > 0.0 { wide * 0.9 } else { 0.0 };
    if x < -half_w || x > half_w + with_words || y.abs() > half_h {
        return None;
    }
    let (column, row) = ((x + wide / 2.0).floor(), (y + high / 2.0).floor());
    if (0.0..wide).contains(&column) && (0.0..high).contains(&row) {
        let is_dark = card.symbol.dark[row as usize * card.symbol.width + column as usize];
        return Some(if is_dark { INK } else { PAPER });
    }
    if x > half_w && x < half_w + with_words - 2.0 && y.abs() < high / 2.0 {
        let line = (y + high / 2.0) / (card.words * 1.8);
        let letter = ((x - half_w) / (card.words * 0.45)) as usize;
        let is_ink = line.fract() < 0.55 && words[(line as usize * 61 + letter) % words.len()];
        return Some(if is_ink { INK } else { PAPER });
    }
    Some(PAPER)
}

fn put(picture: &mut Photograph, card: &Held, scale: f32) {
    let size = (picture.width as f32, picture.height as f32);
    let projection = Projection::of(card, scale, size);
    let mut r = Rng::branch(card.symbol.dark.len() as u64, "words");
    let words: Vec<bool> = (0..997).map(|_| r.chance(52)).collect();
    for y in 0..picture.height {
        for x in 0..picture.width {
            let (mut sum, mut seen) = (0.0, 0);
            for (dx, dy) in [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)] {
                let at = projection.of_pixel(x as f32 + dx, y as f32 + dy);
                if let Some(level) = printed(card, &words, at) {
                    sum += level;
                    seen += 1;
                }
            }
            let at = ((y * picture.width + x) * 3) as usize;
            for channel in &mut picture.rgb[at..at + 3] {
                *channel = ((sum + f32::from(*channel) * (4 - seen) as f32) / 4.0) as u8;
            }
        }
    }
}

fn take(picture: &mut Photograph, taking: &Taking, scale: f32) {
    let (width, height) = (picture.width as usize, picture.height as usize);
    let (dx, dy) = (taking.from.to_radians().cos(), taking.from.to_radians().sin());
    let gain = 2f32.powf(taking.stops / 2.2);
    let mut light: Vec<f32> = picture.rgb.iter().map(|level| f32::from(*level)).collect();
    for y in 0..height {
        for x in 0..width {
            let along = (x as f32 / width as f32 - 0.5) * dx + (y as f32 / height as f32 - 0.5) * dy;
            let left = 1.0 - (1.0 - taking.dimmed) * (along * 1.6 + 0.5).clamp(0.0, 1.0);
            let at = (y * width + x) * 3;
            light[at..at + 3].iter_mut().for_each(|level| *level *= gain * left);
        }
    }
    blur(&mut light, width, height, taking.blur * scale);
    let mut r = Rng::branch(taking.seed, "noise");
    // what is averaged away when the picture is reduced
    let spread = taking.noise * scale;
    for (sample, level) in picture.rgb.iter_mut().zip(light) {
        let noise = (r.unit() + r.unit() + r.unit() + r.unit() - 2.0) * 1.732 * spread;
        *sample = (level + noise).round().clamp(0.0, 255.0) as u8;
    }
}

/// Three boxes one after the other, which is a Gaussian to the eye.
fn blur(light: &mut [f32], width: usize, height: usize, deviation: f32) {
    let mut line = Vec::new();
    for _ in 0..3 {
        for (count, step, lines, stride) in [(width, 3, height, width * 3), (height, width * 3, width, 3)] {
            for start in (0..lines).flat_map(|at| (0..3).map(move |channel| at * stride + channel)) {
                line.clear();
                line.extend((0..count).map(|at| light[start + at * step]));
                smoothed(&line, deviation.powi(2) / 3.0, |at, level| light[start + at * step] = level);
            }
        }
    }
}

/// The mean round each sample, of so many whole ones on both sides and a part of the next as gives the variance.
fn smoothed(line: &[f32], variance: f32, mut put: impl FnMut(usize, f32)) {
    let whole = (((12.0 * variance + 1.0).sqrt() - 1.0) / 2.0) as isize;
    let n = whole as f32;
    let part = (variance * (2.0 * n + 1.0) - n * (n + 1.0) * (2.0 * n + 1.0) / 3.0)
        / (2.0 * ((n + 1.0).powi(2) - variance));
    let sample = |at: isize| line[at.clamp(0, line.len() as isize - 1) as usize];
    let mut sum: f32 = (-whole..=whole).map(sample).sum();
    for at in 0..line.len() as isize {
        let edges = sample(at - whole - 1) + sample(at + whole + 1);
        put(at as usize, (sum + part * edges) / (2.0 * (n + part) + 1.0));
        sum += sample(at + whole + 1) - sample(at - whole);
    }
}
