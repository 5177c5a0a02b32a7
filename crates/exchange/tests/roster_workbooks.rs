//! Class lists as workbooks: .xlsx, .ods and .xls made here, whole, damaged and made to harm.
#![allow(clippy::expect_used, clippy::indexing_slicing)] // a test may stop

#[path = "common/workbooks.rs"]
mod workbooks;

use std::time::{Duration, Instant};

use exchange::roster::{
    Choices, ClassList, FileKind, HeaderRow, MOST_UNPACKED, Mapping, Roster, RosterError, read_sheet,
};
use proptest::prelude::*;
use workbooks::Cell::{Nothing, Text};
use workbooks::{ODS_TYPE, ROWS, archive, ods, xls, xlsx, xlsx_parts, xlsx_sheet};

/// In this process: what these files may do to it is looked at here.
fn read(bytes: &[u8], choices: &Choices) -> Result<ClassList, RosterError> {
    exchange::roster::read(bytes, choices, read_sheet)
}

fn list(bytes: &[u8]) -> ClassList {
    read(bytes, &Choices::default()).expect("a list")
}

#[test]
fn the_same_list_is_read_from_each_kind_of_workbook() {
    for (bytes, kind) in [(xlsx(), FileKind::Xlsx), (ods(), FileKind::Ods), (xls(), FileKind::Xls)] {
        let list = list(&bytes);
        let source = &list.source;
        assert_eq!((source.kind, source.encoding, source.separator), (kind, None, None));
        assert_eq!((source.sheets.as_slice(), source.sheet), (["3A".to_owned()].as_slice(), Some(0)));
        assert_eq!(source.header, HeaderRow::At(2), "{kind:?}");
        assert_eq!(list.table.personal_codes_dropped, 2, "{kind:?}");
        let roster = Roster::from_table(&list.table, &Mapping::propose(&list.table));
        let rows: Vec<_> = roster
            .rows
            .iter()
            .map(|row| {
                [&row.last_name, &row.first_name, &row.postal_code, &row.born_on, &row.phone]
                    .map(String::as_str)
            })
            .collect();
        let expected = [
            ["Malli", "Ville", "00100", "2015-12-31", "405550101"],
            ["Öhman", "& Åke", "65100", "2015-02-01", "040 555 0102"],
        ];
        assert_eq!(rows, expected, "{kind:?}");
        let issues: Vec<_> = roster.issues.iter().map(|issue| (issue.row, issue.reason.code())).collect();
        assert_eq!(issues, [(3, "postal_code_padded")], "{kind:?}");
    }
}

#[test]
fn the_first_visible_sheet_with_content_is_read_and_others_can_be_chosen() {
    let sheet = |text| xlsx_sheet(&[[Text(text), Nothing, Nothing, Nothing, Nothing]]);
    let bytes = archive(
        &xlsx_parts(&[
            ("Vanha 311215A999S", "state=\"hidden\"", sheet("Malli Aino")),
            ("Ohje 010190-900P", "", xlsx_sheet(&[])),
            ("3A", "", sheet("Malli Ville")),
        ]),
        None,
    );
    let first = list(&bytes);
    assert_eq!(first.source.sheets, ["Ohje", "3A"]);
    assert_eq!((first.source.sheet, first.table.rows[0].cells[0].as_str()), (Some(1), "Malli Ville"));
    for (sheet, result) in [
        (0, Err(RosterError::Empty)),
        (1, Ok(())),
        (2, Err(RosterError::NoSuchSheet)),
        (usize::MAX, Err(RosterError::NoSuchSheet)),
    ] {
        let choices = Choices { sheet: Some(sheet), ..Choices::default() };
        assert_eq!(read(&bytes, &choices).map(|_| ()), result, "{sheet}");
    }
}

#[test]
fn numbers_and_other_values_are_written_as_people_write_them() {
    let cells = "<c><v>12</v></c><c><v>12.5</v></c><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c>\
        <c><v>1e300</v></c><c s=\"1\"><v>1e300</v></c><c><f>A1</f><v>7</v></c><c t=\"inlineStr\"><is><t>x</t></is></c>";
    let sheet = format!("<worksheet><sheetData><row r=\"7\">{cells}</row></sheetData></worksheet>");
    let list = list(&archive(&xlsx_parts(&[("a", "", sheet)]), None));
    let row = &list.table.rows[0];
    assert_eq!((row.number, &row.cells[..4]), (7, ["12", "12.5", "true", ""].map(str::to_owned).as_slice()));
    assert_eq!(row.cells[6..], ["7", "x"]);
}

