//! Hair and scarf behind the head and shoulders: lengths, tails, buns, braids. Head coordinates.

use tiny_skia::Transform;

use super::canvas::{Canvas, Pt, between, closed, open, oval};
use super::face::turned;
use super::hair::{curl, lay};
use super::look::{HairStyle, Look, Pose};
use crate::rng::Rng;

fn flip(points: &[Pt], side: f32) -> Vec<Pt> {
    points.iter().map(|p| (p.0 * side, p.1)).collect()
}

/// Everything that lies behind neck and shoulders.
pub(crate) fn behind(canvas: &mut Canvas, look: &Look, pose: &Pose) {
    let mut r = Rng::branch(look.seed, "hair behind");
    let t = look.hair;
    canvas.at(Transform::from_translate(turned(pose, -6.0), 0.0), |canvas| match look.style {
        HairStyle::Long | HairStyle::Wavy => {
            let wide = if look.style == HairStyle::Wavy { 20.0 } else { 0.0 };
            let back = closed(&[
                (0.0, -240.0),
                (140.0, -190.0),
                (190.0, -20.0),
                (190.0 + wide, 180.0),
                (186.0 + wide, 380.0),
                (0.0, 420.0),
                (-186.0 - wide, 380.0),
                (-190.0 - wide, 180.0),
                (-190.0, -20.0),
                (-140.0, -190.0),
            ]);
            canvas.fill(&back, t.darker(0.52), 1.0);
        }
        HairStyle::Bob => {
            let back = closed(&[
                (0.0, -240.0),
                (150.0, -180.0),
                (194.0, 0.0),
                (196.0, 130.0),
                (150.0, 206.0),
                (0.0, 190.0),
                (-150.0, 206.0),
                (-196.0, 130.0),
                (-194.0, 0.0),
                (-150.0, -180.0),
            ]);
            canvas.fill(&back, t.darker(0.50), 1.0);
        }
        HairStyle::Curly if look.girl => {
            let back = closed(&[
                (0.0, -226.0),
                (150.0, -170.0),
                (196.0, -20.0),
                (214.0, 120.0),
                (196.0, 262.0),
                (110.0, 300.0),
                (0.0, 250.0),
                (-110.0, 300.0),
                (-196.0, 262.0),
                (-214.0, 120.0),
                (-196.0, -20.0),
                (-150.0, -170.0),
            ]);
            canvas.fill(&back, t.darker(0.45), 1.0);
            for i in 0..190 {
                let (side, down) = (if i % 2 == 0 { -1.0f32 } else { 1.0 }, i as f32 / 190.0);
                let x = side * (118.0 + r.range(0.0, 96.0) + 14.0 * (down * 3.0).sin());
                let at = (x, -110.0 + down * 390.0 + r.range(-14.0, 14.0));
                curl(canvas, t, at, r.range(15.0, 24.0), &mut r);
            }
        }
        HairStyle::Bun => {
            for i in 0..3 {
                let (x, y, s) = [(0.0, -262.0, 66.0), (-14.0, -270.0, 48.0), (10.0, -278.0, 30.0)]
                    .get(i)
                    .copied()
                    .unwrap_or_default();
                canvas.fill_radial(
                    &oval(x, y, s * 1.12, s),
                    (x - s * 0.35, y - s * 0.4),
                    s * 1.7,
                    &[(0.0, t.lighter(0.22), 1.0), (0.5, t, 1.0), (1.0, t.darker(0.5), 1.0)],
                );
                canvas.strands(
                    &[(x - s, y), (x - s * 0.5, y - s * 0.8), (x + s * 0.5, y - s * 0.8), (x + s, y)],
                    &[(x - s * 0.8, y + s * 0.4), (x, y), (x + s * 0.2, y), (x + s * 0.8, y + s * 0.5)],
                    lay(look, 26),
                    &mut r,
                );
            }
            canvas.stroke(&open(&[(-54.0, -222.0), (0.0, -234.0), (54.0, -222.0)]), look.ribbon, 1.0, 15.0);
        }
        HairStyle::Puffs => {
            for side in [-1.0f32, 1.0] {
                let (cx, cy) = (side * 148.0, -206.0);
                canvas.fill(&oval(cx, cy, 74.0, 70.0), t.darker(0.35), 1.0);
                for i in 0..58 {
                    let (a, d) = (i as f32 * 2.4, (i as f32 / 58.0).sqrt());
                    let at = (cx + a.cos() * 76.0 * d, cy + a.sin() * 72.0 * d);
                    curl(canvas, t, at, r.range(12.0, 18.0), &mut r);
                }
                canvas.stroke(
                    &open(&[(side * 88.0, -206.0), (side * 106.0, -164.0)]),
                    look.ribbon,
                    1.0,
                    16.0,
                );
            }
        }
        HairStyle::Ponytail => {
            let side = if look.seed.is_multiple_of(3) { -1.0 } else { 1.0 };
            canvas.sheet(
                &flip(
                    &[
                        (20.0, -232.0),
                        (128.0, -268.0),
                        (222.0, -200.0),
                        (246.0, -40.0),
                        (222.0, 120.0),
                        (226.0, 240.0),
                    ],
                    side,
                ),
                &flip(
                    &[
                        (60.0, -170.0),
                        (120.0, -190.0),
                        (150.0, -140.0),
                        (160.0, -20.0),
                        (166.0, 110.0),
                        (216.0, 240.0),
                    ],
                    side,
                ),
                lay(look, 90),
                &mut r,
            );
            canvas.fill(&oval(side * 104.0, -222.0, 24.0, 36.0), look.ribbon, 1.0);
            canvas.glow(&oval(side * 98.0, -234.0, 10.0, 12.0), look.ribbon.lighter(0.5), 0.4, 6.0);
        }
        HairStyle::Hijab => {
            let t = look.second;
            let back = closed(&[
                (0.0, -248.0),
                (118.0, -226.0),
                (190.0, -120.0),
                (196.0, 40.0),
                (190.0, 190.0),
                (0.0, 250.0),
                (-190.0, 190.0),
                (-196.0, 40.0),
                (-190.0, -120.0),
                (-118.0, -226.0),
            ]);
            canvas.fill(&back, t.darker(0.35), 1.0);
        }
        _ => {}
    });
}

