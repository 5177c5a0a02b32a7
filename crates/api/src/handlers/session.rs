//! Sessions.

use domain::ids::{CameraId, FrameId, ImportId, JobId, SessionId};
use register::sessions::SessionListed;

use super::frame::camera_name;
use crate::app::App;
use crate::dto::Page;
use crate::dto::session::*;
use crate::error::ApiError;

/// Most sessions of a page.
const LONGEST_PAGE: u32 = 500;

/// A page of sessions, newest first.
pub fn session_list(app: &App, request: SessionQuery) -> Result<Page<SessionDto>, ApiError> {
    let limit = request.limit.clamp(1, LONGEST_PAGE);
    let page = app.register()?.session_list(&request.search, request.after.as_deref(), limit)?;
    Ok(Page { rows: page.rows.into_iter().map(dto).collect(), next: page.next })
}

/// One session.
pub fn session_get(app: &App, request: SessionRef) -> Result<SessionDto, ApiError> {
    Ok(dto(app.register()?.session_get(SessionId(request.id))?))
}

/// Changes a session's name, photographer and job.
pub fn session_update(app: &App, request: SessionUpdate) -> Result<SessionDto, ApiError> {
    let id = SessionId(request.id);
    Ok(dto(app.register()?.session_update(
        id,
        request.rev,
        &request.name,
        &request.photographer,
        request.job_id.map(JobId),
    )?))
}

/// The cameras of a session, with how their clocks are corrected.
pub fn session_clocks(app: &App, request: SessionRef) -> Result<SessionClocks, ApiError> {
    let clocks = app.register()?.session_clocks(SessionId(request.id))?;
    let clocks = clocks.into_iter().map(|clock| CameraClockDto {
        camera_id: clock.camera.get(),
        camera: camera_name(&clock.facts.make, &clock.facts.model),
        serial: clock.facts.serial,
        frames: clock.frames,
        first_frame_id: clock.first_frame.get(),
        first_taken_at: clock.first_taken_at.millis(),
        offset_ms: clock.offset_ms,
    });
    Ok(SessionClocks { clocks: clocks.collect() })
}

/// Corrects when the photos of one camera were taken.
pub fn clock_correct(app: &App, request: ClockCorrect) -> Result<ClockCorrected, ApiError> {
    let (session, camera) = (SessionId(request.session_id), CameraId(request.camera_id));
    Ok(ClockCorrected { before_ms: app.register()?.clock_correct(session, camera, request.offset_ms)? })
}

fn dto(listed: SessionListed) -> SessionDto {
    let session = listed.session;
    SessionDto {
        id: session.id.get(),
        name: session.name,
        photographer: session.photographer,
        job_id: session.job_id.map(JobId::get),
        job: listed.job.unwrap_or_default(),
        created_at: session.created_at.millis(),
        first_taken_at: session.first_taken_at.map(|at| at.millis()),
        last_taken_at: session.last_taken_at.map(|at| at.millis()),
        frames: session.frames,
        rejected: session.rejected,
        cover_frame_id: listed.cover_frame_id.map(FrameId::get),
        resumable_import_id: listed.resumable_import_id.map(ImportId::get),
        rev: session.rev,
    }
}
