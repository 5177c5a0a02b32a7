//! Workbooks: the visible sheets and the cells of one, as text.
//!
//! Numbers without a fraction are written without one, dates as ISO dates, formulas as the value that was stored with
//! them, errors (`#N/A`) as nothing. Hidden sheets are not offered: whoever sent the file may not know of them.
//!
//! Deliberately not here: formats other than the date, styles, merged cells (the first of them has the text, the
//! others are empty). Invariant: rows and columns beyond the limits end the reading before they are stored.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, Ods, OdsError, Range, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsx, XlsxError};

use super::{
    FileKind, LONGEST_CELL, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_SHEETS, MOST_TEXT, RosterError, guard,
};

/// A sheet of a workbook as the parser gives it: nothing in it is checked but its size, and personal identity codes are
/// still there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Names of the sheets that could have been chosen, in the workbook's order.
    pub names: Vec<String>,
    /// Which of them this is.
    pub place: usize,
    /// Rows that have anything in them, by their number from 1, with their cells from the first column on.
    pub rows: Vec<(u32, Vec<String>)>,
}

type Rows = Vec<(u32, Vec<String>)>;
type Bytes<'a> = Cursor<&'a [u8]>;

enum Opened<'a> {
    Xlsx(Xlsx<Bytes<'a>>),
    Xls(Xls<Bytes<'a>>),
    Ods(Ods<Bytes<'a>>),
}

/// Reads a workbook: the chosen sheet, or the first one that has anything in it. To be called where a file that was made to
/// harm does none: see [`super::read`].
///
/// # Errors
/// [`RosterError`].
pub fn read_sheet(bytes: &[u8], kind: FileKind, choice: Option<usize>) -> Result<Sheet, RosterError> {
    match kind {
        FileKind::Xls => guard::check_compound_file(bytes)?,
        FileKind::Xlsx | FileKind::Ods | FileKind::Text => guard::check_archive(bytes)?,
    }
    // the parser panics on some damaged files
    catch_unwind(AssertUnwindSafe(|| {
        let mut opened = Opened::open(bytes, kind)?;
        let names = opened.sheets();
        let (place, rows) = match choice {
            Some(place) => {
                let name = names.get(place).ok_or(RosterError::NoSuchSheet)?;
                (place, opened.rows(name)?)
            }
            None => opened.first_with_content(&names)?,
        };
        Ok(Sheet { names, place, rows })
    }))
    .unwrap_or(Err(RosterError::BrokenWorkbook))
}

impl<'a> Opened<'a> {
    fn open(bytes: &'a [u8], kind: FileKind) -> Result<Self, RosterError> {
        let cursor = Cursor::new(bytes);
        match kind {
            FileKind::Ods => Ods::new(cursor).map(Self::Ods).map_err(|error| match error {
                OdsError::Password => RosterError::PasswordProtected,
                OdsError::CellLimitExceeded { .. } => RosterError::TooManyCells,
                _ => RosterError::BrokenWorkbook,
            }),
            FileKind::Xls => Xls::new(cursor.clone()).map(Self::Xls).map_err(|error| match error {
                XlsError::Password => RosterError::PasswordProtected,
                // a new workbook with a password is a compound file, too
                _ => match Xlsx::new(cursor) {
                    Err(XlsxError::Password) => RosterError::PasswordProtected,
                    _ => RosterError::BrokenWorkbook,
                },
            }),
            FileKind::Xlsx | FileKind::Text => {
                Xlsx::new(cursor).map(Self::Xlsx).map_err(|_| RosterError::BrokenWorkbook)
            }
        }
    }

    /// Names of the sheets that are offered.
    fn sheets(&self) -> Vec<String> {
        let sheets = match self {
            Self::Xlsx(workbook) => workbook.sheets_metadata(),
            Self::Xls(workbook) => workbook.sheets_metadata(),
            Self::Ods(workbook) => workbook.sheets_metadata(),
        };
        sheets
            .iter()
            .filter(|sheet| sheet.typ == SheetType::WorkSheet && sheet.visible == SheetVisible::Visible)
            .map(|sheet| sheet.name.clone())
            .take(MOST_SHEETS)
            .collect()
    }

    fn first_with_content(&mut self, names: &[String]) -> Result<(usize, Rows), RosterError> {
        for (place, name) in names.iter().enumerate() {
            let rows = self.rows(name)?;
            if !rows.is_empty() {
                return Ok((place, rows));
            }
        }
        Err(RosterError::Empty)
    }

    fn rows(&mut self, name: &str) -> Result<Rows, RosterError> {
        let mut grid = Grid::default();
        match self {
            Self::Xlsx(workbook) => {
                let mut cells =
                    workbook.worksheet_cells_reader(name).map_err(|_| RosterError::BrokenWorkbook)?;
                while let Some(cell) = cells.next_cell().map_err(|_| RosterError::BrokenWorkbook)? {
                    let (row, column) = cell.get_position();
                    grid.put(row, column, &Data::from(cell.get_value().clone()))?;
                }
            }
            Self::Xls(workbook) => {
                grid.put_all(&workbook.worksheet_range(name).map_err(|_| RosterError::BrokenWorkbook)?)?;
            }
            Self::Ods(workbook) => {
                grid.put_all(&workbook.worksheet_range(name).map_err(|_| RosterError::BrokenWorkbook)?)?;
            }
        }
        grid.into_rows()
    }
}

/// Filled cells by row and column, in whatever order they come.
#[derive(Default)]
struct Grid {
    rows: BTreeMap<u32, BTreeMap<usize, String>>,
    cells: usize,
    text: usize,
}

impl Grid {
    fn put_all(&mut self, range: &Range<Data>) -> Result<(), RosterError> {
        let (first_row, first_column) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let place =
                |first: u32, offset: usize| first.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX));
            self.put(place(first_row, row), place(first_column, column), value)?;
        }
        Ok(())
    }

    /// Keeps a cell; row and column count from 0.
    fn put(&mut self, row: u32, column: u32, value: &Data) -> Result<(), RosterError> {
        let text = text_of(value);
        if text.trim().is_empty() {
            return Ok(());
        }
        if row >= MOST_ROWS {
            return Err(RosterError::TooManyRows);
        }
        let number = row + 1;
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        if column >= MOST_COLUMNS {
            return Err(RosterError::TooManyColumns { row: number });
        }
        if text.len() > LONGEST_CELL {
            return Err(RosterError::CellTooLong { row: number });
        }
        self.cells += 1;
        self.text += text.len();
        if self.cells > MOST_CELLS {
            return Err(RosterError::TooManyCells);
        }
        if self.text > MOST_TEXT {
            return Err(RosterError::TooLarge);
        }
        self.rows.entry(number).or_default().insert(column, text);
        Ok(())
    }

    fn into_rows(self) -> Result<Rows, RosterError> {
        let mut rows = Vec::with_capacity(self.rows.len());
        let mut places = 0;
        for (number, cells) in self.rows {
            let mut row = Vec::new();
            for (column, text) in cells {
                row.resize(column, String::new());
                row.push(text);
            }
            places += row.len();
            if places > MOST_CELLS {
                return Err(RosterError::TooManyCells);
            }
            rows.push((number, row));
        }
        Ok(rows)
    }
}

fn text_of(value: &Data) -> String {
    match value {
        Data::Int(number) => number.to_string(),
        Data::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        Data::Float(number) => number.to_string(),
        Data::String(text) => text.clone(),
        Data::Bool(is_true) => is_true.to_string(),
        Data::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::DateTime(duration) => duration.as_f64().to_string(),
        Data::DateTimeIso(text) => text.split('T').next().unwrap_or_default().to_owned(),
        Data::DurationIso(text) => text.clone(),
        Data::Error(_) | Data::Empty => String::new(),
    }
}
