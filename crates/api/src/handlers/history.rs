//! The history: audit entries, their checkpoints, and the way out.

use std::path::{Path, PathBuf};

use domain::ids::StaffMemberId;
use domain::{Action, ClockJump, Entity, Instant};
use register::history::{AuditFilter, AuditLine, ExportForm, TrailFault, TrailVerdict};

use crate::app::App;
use crate::dto::app::SavedFile;
use crate::dto::history::*;
use crate::dto::task::TaskStarted;
use crate::dto::{Nothing, Page};
use crate::error::{ApiError, ErrorCode};

/// A page of the trail, newest first.
pub fn audit_list(app: &App, request: AuditQuery) -> Result<Page<AuditEntryDto>, ApiError> {
    let AuditQuery { actions, entity, entity_id, staff_id, from, until, after, limit } = request;
    let filter = filter(AuditFilterDto { actions, entity, entity_id, staff_id, from, until })?;
    let page = app.register()?.audit_list(&filter, after.as_deref(), limit)?;
    Ok(Page { rows: page.rows.into_iter().map(dto).collect(), next: page.next })
}

/// How the trail stands.
pub fn trail_state(app: &App, _: Nothing) -> Result<TrailStateDto, ApiError> {
    let register = app.register()?;
    let state = register.trail_state()?;
    Ok(TrailStateDto {
        entries: state.entries,
        checkpoint: state
            .checkpoint
            .map(|last| CheckpointDto { size: last.size, made_at: last.made_at.millis() }),
        clock_doubt: state.clock_doubt.map(|doubt| ClockDoubtDto {
            jump: match doubt.jump {
                ClockJump::Backward => ClockJumpDto::Backward,
                ClockJump::Forward => ClockJumpDto::Forward,
            },
            noticed_at: doubt.noticed_at.millis(),
        }),
        now: register.now().millis(),
    })
}

/// Checks the whole trail in the background.
pub fn trail_verify(app: &App, _: Nothing) -> Result<TaskStarted, ApiError> {
    Ok(TaskStarted { task: app.register()?.trail_verify_start()?.0 })
}

/// Writes the trail, or the part of it that the filter takes, where the user says, in the background.
pub fn trail_export(app: &App, request: TrailExport) -> Result<TrailExportStarted, ApiError> {
    let filter = filter(request.filter)?;
    let (form, key) = match request.form {
        ExportFormDto::Table => (ExportForm::Table, "documents-trail-table-file"),
        ExportFormDto::Bundle => (ExportForm::Bundle, "documents-trail-bundle-file"),
    };
    let Some(path) = save_dialog(app, "documents-dialog-trail", key)? else {
        return Ok(TrailExportStarted { task: None });
    };
    let language = app.settings().language.into();
    let task = app.register()?.trail_export_start(filter, form, path, language)?;
    Ok(TrailExportStarted { task: Some(task.0) })
}

/// Signs what the trail is and writes the sheet for the binder where the user says.
pub fn checkpoint_sheet_save(app: &App, _: Nothing) -> Result<SavedFile, ApiError> {
    let Some(path) = save_dialog(app, "documents-dialog-checkpoint", "documents-checkpoint-file")? else {
        return Ok(SavedFile { is_saved: false, name: None });
    };
    app.register()?.checkpoint_sheet_save(&path, app.settings().language.into())?;
    Ok(SavedFile { is_saved: true, name: name_of(&path) })
}

/// Somebody looked at the clock and found it right.
pub fn clock_confirm(app: &App, _: Nothing) -> Result<TrailStateDto, ApiError> {
    app.register()?.clock_confirm()?;
    trail_state(app, Nothing {})
}

fn save_dialog(app: &App, title: &str, suggested: &str) -> Result<Option<PathBuf>, ApiError> {
    Ok(app.host().save_file(&app.text(title)?, &app.text(suggested)?))
}

fn name_of(path: &Path) -> Option<String> {
    path.file_name().map(|name| name.to_string_lossy().into_owned())
}

fn filter(wanted: AuditFilterDto) -> Result<AuditFilter, ApiError> {
    let unknown = || ApiError::of(ErrorCode::InvalidRequest);
    let actions: Option<Vec<Action>> = wanted.actions.iter().map(|code| Action::from_code(code)).collect();
    Ok(AuditFilter {
        actions: actions.ok_or_else(unknown)?,
        entity: match &wanted.entity {
            Some(code) => Some(Entity::from_code(code).ok_or_else(unknown)?),
            None => None,
        },
        entity_id: wanted.entity_id,
        staff_id: wanted.staff_id.map(StaffMemberId),
        from: wanted.from.map(Instant),
        until: wanted.until.map(Instant),
    })
}

/// What a check found, as the window shows it.
pub(crate) fn verdict_dto(verdict: &TrailVerdict) -> TrailVerdictDto {
    let fault = |kind, number| TrailFaultDto { kind, number };
    TrailVerdictDto {
        entries: verdict.entries,
        since: verdict.since.map(Instant::millis),
        checkpoints: verdict.checkpoints,
        checkpoint_at: verdict.checkpoint_at.map(Instant::millis),
        fault: verdict.fault.map(|found| match found {
            TrailFault::Entry(id) => fault(TrailFaultKind::Entry, Some(id)),
            TrailFault::Signed { size } => fault(TrailFaultKind::Signed, Some(size)),
            TrailFault::End { size } => fault(TrailFaultKind::End, Some(size)),
            TrailFault::Keys => fault(TrailFaultKind::Keys, None),
        }),
    }
}

fn dto(line: AuditLine) -> AuditEntryDto {
    let AuditLine { entry, label, staff_name } = line;
    AuditEntryDto {
        id: entry.id.get(),
        at: entry.at.millis(),
        action: entry.action.code().to_owned(),
        entity: entry.entity.code().to_owned(),
        entity_id: entry.entity_id,
        label,
        fields: entry.fields,
        count: entry.count,
        machine: entry.machine,
        staff_id: entry.staff_id.map(StaffMemberId::get),
        staff_name,
    }
}
