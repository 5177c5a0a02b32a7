//! How a sheet of a workbook travels: its cells are longer and many more than other lists.
//!
//! Invariant: a sheet that was read is within the limits of [`exchange::roster`], its rows in the order of their numbers.

use exchange::roster::{
    FileKind, LONGEST_CELL, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_SHEETS, MOST_TEXT, RosterError, Sheet,
};

use crate::wire::{Nonsense, Reader, Wire, numbered};

/// The longest sheet: its text, a length for each cell, a number and a count for each row.
pub(crate) const MOST_BYTES: u64 = (MOST_TEXT + 4 * MOST_CELLS) as u64 + 8 * MOST_ROWS as u64;

numbered!(FileKind { FileKind::Text, FileKind::Xlsx, FileKind::Xls, FileKind::Ods });

impl Wire for RosterError {
    fn put(&self, to: &mut Vec<u8>) {
        let (code, row): (u8, u32) = match self {
            Self::TooLarge => (0, 0),
            Self::TooManyRows => (1, 0),
            Self::TooManyColumns { row } => (2, *row),
            Self::TooManyCells => (3, 0),
            Self::CellTooLong { row } => (4, *row),
            Self::OpenQuote { row } => (5, *row),
            Self::NotText => (6, 0),
            Self::WebPage => (7, 0),
            Self::BrokenWorkbook => (8, 0),
            Self::PasswordProtected => (9, 0),
            Self::NoSuchSheet => (10, 0),
            Self::Empty => (11, 0),
        };
        (code, row).put(to);
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        Ok(match Wire::take(from)? {
            (0u8, 0u32) => Self::TooLarge,
            (1, 0) => Self::TooManyRows,
            (2, row) => Self::TooManyColumns { row },
            (3, 0) => Self::TooManyCells,
            (4, row) => Self::CellTooLong { row },
            (5, row) => Self::OpenQuote { row },
            (6, 0) => Self::NotText,
            (7, 0) => Self::WebPage,
            (8, 0) => Self::BrokenWorkbook,
            (9, 0) => Self::PasswordProtected,
            (10, 0) => Self::NoSuchSheet,
            (11, 0) => Self::Empty,
            _ => return Err(Nonsense),
        })
    }
}

impl Wire for Sheet {
    fn put(&self, to: &mut Vec<u8>) {
        put_texts(&self.names, to);
        count(self.place).put(to);
        count(self.rows.len()).put(to);
        for (number, cells) in &self.rows {
            number.put(to);
            put_texts(cells, to);
        }
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        let mut room = Room { cells: MOST_CELLS, text: MOST_TEXT };
        let names = room.texts(from, MOST_SHEETS)?;
        let place = usize::try_from(u32::take(from)?).map_err(|_| Nonsense)?;
        if place >= names.len() {
            return Err(Nonsense);
        }
        let mut room = Room { cells: MOST_CELLS, text: MOST_TEXT };
        let mut rows = Vec::new();
        let mut last = 0;
        for _ in 0..u32::take(from)? {
            let number = u32::take(from)?;
            if number <= last || number > MOST_ROWS {
                return Err(Nonsense);
            }
            last = number;
            rows.push((number, room.texts(from, MOST_COLUMNS)?));
        }
        Ok(Self { names, place, rows })
    }
}

fn count(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn put_texts(texts: &[String], to: &mut Vec<u8>) {
    count(texts.len()).put(to);
    for text in texts {
        count(text.len()).put(to);
        to.extend_from_slice(text.as_bytes());
    }
}

/// What may still come.
struct Room {
    cells: usize,
    text: usize,
}

impl Room {
    fn texts(&mut self, from: &mut Reader<'_>, most: usize) -> Result<Vec<String>, Nonsense> {
        let count = usize::try_from(u32::take(from)?).map_err(|_| Nonsense)?;
        if count > most || count > self.cells {
            return Err(Nonsense);
        }
        self.cells -= count;
        (0..count).map(|_| self.text(from)).collect()
    }

    fn text(&mut self, from: &mut Reader<'_>) -> Result<String, Nonsense> {
        let length = usize::try_from(u32::take(from)?).map_err(|_| Nonsense)?;
        if length > LONGEST_CELL || length > self.text {
            return Err(Nonsense);
        }
        self.text -= length;
        let text = std::str::from_utf8(from.bytes(length)?).map_err(|_| Nonsense)?;
        Ok(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::wire::read;

    fn sheet() -> Sheet {
        let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        Sheet {
            names: vec!["3A".to_owned(), "Ohje\nkirje".to_owned()],
            place: 1,
            rows: vec![(1, row(["Sukunimi", "Etunimi"])), (7, row(["", "Ä".repeat(5_000).as_str()]))],
        }
    }

    fn bytes(sheet: &Sheet) -> Vec<u8> {
        let mut bytes = Vec::new();
        sheet.put(&mut bytes);
        bytes
    }

    #[test]
    fn a_sheet_comes_as_it_was_and_every_error_too() {
        assert_eq!(read(&bytes(&sheet())), Ok(sheet()));
        let errors = [
            RosterError::TooLarge,
            RosterError::TooManyRows,
            RosterError::TooManyColumns { row: 9 },
            RosterError::TooManyCells,
            RosterError::CellTooLong { row: 3 },
            RosterError::OpenQuote { row: 2 },
            RosterError::NotText,
            RosterError::WebPage,
            RosterError::BrokenWorkbook,
            RosterError::PasswordProtected,
            RosterError::NoSuchSheet,
            RosterError::Empty,
        ];
        for error in errors {
            let mut bytes = Vec::new();
            error.put(&mut bytes);
            assert_eq!(read(&bytes), Ok(error));
        }
    }

    #[test]
    fn a_sheet_beyond_the_limits_is_refused() {
        let refused = |change: &dyn Fn(&mut Sheet)| {
            let mut sheet = sheet();
            change(&mut sheet);
            assert_eq!(read::<Sheet>(&bytes(&sheet)), Err(Nonsense));
        };
        refused(&|sheet| sheet.place = 2);
        refused(&|sheet| sheet.rows.reverse());
        refused(&|sheet| sheet.rows[1].0 = MOST_ROWS + 1);
        refused(&|sheet| sheet.rows[1].1 = vec![String::new(); MOST_COLUMNS + 1]);
        refused(&|sheet| sheet.rows[1].1[0] = "x".repeat(LONGEST_CELL + 1));
        refused(&|sheet| sheet.names = vec![String::new(); MOST_SHEETS + 1]);
        let mut long = bytes(&sheet());
        long.push(0);
        assert_eq!(read::<Sheet>(&long), Err(Nonsense));
    }

    proptest! {
        #[test]
        fn whatever_comes_is_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            let _ = read::<Sheet>(&bytes);
            let _ = read::<Result<Sheet, RosterError>>(&bytes);
        }
    }
}
