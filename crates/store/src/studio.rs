//! The studio: one row.

use domain::studio::{Studio, StudioFields};
use domain::{Entity, Language};
use rusqlite::named_params;

use crate::error::StoreError;
use crate::statements::statements;
use crate::tx::{ReadTx, WriteTx};

statements! {
    GET = "SELECT name, business_id, street, postal_code, town, phone, email, language, is_demonstration, rev
        FROM studio WHERE id = 1";
    INSERT = "INSERT INTO studio
            (id, name, business_id, street, postal_code, town, phone, email, language, is_demonstration)
        VALUES (1, :name, :business_id, :street, :postal_code, :town, :phone, :email, :language,
            :is_demonstration)
        RETURNING id";
    UPDATE = "UPDATE studio SET name = :name, business_id = :business_id, street = :street,
            postal_code = :postal_code, town = :town, phone = :phone, email = :email, language = :language,
            rev = rev + 1
        WHERE id = 1 AND rev = :rev";
}

const ID: i64 = 1;

/// The studio of this register.
///
/// # Errors
/// [`StoreError::NotFound`] in a register that was never finished.
pub fn get(tx: &ReadTx<'_>) -> Result<Studio, StoreError> {
    let studio = tx.one(GET, [], |row| {
        let language: String = row.get("language")?;
        Ok(Studio {
            fields: StudioFields {
                name: row.get("name")?,
                business_id: row.get("business_id")?,
                street: row.get("street")?,
                postal_code: row.get("postal_code")?,
                town: row.get("town")?,
                phone: row.get("phone")?,
                email: row.get("email")?,
                language: Language::from_code(&language)
                    .ok_or(StoreError::UnknownValue { column: "studio.language" })?,
            },
            is_demonstration: row.get("is_demonstration")?,
            rev: row.get("rev")?,
        })
    })?;
    studio.ok_or(StoreError::NotFound { entity: Entity::Studio, id: ID })
}

/// Writes the one row of a new register.
///
/// # Errors
/// [`StoreError::NotUnique`] when there is one already.
pub fn insert(tx: &mut WriteTx<'_>, fields: &StudioFields, is_demonstration: bool) -> Result<(), StoreError> {
    let id = tx.insert(
        INSERT,
        named_params! {
            ":name": fields.name, ":business_id": fields.business_id, ":street": fields.street,
            ":postal_code": fields.postal_code, ":town": fields.town, ":phone": fields.phone,
            ":email": fields.email, ":language": fields.language.code(),
            ":is_demonstration": is_demonstration,
        },
    )?;
    tx.note(Entity::Studio, id);
    Ok(())
}

/// Writes changed details over the version `rev`.
///
/// # Errors
/// [`StoreError::Stale`] when the row has another version by now.
pub fn update(tx: &mut WriteTx<'_>, fields: &StudioFields, rev: i64) -> Result<(), StoreError> {
    let touched = tx.run(
        UPDATE,
        named_params! {
            ":name": fields.name, ":business_id": fields.business_id, ":street": fields.street,
            ":postal_code": fields.postal_code, ":town": fields.town, ":phone": fields.phone,
            ":email": fields.email, ":language": fields.language.code(), ":rev": rev,
        },
    )?;
    if touched == 0 {
        return Err(StoreError::Stale { entity: Entity::Studio, id: ID });
    }
    tx.note(Entity::Studio, ID);
    Ok(())
}
