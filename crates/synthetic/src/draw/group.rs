//! The class picture: rows of the class in front of one backdrop, tall ones behind.

use tiny_skia::Transform;

use super::backdrop::Backdrop;
use super::canvas::{Canvas, oval};
use super::figure::figure;
use super::look::{Look, Pose};
use super::tone::Tone;

/// Draws a class of any size into a canvas of `width` x `height` pixels (landscape).
pub(crate) fn class_picture(
    canvas: &mut Canvas,
    looks: &[Look],
    hang: Backdrop,
    seed: u64,
    width: u32,
    height: u32,
) {
    hang.paint(canvas, width, height, seed);
    let rows = if looks.len() > 14 { 3 } else { 2 };
    let (w, h) = (width as f32, height as f32);
    let widest = looks.len().div_ceil(rows) + usize::from(rows == 3 && looks.len() % 3 != 1);
    let back = looks.len().saturating_sub(widest * (rows - 1)).max(1);
    let step = w * 0.93 / widest.max(1) as f32;
    let scale = (step / 415.0).min(h / 1900.0);
    let rise = (h * 0.87 - 800.0 * scale) / (rows as f32 - 0.2);
    let (first, rest) = looks.split_at(back.min(looks.len()));
    let lines = std::iter::once(first).chain(rest.chunks(widest.max(1)));
    for (row, members) in lines.enumerate() {
        let top = h * 0.12 + 250.0 * scale + rise * row as f32;
        let used = step * members.len() as f32;
        let lean = if row % 2 == 1 { step * 0.14 } else { -step * 0.14 };
        for (i, look) in members.iter().enumerate() {
            let pose = Pose::of_frame(look.seed ^ seed, 900);
            let pose = Pose { blink: false, turn: pose.turn * 0.5, tilt: pose.tilt * 0.7, ..pose };
            let x = (w - used) / 2.0 + step * (i as f32 + 0.5) + lean;
            let y = top + ((look.seed % 29) as f32 - 14.0) * scale;
            canvas.at(Transform::from_translate(x, y).pre_scale(scale, scale), |c| figure(c, look, &pose));
        }
        if row + 1 < rows {
            canvas.soft(
                &oval(w * 0.5, top + 560.0 * scale, w * 0.5, 150.0 * scale),
                Tone::hex(0x1B1613),
                0.22,
                90.0 * scale,
            );
        }
    }
}
