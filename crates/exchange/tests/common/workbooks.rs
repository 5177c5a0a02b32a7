//! Workbooks as .xlsx, .ods and .xls, made here.
#![allow(dead_code, reason = "each program uses a part")]
#![allow(clippy::expect_used, clippy::unwrap_used, clippy::indexing_slicing, reason = "test material")]

/// A ZIP archive whose parts are stored as they are; each says that it holds `announced` bytes, or what it does.
pub fn archive(parts: &[(&str, String)], announced: Option<u32>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut directory = Vec::new();
    let size = |length: usize| u32::try_from(length).expect("small");
    for (name, content) in parts {
        let place = size(bytes.len());
        let mut fields = Vec::new();
        fields.extend([20, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        fields.extend(crc_32(content.as_bytes()).to_le_bytes());
        fields.extend(size(content.len()).to_le_bytes());
        fields.extend(announced.unwrap_or(size(content.len())).to_le_bytes());
        fields.extend(u16::try_from(name.len()).expect("short").to_le_bytes());
        fields.extend([0, 0]);
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&fields);
        bytes.extend(name.as_bytes());
        bytes.extend(content.as_bytes());
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&fields);
        directory.extend([0; 10]);
        directory.extend(place.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (place, length) = (size(bytes.len()), size(directory.len()));
    let count = u16::try_from(parts.len()).expect("few").to_le_bytes();
    bytes.extend(directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend([count, count].concat());
    bytes.extend(length.to_le_bytes());
    bytes.extend(place.to_le_bytes());
    bytes.extend([0, 0]);
    bytes
}

pub fn crc_32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(
            crc ^ u32::from(*byte),
            |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 },
        )
    })
}

