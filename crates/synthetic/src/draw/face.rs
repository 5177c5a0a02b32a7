//! Ears, face, eyes, brows, nose and mouth, in head coordinates: the origin is the middle of the head,
//! x to the right, one head about 330 wide and 430 high. Light falls from the upper left.

use tiny_skia::Transform;

use super::canvas::{Canvas, Pt, Shape, between, closed, open, oval, polygon, symmetric};
use super::look::{Expression, Look, Pose, Teeth};
use super::tone::Tone;
use crate::rng::Rng;

/// Where something `depth` in front of the head's axis goes when the head turns.
pub(crate) fn turned(pose: &Pose, depth: f32) -> f32 {
    pose.turn * depth
}

/// The outline of the face.
pub(crate) fn outline(look: &Look) -> Vec<Pt> {
    let (c, j, l) = (look.cheek, look.jaw, look.long);
    symmetric(&[
        (0.0, -212.0),
        (92.0, -194.0),
        (150.0, -122.0),
        (163.0 * c, -20.0),
        (159.0 * c, 62.0 * l),
        (137.0 * c * j.sqrt(), 132.0 * l),
        (90.0 * j, 184.0 * l),
        (42.0 * j, 208.0 * l),
        (0.0, 214.0 * l),
    ])
}

/// Both ears, behind the face.
pub(crate) fn ears(canvas: &mut Canvas, look: &Look, pose: &Pose) {
    let skin = look.skin;
    for side in [-1.0f32, 1.0] {
        let x = side * 161.0 * look.cheek + turned(pose, -9.0);
        let reach = (1.0 - side * pose.turn * 0.45).clamp(0.4, 1.3) * look.ear;
        let ear = closed(&[
            (x - side * 14.0, -12.0),
            (x + side * 14.0 * reach, -22.0),
            (x + side * 25.0 * reach, 4.0),
            (x + side * 19.0 * reach, 42.0),
            (x + side * 4.0, 66.0),
            (x - side * 14.0, 58.0),
        ]);
        let base = if side < 0.0 { skin.lighter(0.04) } else { skin.darker(0.16) };
        canvas.fill(&ear, base.mix(Tone::hex(0xE08A6E), 0.10), 1.0);
        let inner = open(&[
            (x + side * 2.0, -2.0),
            (x + side * 14.0 * reach, -4.0),
            (x + side * 14.0 * reach, 22.0),
            (x + side * 4.0, 40.0),
        ]);
        canvas.stroke(&inner, skin.darker(0.42), 0.55, 5.0);
    }
}

/// The face with everything on it but glasses and hair.
pub(crate) fn face(canvas: &mut Canvas, look: &Look, pose: &Pose) {
    let skin = look.skin;
    canvas.at(Transform::from_translate(turned(pose, 4.0), 0.0), |canvas| {
        let head = closed(&outline(look));
        canvas.fill_linear(
            &head,
            (-170.0, -120.0),
            (170.0, 150.0),
            &[(0.0, skin.lighter(0.13), 1.0), (0.5, skin, 1.0), (1.0, skin.darker(0.17), 1.0)],
        );
        canvas.inside(&head, |canvas| {
            let warm = skin.darker(0.45).mix(Tone::hex(0xB06A50), 0.25);
            let side = between(
                &[(150.0, -220.0), (138.0, -60.0), (118.0, 80.0), (60.0, 190.0), (-30.0, 232.0)],
                &[(240.0, -220.0), (240.0, -60.0), (240.0, 80.0), (200.0, 260.0), (-30.0, 260.0)],
            );
            canvas.soft(&side, warm, 0.42, 34.0);
            canvas.soft(&oval(0.0, -196.0, 170.0, 62.0), warm, 0.40, 26.0);
            let rose = Tone::hex(0xDE6E5E).mix(skin, if skin.luma() < 0.5 { 0.35 } else { 0.12 });
            let lift = if pose.expression == Expression::Calm { 0.0 } else { -6.0 };
            for side in [-1.0f32, 1.0] {
                let x = side * 92.0 + turned(pose, 12.0);
                canvas.soft(&oval(x, 86.0 + lift, 40.0, 29.0), rose, 0.34, 26.0);
            }
            canvas.glow(&oval(-62.0 + turned(pose, 8.0), -92.0, 66.0, 36.0), skin.lighter(0.5), 0.17, 34.0);
            canvas.glow(&oval(-84.0 + turned(pose, 12.0), 62.0, 30.0, 18.0), skin.lighter(0.5), 0.18, 16.0);
            canvas.glow(&oval(-6.0 + turned(pose, 14.0), 186.0, 22.0, 10.0), skin.lighter(0.4), 0.16, 10.0);
            if look.freckles {
                freckles(canvas, look, pose);
            }
        });
        nose(canvas, look, pose);
        mouth(canvas, look, pose);
        for side in [-1.0f32, 1.0] {
            eye(canvas, look, pose, side);
            brow(canvas, look, pose, side);
        }
    });
}

