//! When the root key was renewed, and whether it should be. The key itself is not here.

use domain::Instant;
use rusqlite::named_params;

use crate::statements::statements;
use crate::{ReadTx, StoreError, WriteTx};

statements! {
    GET = "SELECT renewed_at, due_since FROM root_key WHERE id = 1";
    SET_DUE = "UPDATE root_key SET due_since = coalesce(due_since, :at) WHERE id = 1";
    SET_RENEWED = "UPDATE root_key SET renewed_at = :at, due_since = NULL WHERE id = 1";
}

/// How the root key stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RootKeyState {
    /// When it was last renewed; none for the key that the register was made with.
    pub renewed_at: Option<Instant>,
    /// Since when somebody who has left knows it.
    pub due_since: Option<Instant>,
}

/// How the root key stands.
///
/// # Errors
/// When the database fails.
pub fn get(tx: &ReadTx<'_>) -> Result<RootKeyState, StoreError> {
    let state = tx.one(GET, [], |row| {
        Ok(RootKeyState {
            renewed_at: row.get::<_, Option<i64>>("renewed_at")?.map(Instant),
            due_since: row.get::<_, Option<i64>>("due_since")?.map(Instant),
        })
    })?;
    Ok(state.unwrap_or_default())
}

/// Notes that somebody who knows the root key has left.
///
/// # Errors
/// When the database fails.
pub fn set_due(tx: &mut WriteTx<'_>) -> Result<(), StoreError> {
    let at = tx.now().millis();
    tx.run(SET_DUE, named_params! { ":at": at }).map(drop)
}

/// Notes that these files are under a new root key.
///
/// # Errors
/// When the database fails.
pub fn set_renewed(tx: &mut WriteTx<'_>) -> Result<(), StoreError> {
    let at = tx.now().millis();
    tx.run(SET_RENEWED, named_params! { ":at": at }).map(drop)
}
