//! Which parts of a picture look like a printed code, read or not: compact, ink and paper in turn in both directions, all
//! the ink about as dark and all the paper about as light, and paper round it.
//!
//! The bounds were found on 80 drawn cards, of well to badly taken, 100 drawn portraits and 49 photographs of every sort:
//! [`WORTH_A_LOOK`] holds for 79 of the cards and 13 of the portraits, [`CLEAR`] for 74 and 1. Most photographs that it
//! holds for show a printed label.
//!
//! Deliberately not here: finding a code's corners and reading it. Invariant: time and memory grow with the number of
//! pixels and with nothing else.

use super::{Corner, Luma};

/// Side of the pieces that a picture is divided into, in pixels.
const BLOCK: usize = 8;
/// A piece holds ink and paper when its levels are so far apart, and by one of these parts of its lightest, in percent: by
/// the first alone a code would be lost in hair beside it, by the last alone a blurred one would fall to pieces.
const LEAST_RANGE: u8 = 36;
const CONTRASTS: [u32; 3] = [38, 52, 66];
/// A code's shorter side, in pieces: 56 pixels are 25 modules of 2.2.
const LEAST_SIDE: usize = 7;
/// Its longer side by its shorter: words may stand beside it.
const MOST_ASPECT: usize = 3;
/// Dark runs along a line. A code of 25 modules has 6 or 7, blurred 2 or 3; an eye has 2, leaves and meadows have many.
const MOST_RUNS: usize = 16;
/// Pieces round a part, as a hundredth of the square root of its own: a square on its side has 400. Fewer go round what
/// leaves the picture.
const LEAST_ROUND: usize = 250;
/// Most areas of a picture.
const MOST_AREAS: usize = 4;

/// What a part of a picture must have. Shares are in percent.
struct Likeness {
    /// Dark runs across and down together, each at least two.
    runs: usize,
    /// At most so many pieces round it, as [`LEAST_ROUND`].
    round: usize,
    /// Of its pieces, how many have the same paper, and the same ink.
    same_paper: usize,
    same_ink: usize,
    /// Of the pieces round it, how many are as light as its paper, and how many of those hold no ink.
    light: usize,
    bare: usize,
}

const LEAST_RUNS_EACH: usize = 2;
const WORTH_A_LOOK: Likeness =
    Likeness { runs: 5, round: 900, same_paper: 60, same_ink: 60, light: 50, bare: 25 };
const CLEAR: Likeness = Likeness { runs: 5, round: 700, same_paper: 70, same_ink: 60, light: 65, bare: 55 };

impl Likeness {
    fn is_in(&self, found: &Self) -> bool {
        found.runs >= self.runs
            && found.round <= self.round
            && found.same_paper >= self.same_paper
            && found.same_ink >= self.same_ink
            && found.light >= self.light
            && found.bare >= self.bare
    }
}

/// A part of a picture, in pixels; its ends lie outside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) left: usize,
    pub(super) top: usize,
    pub(super) right: usize,
    pub(super) bottom: usize,
    /// Whether it is clear that it looks like a code on paper.
    pub(super) is_clear: bool,
}

impl Area {
    /// The upright rectangle round the corners of a code that was read.
    pub(super) fn round(corners: [Corner; 4]) -> Self {
        let ends = |side: fn(&Corner) -> i32| {
            let places = corners.iter().map(side);
            let (least, most) = (places.clone().min().unwrap_or(0).max(0), places.max().unwrap_or(0).max(0));
            (least as usize, most as usize + 1)
        };
        let ((left, right), (top, bottom)) = (ends(|(x, _)| *x), ends(|(_, y)| *y));
        Self { left, top, right, bottom, is_clear: true }
    }

    /// Its longer side.
    pub(super) fn long(&self) -> usize {
        (self.right - self.left).max(self.bottom - self.top)
    }

