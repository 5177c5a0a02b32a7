//! Signed checkpoints of the trail, and the keys that signed them.
//!
//! Rows are never changed or removed, which triggers refuse, but for the seed of a key that is given up. What they say is
//! checked by whoever reads them: a row proves nothing by being here.

use domain::Instant;
use rusqlite::{Row, named_params};
use trail::merkle::Frontier;
use trail::{Hash, KeyRecord, PublicKey, SigningKey};
use vault::Zeroizing;

use crate::statements::statements;
use crate::{ReadTx, StoreError, WriteTx};

statements! {
    KEYS [scans "one for each time that the key was renewed"] =
        "SELECT id, public_key, statement FROM checkpoint_keys ORDER BY id";
    SEED [scans "as many keys, and the newest first"] =
        "SELECT seed FROM checkpoint_keys ORDER BY id DESC LIMIT 1";
    INSERT_KEY = "INSERT INTO checkpoint_keys (id, public_key, seed, statement, made_at)
        VALUES (:id, :public_key, :seed, :statement, :made_at)";
    GIVE_UP = "UPDATE checkpoint_keys SET seed = NULL WHERE id = :id";
    NEWEST [scans "walks the primary key backwards and stops at once"] =
        "SELECT key_id, size, frontier, made_at, note FROM checkpoints ORDER BY id DESC LIMIT 1";
    LIST [scans "all of them are wanted: to be checked, or to be taken out"] =
        "SELECT key_id, size, frontier, made_at, note FROM checkpoints ORDER BY id";
    INSERT = "INSERT INTO checkpoints (key_id, size, frontier, made_at, note)
        VALUES (:key_id, :size, :frontier, :made_at, :note)";
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredCheckpoint {
    /// Number of the key that signed it.
    pub key: u32,
    /// How many entries it covers.
    pub size: u64,
    /// Roots of the tree's perfect subtrees, the largest first.
    pub frontier: Vec<Hash>,
    /// When it was made.
    pub made_at: Instant,
    /// The signed note, see [`trail::Checkpoint`].
    pub note: String,
}

fn from_row(row: &Row<'_>) -> Result<StoredCheckpoint, StoreError> {
    let frontier = row.get_ref("frontier")?.as_blob().map_err(rusqlite::Error::from)?;
    let (hashes, _) = frontier.as_chunks::<32>();
    Ok(StoredCheckpoint {
        key: row.get("key_id")?,
        size: row.get::<_, i64>("size")?.unsigned_abs(),
        frontier: hashes.to_vec(),
        made_at: Instant(row.get("made_at")?),
        note: row.get("note")?,
    })
}

/// The checkpoint that was made last.
///
/// # Errors
/// When the database fails.
pub fn newest(tx: &ReadTx<'_>) -> Result<Option<StoredCheckpoint>, StoreError> {
    tx.one(NEWEST, [], from_row)
}

/// All checkpoints in the order in which they were made.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &ReadTx<'_>) -> Result<Vec<StoredCheckpoint>, StoreError> {
    tx.all(LIST, [], from_row)
}

/// Keeps a checkpoint over this tree.
///
/// # Errors
/// When the database refuses.
pub fn insert(tx: &mut WriteTx<'_>, key: u32, tree: &Frontier, note: &str) -> Result<(), StoreError> {
    let size = i64::try_from(tree.size()).unwrap_or(i64::MAX);
    let (frontier, made_at) = (tree.nodes().concat(), tx.now().millis());
    tx.run(
        INSERT,
        named_params! {
            ":key_id": key, ":size": size, ":frontier": frontier, ":made_at": made_at, ":note": note,
        },
    )?;
    Ok(())
}

/// Every key, the first first.
///
/// # Errors
/// [`StoreError::UnknownValue`] for one that is no key, or when the database fails.
pub fn keys(tx: &ReadTx<'_>) -> Result<Vec<KeyRecord>, StoreError> {
    tx.all(KEYS, [], |row| {
        let public = PublicKey::from_bytes(&row.get("public_key")?)
            .ok_or(StoreError::UnknownValue { column: "checkpoint_keys.public_key" })?;
        Ok(KeyRecord { number: row.get("id")?, public, statement: row.get("statement")? })
    })
}

/// The key that signs now; none before there is one.
///
/// # Errors
/// When the database fails.
pub fn signing_key(tx: &ReadTx<'_>) -> Result<Option<SigningKey>, StoreError> {
    let seed: Option<Option<[u8; 32]>> = tx.one(SEED, [], |row| Ok(row.get("seed")?))?;
    Ok(seed.flatten().map(|seed| SigningKey::from_seed(&Zeroizing::new(seed))))
}

/// Keeps a key that signs from now on; the one before it gives up its seed.
///
/// # Errors
/// When the database refuses.
pub fn insert_key(tx: &mut WriteTx<'_>, record: &KeyRecord, key: &SigningKey) -> Result<(), StoreError> {
    let made_at = tx.now().millis();
    tx.run(GIVE_UP, named_params! { ":id": record.number.saturating_sub(1) })?;
    tx.run(
        INSERT_KEY,
        named_params! {
            ":id": record.number, ":public_key": record.public.to_bytes(), ":seed": *key.seed(),
            ":statement": record.statement, ":made_at": made_at,
        },
    )?;
    Ok(())
}
