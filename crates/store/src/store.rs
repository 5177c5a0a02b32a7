//! The open store: three files, one lock, one way to write.

use std::{
    fs::{self, File},
    io::ErrorKind,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

use domain::Changes;
use rusqlite::{Connection, TransactionBehavior};
use vault::{DatabaseKey, RootKey};

use crate::database::{Database, checkpoint};
use crate::error::StoreError;
use crate::migrate::{self, MIGRATIONS};
use crate::open::{self, FolderLock, KEYS_FILE, Purpose, REGISTER_FILE, THUMBNAILS_FILE};
use crate::tx::{Acted, Actor, ReadTx, WriteTx};
use crate::{audit, epoch, keylist, thumbnails};

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

/// Whether a register is what its opener expects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// It is: it is opened to be worked with.
    Full,
    /// It is not: it is opened to be looked at, and its files stay as they are.
    None,
}

/// The files of a register, open. Dropping it closes them and forgets their keys.
pub struct Store {
    pub(crate) register: Database,
    pub(crate) keys: Database,
    pub(crate) thumbnails: Database,
    dir: PathBuf,
    files: PathBuf,
    /// Made by looking at a register that is not trusted; no part of it.
    log_to_remove: Mutex<Option<PathBuf>>,
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
        let files = dir.to_owned();
        Self::assemble(keys, writer, lock, files, Trust::Full)
    }

    /// Opens the files of a register and brings the schema up to date.
    ///
    /// # Errors
    /// [`StoreError::Absent`], [`StoreError::NotARegister`], [`StoreError::Truncated`],
    /// [`StoreError::PlainDatabase`], [`StoreError::WrongKey`], [`StoreError::TooNew`],
    /// [`StoreError::Damaged`], [`StoreError::InUse`], [`StoreError::MigrationEdited`], or trouble with the
    /// disk. No file is changed by an attempt that fails before the first schema step.
    pub fn open(dir: &Path, keys: &StoreKeys) -> Result<Self, StoreError> {
        open::inspect(&epoch::files_dir(dir)?)?;
        Self::open_if(open::lock_folder(dir)?, keys, |_| Ok::<_, StoreError>(Trust::Full))
    }

    /// Opens the files of the folder that `lock` holds. `judge` sees the register before anything is written, at
    /// whatever schema it has: one that is not trusted is opened without a change to its files. The schema is brought up
    /// to date all the same, since nothing else can be shown: then in the log, which stays beside the file.
    ///
    /// # Errors
    /// As [`Self::open`], and what `judge` returns.
    pub fn open_if<E: From<StoreError>>(
        lock: FolderLock,
        keys: &StoreKeys,
        judge: impl FnOnce(&ReadTx<'_>) -> Result<Trust, E>,
    ) -> Result<Self, E> {
        let files = epoch::files_dir(lock.dir())?;
        Self::open_in(lock, files, keys, judge)
    }

    /// Opens files that do not count yet: those of a root key that is to be switched to.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn open_next(lock: FolderLock, files: &Path, keys: &StoreKeys) -> Result<Self, StoreError> {
        Self::open_in(lock, files.to_owned(), keys, |_| Ok::<_, StoreError>(Trust::Full))
    }

    fn open_in<E: From<StoreError>>(
        lock: FolderLock,
        files: PathBuf,
        keys: &StoreKeys,
        judge: impl FnOnce(&ReadTx<'_>) -> Result<Trust, E>,
    ) -> Result<Self, E> {
        let had_log = open::has_log(&files, REGISTER_FILE);
        open::examine(&files, &keys.register)?;
        let path = files.join(REGISTER_FILE);
        let mut writer = open::connect(&path, &keys.register, Purpose::Writer)?;
        open::leave_log(&writer)?;
        let tx = writer.transaction_with_behavior(TransactionBehavior::Deferred).map_err(StoreError::from)?;
        let trust = judge(&ReadTx::new(&tx))?;
        tx.commit().map_err(StoreError::from)?;
        // as long as this may fail, the log stays: a disk that fails is not believed when closing tries once more
        if trust == Trust::Full {
            checkpoint(&writer)?;
        }
        let before = migrate::version(&writer)?;
        let keep_as_it_was = || match trust {
            Trust::Full => copy_before_upgrade(&files, before),
            Trust::None => Ok(()),
        };
        migrate::migrate(&mut writer, MIGRATIONS, keep_as_it_was)?;
        if trust == Trust::Full {
            checkpoint(&writer)?;
            open::empty_log_as_usual(&writer)?;
        }
        let store = Self::assemble(keys, writer, lock, files, trust)?;
        if trust == Trust::None && !had_log {
            *store.log_to_remove() = Some(open::log_of(&store.files, REGISTER_FILE));
        }
        Ok(store)
    }

    fn assemble(
        keys: &StoreKeys,
        writer: Connection,
        lock: FolderLock,
        files: PathBuf,
        trust: Trust,
    ) -> Result<Self, StoreError> {
        let register = Database::with_writer(
            &files.join(REGISTER_FILE),
            &keys.register,
            writer,
            READERS,
            Purpose::Reader,
        )?;
        if trust == Trust::None {
            register.leave_log()?;
        }
        Ok(Self {
            register,
            keys: keylist::open(&files.join(KEYS_FILE), &keys.key_list, trust)?,
            thumbnails: thumbnails::open(&files.join(THUMBNAILS_FILE), &keys.thumbnails)?,
            dir: lock.dir().to_owned(),
            files,
            log_to_remove: Mutex::default(),
            lock,
        })
    }

    /// Whether the disk refused a write to one of the precious files.
    pub fn is_doubtful(&self) -> bool {
        self.register.is_doubtful() || self.keys.is_doubtful()
    }

    /// Closes the files; the folder stays taken until the lock is dropped.
    pub fn close(self) -> FolderLock {
        let made = self.log_to_remove().take();
        let Self { register, keys, thumbnails, lock, .. } = self;
        drop((register, keys, thumbnails));
        if let Some(log) = made
            && let Err(error) = fs::remove_file(log)
            && error.kind() != ErrorKind::NotFound
        {
            tracing::warn!(%error, "a log that is no part of the register stays");
        }
        lock
    }

    fn log_to_remove(&self) -> MutexGuard<'_, Option<PathBuf>> {
        self.log_to_remove.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The register's folder.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// The folder of the files under the root key in use: databases, slots, anchor. See [`epoch`].
    pub fn files_dir(&self) -> &Path {
        &self.files
    }

    /// The hold on the register's folder, shared.
    pub fn lock(&self) -> &FolderLock {
        &self.lock
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
        let (value, changes, ()) = self.transact_and_look(actor, write, |_| Ok(()))?;
        Ok((value, changes))
    }

    /// As [`Self::transact`]; `look` sees what is about to be committed, entries and all, while its pages are at hand.
    ///
    /// # Errors
    /// What `write` or `look` returns, or trouble with the disk.
    pub fn transact_and_look<T, L, E: From<StoreError>>(
        &self,
        actor: &Actor,
        write: impl FnOnce(&mut WriteTx<'_>) -> Result<Acted<T>, E>,
        look: impl FnOnce(&ReadTx<'_>) -> Result<L, E>,
    ) -> Result<(T, Changes, L), E> {
        let done = self.register.write_through(|tx| {
            let mut write_tx = WriteTx::new(tx, actor.at);
            let acted = write(&mut write_tx)?;
            for entry in acted.entries() {
                audit::append(&mut write_tx, actor, entry)?;
            }
            let looked = look(&write_tx)?;
            Ok::<_, E>((acted.value, write_tx.into_changes(), looked))
        })?;
        // what is acknowledged is part of the register, also of one that is accepted as it is
        *self.log_to_remove() = None;
        Ok(done)
    }

    /// Checks every page of the precious files against its authentication code, and how the pages hang together. Waits
    /// for whoever reads, and empties the log: not for a register that may only be looked at.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when a page is not what was written, or table and index differ.
    pub fn verify(&self) -> Result<(), StoreError> {
        for database in [&self.register, &self.keys] {
            let found = database.verify();
            if matches!(found, Err(StoreError::Damaged)) {
                tracing::error!(file = ?database.path().file_name(), "damaged");
            }
            found?;
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
