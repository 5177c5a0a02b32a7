//! A part of a picture, sharpened and enlarged: so the reader finds codes that are blurred or whose modules are few pixels
//! wide.

use fast_image_resize::images::{Image, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};

use super::likeness::Area;
use super::{Corner, Luma};

/// How much is taken round an area, as a part of its longer side: the paper round the code, and its outermost modules.
const MARGIN: usize = 6;
/// Up to which longer side, in pixels, it is enlarged how many times.
const ENLARGED: [(usize, usize); 2] = [(220, 3), (440, 2)];
/// So many times what a blur would take away is added.
const AMOUNT: i32 = 2;
/// That blur: two boxes of three pixels, one after the other.
const BLUR: [i32; 5] = [1, 2, 3, 2, 1];
const BLUR_SUM: i32 = 9;

/// The part, and where it is from.
pub(super) struct Closer {
    pub(super) luma: Luma,
    left: usize,
    top: usize,
    times: usize,
}

impl Closer {
    /// None where there is no memory for it.
    pub(super) fn of(luma: &Luma, area: &Area) -> Option<Self> {
        let long = area.long();
        let Area { left, top, right, bottom, .. } = area.grown(long / MARGIN);
        let part = luma.part(left, top, right, bottom);
        let times = ENLARGED.iter().find(|(most, _)| long <= *most).map_or(1, |(_, times)| *times);
        Some(Self { luma: enlarged(&sharpened(&part), times)?, left, top, times })
    }

    /// Where a pixel of it is in the picture.
    pub(super) fn place(&self, (x, y): Corner) -> Corner {
        let times = self.times as i32;
        ((x / times).saturating_add(self.left as i32), (y / times).saturating_add(self.top as i32))
    }
}

/// Unsharp masking.
fn sharpened(luma: &Luma) -> Luma {
    let across: Vec<i32> =
        (0..luma.height).flat_map(|y| blurred(luma.row(y, 0, luma.width).map(i32::from).collect())).collect();
    let mut data = luma.data.clone();
    for x in 0..luma.width {
        let column = across.iter().skip(x).step_by(luma.width.max(1)).copied().collect();
        let places = data.iter_mut().skip(x).step_by(luma.width.max(1));
        for (level, sum) in places.zip(blurred(column)) {
            let sharp = i32::from(*level);
            let more = AMOUNT * (sharp * BLUR_SUM * BLUR_SUM - sum) / (BLUR_SUM * BLUR_SUM);
            *level = (sharp + more).clamp(0, 255) as u8;
        }
    }
    Luma { data, ..*luma }
}

/// [`BLUR_SUM`] times the blurred line, whose ends go on.
fn blurred(line: Vec<i32>) -> impl Iterator<Item = i32> {
    let (first, last) = (line.first().copied().unwrap_or_default(), line.last().copied().unwrap_or_default());
    let ends = BLUR.len() / 2;
    let count = line.len();
    let mut padded = vec![first; ends];
    padded.extend(line);
    padded.resize(count + 2 * ends, last);
    (0..count).map(move |at| padded.iter().skip(at).zip(BLUR).map(|(level, weight)| level * weight).sum())
}

fn enlarged(luma: &Luma, times: usize) -> Option<Luma> {
    let side = |length: usize| u32::try_from(length).ok();
    let source = ImageRef::new(side(luma.width)?, side(luma.height)?, &luma.data, PixelType::U8).ok()?;
    let (width, height) = (luma.width * times, luma.height * times);
    let mut target = Image::new(side(width)?, side(height)?, PixelType::U8);
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Bilinear));
    Resizer::new().resize(&source, &mut target, &options).ok()?;
    Some(Luma { width, height, data: target.into_vec() })
}
