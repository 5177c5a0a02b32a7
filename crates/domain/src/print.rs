//! Print geometry: sheet sizes, pixels, the centred crop, and the opaque names of print files.
//!
//! Deliberately not here: pixels themselves (imaging) and what a lab calls its products (its profile).
//! Nominal centimetres are names, not dimensions: paper comes from rolls. Invariant: a crop lies inside its
//! source and has the sheet's ratio to the pixel.

use crate::photo::Head;

/// A sheet as labs cut it when their profile says nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PrintSize {
    /// Trade name in centimetres: `10x15`.
    pub name: &'static str,
    /// Short side, millimetres.
    pub width_mm: u32,
    /// Long side, millimetres.
    pub height_mm: u32,
}

/// The paper of a print as it was ordered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The size's trade name, also the folder handed to the lab: `10x15`.
    pub size: String,
    /// Short side, millimetres.
    pub width_mm: u32,
    /// Long side, millimetres.
    pub height_mm: u32,
    /// Paper surface, empty when the lab has one only.
    pub surface: String,
}

const fn size(name: &'static str, width_mm: u32, height_mm: u32) -> PrintSize {
    PrintSize { name, width_mm, height_mm }
}

/// The default sheets, smallest first; `6x9` is the wallet size.
pub const PRINT_SIZES: [PrintSize; 12] = [
    size("6x9", 60, 90),
    size("9x13", 89, 127),
    size("10x15", 102, 152),
    size("10x15-nominal", 100, 150),
    size("11x15", 110, 152),
    size("13x18", 127, 178),
    size("15x21", 152, 210),
    size("15x23", 152, 229),
    size("18x24", 180, 240),
    size("20x30", 203, 305),
    size("30x40", 305, 406),
    size("A4", 210, 297),
];

/// The default sheet of a trade name.
pub fn print_size(name: &str) -> Option<PrintSize> {
    PRINT_SIZES.into_iter().find(|size| size.name == name)
}

/// Pixels along `mm` millimetres of paper at `dpi`: `mm * dpi / 25.4`, half-up.
pub const fn pixels(mm: u32, dpi: u32) -> u32 {
    let tenths = mm as u64 * dpi as u64 * 10;
    let rounded = (tenths + 127) / 254;
    if rounded > u32::MAX as u64 { u32::MAX } else { rounded as u32 }
}

/// A rectangle in the pixels of an upright picture.
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

/// The largest rectangle of the ratio `target_w : target_h` inside `source_w` x `source_h`, centred:
/// integer arithmetic, rounded down. At least one pixel of a source that has any; a target without area
/// leaves the whole source.
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

/// How far below the upper edge of a print the middle of a head comes to lie, in hundredths of the print's height, where
/// the picture has room for it.
const HEAD_AT_HUNDREDTHS: u64 = 42;

/// The same rectangle as [`centred_crop`], moved so that the head comes to lie where it does in a portrait: in the
/// middle from side to side, and a little above it from above. What would lie outside the picture is not asked for, and
/// the top of the hair is not cut off where the whole head fits.
pub fn crop_round(source_w: u32, source_h: u32, target_w: u32, target_h: u32, head: Head) -> CropRect {
    let crop = centred_crop(source_w, source_h, target_w, target_h);
    let along = |part: u16, whole: u32| u64::from(part) * u64::from(whole) / u64::from(Head::WHOLE);
    let middle_x = along(head.x(), source_w);
    let (top, chin) = (along(head.top(), source_h), along(head.chin(), source_h));
    let above = u64::from(crop.h) * HEAD_AT_HUNDREDTHS / 100;
    let begin = |wanted: u64, length: u32, whole: u32| narrow(wanted).min(whole - length);
    CropRect {
        x: begin(middle_x.saturating_sub(u64::from(crop.w / 2)), crop.w, source_w),
        y: begin(u64::midpoint(top, chin).saturating_sub(above).min(top), crop.h, source_h),
        ..crop
    }
}

/// A sheet turned to lie as the picture does: a landscape picture gets a landscape sheet, every other a
/// portrait one.
pub fn turned_like(source_w: u32, source_h: u32, sheet: (u32, u32)) -> (u32, u32) {
    let (short, long) = (sheet.0.min(sheet.1), sheet.0.max(sheet.1));
    if source_w > source_h { (long, short) } else { (short, long) }
}

