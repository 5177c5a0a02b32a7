//! Which imports run in this process, and how those ended whose end could not be written down.
//!
//! On a full disk the row of an import may stay as if it were under way. Deliberately not here: imports that a killed
//! process left; they are settled when the register is opened. Invariant: an import runs once at a time.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use domain::ids::ImportId;
use domain::import::{Import, ImportFault, ImportOutcome};

use crate::RegisterError;

#[derive(Debug, Clone, Copy)]
enum Run {
    UnderWay,
    Unrecorded(ImportFault),
}

/// The imports of this process.
#[derive(Debug, Default)]
pub(crate) struct Runs(Mutex<HashMap<ImportId, Run>>);

/// An import under way. Dropped without [`UnderWay::recorded`], its end counts as not written down.
pub(crate) struct UnderWay<'a> {
    runs: &'a Runs,
    id: ImportId,
    fault: ImportFault,
    is_recorded: bool,
}

impl Runs {
    fn known(&self) -> MutexGuard<'_, HashMap<ImportId, Run>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes an import for this caller.
    ///
    /// # Errors
    /// [`RegisterError::ImportRunning`].
    pub fn begin(&self, id: ImportId) -> Result<UnderWay<'_>, RegisterError> {
        if let Some(Run::UnderWay) = self.known().insert(id, Run::UnderWay) {
            return Err(RegisterError::ImportRunning);
        }
        Ok(UnderWay { runs: self, id, fault: ImportFault::Other, is_recorded: false })
    }

    /// Corrects a row that says "running" although nothing runs.
    pub fn correct(&self, import: &mut Import) {
        if let Some(Run::Unrecorded(fault)) = self.known().get(&import.id) {
            import.outcome = ImportOutcome::Failed;
            import.fault = Some(*fault);
        }
    }

    /// Whether it runs in this process.
    pub fn is_under_way(&self, id: ImportId) -> bool {
        matches!(self.known().get(&id), Some(Run::UnderWay))
    }

    /// How many run in this process.
    pub fn count_under_way(&self) -> usize {
        self.known().values().filter(|run| matches!(run, Run::UnderWay)).count()
    }

    /// Whether the end of an import could not be written down.
    pub fn has_unrecorded(&self, id: ImportId) -> bool {
        matches!(self.known().get(&id), Some(Run::Unrecorded(_)))
    }

    /// Does this while no import runs, and keeps any from beginning meanwhile; does nothing while one runs.
    pub fn while_idle<T>(&self, work: impl FnOnce() -> T) -> Option<T> {
        let known = self.known();
        let is_idle = !known.values().any(|run| matches!(run, Run::UnderWay));
        is_idle.then(work)
    }
}

impl UnderWay<'_> {
    /// Notes what stopped it, in case its end cannot be written down.
    pub fn stopped_by(&mut self, fault: ImportFault) {
        self.fault = fault;
    }

    /// Its end is in its row.
    pub fn recorded(mut self) {
        self.is_recorded = true;
    }
}

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        let mut known = self.runs.known();
        if self.is_recorded {
            known.remove(&self.id);
        } else {
            known.insert(self.id, Run::Unrecorded(self.fault));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_import_runs_once_at_a_time_and_nothing_is_swept_meanwhile() {
        let runs = Runs::default();
        let first = runs.begin(ImportId(1)).unwrap();
        assert!(matches!(runs.begin(ImportId(1)), Err(RegisterError::ImportRunning)));
        let second = runs.begin(ImportId(2)).unwrap();
        first.recorded();
        assert_eq!(runs.while_idle(|| 7), None);
        second.recorded();
        assert_eq!(runs.while_idle(|| 7), Some(7));
        runs.begin(ImportId(1)).unwrap().recorded();
    }

    #[test]
    fn an_end_that_was_not_written_down_is_known_all_the_same() {
        let runs = Runs::default();
        let mut import = Import {
            id: ImportId(1),
            session_id: domain::ids::SessionId(1),
            source_path: String::new(),
            outcome: ImportOutcome::Running,
            fault: None,
            planned_files: 1,
            stored_files: 0,
            stored_bytes: 0,
            frames: 0,
            started_at: domain::Instant(0),
            ended_at: None,
            is_given_up: false,
            is_watch: false,
            scope: domain::import::SourceScope::Card,
            looked_through: None,
            copy_scope: None,
        };
        let mut run = runs.begin(import.id).unwrap();
        run.stopped_by(ImportFault::DiskFull);
        runs.correct(&mut import);
        assert_eq!(import.outcome, ImportOutcome::Running, "it still runs");
        drop(run);
        runs.correct(&mut import);
        assert_eq!((import.outcome, import.fault), (ImportOutcome::Failed, Some(ImportFault::DiskFull)));
        runs.begin(import.id).unwrap().recorded();
        import.outcome = ImportOutcome::Completed;
        runs.correct(&mut import);
        assert_eq!(import.outcome, ImportOutcome::Completed);
    }
}
