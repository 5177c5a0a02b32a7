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
    let latest = rosters::of_school(tx, import.school_id)?
        .into_iter()
        .find(|other| other.school_year == import.school_year && other.undone_at.is_none());
    let can_undo = latest.is_some_and(|latest| latest.id == id) && !rosters::has_dependents(tx, id)?;
    Ok(RosterImported { issues: rosters::issues(tx, id)?, import, can_undo })
}

impl Register {
    /// The class lists of a school, the latest first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn roster_list(&self, school_id: SchoolId) -> Result<Vec<RosterImported>, RegisterError> {
        self.read(|tx| {
            let imports = rosters::of_school(tx, school_id)?;
            Ok(imports.iter().map(|import| imported(tx, import.id)).collect::<Result<_, _>>()?)
        })
    }
}
