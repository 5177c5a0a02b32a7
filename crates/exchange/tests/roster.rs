//! Class lists as text: what is detected, what is mapped, what the rows say and what is wrong with them.
#![allow(clippy::expect_used, clippy::indexing_slicing)] // a test may stop

use domain::Language;
use domain::subject::Permission;
use encoding_rs::{Encoding, ISO_8859_15, WINDOWS_1252};
use exchange::roster::{
    Choices, ClassList, Field, FileKind, GuardianNumber, HeaderRow, IssueReason, Mapping, Roster,
    RosterError, Separator, TextEncoding, Warning, read_sheet,
};

/// In this process: what these files may do to it is looked at here.
fn read(bytes: &[u8], choices: &Choices) -> Result<ClassList, RosterError> {
    exchange::roster::read(bytes, choices, read_sheet)
}

fn list(text: &str) -> ClassList {
    read(text.as_bytes(), &Choices::default()).expect(text)
}

fn roster(text: &str) -> Roster {
    let table = list(text).table;
    Roster::from_table(&table, &Mapping::propose(&table))
}

/// Row, column and code of each issue.
fn issues(roster: &Roster) -> Vec<(u32, Option<usize>, &'static str)> {
    roster.issues.iter().map(|issue| (issue.row, issue.column, issue.reason.code())).collect()
}

fn cells(list: &ClassList) -> Vec<Vec<&str>> {
    list.table.rows.iter().map(|row| row.cells.iter().map(String::as_str).collect()).collect()
}

const WHOLE: &str = "\
Sukunimi;Etunimet;Kutsumanimi;Luokka;Opettaja;Oppilasnumero;Syntymäaika;Henkilötunnus;Katuosoite;Postinumero;\
Postitoimipaikka;Puhelin;Sähköposti;Kieli;Turvakielto;Kuvauslupa;Julkaisulupa;Huoltaja 1;Huoltaja 1 puhelin;\
Huoltaja 1 sähköposti;Huoltaja 2;Huoltaja 2 katuosoite;Huoltaja 2 postinumero;Huoltaja 2 postitoimipaikka\r\n\
Esimerkki;Aino Maria;Aino;3B;Malli Ville;1001;31.12.2015;311215A999S;Koulukatu 1;00100;Helsinki;040 555 0101;\
aino@example.fi;suomi;;kyllä;ei;Esimerkki Ville;040 555 0102;ville@example.fi;Öhman Åke;Strandvägen 9;65100;Vasa\r\n";

#[test]
fn a_whole_row_is_read() {
    let list = list(WHOLE);
    assert_eq!(list.source.kind, FileKind::Text);
    assert_eq!(
        (list.source.encoding, list.source.separator, list.source.header),
        (Some(TextEncoding::Utf8), Some(Separator::Semicolon), HeaderRow::At(1))
    );
    assert_eq!(list.warnings, []);
    assert_eq!((list.table.personal_codes_dropped, list.table.first_row_number), (1, 2));

    let roster = Roster::from_table(&list.table, &Mapping::propose(&list.table));
    assert_eq!(roster.issues, []);
    let [row] = roster.rows.as_slice() else { unreachable!("one row") };
    assert_eq!((row.row, row.last_name.as_str(), row.first_name.as_str()), (2, "Esimerkki", "Aino Maria"));
    assert_eq!(
        (row.call_name.as_str(), row.group.as_str(), row.teacher.as_str()),
        ("Aino", "3B", "Malli Ville")
    );
    assert_eq!((row.source_id.as_str(), row.born_on.as_str()), ("1001", "2015-12-31"));
    assert_eq!(
        (row.street.as_str(), row.postal_code.as_str(), row.town.as_str()),
        ("Koulukatu 1", "00100", "Helsinki")
    );
    assert_eq!((row.phone.as_str(), row.email.as_str()), ("040 555 0101", "aino@example.fi"));
    assert_eq!((row.language, row.is_protected), (Some(Language::Finnish), false));
    assert_eq!((row.photo_permission, row.publication_permission), (Permission::Given, Permission::Refused));
    let [one, two] = row.guardians.as_slice() else { unreachable!("two guardians") };
    assert_eq!(
        (one.number, one.last_name.as_str(), one.first_name.as_str(), one.phone.as_str(), one.email.as_str()),
        (GuardianNumber::First, "Esimerkki", "Ville", "040 555 0102", "ville@example.fi")
    );
    assert_eq!((one.street.as_str(), one.town.as_str()), ("", ""), "nothing of the other household");
    assert_eq!(
        (two.last_name.as_str(), two.street.as_str(), two.postal_code.as_str(), two.town.as_str()),
        ("Öhman", "Strandvägen 9", "65100", "Vasa")
    );
    assert_eq!((two.phone.as_str(), two.email.as_str()), ("", ""));
}

