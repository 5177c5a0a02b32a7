//! Neck, shoulders and what is worn. Head coordinates: the chin is at y 214, the picture ends near 760.

use super::canvas::{Canvas, Pt, between, closed, open, oval, polygon, rect, symmetric};
use super::look::{Garment, HairStyle, Look};
use super::tone::Tone;
use crate::rng::Rng;

const FLOOR: f32 = 1900.0;

fn torso(b: f32, open_neck: f32) -> Vec<Pt> {
    symmetric(&[
        (0.0, 292.0 + open_neck),
        (52.0, 280.0 + open_neck * 0.6),
        (88.0, 246.0),
        (140.0 * b, 276.0),
        (212.0 * b, 304.0),
        (266.0 * b, 346.0),
        (300.0 * b, 430.0),
        (318.0 * b, 580.0),
        (322.0 * b, 800.0),
        (322.0 * b, FLOOR),
        (0.0, FLOOR),
    ])
}

/// Hood and back of the collar, behind the neck.
pub(crate) fn behind(canvas: &mut Canvas, look: &Look) {
    let t = look.main;
    if look.garment == Garment::Hoodie && look.style != HairStyle::Hijab {
        let hood = closed(&[
            (-170.0, 300.0),
            (-176.0, 226.0),
            (-120.0, 178.0),
            (0.0, 166.0),
            (120.0, 178.0),
            (176.0, 226.0),
            (170.0, 300.0),
            (0.0, 340.0),
        ]);
        canvas.fill_linear(
            &hood,
            (-170.0, 170.0),
            (170.0, 300.0),
            &[(0.0, t.lighter(0.06), 1.0), (1.0, t.darker(0.4), 1.0)],
        );
        canvas.soft(&oval(0.0, 244.0, 118.0, 48.0), t.darker(0.85), 0.75, 16.0);
    } else {
        canvas.fill(&oval(0.0, 252.0, 92.0, 30.0), t.darker(0.62), 1.0);
    }
}

/// The neck with the chin's shadow.
pub(crate) fn neck(canvas: &mut Canvas, look: &Look) {
    let s = look.skin;
    let neck = closed(&[
        (-64.0, 110.0),
        (64.0, 110.0),
        (60.0, 200.0),
        (74.0, 244.0),
        (96.0, 290.0),
        (0.0, 350.0),
        (-96.0, 290.0),
        (-74.0, 244.0),
        (-60.0, 200.0),
    ]);
    canvas.fill_linear(
        &neck,
        (-70.0, 0.0),
        (80.0, 0.0),
        &[(0.0, s, 1.0), (0.5, s.darker(0.07), 1.0), (1.0, s.darker(0.30), 1.0)],
    );
    canvas.inside(&neck, |c| {
        c.soft(
            &closed(&[(-100.0, 90.0), (100.0, 90.0), (84.0, 226.0), (10.0, 252.0), (-50.0, 226.0)]),
            s.darker(0.60),
            0.62,
            20.0,
        );
        for side in [-1.0f32, 1.0] {
            c.stroke(
                &open(&[(side * 16.0, 296.0), (side * 34.0, 284.0), (side * 56.0, 280.0)]),
                s.darker(0.4),
                0.25,
                5.0,
            );
        }
    });
}

/// The garment.
pub(crate) fn garment(canvas: &mut Canvas, look: &Look) {
    let b = look.build;
    let dip = match look.garment {
        Garment::Shirt => 34.0,
        Garment::Tee | Garment::Striped | Garment::Cardigan => 10.0,
        Garment::Dungarees => 6.0,
        _ => 0.0,
    };
    let outline = torso(b, dip);
    let body = closed(&outline);
    let base = if look.garment == Garment::Dungarees { look.second } else { look.main };
    let t = if look.garment == Garment::Blouse { base.lighter(0.25) } else { base };
    canvas.fill_linear(
        &body,
        (-300.0, 300.0),
        (320.0, 640.0),
        &[(0.0, t.lighter(0.08), 1.0), (0.45, t, 1.0), (1.0, t.darker(0.30), 1.0)],
    );
    canvas.inside(&body, |canvas| {
        pattern(canvas, look, t);
        folds(canvas, look, t);
    });
    neckline(canvas, look, t, dip);
}

