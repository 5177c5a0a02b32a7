//! Sealed sidecars of frames: what other programs wrote beside their photographs.

use domain::ids::{FrameId, SidecarId};
use domain::photo::Sidecar;
use domain::{Entity, Instant};
use rusqlite::{Row, named_params};

use crate::statements::statements;
use crate::{ReadTx, StoreError, WriteTx};

statements! {
    INSERT = "INSERT INTO sidecars (frame_id, name, size_bytes, blake3, vault_name, stored_at)
        VALUES (:frame_id, :name, :size_bytes, :blake3, :vault_name, :stored_at)
        RETURNING id";
    LIST = "SELECT id, frame_id, name, size_bytes, blake3, vault_name, stored_at FROM sidecars
        WHERE frame_id = :frame_id ORDER BY name, id";
    FIND = "SELECT id, frame_id, name, size_bytes, blake3, vault_name, stored_at FROM sidecars
        WHERE frame_id = :frame_id AND name = :name AND blake3 = :blake3";
    MOVE_FILE = "UPDATE sidecars SET vault_name = :vault_name WHERE id = :id";
    FIND_FILE = "SELECT 1 FROM sidecars WHERE vault_name = :vault_name";
}

/// A sealed sidecar to be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSidecar {
    /// Whose it is.
    pub frame_id: FrameId,
    /// Its name without folder.
    pub name: String,
    /// Length of the plain file, bytes.
    pub size_bytes: u64,
    /// BLAKE3 of the plain file.
    pub blake3: [u8; 32],
    /// Name in the vault.
    pub vault_name: String,
}

fn from_row(row: &Row<'_>) -> Result<Sidecar, StoreError> {
    Ok(Sidecar {
        id: SidecarId(row.get("id")?),
        frame_id: FrameId(row.get("frame_id")?),
        name: row.get("name")?,
        size_bytes: row.get::<_, i64>("size_bytes")?.unsigned_abs(),
        blake3: row.get("blake3")?,
        vault_name: row.get("vault_name")?,
        stored_at: Instant(row.get("stored_at")?),
    })
}

/// Adds a sidecar beside what its frame has.
///
/// # Errors
/// [`StoreError::NotUnique`] when the frame has it by this name already.
pub fn insert(tx: &mut WriteTx<'_>, new: &NewSidecar, stored_at: Instant) -> Result<SidecarId, StoreError> {
    let values = named_params! {
        ":frame_id": new.frame_id.get(),
        ":name": new.name,
        ":size_bytes": i64::try_from(new.size_bytes).unwrap_or(i64::MAX),
        ":blake3": new.blake3,
        ":vault_name": new.vault_name,
        ":stored_at": stored_at.millis(),
    };
    let id = SidecarId(tx.insert(INSERT, values)?);
    tx.note(Entity::Frame, new.frame_id.get());
    Ok(id)
}

/// A frame's sidecars by name, the older before the newer of one name.
///
/// # Errors
/// When the database refuses.
pub fn list(tx: &ReadTx<'_>, frame_id: FrameId) -> Result<Vec<Sidecar>, StoreError> {
    tx.all(LIST, named_params! { ":frame_id": frame_id.get() }, from_row)
}

/// The sidecar of this frame, name and content, if a row names one; whether it is there still, the row does not say.
///
/// # Errors
/// When the database refuses.
pub fn find(
    tx: &ReadTx<'_>,
    frame_id: FrameId,
    name: &str,
    blake3: &[u8; 32],
) -> Result<Option<Sidecar>, StoreError> {
    let values = named_params! { ":frame_id": frame_id.get(), ":name": name, ":blake3": blake3 };
    tx.one(FIND, values, from_row)
}

/// Has a sidecar's content read from another sealed file from now on.
///
/// # Errors
/// [`StoreError::NotUnique`] when another row names that one.
pub fn move_file(tx: &mut WriteTx<'_>, sidecar: &Sidecar, vault_name: &str) -> Result<(), StoreError> {
    tx.run(MOVE_FILE, named_params! { ":id": sidecar.id.get(), ":vault_name": vault_name })?;
    tx.note(Entity::Frame, sidecar.frame_id.get());
    Ok(())
}

/// Whether a row names this sealed file.
///
/// # Errors
/// When the database refuses.
pub fn has_file(tx: &ReadTx<'_>, vault_name: &str) -> Result<bool, StoreError> {
    Ok(tx.one(FIND_FILE, named_params! { ":vault_name": vault_name }, |_| Ok(()))?.is_some())
}