#[test]
fn equal_lists_in_five_encodings_give_equal_rows() {
    let text = "Efternamn;Förnamn;Klass\r\nÖhman;Åke;3B\r\nŽemlja;Dušan;šk Ö\r\nŠtest;Aino;3B €\r\n";
    let one_byte = |encoding: &'static Encoding| encoding.encode(text).0.into_owned();
    let utf_16 = |mark: [u8; 2], bytes: fn(u16) -> [u8; 2]| {
        mark.into_iter().chain(text.encode_utf16().flat_map(bytes)).collect::<Vec<_>>()
    };
    let expected = roster(text);
    assert_eq!((expected.rows.len(), expected.rows[1].last_name.as_str()), (3, "Žemlja"));
    for (bytes, encoding, has_mark) in [
        (text.as_bytes().to_vec(), TextEncoding::Utf8, false),
        (["\u{feff}", text].concat().into_bytes(), TextEncoding::Utf8, true),
        (one_byte(WINDOWS_1252), TextEncoding::Windows1252, false),
        (one_byte(ISO_8859_15), TextEncoding::Iso8859Part15, false),
        (utf_16([0xff, 0xfe], u16::to_le_bytes), TextEncoding::Utf16Le, true),
        (utf_16([0xfe, 0xff], u16::to_be_bytes), TextEncoding::Utf16Be, true),
    ] {
        let list = read(&bytes, &Choices::default()).expect("a list");
        assert_eq!((list.source.encoding, list.source.has_byte_order_mark), (Some(encoding), has_mark));
        assert_eq!(Roster::from_table(&list.table, &Mapping::propose(&list.table)), expected, "{encoding:?}");
        assert_eq!(list.warnings, []);
    }
}

#[test]
fn a_wrong_encoding_is_a_warning_and_can_be_overruled() {
    let text = "Sukunimi;Etunimi\nÖhman;Åke\nMalli;Ville\n";
    let chosen = |encoding| {
        read(text.as_bytes(), &Choices { encoding: Some(encoding), ..Choices::default() }).expect("a list")
    };
    assert_eq!(chosen(TextEncoding::Windows1252).warnings, [Warning::DoubleEncoded { cells: 2 }]);
    assert_eq!(chosen(TextEncoding::Utf8).warnings, []);
    // encoded twice where the file was made
    assert_eq!(list("Sukunimi;Etunimi\nÃ–hman;Ville\n").warnings, [Warning::DoubleEncoded { cells: 1 }]);
    let latin = b"Sukunimi;Etunimi\n\xd6hman;\xc5ke\nMalli;Ville\n";
    let wrong = read(latin, &Choices { encoding: Some(TextEncoding::Utf8), ..Choices::default() });
    assert_eq!(wrong.expect("a list").warnings, [Warning::Undecodable { cells: 2 }]);
    // UTF-16 without a mark has to be chosen
    let utf_16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read(&utf_16, &Choices::default()).map(|_| ()), Err(RosterError::NotText));
    let chosen = read(&utf_16, &Choices { encoding: Some(TextEncoding::Utf16Le), ..Choices::default() });
    assert_eq!(cells(&chosen.expect("a list"))[0], ["Öhman", "Åke"]);
}

