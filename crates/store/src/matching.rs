//! What matching is made of: what was seen in a job's frames, and what staff put right.

use domain::ids::{CameraId, FrameId, JobId, SessionId, SubjectGroupId, SubjectId};
use domain::matching::{Edit, Neighbour, Owner, Said, Seen};
use domain::photo::CodeReading;
use domain::{Entity, Instant};
use rusqlite::{Row, named_params};

use crate::statements::statements;
use crate::{ReadTx, StoreError, WriteTx};

statements! {
    SEEN = "SELECT f.id, f.session_id, f.camera_id, f.folder, f.name, f.taken_local, f.code_reading,
            (SELECT group_concat(c.code, char(10)) FROM frame_codes AS c WHERE c.frame_id = f.id) AS codes
        FROM sessions AS s JOIN frames AS f ON f.session_id = s.id
        WHERE s.job_id = :job_id";
    UNSEEN = "SELECT i.session_id, x.source_name, x.reason = 'already_known' AS is_known
        FROM sessions AS s JOIN imports AS i ON i.session_id = s.id JOIN import_issues AS x ON x.import_id = i.id
        WHERE s.job_id = :job_id AND x.is_stored = 0
            AND x.reason NOT IN ('system_file', 'unsupported_kind', 'link', 'duplicate', 'hidden')
            AND lower(x.source_name) NOT LIKE '%.xmp'
        UNION SELECT i.session_id, p.source_name, 0
        FROM sessions AS s JOIN imports AS i ON i.session_id = s.id JOIN import_files AS p ON p.import_id = i.id
        WHERE s.job_id = :job_id";
    UNREAD = "SELECT f.id FROM sessions AS s JOIN frames AS f ON f.session_id = s.id
        WHERE s.job_id = :job_id AND f.code_reading = 'not_yet'
        ORDER BY f.id";
    SESSIONS = "SELECT s.id, s.name, count(f.id) AS frames,
            count(f.id) FILTER (WHERE f.code_reading = 'not_yet') AS unread
        FROM sessions AS s LEFT JOIN frames AS f ON f.session_id = s.id
        WHERE s.job_id = :job_id
        GROUP BY s.id
        ORDER BY s.id";
    EDITS = "SELECT id, frame_id, kind, code, subject_id, group_id, frames, first_frame_id, last_frame_id, neighbour, at
        FROM matching_edits
        WHERE job_id = :job_id ORDER BY id";
    INSERT_EDIT = "INSERT INTO matching_edits (job_id, frame_id, kind, code, subject_id, group_id, neighbour, at)
        VALUES (:job_id, :frame_id, :kind, :code, :subject_id, :group_id, :neighbour, :at)
        RETURNING id";
    SET_SEEN = "UPDATE matching_edits SET frames = :frames, first_frame_id = :first, last_frame_id = :last,
            subject_id = :subject_id, group_id = :group_id
        WHERE id = :id";
    DELETE_EDIT = "DELETE FROM matching_edits WHERE id = :id AND job_id = :job_id";
}

/// A frame of a job with what was seen in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenRow {
    /// The frame.
    pub id: FrameId,
    /// Its session.
    pub session_id: SessionId,
    /// Its camera, when its files name one.
    pub camera_id: Option<CameraId>,
    /// Folder below the source.
    pub folder: String,
    /// File name without ending.
    pub name: String,
    /// When it was taken as the camera wrote it, ISO text; empty when unknown.
    pub taken_local: String,
    /// Whether codes were looked for.
    pub code_reading: CodeReading,
    /// What the codes in it say.
    pub codes: Vec<String>,
}

/// A session of a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatchingSession {
    /// Row id.
    pub id: SessionId,
    /// What staff call it.
    pub name: String,
    /// Its frames.
    pub frames: u32,
    /// Frames in which nobody has looked for codes.
    pub unread: u32,
}

/// Something that staff put right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EditRow {
    /// Row id; grows with every edit.
    pub id: i64,
    /// What, and what was seen.
    pub said: Said,
    /// When.
    pub at: Instant,
}

fn seen_from_row(row: &Row<'_>) -> Result<SeenRow, StoreError> {
    let reading: String = row.get("code_reading")?;
    let codes: Option<String> = row.get("codes")?;
    Ok(SeenRow {
        id: FrameId(row.get("id")?),
        session_id: SessionId(row.get("session_id")?),
        camera_id: row.get::<_, Option<i64>>("camera_id")?.map(CameraId),
        folder: row.get("folder")?,
        name: row.get("name")?,
        taken_local: row.get("taken_local")?,
        code_reading: CodeReading::from_code(&reading)
            .ok_or(StoreError::UnknownValue { column: "frames.code_reading" })?,
        codes: codes.unwrap_or_default().lines().map(str::to_owned).collect(),
    })
}

fn edit_from_row(row: &Row<'_>) -> Result<EditRow, StoreError> {
    let text = |column: &'static str| -> Result<String, StoreError> { Ok(row.get(column)?) };
    let frame = FrameId(row.get("frame_id")?);
    let subject: Option<i64> = row.get("subject_id")?;
    let group: Option<i64> = row.get("group_id")?;
    let owner = subject
        .map(|id| Owner::Subject(SubjectId(id)))
        .or_else(|| group.map(|id| Owner::Group(SubjectGroupId(id))));
    let unknown = |column| StoreError::UnknownValue { column };
    let edit = match text("kind")?.as_str() {
        "type_code" => {
            let code = text("code")?.parse().map_err(|_| unknown("matching_edits.code"))?;
            Edit::TypeCode { frame, code }
        }
        "not_a_card" => Edit::NotACard { frame },
        "split" => Edit::Split { before: frame },
        "merge" => Edit::Merge { run: frame },
        "assign" => Edit::Assign { run: frame, to: owner },
        "shift" => {
            let to = Neighbour::from_code(&text("neighbour")?);
            Edit::Shift { run: frame, to: to.ok_or(unknown("matching_edits.neighbour"))? }
        }
        "confirm" => Edit::Confirm { run: frame },
        _ => return Err(unknown("matching_edits.kind")),
    };
    let frames: Option<u32> = row.get("frames")?;
    let first = row.get::<_, Option<i64>>("first_frame_id")?.map(FrameId);
    let last = row.get::<_, Option<i64>>("last_frame_id")?.map(FrameId);
    let said = Said { edit, seen: frames.map(|frames| Seen { frames, first, last, owner }) };
    Ok(EditRow { id: row.get("id")?, said, at: Instant(row.get("at")?) })
}