fn pattern(canvas: &mut Canvas, look: &Look, t: Tone) {
    let s = look.second;
    match look.garment {
        Garment::Striped => stripes(canvas, s, 47.0, 21.0),
        Garment::Dungarees => stripes(canvas, Tone::hex(0xF4EEE2).mix(s, 0.12), 38.0, 16.0),
        Garment::Knit => knit(canvas, t),
        Garment::Yoke => {
            knit(canvas, t);
            yoke(canvas, look);
        }
        Garment::Shirt => {
            let far = 360.0;
            for i in -9..=9 {
                let x = i as f32 * 42.0;
                canvas.fill(&rect(x - 7.0, 240.0, x + 7.0, FLOOR), s, 0.34);
                canvas.fill(&rect(x + 13.0, 240.0, x + 15.5, FLOOR), Tone::hex(0xFFFFFF), 0.30);
            }
            for i in 0..24 {
                let y = 262.0 + i as f32 * 42.0;
                canvas.fill(&rect(-far, y - 7.0, far, y + 7.0), s, 0.34);
                canvas.fill(&rect(-far, y + 13.0, far, y + 15.5), Tone::hex(0xFFFFFF), 0.30);
            }
        }
        Garment::Blouse => {
            let mut r = Rng::branch(look.seed, "blouse");
            for row in 0..22 {
                for col in -8..=8 {
                    let (x, y) = (
                        col as f32 * 46.0 + if row % 2 == 0 { 0.0 } else { 23.0 },
                        286.0 + row as f32 * 38.0,
                    );
                    let tone = if r.chance(60) { look.ribbon } else { s };
                    for petal in 0..5 {
                        let a = petal as f32 * 1.2566 + 0.3;
                        canvas.fill(&oval(x + a.cos() * 5.2, y + a.sin() * 5.2, 3.9, 3.9), tone, 0.62);
                    }
                    canvas.fill(&oval(x, y, 2.8, 2.8), Tone::hex(0xF3DFA0), 0.9);
                }
            }
        }
        Garment::Tee => emblem(canvas, look),
        _ => {}
    }
}

fn stripes(canvas: &mut Canvas, tone: Tone, step: f32, width: f32) {
    let mut y = 268.0;
    while y < FLOOR {
        let curve = |dy: f32| {
            vec![
                (-350.0, y + dy - 8.0),
                (-170.0, y + dy + 7.0),
                (0.0, y + dy + 13.0),
                (170.0, y + dy + 7.0),
                (350.0, y + dy - 8.0),
            ]
        };
        canvas.fill(&between(&curve(0.0), &curve(width)), tone, 0.92);
        y += step;
    }
}

fn knit(canvas: &mut Canvas, t: Tone) {
    let (light, deep) = (t.lighter(0.35), t.darker(0.45));
    for col in -14..=14 {
        let x = col as f32 * 24.0;
        for row in 0..40 {
            let y = 250.0 + row as f32 * 20.0;
            canvas.stroke(&open(&[(x - 10.0, y), (x, y + 14.0)]), deep, 0.24, 4.4);
            canvas.stroke(&open(&[(x + 10.0, y), (x, y + 14.0)]), light, 0.20, 4.4);
        }
    }
}

