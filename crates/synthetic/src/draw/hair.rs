//! Hair over the face: short styles, fringes, partings, headscarf. What falls behind the shoulders is in
//! `hair_long`. Head coordinates, as in `face`.

use tiny_skia::Transform;

use super::canvas::{Canvas, Pt, Strands, between, closed, open, oval};
use super::face::turned;
use super::look::{HairStyle, Look, Pose};
use super::tone::Tone;
use crate::rng::Rng;

/// Strands as this look wears them.
pub(crate) fn lay(look: &Look, count: usize) -> Strands {
    let wave = match look.style {
        HairStyle::Wavy => 5.0,
        HairStyle::Tousled => 4.0,
        _ => 1.6,
    };
    Strands { tone: look.hair, count, wave, contrast: 0.85 }
}

fn flip(points: &[Pt], side: f32) -> Vec<Pt> {
    points.iter().map(|p| (p.0 * side, p.1)).collect()
}

/// Everything that lies over the forehead and beside the face.
pub(crate) fn over(canvas: &mut Canvas, look: &Look, pose: &Pose) {
    let mut r = Rng::branch(look.seed, "hair over");
    canvas.at(Transform::from_translate(turned(pose, 6.0), 0.0), |canvas| match look.style {
        HairStyle::Crop => crop(canvas, look, &mut r),
        HairStyle::SideSwept => side_swept(canvas, look, &mut r, 30.0),
        HairStyle::Tousled => tousled(canvas, look, &mut r),
        HairStyle::Curly => curls(canvas, look, &mut r, 1.0),
        HairStyle::Afro => curls(canvas, look, &mut r, 1.32),
        HairStyle::Bowl => fringe(canvas, look, &mut r, 40.0),
        HairStyle::Bob => {
            sides(canvas, look, &mut r, 186.0);
            fringe(canvas, look, &mut r, 60.0);
        }
        HairStyle::Long => {
            parted(canvas, look, &mut r, 0.0);
            band(canvas, look);
        }
        HairStyle::Wavy => {
            parted(canvas, look, &mut r, -38.0);
            band(canvas, look);
        }
        HairStyle::Braids => swept_back(canvas, look, &mut r, true),
        HairStyle::Ponytail => {
            swept_back(canvas, look, &mut r, false);
            if look.seed.is_multiple_of(2) {
                short_fringe(canvas, look, &mut r);
            }
        }
        HairStyle::Bun => swept_back(canvas, look, &mut r, false),
        HairStyle::Puffs => swept_back(canvas, look, &mut r, true),
        HairStyle::Hijab => hijab_front(canvas, look, &mut r),
    });
}

fn sheen(canvas: &mut Canvas, look: &Look, points: &[Pt], strength: f32) {
    let light = look.hair.lighter(0.55);
    let low: Vec<Pt> = points.iter().map(|p| (p.0 * 0.93, p.1 + 26.0)).collect();
    canvas.glow(&between(points, &low), light, strength, 13.0);
}

fn crown_sheen(canvas: &mut Canvas, look: &Look) {
    let strength = if look.hair.luma() < 0.2 { 0.16 } else { 0.20 };
    sheen(canvas, look, &[(-142.0, -118.0), (-96.0, -178.0), (-30.0, -204.0), (30.0, -200.0)], strength);
}

fn cast_shadow(canvas: &mut Canvas, look: &Look, edge: &[Pt]) {
    let low: Vec<Pt> = edge.iter().map(|p| (p.0 * 0.97, p.1 + 15.0)).collect();
    canvas.soft(&between(edge, &low), look.skin.darker(0.6), 0.34, 8.0);
}

