//! Studio backdrops: painted canvas in muted colours, and an autumn park far out of focus.
//!
//! Drawn at a twelfth of the size and blown up, which is both quick and as soft as a backdrop is.

use super::canvas::{Canvas, oval, rect};
use super::finish;
use super::tone::Tone;
use crate::rng::Rng;

/// What hangs behind a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Backdrop {
    /// Muted blue-grey canvas.
    #[default]
    BlueGrey,
    /// Warm grey canvas.
    WarmGrey,
    /// Sage green canvas.
    Sage,
    /// An autumn park, out of focus.
    Autumn,
    /// Dusty sand canvas.
    Sand,
}

impl Backdrop {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::BlueGrey, Self::WarmGrey, Self::Sage, Self::Autumn, Self::Sand];

    fn tones(self) -> (Tone, Tone) {
        match self {
            Self::BlueGrey => (Tone::hex(0xB4C3CE), Tone::hex(0x5F7484)),
            Self::WarmGrey => (Tone::hex(0xCFC8BF), Tone::hex(0x85796E)),
            Self::Sage => (Tone::hex(0xC3CDB6), Tone::hex(0x6F7F66)),
            Self::Autumn => (Tone::hex(0xE9CF9A), Tone::hex(0x8B7443)),
            Self::Sand => (Tone::hex(0xE3D3BD), Tone::hex(0xA18567)),
        }
    }

    /// Fills the whole canvas of `width` x `height` pixels.
    pub(crate) fn paint(self, canvas: &mut Canvas, width: u32, height: u32, seed: u64) {
        let step = (width.max(height) as f32 / 150.0).max(1.0);
        let (w, h) = ((width as f32 / step).ceil() + 1.0, (height as f32 / step).ceil() + 1.0);
        let Some(mut small) = Canvas::new(w as u32, h as u32) else { return };
        let (light, deep) = self.tones();
        let all = rect(0.0, 0.0, w, h);
        let far = (w * w + h * h).sqrt();
        small.fill_radial(
            &all,
            (w * 0.46, h * 0.40),
            far * 0.62,
            &[(0.0, light, 1.0), (0.45, light.mix(deep, 0.35), 1.0), (1.0, deep, 1.0)],
        );
        let mut r = Rng::branch(seed, "backdrop");
        if self == Self::Autumn {
            let leaves = [
                Tone::hex(0xD98A3A),
                Tone::hex(0xE8B95A),
                Tone::hex(0xB5652F),
                Tone::hex(0x8A8F4E),
                Tone::hex(0xF2DDA4),
            ];
            for _ in 0..46 {
                let (x, y) = (r.range(0.0, w), r.range(-0.1, 0.85) * h);
                let radius = r.range(0.03, 0.11) * w.max(h);
                small.soft(&oval(x, y, radius, radius), r.pick(&leaves), r.range(0.10, 0.42), radius * 0.45);
            }
            for _ in 0..4 {
                let x = r.range(0.05, 0.95) * w;
                small.soft(&rect(x, 0.0, x + w * 0.05, h * 0.9), Tone::hex(0x5E4A33), 0.28, w * 0.05);
            }
            small.soft(&rect(0.0, h * 0.82, w, h * 1.1), Tone::hex(0x7F7A45), 0.5, h * 0.08);
            for _ in 0..14 {
                let (x, y) = (r.range(0.0, w), r.range(0.0, 0.6) * h);
                let radius = r.range(0.018, 0.04) * w.max(h);
                small.glow(
                    &oval(x, y, radius, radius),
                    Tone::hex(0xFFE9BC),
                    r.range(0.18, 0.4),
                    radius * 0.25,
                );
            }
        } else {
            for _ in 0..60 {
                let (x, y) = (r.range(0.0, w), r.range(0.0, h));
                let (rx, ry) = (r.range(0.05, 0.22) * w, r.range(0.03, 0.15) * h);
                let tone = if r.chance(50) { light.lighter(0.3) } else { deep.darker(0.2) };
                small.soft(&oval(x, y, rx, ry), tone, r.range(0.04, 0.13), rx.min(ry) * 0.9);
            }
        }
        small.fill_radial(
            &all,
            (w * 0.48, h * 0.42),
            far * 0.66,
            &[(0.0, Tone::default(), 0.0), (0.55, Tone::default(), 0.0), (1.0, Tone::hex(0x14110F), 0.42)],
        );
        let soft = finish::develop(&small.into_pixmap(), 0, 0.0);
        let full = finish::enlarged(&soft, width, height);
        for (to, from) in canvas.pixmap_mut().data_mut().chunks_exact_mut(4).zip(full.rgb.chunks_exact(3)) {
            if let ([r, g, b, a], [red, green, blue]) = (to, from) {
                (*r, *g, *b, *a) = (*red, *green, *blue, 255);
            }
        }
    }
}
