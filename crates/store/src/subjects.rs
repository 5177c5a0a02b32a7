//! Those who are photographed, and their guardians.
//!
//! Deliberately not here: class lists (`subject_groups`) and who may see whom. Invariant: nothing here hides anything;
//! an order of protection is a fact that callers heed.

use std::collections::{HashMap, HashSet};

use domain::ids::{CustomerId, SchoolId, SubjectId};
use domain::protection::Protection;
use domain::school::SchoolYear;
use domain::subject::{Guardianship, Subject, SubjectFields};
use domain::{Entity, Instant};
use rusqlite::{Row, named_params};

use crate::customers::alphabet;
use crate::protection;
use crate::statements::statements;
use crate::{ReadTx, StoreError, WriteTx};

macro_rules! columns {
    ($rest:literal) => {
        concat!(
            "SELECT s.id, s.school_id, s.last_name, s.first_name, s.call_name, s.source_id, s.born_on, s.street,
                s.postal_code, s.town, s.phone, s.email, s.language, s.photo_permission,
                s.publication_permission, s.protected_at, s.protected_by, s.protection_review_on, s.updated_at,
                s.rev
            FROM ",
            $rest
        )
    };
}

statements! {
    INSERT = "INSERT INTO subjects (
            school_id, last_name, first_name, call_name, source_id, born_on, street, postal_code, town, phone,
            email, language, photo_permission, publication_permission, sort_key, created_at, updated_at
        ) VALUES (
            :school_id, :last_name, :first_name, :call_name, :source_id, :born_on, :street, :postal_code, :town,
            :phone, :email, :language, :photo_permission, :publication_permission, :sort_key, :now, :now
        ) RETURNING id";
    UPDATE = "UPDATE subjects SET
            last_name = :last_name, first_name = :first_name, call_name = :call_name, source_id = :source_id,
            born_on = :born_on, street = :street, postal_code = :postal_code, town = :town, phone = :phone,
            email = :email, language = :language, photo_permission = :photo_permission,
            publication_permission = :publication_permission, sort_key = :sort_key, updated_at = :now,
            rev = rev + 1
        WHERE id = :id AND rev = :rev";
    PROTECT = "UPDATE subjects SET
            protected_at = :at, protected_by = :staff_id, protection_review_on = :review_on, rev = rev + 1
        WHERE id = :id AND rev = :rev";
    DELETE = "DELETE FROM subjects WHERE id = :id";
    GET = columns!("subjects AS s WHERE s.id = :id");
    OF_YEAR = columns!(
        "subject_groups AS g
        CROSS JOIN group_memberships AS m ON m.group_id = g.id
        CROSS JOIN subjects AS s ON s.id = m.subject_id
        WHERE g.school_id = :school_id AND g.school_year = :school_year
        GROUP BY s.id
        ORDER BY s.sort_key, s.id"
    );
    WITH_SOURCE_ID = columns!(
        "subjects AS s WHERE s.school_id = :school_id AND s.source_id <> '' ORDER BY s.source_id, s.id"
    );
    OF_LATER_YEARS [scans "a school's later lists are gathered once"] = "SELECT DISTINCT m.subject_id
        FROM subject_groups AS g
        CROSS JOIN group_memberships AS m ON m.group_id = g.id
        WHERE g.school_id = :school_id AND g.school_year > :school_year";
    GUARDIANS = "SELECT customer_id, subject_id, position FROM guardianships WHERE subject_id = :subject_id
        ORDER BY position, id";
    CHILDREN = "SELECT customer_id, subject_id, position FROM guardianships WHERE customer_id = :customer_id
        ORDER BY subject_id";
    LAST_GUARDIAN = "SELECT coalesce(max(position), 0) AS position FROM guardianships
        WHERE subject_id = :subject_id";
    GUARDIAN_COUNTS [scans "a school's guardianships are gathered once"] = "SELECT m.subject_id, count(DISTINCT h.id) AS guardians
        FROM subject_groups AS g
        CROSS JOIN group_memberships AS m ON m.group_id = g.id
        CROSS JOIN guardianships AS h ON h.subject_id = m.subject_id
        WHERE g.school_id = :school_id AND g.school_year = :school_year
        GROUP BY m.subject_id";
    INSERT_GUARDIAN = "INSERT INTO guardianships (subject_id, customer_id, position)
        VALUES (:subject_id, :customer_id, :position)
        RETURNING id";
    DELETE_GUARDIAN = "DELETE FROM guardianships WHERE subject_id = :subject_id AND customer_id = :customer_id";
    DELETE_GUARDIANSHIP = "DELETE FROM guardianships WHERE id = :id";
}

