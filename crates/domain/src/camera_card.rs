//! Camera cards: the code that is printed on them and read back from a frame.
//!
//! Deliberately not here: drawing the code, finding it in a picture, and whose card it is. Invariant: a
//! `CardCode` is written with a right check character, nothing in it means anything outside the program, and
//! no code of a subject can be taken for a special card.
//!
//! A code is `SK1-<shoot>-<card>-<check>`, all of it in the alphanumeric set of QR codes. The check character
//! is that of ISO/IEC 7064 MOD 37,36 over the letters and digits before it. By ISO/IEC 18004, version 2 at
//! level H holds 20 such characters and version 3 holds 35:
//!
//! | card | form | characters | QR at level H |
//! |---|---|---|---|
//! | subject | `0042` | 16 | 2 |
//! | group | `GRP7`, `GRP999` | 16 to 18 | 2 |
//! | end of subject, discard | `END`, `SKP` | 15 | 2 |
//! | blank retake card | `RET7`, `RET999` | 16 to 18 | 2 |
//! | clock | `CLK` | 15 | 2 |
//! | clock with time | `CLK20260903T091500` | 30 | 3 |

use std::fmt;
use std::str::FromStr;

/// Most characters of a code: a clock card with its time.
pub const LONGEST_CODE: usize = 30;
/// Highest number of a group's card or a retake card; the lowest is 1.
pub const HIGHEST_NUMBER: u16 = 999;

/// Digits and letters with their values in ISO/IEC 7064.
const VALUES: &[u8; 36] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/// What subjects' codes are drawn from. No vowels, so that no code is a word or begins like a special card;
/// none of `B G I L O Q S Z`, which look like digits on a blurred or handwritten card.
const DRAWN: &[u8; 24] = b"0123456789CDFHJKMNPRTVWX";

/// The job that a card was printed for: five of `0-9A-Z`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Shoot([u8; 5]);

impl Shoot {
    /// The shoot of five digits or letters; lower case is read as upper case.
    pub fn new(text: &str) -> Option<Self> {
        characters(text).map(Self)
    }
}

impl fmt::Display for Shoot {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_characters(formatter, &self.0)
    }
}

/// What a subject's card says: four of `0-9A-Z`, but not a group's or retake card's short form (`GRP7`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SubjectCode([u8; 4]);

impl SubjectCode {
    /// How many codes a job can draw: 24 characters in four places.
    pub const COUNT: u32 = 24 * 24 * 24 * 24;

    /// The code of four digits or letters; lower case is read as upper case.
    pub fn new(text: &str) -> Option<Self> {
        let code: [u8; 4] = characters(text)?;
        let [first, second, third, last] = code;
        let is_special = matches!(&[first, second, third], b"GRP" | b"RET") && last.is_ascii_digit();
        (!is_special).then_some(Self(code))
    }

    /// The code with a number below [`COUNT`](Self::COUNT). Different numbers have different codes, and codes
    /// of neighbouring numbers look alike: a job draws its numbers from all of the range.
    pub fn from_number(number: u32) -> Option<Self> {
        let mut code = [b'0'; 4];
        let mut rest = number;
        for place in code.iter_mut().rev() {
            *place = *DRAWN.get(usize::try_from(rest % 24).ok()?)?;
            rest /= 24;
        }
        (rest == 0).then_some(Self(code))
    }

    /// The number that [`from_number`](Self::from_number) makes this code of; none if it uses other characters.
    pub fn number(self) -> Option<u32> {
        self.0.iter().try_fold(0, |number, byte| {
            let place = DRAWN.iter().position(|drawn| drawn == byte)?;
            Some(number * 24 + u32::try_from(place).ok()?)
        })
    }
}

impl fmt::Display for SubjectCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_characters(formatter, &self.0)
    }
}

/// Number of a group's card or a retake card within its job, 1 to 999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CardNumber(u16);

impl CardNumber {
    /// The number, if it is 1 to 999.
    pub fn new(number: u16) -> Option<Self> {
        (1..=HIGHEST_NUMBER).contains(&number).then_some(Self(number))
    }

    /// As a plain number.
    pub const fn get(self) -> u16 {
        self.0
    }