fn yoke(canvas: &mut Canvas, look: &Look) {
    let tones = [look.second, Tone::hex(0xF2EBDD), look.ribbon, look.second];
    for (ring, tone) in tones.iter().enumerate() {
        let k = ring as f32;
        let (rx, ry) = (128.0 + 45.0 * k, 96.0 + 35.0 * k);
        let n = 20 + ring * 5;
        for i in 0..=n {
            let a = std::f32::consts::PI * (i as f32 / n as f32);
            let (x, y) = (a.cos() * rx, 236.0 + a.sin() * ry);
            let s = 10.0;
            match ring {
                0 | 3 => {
                    canvas.fill(&polygon(&[(x, y - s), (x + s, y), (x, y + s), (x - s, y)]), *tone, 0.95)
                }
                1 => {
                    canvas.stroke(&open(&[(x - 7.0, y - 7.0), (x + 7.0, y + 7.0)]), *tone, 0.95, 4.4);
                    canvas.stroke(&open(&[(x + 7.0, y - 7.0), (x - 7.0, y + 7.0)]), *tone, 0.95, 4.4);
                }
                _ => canvas.fill(
                    &polygon(&[(x - s, y + s * 0.8), (x, y - s), (x + s, y + s * 0.8)]),
                    *tone,
                    0.95,
                ),
            }
        }
        let arc: Vec<Pt> = (0..=16)
            .map(|i| {
                let a = std::f32::consts::PI * (i as f32 / 16.0);
                (a.cos() * (rx + 22.0), 236.0 + a.sin() * (ry + 17.0))
            })
            .collect();
        canvas.stroke(&open(&arc), look.second, 0.8, 4.0);
    }
}

fn emblem(canvas: &mut Canvas, look: &Look) {
    let (s, y) = (look.second, 500.0);
    match look.seed % 5 {
        0 => {
            let star: Vec<Pt> = (0..10)
                .map(|i| {
                    let (a, d) = (
                        i as f32 * std::f32::consts::PI / 5.0 - std::f32::consts::FRAC_PI_2,
                        if i % 2 == 0 { 78.0 } else { 34.0 },
                    );
                    (a.cos() * d, y + a.sin() * d)
                })
                .collect();
            canvas.fill(&polygon(&star), s, 0.95);
        }
        1 => {
            canvas.fill(&polygon(&[(-110.0, y + 64.0), (-40.0, y - 46.0), (20.0, y + 64.0)]), s, 0.95);
            canvas.fill(
                &polygon(&[(-30.0, y + 64.0), (48.0, y - 74.0), (124.0, y + 64.0)]),
                s.darker(0.22),
                0.95,
            );
            canvas.fill(
                &polygon(&[(27.0, y - 37.0), (48.0, y - 74.0), (69.0, y - 37.0), (48.0, y - 26.0)]),
                Tone::hex(0xF7F3EA),
                0.95,
            );
            canvas.fill(&oval(-62.0, y - 62.0, 19.0, 19.0), look.ribbon, 0.95);
        }
        2 => {
            for (i, tone) in [look.ribbon, s, look.hair.lighter(0.2)].iter().enumerate() {
                let d = 86.0 - 22.0 * i as f32;
                let arc: Vec<Pt> = (0..=10)
                    .map(|k| {
                        let a = std::f32::consts::PI * (1.0 + k as f32 / 10.0);
                        (a.cos() * d, y + 36.0 + a.sin() * d)
                    })
                    .collect();
                canvas.stroke(&open(&arc), *tone, 0.95, 17.0);
            }
        }
        3 => {
            let body = closed(&[
                (-70.0, y + 8.0),
                (-20.0, y - 36.0),
                (50.0, y - 18.0),
                (86.0, y + 4.0),
                (50.0, y + 30.0),
                (-20.0, y + 44.0),
            ]);
            canvas.fill(&body, s, 0.95);
            canvas.fill(&polygon(&[(-62.0, y + 6.0), (-112.0, y - 34.0), (-104.0, y + 44.0)]), s, 0.95);
            canvas.fill(&oval(50.0, y - 2.0, 6.0, 6.0), look.main.darker(0.5), 1.0);
        }
        _ => {
            let band = |y0: f32| rect(-350.0, y0, 350.0, y0 + 58.0);
            canvas.fill(&band(440.0), s, 0.95);
            canvas.fill(&band(512.0), look.ribbon, 0.55);
        }
    }
}

