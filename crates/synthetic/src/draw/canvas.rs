//! The drawing surface: smooth shapes through points, gradients, airbrushed (blurred) shapes and
//! hair-like sheets of strands, in design units that a transform maps to pixels.
//!
//! Invariant: a shape that cannot be built (too few points, outside the surface) draws nothing.

use tiny_skia::{
    BlendMode, FillRule, FilterQuality, GradientStop, LineCap, LineJoin, LinearGradient, Mask, Paint, Path,
    PathBuilder, Pixmap, PixmapPaint, Point, RadialGradient, Shader, SpreadMode, Stroke, Transform,
};

use super::tone::Tone;
use crate::rng::Rng;

/// A point in design units.
pub(crate) type Pt = (f32, f32);

/// A shape, or nothing when it could not be built.
pub(crate) type Shape = Option<Path>;

/// A smooth closed outline through the points (Catmull-Rom).
pub(crate) fn closed(points: &[Pt]) -> Shape {
    let (first, last) = (*points.first()?, *points.last()?);
    let second = *points.get(1)?;
    let mut ring = Vec::with_capacity(points.len() + 3);
    ring.push(last);
    ring.extend_from_slice(points);
    ring.push(first);
    ring.push(second);
    let mut pb = PathBuilder::new();
    pb.move_to(first.0, first.1);
    through(&mut pb, &ring);
    pb.close();
    pb.finish()
}

/// A smooth open curve through the points.
pub(crate) fn open(points: &[Pt]) -> Shape {
    let mut pb = PathBuilder::new();
    let first = *points.first()?;
    pb.move_to(first.0, first.1);
    through(&mut pb, &padded(points));
    pb.finish()
}

/// The area between two open curves.
pub(crate) fn between(a: &[Pt], b: &[Pt]) -> Shape {
    let mut pb = PathBuilder::new();
    let first = *a.first()?;
    pb.move_to(first.0, first.1);
    through(&mut pb, &padded(a));
    let back: Vec<Pt> = b.iter().rev().copied().collect();
    let turn = *back.first()?;
    pb.line_to(turn.0, turn.1);
    through(&mut pb, &padded(&back));
    pb.close();
    pb.finish()
}

/// A polygon with straight sides.
pub(crate) fn polygon(points: &[Pt]) -> Shape {
    let mut pb = PathBuilder::new();
    let (first, rest) = points.split_first()?;
    pb.move_to(first.0, first.1);
    for p in rest {
        pb.line_to(p.0, p.1);
    }
    pb.close();
    pb.finish()
}

/// An ellipse by its centre and radii.
pub(crate) fn oval(cx: f32, cy: f32, rx: f32, ry: f32) -> Shape {
    let rect = tiny_skia::Rect::from_ltrb(cx - rx, cy - ry, cx + rx, cy + ry)?;
    PathBuilder::from_oval(rect)
}

/// A rectangle by its corners.
pub(crate) fn rect(x0: f32, y0: f32, x1: f32, y1: f32) -> Shape {
    Some(PathBuilder::from_rect(tiny_skia::Rect::from_ltrb(x0, y0, x1, y1)?))
}

/// A symmetric outline from its right half, top to bottom.
pub(crate) fn symmetric(right: &[Pt]) -> Vec<Pt> {
    let mut all = right.to_vec();
    all.extend(right.iter().rev().filter(|p| p.0.abs() > 0.01).map(|p| (-p.0, p.1)));
    all
}

fn padded(points: &[Pt]) -> Vec<Pt> {
    let mut all = Vec::with_capacity(points.len() + 2);
    all.extend(points.first());
    all.extend_from_slice(points);
    all.extend(points.last());
    all
}

fn through(pb: &mut PathBuilder, ring: &[Pt]) {
    for four in ring.windows(4) {
        if let [a, b, c, d] = four {
            pb.cubic_to(
                b.0 + (c.0 - a.0) / 6.0,
                b.1 + (c.1 - a.1) / 6.0,
                c.0 - (d.0 - b.0) / 6.0,
                c.1 - (d.1 - b.1) / 6.0,
                c.0,
                c.1,
            );
        }
    }
}

