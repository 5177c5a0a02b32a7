//! The cells of a list as they are shown: tidied, without personal identity codes, with their headings.
//!
//! The row with the headings is the one among the first rows in which the most cells are recognised; what stands
//! above it (a title, the school) is left out. Where the row above the headings names guardians over several columns,
//! it is part of the headings: `Huoltaja 1` over `Puhelin` is `Huoltaja 1 Puhelin`. A row that repeats the
//! headings, as on a new page, is left out.
//!
//! Deliberately not here: what a column means. Invariant: every row has as many cells as there are columns.

use domain::personal_code::drop_codes;

use super::{HeaderRow, MOST_CELLS, RosterError, encoding, headings, values};

/// So many rows with something in them are looked at for headings.
const FIRST_ROWS: usize = 20;
/// Most words of a heading of personal identity codes; more are a sentence about them.
const MOST_CODE_HEADING_WORDS: usize = 4;

/// A column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Column {
    /// Its heading; empty where there is none.
    pub heading: String,
    /// Whether it is headed as personal identity codes: all its cells are empty.
    pub is_withheld: bool,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// Its number in the file, from 1, as a spreadsheet numbers it.
    pub number: u32,
    /// Its cells, one for each column.
    pub cells: Vec<String>,
}

/// The table of a list. Empty rows are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows below the headings.
    pub rows: Vec<TableRow>,
    /// Number of the first row, or of the one below the headings where there is none.
    pub first_row_number: u32,
    /// Personal identity codes that were dropped, those of withheld columns among them.
    pub personal_codes_dropped: u32,
}

/// What a person should look at before going on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Warning {
    /// Text that shows a wrong encoding, here or where the file was made: `Ã¤` for `ä`.
    DoubleEncoded {
        /// Cells that have it.
        cells: u32,
    },
    /// Bytes that the encoding does not know.
    Undecodable {
        /// Cells that have them.
        cells: u32,
    },
    /// Rows that go on where the headings have ended: a separator within a cell, perhaps.
    WideRows {
        /// So many rows.
        rows: u32,
    },
}

impl Warning {
    /// Stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::DoubleEncoded { .. } => "double_encoded",
            Self::Undecodable { .. } => "undecodable",
            Self::WideRows { .. } => "wide_rows",
        }
    }
}

/// Takes rows in, in the order of their numbers.
#[derive(Default)]
pub(super) struct TableBuilder {
    rows: Vec<TableRow>,
    cells: usize,
    personal_codes_dropped: u32,
    double_encoded: u32,
    undecodable: u32,
}

