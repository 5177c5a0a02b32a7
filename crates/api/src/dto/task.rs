//! Background work as the window's top bar shows it.

use super::history::TrailVerdictDto;
use super::{wire, wire_enum};

wire_enum! {
    /// What kind of work; texts `task-<code>`.
    pub enum TaskKindDto { ImportPlan, Import, Watch, HandOver, DemonstrationStudio, TrailVerify, TrailExport, CameraCards, MissingList, GroupLegend, CodeReading, SecondCopy }
    /// How it stands.
    pub enum TaskStateDto { Running, Cancelling, Completed, Cancelled, Failed }
}

wire! {
    /// A task, running or finished and not yet dismissed.
    pub struct TaskDto {
        pub id: i64,
        pub kind: TaskKindDto,
        pub state: TaskStateDto,
        /// What it works on, for display: a folder's or partner's name.
        pub subject: String,
        pub done: u64,
        /// 0 while unknown.
        pub total: u64,
        pub bytes_done: u64,
        pub bytes_total: u64,
        /// Bytes a second over the last seconds; 0 when unknown.
        pub bytes_per_second: u64,
        pub seconds_left: Option<u32>,
        pub started_at: i64,
        pub ended_at: Option<i64>,
        /// Why it failed.
        pub error: Option<crate::error::ApiError>,
        /// Files that were left out or refused.
        pub issues: u32,
        /// Things that were looked at once more, after everything was done.
        pub checked: u64,
        /// 0 until that begins.
        pub to_check: u64,
        /// Things of which there is a second copy.
        pub copied: u64,
        /// 0 until that begins.
        pub to_copy: u64,
        /// Waits for something that is not there, as a folder on a disk that was taken away.
        pub is_blocked: bool,
        /// What it left behind.
        pub result: Option<TaskResult>,
    }
    /// Where the result of a task is to be seen.
    pub struct TaskResult {
        pub plan: Option<String>,
        pub session_id: Option<i64>,
        pub import_id: Option<i64>,
        pub batch_id: Option<i64>,
        /// What a check of the history found.
        pub verdict: Option<TrailVerdictDto>,
    }
    /// One task by id.
    pub struct TaskRef {
        pub id: i64,
    }
    /// A started task.
    pub struct TaskStarted {
        pub task: i64,
    }
    /// All tasks not yet dismissed, newest first.
    pub struct TaskList {
        pub tasks: Vec<TaskDto>,
    }
}
