//! From drawing to photograph: focus, exposure, enlargement and film-like grain, which also gives the
//! JPEG files the size that camera files have.

use tiny_skia::Pixmap;

use super::Picture;
use super::canvas::blurred;
use crate::rng::Rng;

/// The drawing as RGB planes; out of focus by `radius` pixels, `stops` over- or underexposed.
pub(crate) fn develop(drawing: &Pixmap, radius: usize, stops: f32) -> Picture {
    let gain = 2f32.powf(stops);
    let curve: Vec<u8> = (0..256)
        .map(|v| {
            let linear = (v as f32 / 255.0).powf(2.2) * gain;
            let rolled =
                if linear > 0.8 { 0.8 + (linear - 0.8) / (1.0 + (linear - 0.8) * 2.2) } else { linear };
            (rolled.clamp(0.0, 1.0).powf(1.0 / 2.2) * 255.0 + 0.5) as u8
        })
        .collect();
    let (width, height) = (drawing.width(), drawing.height());
    let look_up = |v: u8| curve.get(usize::from(v)).copied().unwrap_or(v);
    let mut rgb = Vec::with_capacity((width * height * 3) as usize);
    if radius == 0 {
        for px in drawing.data().chunks_exact(4) {
            rgb.extend(px.iter().take(3).map(|v| look_up(*v)));
        }
    } else {
        let plane = |n: usize| -> Vec<u8> {
            let all: Vec<u8> = drawing.data().iter().skip(n).step_by(4).copied().collect();
            blurred(&all, width as usize, radius)
        };
        let (red, green, blue) = (plane(0), plane(1), plane(2));
        for ((r, g), b) in red.into_iter().zip(green).zip(blue) {
            rgb.extend([look_up(r), look_up(g), look_up(b)]);
        }
    }
    Picture { width, height, rgb }
}

/// Enlarges (or reduces) to exactly `width` x `height`, bilinear.
pub(crate) fn enlarged(from: &Picture, width: u32, height: u32) -> Picture {
    if (from.width, from.height) == (width, height) {
        return from.clone();
    }
    let taps = |to: u32, have: u32| -> Vec<(usize, usize, u32)> {
        (0..to)
            .map(|i| {
                let at = ((f64::from(i) + 0.5) * f64::from(have) / f64::from(to) - 0.5)
                    .clamp(0.0, f64::from(have - 1));
                let low = at.floor() as usize;
                (low, (low + 1).min(have as usize - 1), ((at - at.floor()) * 256.0) as u32)
            })
            .collect()
    };
    let across = taps(width, from.width.max(1));
    let stride = from.width as usize * 3;
    let row = |y: usize| from.rgb.get(y * stride..(y + 1) * stride).unwrap_or(&[]);
    let mut rgb = Vec::with_capacity(width as usize * height as usize * 3);
    let mut blend: Vec<u32> = Vec::with_capacity(stride);
    for (low, high, share) in taps(height, from.height.max(1)) {
        blend.clear();
        blend.extend(
            row(low)
                .iter()
                .zip(row(high))
                .map(|(a, b)| u32::from(*a) * (256 - share) + u32::from(*b) * share),
        );
        for (left, right, part) in &across {
            let (l, r) = (blend.get(left * 3..left * 3 + 3), blend.get(right * 3..right * 3 + 3));
            if let (Some([lr, lg, lb]), Some([rr, rg, rb])) = (l, r) {
                let mix = |a: u32, b: u32| ((a * (256 - part) + b * part + 32_768) >> 16) as u8;
                rgb.extend([mix(*lr, *rr), mix(*lg, *rg), mix(*lb, *rb)]);
            }
        }
    }
    Picture { width, height, rgb }
}

