//! One encrypted file with its writer and its readers.

use std::{
    path::{Path, PathBuf},
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

use rusqlite::{Connection, Transaction, TransactionBehavior};
use vault::DatabaseKey;

use crate::error::StoreError;
use crate::open::{self, Purpose};
use crate::transfer;

/// A file that is open.
pub(crate) struct Database {
    path: PathBuf,
    writer: Mutex<Connection>,
    readers: Vec<Mutex<Connection>>,
    next: AtomicUsize,
    has_failed: AtomicBool,
    is_doubtful: AtomicBool,
}

impl Database {
    /// Readers, of their `purpose`, beside a writer that stands already.
    pub fn with_writer(
        path: &Path,
        key: &DatabaseKey,
        writer: Connection,
        readers: usize,
        purpose: Purpose,
    ) -> Result<Self, StoreError> {
        let readers = (0..readers)
            .map(|_| open::connect(path, key, purpose).map(Mutex::new))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            path: path.to_owned(),
            writer: Mutex::new(writer),
            readers,
            next: AtomicUsize::new(0),
            has_failed: AtomicBool::new(false),
            is_doubtful: AtomicBool::new(false),
        })
    }

    /// What is in the log stays there.
    pub fn leave_log(&self) -> Result<(), StoreError> {
        open::leave_log(&self.writer())?;
        for reader in &self.readers {
            open::leave_log(&reader.lock().unwrap_or_else(PoisonError::into_inner))?;
        }
        Ok(())
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The writer; a panic of an earlier user has rolled its transaction back.
    pub fn writer(&self) -> MutexGuard<'_, Connection> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A reader that is free, else one to wait for.
    pub fn reader(&self) -> MutexGuard<'_, Connection> {
        if let Some(free) = self.readers.iter().find_map(|reader| reader.try_lock().ok()) {
            return free;
        }
        let turn = self.next.fetch_add(1, Ordering::Relaxed) % self.readers.len().max(1);
        match self.readers.get(turn) {
            Some(reader) => reader.lock().unwrap_or_else(PoisonError::into_inner),
            None => self.writer(),
        }
    }

    /// Checks every page of the file against its authentication code, and how the pages hang together.
    ///
    /// The log is emptied first, and whoever reads is waited for: while somebody does, SQLite leaves out of the file
    /// what they may not see yet, and a page behind that leaves a gap of zeros.
    pub fn verify(&self) -> Result<(), StoreError> {
        let readers: Vec<_> =
            self.readers.iter().map(|reader| reader.lock().unwrap_or_else(PoisonError::into_inner)).collect();
        let writer = self.writer();
        self.heed(checkpoint(&writer))?;
        drop(readers);
        transfer::verify(&writer)
    }

    /// Runs `write` in its own transaction on the writer, durable when this returns.
    pub fn write<T, E: From<StoreError>>(
        &self,
        write: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.commit(&mut self.writer(), write)
    }

    /// As [`Self::write`]; then the log is emptied, unless somebody reads from it. A full disk shows at the next write.
    pub fn write_through<T, E: From<StoreError>>(
        &self,
        write: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut conn = self.writer();
        let value = self.commit(&mut conn, write)?;
        if let Err(error) = self.heed(checkpoint(&conn)) {
            tracing::warn!(%error, file = ?self.path.file_name(), "checkpoint put off");
        }
        Ok(value)
    }

    /// Empties the log, unless somebody reads from it.
    pub fn empty_log(&self) -> Result<(), StoreError> {
        self.heed(checkpoint(&self.writer()))
    }

    fn commit<T, E: From<StoreError>>(
        &self,
        conn: &mut Connection,
        write: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        if self.has_failed.load(Ordering::Acquire) {
            return Err(StoreError::DiskFailed.into());
        }
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreError::from)?;
        let value = write(&tx)?;
        self.heed(tx.commit().map_err(StoreError::from))?;
        Ok(value)
    }

    /// Whether the disk refused a write, also by turning read-only, as file systems do that have met errors: what can be
    /// read of the file now need not be what is stored of it.
    pub fn is_doubtful(&self) -> bool {
        self.is_doubtful.load(Ordering::Acquire)
    }

    /// A disk that has once refused to store is not believed any more: the system may take the pages that it could not
    /// store for stored, so that a later success says nothing about them (<https://lwn.net/Articles/752063/>). What was
    /// acknowledged until then lies in the log, which is read again when the file is opened anew.
    fn heed<T>(&self, stored: Result<T, StoreError>) -> Result<T, StoreError> {
        if let Err(StoreError::Io(_) | StoreError::ReadOnly) = &stored {
            self.is_doubtful.store(true, Ordering::Release);
        }
        if let Err(StoreError::Io(error)) = &stored {
            tracing::error!(%error, file = ?self.path.file_name(), "the disk failed; nothing more is written");
            self.has_failed.store(true, Ordering::Release);
        }
        stored
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if *self.has_failed.get_mut()
            && let Err(error) = self.leave_log()
        {
            tracing::warn!(%error, "the log may be moved by closing");
        }
    }
}

/// Moves what is in the log into the main file and empties the log.
///
/// A flipped bit in the log goes unnoticed, one in the main file is found: the less lies in the log, the
/// better. A reader in the middle of a snapshot keeps the log from being emptied; the commit is durable all
/// the same and the next one tries again, so this never waits.
pub(crate) fn checkpoint(conn: &Connection) -> Result<(), StoreError> {
    conn.busy_timeout(std::time::Duration::ZERO)?;
    let done = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
    conn.busy_timeout(std::time::Duration::from_secs(5))?;
    match done {
        Err(rusqlite::Error::SqliteFailure(failure, _))
            if failure.code == rusqlite::ErrorCode::DatabaseBusy =>
        {
            Ok(())
        }
        other => Ok(other?),
    }
}
