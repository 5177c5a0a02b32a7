//! The class picture: rows of the class in front of one backdrop, tall ones behind.

use tiny_skia::Transform;

use super::backdrop::Backdrop;
use super::canvas::{Canvas, oval};
use super::figure::figure;
use super::look::{Look, Pose};
use super::tone::Tone;

/// Draws a class of any size into a canvas of `width` x `height` pixels (landscape).
pub(crate) fn class_picture(canvas: &mut Canvas, looks: &[Look], hang: Backdrop, seed: u64, width: u32, height: u32) {
    hang.paint(canvas, width, height, seed);
    let rows = if looks.len() > 14 { 3 } else { 2 };
    let per_row = looks.len().div_ceil(rows).max(1);
    let (w, h) = (width as f32, height as f32);
    let scale = (w * 0.90 / per_row as f32 / 430.0).min(h / 1500.0);
    let step = w * 0.90 / per_row as f32;
    let rise = (h - 800.0 * scale) / (rows as f32 + 0.15);
    for (row, members) in looks.chunks(per_row).enumerate() {
        let top = h * 0.13 + 240.0 * scale + rise * 0.92 * row as f32;
        let used = step * members.len() as f32;
        let lean = if row % 2 == 1 && members.len() == per_row { step * 0.10 } else { 0.0 };
        for (i, look) in members.iter().enumerate() {
            let pose = Pose::of_frame(look.seed ^ seed, 900);
            let pose = Pose { blink: false, turn: pose.turn * 0.5, tilt: pose.tilt * 0.7, ..pose };
            let x = (w - used) / 2.0 + step * (i as f32 + 0.5) + lean;
            let y = top + ((look.seed % 29) as f32 - 14.0) * scale;
            canvas.at(Transform::from_translate(x, y).pre_scale(scale, scale), |c| figure(c, look, &pose));
        }
        if row + 1 < rows {
            canvas.soft(&oval(w * 0.5, top + 560.0 * scale, w * 0.5, 150.0 * scale), Tone::hex(0x1B1613), 0.22, 90.0 * scale);
        }
    }
}