fn freckles(canvas: &mut Canvas, look: &Look, pose: &Pose) {
    let mut r = Rng::branch(look.seed, "freckles");
    let tone = look.skin.darker(0.36).mix(Tone::hex(0xB0693C), 0.5);
    for _ in 0..54 {
        let x = r.range(-128.0, 128.0);
        let y = 62.0 + r.range(-26.0, 34.0) + x.abs() * 0.06;
        let size = r.range(1.2, 2.9);
        canvas.fill(&oval(x + turned(pose, 13.0), y, size, size * 0.9), tone, r.range(0.16, 0.42));
    }
}

fn nose(canvas: &mut Canvas, look: &Look, pose: &Pose) {
    let (skin, w) = (look.skin, look.nose);
    let x = turned(pose, 25.0);
    let shade = skin.darker(0.46).mix(Tone::hex(0xB05A48), 0.28);
    let bridge = turned(pose, 15.0);
    canvas.soft(
        &closed(&[
            (bridge + 12.0, 4.0),
            (x + 20.0 * w, 66.0),
            (x + 25.0 * w, 92.0),
            (x + 6.0, 96.0),
            (x + 10.0, 60.0),
        ]),
        shade,
        0.27,
        9.0,
    );
    canvas.soft(&oval(x + 2.0, 100.0, 27.0 * w, 7.0), shade, 0.42, 8.0);
    canvas.glow(&oval(x - 4.0, 77.0, 9.0, 12.0), skin.lighter(0.6), 0.32, 8.0);
    canvas.glow(&oval(bridge - 3.0, 30.0, 5.0, 26.0), skin.lighter(0.5), 0.15, 8.0);
    let under = open(&[
        (x - 23.0 * w, 88.0),
        (x - 16.0 * w, 98.0),
        (x, 101.0),
        (x + 16.0 * w, 98.0),
        (x + 23.0 * w, 88.0),
    ]);
    canvas.stroke(&under, shade.darker(0.15), 0.50, 3.6);
    for side in [-1.0f32, 1.0] {
        canvas.fill(&oval(x + side * 9.5 * w, 95.5, 5.0 * w, 2.9), shade.darker(0.5), 0.60);
    }
}

