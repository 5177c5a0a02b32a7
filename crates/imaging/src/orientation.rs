//! How a camera was held: the eight EXIF orientations and what they do to places and pixels.

use crate::pixels::Rgb;
use domain::print::CropRect;

/// The EXIF orientation: what must be done to the stored picture to see it upright.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Orientation {
    /// 1: as stored.
    #[default]
    Normal,
    /// 2: mirror left-right.
    MirrorHorizontal,
    /// 3: turn 180 degrees.
    Rotate180,
    /// 4: mirror top-bottom.
    MirrorVertical,
    /// 5: swap rows and columns.
    Transpose,
    /// 6: turn 90 degrees clockwise.
    Rotate90,
    /// 7: swap rows and columns along the other diagonal.
    Transverse,
    /// 8: turn 270 degrees clockwise.
    Rotate270,
}

impl Orientation {
    /// All eight, in the order of their numbers.
    pub const ALL: [Self; 8] = [
        Self::Normal,
        Self::MirrorHorizontal,
        Self::Rotate180,
        Self::MirrorVertical,
        Self::Transpose,
        Self::Rotate90,
        Self::Transverse,
        Self::Rotate270,
    ];

    /// The orientation of an EXIF number; `None` outside 1 to 8.
    #[must_use]
    pub fn from_exif(number: u32) -> Option<Self> {
        let index = usize::try_from(number.checked_sub(1)?).ok()?;
        Self::ALL.get(index).copied()
    }

    /// The EXIF number, 1 to 8.
    #[must_use]
    pub fn exif(self) -> u8 {
        self as u8 + 1
    }

    /// Whether width and height change places.
    #[must_use]
    pub fn swaps_sides(self) -> bool {
        matches!(self, Self::Transpose | Self::Rotate90 | Self::Transverse | Self::Rotate270)
    }

    /// The size of the upright picture of a stored one of `width` x `height`; its own inverse.
    #[must_use]
    pub fn upright_size(self, width: u32, height: u32) -> (u32, u32) {
        if self.swaps_sides() { (height, width) } else { (width, height) }
    }

    /// Where the upright pixel (x, y) lies in a stored picture of `width` x `height`.
    fn stored_place(self, x: u32, y: u32, width: u32, height: u32) -> (u32, u32) {
        let right = |v: u32| (width - 1).saturating_sub(v);
        let bottom = |v: u32| (height - 1).saturating_sub(v);
        match self {
            Self::Normal => (x, y),
            Self::MirrorHorizontal => (right(x), y),
            Self::Rotate180 => (right(x), bottom(y)),
            Self::MirrorVertical => (x, bottom(y)),
            Self::Transpose => (y, x),
            Self::Rotate90 => (y, bottom(x)),
            Self::Transverse => (right(y), bottom(x)),
            Self::Rotate270 => (right(y), x),
        }
    }

    /// The rectangle of the stored picture (`width` x `height`) that shows as `upright`.
    pub(crate) fn stored_rect(self, upright: CropRect, width: u32, height: u32) -> CropRect {
        let (x0, y0) = self.stored_place(upright.x, upright.y, width, height);
        let (x1, y1) = self.stored_place(
            upright.x + upright.w.saturating_sub(1),
            upright.y + upright.h.saturating_sub(1),
            width,
            height,
        );
        let (w, h) = self.upright_size(upright.w, upright.h);
        CropRect { x: x0.min(x1), y: y0.min(y1), w, h }
    }

    /// The upright picture.
    pub(crate) fn upright(self, stored: Rgb) -> Rgb {
        if self == Self::Normal || stored.width == 0 || stored.height == 0 {
            return stored;
        }
        const TILE: usize = 32;
        let (width, height) = self.upright_size(stored.width, stored.height);
        let mut turned = Rgb::new(width, height);
        let place = |x: usize, y: usize| {
            let (x, y) = self.stored_place(x as u32, y as u32, stored.width, stored.height);
            y as usize * stored.width as usize + x as usize
        };
        let (width, height) = (width as usize, height as usize);
        // the next pixel to the right upright is always as far away in the stored picture
        let step = if width > 1 { place(1, 0) as isize - place(0, 0) as isize } else { 0 };
        let (source, _) = stored.data.as_chunks::<3>();
        let (target, _) = turned.data.as_chunks_mut::<3>();
        for tile_y in (0..height).step_by(TILE) {
            for tile_x in (0..width).step_by(TILE) {
                let length = TILE.min(width - tile_x);
                for y in tile_y..(tile_y + TILE).min(height) {
                    let begin = y * width + tile_x;
                    let mut from = place(tile_x, y);
                    for to in target.get_mut(begin..begin + length).unwrap_or_default() {
                        if let Some(pixel) = source.get(from) {
                            *to = *pixel;
                        }
                        from = from.wrapping_add_signed(step);
                    }
                }
            }
        }
        stored.spare();
        turned
    }
}