/// Adds luma noise of about `sigma` levels in the middle tones, less in deep shadow and bright light.
pub(crate) fn grain(picture: &mut Picture, sigma: f32, seed: u64) {
    const TABLE: usize = 1 << 16;
    let mut r = Rng::branch(seed, "grain");
    let table: Vec<i32> = (0..TABLE)
        .map(|_| {
            let sum = r.unit() + r.unit() + r.unit() + r.unit() - 2.0;
            (sum * 1.732 * sigma * 256.0) as i32
        })
        .collect();
    let weight: Vec<i32> = (0..256)
        .map(|v| {
            let t = v as f32 / 255.0;
            ((0.45 + 0.55 * (t * std::f32::consts::PI).sin()) * 256.0) as i32
        })
        .collect();
    let stride = (picture.width as usize * 3).max(1);
    let room = TABLE.saturating_sub(picture.width as usize).max(1);
    for row in picture.rgb.chunks_mut(stride) {
        let noise = table.iter().skip(r.below(room)).chain(table.iter());
        for (px, n) in row.chunks_exact_mut(3).zip(noise) {
            if let [red, green, blue] = px {
                let by = weight.get(usize::from(*green)).copied().unwrap_or(256) * n / 65_536;
                *red = (i32::from(*red) + by).clamp(0, 255) as u8;
                *green = (i32::from(*green) + by).clamp(0, 255) as u8;
                *blue = (i32::from(*blue) + by).clamp(0, 255) as u8;
            }
        }
    }
}

/// A quarter turn clockwise (`clockwise`) or counter-clockwise.
pub(crate) fn quarter_turn(from: &Picture, clockwise: bool) -> Picture {
    let (w, h) = (from.width as usize, from.height as usize);
    let mut rgb = Vec::with_capacity(from.rgb.len());
    for i in 0..w {
        let x = if clockwise { i } else { w - 1 - i };
        let mut push = |y: usize| {
            if let Some(px) = from.rgb.get((y * w + x) * 3..(y * w + x) * 3 + 3) {
                rgb.extend_from_slice(px);
            }
        };
        if clockwise {
            (0..h).rev().for_each(&mut push);
        } else {
            (0..h).for_each(&mut push);
        }
    }
    Picture { width: from.height, height: from.width, rgb }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbered(width: u32, height: u32) -> Picture {
        let rgb = (0..width * height).flat_map(|i| [i as u8; 3]).collect();
        Picture { width, height, rgb }
    }

    #[test]
    fn a_quarter_turn_puts_the_last_row_first() {
        let p = numbered(2, 3);
        let cw = quarter_turn(&p, true);
        let first: Vec<u8> = cw.rgb.iter().step_by(3).copied().collect();
        assert_eq!((cw.width, cw.height, first), (3, 2, vec![4, 2, 0, 5, 3, 1]));
        assert_eq!(quarter_turn(&cw, false), p);
    }

    #[test]
    fn enlarging_keeps_flat_colour_and_corner_values() {
        let flat = Picture { width: 3, height: 2, rgb: vec![90; 18] };
        assert!(enlarged(&flat, 31, 17).rgb.iter().all(|v| *v == 90));
        let big = enlarged(&numbered(4, 4), 16, 16);
        assert_eq!((big.rgb.first(), big.rgb.last()), (Some(&0), Some(&15)));
        assert_eq!(big.rgb.len(), 16 * 16 * 3);
    }

    #[test]
    fn grain_is_neutral_repeatable_and_of_the_asked_strength() {
        let flat = Picture { width: 200, height: 200, rgb: vec![128; 120_000] };
        let (mut a, mut b) = (flat.clone(), flat.clone());
        grain(&mut a, 6.0, 5);
        grain(&mut b, 6.0, 5);
        assert_eq!(a, b);
        let mean = a.rgb.iter().map(|v| f64::from(*v)).sum::<f64>() / 120_000.0;
        let spread = (a.rgb.iter().map(|v| (f64::from(*v) - mean).powi(2)).sum::<f64>() / 120_000.0).sqrt();
        assert!((mean - 128.0).abs() < 1.0 && (4.5..7.5).contains(&spread), "{mean} {spread}");
    }
}