fn crop(canvas: &mut Canvas, look: &Look, r: &mut Rng) {
    let edge: [Pt; 7] = [
        (-158.0, 34.0),
        (-149.0, -50.0),
        (-108.0, -112.0),
        (0.0, -128.0),
        (108.0, -112.0),
        (149.0, -50.0),
        (158.0, 34.0),
    ];
    cast_shadow(canvas, look, &edge);
    let outer: [Pt; 9] = [
        (-163.0, 34.0),
        (-179.0, -58.0),
        (-158.0, -158.0),
        (-92.0, -220.0),
        (0.0, -240.0),
        (92.0, -220.0),
        (158.0, -158.0),
        (179.0, -58.0),
        (163.0, 34.0),
    ];
    let cap = between(&outer, &edge);
    let t = look.hair;
    canvas.fill_linear(
        &cap,
        (-120.0, -220.0),
        (150.0, 40.0),
        &[(0.0, t.lighter(0.12), 1.0), (0.5, t, 1.0), (1.0, t.darker(0.35), 1.0)],
    );
    canvas.inside(&cap, |canvas| {
        for side in [-1.0f32, 1.0] {
            canvas.soft(&oval(side * 160.0, 10.0, 24.0, 74.0), look.skin.darker(0.35), 0.30, 20.0);
        }
        crown_sheen(canvas, look);
        for _ in 0..260 {
            let (x, y) = (r.range(-172.0, 172.0), r.range(-232.0, 30.0));
            let lean = x * 0.05 + r.range(-3.0, 3.0);
            let tone = if r.chance(50) { t.lighter(0.3) } else { t.darker(0.6) };
            canvas.stroke(&open(&[(x, y), (x + lean, y + 9.0), (x + lean * 1.8, y + 19.0)]), tone, 0.20, 2.4);
        }
    });
    for _ in 0..90 {
        let x = r.range(-116.0, 116.0);
        let y = -126.0 + (x / 112.0).powi(2) * 18.0;
        let lean = r.range(-4.0, 7.0);
        let tip = (x + lean, y + r.range(3.0, 15.0));
        canvas.stroke(
            &open(&[(x - 1.0, y - 18.0), (x + lean * 0.4, y - 4.0), tip]),
            t.darker(r.range(0.0, 0.3)),
            0.75,
            2.8,
        );
    }
}

fn side_swept(canvas: &mut Canvas, look: &Look, r: &mut Rng, low: f32) {
    let side = if look.seed.is_multiple_of(3) { -1.0 } else { 1.0 };
    let edge: [Pt; 5] = [(-92.0, -128.0), (-40.0, -96.0), (30.0, -78.0), (104.0, -72.0), (152.0, -30.0)];
    cast_shadow(canvas, look, &flip(&edge, side));
    canvas.sheet(
        &flip(
            &[(-84.0, -226.0), (-130.0, -196.0), (-172.0, -120.0), (-178.0, -50.0), (-164.0, low + 8.0)],
            side,
        ),
        &flip(
            &[(-84.0, -150.0), (-112.0, -126.0), (-140.0, -84.0), (-152.0, -30.0), (-157.0, low + 8.0)],
            side,
        ),
        lay(look, 46),
        r,
    );
    canvas.sheet(
        &flip(&[(-92.0, -222.0), (10.0, -258.0), (130.0, -214.0), (183.0, -90.0), (165.0, low + 10.0)], side),
        &flip(&[(-96.0, -140.0), (-30.0, -100.0), (60.0, -84.0), (146.0, -64.0), (156.0, low + 10.0)], side),
        lay(look, 90),
        r,
    );
    canvas.sheet(
        &flip(&[(-94.0, -206.0), (-20.0, -232.0), (70.0, -190.0), (128.0, -118.0), (152.0, -42.0)], side),
        &flip(&[(-98.0, -136.0), (-56.0, -96.0), (14.0, -74.0), (84.0, -66.0), (150.0, -36.0)], side),
        lay(look, 70),
        r,
    );
    crown_sheen(canvas, look);
}

