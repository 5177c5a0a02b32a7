//! Making and opening the encrypted files, and telling apart what is not a register.
//!
//! Each file begins with `KONTAKTI` and eight random bytes, which SQLCipher takes as its salt; the rest looks
//! random. So a file can be named as ours before any key is tried. `register.json` beside it holds a check of
//! the key bound to that salt: under a wrong key and over a damaged first page SQLCipher says the same, and
//! the check tells which of the two it is.
//!
//! Invariant: nothing is written, renamed or deleted before the file has been opened with its right key and
//! found to be of a version that this program knows.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io::{self, Read, Write},
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use rusqlite::{Connection, ErrorCode, OpenFlags, config::DbConfig};
use serde::{Deserialize, Serialize};
use vault::{DatabaseKey, Zeroizing, open_small, seal_small};

use crate::error::StoreError;
use crate::migrate::{self, MIGRATIONS};

/// The precious database.
pub const REGISTER_FILE: &str = "register.db";
/// The photographs' keys, precious too, kept apart so that erasing a key erases the photo in old backups.
pub const KEYS_FILE: &str = "keys.db";
/// Thumbnails; may be made anew.
pub const THUMBNAILS_FILE: &str = "thumbnails.db";
/// Unencrypted description of the register.
pub const DESCRIPTOR_FILE: &str = "register.json";
const LOCK_FILE: &str = "register.lock";

const MAGIC: &[u8; 8] = b"KONTAKTI";
const PLAIN_MAGIC: &[u8; 16] = b"SQLite format 3\0";
const PAGE: u64 = 4096;
/// `KONT` as SQLite's application id.
const APPLICATION_ID: i32 = 0x4b4f_4e54;
const KEY_CHECK: &[u8] = b"kontakti-register";

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// The one that writes the register.
    Writer,
    /// The one that writes a file beside it, which is small or has rows that are read once.
    Beside,
    /// One of those that read the register.
    Reader,
    /// One of those that read a file beside it.
    ReaderBeside,
}

#[derive(Debug, Serialize, Deserialize)]
struct Descriptor {
    format: String,
    version: u32,
    key_check: String,
}

/// A register's folder taken for this process; released when its last clone is dropped.
#[derive(Debug, Clone)]
pub struct FolderLock {
    dir: PathBuf,
    _file: Arc<File>,
}

impl FolderLock {
    /// The folder.
    pub fn dir(&self) -> &Path {
        &self.dir
    }
}