/// How a sheet of hair is laid.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Strands {
    /// The hair's colour.
    pub(crate) tone: Tone,
    /// How many strands between the two edges.
    pub(crate) count: usize,
    /// How far strands wander sideways, in design units.
    pub(crate) wave: f32,
    /// How strongly single strands stand out, 0..1.
    pub(crate) contrast: f32,
}

/// The surface with its current transform and clip.
pub(crate) struct Canvas {
    pixmap: Pixmap,
    ts: Transform,
    clip: Option<Mask>,
}

impl Canvas {
    /// An empty surface of `width` x `height` pixels, or nothing when a side is zero or too big.
    pub(crate) fn new(width: u32, height: u32) -> Option<Self> {
        Some(Self { pixmap: Pixmap::new(width, height)?, ts: Transform::identity(), clip: None })
    }

    /// The finished pixels.
    pub(crate) fn into_pixmap(self) -> Pixmap {
        self.pixmap
    }

    /// The pixels, for filling before anything is drawn.
    pub(crate) fn pixmap_mut(&mut self) -> &mut Pixmap {
        &mut self.pixmap
    }

    /// Draws with a further transform, which ends with the call.
    pub(crate) fn at<R>(&mut self, ts: Transform, draw: impl FnOnce(&mut Self) -> R) -> R {
        let before = self.ts;
        self.ts = before.pre_concat(ts);
        let out = draw(self);
        self.ts = before;
        out
    }

    /// Draws inside a shape only; the clip ends with the call.
    pub(crate) fn inside<R>(&mut self, shape: &Shape, draw: impl FnOnce(&mut Self) -> R) -> R {
        let before = self.clip.take();
        let mut mask = match &before {
            Some(mask) => Some(mask.clone()),
            None => Mask::new(self.pixmap.width(), self.pixmap.height()),
        };
        if let (Some(mask), Some(path)) = (mask.as_mut(), shape) {
            if before.is_some() {
                mask.intersect_path(path, FillRule::Winding, true, self.ts);
            } else {
                mask.fill_path(path, FillRule::Winding, true, self.ts);
            }
        }
        self.clip = mask;
        let out = draw(self);
        self.clip = before;
        out
    }

    /// Fills with one colour.
    pub(crate) fn fill(&mut self, shape: &Shape, tone: Tone, alpha: f32) {
        self.paint(shape, Shader::SolidColor(tone.color(alpha)));
    }

    /// Fills with a linear gradient; stops are (place 0..1, colour, opacity).
    pub(crate) fn fill_linear(&mut self, shape: &Shape, from: Pt, to: Pt, stops: &[(f32, Tone, f32)]) {
        let stops = stops.iter().map(|s| GradientStop::new(s.0, s.1.color(s.2))).collect();
        let shader = LinearGradient::new(
            Point::from_xy(from.0, from.1),
            Point::from_xy(to.0, to.1),
            stops,
            SpreadMode::Pad,
            Transform::identity(),
        );
        if let Some(shader) = shader {
            self.paint(shape, shader);
        }
    }

    /// Fills with a radial gradient about `centre`.
    pub(crate) fn fill_radial(&mut self, shape: &Shape, centre: Pt, radius: f32, stops: &[(f32, Tone, f32)]) {
        let stops = stops.iter().map(|s| GradientStop::new(s.0, s.1.color(s.2))).collect();
        let c = Point::from_xy(centre.0, centre.1);
        let shader = RadialGradient::new(c, 0.0, c, radius, stops, SpreadMode::Pad, Transform::identity());
        if let Some(shader) = shader {
            self.paint(shape, shader);
        }
    }

    fn paint(&mut self, shape: &Shape, shader: Shader<'_>) {
        let Some(path) = shape else { return };
        let paint = Paint { shader, anti_alias: true, ..Paint::default() };
        self.pixmap.fill_path(path, &paint, FillRule::Winding, self.ts, self.clip.as_ref());
    }

