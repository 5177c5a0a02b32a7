//! The centred crop and what it means in print. Pure numbers.

/// A rectangle in pixels of the upright picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CropRect {
    /// Left edge.
    pub x: u32,
    /// Upper edge.
    pub y: u32,
    /// Width.
    pub w: u32,
    /// Height.
    pub h: u32,
}

/// The largest rectangle of the exact ratio `target_w : target_h` in the middle of a picture of
/// `source_w` x `source_h` pixels. Integer arithmetic, rounded down, never empty for a source with
/// area; a target without area leaves the whole source.
#[must_use]
pub fn centred_crop(source_w: u32, source_h: u32, target_w: u32, target_h: u32) -> CropRect {
    if target_w == 0 || target_h == 0 {
        return CropRect { x: 0, y: 0, w: source_w, h: source_h };
    }
    let (sw, sh) = (u64::from(source_w), u64::from(source_h));
    let (tw, th) = (u64::from(target_w), u64::from(target_h));
    let (w, h) = if sw * th >= sh * tw {
        (narrow(sh * tw / th).max(source_w.min(1)), source_h)
    } else {
        (source_w, narrow(sw * th / tw).max(source_h.min(1)))
    };
    CropRect { x: (source_w - w) / 2, y: (source_h - h) / 2, w, h }
}

/// `target` turned so that it lies the way the picture does: a landscape picture gets a landscape
/// print, every other a portrait one. Units are the caller's.
#[must_use]
pub fn turned_like(source_w: u32, source_h: u32, target: (u32, u32)) -> (u32, u32) {
    let (short, long) = (target.0.min(target.1), target.0.max(target.1));
    if source_w > source_h { (long, short) } else { (short, long) }
}

/// Pixels of the crop per inch of paper, rounded down, on the side where there are fewest. `mm` is
/// the sheet in either orientation. Zero for a sheet without size.
#[must_use]
pub fn effective_dpi(crop: CropRect, mm: (u32, u32)) -> u32 {
    let (mm_w, mm_h) = turned_like(crop.w, crop.h, mm);
    let along = |pixels: u32, mm: u32| (u64::from(pixels) * 254).checked_div(u64::from(mm) * 10).unwrap_or(0);
    narrow(along(crop.w, mm_w).min(along(crop.h, mm_h)))
}

fn narrow(value: u64) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_centred_crop_agrees_with_the_published_vectors() {
        let rows = [
            ((4000, 6000), (102, 152), (0, 20, 4000, 5960)),
            ((4000, 6000), (127, 178), (0, 197, 4000, 5606)),
            ((4000, 6000), (152, 210), (0, 237, 4000, 5526)),
            ((4000, 6000), (180, 240), (0, 333, 4000, 5333)),
            ((4000, 6000), (203, 305), (3, 0, 3993, 6000)),
            ((4480, 6720), (127, 178), (0, 220, 4480, 6279)),
            ((3024, 4032), (102, 152), (159, 0, 2705, 4032)),
            ((4000, 6000), (640, 800), (0, 500, 4000, 5000)),
        ];
        for ((sw, sh), (tw, th), (x, y, w, h)) in rows {
            assert_eq!(centred_crop(sw, sh, tw, th), CropRect { x, y, w, h }, "{sw}x{sh} to {tw}x{th}");
        }
    }

    #[test]
    fn a_sliver_still_yields_a_pixel() {
        assert_eq!(centred_crop(1, 50_000, 210, 152), CropRect { x: 0, y: 24_999, w: 1, h: 1 });
        assert_eq!(centred_crop(10, 10, 0, 5), CropRect { x: 0, y: 0, w: 10, h: 10 });
    }

    #[test]
    fn a_landscape_picture_turns_the_sheet() {
        assert_eq!(turned_like(6000, 4000, (152, 210)), (210, 152));
        assert_eq!(turned_like(4000, 6000, (210, 152)), (152, 210));
        assert_eq!(turned_like(4000, 4000, (152, 210)), (152, 210));
    }

    #[test]
    fn effective_dpi_counts_the_weaker_side() {
        let whole = CropRect { x: 0, y: 237, w: 4000, h: 5526 };
        assert_eq!(effective_dpi(whole, (152, 210)), 668);
        assert_eq!(effective_dpi(CropRect { x: 0, y: 0, w: 5526, h: 4000 }, (152, 210)), 668);
        assert_eq!(effective_dpi(CropRect { x: 0, y: 0, w: 600, h: 829 }, (152, 210)), 100);
        assert_eq!(effective_dpi(whole, (0, 0)), 0);
    }
}
