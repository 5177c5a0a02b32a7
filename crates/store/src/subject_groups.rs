//! Classes within a school year, and who is on their lists.
//!
//! Invariant: a list of another year is never touched: a class belongs to one school year.

use domain::Entity;
use domain::ids::{SchoolId, SubjectGroupId, SubjectId};
use domain::school::{SchoolYear, SubjectGroup};
use domain::subject::GroupMembership;
use rusqlite::{Row, named_params};

use crate::statements::statements;
use crate::{ReadTx, StoreError, WriteTx};

statements! {
    INSERT = "INSERT INTO subject_groups (school_id, school_year, name, teacher)
        VALUES (:school_id, :school_year, :name, :teacher)
        RETURNING id";
    SET_TEACHER = "UPDATE subject_groups SET teacher = :teacher, rev = rev + 1 WHERE id = :id";
    DELETE = "DELETE FROM subject_groups WHERE id = :id";
    GET = "SELECT id, school_id, school_year, name, teacher, rev FROM subject_groups WHERE id = :id";
    FIND = "SELECT id, school_id, school_year, name, teacher, rev FROM subject_groups
        WHERE school_id = :school_id AND school_year = :school_year AND name = :name";
    LIST = "SELECT id, school_id, school_year, name, teacher, rev FROM subject_groups
        WHERE school_id = :school_id AND school_year = :school_year
        ORDER BY name";
    YEARS = "SELECT DISTINCT school_year FROM subject_groups WHERE school_id = :school_id
        ORDER BY school_year DESC";
    MEMBERS = "SELECT m.id, m.group_id, m.subject_id, m.position, m.left_on
        FROM group_memberships AS m
        WHERE m.group_id = :group_id
        ORDER BY m.position, m.id";
    FIND_MEMBER = "SELECT id, group_id, subject_id, position, left_on FROM group_memberships
        WHERE subject_id = :subject_id AND group_id = :group_id";
    GET_MEMBER = "SELECT id, group_id, subject_id, position, left_on FROM group_memberships WHERE id = :id";
    OF_SUBJECT = "SELECT m.id, m.group_id, m.subject_id, m.position, m.left_on
        FROM group_memberships AS m
        CROSS JOIN subject_groups AS g ON g.id = m.group_id
        WHERE m.subject_id = :subject_id
        ORDER BY g.school_year DESC, m.left_on, m.id";
    LAST_POSITION = "SELECT coalesce(max(position), 0) AS position FROM group_memberships
        WHERE group_id = :group_id";
    INSERT_MEMBER = "INSERT INTO group_memberships (group_id, subject_id, position)
        VALUES (:group_id, :subject_id, :position)
        RETURNING id";
    SET_MEMBER = "UPDATE group_memberships SET position = :position, left_on = :left_on WHERE id = :id";
    DELETE_MEMBER = "DELETE FROM group_memberships WHERE id = :id";
}

/// Somebody's place in a class list, with the row that holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MembershipRow {
    /// Row id.
    pub id: i64,
    /// The place.
    pub membership: GroupMembership,
}

fn from_row(row: &Row<'_>) -> Result<SubjectGroup, StoreError> {
    Ok(SubjectGroup {
        id: SubjectGroupId(row.get("id")?),
        school_id: SchoolId(row.get("school_id")?),
        school_year: SchoolYear(row.get("school_year")?),
        name: row.get("name")?,
        teacher: row.get("teacher")?,
        rev: row.get("rev")?,
    })
}

fn member_from_row(row: &Row<'_>) -> Result<MembershipRow, StoreError> {
    Ok(MembershipRow {
        id: row.get("id")?,
        membership: GroupMembership {
            group_id: SubjectGroupId(row.get("group_id")?),
            subject_id: SubjectId(row.get("subject_id")?),
            position: row.get("position")?,
            left_on: row.get("left_on")?,
        },
    })
}

/// A class by id.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get(tx: &ReadTx<'_>, id: SubjectGroupId) -> Result<SubjectGroup, StoreError> {
    tx.one(GET, named_params! { ":id": id.get() }, from_row)?
        .ok_or(StoreError::NotFound { entity: Entity::SubjectGroup, id: id.get() })
}

/// A class by its name, if there is one.
///
/// # Errors
/// When the database fails.
pub fn find(
    tx: &ReadTx<'_>,
    school_id: SchoolId,
    year: SchoolYear,
    name: &str,
) -> Result<Option<SubjectGroup>, StoreError> {
    let values = named_params! { ":school_id": school_id.get(), ":school_year": year.0, ":name": name };
    tx.one(FIND, values, from_row)
}

/// The classes of a school in a year; the order of their names is the caller's.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &ReadTx<'_>, school_id: SchoolId, year: SchoolYear) -> Result<Vec<SubjectGroup>, StoreError> {
    tx.all(LIST, named_params! { ":school_id": school_id.get(), ":school_year": year.0 }, from_row)
}

/// The school years of which there are classes, newest first.
///
/// # Errors
/// When the database fails.
pub fn years(tx: &ReadTx<'_>, school_id: SchoolId) -> Result<Vec<SchoolYear>, StoreError> {
    tx.all(YEARS, named_params! { ":school_id": school_id.get() }, |row| {
        Ok(SchoolYear(row.get("school_year")?))
    })
}

