//! Class lists that were made to harm, or are something else altogether.
#![allow(clippy::expect_used, clippy::indexing_slicing)] // a test may stop

use std::time::{Duration, Instant};

use exchange::roster::{
    Choices, ClassList, Field, HeaderRow, LONGEST_CELL, MOST_BYTES, MOST_COLUMNS, Mapping, Roster,
    RosterError, Separator, TextEncoding, read_sheet,
};
use proptest::prelude::*;

/// In this process: what these files may do to it is looked at here.
fn read(bytes: &[u8], choices: &Choices) -> Result<ClassList, RosterError> {
    exchange::roster::read(bytes, choices, read_sheet)
}

/// Codes of the range 900 to 999, which is never issued.
const CODES: [&str; 4] = ["010190-900P", "311215A999S", "290216B901H", "010170Y902L"];

fn error(bytes: &[u8]) -> Option<RosterError> {
    read(bytes, &Choices::default()).err()
}

#[test]
fn every_limit_has_its_error() {
    let columns = |count: usize| "a;".repeat(count - 1) + "a\n";
    for (text, expected) in [
        ("a".repeat(MOST_BYTES + 1), Some(RosterError::TooLarge)),
        ("a".repeat(LONGEST_CELL + 1), Some(RosterError::CellTooLong { row: 1 })),
        (format!("a\n\"{}\"", "a\n".repeat(LONGEST_CELL)), Some(RosterError::CellTooLong { row: 2 })),
        ("a".repeat(LONGEST_CELL), None),
        (columns(MOST_COLUMNS + 1), Some(RosterError::TooManyColumns { row: 1 })),
        (columns(MOST_COLUMNS), None),
        ("a\n".repeat(50_001), Some(RosterError::TooManyRows)),
        ("\n".repeat(60_000), Some(RosterError::TooManyRows)),
        ("a\n".repeat(50_000), None),
        (columns(150).repeat(20_000), Some(RosterError::TooManyCells)),
        (format!("{}a\n{}", ";".repeat(150), "a\n".repeat(20_000)), Some(RosterError::TooManyCells)),
        ("a;b\n\"c;d\ne;f\n".to_owned(), Some(RosterError::OpenQuote { row: 2 })),
    ] {
        assert_eq!(error(text.as_bytes()), expected, "{} bytes", text.len());
    }
}

#[test]
fn a_line_of_100_mb_is_refused_at_once() {
    let line = vec![b'a'; 100 * 1024 * 1024];
    let start = Instant::now();
    assert_eq!(error(&line), Some(RosterError::TooLarge));
    assert!(start.elapsed() < Duration::from_millis(100));
}

#[test]
fn what_is_no_list_is_named() {
    for (bytes, expected) in [
        (b"Nimi;Luokka\nMalli\0Ville;3A\n".as_slice(), RosterError::NotText),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", RosterError::NotText),
        (b"<html><table><tr><td>Malli</td></tr></table></html>", RosterError::WebPage),
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html>", RosterError::WebPage),
        (b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>", RosterError::WebPage),
    ] {
        assert_eq!(error(bytes), Some(expected), "{bytes:?}");
    }
}

#[test]
fn large_files_of_one_sign_take_bounded_time() {
    let fill = |unit: &str| unit.repeat(MOST_BYTES / unit.len());
    for text in [
        fill("\""),
        fill(";"),
        fill("\n"),
        fill("\u{feff}"),
        fill("010190"),
        fill("010190-900P"),
        format!("{}\n", "010190".repeat(2_000)).repeat(100),
        format!("{}{}\n", "010190".repeat(1_000), "-900P".repeat(1_000)).repeat(100),
    ] {
        let start = Instant::now();
        let _ = read(text.as_bytes(), &Choices::default());
        let elapsed = start.elapsed();
        assert!(elapsed < Duration::from_secs(30), "{:?}: {elapsed:?}", text.get(..6));
    }
}

/// Every text that comes out of a file, from whatever it is read as.
fn everything(bytes: &[u8], choices: &Choices) -> String {
    let Ok(list) = read(bytes, choices) else { return String::new() };
    let mut out = format!("{:?} {:?} {:?}", list.source, list.table, list.warnings);
    let columns = list.table.columns.len();
    // each column as each field
    for turn in 0..Field::ALL.len() {
        let fields = Field::ALL.iter().cycle().skip(turn).take(columns.min(Field::ALL.len()));
        let roster =
            Roster::from_table(&list.table, &Mapping::new(fields.map(|field| Some(*field)).collect()));
        out += &format!("{roster:?}");
    }
    let roster = Roster::from_table(&list.table, &Mapping::propose(&list.table));
    out + &format!("{roster:?}")
}

fn choices() -> impl Strategy<Value = Choices> {
    let encoding = prop::option::of(prop::sample::select(TextEncoding::ALL.to_vec()));
    let separator = prop::option::of(prop::sample::select(Separator::ALL.to_vec()));
    let header = prop::option::of(prop_oneof![Just(HeaderRow::Absent), (0..4_u32).prop_map(HeaderRow::At)]);
    (encoding, separator, header, prop::option::of(0..3_usize))
        .prop_map(|(encoding, separator, header, sheet)| Choices { encoding, separator, header, sheet })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_bytes_end_in_a_list_or_an_error(
        start in prop::sample::select(vec![&b""[..], b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe"]),
        bytes in proptest::collection::vec(any::<u8>(), 0..600),
        choices in choices(),
    ) {
        everything(&[start, &bytes].concat(), &choices);
    }

    #[test]
    fn no_identity_code_survives(
        rows in proptest::collection::vec(
            proptest::collection::vec(
                prop_oneof![
                    prop::sample::select(CODES.to_vec()).prop_map(str::to_owned),
                    (r"[A-Za-zäöå0-9 ,.()/-]{0,8}", prop::sample::select(CODES.to_vec()), "[a-zäö0-9 ,.-]{0,6}")
                        .prop_map(|(before, code, after)| [&before, code, &after].concat()),
                    prop::sample::select(vec!["Sukunimi", "Luokka", "Hetu", "Huoltaja 1", "Puhelin", "3A", "Malli"])
                        .prop_map(str::to_owned),
                ],
                1..6,
            ),
            1..6,
        ),
        quoted in any::<bool>(),
        choices in choices(),
    ) {
        let cell = |cell: &String| if quoted { format!("\"{cell}\"") } else { cell.clone() };
        let text: Vec<String> =
            rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join(";")).collect();
        let choices = Choices { encoding: None, ..choices };
        let out = everything(text.join("\r\n").as_bytes(), &choices).to_uppercase();
        for code in CODES {
            prop_assert!(!out.contains(code), "{} in {}", code, out);
        }
    }
}
