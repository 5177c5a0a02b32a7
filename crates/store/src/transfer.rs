//! The whole of a register's files under other keys.
//!
//! Pages are copied by SQLite's backup, which decrypts with the one key and encrypts with the other; free pages are zeroed
//! already. The copy is checked before it is trusted with anything.

use std::io;
use std::path::Path;
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::backup::Backup;
use vault::DatabaseKey;

use crate::database::{Database, checkpoint};
use crate::error::StoreError;
use crate::open::{self, KEYS_FILE, Purpose, REGISTER_FILE, THUMBNAILS_FILE};
use crate::store::{Store, StoreKeys};

/// Pages that are copied in one go.
const STEP: std::os::raw::c_int = 4096;

impl Store {
    /// Bytes of free space that [`Self::copy_under`] needs: each file, and as much again for its log.
    ///
    /// # Errors
    /// Trouble with the disk.
    pub fn copy_needs(&self) -> Result<u64, StoreError> {
        let paths = [&self.register, &self.keys, &self.thumbnails].map(Database::path);
        let bytes =
            paths.iter().map(|path| path.metadata().map(|file| file.len())).sum::<io::Result<u64>>()?;
        Ok(bytes * 2)
    }

    /// Writes register, key list and thumbnails under other keys into the empty folder `target`; durable and checked when
    /// this returns. Nothing may be written meanwhile.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when the copy is not what it should be, [`StoreError::DiskFull`], or other trouble with
    /// the disk.
    pub fn copy_under(&self, keys: &StoreKeys, target: &Path) -> Result<(), StoreError> {
        copy(&self.register, &target.join(REGISTER_FILE), &keys.register)?;
        open::write_descriptor(target, &keys.register)?;
        copy(&self.keys, &target.join(KEYS_FILE), &keys.key_list)?;
        let thumbnails = target.join(THUMBNAILS_FILE);
        match copy(&self.thumbnails, &thumbnails, &keys.thumbnails) {
            Err(StoreError::DiskFull) => Err(StoreError::DiskFull),
            Err(error) => {
                // they are made anew when they are next looked at
                tracing::warn!(%error, "thumbnails are left behind");
                open::remove(&thumbnails)
            }
            Ok(()) => Ok(()),
        }
    }
}

fn copy(database: &Database, path: &Path, key: &DatabaseKey) -> Result<(), StoreError> {
    let source = database.writer();
    let mut target = open::create(path, key, Purpose::Beside)?;
    Backup::new(&source, &mut target)?.run_to_completion(STEP, Duration::ZERO, None)?;
    checkpoint(&target)?;
    verify(&target)?;
    let pages = |conn: &Connection| -> Result<i64, StoreError> {
        Ok(conn.query_row("SELECT page_count FROM pragma_page_count", [], |row| row.get(0))?)
    };
    if pages(&source)? == pages(&target)? { Ok(()) } else { Err(StoreError::Damaged) }
}

/// Checks every page against its authentication code, and how the pages hang together.
pub(crate) fn verify(conn: &Connection) -> Result<(), StoreError> {
    let mut statement = conn.prepare("PRAGMA cipher_integrity_check")?;
    if statement.query([])?.next()?.is_some() {
        return Err(StoreError::Damaged);
    }
    let structure: String = conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if structure == "ok" { Ok(()) } else { Err(StoreError::Damaged) }
}