/// What hangs over the shoulders in front of the clothes: braids, the scarf's drape.
pub(crate) fn in_front(canvas: &mut Canvas, look: &Look) {
    let mut r = Rng::branch(look.seed, "hair in front");
    match look.style {
        HairStyle::Braids => {
            for side in [-1.0f32, 1.0] {
                braid(canvas, look, side, &mut r);
            }
        }
        HairStyle::Hijab => drape(canvas, look, &mut r),
        _ => {}
    }
}

fn braid(canvas: &mut Canvas, look: &Look, side: f32, r: &mut Rng) {
    let t = look.hair;
    let mut y = 40.0;
    let mut size = 40.0;
    let path = |y: f32| 158.0 + ((y - 40.0) / 420.0) * 26.0 - ((y - 40.0) / 150.0).sin() * 9.0;
    let shadow: Vec<Pt> =
        (0..6).map(|i| (side * path(220.0 + 52.0 * i as f32) + 10.0, 226.0 + 52.0 * i as f32)).collect();
    canvas.soft(
        &between(
            &shadow.iter().map(|p| (p.0 - 24.0, p.1)).collect::<Vec<_>>(),
            &shadow.iter().map(|p| (p.0 + 24.0, p.1)).collect::<Vec<_>>(),
        ),
        t.darker(0.95),
        0.28,
        12.0,
    );
    while y < 440.0 {
        for lean in [-1.0f32, 1.0] {
            let x = side * path(y);
            let lobe_a = [
                (x + lean * 4.0, y - 14.0),
                (x + lean * size * 0.85, y - 4.0),
                (x + lean * size * 0.72, y + 22.0),
                (x - lean * 7.0, y + 42.0),
            ];
            let lobe_b = [
                (x - lean * 9.0, y - 6.0),
                (x + lean * size * 0.1, y + 2.0),
                (x + lean * 2.0, y + 18.0),
                (x - lean * 11.0, y + 36.0),
            ];
            let lobe = between(&lobe_a, &lobe_b);
            canvas.fill_linear(
                &lobe,
                (x + lean * size, y - 6.0),
                (x - lean * 8.0, y + 34.0),
                &[(0.0, t.lighter(0.16), 1.0), (0.5, t, 1.0), (1.0, t.darker(0.55), 1.0)],
            );
            canvas.strands(&lobe_a, &lobe_b, lay(look, 9), r);
            canvas.stroke(&open(&lobe_b), t.darker(0.7), 0.35, 2.6);
        }
        y += 29.0;
        size *= 0.982;
    }
    let x = side * path(y);
    canvas.sheet(
        &[(x - 15.0, y + 6.0), (x - 21.0, y + 40.0), (x - 5.0, y + 84.0)],
        &[(x + 15.0, y + 6.0), (x + 20.0, y + 40.0), (x + 5.0, y + 84.0)],
        lay(look, 18),
        r,
    );
    canvas.fill(&oval(x, y + 8.0, 22.0, 13.0), look.ribbon, 1.0);
    canvas.glow(&oval(x - 7.0, y + 4.0, 8.0, 4.0), look.ribbon.lighter(0.6), 0.5, 4.0);
}

fn drape(canvas: &mut Canvas, look: &Look, r: &mut Rng) {
    let t = look.second;
    let cloth = closed(&[
        (-150.0, 150.0),
        (-60.0, 232.0),
        (60.0, 232.0),
        (150.0, 150.0),
        (186.0, 236.0),
        (262.0, 340.0),
        (250.0, 420.0),
        (120.0, 486.0),
        (-40.0, 500.0),
        (-190.0, 450.0),
        (-262.0, 350.0),
        (-186.0, 236.0),
    ]);
    canvas.shade(
        &closed(&[
            (-250.0, 400.0),
            (0.0, 470.0),
            (250.0, 410.0),
            (210.0, 490.0),
            (0.0, 540.0),
            (-220.0, 490.0),
        ]),
        t.darker(0.9),
        0.35,
        18.0,
    );
    canvas.fill_linear(
        &cloth,
        (-220.0, 160.0),
        (200.0, 500.0),
        &[(0.0, t.lighter(0.10), 1.0), (0.5, t, 1.0), (1.0, t.darker(0.32), 1.0)],
    );
    canvas.inside(&cloth, |c| {
        for i in 0..11 {
            let k = i as f32 / 10.0;
            let (x0, x1) = (-170.0 + 330.0 * k, -270.0 + 470.0 * k);
            let sag = r.range(20.0, 46.0);
            let fold = [
                (x0, 150.0 + 70.0 * k),
                ((x0 + x1) / 2.0 + 40.0, 290.0 + sag),
                (x1 + 90.0, 400.0 + sag * 0.6),
            ];
            c.stroke(&open(&fold), t.darker(0.6), 0.20, 8.0);
            c.stroke(&open(&fold.map(|p| (p.0 - 8.0, p.1 - 5.0))), t.lighter(0.4), 0.20, 4.0);
        }
        c.soft(&oval(0.0, 236.0, 120.0, 26.0), t.darker(0.9), 0.40, 22.0);
    });
}
