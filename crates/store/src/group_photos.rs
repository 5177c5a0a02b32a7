//! Who stands where in photos of groups.

use std::collections::HashMap;

use domain::group_photo::{Arrangement, Place};
use domain::ids::{FrameId, JobId, StaffMemberId, SubjectId};
use domain::{Entity, Instant};
use rusqlite::{Row, named_params};

use crate::statements::statements;
use crate::{ReadTx, StoreError, WriteTx};

statements! {
    OF_JOB = "SELECT g.frame_id, g.named_at, g.rev, coalesce(m.name, '') AS named_by
        FROM sessions AS s
        CROSS JOIN frames AS f ON f.session_id = s.id
        CROSS JOIN group_photos AS g ON g.frame_id = f.id
        LEFT JOIN staff_members AS m ON m.id = g.staff_id
        WHERE s.job_id = :job_id";
    PLACES = "SELECT row_number, subject_id, name FROM group_photo_places
        WHERE frame_id = :frame_id ORDER BY row_number, position";
    INSERT = "INSERT INTO group_photos (frame_id, staff_id, named_at) VALUES (:frame_id, :staff_id, :at)
        ON CONFLICT (frame_id) DO NOTHING";
    UPDATE = "UPDATE group_photos SET staff_id = :staff_id, named_at = :at, rev = rev + 1
        WHERE frame_id = :frame_id AND rev = :rev";
    CLEAR = "DELETE FROM group_photo_places WHERE frame_id = :frame_id";
    INSERT_PLACE = "INSERT INTO group_photo_places (frame_id, row_number, position, subject_id, name)
        VALUES (:frame_id, :row_number, :position, :subject_id, :name)";
}

/// Who stands where in a photo, as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedPhoto {
    /// Rows from the back, places from the left; nobody once all were taken out again.
    pub arrangement: Arrangement,
    /// Name of who named them last; empty for whoever held the recovery code.
    pub by: String,
    /// When.
    pub at: Instant,
    /// Version for optimistic concurrency, from 1.
    pub rev: i64,
}

/// What was ever named of the frames of a job's sessions.
///
/// # Errors
/// When the database refuses.
pub fn of_job(tx: &ReadTx<'_>, id: JobId) -> Result<HashMap<FrameId, NamedPhoto>, StoreError> {
    let rows = tx.all(OF_JOB, named_params! { ":job_id": id.get() }, |row| {
        let photo = NamedPhoto {
            arrangement: Arrangement::default(),
            by: row.get("named_by")?,
            at: Instant(row.get("named_at")?),
            rev: row.get("rev")?,
        };
        Ok((FrameId(row.get("frame_id")?), photo))
    })?;
    let filled = rows.into_iter().map(|(frame, photo)| {
        let arrangement = arrangement(tx, frame)?;
        Ok((frame, NamedPhoto { arrangement, ..photo }))
    });
    filled.collect()
}

fn arrangement(tx: &ReadTx<'_>, frame: FrameId) -> Result<Arrangement, StoreError> {
    let mut rows: Vec<(u32, Vec<Place>)> = Vec::new();
    for (number, place) in tx.all(PLACES, named_params! { ":frame_id": frame.get() }, place_from_row)? {
        match rows.last_mut() {
            Some((last, row)) if *last == number => row.push(place),
            _ => rows.push((number, vec![place])),
        }
    }
    Ok(Arrangement { rows: rows.into_iter().map(|(_, row)| row).collect() })
}

fn place_from_row(row: &Row<'_>) -> Result<(u32, Place), StoreError> {
    let subject: Option<i64> = row.get("subject_id")?;
    let place = match subject {
        Some(id) => Place::Subject(SubjectId(id)),
        None => Place::Name(row.get("name")?),
    };
    Ok((row.get("row_number")?, place))
}

/// Keeps who stands where, in place of what was there at `rev`; 0: nobody was ever named.
///
/// # Errors
/// [`StoreError::Stale`] when `rev` is not the stored one; when nobody may stand so.
pub fn set(
    tx: &mut WriteTx<'_>,
    frame: FrameId,
    rev: i64,
    arrangement: &Arrangement,
    by: Option<StaffMemberId>,
) -> Result<(), StoreError> {
    let (id, at, staff) = (frame.get(), tx.now().millis(), by.map(StaffMemberId::get));
    let written = if rev == 0 {
        tx.run(INSERT, named_params! { ":frame_id": id, ":staff_id": staff, ":at": at })?
    } else {
        tx.run(UPDATE, named_params! { ":frame_id": id, ":staff_id": staff, ":at": at, ":rev": rev })?
    };
    if written == 0 {
        return Err(StoreError::Stale { entity: Entity::Frame, id });
    }
    tx.run(CLEAR, named_params! { ":frame_id": id })?;
    for (number, row) in (0_u32..).zip(&arrangement.rows) {
        for (position, place) in (0_u32..).zip(row) {
            let (subject, name) = match place {
                Place::Subject(subject) => (Some(subject.get()), ""),
                Place::Name(name) => (None, name.as_str()),
            };
            let values = named_params! {
                ":frame_id": id, ":row_number": number, ":position": position, ":subject_id": subject,
                ":name": name,
            };
            tx.run(INSERT_PLACE, values)?;
        }
    }
    tx.note(Entity::Frame, id);
    Ok(())
}
