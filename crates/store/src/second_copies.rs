//! Which sealed files have a copy on another disk.

use domain::ids::SessionId;
use domain::import::CopyFault;
use domain::{Entity, Instant};
use rusqlite::{Row, named_params};

use crate::statements::statements;
use crate::{ReadTx, StoreError, WriteTx};

statements! {
    GET = "SELECT folder, mark, fault FROM second_copy WHERE id = 1";
    SET = "INSERT INTO second_copy (id, folder, mark) VALUES (1, :folder, :mark)
        ON CONFLICT (id) DO UPDATE SET folder = excluded.folder, mark = excluded.mark, fault = NULL";
    STOP = "DELETE FROM second_copy WHERE id = 1";
    FORGET [scans "all of them are in a folder that is no longer used"] = "DELETE FROM second_copies";
    SET_FAULT = "UPDATE second_copy SET fault = :fault WHERE id = 1";
    ADD = "INSERT OR REPLACE INTO second_copies (vault_name, verified_at) VALUES (:vault_name, :at)";
    MISSING [scans "every sealed file is compared"] = "SELECT vault_name, size_bytes, blake3 FROM photo_files AS p
            WHERE NOT EXISTS (SELECT 1 FROM second_copies AS c WHERE c.vault_name = p.vault_name)
        UNION ALL SELECT vault_name, size_bytes, blake3 FROM sidecars AS s
            WHERE NOT EXISTS (SELECT 1 FROM second_copies AS c WHERE c.vault_name = s.vault_name)";
    MISSING_OF_SESSION = "SELECT p.vault_name, p.size_bytes, p.blake3 FROM frames AS f
            CROSS JOIN photo_files AS p ON p.frame_id = f.id
            WHERE f.session_id = :session_id
                AND NOT EXISTS (SELECT 1 FROM second_copies AS c WHERE c.vault_name = p.vault_name)
        UNION ALL SELECT s.vault_name, s.size_bytes, s.blake3 FROM frames AS f
            CROSS JOIN sidecars AS s ON s.frame_id = f.id
            WHERE f.session_id = :session_id
                AND NOT EXISTS (SELECT 1 FROM second_copies AS c WHERE c.vault_name = s.vault_name)";
    COUNT [scans "every sealed file is counted"] = "SELECT
        (SELECT count(*) FROM photo_files) + (SELECT count(*) FROM sidecars) AS files";
}

/// Where the second copies are, as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecondCopyRow {
    /// The folder that was chosen.
    pub folder: String,
    /// What is written in it, 32 characters.
    pub mark: String,
    /// Why the last work on it stopped before its end.
    pub fault: Option<CopyFault>,
}

/// Where the second copies are; none while none are made.
///
/// # Errors
/// When the database refuses.
pub fn get(tx: &ReadTx<'_>) -> Result<Option<SecondCopyRow>, StoreError> {
    tx.one(GET, [], |row| {
        let fault: Option<String> = row.get("fault")?;
        let unknown = StoreError::UnknownValue { column: "second_copy.fault" };
        let fault = fault.map(|code| CopyFault::from_code(&code).ok_or(unknown)).transpose()?;
        Ok(SecondCopyRow { folder: row.get("folder")?, mark: row.get("mark")?, fault })
    })
}

/// Has copies made in this folder from now on, which has this mark, or none. It has no copies yet, also when it was chosen
/// before: another disk may be in its place.
///
/// # Errors
/// When the database refuses.
pub fn set(tx: &mut WriteTx<'_>, place: Option<(&str, &str)>) -> Result<(), StoreError> {
    tx.run(FORGET, [])?;
    match place {
        Some((folder, mark)) => tx.run(SET, named_params! { ":folder": folder, ":mark": mark })?,
        None => tx.run(STOP, [])?,
    };
    tx.note(Entity::Studio, 1);
    Ok(())
}

/// Notes why work on the copies stopped, or that it came to its end.
///
/// # Errors
/// When the database refuses.
pub fn set_fault(tx: &mut WriteTx<'_>, fault: Option<CopyFault>) -> Result<(), StoreError> {
    tx.run(SET_FAULT, named_params! { ":fault": fault.map(CopyFault::code) })?;
    tx.note(Entity::Studio, 1);
    Ok(())
}

/// Notes that these sealed files have copies that were read back.
///
/// # Errors
/// When the database refuses.
pub fn add(tx: &mut WriteTx<'_>, vault_names: &[&str], at: Instant) -> Result<(), StoreError> {
    for name in vault_names {
        tx.run(ADD, named_params! { ":vault_name": name, ":at": at.millis() })?;
    }
    tx.note(Entity::Studio, 1);
    Ok(())
}

/// A sealed file without a copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Uncopied {
    /// Name in the vault.
    pub vault_name: String,
    /// Length of the plain file, bytes.
    pub size_bytes: u64,
    /// BLAKE3 of the plain file.
    pub blake3: [u8; 32],
}

/// Sealed files without a copy: of one session, or all.
///
/// # Errors
/// When the database refuses.
pub fn missing(tx: &ReadTx<'_>, of: Option<SessionId>) -> Result<Vec<Uncopied>, StoreError> {
    let file = |row: &Row<'_>| {
        Ok(Uncopied {
            vault_name: row.get("vault_name")?,
            size_bytes: row.get::<_, i64>("size_bytes")?.unsigned_abs(),
            blake3: row.get("blake3")?,
        })
    };
    match of {
        Some(session) => tx.all(MISSING_OF_SESSION, named_params! { ":session_id": session.get() }, file),
        None => tx.all(MISSING, [], file),
    }
}

/// How many sealed files there are.
///
/// # Errors
/// When the database refuses.
pub fn count(tx: &ReadTx<'_>) -> Result<u32, StoreError> {
    Ok(tx.one(COUNT, [], |row| Ok(row.get("files")?))?.unwrap_or_default())
}
