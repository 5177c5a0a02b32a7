//! Background work of the register: its kinds, and what it leaves.

use std::sync::Arc;

use domain::ids::{ImportId, PrintBatchId, SessionId};

use crate::error::RegisterError;
use crate::history::TrailVerdict;

/// What kind of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TaskKind {
    /// Looks at a folder before anything is stored.
    ImportPlan,
    /// Stores frames.
    Import,
    /// Stores what comes into a folder, until it is stopped.
    Watch,
    /// Writes a print batch.
    HandOver,
    /// Makes the demonstration studio.
    DemonstrationStudio,
    /// Checks the whole trail.
    TrailVerify,
    /// Writes the trail to a file.
    TrailExport,
    /// Writes camera cards to a file.
    CameraCards,
    /// Writes a missing list to a file.
    MissingList,
    /// Writes legends of group photos to a file.
    GroupLegend,
    /// Copies sealed files to another disk.
    SecondCopy,
    /// Looks for codes in stored frames.
    CodeReading,
}

/// What a task left, for the window to show.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TaskResult {
    /// Token of an import plan.
    pub plan: Option<String>,
    /// The session that frames went into.
    pub session_id: Option<SessionId>,
    /// The import.
    pub import_id: Option<ImportId>,
    /// The batch.
    pub batch_id: Option<PrintBatchId>,
    /// What a check of the trail found.
    pub verdict: Option<Box<TrailVerdict>>,
}

/// How a task's work ended: only the work itself knows whether a request to stop came in time.
pub type TaskOutcome = tasks::TaskOutcome<TaskResult, Arc<RegisterError>>;
/// Runs the register's tasks.
pub type Tasks = tasks::Runner<TaskKind, TaskResult, Arc<RegisterError>>;
/// A task as it stands.
pub type TaskSnapshot = tasks::TaskSnapshot<TaskKind, TaskResult, Arc<RegisterError>>;