    /// Strokes a curve with round ends, `width` in design units.
    pub(crate) fn stroke(&mut self, shape: &Shape, tone: Tone, alpha: f32, width: f32) {
        let Some(path) = shape else { return };
        let paint =
            Paint { shader: Shader::SolidColor(tone.color(alpha)), anti_alias: true, ..Paint::default() };
        let stroke =
            Stroke { width, line_cap: LineCap::Round, line_join: LineJoin::Round, ..Stroke::default() };
        self.pixmap.stroke_path(path, &paint, &stroke, self.ts, self.clip.as_ref());
    }

    /// Airbrushes a shape: filled, blurred by about `radius` design units, laid over.
    pub(crate) fn soft(&mut self, shape: &Shape, tone: Tone, alpha: f32, radius: f32) {
        self.airbrush(shape, tone, alpha, radius, BlendMode::SourceOver);
    }

    /// As `soft`, multiplied into what lies below: shadow.
    pub(crate) fn shade(&mut self, shape: &Shape, tone: Tone, alpha: f32, radius: f32) {
        self.airbrush(shape, tone, alpha, radius, BlendMode::Multiply);
    }

    /// As `soft`, screened onto what lies below: light.
    pub(crate) fn glow(&mut self, shape: &Shape, tone: Tone, alpha: f32, radius: f32) {
        self.airbrush(shape, tone, alpha, radius, BlendMode::Screen);
    }

    fn airbrush(&mut self, shape: &Shape, tone: Tone, alpha: f32, radius: f32, blend: BlendMode) {
        let Some(path) = shape.as_ref().and_then(|p| p.clone().transform(self.ts)) else { return };
        let blur = radius * (self.ts.sx * self.ts.sx + self.ts.ky * self.ts.ky).sqrt();
        let step = (blur / 3.0).clamp(1.0, 16.0);
        let bounds = path.bounds();
        let pad = blur * 1.6 + 2.0 * step;
        let (w, h) = (self.pixmap.width() as f32, self.pixmap.height() as f32);
        let left = (bounds.left() - pad).max(-pad).floor();
        let top = (bounds.top() - pad).max(-pad).floor();
        let right = (bounds.right() + pad).min(w + pad);
        let bottom = (bounds.bottom() + pad).min(h + pad);
        if right <= left || bottom <= top {
            return;
        }
        let (small_w, small_h) =
            (((right - left) / step).ceil() as u32 + 1, ((bottom - top) / step).ceil() as u32 + 1);
        let Some(mut mask) = Mask::new(small_w, small_h) else { return };
        let down = Transform::from_scale(1.0 / step, 1.0 / step).pre_translate(-left, -top);
        mask.fill_path(&path, FillRule::Winding, true, down);
        let cover = blurred(mask.data(), small_w as usize, (blur / step * 0.6).round().max(1.0) as usize);
        let Some(mut small) = Pixmap::new(small_w, small_h) else { return };
        let c = tone.color(1.0).to_color_u8();
        for (px, cover) in small.data_mut().chunks_exact_mut(4).zip(cover) {
            let a = f32::from(cover) * alpha.clamp(0.0, 1.0) / 255.0;
            let each = |v: u8| (f32::from(v) * a + 0.5) as u8;
            if let [r, g, b, pa] = px {
                (*r, *g, *b, *pa) = (each(c.red()), each(c.green()), each(c.blue()), each(255));
            }
        }
        let paint = PixmapPaint { opacity: 1.0, blend_mode: blend, quality: FilterQuality::Bilinear };
        let up = Transform::from_translate(left, top).pre_scale(step, step);
        self.pixmap.draw_pixmap(0, 0, small.as_ref(), &paint, up, self.clip.as_ref());
    }

    /// Lays a sheet of hair between two edge curves of equally many points: a body colour that turns
    /// lighter in the middle, and single strands that follow both edges.
    pub(crate) fn sheet(&mut self, a: &[Pt], b: &[Pt], lay: Strands, rng: &mut Rng) {
        let body = between(a, b);
        let (Some(&from), Some(&to)) = (a.first(), a.last()) else { return };
        let t = lay.tone;
        self.fill_linear(
            &body,
            from,
            (to.0, to.1 + 1.0),
            &[
                (0.0, t.darker(0.10), 1.0),
                (0.35, t.lighter(0.07), 1.0),
                (0.7, t, 1.0),
                (1.0, t.darker(0.28), 1.0),
            ],
        );
        self.strands(a, b, lay, rng);
    }