fn mouth(canvas: &mut Canvas, look: &Look, pose: &Pose) {
    let skin = look.skin;
    let x = turned(pose, 17.0);
    let lip = skin.mix(Tone::hex(0xB8504E), if skin.luma() < 0.5 { 0.38 } else { 0.56 });
    let line = skin.darker(0.72).mix(Tone::hex(0x7A2E2C), 0.35);
    let m = look.mouth;
    canvas.at(Transform::from_translate(x, 0.0), |canvas| match pose.expression {
        Expression::Calm | Expression::Gentle | Expression::Smile => {
            let (half, up) = match pose.expression {
                Expression::Calm => (41.0 * m, 1.0),
                Expression::Gentle => (47.0 * m, 9.0),
                _ => (58.0 * m, 17.0),
            };
            let y = 142.0;
            let seam = [
                (-half, y - up),
                (-half * 0.5, y - up * 0.12),
                (0.0, y + 2.0),
                (half * 0.5, y - up * 0.12),
                (half, y - up),
            ];
            let top = [
                (-half, y - up),
                (-half * 0.45, y - 8.5),
                (0.0, y - 6.0),
                (half * 0.45, y - 8.5),
                (half, y - up),
            ];
            let low = [
                (-half, y - up),
                (-half * 0.5, y + 10.0),
                (0.0, y + 15.0),
                (half * 0.5, y + 10.0),
                (half, y - up),
            ];
            canvas.fill(&between(&seam, &low), lip.lighter(0.10), 0.85);
            canvas.fill(&between(&top, &seam), lip.darker(0.10), 0.85);
            canvas.glow(&oval(-4.0, y + 8.0, 16.0, 3.0), lip.lighter(0.7), 0.35, 4.0);
            canvas.stroke(&open(&seam), line, 0.85, 4.0);
            canvas.soft(&oval(0.0, y + 23.0, 28.0, 5.0), skin.darker(0.45), 0.26, 7.0);
            for side in [-1.0f32, 1.0] {
                canvas.soft(&oval(side * (half + 5.0), y - up - 1.0, 5.0, 6.0), skin.darker(0.5), 0.35, 5.0);
            }
        }
        Expression::Bright | Expression::Laugh => {
            let laugh = pose.expression == Expression::Laugh;
            let half = if laugh { 62.0 } else { 60.0 } * m;
            let (y, drop) = if laugh { (124.0, 52.0) } else { (127.0, 34.0) };
            let top: [Pt; 5] = [
                (-half, y - 5.0),
                (-half * 0.5, y + 4.0),
                (0.0, y + 7.0),
                (half * 0.5, y + 4.0),
                (half, y - 5.0),
            ];
            let low: [Pt; 5] = [
                (-half, y - 5.0),
                (-half * 0.62, y + drop * 0.72),
                (0.0, y + drop),
                (half * 0.62, y + drop * 0.72),
                (half, y - 5.0),
            ];
            let grow = |pts: &[Pt; 5], dy: f32, wide: f32| -> Vec<Pt> {
                pts.iter()
                    .enumerate()
                    .map(|(i, p)| (p.0 * wide, p.1 + if i % 4 == 0 { 0.0 } else { dy }))
                    .collect()
            };
            canvas.fill(&between(&grow(&top, -8.0, 1.03), &grow(&low, 8.5, 1.03)), lip, 0.92);
            canvas.glow(&oval(-4.0, y + drop + 3.0, 18.0, 3.0), lip.lighter(0.7), 0.35, 4.0);
            let open_mouth = between(&top, &low);
            canvas.fill(&open_mouth, Tone::hex(0x6A2427), 1.0);
            canvas.inside(&open_mouth, |canvas| {
                if laugh {
                    canvas.soft(&oval(0.0, y + drop + 4.0, 34.0 * m, 20.0), Tone::hex(0xC9605E), 0.95, 5.0);
                }
                let depth = if laugh { 22.0 } else { drop * 0.80 };
                let bite: Vec<Pt> = vec![
                    (-half * 0.96, y - 4.0),
                    (-half * 0.6, y + depth * 0.78),
                    (0.0, y + depth + 3.0),
                    (half * 0.6, y + depth * 0.78),
                    (half * 0.96, y - 4.0),
                ];
                let teeth = between(&grow(&top, -6.0, 1.0), &bite);
                canvas.fill_linear(
                    &teeth,
                    (-half, 0.0),
                    (half, 0.0),
                    &[
                        (0.0, Tone::hex(0xC9BDB0), 1.0),
                        (0.3, Tone::hex(0xFBF8F1), 1.0),
                        (0.7, Tone::hex(0xF6F1E8), 1.0),
                        (1.0, Tone::hex(0xB5A79A), 1.0),
                    ],
                );
                for tooth in [-32.0f32, -16.5, 0.0, 16.5, 32.0] {
                    let reach = y + depth * (1.0 - (tooth / half).powi(2) * 0.4);
                    canvas.stroke(
                        &open(&[(tooth, y), (tooth * 0.97, reach)]),
                        Tone::hex(0xA9998C),
                        0.42,
                        1.8,
                    );
                }
                match look.teeth {
                    Teeth::Even => {}
                    Teeth::Gap => {
                        let gap = polygon(&[
                            (-0.6, y + 6.0),
                            (0.6, y + 6.0),
                            (2.6, y + depth + 5.0),
                            (-2.6, y + depth + 5.0),
                        ]);
                        canvas.fill(&gap, Tone::hex(0x6A2427), 0.9);
                    }
                    Teeth::Missing => {
                        let hole = closed(&[
                            (17.5, y + 7.0),
                            (31.0, y + 7.0),
                            (30.5, y + depth + 5.0),
                            (18.5, y + depth + 7.0),
                        ]);
                        canvas.fill(&hole, Tone::hex(0x7A2E30), 1.0);
                    }
                }
                canvas.soft(
                    &between(&grow(&top, -10.0, 1.0), &grow(&top, 1.0, 1.0)),
                    Tone::hex(0x4A1A1C),
                    0.5,
                    5.0,
                );
            });
            canvas.soft(&oval(0.0, y + drop + 19.0, 32.0, 5.0), skin.darker(0.45), 0.24, 7.0);
            for side in [-1.0f32, 1.0] {
                let fold = closed(&[
                    (side * (half + 3.0), 100.0),
                    (side * (half + 15.0), 116.0),
                    (side * (half + 18.0), 136.0),
                    (side * (half + 10.0), 118.0),
                ]);
                canvas.soft(&fold, skin.darker(0.40), 0.18, 7.0);
                canvas.soft(&oval(side * (half + 6.0), y - 6.0, 5.0, 7.0), skin.darker(0.5), 0.35, 5.0);
            }
        }
    });
}

