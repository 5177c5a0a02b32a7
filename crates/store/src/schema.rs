//! What the schema of a file knows. A register that was not brought up to date yet is looked at as it was left.

use rusqlite::named_params;

use crate::statements::statements;
use crate::{ReadTx, StoreError};

statements! {
    KNOWS [scans "a schema has some dozens of rows"] = "SELECT EXISTS (
            SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = :name
        ) AS knows";
}

/// Whether there is a table of this name.
///
/// # Errors
/// When the database fails.
pub fn knows(tx: &ReadTx<'_>, name: &str) -> Result<bool, StoreError> {
    Ok(tx.one(KNOWS, named_params! { ":name": name }, |row| Ok(row.get("knows")?))?.unwrap_or(false))
}
