//! The frame before the portraits: a child's camera card held up before the lens.

use qrcode::{Color, EcLevel, QrCode};
use tiny_skia::Transform;

use super::canvas::{Canvas, Pt, closed, open, oval, polygon, rect};
use super::look::Look;
use super::tone::Tone;
use crate::rng::Rng;

/// Side of the square that the code fills, and its left upper corner.
const CODE: (f32, Pt) = (176.0, (30.0, -104.0));

/// Draws a hand-held card, centred, over whatever is there; `scale` maps design units (1000 wide) to pixels. Without a
/// `code` it bears a pattern that nothing reads.
pub(crate) fn camera_card(canvas: &mut Canvas, look: &Look, code: Option<&str>, at: Pt, scale: f32) {
    let mut r = Rng::branch(look.seed, "card");
    let tilt = r.range(-5.0, 5.0);
    let ts = Transform::from_translate(at.0, at.1)
        .pre_scale(scale, scale)
        .pre_concat(Transform::from_rotate(tilt));
    canvas.at(ts, |c| {
        c.soft(&rect(-244.0, -166.0, 256.0, 182.0), Tone::hex(0x1A1512), 0.42, 26.0);
        let paper = polygon(&[(-250.0, -175.0), (250.0, -175.0), (250.0, 175.0), (-250.0, 175.0)]);
        c.fill_linear(
            &paper,
            (-250.0, -175.0),
            (250.0, 175.0),
            &[
                (0.0, Tone::hex(0xFFFEFA), 1.0),
                (0.6, Tone::hex(0xF4F1EA), 1.0),
                (1.0, Tone::hex(0xDAD4CA), 1.0),
            ],
        );
        let ink = Tone::hex(0x26272B);
        c.fill(&rect(-250.0, -175.0, 250.0, -128.0), look.ribbon, 0.9);
        for (y, from, to, high) in
            [(-84.0, -215.0, -6.0, 24.0), (-36.0, -215.0, -40.0, 14.0), (-4.0, -215.0, -20.0, 14.0)]
        {
            words(c, (from, to), y, high, ink, &mut r);
        }
        words(c, (-215.0, 215.0), 128.0, 10.0, ink.lighter(0.35), &mut r);
        words(c, (-228.0, -60.0), -152.0, 13.0, Tone::hex(0xFFFFFF), &mut r);
        let (side, modules) = match code.and_then(modules) {
            Some(symbol) => symbol,
            None => (15, (0..15 * 15).map(|_| r.chance(48)).collect()),
        };
        let (whole, (left, top)) = CODE;
        let size = whole / side as f32;
        for (place, _) in modules.iter().enumerate().filter(|(_, is_dark)| **is_dark) {
            let (x, y) = (left + (place % side) as f32 * size, top + (place / side) as f32 * size);
            c.fill(&rect(x, y, x + size * 1.02, y + size * 1.02), ink, 1.0);
        }
        for side in [-1.0f32, 1.0] {
            hand(c, look, side);
        }
    });
}

/// The modules of a code as the program prints it (QR, level H), row by row, with how many make a side.
fn modules(code: &str) -> Option<(usize, Vec<bool>)> {
    let symbol = QrCode::with_error_correction_level(code, EcLevel::H).ok()?;
    let modules = symbol.to_colors().into_iter().map(|module| module == Color::Dark).collect();
    Some((symbol.width(), modules))
}

fn words(c: &mut Canvas, span: Pt, y: f32, high: f32, ink: Tone, r: &mut Rng) {
    let mut x = span.0;
    while x < span.1 {
        let wide = r.range(high * 0.8, high * 3.6).min(span.1 - x);
        c.fill(&rect(x, y - high * 0.5, x + wide.max(1.0), y + high * 0.5), ink, 0.85);
        x += wide + high * 0.55;
    }
}

fn hand(c: &mut Canvas, look: &Look, side: f32) {
    let s = look.skin;
    let sleeve =
        closed(&[(side * 240.0, 190.0), (side * 330.0, 150.0), (side * 420.0, 420.0), (side * 300.0, 470.0)]);
    c.fill(&sleeve, look.main.darker(if side < 0.0 { 0.08 } else { 0.25 }), 1.0);
    let palm = closed(&[
        (side * 224.0, 96.0),
        (side * 262.0, 70.0),
        (side * 306.0, 110.0),
        (side * 322.0, 190.0),
        (side * 280.0, 224.0),
        (side * 240.0, 190.0),
    ]);
    c.fill_linear(
        &palm,
        (-300.0, 60.0),
        (320.0, 220.0),
        &[(0.0, s.lighter(0.06), 1.0), (1.0, s.darker(0.22), 1.0)],
    );
    let thumb = [(side * 278.0, 120.0), (side * 236.0, 104.0), (side * 196.0, 116.0)];
    c.stroke(&open(&thumb.map(|p| (p.0 + 3.0, p.1 + 8.0))), Tone::hex(0x3A2A22), 0.20, 40.0);
    c.stroke(&open(&thumb), s.darker(if side < 0.0 { 0.04 } else { 0.16 }), 1.0, 38.0);
    c.fill(&oval(side * 190.0, 113.0, 13.0, 10.0), s.lighter(0.38).mix(Tone::hex(0xE8A79A), 0.3), 0.9);
}
