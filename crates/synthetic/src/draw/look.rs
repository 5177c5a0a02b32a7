//! What an invented person looks like, and how they sit in one frame.
//!
//! Invariant: a look depends on the seed and origin alone, a pose on the seed and frame number alone.

use super::tone::Tone;
use crate::people::{Origin, Presentation};
use crate::rng::Rng;

/// How the hair is worn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum HairStyle {
    #[default]
    Crop,
    SideSwept,
    Tousled,
    Curly,
    Bowl,
    Bob,
    Long,
    Wavy,
    Braids,
    Ponytail,
    Bun,
    Puffs,
    Afro,
    Hijab,
}

/// What is worn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Garment {
    #[default]
    Tee,
    Striped,
    Hoodie,
    Knit,
    Yoke,
    Shirt,
    Blouse,
    Dungarees,
    Cardigan,
}

/// Front teeth of a seven- to twelve-year-old.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Teeth {
    #[default]
    Even,
    Gap,
    Missing,
}

/// The face put on for one frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Expression {
    /// A closed, friendly mouth.
    #[default]
    Gentle,
    /// A closed, wider smile.
    Smile,
    /// Upper teeth showing.
    Bright,
    /// Laughing.
    Laugh,
    /// Serious.
    Calm,
}

/// What an invented person looks like: drawn the same in every frame.
#[derive(Debug, Clone)]
pub struct Look {
    pub(crate) seed: u64,
    pub(crate) girl: bool,
    pub(crate) skin: Tone,
    pub(crate) hair: Tone,
    pub(crate) style: HairStyle,
    pub(crate) iris: Tone,
    pub(crate) freckles: bool,
    pub(crate) glasses: Option<(bool, Tone)>,
    pub(crate) teeth: Teeth,
    pub(crate) cheek: f32,
    pub(crate) jaw: f32,
    pub(crate) long: f32,
    pub(crate) eye: f32,
    pub(crate) apart: f32,
    pub(crate) nose: f32,
    pub(crate) mouth: f32,
    pub(crate) brow: f32,
    pub(crate) ear: f32,
    pub(crate) build: f32,
    pub(crate) garment: Garment,
    pub(crate) main: Tone,
    pub(crate) second: Tone,
    pub(crate) ribbon: Tone,
    pub(crate) banded: bool,
}

const SKIN: [Tone; 8] = [
    Tone::hex(0xF7D9C6),
    Tone::hex(0xF3CFB6),
    Tone::hex(0xEBC1A2),
    Tone::hex(0xDFB18D),
    Tone::hex(0xCB9B74),
    Tone::hex(0xAD7A54),
    Tone::hex(0x8A5B3C),
    Tone::hex(0x68432D),
];
const FAIR_HAIR: [Tone; 8] = [
    Tone::hex(0xE6CC96),
    Tone::hex(0xD6B373),
    Tone::hex(0xC39D62),
    Tone::hex(0xA98250),
    Tone::hex(0x8C643B),
    Tone::hex(0x6B4729),
    Tone::hex(0x4B3220),
    Tone::hex(0xB8642F),
];
const DARK_HAIR: [Tone; 4] =
    [Tone::hex(0x4A3222), Tone::hex(0x35251B), Tone::hex(0x271E1A), Tone::hex(0x211B1B)];