    /// One to three digits; zeros may lead.
    fn read(digits: &str) -> Option<Self> {
        let is_number = (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        if is_number { Self::new(digits.parse().ok()?) } else { None }
    }
}

/// A wall clock's time in whole seconds, without a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClockTime(jiff::civil::DateTime);

impl ClockTime {
    /// The time of local milliseconds, counted as if the zone were UTC; parts of a second are dropped. None
    /// outside the years 0 to 9999.
    pub fn from_local_millis(millis: i64) -> Option<Self> {
        let instant = jiff::Timestamp::from_second(millis.div_euclid(1_000)).ok()?;
        let time = jiff::tz::Offset::UTC.to_datetime(instant);
        (0..=9_999).contains(&time.year()).then_some(Self(time))
    }

    /// In local milliseconds, counted as if the zone were UTC.
    pub fn local_millis(self) -> i64 {
        jiff::tz::Offset::UTC.to_timestamp(self.0).map_or(0, |instant| instant.as_millisecond())
    }

    /// `YYYYMMDDTHHMMSS` of a day and time that exist.
    fn read(text: &str) -> Option<Self> {
        let (day, time) = text.split_once('T')?;
        let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if day.len() != 8 || time.len() != 6 || !is_digits(day) || !is_digits(time) {
            return None;
        }
        let part = |text: &str, at: usize, len: usize| text.get(at..at + len)?.parse::<i8>().ok();
        let date = jiff::civil::Date::new(day.get(..4)?.parse().ok()?, part(day, 4, 2)?, part(day, 6, 2)?);
        let time = jiff::civil::Time::new(part(time, 0, 2)?, part(time, 2, 2)?, part(time, 4, 2)?, 0);
        Some(Self(date.ok()?.to_datetime(time.ok()?)))
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = self.0;
        write!(formatter, "{:04}{:02}{:02}T", time.year(), time.month(), time.day())?;
        write!(formatter, "{:02}{:02}{:02}", time.hour(), time.minute(), time.second())
    }
}

/// What a camera card says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Card {
    /// A subject's own card.
    Subject(SubjectCode),
    /// A group's card, for group photos.
    Group(CardNumber),
    /// The subject is done; what follows belongs to nobody.
    End,
    /// The last subject's frames are to be discarded.
    Skip,
    /// A blank retake card, which is given to a subject when it is used.
    Retake(CardNumber),
    /// A reference clock, with its local time if it shows one.
    Clock(Option<ClockTime>),
}

impl Card {
    fn read(text: &str) -> Option<Self> {
        match text {
            "END" => return Some(Self::End),
            "SKP" => return Some(Self::Skip),
            "CLK" => return Some(Self::Clock(None)),
            _ => {}
        }
        if let Some(time) = text.strip_prefix("CLK").and_then(ClockTime::read) {
            return Some(Self::Clock(Some(time)));
        }
        if let Some(number) = text.strip_prefix("GRP").and_then(CardNumber::read) {
            return Some(Self::Group(number));
        }
        if let Some(number) = text.strip_prefix("RET").and_then(CardNumber::read) {
            return Some(Self::Retake(number));
        }
        SubjectCode::new(text).map(Self::Subject)
    }
}

impl fmt::Display for Card {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Subject(code) => code.fmt(formatter),
            Self::Group(number) => write!(formatter, "GRP{}", number.get()),
            Self::End => formatter.write_str("END"),
            Self::Skip => formatter.write_str("SKP"),
            Self::Retake(number) => write!(formatter, "RET{}", number.get()),
            Self::Clock(None) => formatter.write_str("CLK"),
            Self::Clock(Some(time)) => write!(formatter, "CLK{time}"),
        }
    }
}

/// The code on a camera card; written as `SK1-7Q4M2-0042-N`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CardCode {
    /// The job that the card was printed for.
    pub shoot: Shoot,
    /// What it says.
    pub card: Card,
}

/// Why a text is not the code of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum CardCodeError {
    /// Nothing of ours: a web address, a product's code.
    #[error("not a camera card's code")]
    Foreign,
    /// Ours by its beginning, of a version that is not known here.
    #[error("a camera card of an unknown version")]
    Version,
    /// Ours by its beginning, but misread or mistyped.
    #[error("wrong check character")]
    Check,
    /// The check character is right, but there is no such card.
    #[error("an unknown kind of camera card")]
    Kind,
}

impl FromStr for CardCode {
    type Err = CardCodeError;

