//! The class lists of a school that were imported.

use domain::ids::{RosterImportId, SchoolId};
use store::rosters::{self, RosterImport, RosterIssueRow};
use store::{ReadTx, StoreError};

use crate::{Register, RegisterError};

/// An imported class list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterImported {
    /// What it did.
    pub import: RosterImport,
    /// What was wrong with its rows.
    pub issues: Vec<RosterIssueRow>,
    /// Whether it can be taken back: it is the latest of its year, and nothing that came later rests on it.
    pub can_undo: bool,
}

pub(super) fn imported(tx: &ReadTx<'_>, id: RosterImportId) -> Result<RosterImported, StoreError> {
    let import = rosters::get(tx, id)?;
    let of_school = rosters::of_school(tx, import.school_id)?;
    described(tx, import, &of_school)
}

/// `of_school`: every import of its school, the latest first.
fn described(
    tx: &ReadTx<'_>,
    import: RosterImport,
    of_school: &[RosterImport],
) -> Result<RosterImported, StoreError> {
    let latest =
        of_school.iter().find(|other| other.school_year == import.school_year && other.undone_at.is_none());
    let is_latest = latest.is_some_and(|latest| latest.id == import.id);
    let can_undo = is_latest && !rosters::has_dependents(tx, import.id)?;
    Ok(RosterImported { issues: rosters::issues(tx, import.id)?, import, can_undo })
}

impl Register {
    /// The class lists of a school, the latest first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn roster_list(&self, school_id: SchoolId) -> Result<Vec<RosterImported>, RegisterError> {
        self.read(|tx| {
            let imports = rosters::of_school(tx, school_id)?;
            let described = imports.iter().map(|import| described(tx, import.clone(), &imports));
            Ok(described.collect::<Result<_, _>>()?)
        })
    }
}
