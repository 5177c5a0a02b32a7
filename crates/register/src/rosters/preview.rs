//! Reads a chosen file as the person says, and shows what importing it would do.

use decoding::{Decoder, DecodingError};
use domain::ids::SchoolId;
use domain::school::SchoolYear;
use domain::staff::Right;
use exchange::roster::{
    Choices, ClassList, Field, FileKind, HeaderRow, Mapping, Roster, RosterError, Separator, Sheet,
    TextEncoding, read,
};
use store::{ReadTx, StoreError, rosters};

use super::compare::{Comparison, Known, compare};
use crate::{Register, RegisterError};

/// How a chosen file is to be read; what is none is detected, or remembered of the school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The file's token.
    pub draft: String,
    /// Whose classes they are.
    pub school_id: SchoolId,
    /// Of which year.
    pub school_year: SchoolYear,
    /// Encoding of a text file.
    pub encoding: Option<TextEncoding>,
    /// Separator of a text file.
    pub separator: Option<Separator>,
    /// Whether a row has headings: then the first that does, otherwise none.
    pub has_header: Option<bool>,
    /// Name of the sheet.
    pub sheet: Option<String>,
    /// What each column is.
    pub mapping: Option<Vec<Option<Field>>>,
}

/// A file as read, and what it would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The file.
    pub list: ClassList,
    /// What each column is.
    pub mapping: Mapping,
    /// Its rows, and what is wrong with them.
    pub roster: Roster,
    /// What is new, changed, left.
    pub comparison: Comparison,
}

impl Register {
    /// Reads a chosen file and compares it with what is known. Nothing is stored.
    ///
    /// # Errors
    /// [`RegisterError::RosterDraftUnknown`], [`RegisterError::Roster`]; not found.
    pub fn roster_preview(&self, reading: &Reading) -> Result<Preview, RegisterError> {
        let draft = self.draft(&reading.draft)?;
        let may_open = self.require(Right::SeeProtected).is_ok();
        let list = read_as(self.decoder(), &draft.bytes, reading)?;
        self.read(|tx| Ok(preview(tx, list, reading, may_open)?.0))
    }
}

pub(super) fn preview(
    tx: &ReadTx<'_>,
    list: ClassList,
    reading: &Reading,
    may_open: bool,
) -> Result<(Preview, Known), RegisterError> {
    let mapping = match &reading.mapping {
        Some(fields) => Mapping::new(fields.clone()),
        None => remembered(tx, reading.school_id, &list)?,
    };
    let roster = Roster::from_table(&list.table, &mapping);
    let known = Known::read(tx, reading.school_id, reading.school_year, may_open)?;
    let comparison = compare(&known, &roster.rows);
    Ok((Preview { list, mapping, roster, comparison }, known))
}

/// Before a transaction: a workbook is read in a worker, which may take its time.
pub(super) fn read_as(
    decoder: &Decoder,
    bytes: &[u8],
    reading: &Reading,
) -> Result<ClassList, RegisterError> {
    let read = |choices: &Choices| {
        read(bytes, choices, |bytes, kind, sheet| read_sheet(decoder, bytes, kind, sheet))
    };
    let mut choices =
        Choices { encoding: reading.encoding, separator: reading.separator, header: None, sheet: None };
    if reading.has_header == Some(false) {
        choices.header = Some(HeaderRow::Absent);
    }
    let first = read(&choices)?;
    let wanted = reading.sheet.as_ref().and_then(|name| {
        let place = first.source.sheets.iter().position(|sheet| sheet == name);
        place.filter(|place| Some(*place) != first.source.sheet)
    });
    let list = match wanted {
        Some(sheet) => {
            choices.sheet = Some(sheet);
            read(&choices)?
        }
        None => first,
    };
    if reading.has_header == Some(true) && list.source.header == HeaderRow::Absent {
        let row = list.table.first_row_number;
        return read(&Choices { header: Some(HeaderRow::At(row)), ..choices });
    }
    Ok(list)
}

/// A workbook over which the worker is lost is none that can be read.
fn read_sheet(
    decoder: &Decoder,
    bytes: &[u8],
    kind: FileKind,
    choice: Option<usize>,
) -> Result<Sheet, RegisterError> {
    match decoder.sheet(bytes, kind, choice) {
        Ok(read) => Ok(read?),
        Err(DecodingError::Lost(loss)) => {
            tracing::warn!(%loss, "a class list is not read");
            Err(RosterError::BrokenWorkbook.into())
        }
        Err(error) => Err(error.into()),
    }
}

/// What the headings suggest, where the school's last list did not say otherwise.
fn remembered(tx: &ReadTx<'_>, school_id: SchoolId, list: &ClassList) -> Result<Mapping, StoreError> {
    let mut mapping = Mapping::propose(&list.table);
    let headings = rosters::headings(tx, school_id)?;
    for (place, column) in list.table.columns.iter().enumerate() {
        let known = headings.iter().find(|(heading, _)| *heading == column.heading);
        if let Some((_, code)) = known
            && !column.is_withheld
        {
            mapping.set(place, Field::from_code(code));
        }
    }
    Ok(mapping)
}
