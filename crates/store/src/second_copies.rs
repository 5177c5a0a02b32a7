//! Which sealed files have a copy on another disk.

use domain::ids::SessionId;
use domain::import::CopyFault;
use domain::{Entity, Instant};
use rusqlite::named_params;

use crate::statements::statements;
use crate::{ReadTx, StoreError, WriteTx};

statements! {
    GET = "SELECT folder, fault FROM second_copy WHERE id = 1";
    SET = "INSERT INTO second_copy (id, folder) VALUES (1, :folder)
        ON CONFLICT (id) DO UPDATE SET folder = excluded.folder, fault = NULL";
    STOP = "DELETE FROM second_copy WHERE id = 1";
    FORGET [scans "all of them are in a folder that is no longer used"] = "DELETE FROM second_copies";
    SET_FAULT = "UPDATE second_copy SET fault = :fault WHERE id = 1";
    ADD = "INSERT OR REPLACE INTO second_copies (vault_name, verified_at) VALUES (:vault_name, :at)";
    MISSING [scans "every sealed file is compared"] = "SELECT vault_name FROM photo_files AS p
            WHERE NOT EXISTS (SELECT 1 FROM second_copies AS c WHERE c.vault_name = p.vault_name)
        UNION ALL SELECT vault_name FROM sidecars AS s
            WHERE NOT EXISTS (SELECT 1 FROM second_copies AS c WHERE c.vault_name = s.vault_name)";
    MISSING_OF_SESSION = "SELECT p.vault_name FROM frames AS f
            CROSS JOIN photo_files AS p ON p.frame_id = f.id
            WHERE f.session_id = :session_id
                AND NOT EXISTS (SELECT 1 FROM second_copies AS c WHERE c.vault_name = p.vault_name)
        UNION ALL SELECT s.vault_name FROM frames AS f
            CROSS JOIN sidecars AS s ON s.frame_id = f.id
            WHERE f.session_id = :session_id
                AND NOT EXISTS (SELECT 1 FROM second_copies AS c WHERE c.vault_name = s.vault_name)";
    COUNT [scans "every sealed file is counted"] = "SELECT
        (SELECT count(*) FROM photo_files) + (SELECT count(*) FROM sidecars) AS files";
    ALL_COPIED [scans "some thousands, when everything has been copied"] =
        "UPDATE imports SET uncopied_files = 0 WHERE uncopied_files > 0";
}

/// Where the second copies are, as stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecondCopyRow {
    /// The folder that was chosen.
    pub folder: String,
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
        Ok(SecondCopyRow { folder: row.get("folder")?, fault })
    })
}

/// Has copies made in this folder from now on, or none; another folder has no copies yet.
///
/// # Errors
/// When the database refuses.
pub fn set(tx: &mut WriteTx<'_>, folder: Option<&str>) -> Result<(), StoreError> {
    if get(tx)?.map(|row| row.folder).as_deref() != folder {
        tx.run(FORGET, [])?;
    }
    match folder {
        Some(folder) => tx.run(SET, named_params! { ":folder": folder })?,
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

/// Sealed files without a copy: of one session, or all.
///
/// # Errors
/// When the database refuses.
pub fn missing(tx: &ReadTx<'_>, of: Option<SessionId>) -> Result<Vec<String>, StoreError> {
    let name = |row: &rusqlite::Row<'_>| Ok(row.get("vault_name")?);
    match of {
        Some(session) => tx.all(MISSING_OF_SESSION, named_params! { ":session_id": session.get() }, name),
        None => tx.all(MISSING, [], name),
    }
}

/// How many sealed files there are.
///
/// # Errors
/// When the database refuses.
pub fn count(tx: &ReadTx<'_>) -> Result<u32, StoreError> {
    Ok(tx.one(COUNT, [], |row| Ok(row.get("files")?))?.unwrap_or_default())
}

/// Notes that nothing lacks its copy any more: no report of an import says otherwise.
///
/// # Errors
/// When the database refuses.
pub fn all_copied(tx: &mut WriteTx<'_>) -> Result<(), StoreError> {
    tx.run(ALL_COPIED, [])?;
    Ok(())
}