    /// With so much more all round.
    pub(super) fn grown(&self, more: usize) -> Self {
        Self {
            left: self.left.saturating_sub(more),
            top: self.top.saturating_sub(more),
            right: self.right.saturating_add(more),
            bottom: self.bottom.saturating_add(more),
            ..*self
        }
    }

    pub(super) fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// The areas that look like a code, the clear ones first and those with most ink and paper.
pub(super) fn areas_like_codes(luma: &Luma) -> Vec<Area> {
    let blocks = Blocks::of(luma);
    let mut found: Vec<(usize, Area)> = Vec::new();
    for contrast in CONTRASTS {
        for part in blocks.parts(contrast) {
            let Some(area) = blocks.judged(luma, &part) else { continue };
            // a higher contrast may show a part of the same more clearly
            if !found.iter().any(|(_, known)| known.meets(&area) && known.is_clear >= area.is_clear) {
                found.push((part.members.len(), area));
            }
        }
    }
    found.sort_by_key(|(size, area)| std::cmp::Reverse((area.is_clear, *size)));
    found.into_iter().map(|(_, area)| area).take(MOST_AREAS).collect()
}

/// The darkest and the lightest level of each piece, row by row.
struct Blocks {
    across: usize,
    down: usize,
    levels: Vec<(u8, u8)>,
}

/// Pieces that hang together, and the rectangle round them in pieces.
struct Part {
    members: Vec<usize>,
    left: usize,
    top: usize,
    right: usize,
    bottom: usize,
}

impl Blocks {
    fn of(luma: &Luma) -> Self {
        let (across, down) = (luma.width / BLOCK, luma.height / BLOCK);
        let mut levels = Vec::with_capacity(across * down);
        for rows in luma.data.chunks_exact((luma.width * BLOCK).max(1)) {
            let start = levels.len();
            levels.resize(start + across, (u8::MAX, 0));
            for row in rows.chunks_exact(luma.width) {
                let (pieces, _) = row.as_chunks::<BLOCK>();
                for ((low, high), piece) in levels.iter_mut().skip(start).zip(pieces) {
                    *low = piece.iter().fold(*low, |low, level| low.min(*level));
                    *high = piece.iter().fold(*high, |high, level| high.max(*level));
                }
            }
        }
        Self { across, down, levels }
    }

    /// The darkest and the lightest level of a piece.
    fn level(&self, at: usize) -> (u8, u8) {
        self.levels.get(at).copied().unwrap_or_default()
    }

    fn is_mixed(&self, at: usize, contrast: u32) -> bool {
        let (low, high) = self.level(at);
        let range = high.saturating_sub(low);
        range >= LEAST_RANGE && u32::from(range) * 100 >= u32::from(high) * contrast
    }

    fn beside(&self, at: usize) -> impl Iterator<Item = usize> {
        let (x, y) = (at % self.across, at / self.across);
        let left = (x > 0).then(|| at - 1);
        let right = (x + 1 < self.across).then_some(at + 1);
        let above = (y > 0).then(|| at - self.across);
        let below = (y + 1 < self.down).then_some(at + self.across);
        [left, right, above, below].into_iter().flatten()
    }

    /// The parts whose pieces all hold ink and paper, as large and of such a shape as codes are.
    fn parts(&self, contrast: u32) -> Vec<Part> {
        let mut open: Vec<bool> = (0..self.levels.len()).map(|at| self.is_mixed(at, contrast)).collect();
        let mut parts = Vec::new();
        for start in 0..open.len() {
            if !open.get_mut(start).is_some_and(std::mem::take) {
                continue;
            }
            let mut members = vec![start];
            let mut next = 0;
            while let Some(at) = members.get(next).copied() {
                next += 1;
                members.extend(self.beside(at).filter(|at| open.get_mut(*at).is_some_and(std::mem::take)));
            }
            parts.extend(self.shaped(members));
        }
        parts
    }