/// A cell of a made workbook.
#[derive(Clone, Copy)]
pub enum Cell<'a> {
    Text(&'a str),
    Number(&'a str),
    /// Days since 30 December 1899.
    Day(u32),
    Nothing,
}
use Cell::{Day, Nothing, Number, Text};

pub const ROWS: [[Cell<'_>; 5]; 4] = [
    [Text("Koskelan koulu, luokka 3A"), Nothing, Nothing, Nothing, Nothing],
    [Text("Nimi"), Text("Postinumero"), Text("Syntymäaika"), Text("Hetu"), Text("Puhelin")],
    [Text("Malli Ville"), Number("100"), Day(42_369), Text("311215A999S"), Number("405550101")],
    [Text("Öhman & Åke"), Number("65100"), Text("1.2.2015"), Nothing, Text("040 555 0102 290216B901H")],
];

pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

pub fn xlsx_sheet(rows: &[[Cell<'_>; 5]]) -> String {
    let row = |cells: &[Cell<'_>; 5]| {
        let cell = |cell: &Cell<'_>| match cell {
            Text(text) => format!("<c t=\"inlineStr\"><is><t>{}</t></is></c>", escaped(text)),
            Number(number) => format!("<c><v>{number}</v></c>"),
            Day(serial) => format!("<c s=\"1\"><v>{serial}</v></c>"),
            Nothing => "<c/>".to_owned(),
        };
        format!("<row>{}</row>", cells.iter().map(cell).collect::<String>())
    };
    format!("<worksheet><sheetData>{}</sheetData></worksheet>", rows.iter().map(row).collect::<String>())
}

/// The parts of a workbook with these sheets: name, attributes, XML.
pub fn xlsx_parts(sheets: &[(&str, &str, String)]) -> Vec<(&'static str, String)> {
    const TYPES: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const FILES: [&str; 3] = ["xl/worksheets/1.xml", "xl/worksheets/2.xml", "xl/worksheets/3.xml"];
    let numbered = || sheets.iter().zip(1..);
    let relations: String = numbered()
        .map(|(_, n)| {
            format!("<Relationship Id=\"r{n}\" Type=\"{TYPES}/worksheet\" Target=\"worksheets/{n}.xml\"/>")
        })
        .collect();
    let names: String = numbered()
        .map(|((name, attributes, _), n)| {
            format!("<sheet name=\"{name}\" sheetId=\"{n}\" {attributes} r:id=\"r{n}\"/>")
        })
        .collect();
    let mut parts = vec![
        (
            "_rels/.rels",
            format!(
                "<Relationships><Relationship Id=\"r\" Type=\"{TYPES}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        ("xl/_rels/workbook.xml.rels", format!("<Relationships>{relations}</Relationships>")),
        ("xl/workbook.xml", format!("<workbook><sheets>{names}</sheets></workbook>")),
        (
            "xl/styles.xml",
            "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
                .to_owned(),
        ),
    ];
    parts.extend(FILES.into_iter().zip(sheets.iter().map(|(_, _, xml)| xml.clone())));
    parts
}

pub fn xlsx() -> Vec<u8> {
    archive(&xlsx_parts(&[("3A", "", xlsx_sheet(&ROWS))]), None)
}

pub const ODS_TYPE: &str = "application/vnd.oasis.opendocument.spreadsheet";

pub fn ods() -> Vec<u8> {
    let cell = |cell: &Cell<'_>| match cell {
        Text(text) => format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{}</text:p></table:table-cell>",
            escaped(text)
        ),
        Number(number) => {
            format!("<table:table-cell office:value-type=\"float\" office:value=\"{number}\"/>")
        }
        Day(_) => {
            "<table:table-cell office:value-type=\"date\" office:date-value=\"2015-12-31\"/>".to_owned()
        }
        Nothing => "<table:table-cell/>".to_owned(),
    };
    let rows: String = ROWS
        .iter()
        .map(|row| format!("<table:table-row>{}</table:table-row>", row.iter().map(cell).collect::<String>()))
        .collect();
    let content = format!("<office:body><table:table table:name=\"3A\">{rows}</table:table></office:body>");
    let parts = [
        ("mimetype", ODS_TYPE.to_owned()),
        ("META-INF/manifest.xml", "<manifest:manifest/>".to_owned()),
        ("content.xml", content),
    ];
    archive(&parts, None)
}

/// A compound file (MS-CFB) with one stream of BIFF8 records (MS-XLS): texts, numbers, and days in format 14.
pub fn xls() -> Vec<u8> {
    let record = |kind: u16, data: &[u8]| {
        [&kind.to_le_bytes(), &u16::try_from(data.len()).expect("short").to_le_bytes(), data].concat()
    };
    let begin = |kind: u16| {
        let fields = [0x0600, kind, 0, 0, 0, 0, 0, 0];
        record(0x0809, &fields.map(u16::to_le_bytes).concat())
    };
    let end = record(0x000a, &[]);
    let mut sheet = begin(0x0010);
    for (row, cells) in (0_u16..).zip(ROWS) {
        for (column, cell) in (0_u16..).zip(cells) {
            let format = u16::from(matches!(cell, Day(_)));
            let place = [row, column, format].map(u16::to_le_bytes).concat();
            let number =
                |number: f64| record(0x0203, &[place.clone(), number.to_le_bytes().to_vec()].concat());
            match cell {
                Text(text) => {
                    let units: Vec<u16> = text.encode_utf16().collect();
                    let length = u16::try_from(units.len()).expect("short").to_le_bytes();
                    let units = units.into_iter().flat_map(u16::to_le_bytes).collect();
                    sheet.extend(record(0x0204, &[place, length.to_vec(), vec![1], units].concat()));
                }
                Number(text) => sheet.extend(number(text.parse().expect("a number"))),
                Day(serial) => sheet.extend(number(f64::from(serial))),
                Nothing => {}
            }
        }
    }
    sheet.extend(&end);
    let format = |number: u16| {
        record(
            0x00e0,
            &[[0, 0], number.to_le_bytes()].concat().into_iter().chain([0; 16]).collect::<Vec<_>>(),
        )
    };
    let mut stream = [begin(0x0005), format(0), format(14)].concat();
    let sheet_place = u32::try_from(stream.len() + 4 + 10 + end.len()).expect("small");
    let bound = [&sheet_place.to_le_bytes()[..], &[0, 0, 2, 0], b"3A"].concat();
    stream.extend(record(0x0085, &bound));
    stream.extend(&end);
    stream.extend(sheet);
    stream.resize(4096, 0);

    const END: u32 = 0xffff_fffe;
    let mut header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    header.extend([0; 16]);
    header.extend([0x3e, 3, 0xfffe, 9, 6].map(u16::to_le_bytes).concat());
    header.extend([0; 10]);
    header.extend([1, 1, 0, 4096, END, 0, END, 0, 0].map(u32::to_le_bytes).concat());
    header.resize(512, 0xff);
    // sector 0 is the allocation table, 1 the directory, 2 to 9 the stream
    let mut table: Vec<u8> = [0xffff_fffd, END, 3, 4, 5, 6, 7, 8, 9, END].map(u32::to_le_bytes).concat();
    table.resize(512, 0xff);
    let entry = |name: &str, kind: u8, start: u32, length: u32| {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let name_length = u16::try_from(entry.len() + 2).expect("short");
        entry.resize(64, 0);
        entry.extend(name_length.to_le_bytes());
        entry.extend([kind, 1]);
        entry.resize(116, 0xff);
        entry.extend(start.to_le_bytes());
        entry.extend(length.to_le_bytes());
        entry.resize(128, 0);
        entry
    };
    let mut directory = [entry("Root Entry", 5, END, 0), entry("Workbook", 2, 2, 4096)].concat();
    directory.resize(512, 0);
    [header, table, directory, stream].concat()
}