fn eye(canvas: &mut Canvas, look: &Look, pose: &Pose, side: f32) {
    let skin = look.skin;
    let lash = look.hair.darker(0.75).mix(Tone::hex(0x2A1C18), 0.6);
    let near = 1.0 - side * pose.turn * -0.05;
    let x = side * 71.0 * look.apart * (1.0 - pose.turn.abs() * 0.02) + turned(pose, 14.0);
    let (w, h) = (34.0 * look.eye * near, 24.0 * look.eye);
    let merry = matches!(pose.expression, Expression::Bright | Expression::Laugh);
    let squint = if pose.expression == Expression::Laugh {
        0.72
    } else if merry {
        0.88
    } else {
        1.0
    };
    canvas.at(Transform::from_translate(x, 20.0).pre_scale(side, 1.0), |canvas| {
        canvas.soft(&oval(-4.0, -16.0, w + 4.0, 14.0), skin.darker(0.42), 0.20, 10.0);
        canvas.soft(&oval(0.0, h + 7.0, w * 0.8, 5.0), skin.darker(0.4), 0.16, 6.0);
        if pose.blink {
            let lid = [(-w, 5.0), (-w * 0.5, 13.0), (0.0, 16.0), (w * 0.55, 13.0), (w + 2.0, 4.0)];
            canvas.stroke(&open(&lid), lash, 0.92, 5.0);
            canvas.stroke(&open(&[(w * 0.7, 12.0), (w + 7.0, 13.0)]), lash, 0.8, 3.0);
            canvas.stroke(
                &open(&[(-w * 0.9, -10.0), (0.0, -15.0), (w * 0.95, -8.0)]),
                skin.darker(0.45),
                0.4,
                3.0,
            );
            return;
        }
        let top: [Pt; 5] =
            [(-w, 7.0), (-w * 0.62, -h * 0.58), (0.0, -h * squint), (w * 0.66, -h * 0.66 * squint), (w, 1.0)];
        let low: [Pt; 5] = [
            (-w, 7.0),
            (-w * 0.55, h * 0.74 * squint),
            (0.0, h * 0.88 * squint),
            (w * 0.6, h * 0.68 * squint),
            (w, 1.0),
        ];
        let white = between(&top, &low);
        canvas.fill_linear(
            &white,
            (0.0, -h),
            (0.0, h),
            &[
                (0.0, Tone::hex(0xC8BDB8), 1.0),
                (0.45, Tone::hex(0xF8F5F1), 1.0),
                (1.0, Tone::hex(0xEDE5DF), 1.0),
            ],
        );
        canvas.inside(&white, |canvas| iris(canvas, look, pose, side, h));
        canvas.stroke(&open(&low), skin.darker(0.5), 0.38, 2.4);
        let thick: Vec<Pt> = vec![
            (-w - 1.0, 8.0),
            (-w * 0.62, -h * 0.58 - 3.5),
            (0.0, -h * squint - 6.0),
            (w * 0.68, -h * 0.66 * squint - 6.5),
            (w + 5.0, -2.0),
        ];
        canvas.fill(&between(&thick, &top), lash, 0.93);
        if look.girl {
            for (at, rise) in [(0.72f32, 10.0f32), (0.92, 9.0), (1.08, 6.0)] {
                let base: Pt = (w * at - 3.0, -h * 0.66 * (1.25 - at) * squint - 4.0);
                canvas.stroke(
                    &open(&[base, (base.0 + 6.0, base.1 - rise * 0.55), (base.0 + 8.5, base.1 - rise)]),
                    lash,
                    0.85,
                    2.6,
                );
            }
        }
        let crease = open(&[(-w * 0.82, -h * 0.72), (0.0, -h - 9.0), (w * 0.85, -h * 0.78 - 3.0)]);
        canvas.stroke(&crease, skin.darker(0.45), 0.38, 2.8);
    });
}