/// Takes a register's folder for this process.
///
/// # Errors
/// [`StoreError::InUse`] when a program has it, or trouble with the disk.
pub fn lock_folder(dir: &Path) -> Result<FolderLock, StoreError> {
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(dir.join(LOCK_FILE))?;
    match file.try_lock() {
        Ok(()) => Ok(FolderLock { dir: dir.to_owned(), _file: Arc::new(file) }),
        Err(TryLockError::WouldBlock) => Err(StoreError::InUse),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

/// Whether changes that are not yet in the file lie in the log beside it.
pub fn has_log(dir: &Path, name: &str) -> bool {
    log_of(dir, name).metadata().is_ok_and(|log| log.len() > 0)
}

/// Puts the log beside a database out of its way, under a name that says so; gives that name.
///
/// # Errors
/// Trouble with the disk.
pub fn set_log_aside(dir: &Path, name: &str) -> Result<PathBuf, StoreError> {
    let mut number = 1;
    let aside = loop {
        let aside = dir.join(format!("{name}-wal.set-aside-{number}"));
        if !aside.try_exists()? {
            break aside;
        }
        number += 1;
    };
    fs::rename(log_of(dir, name), &aside)?;
    sync_dir(dir)?;
    Ok(aside)
}

pub(crate) fn log_of(dir: &Path, name: &str) -> PathBuf {
    dir.join(format!("{name}-wal"))
}

/// Pages that the log takes before SQLite itself moves them into the file; its own default.
const USUAL_LOG_PAGES: u32 = 1000;

/// The log stays as it is: nothing moves into the file, also not when the connection closes.
pub(crate) fn leave_log(conn: &Connection) -> Result<(), StoreError> {
    keep_log(conn, true, 0)
}

/// Takes [`leave_log`] back.
pub(crate) fn empty_log_as_usual(conn: &Connection) -> Result<(), StoreError> {
    keep_log(conn, false, USUAL_LOG_PAGES)
}

fn keep_log(conn: &Connection, when_closing: bool, most_pages: u32) -> Result<(), StoreError> {
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, when_closing)?;
    Ok(conn.query_row(&format!("PRAGMA wal_autocheckpoint = {most_pages}"), [], |_| Ok(()))?)
}

/// Makes a new encrypted file and gives its writer.
pub(crate) fn create(path: &Path, key: &DatabaseKey, purpose: Purpose) -> Result<Connection, StoreError> {
    if path.try_exists()? {
        return Err(StoreError::Exists);
    }
    let random: [u8; 8] =
        Connection::open_in_memory()?
            .query_row("SELECT randomblob(8) AS bytes", [], |row| row.get("bytes"))?;
    let salt: Vec<u8> = MAGIC.iter().chain(&random).copied().collect();
    let conn = Connection::open(path)?;
    unlock(&conn, key, &salt)?;
    conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    settle(&conn, purpose)?;
    Ok(conn)
}

/// Removes a file that can be made anew, with its log.
pub(crate) fn remove(path: &Path) -> Result<(), StoreError> {
    for ending in ["", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        match fs::remove_file(&name) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}

/// Opens an existing file of ours.
pub(crate) fn connect(path: &Path, key: &DatabaseKey, purpose: Purpose) -> Result<Connection, StoreError> {
    let conn = attach(path, key)?;
    first_read(&conn)?;
    settle(&conn, purpose)?;
    Ok(conn)
}

/// Writes `register.json` for a database just made.
pub(crate) fn write_descriptor(dir: &Path, key: &DatabaseKey) -> Result<(), StoreError> {
    let salt = head(&dir.join(REGISTER_FILE))?.0;
    let descriptor = Descriptor {
        format: "kontakti-register".to_owned(),
        version: 1,
        key_check: data_encoding::HEXLOWER.encode(&seal_small(key, &salt, KEY_CHECK)),
    };
    let text = serde_json::to_vec_pretty(&descriptor).map_err(io::Error::from)?;
    let part = dir.join("register.json.part");
    let mut file = File::create(&part)?;
    file.write_all(&text)?;
    file.sync_all()?;
    fs::rename(&part, dir.join(DESCRIPTOR_FILE))?;
    sync_dir(dir)
}

/// Looks at `register.db` without a key.
///
/// # Errors
/// [`StoreError::Absent`], [`StoreError::PlainDatabase`], [`StoreError::NotARegister`],
/// [`StoreError::Truncated`].
pub(crate) fn inspect(dir: &Path) -> Result<(), StoreError> {
    let (head, length) = match head(&dir.join(REGISTER_FILE)) {
        Err(StoreError::Io(error)) if error.kind() == io::ErrorKind::NotFound => {
            return Err(StoreError::Absent);
        }
        other => other?,
    };
    if length == 0 {
        Err(StoreError::Truncated)
    } else if head == *PLAIN_MAGIC {
        Err(StoreError::PlainDatabase)
    } else if !head.starts_with(MAGIC) {
        Err(StoreError::NotARegister)
    } else if !length.is_multiple_of(PAGE) {
        Err(StoreError::Truncated)
    } else {
        Ok(())
    }
}

/// Opens `register.db` far enough to know that key, length and version are right; writes nothing.
///
/// # Errors
/// As [`inspect`], and [`StoreError::WrongKey`], [`StoreError::Damaged`], [`StoreError::TooNew`].
pub(crate) fn examine(dir: &Path, key: &DatabaseKey) -> Result<(), StoreError> {
    inspect(dir)?;
    let path = dir.join(REGISTER_FILE);
    let conn = attach(&path, key)?;
    // a log with content stays as it is; without one, closing removes the empty one that opening made
    let has_log = has_log(dir, REGISTER_FILE);
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, has_log)?;
    // reads the first page alone; it fails as corrupt when that page counts more pages than the file has
    match wrong_key(conn.query_row("PRAGMA user_version", [], |row| row.get::<_, u32>(0))) {
        Ok(_) => {}
        Err(StoreError::WrongKey) if key_fits(dir, key)? => return Err(StoreError::Damaged),
        Err(StoreError::Damaged) => return Err(StoreError::Truncated),
        Err(error) => return Err(error),
    }
    first_read(&conn)?;
    let application: i32 =
        conn.query_row("SELECT application_id FROM pragma_application_id", [], |row| row.get(0))?;
    if application != APPLICATION_ID {
        return Err(StoreError::NotARegister);
    }
    let (found, supported) = (migrate::version(&conn)?, migrate::supported(MIGRATIONS));
    if found > supported {
        return Err(StoreError::TooNew { found, supported });
    }
    Ok(())
}

fn attach(path: &Path, key: &DatabaseKey) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    unlock(&conn, key, &[])?;
    Ok(conn)
}

