//! Thumbnails and previews of frames, in a file that can be made anew at any time.
//!
//! The bytes come sealed under the photograph's own key, so that erasing the key erases them too; this
//! module does not look inside.

use std::path::Path;

use domain::ids::FrameId;
use rusqlite::{Connection, OptionalExtension, named_params};
use vault::DatabaseKey;

use crate::database::Database;
use crate::error::StoreError;
use crate::open::{self, Purpose};
use crate::statements::statements;
use crate::store::Store;

const READERS: usize = 3;
// 1 held them without the seal of their photograph
const VERSION: u32 = 2;
pub(crate) const SCHEMA: &str = "CREATE TABLE thumbnails (
        frame_id INTEGER NOT NULL,
        size TEXT NOT NULL CHECK (size IN ('grid', 'preview')),
        bytes BLOB NOT NULL,
        PRIMARY KEY (frame_id, size)
    ) STRICT;
    PRAGMA user_version = 2;";

statements! {
    PUT = "INSERT INTO thumbnails (frame_id, size, bytes) VALUES (:frame_id, :size, :bytes)
        ON CONFLICT (frame_id, size) DO UPDATE SET bytes = excluded.bytes";
    GET = "SELECT bytes FROM thumbnails WHERE frame_id = :frame_id AND size = :size";
}

/// The two sizes that are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ThumbnailSize {
    /// For the grid.
    Grid,
    /// For the large view before the sharp picture is there.
    Preview,
}

impl ThumbnailSize {
    /// Stable code, as stored and in photo addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Grid => "grid",
            Self::Preview => "preview",
        }
    }
}

/// Opens the file, or makes it (anew) when it is absent, damaged, of other keys or of another version.
pub(crate) fn open(path: &Path, key: &DatabaseKey) -> Result<Database, StoreError> {
    let found = if path.try_exists()? { usable(path, key) } else { Err(StoreError::Absent) };
    let writer = match found {
        Ok(writer) => writer,
        Err(StoreError::Absent | StoreError::Damaged | StoreError::WrongKey | StoreError::TooNew { .. }) => {
            create(path, key)?
        }
        Err(other) => return Err(other),
    };
    writer.execute_batch("PRAGMA synchronous = NORMAL")?;
    Database::with_writer(path, key, writer, READERS, Purpose::ReaderBeside)
}

fn usable(path: &Path, key: &DatabaseKey) -> Result<Connection, StoreError> {
    let conn = open::connect(path, key, Purpose::Beside)?;
    let found = crate::migrate::version(&conn)?;
    let supported = VERSION;
    if found == supported { Ok(conn) } else { Err(StoreError::TooNew { found, supported }) }
}

fn create(path: &Path, key: &DatabaseKey) -> Result<Connection, StoreError> {
    open::remove(path)?;
    let mut conn = open::create(path, key, Purpose::Beside)?;
    let tx = conn.transaction()?;
    tx.execute_batch(SCHEMA)?;
    tx.commit()?;
    Ok(conn)
}

/// Keeps the sealed bytes of a frame in one size, in place of earlier ones.
///
/// # Errors
/// Trouble with the disk.
pub fn put(store: &Store, frame_id: FrameId, size: ThumbnailSize, bytes: &[u8]) -> Result<(), StoreError> {
    put_all(store, &[(frame_id, size, bytes)])
}

/// Keeps several, all or none.
///
/// # Errors
/// Trouble with the disk.
pub fn put_all(store: &Store, thumbnails: &[(FrameId, ThumbnailSize, &[u8])]) -> Result<(), StoreError> {
    store.thumbnails.write(|conn| {
        let mut statement = conn.prepare_cached(PUT)?;
        for (frame_id, size, bytes) in thumbnails {
            statement.execute(
                named_params! { ":frame_id": frame_id.get(), ":size": size.code(), ":bytes": bytes },
            )?;
        }
        Ok(())
    })
}

/// The sealed bytes of a frame in one size.
///
/// # Errors
/// Trouble with the disk.
pub fn get(store: &Store, frame_id: FrameId, size: ThumbnailSize) -> Result<Option<Vec<u8>>, StoreError> {
    let conn = store.thumbnails.reader();
    let mut statement = conn.prepare_cached(GET)?;
    Ok(statement
        .query_row(named_params! { ":frame_id": frame_id.get(), ":size": size.code() }, |row| {
            row.get("bytes")
        })
        .optional()?)
}