#[test]
fn separators_and_line_endings_do_not_matter() {
    let expected = roster("Sukunimi;Etunimi;Luokka\nMalli;Ville;3A\nEsimerkki;Aino;3B\n");
    for separator in [";", "\t", ",", "|"] {
        for ending in ["\n", "\r\n", "\r"] {
            let text = expected_text(separator, ending);
            assert_eq!(roster(&text), expected, "{text:?}");
            // trailing separators, as spreadsheets leave them
            let trailing = text.replace(ending, &format!("{separator}{separator}{ending}"));
            assert_eq!(roster(&trailing), expected, "{trailing:?}");
        }
    }
    let wrong =
        Choices { separator: Some(Separator::Pipe), header: Some(HeaderRow::Absent), ..Choices::default() };
    let list = read(b"Malli;Ville", &wrong).expect("a list");
    assert_eq!(cells(&list), [["Malli;Ville"]]);
}

fn expected_text(separator: &str, ending: &str) -> String {
    let rows = [["Sukunimi", "Etunimi", "Luokka"], ["Malli", "Ville", "3A"], ["Esimerkki", "Aino", "3B"]];
    rows.map(|row| row.join(separator) + ending).concat()
}

#[test]
fn headings_are_found_below_titles_and_can_be_overruled() {
    for (text, header, first) in [
        ("Sukunimi;Etunimi\nMalli;Ville\n", HeaderRow::At(1), Some((2, "Malli"))),
        (
            "Koskelan koulu\n\nLuokka 3A, kevät\nSukunimi;Etunimi\nMalli;Ville\n",
            HeaderRow::At(4),
            Some((5, "Malli")),
        ),
        ("Malli;Ville;3A\nEsimerkki;Aino;3B\n", HeaderRow::Absent, Some((1, "Malli"))),
        ("\n\nMalli;Ville;3A\n", HeaderRow::Absent, Some((3, "Malli"))),
        ("Nimi\nMalli Ville\n", HeaderRow::At(1), Some((2, "Malli Ville"))),
        ("Nimi;Tunnus\nMalli Ville;a\n", HeaderRow::At(1), Some((2, "Malli Ville"))),
        ("Sukunimi;Etunimi\n", HeaderRow::At(1), None),
    ] {
        let list = list(text);
        assert_eq!(list.source.header, header, "{text:?}");
        let row = list.table.rows.first();
        assert_eq!(row.map(|row| (row.number, row.cells[0].as_str())), first, "{text:?}");
        assert_eq!(list.table.first_row_number, first.map_or(2, |(number, _)| number), "{text:?}");
    }
    let text = "Snimi;Enimi\nMalli;Ville\n";
    let choose = |header| {
        read(text.as_bytes(), &Choices { header: Some(header), ..Choices::default() }).expect("a list")
    };
    assert_eq!(choose(HeaderRow::At(1)).table.columns[1].heading, "Enimi");
    assert_eq!(cells(&choose(HeaderRow::At(1))), [["Malli", "Ville"]]);
    assert_eq!(cells(&choose(HeaderRow::Absent)).len(), 2);
    assert!(choose(HeaderRow::At(u32::MAX)).table.rows.is_empty());
}

