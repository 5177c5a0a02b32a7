//! How far cameras' clocks were off during a session.

use std::collections::HashMap;

use domain::ids::{CameraId, FrameId, SessionId};
use domain::{Entity, Instant};
use rusqlite::named_params;

use crate::frames::CameraFacts;
use crate::statements::statements;
use crate::{ReadTx, StoreError, WriteTx};

statements! {
    CORRECTIONS = "SELECT camera_id, offset_ms FROM clock_corrections WHERE session_id = :session_id";
    FORGET = "DELETE FROM clock_corrections WHERE session_id = :session_id AND camera_id = :camera_id";
    SET = "INSERT INTO clock_corrections (session_id, camera_id, offset_ms)
        VALUES (:session_id, :camera_id, :offset_ms)";
    FRAMES = "SELECT id FROM frames
        WHERE session_id = :session_id AND camera_id = :camera_id AND taken_at IS NOT NULL";
    SHIFT = "UPDATE frames SET taken_at = taken_at + :by_ms, rev = rev + 1
        WHERE session_id = :session_id AND camera_id = :camera_id AND taken_at IS NOT NULL";
    CAMERAS = "SELECT c.id, c.make, c.model, c.serial, count(*) AS frames, min(f.taken_at) AS first_taken_at
        FROM frames AS f JOIN cameras AS c ON c.id = f.camera_id
        WHERE f.session_id = :session_id AND f.taken_at IS NOT NULL
        GROUP BY c.id ORDER BY c.make, c.model, c.serial";
    FIRST = "SELECT id FROM frames
        WHERE session_id = :session_id AND camera_id = :camera_id AND taken_at IS NOT NULL
        ORDER BY taken_at, folder, name, id LIMIT 1";
}

/// A camera of a session, with how its clock is corrected there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CameraClock {
    /// Which.
    pub camera: CameraId,
    /// What its files say of it.
    pub facts: CameraFacts,
    /// Its frames in the session of which a time is known.
    pub frames: u32,
    /// The first of them.
    pub first_frame: FrameId,
    /// When that was taken, corrected.
    pub first_taken_at: Instant,
    /// Right time minus the camera's, ms; 0 while nothing is corrected.
    pub offset_ms: i64,
}

/// Corrections of a session by camera, ms; cameras whose clock is not corrected are left out.
///
/// # Errors
/// When the database refuses.
pub fn corrections(tx: &ReadTx<'_>, session: SessionId) -> Result<HashMap<CameraId, i64>, StoreError> {
    let rows = tx.all(CORRECTIONS, named_params! { ":session_id": session.get() }, |row| {
        Ok((CameraId(row.get("camera_id")?), row.get("offset_ms")?))
    })?;
    Ok(rows.into_iter().collect())
}

/// The cameras of a session that know the time, by make, model and serial number.
///
/// # Errors
/// When the database refuses.
pub fn cameras(tx: &ReadTx<'_>, session: SessionId) -> Result<Vec<CameraClock>, StoreError> {
    let corrections = corrections(tx, session)?;
    let rows = tx.all(CAMERAS, named_params! { ":session_id": session.get() }, |row| {
        let camera = CameraId(row.get("id")?);
        Ok(CameraClock {
            camera,
            facts: CameraFacts {
                make: row.get("make")?,
                model: row.get("model")?,
                serial: row.get("serial")?,
            },
            frames: row.get("frames")?,
            first_frame: FrameId(0),
            first_taken_at: Instant(row.get("first_taken_at")?),
            offset_ms: corrections.get(&camera).copied().unwrap_or_default(),
        })
    })?;
    let named = rows.into_iter().map(|row| {
        let values = named_params! { ":session_id": session.get(), ":camera_id": row.camera.get() };
        let first = tx.one(FIRST, values, |found| Ok(FrameId(found.get("id")?)))?;
        let first_frame = first.ok_or(StoreError::NotFound { entity: Entity::Session, id: session.get() })?;
        Ok(CameraClock { first_frame, ..row })
    });
    named.collect()
}

/// Sets how far a camera's clock was off in a session, 0 for not at all: its frames move to the right time, and so do those
/// that come later. Gives the correction of before.
///
/// # Errors
/// When the database refuses.
pub fn correct(
    tx: &mut WriteTx<'_>,
    session: SessionId,
    camera: CameraId,
    offset_ms: i64,
) -> Result<i64, StoreError> {
    let before = corrections(tx, session)?.get(&camera).copied().unwrap_or_default();
    let values = named_params! { ":session_id": session.get(), ":camera_id": camera.get() };
    tx.run(FORGET, values)?;
    if offset_ms != 0 {
        let values = named_params! {
            ":session_id": session.get(), ":camera_id": camera.get(), ":offset_ms": offset_ms,
        };
        tx.run(SET, values)?;
    }
    let moved = tx.all(FRAMES, values, |row| Ok(row.get::<_, i64>("id")?))?;
    let values = named_params! {
        ":session_id": session.get(), ":camera_id": camera.get(), ":by_ms": offset_ms - before,
    };
    tx.run(SHIFT, values)?;
    for frame in moved {
        tx.note(Entity::Frame, frame);
    }
    tx.note(Entity::Session, session.get());
    Ok(before)
}