fn folds(canvas: &mut Canvas, look: &Look, t: Tone) {
    let b = look.build;
    let deep = t.darker(0.75);
    canvas.soft(&oval(8.0, 252.0, 150.0, 58.0), deep, 0.34, 34.0);
    canvas.soft(&rect(258.0 * b, 300.0, 400.0, FLOOR), deep, 0.34, 40.0);
    canvas.soft(&rect(-400.0, 420.0, -292.0 * b, FLOOR), deep, 0.22, 30.0);
    for side in [-1.0f32, 1.0] {
        let arm = [
            (side * 222.0 * b, 440.0),
            (side * 219.0 * b, 560.0),
            (side * 214.0 * b, 660.0),
            (side * 218.0 * b, 900.0),
        ];
        let wide: Vec<Pt> = arm.iter().enumerate().map(|(i, p)| (p.0 + 5.0 * i as f32, p.1)).collect();
        canvas.soft(&between(&arm, &wide), deep, 0.42, 12.0);
        for (y, d) in [(500.0, 40.0), (610.0, 52.0)] {
            let fold = [
                (side * 212.0 * b, y),
                (side * (206.0 * b - d * 0.8), y + 44.0),
                (side * (196.0 * b - d * 1.3), y + 78.0),
            ];
            let low = fold.map(|p| (p.0 * 0.98, p.1 + 13.0));
            canvas.soft(&between(&fold, &low), deep, 0.15, 13.0);
        }
    }
    canvas.glow(&oval(-176.0 * b, 330.0, 74.0, 24.0), t.lighter(0.6), 0.22, 28.0);
    canvas.glow(&oval(-250.0 * b, 470.0, 24.0, 90.0), t.lighter(0.6), 0.14, 22.0);
    canvas.glow(&oval(-90.0, 470.0, 80.0, 120.0), t.lighter(0.6), 0.09, 50.0);
}

fn neckline(canvas: &mut Canvas, look: &Look, t: Tone, dip: f32) {
    let line: [Pt; 7] = [
        (-90.0, 246.0),
        (-76.0, 264.0),
        (-46.0, 282.0 + dip * 0.6),
        (0.0, 293.0 + dip),
        (46.0, 282.0 + dip * 0.6),
        (76.0, 264.0),
        (90.0, 246.0),
    ];
    match look.garment {
        Garment::Tee | Garment::Striped | Garment::Knit | Garment::Yoke | Garment::Dungarees => {
            let rib = if look.garment == Garment::Striped { look.second } else { t };
            let heavy = matches!(look.garment, Garment::Knit | Garment::Yoke);
            let wide = if heavy { 30.0 } else { 15.0 };
            let low: Vec<Pt> = line.iter().map(|p| (p.0 * 1.12, p.1 + wide)).collect();
            canvas.soft(
                &between(&low, &low.iter().map(|p| (p.0 * 1.04, p.1 + 9.0)).collect::<Vec<_>>()),
                t.darker(0.8),
                0.35,
                6.0,
            );
            canvas.fill_linear(
                &between(&line, &low),
                (-100.0, 250.0),
                (100.0, 300.0),
                &[(0.0, rib.lighter(0.14), 1.0), (0.5, rib.darker(0.04), 1.0), (1.0, rib.darker(0.32), 1.0)],
            );
            if heavy {
                for i in 0..=26 {
                    let x = -84.0 + 6.46 * i as f32;
                    let y = 293.0 - (x / 90.0).powi(2) * 45.0;
                    canvas.stroke(
                        &open(&[(x, y + 3.0), (x * 1.1, y + wide - 3.0)]),
                        rib.darker(0.5),
                        0.35,
                        2.4,
                    );
                }
            }
            if look.garment == Garment::Dungarees {
                bib(canvas, look);
            }
        }
        Garment::Hoodie => hoodie(canvas, look, t),
        Garment::Shirt => collar(canvas, look, t),
        Garment::Blouse => {
            for side in [-1.0f32, 1.0] {
                let flap = closed(&[
                    (side * 3.0, 290.0),
                    (side * 46.0, 280.0),
                    (side * 88.0, 244.0),
                    (side * 138.0, 272.0),
                    (side * 126.0, 330.0),
                    (side * 66.0, 362.0),
                    (side * 14.0, 336.0),
                ]);
                canvas.soft(&flap, t.darker(0.8), 0.30, 12.0);
                let white = Tone::hex(0xFAF6EE);
                canvas.fill_linear(
                    &flap,
                    (-120.0, 260.0),
                    (140.0, 350.0),
                    &[(0.0, white, 1.0), (1.0, white.mix(Tone::hex(0xA79D97), 0.42), 1.0)],
                );
                canvas.stroke(&flap, Tone::hex(0xB9AFA6), 0.5, 2.0);
            }
            for i in 0..4 {
                let y = 366.0 + 84.0 * i as f32;
                canvas.fill(&oval(0.0, y, 9.0, 9.0), Tone::hex(0xF8F3E8), 1.0);
                canvas.stroke(&oval(0.0, y, 9.0, 9.0), t.darker(0.5), 0.5, 2.0);
            }
        }
        Garment::Cardigan => cardigan(canvas, look, t, &line),
    }
}

