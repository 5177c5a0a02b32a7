//! What is written in a cell: names, dates, postal codes, yes and no.
//!
//! Deliberately not here: which column it is from. Invariant: what cannot be read for certain is not read.

use calamine::{ExcelDateTime, ExcelDateTimeType};
use domain::Language;
use domain::field::is_iso_date;

/// A cell on one line: no control characters and none that are not seen, one space where white space was, none at
/// the ends.
pub(super) fn tidied(cell: String) -> String {
    let is_tidy = cell.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_control())
        && !cell.starts_with(' ')
        && !cell.ends_with(' ')
        && !cell.contains("  ");
    if is_tidy {
        return cell;
    }
    let seen: String = cell
        .chars()
        .filter(|sign| !is_unseen(*sign))
        .map(|sign| if sign.is_control() { ' ' } else { sign })
        .collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Soft hyphens, joiners, marks of direction, byte order marks.
fn is_unseen(sign: char) -> bool {
    matches!(sign,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Words that belong to the family name after them.
const PARTICLES: [&str; 14] =
    ["af", "av", "da", "de", "del", "der", "di", "du", "la", "le", "van", "von", "ter", "zu"];

/// Family name and given names of a name in one cell. A comma parts them; without one, the first word is the family
/// name, together with particles before it (`von Malli Ville`). A single word is a family name.
pub(super) fn split_name(name: &str) -> (String, String) {
    if let Some((last, first)) = name.split_once(',') {
        return (last.trim().to_owned(), first.trim().to_owned());
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let particles = words.iter().take_while(|word| PARTICLES.contains(&word.to_lowercase().as_str())).count();
    let (last, first) = words.split_at_checked(particles + 1).unwrap_or((words.as_slice(), &[]));
    (last.join(" "), first.join(" "))
}

/// The same where the given names come first: the last word is the family name, with particles before it.
pub(super) fn split_name_given_first(name: &str) -> (String, String) {
    let words: Vec<&str> = name.split_whitespace().collect();
    let Some((_, before)) = words.split_last() else { return Default::default() };
    let particles =
        before.iter().rev().take_while(|word| PARTICLES.contains(&word.to_lowercase().as_str())).count();
    let (first, last) = words.split_at_checked(before.len() - particles).unwrap_or((&[], words.as_slice()));
    (last.join(" "), first.join(" "))
}

/// What a cell of a yes-or-no column says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Answer {
    Yes,
    No,
    /// Nothing.
    Empty,
    /// Something that is neither.
    Unclear,
}

/// Reads yes and no in Finnish, Swedish and English, crosses, 1 and 0.
pub(super) fn answer(text: &str) -> Answer {
    match text.to_lowercase().as_str() {
        "" => Answer::Empty,
        "kyllä" | "kylla" | "k" | "ja" | "j" | "yes" | "y" | "x" | "1" | "true" | "tosi" | "sant" | "✓"
        | "✔" | "☑" => Answer::Yes,
        "ei" | "e" | "nej" | "no" | "n" | "0" | "false" | "epätosi" | "falskt" => Answer::No,
        _ => Answer::Unclear,
    }
}

/// The language that a cell names: a code, or the name in one of the three languages.
pub(super) fn language(text: &str) -> Option<Language> {
    match text.to_lowercase().as_str() {
        "suomi" | "finska" | "finnish" | "fin" => Some(Language::Finnish),
        "ruotsi" | "svenska" | "swedish" | "swe" => Some(Language::Swedish),
        "englanti" | "engelska" | "english" | "eng" => Some(Language::English),
        code => Language::from_code(code),
    }
}

/// The day that a cell names, as ISO text: `31.12.2015`, `2015-12-31`, `20151231`, each also with a time after it, or
/// the number that Excel counts days by (from 30 December 1899) when a column has lost its format. Years of two digits
/// and `/`, which stand for two orders, are not read.
pub(super) fn date(text: &str) -> Option<String> {
    let day = text.split_once(['T', ' ']).filter(|(_, time)| time.contains(':')).map_or(text, |(day, _)| day);
    let is_number = day.bytes().all(|byte| byte.is_ascii_digit());
    let iso = match day.len() {
        5 if is_number => {
            let serial = ExcelDateTime::new(day.parse().ok()?, ExcelDateTimeType::DateTime, false);
            let (year, month, day, ..) = serial.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        8 if is_number => format!("{}-{}-{}", day.get(..4)?, day.get(4..6)?, day.get(6..)?),
        _ => match day.split('.').collect::<Vec<_>>().as_slice() {
            [day, month, year] if day.len() <= 2 && month.len() <= 2 => {
                format!("{year}-{month:0>2}-{day:0>2}")
            }
            _ => day.to_owned(),
        },
    };
    (is_iso_date(&iso) && iso.as_str() >= "1900").then_some(iso)
}

/// What became of a postal code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum PostalCode {
    /// Five digits.
    Whole(String),
    /// Five digits, after zeros were put in front.
    Padded(String),
    Bad,
}

/// Reads a Finnish postal code, also with `FI-` or `AX-` before it. Spreadsheets make a number of it, and `00100`
/// becomes 100: three or four digits get their zeros back where `may_pad` says that the column has lost them.
pub(super) fn postal_code(text: &str, may_pad: bool) -> PostalCode {
    let prefixes = ["FI-", "FIN-", "AX-"];
    let code = prefixes.iter().find_map(|prefix| text.strip_prefix(prefix)).unwrap_or(text);
    let is_number = code.bytes().all(|byte| byte.is_ascii_digit());
    match code.len() {
        5 if is_number => PostalCode::Whole(code.to_owned()),
        3 | 4 if is_number && may_pad => PostalCode::Padded(format!("{code:0>5}")),
        _ => PostalCode::Bad,
    }
}

/// Postal code and town of `00100 Helsinki`; without a number in front it is all town.
pub(super) fn split_postal_address(text: &str) -> (&str, &str) {
    let (code, town) = text.split_once(' ').unwrap_or((text, ""));
    if code.contains(|sign: char| sign.is_ascii_digit()) { (code, town) } else { ("", text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_on_one_line() {
        for (cell, tidy) in [
            ("Malli", "Malli"),
            ("  Malli \t Ville\r\nKalle ", "Malli Ville Kalle"),
            ("Öhman\u{a0}Åke", "Öhman Åke"),
            ("Mal\u{200b}li\u{202e}", "Malli"),
            ("\u{1}Malli\u{7f}", "Malli"),
            (" \u{feff} ", ""),
        ] {
            assert_eq!(tidied(cell.to_owned()), tidy, "{cell:?}");
        }
    }

    #[test]
    fn names_in_one_cell() {
        for (name, last, first) in [
            ("Esimerkki Aino", "Esimerkki", "Aino"),
            ("Esimerkki Aino Maria", "Esimerkki", "Aino Maria"),
            ("Esimerkki, Aino Maria", "Esimerkki", "Aino Maria"),
            ("Malli Esimerkki, Aino", "Malli Esimerkki", "Aino"),
            ("von Malli Ville", "von Malli", "Ville"),
            ("De la Malli Ville", "De la Malli", "Ville"),
            ("Malli-Esimerkki Ville", "Malli-Esimerkki", "Ville"),
            ("Malli", "Malli", ""),
            ("Malli,", "Malli", ""),
            (", Ville", "", "Ville"),
            ("von", "von", ""),
            ("", "", ""),
        ] {
            assert_eq!(split_name(name), (last.to_owned(), first.to_owned()), "{name:?}");
        }
        for (name, last, first) in [
            ("Aino Esimerkki", "Esimerkki", "Aino"),
            ("Aino Maria Esimerkki", "Esimerkki", "Aino Maria"),
            ("Ville von Malli", "von Malli", "Ville"),
            ("Malli", "Malli", ""),
            ("von Malli", "von Malli", ""),
            ("", "", ""),
        ] {
            assert_eq!(split_name_given_first(name), (last.to_owned(), first.to_owned()), "{name:?}");
        }
    }

    #[test]
    fn yes_and_no() {
        for (answers, expected) in [
            (
                vec!["kyllä", "KYLLÄ", "K", "x", "X", "1", "ja", "yes", "Y", "true", "TOSI", "sant"],
                Answer::Yes,
            ),
            (vec!["ei", "E", "0", "nej", "no", "N", "false", "EPÄTOSI", "falskt"], Answer::No),
            (vec![""], Answer::Empty),
            (vec!["-", "?", "ehkä", "2", "ei tietoa"], Answer::Unclear),
        ] {
            for text in answers {
                assert_eq!(answer(text), expected, "{text:?}");
            }
        }
    }

    #[test]
    fn languages() {
        for (text, expected) in [
            ("fi", Some(Language::Finnish)),
            ("Suomi", Some(Language::Finnish)),
            ("SV", Some(Language::Swedish)),
            ("sv-FI", Some(Language::Swedish)),
            ("ruotsi", Some(Language::Swedish)),
            ("Svenska", Some(Language::Swedish)),
            ("englanti", Some(Language::English)),
            ("eng", Some(Language::English)),
            ("viro", None),
            ("", None),
        ] {
            assert_eq!(language(text), expected, "{text:?}");
        }
    }

    #[test]
    fn dates() {
        for (text, expected) in [
            ("31.12.2015", Some("2015-12-31")),
            ("1.2.2015", Some("2015-02-01")),
            ("01.02.2015", Some("2015-02-01")),
            ("2015-12-31", Some("2015-12-31")),
            ("2015-12-31T00:00:00", Some("2015-12-31")),
            ("31.12.2015 0:00", Some("2015-12-31")),
            ("20151231", Some("2015-12-31")),
            ("42369", Some("2015-12-31")),
            ("29.2.2016", Some("2016-02-29")),
            ("29.2.2015", None),
            ("31.12.15", None),
            ("12/31/2015", None),
            ("31122015", None),
            ("0015-12-31", None),
            ("9.9.99999", None),
            ("1..2015", None),
            ("äääää", None),
            ("2015", None),
            ("", None),
        ] {
            assert_eq!(date(text).as_deref(), expected, "{text:?}");
        }
    }

    #[test]
    fn postal_codes() {
        use PostalCode::{Bad, Padded, Whole};
        for (text, may_pad, expected) in [
            ("00100", false, Whole("00100".to_owned())),
            ("FI-00100", false, Whole("00100".to_owned())),
            ("AX-22100", false, Whole("22100".to_owned())),
            ("100", true, Padded("00100".to_owned())),
            ("2100", true, Padded("02100".to_owned())),
            ("100", false, Bad),
            ("10", true, Bad),
            ("111 22", true, Bad),
            ("001000", true, Bad),
            ("0010O", true, Bad),
            ("", true, Bad),
        ] {
            assert_eq!(postal_code(text, may_pad), expected, "{text:?}");
        }
        for (text, parts) in [
            ("00100 Helsinki", ("00100", "Helsinki")),
            ("FI-00100 Helsinki", ("FI-00100", "Helsinki")),
            ("100 Uusi Malli", ("100", "Uusi Malli")),
            ("Uusi Malli", ("", "Uusi Malli")),
            ("00100", ("00100", "")),
            ("", ("", "")),
        ] {
            assert_eq!(split_postal_address(text), parts, "{text:?}");
        }
    }
}