fn from_row(row: &Row<'_>) -> Result<Subject, StoreError> {
    let mut fields = SubjectFields::default();
    for name in SubjectFields::default().texts().map(|(name, _)| name) {
        let text: String = row.get(name)?;
        if !fields.set(name, &text) {
            return Err(StoreError::UnknownValue { column: "subjects" });
        }
    }
    Ok(Subject {
        id: SubjectId(row.get("id")?),
        school_id: SchoolId(row.get("school_id")?),
        fields,
        protection: protection::from_row(row)?,
        updated_at: Instant(row.get("updated_at")?),
        rev: row.get("rev")?,
    })
}

fn guardian_from_row(row: &Row<'_>) -> Result<Guardianship, StoreError> {
    Ok(Guardianship {
        customer_id: CustomerId(row.get("customer_id")?),
        subject_id: SubjectId(row.get("subject_id")?),
        position: row.get("position")?,
    })
}

/// Somebody by id.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get(tx: &ReadTx<'_>, id: SubjectId) -> Result<Subject, StoreError> {
    tx.one(GET, named_params! { ":id": id.get() }, from_row)?
        .ok_or(StoreError::NotFound { entity: Entity::Subject, id: id.get() })
}

/// Everybody who is or was on a class list of a school in a year, once each, in the Finnish order of their names.
///
/// # Errors
/// When the database fails.
pub fn of_year(tx: &ReadTx<'_>, school_id: SchoolId, year: SchoolYear) -> Result<Vec<Subject>, StoreError> {
    tx.all(OF_YEAR, named_params! { ":school_id": school_id.get(), ":school_year": year.0 }, from_row)
}

/// The same, by row id.
///
/// # Errors
/// As [`of_year`].
pub fn of_year_by_id(
    tx: &ReadTx<'_>,
    school_id: SchoolId,
    year: SchoolYear,
) -> Result<HashMap<SubjectId, Subject>, StoreError> {
    Ok(of_year(tx, school_id, year)?.into_iter().map(|subject| (subject.id, subject)).collect())
}

/// Those to whom a school ever gave a number, by that number, oldest first. Schools give numbers anew: the same one need
/// not be the same person.
///
/// # Errors
/// When the database fails.
pub fn with_source_id(tx: &ReadTx<'_>, school_id: SchoolId) -> Result<Vec<Subject>, StoreError> {
    tx.all(WITH_SOURCE_ID, named_params! { ":school_id": school_id.get() }, from_row)
}

/// Who is on a class list of a year after this one.
///
/// # Errors
/// When the database fails.
pub fn of_later_years(
    tx: &ReadTx<'_>,
    school_id: SchoolId,
    year: SchoolYear,
) -> Result<HashSet<SubjectId>, StoreError> {
    let values = named_params! { ":school_id": school_id.get(), ":school_year": year.0 };
    let found = tx.all(OF_LATER_YEARS, values, |row| Ok(SubjectId(row.get("subject_id")?)))?;
    Ok(found.into_iter().collect())
}

/// Adds somebody.
///
/// # Errors
/// When the database refuses.
pub fn insert(
    tx: &mut WriteTx<'_>,
    school_id: SchoolId,
    fields: &SubjectFields,
) -> Result<SubjectId, StoreError> {
    let values = named_params! {
        ":school_id": school_id.get(), ":last_name": fields.last_name, ":first_name": fields.first_name,
        ":call_name": fields.call_name, ":source_id": fields.source_id, ":born_on": fields.born_on,
        ":street": fields.street, ":postal_code": fields.postal_code, ":town": fields.town,
        ":phone": fields.phone, ":email": fields.email, ":language": fields.language.code(),
        ":photo_permission": fields.photo_permission.code(),
        ":publication_permission": fields.publication_permission.code(),
        ":sort_key": alphabet::sort_key(&fields.last_name, &fields.first_name)?, ":now": tx.now().millis(),
    };
    let id = tx.insert(INSERT, values)?;
    tx.note(Entity::Subject, id);
    Ok(SubjectId(id))
}

/// Changes somebody's details.
///
/// # Errors
/// [`StoreError::Stale`] when `rev` is not the stored one, [`StoreError::NotFound`] when there is none.
pub fn update(
    tx: &mut WriteTx<'_>,
    id: SubjectId,
    rev: i64,
    fields: &SubjectFields,
) -> Result<(), StoreError> {
    let values = named_params! {
        ":id": id.get(), ":rev": rev, ":last_name": fields.last_name, ":first_name": fields.first_name,
        ":call_name": fields.call_name, ":source_id": fields.source_id, ":born_on": fields.born_on,
        ":street": fields.street, ":postal_code": fields.postal_code, ":town": fields.town,
        ":phone": fields.phone, ":email": fields.email, ":language": fields.language.code(),
        ":photo_permission": fields.photo_permission.code(),
        ":publication_permission": fields.publication_permission.code(),
        ":sort_key": alphabet::sort_key(&fields.last_name, &fields.first_name)?, ":now": tx.now().millis(),
    };
    let changed = tx.run(UPDATE, values)?;
    updated(tx, id, changed)
}