    /// Reads a code as decoded or typed: lower case and white space round it do not matter.
    fn from_str(text: &str) -> Result<Self, CardCodeError> {
        let text = text.trim();
        let (head, rest) = text.split_once('-').ok_or(CardCodeError::Foreign)?;
        let version = match head.as_bytes() {
            [b'S' | b's', b'K' | b'k', version @ ..] if (1..=3).contains(&version.len()) => version,
            _ => return Err(CardCodeError::Foreign),
        };
        if !version.iter().all(u8::is_ascii_digit) {
            return Err(CardCodeError::Foreign);
        }
        if version != b"1" {
            return Err(CardCodeError::Version);
        }
        if text.len() > LONGEST_CODE {
            return Err(CardCodeError::Check);
        }
        let rest = rest.to_ascii_uppercase();
        let mut parts = rest.split('-');
        let (Some(shoot), Some(card), Some(check), None) =
            (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(CardCodeError::Check);
        };
        let shoot = Shoot::new(shoot).ok_or(CardCodeError::Check)?;
        let payload = format!("SK1{shoot}{card}");
        let expected = check_character(&payload).ok_or(CardCodeError::Check)?;
        if !check.chars().eq([expected]) {
            return Err(CardCodeError::Check);
        }
        Ok(Self { shoot, card: Card::read(card).ok_or(CardCodeError::Kind)? })
    }
}

impl fmt::Display for CardCode {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { shoot, card } = self;
        let check = check_character(&format!("SK1{shoot}{card}")).ok_or(fmt::Error)?;
        write!(formatter, "SK1-{shoot}-{card}-{check}")
    }
}

/// The check character of ISO/IEC 7064 MOD 37,36; none if the text holds anything but `0-9A-Z`.
fn check_character(payload: &str) -> Option<char> {
    let product = payload.bytes().try_fold(36, |product, byte| {
        let value = VALUES.iter().position(|character| *character == byte)?;
        let sum = (product + value) % 36;
        Some((if sum == 0 { 36 } else { sum }) * 2 % 37)
    })?;
    VALUES.get((37 - product) % 36).copied().map(char::from)
}

/// Exactly so many of `0-9A-Z`, in upper case.
fn characters<const COUNT: usize>(text: &str) -> Option<[u8; COUNT]> {
    let mut characters: [u8; COUNT] = text.as_bytes().try_into().ok()?;
    characters.make_ascii_uppercase();
    characters.iter().all(|byte| VALUES.contains(byte)).then_some(characters)
}

