//! Imports: runs that bring files into a session, and what is said of single files.

use domain::ids::{ImportId, SessionId};
use domain::import::{CopyScope, Import, ImportFault, ImportIssue, ImportOutcome, ImportReason, SourceScope};
use domain::{Entity, Instant};
use rusqlite::{Row, named_params};

use crate::statements::statements;
use crate::{ReadTx, StoreError, WriteTx};

statements! {
    INSERT = "INSERT INTO imports (session_id, source_path, scope, planned_files, started_at)
        VALUES (:session_id, :source_path, :scope, :planned_files, :started_at)
        RETURNING id";
    INSERT_WATCH = "INSERT INTO imports (session_id, source_path, scope, is_watch, started_at)
        VALUES (:session_id, :source_path, 'folder', 1, :started_at)
        RETURNING id";
    RESTART = "UPDATE imports
        SET outcome = 'running', fault = NULL, source_path = :source_path, scope = :scope,
            looked_through = NULL, copy_scope = NULL,
            planned_files = stored_files + :more_files, ended_at = NULL
        WHERE id = :id";
    ADD_PROGRESS = "UPDATE imports
        SET stored_files = stored_files + :files, stored_bytes = stored_bytes + :bytes, frames = frames + :frames,
            planned_files = CASE WHEN is_watch = 1 THEN stored_files + :files ELSE planned_files END
        WHERE id = :id";
    PLAN_FILE = "INSERT OR IGNORE INTO import_files (import_id, source_name, size_bytes, head)
        VALUES (:import_id, :source_name, :size_bytes, :head)";
    PLANNED_FILES = "SELECT source_name, size_bytes, head FROM import_files WHERE import_id = :import_id";
    DELETE_PLANNED_FILES = "DELETE FROM import_files WHERE import_id = :import_id";
    END = "UPDATE imports SET outcome = :outcome, fault = :fault, ended_at = :ended_at WHERE id = :id";
    GET = "SELECT id, session_id, source_path, outcome, fault, planned_files, stored_files, stored_bytes, frames,
        started_at, ended_at, is_given_up, is_watch, scope, looked_through, copy_scope FROM imports WHERE id = :id";
    LIST = "SELECT id, session_id, source_path, outcome, fault, planned_files, stored_files, stored_bytes, frames,
        started_at, ended_at, is_given_up, is_watch, scope, looked_through, copy_scope FROM imports WHERE session_id = :session_id ORDER BY id DESC";
    RUNNING [scans "asked once when the register opens; a studio has some thousands"] = "SELECT id FROM imports WHERE outcome = 'running' ORDER BY id";
    LOOKED_THROUGH = "UPDATE imports SET looked_through = :scope WHERE id = :id";
    SET_COPY_SCOPE = "UPDATE imports SET copy_scope = :scope WHERE id = :id";
    GIVE_UP = "UPDATE imports SET is_given_up = 1 WHERE id = :id";
    ADD_ISSUE = "INSERT INTO import_issues (import_id, source_name, reason, is_stored)
        VALUES (:import_id, :source_name, :reason, :is_stored)
        ON CONFLICT (import_id, source_name) DO UPDATE SET reason = excluded.reason, is_stored = excluded.is_stored";
    DELETE_ISSUE = "DELETE FROM import_issues WHERE import_id = :import_id AND source_name = :source_name";
    ISSUES = "SELECT source_name, reason, is_stored FROM import_issues WHERE import_id = :import_id ORDER BY source_name";
}

fn from_row(row: &Row<'_>) -> Result<Import, StoreError> {
    let outcome: String = row.get("outcome")?;
    let fault: Option<String> = row.get("fault")?;
    let scope: String = row.get("scope")?;
    let looked_through: Option<String> = row.get("looked_through")?;
    Ok(Import {
        id: ImportId(row.get("id")?),
        session_id: SessionId(row.get("session_id")?),
        source_path: row.get("source_path")?,
        outcome: ImportOutcome::from_code(&outcome)
            .ok_or(StoreError::UnknownValue { column: "imports.outcome" })?,
        fault: fault
            .map(|code| {
                ImportFault::from_code(&code).ok_or(StoreError::UnknownValue { column: "imports.fault" })
            })
            .transpose()?,
        planned_files: row.get("planned_files")?,
        stored_files: row.get("stored_files")?,
        stored_bytes: row.get::<_, i64>("stored_bytes")?.unsigned_abs(),
        frames: row.get("frames")?,
        started_at: Instant(row.get("started_at")?),
        ended_at: row.get::<_, Option<i64>>("ended_at")?.map(Instant),
        is_given_up: row.get("is_given_up")?,
        is_watch: row.get("is_watch")?,
        scope: SourceScope::from_code(&scope).ok_or(StoreError::UnknownValue { column: "imports.scope" })?,
        looked_through: looked_through
            .map(|code| {
                SourceScope::from_code(&code)
                    .ok_or(StoreError::UnknownValue { column: "imports.looked_through" })
            })
            .transpose()?,
        copy_scope: row
            .get::<_, Option<String>>("copy_scope")?
            .map(|code| {
                CopyScope::from_code(&code).ok_or(StoreError::UnknownValue { column: "imports.copy_scope" })
            })
            .transpose()?,
    })
}

