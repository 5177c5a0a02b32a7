//! Background work.

use register::{TaskId, TaskKind, TaskSnapshot, TaskState};

use crate::app::App;
use crate::dto::Nothing;
use crate::dto::task::{TaskDto, TaskKindDto, TaskList, TaskRef, TaskResult, TaskStateDto};
use crate::error::ApiError;
use crate::handlers::history::verdict_dto;

/// All tasks not yet dismissed, newest first.
pub fn task_list(app: &App, _: Nothing) -> Result<TaskList, ApiError> {
    Ok(TaskList { tasks: app.registers().tasks().list().iter().map(task_dto).collect() })
}

/// Asks a task to stop.
pub fn task_cancel(app: &App, request: TaskRef) -> Result<Nothing, ApiError> {
    app.registers().tasks().cancel(TaskId(request.id));
    Ok(Nothing {})
}

/// Forgets an ended task.
pub fn task_dismiss(app: &App, request: TaskRef) -> Result<Nothing, ApiError> {
    app.registers().tasks().dismiss(TaskId(request.id));
    Ok(Nothing {})
}

/// A task as the window shows it.
pub(crate) fn task_dto(task: &TaskSnapshot) -> TaskDto {
    TaskDto {
        id: task.id.0,
        kind: match task.kind {
            TaskKind::ImportPlan => TaskKindDto::ImportPlan,
            TaskKind::Import => TaskKindDto::Import,
            TaskKind::Watch => TaskKindDto::Watch,
            TaskKind::HandOver => TaskKindDto::HandOver,
            TaskKind::DemonstrationStudio => TaskKindDto::DemonstrationStudio,
            TaskKind::TrailVerify => TaskKindDto::TrailVerify,
            TaskKind::TrailExport => TaskKindDto::TrailExport,
            TaskKind::CameraCards => TaskKindDto::CameraCards,
            TaskKind::MissingList => TaskKindDto::MissingList,
            TaskKind::GroupLegend => TaskKindDto::GroupLegend,
            TaskKind::CodeReading => TaskKindDto::CodeReading,
            TaskKind::SecondCopy => TaskKindDto::SecondCopy,
        },
        state: match task.state {
            TaskState::Running => TaskStateDto::Running,
            TaskState::Cancelling => TaskStateDto::Cancelling,
            TaskState::Completed => TaskStateDto::Completed,
            TaskState::Cancelled => TaskStateDto::Cancelled,
            TaskState::Failed => TaskStateDto::Failed,
        },
        subject: task.subject.clone(),
        done: task.progress.done,
        total: task.progress.total,
        bytes_done: task.progress.bytes_done,
        bytes_total: task.progress.bytes_total,
        bytes_per_second: task.bytes_per_second,
        seconds_left: task.seconds_left,
        started_at: task.started_at,
        ended_at: task.ended_at,
        error: task.error.as_deref().map(ApiError::from),
        issues: task.progress.issues,
        checked: task.progress.checked,
        to_check: task.progress.to_check,
        copied: task.progress.copied,
        to_copy: task.progress.to_copy,
        is_blocked: task.progress.is_blocked,
        result: task.result.as_ref().map(|result| TaskResult {
            plan: result.plan.clone(),
            session_id: result.session_id.map(|id| id.get()),
            import_id: result.import_id.map(|id| id.get()),
            batch_id: result.batch_id.map(|id| id.get()),
            verdict: result.verdict.as_deref().map(verdict_dto),
        }),
    }
}