fn tousled(canvas: &mut Canvas, look: &Look, r: &mut Rng) {
    let edge: [Pt; 5] = [(-150.0, -40.0), (-100.0, -92.0), (0.0, -98.0), (100.0, -92.0), (150.0, -40.0)];
    cast_shadow(canvas, look, &edge);
    let cap = between(
        &[
            (-163.0, 44.0),
            (-184.0, -70.0),
            (-140.0, -196.0),
            (0.0, -246.0),
            (140.0, -196.0),
            (184.0, -70.0),
            (163.0, 44.0),
        ],
        &[
            (-157.0, 44.0),
            (-149.0, -50.0),
            (-104.0, -106.0),
            (0.0, -118.0),
            (104.0, -106.0),
            (149.0, -50.0),
            (157.0, 44.0),
        ],
    );
    canvas.fill(&cap, look.hair.darker(0.16), 1.0);
    for i in 0..44 {
        let t = i as f32 / 43.0;
        let angle = (t - 0.5) * 3.9 + r.range(-0.16, 0.16);
        let lift = r.range(0.0, 12.0);
        let (s, c) = angle.sin_cos();
        let root = (s * 96.0, -100.0 - c * 84.0);
        let tip = (s * (184.0 + lift), -62.0 - c * (186.0 + lift));
        let bend = r.range(-22.0, 22.0);
        let mid = ((root.0 + tip.0) / 2.0 + bend * c, (root.1 + tip.1) / 2.0 + bend * s);
        let wide = r.range(9.0, 17.0);
        canvas.sheet(
            &[(root.0 - wide * c, root.1 - wide * s), (mid.0 - wide * 0.9 * c, mid.1 - wide * 0.9 * s), tip],
            &[
                (root.0 + wide * c, root.1 + wide * s),
                (mid.0 + wide * 0.7 * c, mid.1 + wide * 0.7 * s),
                (tip.0 + 2.0, tip.1 + 2.0),
            ],
            lay(look, 6),
            r,
        );
    }
    for i in 0..15 {
        let x = -126.0 + 18.0 * i as f32 + r.range(-6.0, 6.0);
        let y = -84.0 + (x / 120.0).powi(2) * 26.0 + r.range(-12.0, 12.0);
        let sweep = r.range(10.0, 36.0);
        canvas.sheet(
            &[(x * 0.8 - 26.0, -206.0), (x - 22.0, -150.0), (x + sweep, y)],
            &[(x * 0.8 + 20.0, -206.0), (x + 17.0, -150.0), (x + sweep + 3.0, y - 4.0)],
            lay(look, 9),
            r,
        );
    }
    crown_sheen(canvas, look);
}

fn curls(canvas: &mut Canvas, look: &Look, r: &mut Rng, big: f32) {
    let t = look.hair;
    cast_shadow(
        canvas,
        look,
        &[(-150.0, -36.0), (-104.0, -104.0), (0.0, -124.0), (104.0, -104.0), (150.0, -36.0)],
    );
    let reach = 34.0;
    let cap = between(
        &[
            (-164.0, reach * 0.7),
            (-184.0 * big, -70.0),
            (-122.0 * big, -124.0 - 46.0 * big),
            (0.0, -130.0 - 98.0 * big),
            (122.0 * big, -124.0 - 46.0 * big),
            (184.0 * big, -70.0),
            (164.0, reach * 0.7),
        ],
        &[
            (-154.0, reach * 0.7),
            (-146.0, -50.0),
            (-104.0, -112.0),
            (0.0, -130.0),
            (104.0, -112.0),
            (146.0, -50.0),
            (154.0, reach * 0.7),
        ],
    );
    canvas.fill(&cap, t.darker(0.30), 1.0);
    let size = if big > 1.1 { 15.0 } else { 19.0 };
    let rings = if big > 1.1 { 9 } else { 6 };
    for ring in (0..rings).rev() {
        let out = ring as f32 / (rings - 1) as f32;
        let n = if big > 1.1 { 44 } else { 36 };
        for i in 0..n {
            let angle = (i as f32 / (n - 1) as f32 - 0.5) * (3.45 + 0.5 * out);
            let (s, c) = (angle + r.range(-0.06, 0.06)).sin_cos();
            let far = 1.0 + (big - 1.0) * out;
            let rx = 150.0 + 30.0 * out * far + (far - 1.0) * 140.0;
            let ry = 116.0 + 106.0 * out + (far - 1.0) * 150.0;
            let (x, y) = (s * rx + r.range(-10.0, 10.0), -24.0 - c * ry + r.range(-11.0, 11.0));
            curl(canvas, t, (x, y), size * r.range(0.75, 1.2), r);
        }
    }
}

