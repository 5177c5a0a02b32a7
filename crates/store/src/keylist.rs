//! The photographs' keys, in a file of their own: erasing a key here erases its photograph everywhere.
//!
//! Invariant: a key is durable when [`put`] returns, so that the row that needs it is written after it.

use std::path::Path;

use rusqlite::{Connection, OptionalExtension, named_params};
use vault::{DatabaseKey, PhotoKey, Zeroizing};

use crate::database::{Database, checkpoint};
use crate::error::StoreError;
use crate::open::{self, Purpose};
use crate::statements::statements;
use crate::store::{Store, Trust};

const READERS: usize = 2;
pub(crate) const SCHEMA: &str = "CREATE TABLE photo_keys (
        vault_name TEXT PRIMARY KEY,
        key BLOB NOT NULL CHECK (length(key) = 32)
    ) STRICT, WITHOUT ROWID;
    PRAGMA user_version = 1;";
const VERSION: u32 = 1;

statements! {
    PUT = "INSERT INTO photo_keys (vault_name, key) VALUES (:vault_name, :key)";
    GET = "SELECT key FROM photo_keys WHERE vault_name = :vault_name";
    DELETE = "DELETE FROM photo_keys WHERE vault_name = :vault_name";
}

pub(crate) fn create(path: &Path, key: &DatabaseKey) -> Result<Connection, StoreError> {
    let mut conn = open::create(path, key, Purpose::Beside)?;
    let tx = conn.transaction()?;
    tx.execute_batch(SCHEMA)?;
    tx.commit()?;
    checkpoint(&conn)?;
    Ok(conn)
}

pub(crate) fn open(path: &Path, key: &DatabaseKey, trust: Trust) -> Result<Database, StoreError> {
    if !path.try_exists()? {
        // photographs without their keys are lost: nothing here makes a new list in silence
        return Err(StoreError::Damaged);
    }
    let writer = open::connect(path, key, Purpose::Beside).map_err(|error| match error {
        StoreError::WrongKey => StoreError::Damaged,
        other => other,
    })?;
    let found = crate::migrate::version(&writer)?;
    if found > VERSION {
        return Err(StoreError::TooNew { found, supported: VERSION });
    }
    if trust == Trust::Full {
        checkpoint(&writer)?;
        return Database::with_writer(path, key, writer, READERS, Purpose::ReaderBeside);
    }
    let database = Database::with_writer(path, key, writer, READERS, Purpose::ReaderBeside)?;
    database.leave_log()?;
    Ok(database)
}

/// Keeps the key of a sealed file; durable when this returns.
///
/// # Errors
/// [`StoreError::NotUnique`] when the name has a key already, or trouble with the disk.
pub fn put(store: &Store, vault_name: &str, key: &PhotoKey) -> Result<(), StoreError> {
    put_all(store, &[(vault_name, key)])
}

/// Keeps the keys of several sealed files, all or none.
///
/// # Errors
/// As [`put`].
pub fn put_all(store: &Store, keys: &[(&str, &PhotoKey)]) -> Result<(), StoreError> {
    // a key that is erased later must not survive in the log
    store.keys.write_through(|conn| {
        let mut statement = conn.prepare_cached(PUT)?;
        for (vault_name, key) in keys {
            statement.execute(named_params! { ":vault_name": vault_name, ":key": key.expose() })?;
        }
        Ok(())
    })
}

/// The key of a sealed file, if it has one still.
///
/// # Errors
/// Trouble with the disk.
pub fn get(store: &Store, vault_name: &str) -> Result<Option<PhotoKey>, StoreError> {
    let conn = store.keys.reader();
    let mut statement = conn.prepare_cached(GET)?;
    let key: Option<Zeroizing<[u8; 32]>> = statement
        .query_row(named_params! { ":vault_name": vault_name }, |row| row.get("key").map(Zeroizing::new))
        .optional()?;
    Ok(key.map(|key| PhotoKey::from_bytes(*key)))
}

/// Erases the key of a sealed file; true when there was one.
///
/// # Errors
/// Trouble with the disk.
pub fn delete(store: &Store, vault_name: &str) -> Result<bool, StoreError> {
    Ok(delete_all(store, &[vault_name])? > 0)
}

/// Erases the keys of several sealed files, all or none; gives how many there were.
///
/// # Errors
/// Trouble with the disk.
pub fn delete_all(store: &Store, vault_names: &[&str]) -> Result<usize, StoreError> {
    if vault_names.is_empty() {
        return Ok(0);
    }
    let erased = store.keys.write(|conn| {
        let mut statement = conn.prepare_cached(DELETE)?;
        let mut erased = 0;
        for vault_name in vault_names {
            erased += statement.execute(named_params! { ":vault_name": vault_name })?;
        }
        Ok::<_, StoreError>(erased)
    })?;
    store.keys.empty_log()?;
    Ok(erased)
}
