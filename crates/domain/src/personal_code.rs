//! Finnish personal identity codes (henkilötunnus), recognised in order to be dropped.
//!
//! A code is six digits (day, month, year), a sign for the century, three digits and a check character:
//! `0123456789ABCDEFHJKLMNPRSTUVWXY` at the nine digits mod 31 (Digital and Population Data Services Agency). The
//! century is one of `+ - U V W X Y A B C D E F`.
//!
//! A code is somebody's also when it is mistyped, so the shape suffices and the check character need not be right.
//! It is asked for where something else has the shape: telephone numbers (`040123-4567`), codes that other letters or
//! digits touch, codes without their sign or with blanks round it. Day and month must be possible, so that
//! numbers of orders stay.
//!
//! Deliberately not here: a type for codes. The studio needs none and keeps none. Invariant: what [`drop_codes`]
//! returns holds no code that [`find_codes`] would find.

use std::borrow::Cow;
use std::ops::Range;

const CHECK_CHARACTERS: [char; 31] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'H', 'J', 'K', 'L', 'M',
    'N', 'P', 'R', 'S', 'T', 'U', 'V', 'W', 'X', 'Y',
];

/// Digits of the shortest form; a text with fewer holds no code.
const FEWEST_DIGITS: usize = 9;

/// How often a text is gone through again, because what a code was cut out of may have become one.
const MOST_PASSES: usize = 4;

/// Where in a text personal identity codes stand: byte ranges, in order, apart from one another.
pub fn find_codes(text: &str) -> Vec<Range<usize>> {
    if text.bytes().filter(u8::is_ascii_digit).count() < FEWEST_DIGITS {
        return Vec::new();
    }
    let signs: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut rest = signs.as_slice();
    let mut place = 0;
    let mut before = None;
    loop {
        let length = code_length(rest, before);
        let Some((taken, left)) = rest.split_at_checked(length.unwrap_or(1)) else { return found };
        let end = place + taken.iter().map(|sign| sign.len_utf8()).sum::<usize>();
        if length.is_some() {
            found.push(place..end);
        }
        before = taken.last().copied();
        place = end;
        rest = left;
    }
}

/// A text without its personal identity codes, and how many were dropped. White space is left where a code stood
/// between words, none at either end. A text that would become a code by what is cut out of it is dropped whole.
pub fn drop_codes(text: &str) -> (Cow<'_, str>, u32) {
    let mut kept = Cow::Borrowed(text);
    let mut count = 0_u32;
    for _ in 0..MOST_PASSES {
        let found = find_codes(&kept);
        if found.is_empty() {
            return (kept, count);
        }
        count = count.saturating_add(u32::try_from(found.len()).unwrap_or(u32::MAX));
        kept = Cow::Owned(without(&kept, &found));
    }
    (Cow::Borrowed(""), count)
}

fn without(text: &str, ranges: &[Range<usize>]) -> String {
    let ends = ranges.iter().map(|range| range.end);
    let starts = ranges.iter().map(|range| range.start);
    let parts = std::iter::once(0).chain(ends).zip(starts.chain(std::iter::once(text.len())));
    let parts =
        parts.filter_map(|(from, to)| text.get(from..to)).map(str::trim).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}

/// Characters of the code that a text begins with, where `before` is what stands in front of it.
fn code_length(text: &[char], before: Option<char>) -> Option<usize> {
    if !text.first()?.is_ascii_digit() {
        return None;
    }
    length_with_date(text, before, 8).or_else(|| length_with_date(text, before, 6))
}

/// The same with a date of so many digits: six are the law's, eight (`ddmmyyyy`) are often typed.
fn length_with_date(text: &[char], before: Option<char>, date_digits: usize) -> Option<usize> {
    let mut rest = text;
    let day_and_month = number(&mut rest, 4)?;
    if !(1..=31).contains(&(day_and_month / 100)) || !(1..=12).contains(&(day_and_month % 100)) {
        return None;
    }
    let year = number(&mut rest, date_digits - 4)? % 100;
    let is_spaced_before = skip(&mut rest, |sign| sign == ' ' || sign == '\u{a0}').is_some();
    let century = skip(&mut rest, is_century);
    let is_spaced = skip(&mut rest, |sign| sign == ' ' || sign == '\u{a0}').is_some() || is_spaced_before;
    let individual = number(&mut rest, 3)?;
    let check = skip(&mut rest, is_check_character)?.to_ascii_uppercase();

    let digits = (day_and_month * 100 + year) * 1000 + individual;
    let is_right =
        usize::try_from(digits % 31).is_ok_and(|place| CHECK_CHARACTERS.get(place) == Some(&check));
    let is_touched = before.is_some_and(|sign| sign.is_ascii_digit())
        || rest.first().is_some_and(|sign| sign.is_alphanumeric());
    let is_like_phone = check.is_ascii_digit() && century.is_none_or(is_hyphen);
    let is_code = match century {
        None => is_right && !is_like_phone,
        Some(_) if is_right => !(is_like_phone && is_touched),
        Some(_) => {
            let is_home_number = is_like_phone && text.first() == Some(&'0');
            date_digits == 6 && !is_touched && !is_spaced && !is_home_number
        }
    };
    is_code.then(|| text.len() - rest.len())
}

