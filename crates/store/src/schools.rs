//! Schools with their contact persons.
//!
//! Invariant: contact persons are written together with their school, in its version.

use domain::ids::SchoolId;
use domain::school::{ContactPerson, School, SchoolFields, SchoolKind};
use domain::{Entity, Language};
use rusqlite::{Row, named_params};

use crate::customers::alphabet;
use crate::statements::statements;
use crate::{ReadTx, StoreError, WriteTx};

statements! {
    INSERT = "INSERT INTO schools (
            name, kind, street, postal_code, town, language, agreement_on, agreement, note, sort_key
        ) VALUES (
            :name, :kind, :street, :postal_code, :town, :language, :agreement_on, :agreement, :note, :sort_key
        ) RETURNING id";
    UPDATE = "UPDATE schools SET
            name = :name, kind = :kind, street = :street, postal_code = :postal_code, town = :town,
            language = :language, agreement_on = :agreement_on, agreement = :agreement, note = :note,
            sort_key = :sort_key, rev = rev + 1
        WHERE id = :id AND rev = :rev";
    GET = "SELECT id, name, kind, street, postal_code, town, language, agreement_on, agreement, note, rev
        FROM schools WHERE id = :id";
    LIST [scans "a studio has some hundreds"] = "SELECT
            s.id, s.name, s.kind, s.street, s.postal_code, s.town, s.language, s.agreement_on, s.agreement, s.note,
            s.rev,
            (SELECT max(g.school_year) FROM subject_groups AS g WHERE g.school_id = s.id) AS newest_year,
            (
                SELECT count(DISTINCT m.subject_id)
                FROM subject_groups AS g
                JOIN group_memberships AS m ON m.group_id = g.id
                WHERE g.school_id = s.id AND m.left_on = '' AND g.school_year = (
                    SELECT max(n.school_year) FROM subject_groups AS n WHERE n.school_id = s.id
                )
            ) AS subjects,
            (SELECT max(j.starts_on) FROM jobs AS j WHERE j.school_id = s.id) AS latest_job_on
        FROM schools AS s
        ORDER BY s.sort_key, s.id";
    CONTACTS = "SELECT name, duty, email, phone FROM school_contacts WHERE school_id = :school_id
        ORDER BY position";
    DELETE_CONTACTS = "DELETE FROM school_contacts WHERE school_id = :school_id";
    INSERT_CONTACT = "INSERT INTO school_contacts (school_id, position, name, duty, email, phone)
        VALUES (:school_id, :position, :name, :duty, :email, :phone)";
}

/// A school with what a list shows beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchoolListed {
    /// The school.
    pub school: School,
    /// The newest school year of which there is a class, by the calendar year in which it begins.
    pub newest_year: Option<i16>,
    /// Subjects on the lists of that year.
    pub subjects: u32,
    /// First day of its latest job, ISO.
    pub latest_job_on: Option<String>,
}

fn from_row(tx: &ReadTx<'_>, row: &Row<'_>) -> Result<School, StoreError> {
    let id = SchoolId(row.get("id")?);
    let (kind, language): (String, String) = (row.get("kind")?, row.get("language")?);
    Ok(School {
        id,
        fields: SchoolFields {
            name: row.get("name")?,
            kind: SchoolKind::from_code(&kind).ok_or(StoreError::UnknownValue { column: "schools.kind" })?,
            street: row.get("street")?,
            postal_code: row.get("postal_code")?,
            town: row.get("town")?,
            language: Language::from_code(&language)
                .ok_or(StoreError::UnknownValue { column: "schools.language" })?,
            agreement_on: row.get("agreement_on")?,
            agreement: row.get("agreement")?,
            note: row.get("note")?,
            contacts: contacts(tx, id)?,
        },
        rev: row.get("rev")?,
    })
}

fn contacts(tx: &ReadTx<'_>, id: SchoolId) -> Result<Vec<ContactPerson>, StoreError> {
    tx.all(CONTACTS, named_params! { ":school_id": id.get() }, |row| {
        Ok(ContactPerson {
            name: row.get("name")?,
            duty: row.get("duty")?,
            email: row.get("email")?,
            phone: row.get("phone")?,
        })
    })
}

fn put_contacts(tx: &mut WriteTx<'_>, id: SchoolId, contacts: &[ContactPerson]) -> Result<(), StoreError> {
    tx.run(DELETE_CONTACTS, named_params! { ":school_id": id.get() })?;
    for (position, contact) in (0_i64..).zip(contacts) {
        tx.run(
            INSERT_CONTACT,
            named_params! {
                ":school_id": id.get(), ":position": position, ":name": contact.name, ":duty": contact.duty,
                ":email": contact.email, ":phone": contact.phone,
            },
        )?;
    }
    Ok(())
}

/// A school by id.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get(tx: &ReadTx<'_>, id: SchoolId) -> Result<School, StoreError> {
    tx.one(GET, named_params! { ":id": id.get() }, |row| from_row(tx, row))?
        .ok_or(StoreError::NotFound { entity: Entity::School, id: id.get() })
}

/// Every school, in the Finnish order of their names.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &ReadTx<'_>) -> Result<Vec<SchoolListed>, StoreError> {
    tx.all(LIST, [], |row| {
        Ok(SchoolListed {
            school: from_row(tx, row)?,
            newest_year: row.get("newest_year")?,
            subjects: row.get("subjects")?,
            latest_job_on: row.get("latest_job_on")?,
        })
    })
}

/// Adds a school.
///
/// # Errors
/// When the database refuses.
pub fn insert(tx: &mut WriteTx<'_>, fields: &SchoolFields) -> Result<SchoolId, StoreError> {
    let values = named_params! {
        ":name": fields.name, ":kind": fields.kind.code(), ":street": fields.street,
        ":postal_code": fields.postal_code, ":town": fields.town, ":language": fields.language.code(),
        ":agreement_on": fields.agreement_on, ":agreement": fields.agreement, ":note": fields.note,
        ":sort_key": alphabet::sort_key(&fields.name, "")?,
    };
    let id = SchoolId(tx.insert(INSERT, values)?);
    put_contacts(tx, id, &fields.contacts)?;
    tx.note(Entity::School, id.get());
    Ok(id)
}

/// Changes a school.
///
/// # Errors
/// [`StoreError::Stale`] when `rev` is not the stored one, [`StoreError::NotFound`] when there is none.
pub fn update(tx: &mut WriteTx<'_>, id: SchoolId, rev: i64, fields: &SchoolFields) -> Result<(), StoreError> {
    let values = named_params! {
        ":id": id.get(), ":rev": rev, ":name": fields.name, ":kind": fields.kind.code(),
        ":street": fields.street, ":postal_code": fields.postal_code, ":town": fields.town,
        ":language": fields.language.code(), ":agreement_on": fields.agreement_on, ":agreement": fields.agreement,
        ":note": fields.note, ":sort_key": alphabet::sort_key(&fields.name, "")?,
    };
    if tx.run(UPDATE, values)? == 0 {
        get(tx, id)?;
        return Err(StoreError::Stale { entity: Entity::School, id: id.get() });
    }
    put_contacts(tx, id, &fields.contacts)?;
    tx.note(Entity::School, id.get());
    Ok(())
}
