//! What became of an import.

use domain::ids::{ImportId, SessionId};
use domain::import::{CardVerdict, Import, ImportIssue};
use store::imports;

use crate::{Register, RegisterError};

/// An import with what is said of its files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportReport {
    /// The run.
    pub import: Import,
    /// Files that were left out, refused, or stored with a remark.
    pub issues: Vec<ImportIssue>,
    /// Files that have no second copy now, of those that have to.
    pub uncopied: u32,
}

impl ImportReport {
    /// Whether the card may be formatted; none while the import is under way.
    pub fn card_verdict(&self) -> Option<CardVerdict> {
        CardVerdict::of(&self.import, &self.issues, self.uncopied)
    }
}

impl Register {
    /// The report of an import.
    ///
    /// # Errors
    /// When there is none.
    pub fn import_report(&self, id: ImportId) -> Result<ImportReport, RegisterError> {
        let mut report = self.read(|tx| {
            Ok(ImportReport { import: imports::get(tx, id)?, issues: imports::issues(tx, id)?, uncopied: 0 })
        })?;
        self.imports().correct(&mut report.import);
        report.uncopied = self.uncopied(&report.import)?;
        Ok(report)
    }

    /// The reports of a session's imports, newest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn import_reports(&self, session_id: SessionId) -> Result<Vec<ImportReport>, RegisterError> {
        let mut reports = self.read(|tx| {
            let reports = imports::list(tx, session_id)?.into_iter().map(|import| {
                Ok(ImportReport { issues: imports::issues(tx, import.id)?, import, uncopied: 0 })
            });
            reports.collect::<Result<Vec<_>, RegisterError>>()
        })?;
        // not while a reader is held: whoever sweeps holds the runs and waits for one
        for report in &mut reports {
            self.imports().correct(&mut report.import);
            report.uncopied = self.uncopied(&report.import)?;
        }
        Ok(reports)
    }
}