fn bib(canvas: &mut Canvas, look: &Look) {
    let d = if look.seed.is_multiple_of(2) { Tone::hex(0x4F6F91) } else { look.main.darker(0.15) };
    for side in [-1.0f32, 1.0] {
        let strap = between(
            &[(side * 168.0, 284.0), (side * 150.0, 380.0), (side * 132.0, 480.0)],
            &[(side * 120.0, 264.0), (side * 104.0, 380.0), (side * 90.0, 480.0)],
        );
        canvas.soft(&strap, d.darker(0.9), 0.22, 9.0);
        canvas.fill(&strap, if side < 0.0 { d.lighter(0.06) } else { d.darker(0.14) }, 1.0);
    }
    let front = polygon(&[
        (-146.0, 462.0),
        (146.0, 462.0),
        (160.0, 640.0),
        (206.0, FLOOR),
        (-206.0, FLOOR),
        (-160.0, 640.0),
    ]);
    canvas.soft(&front, d.darker(0.9), 0.25, 12.0);
    canvas.fill_linear(
        &front,
        (-150.0, 470.0),
        (170.0, 760.0),
        &[(0.0, d.lighter(0.10), 1.0), (0.5, d, 1.0), (1.0, d.darker(0.34), 1.0)],
    );
    canvas.stroke(&open(&[(-134.0, 476.0), (0.0, 477.0), (134.0, 476.0)]), Tone::hex(0xE3C48B), 0.65, 2.6);
    let pocket = polygon(&[(-80.0, 540.0), (80.0, 540.0), (80.0, 640.0), (0.0, 668.0), (-80.0, 640.0)]);
    canvas.stroke(&pocket, d.darker(0.5), 0.5, 5.0);
    canvas.stroke(&pocket, Tone::hex(0xE3C48B), 0.5, 2.0);
    for side in [-1.0f32, 1.0] {
        canvas.fill(&oval(side * 110.0, 486.0, 15.0, 15.0), Tone::hex(0xC9A24F), 1.0);
        canvas.fill(&oval(side * 110.0 - 4.0, 482.0, 5.0, 5.0), Tone::hex(0xF6E3B0), 0.9);
    }
}

fn hoodie(canvas: &mut Canvas, look: &Look, t: Tone) {
    for side in [-1.0f32, 1.0] {
        let flap = between(
            &[(side * 92.0, 216.0), (side * 74.0, 262.0), (side * 36.0, 306.0), (side * -8.0, 344.0)],
            &[(side * 180.0, 236.0), (side * 160.0, 304.0), (side * 92.0, 362.0), (side * -8.0, 392.0)],
        );
        canvas.soft(&flap, t.darker(0.9), 0.30, 12.0);
        let base = if side < 0.0 { t.lighter(0.08) } else { t.darker(0.14) };
        canvas.fill_linear(
            &flap,
            (side * 80.0, 240.0),
            (side * 130.0, 370.0),
            &[(0.0, base.darker(0.28), 1.0), (0.4, base, 1.0), (1.0, base.darker(0.14), 1.0)],
        );
        let cord = [(side * 40.0, 350.0), (side * 46.0, 410.0), (side * 40.0, 492.0)];
        canvas.stroke(&open(&cord.map(|p| (p.0 + 6.0, p.1 + 4.0))), t.darker(0.9), 0.28, 9.0);
        canvas.stroke(&open(&cord), Tone::hex(0xF1ECE2), 1.0, 7.5);
        canvas.stroke(
            &open(&[(side * 40.0, 480.0), (side * 39.0, 500.0)]),
            look.second.darker(0.2),
            1.0,
            10.0,
        );
        canvas.fill(&oval(side * 40.0, 348.0, 8.0, 8.0), Tone::hex(0xCFC6B8), 1.0);
    }
}

