//! Those who work with the register. A row is never removed: the trail names it.

use domain::Entity;
use domain::ids::StaffMemberId;
use domain::staff::{Role, StaffFields, StaffMember, StaffStatus};
use rusqlite::{Row, named_params};
use sha2::{Digest, Sha256};

use crate::statements::statements;
use crate::{ReadTx, StoreError, WriteTx};

statements! {
    GET = "SELECT id, name, role, agreed_on, status, left_on, rev FROM staff_members WHERE id = :id";
    LIST [scans "a studio has a few dozen"] =
        "SELECT id, name, role, agreed_on, status, left_on, rev FROM staff_members ORDER BY id";
    INSERT = "INSERT INTO staff_members (name, role, agreed_on) VALUES (:name, :role, :agreed_on) RETURNING id";
    UPDATE = "UPDATE staff_members SET name = :name, role = :role, agreed_on = :agreed_on, rev = rev + 1
        WHERE id = :id AND rev = :rev";
    SET_STATUS = "UPDATE staff_members SET status = :status, left_on = :left_on, rev = rev + 1 WHERE id = :id";
}

fn from_row(row: &Row<'_>) -> Result<StaffMember, StoreError> {
    let (role, status): (String, String) = (row.get("role")?, row.get("status")?);
    Ok(StaffMember {
        id: StaffMemberId(row.get("id")?),
        fields: StaffFields {
            name: row.get("name")?,
            role: Role::from_code(&role).ok_or(StoreError::UnknownValue { column: "staff_members.role" })?,
            agreed_on: row.get("agreed_on")?,
        },
        status: StaffStatus::from_code(&status)
            .ok_or(StoreError::UnknownValue { column: "staff_members.status" })?,
        left_on: row.get("left_on")?,
        rev: row.get("rev")?,
    })
}

/// A member of staff by id.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get(tx: &ReadTx<'_>, id: StaffMemberId) -> Result<StaffMember, StoreError> {
    tx.one(GET, named_params! { ":id": id.get() }, from_row)?
        .ok_or(StoreError::NotFound { entity: Entity::StaffMember, id: id.get() })
}

/// Everybody, also those who left, in the order in which they were added.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &ReadTx<'_>) -> Result<Vec<StaffMember>, StoreError> {
    tx.all(LIST, [], from_row)
}

/// SHA-256 over everything that says who may sign in and as what: each row's values in the order of the ids, each as a
/// length (8 bytes, big-endian) and its bytes.
///
/// # Errors
/// When the database fails.
pub fn digest(tx: &ReadTx<'_>) -> Result<[u8; 32], StoreError> {
    let mut hasher = Sha256::new();
    for member in list(tx)? {
        let (id, rev) = (member.id.get().to_be_bytes(), member.rev.to_be_bytes());
        let StaffFields { name, role, agreed_on } = &member.fields;
        let parts: [&[u8]; 7] = [
            &id,
            name.as_bytes(),
            role.code().as_bytes(),
            agreed_on.as_bytes(),
            member.status.code().as_bytes(),
            member.left_on.as_bytes(),
            &rev,
        ];
        for part in parts {
            hasher.update((part.len() as u64).to_be_bytes());
            hasher.update(part);
        }
    }
    Ok(hasher.finalize().into())
}

/// Adds somebody who may not sign in yet.
///
/// # Errors
/// When the database refuses.
pub fn insert(tx: &mut WriteTx<'_>, fields: &StaffFields) -> Result<StaffMemberId, StoreError> {
    let values = named_params! {
        ":name": fields.name, ":role": fields.role.code(), ":agreed_on": fields.agreed_on,
    };
    let id = tx.insert(INSERT, values)?;
    tx.note(Entity::StaffMember, id);
    Ok(StaffMemberId(id))
}

/// Changes what was entered of somebody.
///
/// # Errors
/// [`StoreError::Stale`] when `rev` is not the stored one, [`StoreError::NotFound`] when there is nobody.
pub fn update(
    tx: &mut WriteTx<'_>,
    id: StaffMemberId,
    rev: i64,
    fields: &StaffFields,
) -> Result<(), StoreError> {
    let values = named_params! {
        ":id": id.get(), ":rev": rev, ":name": fields.name, ":role": fields.role.code(),
        ":agreed_on": fields.agreed_on,
    };
    if tx.run(UPDATE, values)? == 0 {
        get(tx, id)?;
        return Err(StoreError::Stale { entity: Entity::StaffMember, id: id.get() });
    }
    tx.note(Entity::StaffMember, id.get());
    Ok(())
}

/// Changes how an account stands; `left_on` is an ISO date for [`StaffStatus::Left`], else empty.
///
/// # Errors
/// When the database refuses: an active account without the date of its agreement.
pub fn set_status(
    tx: &mut WriteTx<'_>,
    id: StaffMemberId,
    status: StaffStatus,
    left_on: &str,
) -> Result<(), StoreError> {
    tx.run(SET_STATUS, named_params! { ":id": id.get(), ":status": status.code(), ":left_on": left_on })?;
    tx.note(Entity::StaffMember, id.get());
    Ok(())
}