#[test]
fn headings_over_several_columns_are_part_of_those_below() {
    for text in [
        "Oppilas;Luokka;Huoltaja 1;;Huoltaja 2;\nNimi;;Nimi;Puhelin;Nimi;Puhelin\n",
        "Nimi;Luokka;Huoltaja 1;;Huoltaja 2;\n;;Nimi;Puhelin;Nimi;Puhelin\n",
        ";;Huoltaja 1;;Huoltaja 2;\nNimi;Luokka;Nimi;Puhelin;Nimi;Puhelin\n",
        "Nimi;Luokka;Huoltaja 1;Puhelin;Huoltaja 2;Puhelin\n",
    ] {
        let text = format!("{text}Malli Ville;3A;Malli Aino;040 555 0101;Öhman Åke;040 555 0102\n");
        let roster = roster(&text);
        let row = roster.rows.first().expect("a row");
        assert_eq!(
            (row.last_name.as_str(), row.group.as_str(), row.phone.as_str()),
            ("Malli", "3A", ""),
            "{text:?}"
        );
        let guardians: Vec<_> = row
            .guardians
            .iter()
            .map(|guardian| (guardian.first_name.as_str(), guardian.phone.as_str()))
            .collect();
        assert_eq!(guardians, [("Aino", "040 555 0101"), ("Åke", "040 555 0102")], "{text:?}");
        assert_eq!(roster.issues, [], "{text:?}");
    }
}

#[test]
fn ragged_and_repeated_rows() {
    let list =
        list("Sukunimi;Etunimi;Luokka\nMalli;Ville\n\nSukunimi;Etunimi;Luokka\nEsimerkki;Aino;3B;;x\n");
    assert_eq!(cells(&list), [["Malli", "Ville", "", "", ""], ["Esimerkki", "Aino", "3B", "", "x"]]);
    assert_eq!(list.table.rows.iter().map(|row| row.number).collect::<Vec<_>>(), [2, 5]);
    assert_eq!(list.warnings, [Warning::WideRows { rows: 1 }]);
    assert_eq!(list.table.columns[4].heading, "");
}

#[test]
fn cells_with_line_breaks_are_one_cell_on_one_line() {
    let list =
        list("Nimi;Osoite\n\"Malli\nVille\";\"Koulukatu 1\r\n  00100 \"\"Helsinki\"\"\"\nEsimerkki Aino;\n");
    assert_eq!(cells(&list)[0], ["Malli Ville", "Koulukatu 1 00100 \"Helsinki\""]);
    assert_eq!(list.table.rows[1].number, 3, "rows are counted as a spreadsheet does");
}

#[test]
fn identity_codes_are_dropped_wherever_they_stand_and_counted() {
    let text = "Nimi;Luokka;Hetu;Huomautus 010190-900P\n\
        Esimerkki Aino 311215A999S;3A;290216B901H;\n\
        Malli Ville;3A;salattu+teksti;hetu 010170Y902L, 010190-\u{200b}900P\n\
        010190-900P;;;\n";
    let list = list(text);
    assert_eq!(cells(&list), [["Esimerkki Aino", "3A", "", ""], ["Malli Ville", "3A", "", "hetu ,"]]);
    assert_eq!(list.table.personal_codes_dropped, 7);
    assert!(list.table.columns[2].is_withheld);
    let mut mapping = Mapping::propose(&list.table);
    assert_eq!(mapping.fields()[2], None);
    mapping.set(2, Some(Field::SourceId));
    let roster = Roster::from_table(&list.table, &mapping);
    assert!(roster.rows.iter().all(|row| row.source_id.is_empty()), "a withheld column has nothing to give");
    // the column is withheld whichever row is taken for the headings
    let choices = Choices { header: Some(HeaderRow::Absent), ..Choices::default() };
    let list = read(text.as_bytes(), &choices).expect("a list");
    assert!(list.table.rows.iter().all(|row| row.cells[2].is_empty()));
}

