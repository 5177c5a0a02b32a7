//! Sessions: what one photographer or camera brought in.

use domain::ids::{FrameId, ImportId, JobId, SessionId};
use domain::photo::Session;
use domain::{Entity, Instant};
use rusqlite::{Row, named_params};

use crate::page::{self, Page};
use crate::statements::statements;
use crate::{ReadTx, StoreError, WriteTx};

statements! {
    INSERT = "INSERT INTO sessions (name, photographer, job_id, created_at)
        VALUES (:name, :photographer, :job_id, :created_at)
        RETURNING id";
    UPDATE = "UPDATE sessions SET name = :name, photographer = :photographer, job_id = :job_id, rev = rev + 1
        WHERE id = :id AND rev = :rev";
    GET = concat!(include_str!("sessions/listed.sql"), "WHERE s.id = :id");
    OF_FRAME = "SELECT s.id, s.job_id FROM frames AS f JOIN sessions AS s ON s.id = f.session_id
        WHERE f.id = :frame_id";
    SHOWS_CARDS = "SELECT 1 FROM frames AS f JOIN frame_codes AS c ON c.frame_id = f.id
        WHERE f.session_id = :session_id AND c.code LIKE 'SK1-%' LIMIT 1";
    LIST = concat!(
        include_str!("sessions/listed.sql"),
        "WHERE s.id < :after AND (:search = '' OR instr(lower(s.name), lower(:search)) > 0)
        ORDER BY s.id DESC
        LIMIT :limit"
    );
}

/// What is entered about a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionFields<'a> {
    /// What staff call it.
    pub name: &'a str,
    /// Photographer's name, may be empty.
    pub photographer: &'a str,
    /// The job that it is part of.
    pub job_id: Option<JobId>,
}

/// A session with what a list shows beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionListed {
    /// The session.
    pub session: Session,
    /// What its job is called, with the school.
    pub job: Option<String>,
    /// A frame to stand for it: the first that can be shown.
    pub cover_frame_id: Option<FrameId>,
    /// Its latest import that stopped before its end.
    pub resumable_import_id: Option<ImportId>,
}

fn from_row(row: &Row<'_>) -> Result<SessionListed, StoreError> {
    Ok(SessionListed {
        session: Session {
            id: SessionId(row.get("id")?),
            name: row.get("name")?,
            photographer: row.get("photographer")?,
            job_id: row.get::<_, Option<i64>>("job_id")?.map(JobId),
            created_at: Instant(row.get("created_at")?),
            first_taken_at: row.get::<_, Option<i64>>("first_taken_at")?.map(Instant),
            last_taken_at: row.get::<_, Option<i64>>("last_taken_at")?.map(Instant),
            frames: row.get("frames")?,
            rejected: row.get("rejected")?,
            rev: row.get("rev")?,
        },
        job: row.get("job")?,
        cover_frame_id: row.get::<_, Option<i64>>("cover_frame_id")?.map(FrameId),
        resumable_import_id: row.get::<_, Option<i64>>("resumable_import_id")?.map(ImportId),
    })
}

/// Adds a session.
///
/// # Errors
/// When the database refuses.
pub fn insert(
    tx: &mut WriteTx<'_>,
    fields: SessionFields<'_>,
    created_at: Instant,
) -> Result<SessionId, StoreError> {
    let values = named_params! {
        ":name": fields.name, ":photographer": fields.photographer, ":job_id": fields.job_id.map(JobId::get),
        ":created_at": created_at.millis(),
    };
    let id = tx.insert(INSERT, values)?;
    tx.note(Entity::Session, id);
    Ok(SessionId(id))
}

/// Changes a session's details.
///
/// # Errors
/// [`StoreError::Stale`] when `rev` is not the stored one, [`StoreError::NotFound`] when there is none.
pub fn update(
    tx: &mut WriteTx<'_>,
    id: SessionId,
    rev: i64,
    fields: SessionFields<'_>,
) -> Result<(), StoreError> {
    let values = named_params! {
        ":id": id.get(), ":rev": rev, ":name": fields.name, ":photographer": fields.photographer,
        ":job_id": fields.job_id.map(JobId::get),
    };
    if tx.run(UPDATE, values)? == 0 {
        get(tx, id)?;
        return Err(StoreError::Stale { entity: Entity::Session, id: id.get() });
    }
    tx.note(Entity::Session, id.get());
    Ok(())
}

/// A session by id.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get(tx: &ReadTx<'_>, id: SessionId) -> Result<SessionListed, StoreError> {
    tx.one(GET, named_params! { ":id": id.get() }, from_row)?
        .ok_or(StoreError::NotFound { entity: Entity::Session, id: id.get() })
}

/// A page of sessions, newest first; `search` is a part of the name, empty for all.
///
/// # Errors
/// [`StoreError::BadCursor`] when no page gave `after` out.
pub fn list(
    tx: &ReadTx<'_>,
    search: &str,
    after: Option<&str>,
    limit: u32,
) -> Result<Page<SessionListed>, StoreError> {
    let after = match after {
        Some(cursor) => {
            let [id] = page::parse_cursor(cursor)?;
            page::cursor_number(&id)?
        }
        None => i64::MAX,
    };
    let values = named_params! {
        ":search": search.trim(),
        ":after": after,
        ":limit": i64::from(limit) + 1,
    };
    let rows = tx.all(LIST, values, from_row)?;
    Ok(Page::cut(rows, limit, |row| vec![row.session.id.get().to_string()]))
}

/// The session of a frame, and the job that it is part of.
///
/// # Errors
/// [`StoreError::NotFound`] when there is no such frame.
pub fn of_frame(tx: &ReadTx<'_>, id: FrameId) -> Result<(SessionId, Option<JobId>), StoreError> {
    let found = tx.one(OF_FRAME, named_params! { ":frame_id": id.get() }, |row| {
        Ok((SessionId(row.get("id")?), row.get::<_, Option<i64>>("job_id")?.map(JobId)))
    })?;
    found.ok_or(StoreError::NotFound { entity: Entity::Frame, id: id.get() })
}

/// Whether a code of a camera card was read in a frame of the session.
///
/// # Errors
/// When the database refuses.
pub fn shows_cards(tx: &ReadTx<'_>, id: SessionId) -> Result<bool, StoreError> {
    Ok(tx.one(SHOWS_CARDS, named_params! { ":session_id": id.get() }, |_| Ok(()))?.is_some())
}