/// Every frame of a job's sessions, in no particular order.
///
/// # Errors
/// When the database refuses.
pub fn seen(tx: &ReadTx<'_>, id: JobId) -> Result<Vec<SeenRow>, StoreError> {
    tx.all(SEEN, named_params! { ":job_id": id.get() }, seen_from_row)
}

/// The frames of a job's sessions in which nobody has looked for codes.
///
/// # Errors
/// When the database refuses.
pub fn unread(tx: &ReadTx<'_>, id: JobId) -> Result<Vec<FrameId>, StoreError> {
    tx.all(UNREAD, named_params! { ":job_id": id.get() }, |row| Ok(FrameId(row.get("id")?)))
}

/// The sessions of a job, in the order they were made.
///
/// # Errors
/// When the database refuses.
pub fn sessions(tx: &ReadTx<'_>, id: JobId) -> Result<Vec<MatchingSession>, StoreError> {
    tx.all(SESSIONS, named_params! { ":job_id": id.get() }, |row| {
        Ok(MatchingSession {
            id: SessionId(row.get("id")?),
            name: row.get("name")?,
            frames: row.get("frames")?,
            unread: row.get("unread")?,
        })
    })
}

/// Notes that whose a job's frames are has to be read again.
pub fn note(tx: &mut WriteTx<'_>, id: JobId) {
    tx.note(Entity::Job, id.get());
}

/// A file of which there may be no frame in the session that it was to come into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnseenRow {
    /// The session.
    pub session_id: SessionId,
    /// Folder and name below the source.
    pub source_name: String,
    /// Its content is stored, in this session or in another.
    pub is_known: bool,
}

/// Files that imports into a job's sessions left out although they may be photographs, and those that an import was to
/// bring which stopped.
///
/// # Errors
/// When the database refuses.
pub fn unseen(tx: &ReadTx<'_>, id: JobId) -> Result<Vec<UnseenRow>, StoreError> {
    tx.all(UNSEEN, named_params! { ":job_id": id.get() }, |row| {
        Ok(UnseenRow {
            session_id: SessionId(row.get("session_id")?),
            source_name: row.get("source_name")?,
            is_known: row.get("is_known")?,
        })
    })
}

/// What staff put right in a job, oldest first.
///
/// # Errors
/// When the database refuses.
pub fn edits(tx: &ReadTx<'_>, id: JobId) -> Result<Vec<EditRow>, StoreError> {
    tx.all(EDITS, named_params! { ":job_id": id.get() }, edit_from_row)
}

/// Adds an edit at the end.
///
/// # Errors
/// When the database refuses.
pub fn add_edit(tx: &mut WriteTx<'_>, id: JobId, edit: Edit) -> Result<i64, StoreError> {
    let (mut code, mut neighbour, mut owner) = (String::new(), "", None);
    match edit {
        Edit::TypeCode { code: typed, .. } => code = typed.to_string(),
        Edit::Shift { to, .. } => neighbour = to.code(),
        Edit::Assign { to, .. } => owner = to,
        Edit::NotACard { .. } | Edit::Split { .. } | Edit::Merge { .. } | Edit::Confirm { .. } => {}
    }
    let (subject, group) = columns(owner);
    let values = named_params! {
        ":job_id": id.get(), ":frame_id": edit.frame().get(), ":kind": edit.code(), ":code": code,
        ":subject_id": subject, ":group_id": group, ":neighbour": neighbour, ":at": tx.now().millis(),
    };
    let row = tx.insert(INSERT_EDIT, values)?;
    tx.note(Entity::Job, id.get());
    Ok(row)
}

/// Keeps with an edit what its author saw of the run.
///
/// # Errors
/// When the database refuses.
pub fn set_seen(tx: &mut WriteTx<'_>, edit: i64, seen: Seen) -> Result<(), StoreError> {
    let (subject, group) = columns(seen.owner);
    let values = named_params! {
        ":id": edit, ":frames": seen.frames, ":first": seen.first.map(FrameId::get),
        ":last": seen.last.map(FrameId::get), ":subject_id": subject, ":group_id": group,
    };
    tx.run(SET_SEEN, values)?;
    Ok(())
}

fn columns(owner: Option<Owner>) -> (Option<i64>, Option<i64>) {
    match owner {
        Some(Owner::Subject(id)) => (Some(id.get()), None),
        Some(Owner::Group(id)) => (None, Some(id.get())),
        None => (None, None),
    }
}

/// Takes an edit back.
///
/// # Errors
/// [`StoreError::NotFound`] when the job has none with this id.
pub fn delete_edit(tx: &mut WriteTx<'_>, id: JobId, edit: i64) -> Result<(), StoreError> {
    if tx.run(DELETE_EDIT, named_params! { ":id": edit, ":job_id": id.get() })? == 0 {
        return Err(StoreError::NotFound { entity: Entity::Job, id: id.get() });
    }
    tx.note(Entity::Job, id.get());
    Ok(())
}