#[test]
fn cells_far_away_are_refused_before_they_take_memory() {
    for (place, error) in [
        ("A1048576", RosterError::TooManyRows),
        ("A50001", RosterError::TooManyRows),
        ("XFD1", RosterError::TooManyColumns { row: 1 }),
        ("GS3", RosterError::TooManyColumns { row: 3 }),
        ("ZZZZZZZZZ9", RosterError::BrokenWorkbook),
    ] {
        let sheet = format!(
            "<worksheet><sheetData><row><c r=\"A1\"><v>1</v></c><c r=\"{place}\"><v>1</v></c></row></sheetData></worksheet>"
        );
        let bytes = archive(&xlsx_parts(&[("a", "", sheet)]), None);
        assert_eq!(read(&bytes, &Choices::default()).map(|_| ()), Err(error), "{place}");
    }
    let long = xlsx_sheet(&[[Text(&"x".repeat(20_000)), Nothing, Nothing, Nothing, Nothing]]);
    let bytes = archive(&xlsx_parts(&[("a", "", long)]), None);
    assert_eq!(read(&bytes, &Choices::default()).map(|_| ()), Err(RosterError::CellTooLong { row: 1 }));
}

#[test]
fn one_text_in_very_many_cells_is_refused() {
    let mut parts = xlsx_parts(&[("a", "", {
        let row = format!("<row>{}</row>", "<c t=\"s\"><v>0</v></c>".repeat(100));
        format!("<worksheet><sheetData>{}</sheetData></worksheet>", row.repeat(100))
    })]);
    parts.push(("xl/sharedStrings.xml", format!("<sst><si><t>{}</t></si></sst>", "x".repeat(10_000))));
    let bytes = archive(&parts, None);
    assert!(bytes.len() < 400_000);
    assert_eq!(read(&bytes, &Choices::default()).map(|_| ()), Err(RosterError::TooLarge));
}

#[test]
fn parts_that_announce_too_much_are_refused_and_cannot_hold_more_than_they_announce() {
    let parts = xlsx_parts(&[("3A", "", xlsx_sheet(&ROWS))]);
    let most = u32::try_from(MOST_UNPACKED).expect("small");
    for announced in [most, u32::MAX] {
        let bytes = archive(&parts, Some(announced));
        assert_eq!(read(&bytes, &Choices::default()).map(|_| ()), Err(RosterError::TooLarge), "{announced}");
    }
    let bytes = archive(&parts, Some(10));
    assert_eq!(read(&bytes, &Choices::default()).map(|_| ()), Err(RosterError::BrokenWorkbook));
}

#[test]
fn damaged_workbooks_are_errors() {
    for (whole, name) in [(xlsx(), "xlsx"), (ods(), "ods"), (xls(), "xls")] {
        for end in [8, 100, whole.len() / 2, whole.len() - 1] {
            let result = read(&whole[..end], &Choices::default());
            // the last byte of an .xls is padding
            if !(name == "xls" && end == whole.len() - 1) {
                assert_eq!(result.map(|_| ()), Err(RosterError::BrokenWorkbook), "{name} up to {end}");
            }
        }
    }
    assert_eq!(read(b"PK\x03\x04", &Choices::default()).map(|_| ()), Err(RosterError::BrokenWorkbook));
    // a chain of sectors that comes back to itself: the stream's last sector names its first
    let mut circle = xls();
    circle[512 + 9 * 4..512 + 10 * 4].copy_from_slice(&2_u32.to_le_bytes());
    assert_eq!(read(&circle, &Choices::default()).map(|_| ()), Err(RosterError::BrokenWorkbook));
}

#[test]
fn a_protected_workbook_says_so() {
    let mut bytes = xls();
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes[1024 + 128..1024 + 128 + name.len()].copy_from_slice(&name);
    assert_eq!(read(&bytes, &Choices::default()).map(|_| ()), Err(RosterError::PasswordProtected));
    let encrypted = "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    let parts = [("mimetype", ODS_TYPE.to_owned()), ("META-INF/manifest.xml", encrypted.to_owned())];
    assert_eq!(
        read(&archive(&parts, None), &Choices::default()).map(|_| ()),
        Err(RosterError::PasswordProtected)
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn changed_bytes_end_in_a_list_or_an_error(
        kind in 0..3_usize,
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = [xlsx, ods, xls][kind]();
        for (place, byte) in &changes {
            let place = place.index(bytes.len());
            bytes[place] = *byte;
        }
        let start = Instant::now();
        let _ = read(&bytes, &Choices::default());
        prop_assert!(start.elapsed() < Duration::from_secs(10));
    }
}
