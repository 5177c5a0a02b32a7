//! The open store: three files, one lock, one way to write.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};

use domain::Changes;
use rusqlite::{Connection, TransactionBehavior};
use vault::{DatabaseKey, RootKey};

use crate::database::{Database, checkpoint};
use crate::error::StoreError;
use crate::migrate::{self, MIGRATIONS};
use crate::open::{self, FolderLock, KEYS_FILE, Purpose, REGISTER_FILE, THUMBNAILS_FILE};
use crate::tx::{Acted, Actor, ReadTx, WriteTx};
use crate::{audit, keylist, thumbnails};

const READERS: usize = 3;

/// Keys of the three files.
pub struct StoreKeys {
    /// Of `register.db`.
    pub register: DatabaseKey,
    /// Of `keys.db`.
    pub key_list: DatabaseKey,
    /// Of `thumbnails.db`.
    pub thumbnails: DatabaseKey,
}

impl StoreKeys {
    /// The keys that belong to a root key.
    pub fn derive(root: &RootKey) -> Self {
        Self {
            register: root.derive_register_key(),
            key_list: root.derive_key_list_key(),
            thumbnails: root.derive_thumbnails_key(),
        }
    }
}

/// The files of a register, open. Dropping it closes them and forgets their keys.
pub struct Store {
    pub(crate) register: Database,
    pub(crate) keys: Database,
    pub(crate) thumbnails: Database,
    dir: PathBuf,
    // last: the folder is free only when the files are closed
    lock: FolderLock,
}

impl Store {
    /// Makes the files of a new register in an existing folder.
    ///
    /// # Errors
    /// [`StoreError::Exists`], [`StoreError::InUse`], or trouble with the disk.
    pub fn create(dir: &Path, keys: &StoreKeys) -> Result<Self, StoreError> {
        let lock = open::lock_folder(dir)?;
        for name in [REGISTER_FILE, KEYS_FILE] {
            if dir.join(name).try_exists()? {
                return Err(StoreError::Exists);
            }
        }
        let path = dir.join(REGISTER_FILE);
        let mut writer = open::create(&path, &keys.register, Purpose::Writer)?;
        migrate::migrate(&mut writer, MIGRATIONS, || Ok(()))?;
        checkpoint(&writer)?;
        open::write_descriptor(dir, &keys.register)?;
        drop(keylist::create(&dir.join(KEYS_FILE), &keys.key_list)?);
        Self::assemble(dir, keys, writer, lock)
    }

    /// Opens the files of a register and brings the schema up to date.
    ///
    /// # Errors
    /// [`StoreError::Absent`], [`StoreError::NotARegister`], [`StoreError::Truncated`],
    /// [`StoreError::PlainDatabase`], [`StoreError::WrongKey`], [`StoreError::TooNew`],
    /// [`StoreError::Damaged`], [`StoreError::InUse`], [`StoreError::MigrationEdited`], or trouble with the
    /// disk. No file is changed by an attempt that fails before the first schema step.
    pub fn open(dir: &Path, keys: &StoreKeys) -> Result<Self, StoreError> {
        open::inspect(dir)?;
        let lock = open::lock_folder(dir)?;
        open::examine(dir, &keys.register)?;
        let path = dir.join(REGISTER_FILE);
        let mut writer = open::connect(&path, &keys.register, Purpose::Writer)?;
        checkpoint(&writer)?;
        let before = migrate::version(&writer)?;
        migrate::migrate(&mut writer, MIGRATIONS, || copy_before_upgrade(dir, before))?;
        checkpoint(&writer)?;
        Self::assemble(dir, keys, writer, lock)
    }

    fn assemble(
        dir: &Path,
        keys: &StoreKeys,
        writer: Connection,
        lock: FolderLock,
    ) -> Result<Self, StoreError> {
        Ok(Self {
            register: Database::with_writer(
                &dir.join(REGISTER_FILE),
                &keys.register,
                writer,
                READERS,
                Purpose::Reader,
            )?,
            keys: keylist::open(&dir.join(KEYS_FILE), &keys.key_list)?,
            thumbnails: thumbnails::open(&dir.join(THUMBNAILS_FILE), &keys.thumbnails)?,
            dir: dir.to_owned(),
            lock,
        })
    }

    /// Closes the files; the folder stays taken until the lock is dropped.
    pub fn close(self) -> FolderLock {
        self.lock
    }

    /// The register's folder.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Reads from one consistent view.
    ///
    /// # Errors
    /// What `read` returns.
    pub fn read<T, E: From<StoreError>>(
        &self,
        read: impl FnOnce(&ReadTx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut conn = self.register.reader();
        let tx = conn.transaction_with_behavior(TransactionBehavior::Deferred).map_err(StoreError::from)?;
        let value = read(&ReadTx::new(&tx))?;
        tx.commit().map_err(StoreError::from)?;
        Ok(value)
    }

    /// Writes: all of it, with its audit entry, durable when this returns; or nothing.
    ///
    /// # Errors
    /// What `write` returns, or trouble with the disk.
    pub fn transact<T, E: From<StoreError>>(
        &self,
        actor: &Actor,
        write: impl FnOnce(&mut WriteTx<'_>) -> Result<Acted<T>, E>,
    ) -> Result<(T, Changes), E> {
        let mut conn = self.register.writer();
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreError::from)?;
        let mut write_tx = WriteTx::new(&tx, actor.at);
        let acted = write(&mut write_tx)?;
        for entry in acted.entries() {
            audit::append(&mut write_tx, actor, entry)?;
        }
        let changes = write_tx.into_changes();
        tx.commit().map_err(StoreError::from)?;
        if let Err(error) = checkpoint(&conn) {
            // the commit is durable in the log; a full disk shows at the next write
            tracing::warn!(%error, "checkpoint put off");
        }
        Ok((acted.value, changes))
    }

    /// Checks every page of the precious files against its authentication code, and how the pages hang together.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when a page is not what was written, or table and index differ.
    pub fn verify(&self) -> Result<(), StoreError> {
        for database in [&self.register, &self.keys] {
            let conn = database.writer();
            let mut statement = conn.prepare("PRAGMA cipher_integrity_check")?;
            if statement.query([])?.next()?.is_some() {
                tracing::error!(file = ?database.path().file_name(), "page damaged");
                return Err(StoreError::Damaged);
            }
            let structure: String = conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
            if structure != "ok" {
                tracing::error!(file = ?database.path().file_name(), "structure damaged");
                return Err(StoreError::Damaged);
            }
        }
        Ok(())
    }
}

/// The encrypted file as it was, under the same key, before its schema changes.
fn copy_before_upgrade(dir: &Path, version: u32) -> Result<(), StoreError> {
    let part = dir.join("register.db.copy.part");
    fs::copy(dir.join(REGISTER_FILE), &part)?;
    File::options().write(true).open(&part)?.sync_all()?;
    fs::rename(&part, dir.join(format!("register.schema-{version}.db")))?;
    open::sync_dir(dir)
}

#[cfg(test)]
#[path = "store_tests.rs"]
mod tests;