fn collar(canvas: &mut Canvas, look: &Look, t: Tone) {
    canvas.stroke(&open(&[(0.0, 326.0), (0.0, 700.0), (0.0, FLOOR)]), t.darker(0.6), 0.4, 4.0);
    canvas.stroke(&open(&[(34.0, 340.0), (34.0, 700.0), (34.0, FLOOR)]), t.darker(0.5), 0.25, 3.0);
    for i in 0..5 {
        let y = 380.0 + 84.0 * i as f32;
        canvas.fill(&oval(16.0, y, 8.5, 8.5), Tone::hex(0xF3EEE4), 1.0);
        canvas.stroke(&oval(16.0, y, 8.5, 8.5), t.darker(0.6), 0.6, 2.0);
    }
    for side in [-1.0f32, 1.0] {
        let flap = polygon(&[
            (side * 2.0, 326.0),
            (side * 60.0, 276.0),
            (side * 94.0, 228.0),
            (side * 142.0, 272.0),
            (side * 122.0, 340.0),
            (side * 66.0, 392.0),
        ]);
        canvas.soft(&flap, t.darker(0.9), 0.34, 12.0);
        let base = look.main.lighter(if side < 0.0 { 0.16 } else { 0.02 });
        canvas.fill_linear(
            &flap,
            (side * 100.0, 230.0),
            (side * 50.0, 390.0),
            &[(0.0, base.darker(0.2), 1.0), (0.5, base, 1.0), (1.0, base, 1.0)],
        );
        canvas.stroke(&open(&[(side * 10.0, 333.0), (side * 66.0, 382.0)]), t.darker(0.5), 0.35, 2.2);
    }
}

fn cardigan(canvas: &mut Canvas, look: &Look, t: Tone, line: &[Pt]) {
    let inner = Tone::hex(0xF4EFE5).mix(look.second, 0.18);
    let mut front = line.to_vec();
    front.extend([
        (104.0, 300.0),
        (66.0, 460.0),
        (34.0, 640.0),
        (-34.0, 640.0),
        (-66.0, 460.0),
        (-104.0, 300.0),
    ]);
    let shirt = closed(&front);
    canvas.fill_linear(
        &shirt,
        (-90.0, 260.0),
        (90.0, 420.0),
        &[(0.0, inner, 1.0), (1.0, inner.darker(0.22), 1.0)],
    );
    let low: Vec<Pt> = line.iter().map(|p| (p.0 * 1.02, p.1 + 13.0)).collect();
    canvas.fill(&between(line, &low), inner.darker(0.10), 1.0);
    for side in [-1.0f32, 1.0] {
        let edge = [
            (side * 90.0, 240.0),
            (side * 84.0, 330.0),
            (side * 46.0, 470.0),
            (side * 8.0, 620.0),
            (side * 5.0, 700.0),
            (side * 2.0, FLOOR),
        ];
        let out = edge.map(|p| (p.0 + side * 30.0, p.1 + 6.0));
        canvas.soft(&between(&edge, &out), t.darker(0.9), 0.35, 11.0);
        let base = if side < 0.0 { t.lighter(0.10) } else { t.darker(0.12) };
        canvas.fill(&between(&edge, &out), base, 1.0);
        canvas.stroke(&open(&edge), t.darker(0.6), 0.4, 2.4);
        canvas.stroke(&open(&out), t.darker(0.6), 0.3, 2.4);
    }
    canvas.fill(&oval(20.0, 660.0, 12.0, 12.0), look.second.darker(0.2), 1.0);
}
