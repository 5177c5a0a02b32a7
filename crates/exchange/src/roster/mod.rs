//! Class lists that schools send: text files with a separator (CSV, TSV, Primus) and workbooks (.xlsx, .xls, .ods).
//!
//! ```text
//! bytes --read--> ClassList: what was detected, the table   (shown; each detection may be overruled)
//!       Table --Mapping::propose--> which column is what     (shown, changed, remembered per school)
//!       Table + Mapping --Roster::from_table--> rows and what is wrong with them
//! ```
//!
//! Finnish schools' lists have no published form: separator, encoding, headings and order differ from school to
//! school. Nothing is guessed silently, so everything that is detected is told, and text that looks wrongly decoded
//! is a warning.
//!
//! Deliberately not here: the register, files (bytes come in), what is new or changed since the last list, and the
//! school year.
//!
//! Invariants: a personal identity code that [`domain::personal_code`] recognises is dropped before the cell is in a
//! [`Table`], and a column that is headed as one has no text at all. No error, warning or issue carries a value.

mod delimited;
mod encoding;
mod guard;
mod headings;
mod mapping;
mod rows;
mod table;
mod values;
mod workbook;

pub use delimited::Separator;
pub use encoding::TextEncoding;
pub use mapping::{Field, GuardianField, GuardianNumber, Mapping};
pub use rows::{IssueReason, Roster, RosterGuardian, RosterIssue, RosterRow};
pub use table::{Column, Table, TableRow, Warning};
pub use workbook::{Sheet, read_sheet};

use domain::personal_code::drop_codes;
use table::TableBuilder;

/// Largest file, in bytes.
pub const MOST_BYTES: usize = 32 * 1024 * 1024;
/// Highest row number of a file.
pub const MOST_ROWS: u32 = 50_000;
/// Most columns.
pub const MOST_COLUMNS: usize = 200;
/// Most cells, empty ones between filled ones counted.
pub const MOST_CELLS: usize = 2_000_000;
/// Longest cell, in bytes of UTF-8.
pub const LONGEST_CELL: usize = 16 * 1024;
/// Most text in all cells of a workbook, in bytes of UTF-8.
pub const MOST_TEXT: usize = 64 * 1024 * 1024;
/// Most that the parts of a packed workbook may say they hold, in bytes.
pub const MOST_UNPACKED: u64 = 128 * 1024 * 1024;
/// So many sheets of a workbook are offered.
pub const MOST_SHEETS: usize = 32;

/// Why a file is no class list that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RosterError {
    /// More than [`MOST_BYTES`], [`MOST_UNPACKED`] or [`MOST_TEXT`].
    #[error("the file is too large")]
    TooLarge,
    /// A row beyond [`MOST_ROWS`].
    #[error("too many rows")]
    TooManyRows,
    /// A row with more than [`MOST_COLUMNS`].
    #[error("too many columns in row {row}")]
    TooManyColumns {
        /// Number of the row, from 1.
        row: u32,
    },
    /// More than [`MOST_CELLS`].
    #[error("too many cells")]
    TooManyCells,
    /// A cell longer than [`LONGEST_CELL`].
    #[error("a cell of row {row} is too long")]
    CellTooLong {
        /// Number of the row, from 1.
        row: u32,
    },
    /// A quoted cell that does not end.
    #[error("a quote in row {row} is never closed")]
    OpenQuote {
        /// Number of the row in which the cell begins, from 1.
        row: u32,
    },
    /// NUL characters: neither text in the encoding nor a workbook.
    #[error("the file is not text")]
    NotText,
    /// A web page, often named `.xls`.
    #[error("the file is a web page")]
    WebPage,
    /// A workbook that cannot be read: damaged, or not a workbook after all.
    #[error("the workbook cannot be read")]
    BrokenWorkbook,
    /// A workbook that asks for a password.
    #[error("the workbook is protected by a password")]
    PasswordProtected,
    /// The chosen sheet is not there.
    #[error("no such sheet")]
    NoSuchSheet,
    /// No cell has anything in it.
    #[error("the file is empty")]
    Empty,
}

impl RosterError {
    /// Stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooLarge => "too_large",
            Self::TooManyRows => "too_many_rows",
            Self::TooManyColumns { .. } => "too_many_columns",
            Self::TooManyCells => "too_many_cells",
            Self::CellTooLong { .. } => "cell_too_long",
            Self::OpenQuote { .. } => "open_quote",
            Self::NotText => "not_text",
            Self::WebPage => "web_page",
            Self::BrokenWorkbook => "broken_workbook",
            Self::PasswordProtected => "password_protected",
            Self::NoSuchSheet => "no_such_sheet",
            Self::Empty => "empty",
        }
    }
}

/// What kind of file it is, by its content; names of files say nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// Text with a separator.
    Text,
    /// Office Open XML, Excel since 2007.
    Xlsx,
    /// Excel 97 to 2003.
    Xls,
    /// OpenDocument.
    Ods,
}

impl FileKind {
    /// The kind that a file's first bytes show. Workbooks are read by a foreign parser, see [`read`].
    pub fn of(bytes: &[u8]) -> Self {
        const OPEN_DOCUMENT: &[u8] = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet";
        if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
            Self::Xls
        } else if !bytes.starts_with(b"PK\x03\x04") {
            Self::Text
        } else if bytes.get(30..).is_some_and(|name| name.starts_with(OPEN_DOCUMENT)) {
            Self::Ods
        } else {
            Self::Xlsx
        }
    }

    /// Stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Xlsx => "xlsx",
            Self::Xls => "xls",
            Self::Ods => "ods",
        }
    }
}