/// Notes an order of protection, or that it ended.
///
/// # Errors
/// As [`update`].
pub fn protect(
    tx: &mut WriteTx<'_>,
    id: SubjectId,
    rev: i64,
    protection: Option<&Protection>,
) -> Result<(), StoreError> {
    let values = protection::Values::of(protection);
    let values = named_params! {
        ":id": id.get(), ":rev": rev, ":at": values.at, ":staff_id": values.staff_id,
        ":review_on": values.review_on,
    };
    let changed = tx.run(PROTECT, values)?;
    updated(tx, id, changed)
}

fn updated(tx: &mut WriteTx<'_>, id: SubjectId, changed: usize) -> Result<(), StoreError> {
    if changed == 0 {
        get(tx, id)?;
        return Err(StoreError::Stale { entity: Entity::Subject, id: id.get() });
    }
    tx.note(Entity::Subject, id.get());
    Ok(())
}

/// Takes back somebody whom nothing refers to.
///
/// # Errors
/// When something does.
pub fn delete(tx: &mut WriteTx<'_>, id: SubjectId) -> Result<(), StoreError> {
    tx.run(DELETE, named_params! { ":id": id.get() })?;
    tx.note(Entity::Subject, id.get());
    Ok(())
}

/// A child's guardians in their order.
///
/// # Errors
/// When the database fails.
pub fn guardians(tx: &ReadTx<'_>, id: SubjectId) -> Result<Vec<Guardianship>, StoreError> {
    tx.all(GUARDIANS, named_params! { ":subject_id": id.get() }, guardian_from_row)
}

/// How many guardians those on the class lists of a school year have; who has none is not there.
///
/// # Errors
/// When the database fails.
pub fn guardian_counts(
    tx: &ReadTx<'_>,
    school_id: SchoolId,
    year: SchoolYear,
) -> Result<HashMap<SubjectId, u32>, StoreError> {
    let values = named_params! { ":school_id": school_id.get(), ":school_year": year.0 };
    let counts = tx
        .all(GUARDIAN_COUNTS, values, |row| Ok((SubjectId(row.get("subject_id")?), row.get("guardians")?)))?;
    Ok(counts.into_iter().collect())
}

/// The children of whom a customer is a guardian.
///
/// # Errors
/// When the database fails.
pub fn children(tx: &ReadTx<'_>, id: CustomerId) -> Result<Vec<Guardianship>, StoreError> {
    tx.all(CHILDREN, named_params! { ":customer_id": id.get() }, guardian_from_row)
}

/// Makes a customer a guardian, after those that there are; gives the row's id.
///
/// # Errors
/// [`StoreError::NotUnique`] when they are one already.
pub fn add_guardian(
    tx: &mut WriteTx<'_>,
    subject_id: SubjectId,
    customer_id: CustomerId,
) -> Result<i64, StoreError> {
    let last = tx.one(LAST_GUARDIAN, named_params! { ":subject_id": subject_id.get() }, |row| {
        Ok(row.get::<_, u32>("position")?)
    })?;
    let values = named_params! {
        ":subject_id": subject_id.get(), ":customer_id": customer_id.get(),
        ":position": last.unwrap_or(0).saturating_add(1),
    };
    let id = tx.insert(INSERT_GUARDIAN, values)?;
    tx.note(Entity::Subject, subject_id.get());
    tx.note(Entity::Customer, customer_id.get());
    Ok(id)
}

/// A customer is a guardian no more; true when they were one.
///
/// # Errors
/// When the database refuses.
pub fn remove_guardian(
    tx: &mut WriteTx<'_>,
    subject_id: SubjectId,
    customer_id: CustomerId,
) -> Result<bool, StoreError> {
    let values = named_params! { ":subject_id": subject_id.get(), ":customer_id": customer_id.get() };
    let removed = tx.run(DELETE_GUARDIAN, values)?;
    tx.note(Entity::Subject, subject_id.get());
    tx.note(Entity::Customer, customer_id.get());
    Ok(removed > 0)
}

/// Takes back that somebody was made a guardian.
///
/// # Errors
/// When the database refuses.
pub fn remove_guardianship(tx: &mut WriteTx<'_>, id: i64) -> Result<(), StoreError> {
    tx.run(DELETE_GUARDIANSHIP, named_params! { ":id": id })?;
    Ok(())
}