fn number(rest: &mut &[char], digits: usize) -> Option<u32> {
    let (taken, left) = rest.split_at_checked(digits)?;
    *rest = left;
    taken.iter().try_fold(0, |number, sign| Some(number * 10 + sign.to_digit(10)?))
}

fn skip(rest: &mut &[char], is_wanted: impl Fn(char) -> bool) -> Option<char> {
    let (&sign, left) = rest.split_first().filter(|(sign, _)| is_wanted(**sign))?;
    *rest = left;
    Some(sign)
}

fn is_century(sign: char) -> bool {
    matches!(sign.to_ascii_uppercase(), '+' | 'A'..='F' | 'U'..='Y') || is_hyphen(sign)
}

/// A hyphen, or what word processors make of it.
fn is_hyphen(sign: char) -> bool {
    matches!(sign, '-' | '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2013}' | '\u{2212}')
}

fn is_check_character(sign: char) -> bool {
    CHECK_CHARACTERS.contains(&sign.to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Codes of the range 900 to 999, which is never issued.
    const CODES: [&str; 4] = ["010190-900P", "311215A999S", "290216B901H", "010170Y902L"];

    fn found(text: &str) -> Vec<&str> {
        find_codes(text).into_iter().map(|range| text.get(range).expect("a part of the text")).collect()
    }

    #[test]
    fn a_code_is_found_wherever_it_stands() {
        for code in CODES {
            for text in [
                code.to_owned(),
                format!(" {code}\n"),
                format!("Esimerkki Aino {code}, 3B"),
                format!("Ö{code}ö"),
                format!("1{code}2"),
                code.to_lowercase(),
            ] {
                assert_eq!(found(&text).concat().to_uppercase(), code, "{text:?}");
            }
        }
    }

    #[test]
    fn other_spellings_are_codes() {
        for text in [
            "010190+900P",
            "010190\u{2013}900P",
            "010190U900P",
            "010190f900p",
            "010190 - 900P",
            "010190 -900P",
            "010190900P",
            "01011990-900P",
            "010190-9090",
        ] {
            assert_eq!(found(text), [text], "{text:?}");
        }
    }

    #[test]
    fn a_mistyped_code_is_somebodys_code() {
        for text in ["010190-900R", "311215A9990", "010190A9001", "311215-9991"] {
            assert_eq!(found(text), [text], "{text:?}");
        }
    }

    #[test]
    fn what_only_resembles_a_code_stays() {
        for text in [
            "",
            "010190",
            "1.1.1990",
            "2015-12-31",
            "31122015",
            "010124-311224",
            "040123-4567",
            "040123 4567",
            "0401234567",
            "+358 40 123 4567",
            "050112-1234",
            "123456-7890",
            "321290-900P",
            "011390-900P",
            "1234567-1",
            "010190-900G",
            "010190-90P",
            "202526-1234",
            "311215 999",
            "FI2112345600000785",
            "SK1-7Q4M2-0042-N",
            "٠١٠١٩٠-900P",
        ] {
            assert_eq!(find_codes(text), [], "{text:?}");
            assert_eq!(drop_codes(text), (Cow::Borrowed(text), 0));
        }
    }

    #[test]
    fn the_rest_of_the_text_stays() {
        for (text, rest, count) in [
            ("010190-900P", "", 1),
            ("Esimerkki Aino 010190-900P", "Esimerkki Aino", 1),
            ("Malli 311215A999S Ville (010190-900P)", "Malli Ville ( )", 2),
            ("010190-900P311215A999S", "", 2),
            ("010190-900P/040 123 4567", "/040 123 4567", 1),
            // the halves of a code with another in it are a code of their own
            ("010190311215A999S-900P", "", 2),
        ] {
            assert_eq!(drop_codes(text), (Cow::Borrowed(rest), count), "{text:?}");
        }
    }

    #[test]
    fn codes_within_codes_do_not_take_time() {
        let text = format!("{}{}{}", "010190".repeat(400), "010190-900P", "-900P".repeat(400));
        let (rest, count) = drop_codes(&text);
        assert_eq!(find_codes(&rest), []);
        assert!(count > 0);
    }

    /// Reads the shared vector file where there is one; the same codes stand above.
    #[test]
    fn the_vector_file_agrees() {
        let path = std::env::var_os("KONTAKTI_VECTORS").map_or_else(
            || {
                std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR"))
                    .join("../../../shared/vectors/vectors.json")
            },
            |folder| std::path::PathBuf::from(folder).join("vectors.json"),
        );
        let Ok(text) = std::fs::read_to_string(&path) else {
            println!("SKIP the vector file is not here: {}", path.display());
            return;
        };
        let file: serde_json::Value = serde_json::from_str(&text).unwrap();
        let codes: Vec<_> =
            file["hetu_never_issued"].as_array().unwrap().iter().filter_map(|code| code.as_str()).collect();
        assert_eq!(codes, CODES);
    }

    proptest! {
        #[test]
        fn nothing_that_is_left_is_a_code(
            parts in proptest::collection::vec("[0-9]{1,8}|[-+ A-Ya-y]|010190-900P|311215A999S|\\PC{0,5}", 0..12),
        ) {
            let text = parts.concat();
            let (rest, _) = drop_codes(&text);
            prop_assert_eq!(find_codes(&rest), []);
            for code in CODES {
                prop_assert!(!rest.contains(code));
            }
        }
    }
}