const LIGHT_EYES: [Tone; 6] = [
    Tone::hex(0x5D8FB0),
    Tone::hex(0x7494A6),
    Tone::hex(0x6F9068),
    Tone::hex(0x8A6B3C),
    Tone::hex(0x6B4526),
    Tone::hex(0x5A86A0),
];
const DARK_EYES: [Tone; 3] = [Tone::hex(0x5F3D23), Tone::hex(0x4A2F1C), Tone::hex(0x3B261A)];
const CLOTH: [Tone; 15] = [
    Tone::hex(0xD9A441),
    Tone::hex(0xB85A42),
    Tone::hex(0x3F6B55),
    Tone::hex(0x32496A),
    Tone::hex(0xCB8F90),
    Tone::hex(0x3F7F86),
    Tone::hex(0xEBE1CE),
    Tone::hex(0x9A8DB8),
    Tone::hex(0x8C949C),
    Tone::hex(0x8FB4CF),
    Tone::hex(0x754A63),
    Tone::hex(0x95A98C),
    Tone::hex(0xDE846C),
    Tone::hex(0x56779B),
    Tone::hex(0xF0EDE6),
];
const GIRL_STYLES: [HairStyle; 12] = [
    HairStyle::Long,
    HairStyle::Wavy,
    HairStyle::Braids,
    HairStyle::Ponytail,
    HairStyle::Bob,
    HairStyle::Bun,
    HairStyle::Long,
    HairStyle::Braids,
    HairStyle::Wavy,
    HairStyle::Bob,
    HairStyle::Ponytail,
    HairStyle::Curly,
];
const BOY_STYLES: [HairStyle; 8] = [
    HairStyle::Crop,
    HairStyle::SideSwept,
    HairStyle::Tousled,
    HairStyle::SideSwept,
    HairStyle::Curly,
    HairStyle::Bowl,
    HairStyle::Tousled,
    HairStyle::Crop,
];
const GARMENTS: [Garment; 9] = [
    Garment::Tee,
    Garment::Striped,
    Garment::Hoodie,
    Garment::Knit,
    Garment::Yoke,
    Garment::Shirt,
    Garment::Blouse,
    Garment::Dungarees,
    Garment::Cardigan,
];

impl Look {
    /// Invents a look.
    #[must_use]
    pub fn invent(seed: u64, presentation: Presentation, origin: Origin) -> Self {
        let mut r = Rng::branch(seed, "look");
        let girl = presentation == Presentation::Girl;
        let (skin, hair, iris) = match origin {
            Origin::Finnish | Origin::FinlandSwedish => {
                let (s, h, e) = (r.below(3), r.below(8), r.below(6));
                (at(&SKIN, s), at(&FAIR_HAIR, h), at(&LIGHT_EYES, e))
            }
            Origin::EasternEuropean => {
                let (s, h, e) = (r.below(3), 2 + r.below(5), r.below(6));
                (at(&SKIN, s), at(&FAIR_HAIR, h), at(&LIGHT_EYES, e))
            }
            Origin::MiddleEastern => {
                let (s, h, e) = (2 + r.below(3), r.below(4), r.below(3));
                (at(&SKIN, s), at(&DARK_HAIR, h), at(&DARK_EYES, e))
            }
            Origin::SouthEastAsian => {
                let (s, h, e) = (2 + r.below(2), 1 + r.below(3), 1 + r.below(2));
                (at(&SKIN, s), at(&DARK_HAIR, h), at(&DARK_EYES, e))
            }
            Origin::EastAfrican => {
                let (s, h, e) = (5 + r.below(3), 2 + r.below(2), 1 + r.below(2));
                (at(&SKIN, s), at(&DARK_HAIR, h), at(&DARK_EYES, e))
            }
        };
        let shift = r.range(-0.05, 0.05);
        let skin = if shift > 0.0 { skin.lighter(shift) } else { skin.mix(Tone::hex(0xC98F68), -shift) };
        let style = match (girl, origin) {
            (true, Origin::EastAfrican) => {
                r.pick(&[HairStyle::Hijab, HairStyle::Puffs, HairStyle::Afro, HairStyle::Braids])
            }
            (true, Origin::MiddleEastern) => {
                r.pick(&[HairStyle::Hijab, HairStyle::Wavy, HairStyle::Long, HairStyle::Ponytail])
            }
            (true, _) => r.pick(&GIRL_STYLES),
            (false, Origin::EastAfrican) => r.pick(&[HairStyle::Crop, HairStyle::Afro, HairStyle::Curly]),
            (false, Origin::SouthEastAsian) => {
                r.pick(&[HairStyle::Bowl, HairStyle::SideSwept, HairStyle::Tousled])
            }
            (false, _) => r.pick(&BOY_STYLES),
        };
        let main_at = r.below(CLOTH.len());
        let main = at(&CLOTH, main_at);
        let second = at(&CLOTH, (main_at + 3 + r.below(9)) % CLOTH.len());
        let second = if (second.luma() - main.luma()).abs() < 0.16 {
            if main.luma() > 0.55 { Tone::hex(0x3A4D66) } else { Tone::hex(0xEFE8DA) }
        } else {
            second
        };
        let garment = match r.pick(&GARMENTS) {
            Garment::Blouse if !girl => Garment::Hoodie,
            Garment::Dungarees if style == HairStyle::Hijab => Garment::Knit,
            other => other,
        };
        let glasses = r.chance(17).then(|| {
            (
                r.chance(55),
                r.pick(&[Tone::hex(0x2E2B2C), Tone::hex(0x6B4A38), Tone::hex(0x3F5A78), Tone::hex(0x8A3F48)]),
            )
        });
        let pale = skin.luma() > 0.78;
        Self {
            seed,
            girl,
            skin,
            hair,
            style,
            iris,
            freckles: pale && r.chance(26),
            glasses,
            teeth: match r.below(10) {
                0 | 1 => Teeth::Missing,
                2 | 3 => Teeth::Gap,
                _ => Teeth::Even,
            },
            cheek: r.range(0.95, 1.05),
            jaw: r.range(0.90, 1.08),
            long: r.range(0.96, 1.04),
            eye: r.range(0.93, 1.08),
            apart: r.range(0.95, 1.05),
            nose: r.range(0.85, 1.15),
            mouth: r.range(0.88, 1.12),
            brow: r.range(-5.0, 6.0),
            ear: r.range(0.85, 1.15),
            build: r.range(0.93, 1.06),
            garment,
            main,
            second,
            ribbon: r.pick(&[
                Tone::hex(0xC9524A),
                Tone::hex(0xE2B04A),
                Tone::hex(0x4F7FA5),
                Tone::hex(0xD98CA0),
                Tone::hex(0x5E8F6C),
            ]),
            banded: girl && r.chance(30),
        }
    }
}