impl TableBuilder {
    /// Whether no cell so far has anything in it, or had before codes were dropped.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.personal_codes_dropped == 0
    }

    /// Takes a row in; personal identity codes end here.
    ///
    /// # Errors
    /// [`RosterError::TooManyCells`].
    pub fn push(&mut self, number: u32, cells: Vec<String>) -> Result<(), RosterError> {
        let mut cells: Vec<String> = cells.into_iter().map(|cell| self.taken_in(cell)).collect();
        cells.truncate(width(&cells));
        if cells.is_empty() {
            return Ok(());
        }
        self.cells += cells.len();
        if self.cells > MOST_CELLS {
            return Err(RosterError::TooManyCells);
        }
        self.rows.push(TableRow { number, cells });
        Ok(())
    }

    fn taken_in(&mut self, cell: String) -> String {
        let cell = values::tidied(cell);
        self.double_encoded += u32::from(encoding::is_double_encoded(&cell));
        self.undecodable += u32::from(cell.contains(char::REPLACEMENT_CHARACTER));
        let (kept, dropped) = drop_codes(&cell);
        if dropped == 0 {
            return cell;
        }
        self.personal_codes_dropped += dropped;
        kept.into_owned()
    }

    /// The table, with the row that has the headings.
    ///
    /// # Errors
    /// [`RosterError::Empty`].
    pub fn finish(
        mut self,
        choice: Option<HeaderRow>,
    ) -> Result<(HeaderRow, Table, Vec<Warning>), RosterError> {
        if self.is_empty() {
            return Err(RosterError::Empty);
        }
        let detected = self.detect_header();
        let header = choice.unwrap_or(detected);
        let withheld = self.withheld_columns([header, detected]);
        let headings = self.headings(header);
        let heading_cells = self.row(header).cloned();

        let first_row_number = match header {
            HeaderRow::Absent => 1,
            HeaderRow::At(number) => number.saturating_add(1),
        };
        self.rows.retain(|row| row.number >= first_row_number && Some(&row.cells) != heading_cells.as_ref());
        let wide = self.rows.iter().filter(|row| row.cells.len() > headings.len()).count();
        let columns = self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0).max(headings.len());
        if columns.saturating_mul(self.rows.len()) > MOST_CELLS {
            return Err(RosterError::TooManyCells);
        }
        for row in &mut self.rows {
            row.cells.resize(columns, String::new());
            for column in &withheld {
                let Some(cell) = row.cells.get_mut(*column).filter(|cell| !cell.is_empty()) else { continue };
                cell.clear();
                self.personal_codes_dropped += 1;
            }
        }

        let mut warnings = Vec::new();
        if self.double_encoded > 0 {
            warnings.push(Warning::DoubleEncoded { cells: self.double_encoded });
        }
        if self.undecodable > 0 {
            warnings.push(Warning::Undecodable { cells: self.undecodable });
        }
        if wide > 0 && header != HeaderRow::Absent {
            warnings.push(Warning::WideRows { rows: u32::try_from(wide).unwrap_or(u32::MAX) });
        }
        let mut headings = headings.into_iter();
        let table = Table {
            columns: (0..columns)
                .map(|column| Column {
                    heading: headings.next().unwrap_or_default(),
                    is_withheld: withheld.contains(&column),
                })
                .collect(),
            first_row_number: self.rows.first().map_or(first_row_number, |row| row.number),
            rows: self.rows,
            personal_codes_dropped: self.personal_codes_dropped,
        };
        Ok((header, table, warnings))
    }

    fn row(&self, header: HeaderRow) -> Option<&Vec<String>> {
        let HeaderRow::At(number) = header else { return None };
        self.rows.iter().find(|row| row.number == number).map(|row| &row.cells)
    }

    fn detect_header(&self) -> HeaderRow {
        let mut best: Option<(usize, &TableRow)> = None;
        for row in self.rows.iter().take(FIRST_ROWS) {
            let filled = filled(&row.cells).count();
            let score = filled_headings(&row.cells);
            let is_short_list = filled <= 3
                && !row.cells.iter().any(|cell| cell.contains(|sign: char| sign.is_ascii_digit()));
            let is_header = score * 3 >= filled && (score >= 2 || score == 1 && is_short_list);
            if is_header && best.is_none_or(|(other, _)| score > other) {
                best = Some((score, row));
            }
        }
        let Some((_, upper)) = best else { return HeaderRow::Absent };
        // headings in two rows: what stands below those of guardians are headings, too
        let below = self.rows.iter().find(|row| row.number > upper.number);
        let lower = below.filter(|lower| {
            names_guardians(&upper.cells) && filled_headings(&lower.cells) == filled(&lower.cells).count()
        });
        HeaderRow::At(lower.unwrap_or(upper).number)
    }

    fn headings(&self, header: HeaderRow) -> Vec<String> {
        let Some(own) = self.row(header) else { return Vec::new() };
        let HeaderRow::At(number) = header else { return Vec::new() };
        let above = self.rows.iter().take_while(|row| row.number < number).last();
        let Some(above) = above.map(|row| &row.cells).filter(|cells| names_guardians(cells)) else {
            return own.clone();
        };
        let mut group = "";
        let cell = |cells: &'_ [String], column: usize| cells.get(column).cloned().unwrap_or_default();
        (0..own.len().max(above.len()))
            .map(|column| {
                if let Some(over) = above.get(column).filter(|over| !over.is_empty()) {
                    group = if headings::is_guardian_alone(over) { over } else { "" };
                }
                match cell(own, column) {
                    heading if heading.is_empty() => cell(above, column),
                    heading if group.is_empty() => heading,
                    heading => format!("{group} {heading}"),
                }
            })
            .collect()
    }

    /// Columns that are headed as personal identity codes in a row down to the headings, detected or chosen; where
    /// there are none of either, in one of the first rows.
    fn withheld_columns(&self, headers: [HeaderRow; 2]) -> Vec<usize> {
        let is_code_heading = |cell: &String| {
            cell.split(' ').count() <= MOST_CODE_HEADING_WORDS && headings::is_personal_code(cell)
        };
        let last = headers.into_iter().filter_map(|header| match header {
            HeaderRow::At(number) => Some(number),
            HeaderRow::Absent => None,
        });
        let last = last.max().unwrap_or(u32::MAX);
        let first = self.rows.iter().take(FIRST_ROWS).filter(|row| row.number <= last);
        let mut columns: Vec<usize> = first
            .flat_map(|row| row.cells.iter().enumerate().filter(|(_, cell)| is_code_heading(cell)))
            .map(|(column, _)| column)
            .collect();
        columns.sort_unstable();
        columns.dedup();
        columns
    }
}

fn width(cells: &[String]) -> usize {
    cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1)
}

fn filled(cells: &[String]) -> impl Iterator<Item = &String> {
    cells.iter().filter(|cell| !cell.is_empty())
}

/// How many cells are recognised as headings.
fn filled_headings(cells: &[String]) -> usize {
    filled(cells)
        .filter(|cell| headings::recognise(cell).is_some() || headings::is_personal_code(cell))
        .count()
}

fn names_guardians(cells: &[String]) -> bool {
    cells.iter().any(|cell| headings::is_guardian_alone(cell))
}