/// Raw key, then proof that the library encrypts at all.
fn unlock(conn: &Connection, key: &DatabaseKey, salt: &[u8]) -> Result<(), StoreError> {
    conn.execute_batch("PRAGMA cipher_log_level = NONE; PRAGMA cipher_memory_security = ON;")?;
    let mut statement = Zeroizing::new(String::with_capacity(160));
    statement.push_str("PRAGMA key = \"x'");
    data_encoding::HEXLOWER.encode_append(key.expose(), &mut statement);
    data_encoding::HEXLOWER.encode_append(salt, &mut statement);
    statement.push_str("'\";");
    conn.execute_batch(&statement)?;
    match conn.query_row("PRAGMA cipher_version", [], |row| row.get::<_, String>(0)) {
        Ok(version) if !version.is_empty() => Ok(()),
        Ok(_) | Err(rusqlite::Error::QueryReturnedNoRows) => Err(StoreError::NoCipher),
        Err(error) => Err(error.into()),
    }
}

fn first_read(conn: &Connection) -> Result<(), StoreError> {
    wrong_key(conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())))
}

/// A first page that does not authenticate means another key, unless something else says otherwise.
fn wrong_key<T>(read: Result<T, rusqlite::Error>) -> Result<T, StoreError> {
    read.map_err(|error| match error {
        rusqlite::Error::SqliteFailure(failure, _) if failure.code == ErrorCode::NotADatabase => {
            StoreError::WrongKey
        }
        other => other.into(),
    })
}

fn key_fits(dir: &Path, key: &DatabaseKey) -> Result<bool, StoreError> {
    let salt = head(&dir.join(REGISTER_FILE))?.0;
    let Ok(text) = fs::read(dir.join(DESCRIPTOR_FILE)) else { return Ok(false) };
    let Ok(descriptor) = serde_json::from_slice::<Descriptor>(&text) else { return Ok(false) };
    let Ok(sealed) = data_encoding::HEXLOWER.decode(descriptor.key_check.as_bytes()) else {
        return Ok(false);
    };
    Ok(open_small(key, &salt, &sealed).is_ok_and(|plain| plain.as_slice() == KEY_CHECK))
}

/// What every connection is set to once it reads.
fn settle(conn: &Connection, purpose: Purpose) -> Result<(), StoreError> {
    conn.busy_timeout(Duration::from_secs(5))?;
    conn.set_prepared_statement_cache_capacity(128);
    conn.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    conn.execute_batch(
        "PRAGMA synchronous = FULL;
         PRAGMA foreign_keys = ON;
         PRAGMA secure_delete = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA mmap_size = 0;
         PRAGMA trusted_schema = OFF;",
    )?;
    match purpose {
        Purpose::Writer => conn.execute_batch("PRAGMA cache_size = -262144")?,
        Purpose::Beside => conn.execute_batch("PRAGMA cache_size = -8192")?,
        Purpose::Reader => conn.execute_batch("PRAGMA cache_size = -65536; PRAGMA query_only = ON")?,
        Purpose::ReaderBeside => conn.execute_batch("PRAGMA cache_size = -8192; PRAGMA query_only = ON")?,
    }
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // plans that do not hang on bound values: otherwise most searches are prepared anew at each step
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    Ok(())
}

/// First 16 bytes (zeros where the file is shorter) and the length.
fn head(path: &Path) -> Result<([u8; 16], u64), StoreError> {
    let file = File::open(path)?;
    let length = file.metadata()?.len();
    let mut start = Vec::with_capacity(16);
    file.take(16).read_to_end(&mut start)?;
    let mut head = [0; 16];
    for (place, byte) in head.iter_mut().zip(start) {
        *place = byte;
    }
    Ok((head, length))
}

/// Makes the folder's entries durable. Windows orders renames in its journal.
pub(crate) fn sync_dir(dir: &Path) -> Result<(), StoreError> {
    if cfg!(unix) {
        File::open(dir)?.sync_all()?;
    }
    Ok(())
}

/// A database in memory, set as the real one is.
#[cfg(test)]
pub(crate) fn in_memory() -> Result<Connection, StoreError> {
    let conn = Connection::open_in_memory()?;
    settle(&conn, Purpose::Writer)?;
    Ok(conn)
}