#[test]
fn each_fault_is_named_with_its_row_and_column() {
    for (row, issue, is_left_out) in [
        (";;3A;;;;;;;", (2, None, "missing_name"), true),
        ("x{201};Aino;3A;;;;;;;", (2, Some(0), "name_too_long"), true),
        ("Malli;Ville;;;;;;;;", (2, Some(2), "missing_group"), false),
        ("Malli;Ville;3A;ville@;;;;;;", (2, Some(3), "bad_email"), false),
        ("Malli;Ville;3A;;soita;;;;;", (2, Some(4), "bad_phone"), false),
        ("Malli;Ville;3A;;;0010;;;;", (2, Some(5), "bad_postal_code"), false),
        ("Malli;Ville;3A;;;;30.2.2015;;;", (2, Some(6), "unreadable_date"), false),
        ("Malli;Ville;3A;;;;;ehkä;;", (2, Some(7), "unknown_answer"), false),
        ("Malli;Ville;3A;;;;;;viro;", (2, Some(8), "unknown_language"), false),
        ("Malli;Ville;3A;;;;;;;040 555 0101", (2, None, "guardian_without_name"), false),
        ("Malli;Ville;x{201};;;;;;;", (2, Some(2), "too_long"), false),
    ] {
        let row = row.replace("x{201}", &"x".repeat(201));
        let text = format!(
            "Sukunimi;Etunimi;Luokka;Sähköposti;Puhelin;Postinumero;Syntymäaika;Kuvauslupa;Kieli;Huoltaja 1 puhelin\n\
             {row}\nEsimerkki;Aino;3B;;;00100;;;;\n"
        );
        let roster = roster(&text);
        assert_eq!(issues(&roster), [issue], "{row}");
        assert_eq!(roster.issues.iter().any(|issue| issue.reason.leaves_row_out()), is_left_out, "{row}");
        assert_eq!(roster.rows.len(), if is_left_out { 1 } else { 2 }, "{row}");
        let other = roster.rows.last().expect("the other row");
        assert_eq!((other.first_name.as_str(), other.postal_code.as_str()), ("Aino", "00100"), "{row}");
        if !is_left_out {
            let row = &roster.rows[0];
            assert_eq!((row.email.as_str(), row.postal_code.as_str(), row.born_on.as_str()), ("", "", ""));
            assert_eq!((row.language, row.photo_permission), (None, Permission::Unknown));
        }
    }
}

#[test]
fn a_list_without_groups_misses_none() {
    assert_eq!(roster("Sukunimi;Etunimi\nMalli;Ville\n").issues, []);
}

#[test]
fn whoever_comes_twice_is_read_once() {
    let head = "Sukunimi;Etunimi;Luokka;Oppilasnumero;Syntymäaika\n";
    let first = "Malli;Ville;3A;1001;1.2.2015\n";
    for (second, reason) in [
        ("Esimerkki;Aino;3B;1001;", Some(IssueReason::DuplicateSourceId { of: 2 })),
        ("Malli;Ville;3A;;", Some(IssueReason::DuplicateName { of: 2 })),
        ("MALLI;ville;3a;;1.2.2015", Some(IssueReason::DuplicateName { of: 2 })),
        ("Malli;Ville;3A;1002;1.2.2015", None),
        ("Malli;Ville;3A;;2.2.2015", None),
        ("Malli;Ville;3A;1002;", None),
        ("Malli;Ville;3B;;", None),
        ("Malli;Aino;3A;;", None),
    ] {
        let roster = roster(&format!("{head}{first}{second}\n"));
        assert_eq!(
            roster.issues.first().map(|issue| (issue.row, issue.reason)),
            reason.map(|reason| (3, reason))
        );
        assert_eq!(roster.rows.len(), if reason.is_some() { 1 } else { 2 }, "{second}");
    }
}

