//! What can go wrong with the store: data, not prose, and never a value from a row.

use std::io;

use domain::Entity;
use rusqlite::ErrorCode;

/// Error of the store crate.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no `register.db` in the folder.
    #[error("no register here")]
    Absent,
    /// Files are in the way where a new register was to be made.
    #[error("files of a register exist already")]
    Exists,
    /// The file is something else.
    #[error("not a register")]
    NotARegister,
    /// The file is ours and shorter than it was written.
    #[error("register cut off")]
    Truncated,
    /// The file is a register, but these are not its keys.
    #[error("wrong key")]
    WrongKey,
    /// Written by a newer program.
    #[error("schema {found}, supported {supported}")]
    TooNew {
        /// Schema version in the file.
        found: u32,
        /// Newest version this program reads.
        supported: u32,
    },
    /// An unencrypted SQLite file.
    #[error("plain SQLite file")]
    PlainDatabase,
    /// Ours, with the right key, and a page of it is not what was written.
    #[error("register damaged")]
    Damaged,
    /// Another program has the register open.
    #[error("register in use")]
    InUse,
    /// A migration that was applied differs from the one in this program.
    #[error("migration {number} differs from the one applied")]
    MigrationEdited {
        /// Its number.
        number: u32,
    },
    /// A migration left a reference without its row.
    #[error("migration {number} breaks a reference")]
    MigrationBroken {
        /// Its number.
        number: u32,
    },
    /// The library in use does not encrypt.
    #[error("no encryption in this build")]
    NoCipher,
    /// No such row.
    #[error("{} {id} not found", .entity.code())]
    NotFound {
        /// What was looked for.
        entity: Entity,
        /// Its id.
        id: i64,
    },
    /// The row was changed by somebody else since it was read.
    #[error("{} {id} changed meanwhile", .entity.code())]
    Stale {
        /// What was to be changed.
        entity: Entity,
        /// Its id.
        id: i64,
    },
    /// A value that may exist once exists already.
    #[error("{field} not unique")]
    NotUnique {
        /// `table.column`, or several joined by commas.
        field: String,
    },
    /// A stored code or blob that this program does not know.
    #[error("unknown value in {column}")]
    UnknownValue {
        /// `table.column`.
        column: &'static str,
    },
    /// A cursor that no page gave out.
    #[error("bad cursor")]
    BadCursor,
    /// No room on the disk.
    #[error("disk full")]
    DiskFull,
    /// The disk or the file is read-only.
    #[error("read-only")]
    ReadOnly,
    /// The disk has failed a write since the file was opened; nothing more is written before it is opened anew.
    #[error("the disk failed before")]
    DiskFailed,
    /// Any other trouble with the disk.
    #[error("i/o: {0}")]
    Io(#[source] io::Error),
    /// A statement failed for another reason: a fault of the program.
    #[error("sql: {0}")]
    Sql(#[source] rusqlite::Error),
}

impl StoreError {
    /// Whether this is a violated uniqueness of `table.column`.
    pub fn is_not_unique(&self, column: &str) -> bool {
        matches!(self, Self::NotUnique { field } if field.split(", ").any(|one| one == column))
    }
}

impl From<io::Error> for StoreError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            _ => Self::Io(error),
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(failure, message) = &error else {
            return Self::Sql(error);
        };
        match failure.code {
            ErrorCode::DiskFull => Self::DiskFull,
            ErrorCode::ReadOnly => Self::ReadOnly,
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Self::Damaged,
            // the index of the log is made longer, which only a lack of room prevents; SQLite does not say so itself
            ErrorCode::SystemIoFailure if failure.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE => {
                Self::DiskFull
            }
            ErrorCode::SystemIoFailure | ErrorCode::CannotOpen => {
                Self::Io(io::Error::other(format!("SQLite {}", failure.extended_code)))
            }
            ErrorCode::ConstraintViolation => {
                const UNIQUE: &str = "UNIQUE constraint failed: ";
                match message.as_deref().and_then(|text| text.strip_prefix(UNIQUE)) {
                    Some(field) => Self::NotUnique { field: field.to_owned() },
                    None => Self::Sql(error),
                }
            }
            _ => Self::Sql(error),
        }
    }
}