fn iris(canvas: &mut Canvas, look: &Look, pose: &Pose, side: f32, h: f32) {
    let size = 20.0 * look.eye;
    let gaze = side * pose.turn * 2.5;
    let c = (gaze, 0.0);
    canvas.fill_radial(
        &oval(c.0, c.1, size, size),
        (c.0, c.1 + size * 0.35),
        size * 1.35,
        &[
            (0.0, look.iris.lighter(0.38), 1.0),
            (0.55, look.iris, 1.0),
            (0.80, look.iris.darker(0.55), 1.0),
            (1.0, look.iris.darker(0.8), 1.0),
        ],
    );
    canvas.fill(&oval(c.0, c.1, size * 0.48, size * 0.48), Tone::hex(0x17110F), 1.0);
    canvas.soft(&oval(c.0, -h * 0.86, size * 1.7, h * 0.36), Tone::hex(0x2A1E1C), 0.50, 5.0);
    let glint = -side * size * 0.34;
    canvas.fill(&oval(c.0 + glint, c.1 - size * 0.38, size * 0.26, size * 0.26), Tone(1.0, 1.0, 1.0), 0.95);
    canvas.fill(&oval(c.0 - glint, c.1 + size * 0.40, size * 0.13, size * 0.13), Tone(1.0, 1.0, 1.0), 0.55);
}

fn brow(canvas: &mut Canvas, look: &Look, pose: &Pose, side: f32) {
    let x = side * 72.0 * look.apart + turned(pose, 14.0);
    let rise = match pose.expression {
        Expression::Laugh | Expression::Bright => -5.0,
        Expression::Calm => 2.0,
        _ => -1.0,
    };
    let tone = look.hair.darker(0.38).mix(look.skin.darker(0.5), 0.22);
    canvas.at(Transform::from_translate(x, -38.0 + rise - look.brow).pre_scale(side, 1.0), |canvas| {
        let heavy = if look.girl { 0.8 } else { 1.0 };
        let a: [Pt; 4] = [(-36.0, 1.0), (-12.0, -9.0), (16.0, -10.0), (42.0, 5.0)];
        let b: [Pt; 4] = [
            (-38.0, 1.0 + 7.0 * heavy),
            (-11.0, -9.0 + 9.5 * heavy),
            (17.0, -10.0 + 8.0 * heavy),
            (42.0, 6.0),
        ];
        let shape: Shape = between(&a, &b);
        canvas.soft(&shape, tone, 0.80, 3.0);
        let mut r = Rng::branch(look.seed, "brow");
        for i in 0..12 {
            let t = i as f32 / 12.0;
            let (px, py) = (-36.0 + t * 70.0, 5.0 - (t * std::f32::consts::PI).sin() * 11.0);
            canvas.stroke(
                &open(&[(px, py + 3.0), (px + 9.0, py - 3.0 + r.range(-2.0, 2.0))]),
                tone.darker(0.2),
                0.12,
                1.6,
            );
        }
    });
}

/// Glasses, over face and under fringe.
pub(crate) fn glasses(canvas: &mut Canvas, look: &Look, pose: &Pose) {
    let Some((round, tone)) = look.glasses else { return };
    let y = 24.0;
    let mid = turned(pose, 20.0);
    for side in [-1.0f32, 1.0] {
        let x = side * 72.0 * look.apart + turned(pose, 17.0);
        let (w, h) = if round { (51.0, 48.0) } else { (56.0, 40.0) };
        let lens = if round {
            oval(x, y, w, h)
        } else {
            closed(&[
                (x - w, y - h * 0.55),
                (x - w * 0.6, y - h),
                (x + w * 0.6, y - h),
                (x + w, y - h * 0.55),
                (x + w * 0.92, y + h * 0.55),
                (x + w * 0.5, y + h),
                (x - w * 0.5, y + h),
                (x - w * 0.92, y + h * 0.55),
            ])
        };
        canvas.fill_linear(
            &lens,
            (x - w, y - h),
            (x + w, y + h),
            &[
                (0.0, Tone(1.0, 1.0, 1.0), 0.22),
                (0.42, Tone(1.0, 1.0, 1.0), 0.03),
                (1.0, Tone(1.0, 1.0, 1.0), 0.05),
            ],
        );
        canvas.stroke(&lens, tone, 0.96, 6.2);
        canvas.stroke(&open(&[(x - w * 0.7, y - h * 0.9), (x, y - h - 1.0)]), tone.lighter(0.5), 0.5, 1.8);
        let hinge = x + side * w;
        let ear = side * 166.0 + turned(pose, -4.0);
        canvas.stroke(&open(&[(hinge, y - 12.0), (ear, y - 14.0)]), tone, 0.9, 6.0);
    }
    canvas.stroke(&open(&[(mid - 22.0, y - 6.0), (mid, y - 13.0), (mid + 22.0, y - 6.0)]), tone, 0.96, 6.0);
}