#[test]
fn protection_fails_closed_and_permissions_are_never_invented() {
    for (cell, is_protected, permission) in [
        ("", false, Permission::Unknown),
        ("ei", false, Permission::Refused),
        ("Nej", false, Permission::Refused),
        ("0", false, Permission::Refused),
        ("kyllä", true, Permission::Given),
        ("x", true, Permission::Given),
        ("1", true, Permission::Given),
        ("-", true, Permission::Unknown),
        ("ehkä", true, Permission::Unknown),
        ("31.12.2027 asti", true, Permission::Unknown),
    ] {
        let text = format!(
            "Nimi;Turvakielto;Huoltaja 1;Huoltaja 1 turvakielto;Kuvauslupa;Julkaisulupa\n\
             Malli Ville;{cell};Malli Aino;{cell};{cell};{cell}\n"
        );
        let roster = roster(&text);
        let row = &roster.rows[0];
        assert_eq!(
            (row.is_protected, row.guardians[0].is_protected),
            (is_protected, is_protected),
            "{cell:?}"
        );
        assert_eq!((row.photo_permission, row.publication_permission), (permission, permission), "{cell:?}");
    }
    let roster = roster("Nimi;Huoltaja 1 turvakielto\nMalli Ville;kyllä\n");
    assert_eq!(issues(&roster), [(2, None, "guardian_without_name")], "a flag of nobody is told");
}

#[test]
fn postal_codes_get_their_zeros_back_only_where_the_column_has_lost_them() {
    for (codes, expected, reasons) in [
        (vec!["100", "33100"], vec!["00100", "33100"], vec!["postal_code_padded"]),
        (vec!["2100", "90"], vec!["02100", ""], vec!["postal_code_padded", "bad_postal_code"]),
        (vec!["100", "00200"], vec!["", "00200"], vec!["bad_postal_code"]),
    ] {
        let rows: String = ["Malli", "Esimerkki"]
            .iter()
            .zip(&codes)
            .map(|(name, code)| format!("{name} Aino;{code};{code} Helsinki\n"))
            .collect();
        for head in ["Nimi;Postinumero;x\n", "Nimi;x;Postiosoite\n"] {
            let roster = roster(&format!("{head}{rows}"));
            let read: Vec<_> = roster.rows.iter().map(|row| row.postal_code.as_str()).collect();
            assert_eq!(read, expected, "{head}{codes:?}");
            assert_eq!(issues(&roster).iter().map(|issue| issue.2).collect::<Vec<_>>(), reasons);
            let town = if head.contains("Postiosoite") { "Helsinki" } else { "" };
            assert!(roster.rows.iter().all(|row| row.town == town));
        }
    }
}

#[test]
fn names_in_one_column_in_either_order() {
    let table = list("Nimi\nMalli Ville\nÖhman, Åke Jan\n").table;
    for (field, expected) in [
        (Field::FullName, [("Malli", "Ville"), ("Öhman", "Åke Jan")]),
        (Field::FullNameGivenFirst, [("Ville", "Malli"), ("Jan", "Öhman, Åke")]),
    ] {
        let roster = Roster::from_table(&table, &Mapping::new(vec![Some(field)]));
        let names: Vec<_> =
            roster.rows.iter().map(|row| (row.last_name.as_str(), row.first_name.as_str())).collect();
        assert_eq!(names, expected);
    }
}

#[test]
fn a_mapping_may_name_columns_that_the_table_does_not_have() {
    let table = list("Nimi\nMalli Ville\n").table;
    let mapping = Mapping::new(vec![Some(Field::FullName), Some(Field::Phone), Some(Field::Email)]);
    let roster = Roster::from_table(&table, &mapping);
    assert_eq!((roster.rows[0].phone.as_str(), roster.issues.len()), ("", 0));
}

#[test]
fn nothing_is_an_error_and_not_an_empty_list() {
    for text in ["", "\n\n\n", ";;;\n;;", " \t \n", "\u{feff}"] {
        assert_eq!(
            read(text.as_bytes(), &Choices::default()).map(|_| ()),
            Err(RosterError::Empty),
            "{text:?}"
        );
    }
}

#[test]
fn five_thousand_rows_come_in() {
    let (head, row) = WHOLE.split_once("\r\n").expect("two rows");
    let rows: String =
        (0..5_000).map(|number| row.replace("1001", &format!("{}", 10_000 + number))).collect();
    let text = format!("{head}\r\n{rows}");
    let table = list(&text).table;
    let roster = Roster::from_table(&table, &Mapping::propose(&table));
    assert_eq!(roster.rows.len(), 5_000);
}