/// Begins an import.
///
/// # Errors
/// When the database refuses.
pub fn insert(
    tx: &mut WriteTx<'_>,
    session_id: SessionId,
    source_path: &str,
    scope: SourceScope,
    planned_files: u32,
    started_at: Instant,
) -> Result<ImportId, StoreError> {
    let values = named_params! {
        ":session_id": session_id.get(),
        ":source_path": source_path,
        ":scope": scope.code(),
        ":planned_files": planned_files,
        ":started_at": started_at.millis(),
    };
    let id = ImportId(tx.insert(INSERT, values)?);
    tx.note(Entity::Session, session_id.get());
    Ok(id)
}

/// Begins to watch a folder; nothing is planned, and what is stored counts as planned.
///
/// # Errors
/// When the database refuses.
pub fn insert_watch(
    tx: &mut WriteTx<'_>,
    session_id: SessionId,
    source_path: &str,
    started_at: Instant,
) -> Result<ImportId, StoreError> {
    let values = named_params! {
        ":session_id": session_id.get(),
        ":source_path": source_path,
        ":started_at": started_at.millis(),
    };
    let id = ImportId(tx.insert(INSERT_WATCH, values)?);
    tx.note(Entity::Session, session_id.get());
    Ok(id)
}

/// Takes up a stopped import again, with `more_files` still to come from `source_path`.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn restart(
    tx: &mut WriteTx<'_>,
    id: ImportId,
    source_path: &str,
    scope: SourceScope,
    more_files: u32,
) -> Result<(), StoreError> {
    let session_id = get(tx, id)?.session_id;
    let values = named_params! {
        ":id": id.get(),
        ":source_path": source_path,
        ":scope": scope.code(),
        ":more_files": more_files,
    };
    tx.run(RESTART, values)?;
    tx.note(Entity::Session, session_id.get());
    Ok(())
}

/// Counts what a step of an import has stored.
///
/// # Errors
/// When the database refuses.
pub fn add_progress(
    tx: &mut WriteTx<'_>,
    id: ImportId,
    files: u32,
    bytes: u64,
    frames: u32,
) -> Result<(), StoreError> {
    let values = named_params! {
        ":id": id.get(),
        ":files": files,
        ":bytes": i64::try_from(bytes).unwrap_or(i64::MAX),
        ":frames": frames,
    };
    tx.run(ADD_PROGRESS, values)?;
    Ok(())
}

/// A file that an import is to bring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedFile {
    /// Folder and name below the source.
    pub source_name: String,
    /// Its length.
    pub size_bytes: u64,
    /// BLAKE3 of its beginning.
    pub head: [u8; 32],
}

/// Keeps what an import is to bring until it completes.
///
/// # Errors
/// When the database refuses.
pub fn plan_files(tx: &mut WriteTx<'_>, id: ImportId, files: &[PlannedFile]) -> Result<(), StoreError> {
    for file in files {
        let values = named_params! {
            ":import_id": id.get(),
            ":source_name": file.source_name,
            ":size_bytes": i64::try_from(file.size_bytes).unwrap_or(i64::MAX),
            ":head": file.head,
        };
        tx.run(PLAN_FILE, values)?;
    }
    Ok(())
}

/// What a stopped import was to bring in all, stored or not.
///
/// # Errors
/// When the database refuses.
pub fn planned_files(tx: &ReadTx<'_>, id: ImportId) -> Result<Vec<PlannedFile>, StoreError> {
    tx.all(PLANNED_FILES, named_params! { ":import_id": id.get() }, |row| {
        Ok(PlannedFile {
            source_name: row.get("source_name")?,
            size_bytes: row.get::<_, i64>("size_bytes")?.unsigned_abs(),
            head: row.get("head")?,
        })
    })
}

