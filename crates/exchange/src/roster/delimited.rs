//! Text files with a separator: which one it is, and the cells.
//!
//! RFC 4180, read leniently as spreadsheets do: CR LF, LF or CR end a row, a quote inside an unquoted cell is a quote,
//! what follows a closing quote belongs to the cell. The `csv` crate is not used here because it leaves out empty
//! rows without a word, so that numbers of rows would not be the file's, and takes the rest of a file for one cell
//! where a quote is never closed.

use super::{LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, RosterError};

/// What stands between the cells of a text file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    /// `;`, of Excel in Finland and Sweden.
    Semicolon,
    /// Tabulator.
    Tab,
    /// `,`.
    Comma,
    /// `|`.
    Pipe,
}

impl Separator {
    /// Every separator; where two fit a file equally well, the earlier one is chosen.
    pub const ALL: [Self; 4] = [Self::Tab, Self::Semicolon, Self::Pipe, Self::Comma];

    /// Stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Semicolon => "semicolon",
            Self::Tab => "tab",
            Self::Comma => "comma",
            Self::Pipe => "pipe",
        }
    }

    /// The separator of a [code](Self::code).
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|separator| separator.code() == code)
    }

    const fn sign(self) -> char {
        match self {
            Self::Semicolon => ';',
            Self::Tab => '\t',
            Self::Comma => ',',
            Self::Pipe => '|',
        }
    }
}

/// So many rows, and so much of them, are looked at to find the separator.
const SAMPLE_ROWS: usize = 50;
const SAMPLE_CHARACTERS: usize = 64 * 1024;

/// The separator that splits the most of the first rows into the same number of cells, two at least. It must be more
/// than a third of them, because a comma stands in many a cell. A file of one column has no separator and is read
/// with a semicolon.
pub(super) fn detect(text: &str) -> Separator {
    let sample =
        text.char_indices().nth(SAMPLE_CHARACTERS).and_then(|(end, _)| text.get(..end)).unwrap_or(text);
    let score = |separator: Separator| {
        let mut widths = Vec::new();
        // a file that cannot be read with this separator is judged by what could be read
        let _ = split(sample, separator, &mut |_, row: Vec<String>| {
            if row.iter().any(|cell| !cell.is_empty()) {
                widths.push(row.len());
            }
            widths.len() < SAMPLE_ROWS
        });
        let alike = |width: usize| widths.iter().filter(|other| **other == width).count();
        let best =
            widths.iter().copied().filter(|width| *width > 1).max_by_key(|width| (alike(*width), *width));
        best.map(|width| (alike(width), width))
            .filter(|(alike, _)| alike * 3 > widths.len())
            .unwrap_or_default()
    };
    let mut best = (Separator::Semicolon, (0, 0));
    for separator in Separator::ALL {
        let score = score(separator);
        if score > best.1 {
            best = (separator, score);
        }
    }
    best.0
}

/// Gives every row with its number, from 1, to `take`, empty ones too (as no cell), until that says `false`.
///
/// # Errors
/// [`RosterError`]: a limit is passed, or a quote is never closed.
pub(super) fn split(
    text: &str,
    separator: Separator,
    take: &mut impl FnMut(u32, Vec<String>) -> bool,
) -> Result<(), RosterError> {
    let separator = separator.sign();
    let mut signs = text.chars().peekable();
    let mut number = 1_u32;
    let mut row = Vec::new();
    let mut cell = String::new();
    let mut is_quoted = false;
    loop {
        let sign = signs.next();
        match sign {
            None if is_quoted => return Err(RosterError::OpenQuote { row: number }),
            Some('"') if is_quoted => {
                if signs.next_if_eq(&'"').is_some() {
                    cell.push('"');
                } else {
                    is_quoted = false;
                }
            }
            Some(sign) if is_quoted => cell.push(sign),
            Some('"') if cell.is_empty() => is_quoted = true,
            Some(sign) if sign == separator => {
                row.push(std::mem::take(&mut cell));
                if row.len() == MOST_COLUMNS {
                    return Err(RosterError::TooManyColumns { row: number });
                }
            }
            None | Some('\n' | '\r') => {
                if sign == Some('\r') {
                    signs.next_if_eq(&'\n');
                }
                if !row.is_empty() || !cell.is_empty() {
                    row.push(std::mem::take(&mut cell));
                } else if sign.is_none() {
                    return Ok(());
                }
                if number > MOST_ROWS {
                    return Err(RosterError::TooManyRows);
                }
                if !take(number, std::mem::take(&mut row)) || sign.is_none() {
                    return Ok(());
                }
                number += 1;
            }
            Some(sign) => cell.push(sign),
        }
        if cell.len() > LONGEST_CELL {
            return Err(RosterError::CellTooLong { row: number });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, separator: Separator) -> Result<Vec<Vec<String>>, RosterError> {
        let mut rows = Vec::new();
        split(text, separator, &mut |_, row| {
            rows.push(row);
            true
        })?;
        Ok(rows)
    }

    #[test]
    fn cells_and_rows() {
        for (text, expected) in [
            ("", vec![]),
            ("a", vec![vec!["a"]]),
            ("a;b\r\nc;d\r\n", vec![vec!["a", "b"], vec!["c", "d"]]),
            ("a;b\nc;d", vec![vec!["a", "b"], vec!["c", "d"]]),
            ("a;b\rc;d\r", vec![vec!["a", "b"], vec!["c", "d"]]),
            ("a\r\n\r\nb", vec![vec!["a"], vec![], vec!["b"]]),
            ("a\n\rb", vec![vec!["a"], vec![], vec!["b"]]),
            ("a;;", vec![vec!["a", "", ""]]),
            (";", vec![vec!["", ""]]),
            ("\"a;b\";c", vec![vec!["a;b", "c"]]),
            ("\"a\r\nb\";c", vec![vec!["a\r\nb", "c"]]),
            ("\"a \"\"b\"\"\"", vec![vec!["a \"b\""]]),
            ("\"\";\"\"", vec![vec!["", ""]]),
            ("a \"b\" c;d", vec![vec!["a \"b\" c", "d"]]),
            ("\"a\" b;c", vec![vec!["a b", "c"]]),
        ] {
            assert_eq!(rows(text, Separator::Semicolon).expect(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_quote_that_is_never_closed_is_named() {
        let text = "a;b\nc;\"d\ne;f\n";
        assert_eq!(rows(text, Separator::Semicolon), Err(RosterError::OpenQuote { row: 2 }));
    }

    #[test]
    fn the_separator_that_splits_evenly_is_found() {
        for (text, separator) in [
            ("a;b;c\nd;e;f\n", Separator::Semicolon),
            ("a\tb\tc\nd\te, g; h\tf\n", Separator::Tab),
            ("a|b\nc|d\n", Separator::Pipe),
            ("a,b\nc,d\n", Separator::Comma),
            ("Malli, Ville;3A\nEsimerkki, Aino;3B\n", Separator::Semicolon),
            ("\"a;b;c\",d\n\"e;f;g\",h\n", Separator::Comma),
            ("Luokka 3A, kevät\nnimi;luokka\nMalli Ville;3A\nEsimerkki Aino;3A\n", Separator::Semicolon),
            ("nimi\nMalli Ville\nÖhman, Åke\n", Separator::Semicolon),
            ("", Separator::Semicolon),
        ] {
            assert_eq!(detect(text), separator, "{text:?}");
        }
    }

    #[test]
    fn codes_are_read_back() {
        for separator in Separator::ALL {
            assert_eq!(Separator::from_code(separator.code()), Some(separator));
        }
        assert_eq!(Separator::from_code("space"), None);
    }
}
