//! The trail as a table for spreadsheet programs.
//!
//! UTF-8 with a byte order mark and semicolons, which is what Excel opens by itself in Finland. A cell that a spreadsheet
//! program would take for a formula begins with an apostrophe instead.

use std::collections::HashMap;
use std::io::Write;

use csv::{Terminator, WriterBuilder};
use domain::Instant;
use jiff::Timestamp;
use l10n::{L10nError, Messages};
use trail::{Entry, hex_groups};

use crate::RegisterError;
use crate::clock::local;

const MARK: &str = "\u{feff}";
const COLUMNS: [&str; 14] = [
    "id",
    "utc",
    "local",
    "staff-id",
    "staff",
    "action",
    "action-text",
    "entity",
    "record",
    "fields",
    "count",
    "machine",
    "prev-hash",
    "hash",
];

/// Writes one entry a row.
pub(super) struct Table<'a, W: Write> {
    csv: csv::Writer<W>,
    messages: &'a Messages,
    people: &'a HashMap<i64, String>,
}

impl<'a, W: Write> Table<'a, W> {
    /// Begins with the names of the columns.
    pub fn begin(
        mut target: W,
        messages: &'a Messages,
        people: &'a HashMap<i64, String>,
    ) -> Result<Self, RegisterError> {
        target.write_all(MARK.as_bytes())?;
        let csv = WriterBuilder::new().delimiter(b';').terminator(Terminator::CRLF).from_writer(target);
        let mut table = Self { csv, messages, people };
        let header: Result<Vec<String>, L10nError> = COLUMNS
            .iter()
            .map(|column| messages.text(&format!("documents-trail-column-{column}"), &[]))
            .collect();
        table.row(header?)?;
        Ok(table)
    }

    pub fn entry(&mut self, entry: &Entry<'_>) -> Result<(), RegisterError> {
        let values = entry.values;
        let number = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
        let key = format!("action-{}", values.action.replace('_', "-"));
        self.row([
            values.id.to_string(),
            Timestamp::from_millisecond(values.at).unwrap_or(Timestamp::UNIX_EPOCH).to_string(),
            local(Instant(values.at)).strftime("%Y-%m-%d %H:%M:%S").to_string(),
            number(values.staff_id),
            values.staff_id.and_then(|id| self.people.get(&id)).cloned().unwrap_or_default(),
            values.action.to_owned(),
            // an action that a newer program wrote has no words here
            self.messages.text(&key, &[]).unwrap_or_default(),
            values.entity.to_owned(),
            number(values.entity_id),
            values.fields.to_owned(),
            number(values.count.map(i64::from)),
            values.machine.to_owned(),
            hex_groups(&entry.prev_hash).concat(),
            hex_groups(&entry.hash).concat(),
        ])
    }

    pub fn finish(mut self) -> Result<(), RegisterError> {
        Ok(self.csv.flush()?)
    }

    fn row(&mut self, cells: impl IntoIterator<Item = String>) -> Result<(), RegisterError> {
        Ok(self.csv.write_record(cells.into_iter().map(harmless)).map_err(std::io::Error::from)?)
    }
}

/// A cell that no spreadsheet program takes for a formula (OWASP, CSV injection).
fn harmless(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=1+1", "+358", "-2", "@SUM(A1)", "\tx", "\rx"] {
            assert_eq!(harmless(cell.to_owned()), format!("'{cell}"));
        }
        for cell in ["", "order_created", "toimisto-1", "Öhman; \"x\""] {
            assert_eq!(harmless(cell.to_owned()), cell);
        }
    }
}