/// Ends an import; `fault` says what made it fail.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn end(
    tx: &mut WriteTx<'_>,
    id: ImportId,
    outcome: ImportOutcome,
    fault: Option<ImportFault>,
    ended_at: Instant,
) -> Result<(), StoreError> {
    let session_id = get(tx, id)?.session_id;
    let values = named_params! {
        ":id": id.get(),
        ":outcome": outcome.code(),
        ":fault": fault.map(ImportFault::code),
        ":ended_at": ended_at.millis(),
    };
    tx.run(END, values)?;
    if outcome == ImportOutcome::Completed {
        tx.run(DELETE_PLANNED_FILES, named_params! { ":import_id": id.get() })?;
    }
    tx.note(Entity::Session, session_id.get());
    Ok(())
}

/// Writes down whose files have to have a second copy.
///
/// # Errors
/// When the database refuses.
pub fn set_copy_scope(tx: &mut WriteTx<'_>, id: ImportId, scope: CopyScope) -> Result<(), StoreError> {
    tx.run(SET_COPY_SCOPE, named_params! { ":id": id.get(), ":scope": scope.code() })?;
    Ok(())
}

/// Writes down that the source was looked through once more after the last file was stored.
///
/// # Errors
/// When the database refuses.
pub fn looked_through(tx: &mut WriteTx<'_>, id: ImportId, scope: SourceScope) -> Result<(), StoreError> {
    tx.run(LOOKED_THROUGH, named_params! { ":id": id.get(), ":scope": scope.code() })?;
    Ok(())
}

/// Leaves a stopped import at what it stored. What it was to bring stays known: where a file is missing among a session's
/// frames, one of them may have been a card.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn give_up(tx: &mut WriteTx<'_>, id: ImportId) -> Result<(), StoreError> {
    let session_id = get(tx, id)?.session_id;
    tx.run(GIVE_UP, named_params! { ":id": id.get() })?;
    tx.note(Entity::Session, session_id.get());
    Ok(())
}

/// Records what is said of a file; the last word on a file stands.
///
/// # Errors
/// When the database refuses.
pub fn add_issue(tx: &mut WriteTx<'_>, id: ImportId, issue: &ImportIssue) -> Result<(), StoreError> {
    let values = named_params! {
        ":import_id": id.get(),
        ":source_name": issue.source_name,
        ":reason": issue.reason.code(),
        ":is_stored": issue.is_stored,
    };
    tx.run(ADD_ISSUE, values)?;
    Ok(())
}

/// Forgets what was said of a file: it was stored after all.
///
/// # Errors
/// When the database refuses.
pub fn delete_issue(tx: &mut WriteTx<'_>, id: ImportId, source_name: &str) -> Result<(), StoreError> {
    tx.run(DELETE_ISSUE, named_params! { ":import_id": id.get(), ":source_name": source_name })?;
    Ok(())
}

/// An import by id.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get(tx: &ReadTx<'_>, id: ImportId) -> Result<Import, StoreError> {
    tx.one(GET, named_params! { ":id": id.get() }, from_row)?
        .ok_or(StoreError::NotFound { entity: Entity::Session, id: id.get() })
}

/// A session's imports, newest first.
///
/// # Errors
/// When the database refuses.
pub fn list(tx: &ReadTx<'_>, session_id: SessionId) -> Result<Vec<Import>, StoreError> {
    let values = named_params! { ":session_id": session_id.get() };
    tx.all(LIST, values, from_row)
}

/// Imports that were under way when the program ended.
///
/// # Errors
/// When the database refuses.
pub fn running(tx: &ReadTx<'_>) -> Result<Vec<ImportId>, StoreError> {
    tx.all(RUNNING, [], |row| Ok(ImportId(row.get("id")?)))
}

/// What was said of an import's files, by name.
///
/// # Errors
/// When the database refuses.
pub fn issues(tx: &ReadTx<'_>, id: ImportId) -> Result<Vec<ImportIssue>, StoreError> {
    tx.all(ISSUES, named_params! { ":import_id": id.get() }, |row| {
        let reason: String = row.get("reason")?;
        Ok(ImportIssue {
            source_name: row.get("source_name")?,
            reason: ImportReason::from_code(&reason)
                .ok_or(StoreError::UnknownValue { column: "import_issues.reason" })?,
            is_stored: row.get("is_stored")?,
        })
    })
}
