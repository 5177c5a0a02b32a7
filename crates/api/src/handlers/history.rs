//! The history: audit entries.

use domain::ids::StaffMemberId;
use domain::{Action, Entity, Instant};
use register::history::{AuditFilter, AuditLine};

use crate::app::App;
use crate::dto::Page;
use crate::dto::history::{AuditEntryDto, AuditQuery};
use crate::error::{ApiError, ErrorCode};

/// A page of the trail, newest first.
pub fn audit_list(app: &App, request: AuditQuery) -> Result<Page<AuditEntryDto>, ApiError> {
    let unknown = || ApiError::of(ErrorCode::InvalidRequest);
    let actions: Option<Vec<Action>> = request.actions.iter().map(|code| Action::from_code(code)).collect();
    let filter = AuditFilter {
        actions: actions.ok_or_else(unknown)?,
        entity: match &request.entity {
            Some(code) => Some(Entity::from_code(code).ok_or_else(unknown)?),
            None => None,
        },
        entity_id: request.entity_id,
        staff_id: request.staff_id.map(StaffMemberId),
        from: request.from.map(Instant),
        until: request.until.map(Instant),
    };
    let page = app.register()?.audit_list(&filter, request.after.as_deref(), request.limit)?;
    Ok(Page { rows: page.rows.into_iter().map(dto).collect(), next: page.next })
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