/// Source pixels per inch of paper, rounded down, on the side where there are fewest. `mm` is the sheet in
/// either orientation; a sheet without size has none.
pub fn effective_dpi(crop: CropRect, mm: (u32, u32)) -> u32 {
    let (mm_w, mm_h) = turned_like(crop.w, crop.h, mm);
    let along = |px: u32, mm: u32| (u64::from(px) * 254).checked_div(u64::from(mm) * 10).unwrap_or(0);
    narrow(along(crop.w, mm_w).min(along(crop.h, mm_h)))
}

fn narrow(value: u64) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

/// The opaque name that a print file carries to the lab: a letter and seven digits, counted from
/// `A0000001`. No child's name leaves the house in a file name. None when the 260 million are used up or
/// `count` is 0.
pub fn production_stem(count: u64) -> Option<String> {
    const OF_ONE_LETTER: u64 = 9_999_999;
    let place = count.checked_sub(1)?;
    let letter = u8::try_from(place / OF_ONE_LETTER).ok().filter(|letter| *letter < 26)?;
    Some(format!("{}{:07}", char::from(b'A' + letter), place % OF_ONE_LETTER + 1))
}

/// Whether a text is a production stem.
pub fn is_production_stem(text: &str) -> bool {
    match text.as_bytes() {
        [letter, digits @ ..] => {
            letter.is_ascii_uppercase() && digits.len() == 7 && digits.iter().all(u8::is_ascii_digit)
        }
        [] => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn sheets_have_the_published_pixels() {
        for (name, exact, bleed) in [
            ("6x9", (709, 1063), (756, 1110)),
            ("9x13", (1051, 1500), (1098, 1547)),
            ("10x15", (1205, 1795), (1252, 1843)),
            ("10x15-nominal", (1181, 1772), (1228, 1819)),
            ("11x15", (1299, 1795), (1346, 1843)),
            ("13x18", (1500, 2102), (1547, 2150)),
            ("15x21", (1795, 2480), (1843, 2528)),
            ("15x23", (1795, 2705), (1843, 2752)),
            ("18x24", (2126, 2835), (2173, 2882)),
            ("20x30", (2398, 3602), (2445, 3650)),
            ("30x40", (3602, 4795), (3650, 4843)),
            ("A4", (2480, 3508), (2528, 3555)),
        ] {
            let sheet = print_size(name).unwrap();
            assert_eq!((pixels(sheet.width_mm, 300), pixels(sheet.height_mm, 300)), exact, "{name}");
            let with_bleed = (pixels(sheet.width_mm + 4, 300), pixels(sheet.height_mm + 4, 300));
            assert_eq!(with_bleed, bleed, "{name} with bleed");
        }
        assert_eq!(print_size("12x12"), None);
    }

    #[test]
    fn the_centred_crop_agrees_with_the_published_vectors_both_ways() {
        for ((sw, sh), (tw, th), (x, y, w, h), lost) in [
            ((4000, 6000), (102, 152), (0, 20, 4000, 5960), 67),
            ((4000, 6000), (127, 178), (0, 197, 4000, 5606), 657),
            ((4000, 6000), (152, 210), (0, 237, 4000, 5526), 790),
            ((4000, 6000), (180, 240), (0, 333, 4000, 5333), 1112),
            ((4000, 6000), (203, 305), (3, 0, 3993, 6000), 18),
            ((4480, 6720), (127, 178), (0, 220, 4480, 6279), 656),
            ((3024, 4032), (102, 152), (159, 0, 2705, 4032), 1055),
            ((4000, 6000), (640, 800), (0, 500, 4000, 5000), 1667),
        ] {
            assert_eq!(centred_crop(sw, sh, tw, th), CropRect { x, y, w, h }, "{sw}x{sh} to {tw}x{th}");
            let (turned_w, turned_h) = turned_like(sh, sw, (tw, th));
            let turned = centred_crop(sh, sw, turned_w, turned_h);
            assert_eq!(turned, CropRect { x: y, y: x, w: h, h: w }, "{sh}x{sw} lying");
            let all = u64::from(sw) * u64::from(sh);
            let cut = all - u64::from(w) * u64::from(h);
            assert_eq!((cut * 20_000 + all) / (all * 2), lost, "{sw}x{sh} to {tw}x{th} loses");
        }
    }

    #[test]
    fn a_crop_follows_the_head_as_far_as_the_picture_goes() {
        let head = |x, top, chin| Head::new(x, top, chin).unwrap();
        let of = |head| crop_round(4000, 6000, 127, 178, head);
        // the head's middle is at 1500 of 6000; 42 % of 5606 are 2354, which is more than there is above it
        assert_eq!(of(head(5_000, 1_500, 3_500)), CropRect { x: 0, y: 0, w: 4000, h: 5606 });
        // at 2700: 346 are left over, all but 48 of them above
        assert_eq!(of(head(5_000, 3_500, 5_500)).y, 346);
        assert_eq!(of(head(5_000, 9_000, 10_000)).y, 394, "no further than the lower edge");
        let wide = |x| crop_round(6000, 4000, 178, 127, head(x, 2_000, 5_000));
        assert_eq!(
            wide(5_000),
            CropRect { x: 197, y: 0, w: 5606, h: 4000 },
            "in the middle as without a head"
        );
        assert_eq!((wide(4_800).x, wide(0).x, wide(10_000).x), (77, 0, 394));
    }

    #[test]
    fn a_sliver_and_an_empty_sheet_have_answers() {
        assert_eq!(centred_crop(1, 50_000, 210, 152), CropRect { x: 0, y: 24_999, w: 1, h: 1 });
        assert_eq!(centred_crop(10, 10, 0, 5), CropRect { x: 0, y: 0, w: 10, h: 10 });
        assert_eq!(turned_like(4000, 4000, (210, 152)), (152, 210));
    }

    #[test]
    fn the_weaker_side_decides_the_resolution() {
        let crop = CropRect { x: 0, y: 237, w: 4000, h: 5526 };
        assert_eq!(effective_dpi(crop, (152, 210)), 668);
        assert_eq!(effective_dpi(crop, (210, 152)), 668);
        assert_eq!(effective_dpi(CropRect { x: 0, y: 0, w: 829, h: 600 }, (152, 210)), 100);
        assert_eq!(effective_dpi(crop, (0, 0)), 0);
    }

    #[test]
    fn production_stems_are_a_letter_and_seven_digits() {
        for (count, stem) in [
            (1, Some("A0000001")),
            (42, Some("A0000042")),
            (9_999_999, Some("A9999999")),
            (10_000_000, Some("B0000001")),
            (259_999_974, Some("Z9999999")),
            (259_999_975, None),
            (0, None),
            (u64::MAX, None),
        ] {
            assert_eq!(production_stem(count).as_deref(), stem, "{count}");
            assert!(stem.is_none_or(is_production_stem));
        }
        for text in ["", "A", "a0000001", "A000001", "A00000001", "Aino0001", "Ä0000001"] {
            assert!(!is_production_stem(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_crop_round_a_head_has_the_size_of_the_centred_one_and_stays_inside(
            sw in 1_u32..60_000, sh in 1_u32..60_000, tw in 1_u32..1_000, th in 1_u32..1_000,
            x in 0_u16..=10_000, top in 0_u16..10_000, height in 1_u16..10_000,
        ) {
            let head = Head::new(x, top, top.saturating_add(height).min(Head::WHOLE)).unwrap();
            let (centred, crop) = (centred_crop(sw, sh, tw, th), crop_round(sw, sh, tw, th, head));
            prop_assert_eq!((crop.w, crop.h), (centred.w, centred.h));
            prop_assert!(crop.x + crop.w <= sw && crop.y + crop.h <= sh);
            let hair = u64::from(top) * u64::from(sh) / 10_000;
            prop_assert!(u64::from(crop.y) <= hair, "the hair is cut off");
        }

        #[test]
        fn crops_stay_inside_and_are_as_large_as_can_be(
            sw in 1_u32..60_000, sh in 1_u32..60_000, tw in 1_u32..1_000, th in 1_u32..1_000,
        ) {
            let crop = centred_crop(sw, sh, tw, th);
            prop_assert!(crop.w >= 1 && crop.h >= 1);
            prop_assert!(crop.x + crop.w <= sw && crop.y + crop.h <= sh);
            prop_assert!(crop.w == sw || crop.h == sh);
            prop_assert!(sw - crop.w - 2 * crop.x <= 1 && sh - crop.h - 2 * crop.y <= 1);
        }
    }
}