/// One curl: a soft tuft with a few turned locks in it.
pub(crate) fn curl(canvas: &mut Canvas, t: Tone, at: Pt, size: f32, r: &mut Rng) {
    let (x, y) = at;
    let side = (x / 420.0 + (y + 120.0) / 900.0).clamp(-0.3, 0.3);
    let base = if side > 0.0 { t.darker(side) } else { t.lighter(-side * 0.30) };
    canvas.fill(&oval(x, y, size * 0.86, size * 0.82), base.darker(r.range(0.0, 0.22)), 0.92);
    for turn in 0..4 {
        let start = r.range(0.0, std::f32::consts::TAU);
        let wind = if r.chance(50) { 0.62 } else { -0.62 };
        let d0 = size * (1.05 - 0.2 * turn as f32);
        let lock: Vec<Pt> = (0..6)
            .map(|i| {
                let a = start + i as f32 * wind;
                let d = d0 * (1.0 - 0.07 * i as f32);
                (x + a.cos() * d, y + a.sin() * d)
            })
            .collect();
        let tone = if turn % 2 == 0 { base.darker(0.50) } else { base.lighter(0.20) };
        canvas.stroke(&open(&lock), tone, r.range(0.28, 0.55), r.range(1.8, 3.6));
    }
}

fn fringe(canvas: &mut Canvas, look: &Look, r: &mut Rng, low: f32) {
    let y = if look.glasses.is_some() { -72.0 } else { -62.0 };
    let edge: [Pt; 5] =
        [(-150.0, y + 24.0), (-80.0, y + 2.0), (0.0, y - 2.0), (80.0, y + 2.0), (150.0, y + 24.0)];
    cast_shadow(canvas, look, &edge);
    for side in [-1.0f32, 1.0] {
        canvas.sheet(
            &flip(
                &[(0.0, -248.0), (94.0, -234.0), (166.0, -160.0), (189.0, -30.0), (172.0, low + 14.0)],
                side,
            ),
            &flip(&[(0.0, -160.0), (70.0, -140.0), (128.0, -96.0), (146.0, -20.0), (146.0, low)], side),
            lay(look, 60),
            r,
        );
    }
    for i in 0..13 {
        let x = -138.0 + 23.0 * i as f32;
        let end = y + (x / 140.0).powi(2) * 22.0 + r.range(-6.0, 6.0);
        canvas.sheet(
            &[(x * 0.34 - 22.0, -236.0), (x * 0.86 - 24.0, -168.0), (x - 14.0, end - 4.0)],
            &[(x * 0.34 + 22.0, -236.0), (x * 0.86 + 24.0, -168.0), (x + 14.0, end)],
            lay(look, 13),
            r,
        );
    }
    crown_sheen(canvas, look);
}

fn short_fringe(canvas: &mut Canvas, look: &Look, r: &mut Rng) {
    cast_shadow(canvas, look, &[(-96.0, -86.0), (-40.0, -82.0), (40.0, -82.0), (100.0, -86.0)]);
    for i in 0..9 {
        let x = -92.0 + 23.0 * i as f32;
        let end = -80.0 + r.range(-10.0, 6.0) - (x / 95.0).powi(2) * 8.0;
        canvas.sheet(
            &[(x * 0.4 - 18.0, -212.0), (x * 0.9 - 19.0, -150.0), (x - 8.0, end)],
            &[(x * 0.4 + 18.0, -212.0), (x * 0.9 + 19.0, -150.0), (x + 9.0, end)],
            lay(look, 10),
            r,
        );
    }
}