/// Adds a class.
///
/// # Errors
/// [`StoreError::NotUnique`] when there is one of that name.
pub fn insert(
    tx: &mut WriteTx<'_>,
    school_id: SchoolId,
    year: SchoolYear,
    name: &str,
    teacher: &str,
) -> Result<SubjectGroupId, StoreError> {
    let values = named_params! {
        ":school_id": school_id.get(), ":school_year": year.0, ":name": name, ":teacher": teacher,
    };
    let id = tx.insert(INSERT, values)?;
    tx.note(Entity::SubjectGroup, id);
    Ok(SubjectGroupId(id))
}

/// Names another teacher.
///
/// # Errors
/// When the database refuses.
pub fn set_teacher(tx: &mut WriteTx<'_>, id: SubjectGroupId, teacher: &str) -> Result<(), StoreError> {
    tx.run(SET_TEACHER, named_params! { ":id": id.get(), ":teacher": teacher })?;
    tx.note(Entity::SubjectGroup, id.get());
    Ok(())
}

/// Takes back a class that nothing refers to.
///
/// # Errors
/// When something does.
pub fn delete(tx: &mut WriteTx<'_>, id: SubjectGroupId) -> Result<(), StoreError> {
    tx.run(DELETE, named_params! { ":id": id.get() })?;
    tx.note(Entity::SubjectGroup, id.get());
    Ok(())
}

/// A class list in its order, also those who left it.
///
/// # Errors
/// When the database fails.
pub fn members(tx: &ReadTx<'_>, id: SubjectGroupId) -> Result<Vec<MembershipRow>, StoreError> {
    tx.all(MEMBERS, named_params! { ":group_id": id.get() }, member_from_row)
}

/// Somebody's place in a class list, if they ever had one.
///
/// # Errors
/// When the database fails.
pub fn find_member(
    tx: &ReadTx<'_>,
    group_id: SubjectGroupId,
    subject_id: SubjectId,
) -> Result<Option<MembershipRow>, StoreError> {
    let values = named_params! { ":subject_id": subject_id.get(), ":group_id": group_id.get() };
    tx.one(FIND_MEMBER, values, member_from_row)
}

/// Somebody's place in a class list by the row that holds it.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get_member(tx: &ReadTx<'_>, id: i64) -> Result<MembershipRow, StoreError> {
    tx.one(GET_MEMBER, named_params! { ":id": id }, member_from_row)?
        .ok_or(StoreError::NotFound { entity: Entity::SubjectGroup, id })
}

/// Every class list that somebody is or was on, the newest year first.
///
/// # Errors
/// When the database fails.
pub fn of_subject(tx: &ReadTx<'_>, id: SubjectId) -> Result<Vec<GroupMembership>, StoreError> {
    tx.all(OF_SUBJECT, named_params! { ":subject_id": id.get() }, |row| Ok(member_from_row(row)?.membership))
}

/// Puts somebody on a class list; without a position at its end. Gives the row's id.
///
/// # Errors
/// [`StoreError::NotUnique`] when they are on it.
pub fn add_member(
    tx: &mut WriteTx<'_>,
    group_id: SubjectGroupId,
    subject_id: SubjectId,
    position: Option<u32>,
) -> Result<i64, StoreError> {
    let position = match position {
        Some(position) => position,
        None => tx
            .one(LAST_POSITION, named_params! { ":group_id": group_id.get() }, |row| {
                Ok(row.get::<_, u32>("position")?)
            })?
            .unwrap_or(0)
            .saturating_add(1),
    };
    let values = named_params! {
        ":group_id": group_id.get(), ":subject_id": subject_id.get(), ":position": position,
    };
    let id = tx.insert(INSERT_MEMBER, values)?;
    tx.note(Entity::SubjectGroup, group_id.get());
    tx.note(Entity::Subject, subject_id.get());
    Ok(id)
}

/// Moves somebody within a class list, lets them leave it on a day, or puts them back with an empty one.
///
/// # Errors
/// When the database refuses.
pub fn set_member(
    tx: &mut WriteTx<'_>,
    row: &MembershipRow,
    position: u32,
    left_on: &str,
) -> Result<(), StoreError> {
    tx.run(SET_MEMBER, named_params! { ":id": row.id, ":position": position, ":left_on": left_on })?;
    tx.note(Entity::SubjectGroup, row.membership.group_id.get());
    tx.note(Entity::Subject, row.membership.subject_id.get());
    Ok(())
}

/// Takes back that somebody was put on a list.
///
/// # Errors
/// When the database refuses.
pub fn remove_member(tx: &mut WriteTx<'_>, id: i64) -> Result<(), StoreError> {
    let MembershipRow { membership, .. } = get_member(tx, id)?;
    tx.run(DELETE_MEMBER, named_params! { ":id": id })?;
    tx.note(Entity::SubjectGroup, membership.group_id.get());
    tx.note(Entity::Subject, membership.subject_id.get());
    Ok(())
}