/// Which row has the headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeaderRow {
    /// None: the first row is somebody's.
    Absent,
    /// The row of this number, from 1; what stands above it is left out.
    At(u32),
}

/// What a person says of a file; `None` where it is left to be detected.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Choices {
    /// Encoding of a text file.
    pub encoding: Option<TextEncoding>,
    /// Separator of a text file.
    pub separator: Option<Separator>,
    /// Row with the headings.
    pub header: Option<HeaderRow>,
    /// Place of the sheet in [`Source::sheets`].
    pub sheet: Option<usize>,
}

/// How a file was read, detected or chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// What kind of file it is.
    pub kind: FileKind,
    /// Encoding of a text file.
    pub encoding: Option<TextEncoding>,
    /// Whether a byte order mark says so.
    pub has_byte_order_mark: bool,
    /// Separator of a text file.
    pub separator: Option<Separator>,
    /// Which row has the headings.
    pub header: HeaderRow,
    /// Names of a workbook's visible sheets, the first [`MOST_SHEETS`].
    pub sheets: Vec<String>,
    /// Place of the sheet that was read.
    pub sheet: Option<usize>,
}

/// A file as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassList {
    /// How it was read.
    pub source: Source,
    /// Its cells, without personal identity codes.
    pub table: Table,
    /// What a person should look at before going on.
    pub warnings: Vec<Warning>,
}

/// Reads a file's bytes.
///
/// Text takes memory in proportion to the file. Workbooks are read by `calamine`: parts of .xlsx and .ods that say
/// they are larger than [`MOST_UNPACKED`] are refused before they are unpacked (and cannot unpack to more than they
/// say), allocation tables of .xls that run in a circle are refused, and a panic of the parser is an error here. What
/// cannot be held from outside is how much memory the parser itself asks for in a file that was made to harm: the
/// number of shared strings that an .xlsx announces, cells that an .ods repeats, cells of an .xls far from one
/// another. So `read_sheet` is the caller's: [`read_sheet`], called in a process that may be lost.
///
/// # Errors
/// [`RosterError`], and what `read_sheet` returns.
pub fn read<E: From<RosterError>>(
    bytes: &[u8],
    choices: &Choices,
    read_sheet: impl FnOnce(&[u8], FileKind, Option<usize>) -> Result<Sheet, E>,
) -> Result<ClassList, E> {
    if bytes.len() > MOST_BYTES {
        return Err(RosterError::TooLarge.into());
    }
    let kind = FileKind::of(bytes);
    let mut source = Source {
        kind,
        encoding: None,
        has_byte_order_mark: false,
        separator: None,
        header: HeaderRow::Absent,
        sheets: Vec::new(),
        sheet: None,
    };
    let builder = match kind {
        FileKind::Text => read_text(bytes, choices, &mut source)?,
        FileKind::Xlsx | FileKind::Xls | FileKind::Ods => {
            let sheet = read_sheet(bytes, kind, choices.sheet)?;
            source.sheets = sheet.names.iter().map(|name| drop_codes(name).0.into_owned()).collect();
            source.sheet = Some(sheet.place);
            let mut builder = TableBuilder::default();
            for (number, cells) in sheet.rows {
                builder.push(number, cells)?;
            }
            builder
        }
    };
    let (header, table, warnings) = builder.finish(choices.header)?;
    source.header = header;
    Ok(ClassList { source, table, warnings })
}

fn read_text(bytes: &[u8], choices: &Choices, source: &mut Source) -> Result<TableBuilder, RosterError> {
    let (detected, has_byte_order_mark) = encoding::detect(bytes);
    let encoding = choices.encoding.unwrap_or(detected);
    let text = encoding::decode(bytes, encoding);
    if text.contains('\0') {
        return Err(RosterError::NotText);
    }
    if is_web_page(&text) {
        return Err(RosterError::WebPage);
    }
    let separator = choices.separator.unwrap_or_else(|| delimited::detect(&text));
    source.encoding = Some(encoding);
    source.has_byte_order_mark = has_byte_order_mark && encoding == detected;
    source.separator = Some(separator);

    let mut builder = TableBuilder::default();
    let mut pushed = Ok(());
    delimited::split(&text, separator, &mut |number, row| {
        pushed = builder.push(number, row);
        pushed.is_ok()
    })?;
    pushed.map(|()| builder)
}

/// Whether a text begins as HTML or XML does.
fn is_web_page(text: &str) -> bool {
    let begins: String = text.trim_start().chars().take(16).collect::<String>().to_ascii_lowercase();
    ["<!doctype", "<html", "<head", "<body", "<table", "<meta", "<style", "<?xml", "<!--"]
        .iter()
        .any(|tag| begins.starts_with(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_content_says_what_kind_of_file_it_is() {
        let mut ods = b"PK\x03\x04".to_vec();
        ods.extend([0; 26]);
        ods.extend(b"mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK");
        for (bytes, kind) in [
            (b"nimi;luokka".as_slice(), FileKind::Text),
            (b"", FileKind::Text),
            (b"PK", FileKind::Text),
            (b"PK\x03\x04", FileKind::Xlsx),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", FileKind::Xls),
            (&ods, FileKind::Ods),
        ] {
            assert_eq!(FileKind::of(bytes), kind, "{bytes:?}");
        }
    }

    #[test]
    fn web_pages_are_told_from_names_in_brackets() {
        for text in ["<html>", "\n <!DOCTYPE html>", "<?xml version=\"1.0\"?><Workbook>", "<TABLE border=1>"]
        {
            assert!(is_web_page(text), "{text}");
        }
        for text in ["", "<Malli>;3A", "nimi;<table>"] {
            assert!(!is_web_page(text), "{text}");
        }
    }
}