    fn shaped(&self, members: Vec<usize>) -> Option<Part> {
        if members.len() < LEAST_SIDE * LEAST_SIDE / 2 {
            return None;
        }
        let columns = members.iter().map(|at| at % self.across);
        let rows = members.iter().map(|at| at / self.across);
        let (left, right) = (columns.clone().min()?, columns.max()? + 1);
        let (top, bottom) = (rows.clone().min()?, rows.max()? + 1);
        let (width, height) = (right - left, bottom - top);
        let is_shaped =
            width.min(height) >= LEAST_SIDE && width.max(height) <= width.min(height) * MOST_ASPECT;
        is_shaped.then_some(Part { members, left, top, right, bottom })
    }

    /// The area of a part that looks like a code.
    fn judged(&self, luma: &Luma, part: &Part) -> Option<Area> {
        let ink = middle(part.members.iter().map(|at| self.level(*at).0).collect())?;
        let paper = middle(part.members.iter().map(|at| self.level(*at).1).collect())?;
        let round = self.round(part);
        let ring = round.len() * 100 / part.members.len().isqrt().max(1);
        if !(LEAST_ROUND..=WORTH_A_LOOK.round).contains(&ring) {
            return None;
        }
        let near = paper.saturating_sub(ink) / 4;
        let share = |of: &[usize], holds: &dyn Fn(u8, u8) -> bool| {
            let count = of.iter().map(|at| self.level(*at)).filter(|(low, high)| holds(*low, *high)).count();
            count * 100 / of.len().max(1)
        };
        let mut area = Area {
            left: part.left * BLOCK,
            top: part.top * BLOCK,
            right: part.right * BLOCK,
            bottom: part.bottom * BLOCK,
            is_clear: false,
        };
        let (across, down) = runs(luma, &area, ink, paper)?;
        let found = Likeness {
            runs: across + down,
            round: ring,
            same_paper: share(&part.members, &|_, high| high.abs_diff(paper) <= near),
            same_ink: share(&part.members, &|low, _| low.abs_diff(ink) <= near),
            light: share(&round, &|_, high| high >= paper - near),
            bare: share(&round, &|low, _| low >= paper - 2 * near),
        };
        area.is_clear = CLEAR.is_in(&found);
        let are_runs = across.min(down) >= LEAST_RUNS_EACH && across.max(down) <= MOST_RUNS;
        (are_runs && WORTH_A_LOOK.is_in(&found)).then_some(area)
    }

    /// The pieces beside a part.
    fn round(&self, part: &Part) -> Vec<usize> {
        let mut inside = vec![false; self.levels.len()];
        for at in &part.members {
            if let Some(inside) = inside.get_mut(*at) {
                *inside = true;
            }
        }
        let mut round: Vec<usize> = part.members.iter().flat_map(|at| self.beside(*at)).collect();
        round.retain(|at| inside.get(*at) == Some(&false));
        round.sort_unstable();
        round.dedup();
        round
    }
}

/// The value in the middle.
fn middle<T: Ord + Copy>(mut values: Vec<T>) -> Option<T> {
    if values.is_empty() {
        return None;
    }
    let half = values.len() / 2;
    let (_, value, _) = values.select_nth_unstable(half);
    Some(*value)
}

/// The dark runs along the rows and the columns of an area, in the middle of all of them.
fn runs(luma: &Luma, area: &Area, ink: u8, paper: u8) -> Option<(usize, usize)> {
    let near = paper.saturating_sub(ink) / 5 * 2;
    let (dark, light) = (ink.saturating_add(near), paper.saturating_sub(near));
    let count = |line: &mut dyn Iterator<Item = u8>| {
        let mut is_dark = false;
        let mut count = 0usize;
        for level in line {
            if is_dark {
                is_dark = level < light;
            } else if level <= dark {
                is_dark = true;
                count += 1;
            }
        }
        count
    };
    let across = (area.top..area.bottom).step_by(2).map(|y| count(&mut luma.row(y, area.left, area.right)));
    let down = (area.left..area.right).step_by(2).map(|x| count(&mut luma.column(x, area.top, area.bottom)));
    Some((middle(across.collect())?, middle(down.collect())?))
}
