//! Which frame staff chose for whom and for what.

use std::collections::HashMap;

use domain::choice::{Candidate, Purpose};
use domain::ids::{FrameId, JobId, StaffMemberId, SubjectId};
use domain::{Entity, Instant};
use rusqlite::named_params;

use crate::statements::statements;
use crate::{ReadTx, StoreError, WriteTx};

statements! {
    OF_JOB = "SELECT c.subject_id, c.purpose, c.frame_id, c.chosen_at, coalesce(s.name, '') AS chosen_by
        FROM image_choices AS c LEFT JOIN staff_members AS s ON s.id = c.staff_id
        WHERE c.job_id = :job_id";
    CANDIDATES = "SELECT f.id, f.rating, f.is_rejected, f.is_retake FROM sessions AS s JOIN frames AS f ON f.session_id = s.id
        WHERE s.job_id = :job_id";
    SET = "INSERT INTO image_choices (job_id, subject_id, purpose, frame_id, staff_id, chosen_at)
        VALUES (:job_id, :subject_id, :purpose, :frame_id, :staff_id, :at)
        ON CONFLICT (job_id, subject_id, purpose) DO UPDATE
        SET frame_id = excluded.frame_id, staff_id = excluded.staff_id, chosen_at = excluded.chosen_at";
    CLEAR = "DELETE FROM image_choices WHERE job_id = :job_id AND subject_id = :subject_id AND purpose = :purpose";
}

/// A choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// Whose picture.
    pub subject_id: SubjectId,
    /// For what.
    pub purpose: Purpose,
    /// The frame.
    pub frame_id: FrameId,
    /// Name of who chose; empty for whoever held the recovery code.
    pub by: String,
    /// When.
    pub at: Instant,
}

/// What was chosen in a job.
///
/// # Errors
/// When the database refuses.
pub fn of_job(tx: &ReadTx<'_>, id: JobId) -> Result<Vec<Chosen>, StoreError> {
    tx.all(OF_JOB, named_params! { ":job_id": id.get() }, |row| {
        let purpose: String = row.get("purpose")?;
        Ok(Chosen {
            subject_id: SubjectId(row.get("subject_id")?),
            purpose: Purpose::from_code(&purpose)
                .ok_or(StoreError::UnknownValue { column: "image_choices.purpose" })?,
            frame_id: FrameId(row.get("frame_id")?),
            by: row.get("chosen_by")?,
            at: Instant(row.get("chosen_at")?),
        })
    })
}

/// Every frame of a job's sessions as far as choosing asks; `is_retake` is what staff said, not what its card says.
///
/// # Errors
/// When the database refuses.
pub fn candidates(tx: &ReadTx<'_>, id: JobId) -> Result<HashMap<FrameId, Candidate>, StoreError> {
    let rows = tx.all(CANDIDATES, named_params! { ":job_id": id.get() }, |row| {
        Ok(Candidate {
            id: FrameId(row.get("id")?),
            rating: row.get("rating")?,
            is_rejected: row.get("is_rejected")?,
            is_retake: row.get("is_retake")?,
        })
    })?;
    Ok(rows.into_iter().map(|candidate| (candidate.id, candidate)).collect())
}

/// Keeps a choice, in place of an earlier one for the same; none takes it back.
///
/// # Errors
/// When the database refuses.
pub fn set(
    tx: &mut WriteTx<'_>,
    job: JobId,
    subject: SubjectId,
    purpose: Purpose,
    frame: Option<FrameId>,
    by: Option<StaffMemberId>,
) -> Result<(), StoreError> {
    match frame {
        Some(frame) => {
            let values = named_params! {
                ":job_id": job.get(), ":subject_id": subject.get(), ":purpose": purpose.code(),
                ":frame_id": frame.get(), ":staff_id": by.map(StaffMemberId::get), ":at": tx.now().millis(),
            };
            tx.run(SET, values)?;
        }
        None => {
            let values = named_params! {
                ":job_id": job.get(), ":subject_id": subject.get(), ":purpose": purpose.code(),
            };
            tx.run(CLEAR, values)?;
        }
    }
    tx.note(Entity::Subject, subject.get());
    Ok(())
}