fn sides(canvas: &mut Canvas, look: &Look, r: &mut Rng, low: f32) {
    for side in [-1.0f32, 1.0] {
        canvas.sheet(
            &flip(&[(40.0, -236.0), (160.0, -170.0), (192.0, -40.0), (196.0, 90.0), (160.0, low)], side),
            &flip(
                &[(80.0, -140.0), (136.0, -100.0), (146.0, -10.0), (144.0, 80.0), (112.0, low - 10.0)],
                side,
            ),
            lay(look, 60),
            r,
        );
    }
}

fn parted(canvas: &mut Canvas, look: &Look, r: &mut Rng, part: f32) {
    cast_shadow(
        canvas,
        look,
        &[(-146.0, 20.0), (-122.0, -64.0), (part, -146.0), (122.0, -64.0), (146.0, 20.0)],
    );
    let wavy = look.style == HairStyle::Wavy;
    for side in [-1.0f32, 1.0] {
        let p = part * side;
        let (o, i) = if wavy { (22.0, 12.0) } else { (0.0, 0.0) };
        let outer = [
            (p, -248.0),
            (92.0 + p * 0.3, -232.0),
            (164.0, -160.0),
            (190.0, 0.0),
            (184.0 + o, 150.0),
            (196.0 - o * 0.4, 280.0),
            (190.0 + o, 400.0),
            (160.0, 506.0),
        ];
        let inner = [
            (p, -152.0),
            (60.0, -122.0),
            (122.0, -64.0),
            (144.0, 20.0),
            (140.0 + i, 130.0),
            (122.0 - i, 260.0),
            (112.0 + i, 390.0),
            (120.0, 500.0),
        ];
        canvas.sheet(&flip(&outer, side), &flip(&inner, side), lay(look, 110), r);
        let shade: Vec<Pt> = flip(&[(146.0, 60.0), (136.0, 160.0), (118.0, 280.0), (112.0, 400.0)], side);
        let deep: Vec<Pt> = flip(&[(158.0, 60.0), (152.0, 160.0), (136.0, 280.0), (128.0, 400.0)], side);
        canvas.soft(&between(&shade, &deep), look.hair.darker(0.85), 0.30, 9.0);
    }
    canvas.stroke(&open(&[(part, -243.0), (part * 1.04, -152.0)]), look.skin.darker(0.25), 0.55, 3.2);
    crown_sheen(canvas, look);
    sheen(canvas, look, &[(-176.0, -40.0), (-160.0, -46.0), (-146.0, -40.0)], 0.16);
}

fn swept_back(canvas: &mut Canvas, look: &Look, r: &mut Rng, centre: bool) {
    cast_shadow(
        canvas,
        look,
        &[(-150.0, -20.0), (-116.0, -100.0), (0.0, -142.0), (116.0, -100.0), (150.0, -20.0)],
    );
    let part = if centre { 0.0 } else { -24.0 };
    for side in [-1.0f32, 1.0] {
        let p = part * side;
        canvas.sheet(
            &flip(&[(p, -242.0), (96.0, -226.0), (158.0, -150.0), (177.0, -50.0), (160.0, 40.0)], side),
            &flip(&[(p, -152.0), (70.0, -138.0), (118.0, -100.0), (147.0, -40.0), (153.0, 36.0)], side),
            lay(look, 76),
            r,
        );
    }
    if centre {
        canvas.stroke(&open(&[(0.0, -240.0), (0.0, -150.0)]), look.skin.darker(0.25), 0.6, 3.2);
    }
    for _ in 0..9 {
        let x = r.range(-112.0, 112.0);
        let y = -132.0 + (x / 112.0).powi(2) * 30.0;
        canvas.stroke(
            &open(&[
                (x * 0.9, y - 12.0),
                (x, y + 3.0),
                (x + x.signum() * r.range(4.0, 16.0), y + r.range(10.0, 24.0)),
            ]),
            look.hair.darker(0.1),
            0.5,
            1.7,
        );
    }
    crown_sheen(canvas, look);
    if look.banded {
        band(canvas, look);
    }
}

