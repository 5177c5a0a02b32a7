//! Colours as the drawing code thinks of them: sRGB in 0..1, mixed by eye rather than by physics.

use tiny_skia::Color;

/// An sRGB colour, each channel 0..1.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(crate) struct Tone(pub f32, pub f32, pub f32);

impl Tone {
    /// From `0xRRGGBB`.
    pub(crate) const fn hex(rgb: u32) -> Self {
        Self(
            ((rgb >> 16) & 255) as f32 / 255.0,
            ((rgb >> 8) & 255) as f32 / 255.0,
            (rgb & 255) as f32 / 255.0,
        )
    }

    /// `self` at 0, `other` at 1.
    pub(crate) fn mix(self, other: Self, share: f32) -> Self {
        let m = |a: f32, b: f32| a + (b - a) * share;
        Self(m(self.0, other.0), m(self.1, other.1), m(self.2, other.2))
    }

    /// Towards a deep warm shade, as studio shadow does.
    pub(crate) fn darker(self, share: f32) -> Self {
        let shade = Self(self.0 * 0.32, self.1 * 0.24, self.2 * 0.26);
        self.mix(shade, share)
    }

    /// Towards a warm white, as studio light does.
    pub(crate) fn lighter(self, share: f32) -> Self {
        self.mix(Self(1.0, 0.97, 0.92), share)
    }

    /// Perceived lightness, 0..1.
    pub(crate) fn luma(self) -> f32 {
        0.299 * self.0 + 0.587 * self.1 + 0.114 * self.2
    }

    /// As the rasteriser takes it.
    pub(crate) fn color(self, alpha: f32) -> Color {
        let c = |v: f32| v.clamp(0.0, 1.0);
        Color::from_rgba(c(self.0), c(self.1), c(self.2), c(alpha)).unwrap_or(Color::TRANSPARENT)
    }
}