    /// Single strands between two edge curves, without a body under them.
    pub(crate) fn strands(&mut self, a: &[Pt], b: &[Pt], lay: Strands, rng: &mut Rng) {
        for _ in 0..lay.count {
            let share = rng.range(0.02, 0.98);
            let lean = rng.range(-lay.wave, lay.wave);
            let points: Vec<Pt> = a
                .iter()
                .zip(b)
                .enumerate()
                .map(|(i, (p, q))| {
                    let sway = lean * (i as f32 * 1.3 + share * 9.0).sin();
                    (p.0 + (q.0 - p.0) * share + sway, p.1 + (q.1 - p.1) * share + sway * 0.4)
                })
                .collect();
            let light = rng.unit();
            let tone = if light > 0.52 { lay.tone.lighter(0.32) } else { lay.tone.darker(0.62) };
            let alpha = lay.contrast * rng.range(0.12, 0.5);
            self.stroke(&open(&points), tone, alpha, rng.range(1.2, 4.2));
        }
    }
}

/// Three box blurs of the given radius over one channel, edges repeated.
pub(crate) fn blurred(data: &[u8], width: usize, radius: usize) -> Vec<u8> {
    let height = data.len() / width.max(1);
    let mut work: Vec<u8> = data.to_vec();
    for _ in 0..3 {
        let across = transposed(&box_rows(&work, width, radius), width);
        work = transposed(&box_rows(&across, height, radius), height);
    }
    work
}

fn box_rows(data: &[u8], width: usize, radius: usize) -> Vec<u8> {
    let span = (2 * radius + 1) as u32;
    let mut out = Vec::with_capacity(data.len());
    for row in data.chunks_exact(width.max(1)) {
        let (first, last) = (row.first().copied().unwrap_or(0), row.last().copied().unwrap_or(0));
        let ahead =
            std::iter::repeat_n(first, radius).chain(row.iter().copied()).chain(std::iter::repeat(last));
        let behind = std::iter::repeat_n(first, radius).chain(row.iter().copied());
        let mut sum: u32 = ahead.clone().take(2 * radius).map(u32::from).sum();
        for (enter, leave) in ahead.skip(2 * radius).zip(behind).take(width) {
            sum += u32::from(enter);
            out.push(((sum + span / 2) / span) as u8);
            sum -= u32::from(leave);
        }
    }
    out
}

fn transposed(data: &[u8], width: usize) -> Vec<u8> {
    (0..width).flat_map(|x| data.iter().skip(x).step_by(width.max(1)).copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blur_keeps_flat_areas_and_spreads_a_spot() {
        assert!(blurred(&[77; 60], 10, 2).iter().all(|v| *v == 77));
        let mut spot = vec![0u8; 21 * 21];
        spot[10 * 21 + 10] = 255;
        let soft = blurred(&spot, 21, 1);
        assert!(soft[10 * 21 + 10] < 60 && soft[10 * 21 + 11] > 0);
        assert_eq!(soft[10 * 21 + 9], soft[9 * 21 + 10]);
    }

    #[test]
    fn a_clip_ends_with_its_call() {
        let mut canvas = Canvas::new(8, 8).unwrap();
        let all = rect(0.0, 0.0, 8.0, 8.0);
        canvas.inside(&rect(0.0, 0.0, 4.0, 8.0), |c| c.fill(&all, Tone(1.0, 0.0, 0.0), 1.0));
        let half = canvas.pixmap.data().chunks(4).filter(|p| p[3] == 255).count();
        canvas.fill(&all, Tone(1.0, 0.0, 0.0), 1.0);
        let whole = canvas.pixmap.data().chunks(4).filter(|p| p[3] == 255).count();
        assert_eq!((half, whole), (32, 64));
    }

    #[test]
    fn shapes_that_cannot_be_draw_nothing() {
        assert!(closed(&[]).is_none());
        assert!(open(&[]).is_none());
        Canvas::new(4, 4).unwrap().soft(&None, Tone::default(), 1.0, 3.0);
    }
}