fn band(canvas: &mut Canvas, look: &Look) {
    if !look.banded {
        return;
    }
    let t = look.ribbon;
    let top: [Pt; 5] = [(-181.0, -60.0), (-128.0, -178.0), (0.0, -232.0), (128.0, -178.0), (181.0, -60.0)];
    let low: [Pt; 5] = [(-170.0, -48.0), (-118.0, -152.0), (0.0, -204.0), (118.0, -152.0), (170.0, -48.0)];
    canvas.soft(&between(&low, &top.map(|p| (p.0 * 0.93, p.1 + 40.0))), look.hair.darker(0.8), 0.35, 8.0);
    canvas.fill_linear(
        &between(&top, &low),
        (-170.0, -180.0),
        (170.0, -80.0),
        &[(0.0, t.lighter(0.18), 1.0), (0.4, t, 1.0), (1.0, t.darker(0.35), 1.0)],
    );
}

fn hijab_front(canvas: &mut Canvas, look: &Look, r: &mut Rng) {
    let t = look.second;
    for side in [-1.0f32, 1.0] {
        let outer = [
            (0.0, -250.0),
            (112.0, -232.0),
            (184.0, -128.0),
            (194.0, 20.0),
            (172.0, 150.0),
            (120.0, 240.0),
            (0.0, 292.0),
        ];
        let inner = [
            (0.0, -150.0),
            (84.0, -128.0),
            (134.0, -60.0),
            (145.0, 30.0),
            (132.0, 112.0),
            (88.0, 176.0),
            (0.0, 205.0),
        ];
        let base = if side > 0.0 { t.darker(0.12) } else { t };
        let shadow: Vec<Pt> = inner.iter().map(|p| (p.0 * side * 0.92, p.1 * 0.93)).collect();
        canvas.inside(&closed(&super::face::outline(look)), |c| {
            c.soft(&between(&flip(&inner, side), &shadow), look.skin.darker(0.62), 0.36, 10.0);
        });
        canvas.fill_linear(
            &between(&flip(&outer, side), &flip(&inner, side)),
            (0.0, -250.0),
            (side * 60.0, 290.0),
            &[(0.0, base.lighter(0.10), 1.0), (0.5, base, 1.0), (1.0, base.darker(0.25), 1.0)],
        );
        canvas.inside(&between(&flip(&outer, side), &flip(&inner, side)), |c| {
            for k in 0..6 {
                let share = 0.16 + 0.14 * k as f32 + r.range(-0.03, 0.03);
                let fold: Vec<Pt> = inner
                    .iter()
                    .zip(outer)
                    .map(|(p, q)| ((p.0 + (q.0 - p.0) * share) * side, p.1 + (q.1 - p.1) * share))
                    .collect();
                c.stroke(&open(&fold), t.darker(0.55), 0.22, 5.0);
                let lit: Vec<Pt> = fold.iter().map(|p| (p.0 - 5.0, p.1 - 4.0)).collect();
                c.stroke(&open(&lit), t.lighter(0.4), 0.22, 3.0);
            }
        });
    }
    canvas.soft(&oval(150.0, 40.0, 30.0, 180.0), t.darker(0.8), 0.22, 26.0);
    canvas.glow(&oval(-96.0, -190.0, 54.0, 22.0), t.lighter(0.5), 0.20, 18.0);
}