fn write_characters(formatter: &mut fmt::Formatter<'_>, characters: &[u8]) -> fmt::Result {
    characters.iter().try_for_each(|byte| fmt::Write::write_char(formatter, char::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Result<CardCode, CardCodeError> {
        text.parse()
    }

    fn code(card: Card) -> CardCode {
        CardCode { shoot: Shoot::new("7Q4M2").unwrap(), card }
    }

    fn every_kind() -> Vec<Card> {
        let number = |number| CardNumber::new(number).unwrap();
        vec![
            Card::Subject(SubjectCode::new("0042").unwrap()),
            Card::Subject(SubjectCode::new("ENDS").unwrap()),
            Card::Group(number(1)),
            Card::Group(number(999)),
            Card::End,
            Card::Skip,
            Card::Retake(number(1)),
            Card::Retake(number(999)),
            Card::Clock(None),
            Card::Clock(ClockTime::from_local_millis(1_788_426_900_999)),
        ]
    }

    #[test]
    fn the_agreed_vectors_hold() {
        let valid = code(Card::Subject(SubjectCode::new("0042").unwrap()));
        assert_eq!(valid.to_string(), "SK1-7Q4M2-0042-N");
        assert_eq!(read("SK1-7Q4M2-0042-N"), Ok(valid));
        for invalid in ["SK1-7Q4M2-0043-N", "SK1-7Q4M2-0024-N"] {
            assert_eq!(read(invalid), Err(CardCodeError::Check), "{invalid}");
        }
    }

    #[test]
    fn every_kind_of_card_leads_back_and_fits_its_qr_version() {
        for card in every_kind() {
            let text = code(card).to_string();
            assert_eq!(read(&text), Ok(code(card)), "{text}");
            assert!(
                text.bytes().all(|byte| byte == b'-' || byte.is_ascii_digit() || byte.is_ascii_uppercase())
            );
            let most = if matches!(card, Card::Clock(Some(_))) { 35 } else { 20 };
            assert!(text.len() <= most.min(LONGEST_CODE), "{text}");
        }
        let clock = Card::Clock(ClockTime::from_local_millis(1_788_426_900_999));
        assert_eq!(clock.to_string(), "CLK20260903T091500");
        let Card::Clock(Some(time)) = clock else { panic!("no time") };
        assert_eq!(time.local_millis(), 1_788_426_900_000);
        assert_eq!(code(clock).to_string().len(), LONGEST_CODE);
    }

    #[test]
    fn a_typed_code_may_be_lower_case_with_blanks_round_it() {
        for text in [" sk1-7q4m2-0042-n\n", "\tSk1-7Q4m2-0042-N "] {
            assert_eq!(read(text), read("SK1-7Q4M2-0042-N"), "{text:?}");
        }
    }

    #[test]
    fn each_kind_of_other_text_is_named() {
        let checked = |payload: &str| {
            let check = check_character(&payload.replace('-', "")).unwrap();
            format!("{payload}-{check}")
        };
        for (text, error) in [
            ("", CardCodeError::Foreign),
            ("-", CardCodeError::Foreign),
            ("6412345678901", CardCodeError::Foreign),
            ("https://www.example.org/SK1-7Q4M2-0042-N", CardCodeError::Foreign),
            ("SKU-7Q4M2-0042-N", CardCodeError::Foreign),
            ("SK-7Q4M2-0042-N", CardCodeError::Foreign),
            ("ŠK1-7Q4M2-0042-N", CardCodeError::Foreign),
            ("SK2-7Q4M2-0042-N", CardCodeError::Version),
            ("sk10-whatever", CardCodeError::Version),
            ("SK1-", CardCodeError::Check),
            ("SK1-7Q4M2-0042", CardCodeError::Check),
            ("SK1-7Q4M2-0042-", CardCodeError::Check),
            ("SK1-7Q4M2-0042-NN", CardCodeError::Check),
            ("SK1-7Q4M2-0042-N-N", CardCodeError::Check),
            ("SK1-7Q4M-20042-N", CardCodeError::Check),
            ("SK1-7Q4M2-00ä2-N", CardCodeError::Check),
            ("SK1-7Q4M2-00000000000000000000042-N", CardCodeError::Check),
        ] {
            assert_eq!(read(text), Err(error), "{text:?}");
        }
        for unknown in ["END1", "00421", "GRP0", "GRP1000", "GRP", "RET000", "CLK20260230T091500", "CLK2026"]
        {
            let expected = match unknown {
                "END1" => Ok(code(Card::Subject(SubjectCode::new("END1").unwrap()))),
                _ => Err(CardCodeError::Kind),
            };
            assert_eq!(read(&checked(&format!("SK1-7Q4M2-{unknown}"))), expected, "{unknown}");
        }
    }

    #[test]
    fn no_subject_code_can_be_taken_for_a_special_card() {
        for special in ["GRP1", "RET9", "grp0"] {
            assert_eq!(SubjectCode::new(special), None, "{special}");
        }
        for number in 0..SubjectCode::COUNT {
            let drawn = SubjectCode::from_number(number).unwrap();
            assert_eq!(Card::read(&drawn.to_string()), Some(Card::Subject(drawn)));
            assert_eq!(drawn.number(), Some(number));
        }
        assert_eq!(SubjectCode::from_number(SubjectCode::COUNT), None);
        assert_eq!(SubjectCode::from_number(u32::MAX), None);
        assert_eq!(SubjectCode::new("ABCD").unwrap().number(), None);
    }

    #[test]
    fn clock_times_outside_four_digit_years_are_none() {
        for millis in [i64::MIN, i64::MAX, 253_402_300_800_000] {
            assert_eq!(ClockTime::from_local_millis(millis), None, "{millis}");
        }
        assert_eq!(ClockTime::from_local_millis(-1).unwrap().to_string(), "19691231T235959");
    }

    proptest! {
        #[test]
        fn one_wrong_character_is_always_found(number in 0..SubjectCode::COUNT, at in 4_usize..16, to in 0_usize..36) {
            let text = code(Card::Subject(SubjectCode::from_number(number).unwrap())).to_string();
            let mut typed = text.clone().into_bytes();
            prop_assume!(typed[at] != b'-' && typed[at] != VALUES[to]);
            typed[at] = VALUES[to];
            let typed = String::from_utf8(typed).unwrap();
            prop_assert_eq!(read(&typed), Err(CardCodeError::Check));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,80}") {
            if let Ok(code) = read(&text) {
                prop_assert_eq!(read(&code.to_string()), Ok(code));
            }
        }
    }
}