fn at(tones: &[Tone], index: usize) -> Tone {
    tones.get(index).copied().unwrap_or_default()
}

/// How a person sits in one frame, and how well the photographer did.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pose {
    /// Head turned, -1 (their right) to 1.
    pub turn: f32,
    /// Head tilted, degrees.
    pub tilt: f32,
    /// Sitting off the middle, as a share of the picture's width.
    pub shift: f32,
    /// Camera nearer (over 1) or farther.
    pub zoom: f32,
    /// Mouth and cheeks.
    pub expression: Expression,
    /// Eyes closed.
    pub blink: bool,
    /// Over- (positive) or underexposed, in stops.
    pub stops: f32,
    /// Out of focus, blur as thousandths of the picture's width.
    pub blur: f32,
}

impl Default for Pose {
    fn default() -> Self {
        Self {
            turn: 0.0,
            tilt: 0.0,
            shift: 0.0,
            zoom: 1.0,
            expression: Expression::Smile,
            blink: false,
            stops: 0.0,
            blur: 0.0,
        }
    }
}

impl Pose {
    /// The pose of frame number `frame` (from 0) of the person behind `seed`: now and then eyes closed,
    /// out of focus or badly exposed, so that there is something to reject.
    #[must_use]
    pub fn of_frame(seed: u64, frame: usize) -> Self {
        let mut r = Rng::branch(seed.wrapping_add((frame as u64).wrapping_mul(0x9e37_79b9)), "pose");
        let expression = match r.below(11) {
            0 | 1 => Expression::Gentle,
            2..=4 => Expression::Smile,
            5..=8 => Expression::Bright,
            9 => Expression::Laugh,
            _ => Expression::Calm,
        };
        let trouble = if frame == 0 { 99 } else { r.below(16) };
        let side = if r.chance(50) { 1.0 } else { -1.0 };
        Self {
            turn: side * r.range(0.05, 0.75),
            tilt: r.range(-4.5, 4.5),
            shift: r.range(-0.018, 0.018),
            zoom: r.range(0.97, 1.03),
            expression,
            blink: trouble <= 1,
            stops: match trouble {
                2 => 0.75,
                3 => -0.9,
                _ => r.range(-0.07, 0.07),
            },
            blur: if trouble == 4 { 5.0 } else { 0.0 },
        }
    }

    /// True when a studio worker would reject the frame at a glance.
    #[must_use]
    pub fn is_spoiled(&self) -> bool {
        self.blink || self.stops.abs() > 0.5 || self.blur > 2.0
    }
}
