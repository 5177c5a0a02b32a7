//! Class lists that were read: what each brought, what it changed, and how a school's headings are meant.

use domain::ids::{RosterImportId, SchoolId};
use domain::school::SchoolYear;
use domain::{Entity, Instant};
use rusqlite::{Row, named_params};

use crate::statements::statements;
use crate::{ReadTx, StoreError, WriteTx};

macro_rules! columns {
    ($rest:literal) => {
        concat!(
            "SELECT r.id, r.school_id, r.school_year, r.file_name, r.added, r.changed, r.unchanged, r.left_list,
                r.left_out, r.personal_codes, r.imported_at, r.undone_at
            FROM roster_imports AS r ",
            $rest
        )
    };
}

statements! {
    INSERT = "INSERT INTO roster_imports (
            school_id, school_year, file_name, added, changed, unchanged, left_list, left_out, personal_codes,
            imported_at
        ) VALUES (
            :school_id, :school_year, :file_name, :added, :changed, :unchanged, :left_list, :left_out,
            :personal_codes, :now
        ) RETURNING id";
    SET_COUNTS = "UPDATE roster_imports SET
            added = :added, changed = :changed, unchanged = :unchanged, left_list = :left_list
        WHERE id = :id";
    SET_UNDONE = "UPDATE roster_imports SET undone_at = :now WHERE id = :id AND undone_at IS NULL";
    GET = columns!("WHERE r.id = :id");
    OF_SCHOOL = columns!("WHERE r.school_id = :school_id ORDER BY r.id DESC");
    INSERT_ISSUE = "INSERT INTO roster_import_issues (import_id, row_number, field, reason, is_left_out)
        VALUES (:import_id, :row_number, :field, :reason, :is_left_out)";
    ISSUES = "SELECT row_number, field, reason, is_left_out FROM roster_import_issues
        WHERE import_id = :import_id ORDER BY id";
    INSERT_CHANGE = "INSERT INTO roster_changes (
            import_id, record, record_id, field, before, source_before, after, rev_after
        ) VALUES (:import_id, :record, :record_id, :field, :before, :source_before, :after, :rev_after)";
    CHANGES = "SELECT record, record_id, field, before, source_before, after, rev_after FROM roster_changes
        WHERE import_id = :import_id ORDER BY id DESC";
    DELETE_CHANGES = "DELETE FROM roster_changes WHERE import_id = :import_id";
    DEPENDENTS = "SELECT 1 AS one
        FROM roster_changes AS c
        LEFT JOIN subjects AS s ON c.record = 'subject' AND s.id = c.record_id
        LEFT JOIN customers AS k ON c.record = 'customer' AND k.id = c.record_id
        LEFT JOIN group_memberships AS m ON c.record = 'group_membership' AND m.id = c.record_id
        WHERE c.import_id = :import_id AND (
            (c.record = 'subject' AND (s.id IS NULL OR s.rev <> c.rev_after))
            OR (c.record = 'customer' AND (k.id IS NULL OR k.rev <> c.rev_after))
            OR (c.record = 'group_membership' AND (m.id IS NULL OR (c.field <> 'position' AND m.left_on <> c.after)))
            OR (c.record = 'subject' AND c.field = '' AND (
                EXISTS (SELECT 1 FROM camera_cards AS d WHERE d.subject_id = c.record_id)
                OR EXISTS (SELECT 1 FROM matching_edits AS d WHERE d.subject_id = c.record_id)
                OR EXISTS (SELECT 1 FROM image_choices AS d WHERE d.subject_id = c.record_id)
                OR EXISTS (SELECT 1 FROM group_photo_places AS d WHERE d.subject_id = c.record_id)
                OR EXISTS (
                    SELECT 1 FROM guardianships AS d WHERE d.subject_id = c.record_id AND NOT EXISTS (
                        SELECT 1 FROM roster_changes AS o
                        WHERE o.import_id = c.import_id AND o.record = 'guardianship' AND o.record_id = d.id
                    )
                )
                OR EXISTS (
                    SELECT 1 FROM group_memberships AS d WHERE d.subject_id = c.record_id AND NOT EXISTS (
                        SELECT 1 FROM roster_changes AS o
                        WHERE o.import_id = c.import_id AND o.record = 'group_membership' AND o.record_id = d.id
                    )
                )
            ))
            OR (c.record = 'customer' AND c.field = '' AND (
                EXISTS (SELECT 1 FROM orders AS d WHERE d.customer_id = c.record_id)
                OR EXISTS (SELECT 1 FROM consents AS d WHERE d.customer_id = c.record_id)
                OR EXISTS (
                    SELECT 1 FROM guardianships AS d WHERE d.customer_id = c.record_id AND NOT EXISTS (
                        SELECT 1 FROM roster_changes AS o
                        WHERE o.import_id = c.import_id AND o.record = 'guardianship' AND o.record_id = d.id
                    )
                )
            ))
            OR (c.record = 'subject_group' AND c.field = '' AND (
                EXISTS (SELECT 1 FROM camera_cards AS d WHERE d.group_id = c.record_id)
                OR EXISTS (SELECT 1 FROM matching_edits AS d WHERE d.group_id = c.record_id)
                OR EXISTS (
                    SELECT 1 FROM group_memberships AS d WHERE d.group_id = c.record_id AND NOT EXISTS (
                        SELECT 1 FROM roster_changes AS o
                        WHERE o.import_id = c.import_id AND o.record = 'group_membership' AND o.record_id = d.id
                    )
                )
            ))
        )
        LIMIT 1";
    HEADINGS = "SELECT heading, field FROM roster_headings WHERE school_id = :school_id";
    PUT_HEADING = "INSERT INTO roster_headings (school_id, heading, field)
        VALUES (:school_id, :heading, :field)
        ON CONFLICT (school_id, heading) DO UPDATE SET field = excluded.field";
}

/// How many rows of a class list did what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RosterCounts {
    /// Brought somebody new.
    pub added: u32,
    /// Changed what was known.
    pub changed: u32,
    /// Said what was known.
    pub unchanged: u32,
    /// Are missing: who was on the list before and is no more.
    pub left: u32,
}

/// A class list as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterImport {
    /// Row id.
    pub id: RosterImportId,
    /// Its school.
    pub school_id: SchoolId,
    /// Its year.
    pub school_year: SchoolYear,
    /// Name of the file.
    pub file_name: String,
    /// What its rows did.
    pub counts: RosterCounts,
    /// Rows that were left out.
    pub left_out: u32,
    /// Personal identity codes that were dropped.
    pub personal_codes: u32,
    /// When.
    pub imported_at: Instant,
    /// When it was taken back.
    pub undone_at: Option<Instant>,
}

/// What was wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterIssueRow {
    /// Row of the file, from 1.
    pub row_number: u32,
    /// Code of the field, empty when it is about the whole row.
    pub field: String,
    /// Code of the reason.
    pub reason: String,
    /// Whether the row was left out for it.
    pub is_left_out: bool,
}

/// What kind of record an import changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RosterRecord {
    /// A class.
    Group,
    /// Somebody who is photographed.
    Subject,
    /// A guardian.
    Customer,
    /// A place in a class list.
    Membership,
    /// That somebody is a guardian.
    Guardianship,
}

impl RosterRecord {
    const ALL: [Self; 5] = [Self::Group, Self::Subject, Self::Customer, Self::Membership, Self::Guardianship];

    const fn code(self) -> &'static str {
        match self {
            Self::Group => "subject_group",
            Self::Subject => "subject",
            Self::Customer => "customer",
            Self::Membership => "group_membership",
            Self::Guardianship => "guardianship",
        }
    }
}

/// One thing that an import did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterChange {
    /// To what kind of record.
    pub record: RosterRecord,
    /// Row id.
    pub record_id: i64,
    /// Which field; empty when the record was made.
    pub field: String,
    /// The text before.
    pub before: String,
    /// Code of where that text came from; empty when nobody knows.
    pub source_before: String,
    /// Of places in class lists: the text that the import left.
    pub after: String,
    /// The record's version as the import left it; 0 for records without one.
    pub rev_after: i64,
}

fn from_row(row: &Row<'_>) -> Result<RosterImport, StoreError> {
    Ok(RosterImport {
        id: RosterImportId(row.get("id")?),
        school_id: SchoolId(row.get("school_id")?),
        school_year: SchoolYear(row.get("school_year")?),
        file_name: row.get("file_name")?,
        counts: RosterCounts {
            added: row.get("added")?,
            changed: row.get("changed")?,
            unchanged: row.get("unchanged")?,
            left: row.get("left_list")?,
        },
        left_out: row.get("left_out")?,
        personal_codes: row.get("personal_codes")?,
        imported_at: Instant(row.get("imported_at")?),
        undone_at: row.get::<_, Option<i64>>("undone_at")?.map(Instant),
    })
}

/// An import by id.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn get(tx: &ReadTx<'_>, id: RosterImportId) -> Result<RosterImport, StoreError> {
    tx.one(GET, named_params! { ":id": id.get() }, from_row)?
        .ok_or(StoreError::NotFound { entity: Entity::School, id: id.get() })
}

/// The class lists of a school, the latest first.
///
/// # Errors
/// When the database fails.
pub fn of_school(tx: &ReadTx<'_>, school_id: SchoolId) -> Result<Vec<RosterImport>, StoreError> {
    tx.all(OF_SCHOOL, named_params! { ":school_id": school_id.get() }, from_row)
}

/// Notes that a class list is being read; what it did comes with [`set_counts`].
///
/// # Errors
/// When the database refuses.
pub fn insert(
    tx: &mut WriteTx<'_>,
    school_id: SchoolId,
    year: SchoolYear,
    file_name: &str,
    left_out: u32,
    personal_codes: u32,
) -> Result<RosterImportId, StoreError> {
    let values = named_params! {
        ":school_id": school_id.get(), ":school_year": year.0, ":file_name": file_name, ":added": 0,
        ":changed": 0, ":unchanged": 0, ":left_list": 0, ":left_out": left_out,
        ":personal_codes": personal_codes, ":now": tx.now().millis(),
    };
    let id = tx.insert(INSERT, values)?;
    tx.note(Entity::School, school_id.get());
    Ok(RosterImportId(id))
}

/// What its rows did.
///
/// # Errors
/// When the database refuses.
pub fn set_counts(tx: &mut WriteTx<'_>, id: RosterImportId, counts: RosterCounts) -> Result<(), StoreError> {
    let values = named_params! {
        ":id": id.get(), ":added": counts.added, ":changed": counts.changed, ":unchanged": counts.unchanged,
        ":left_list": counts.left,
    };
    tx.run(SET_COUNTS, values)?;
    Ok(())
}

/// Notes that an import was taken back, and forgets what it had changed; false when it was taken back before.
///
/// # Errors
/// When the database refuses.
pub fn set_undone(tx: &mut WriteTx<'_>, import: &RosterImport) -> Result<bool, StoreError> {
    let values = named_params! { ":id": import.id.get(), ":now": tx.now().millis() };
    let is_first = tx.run(SET_UNDONE, values)? > 0;
    tx.run(DELETE_CHANGES, named_params! { ":import_id": import.id.get() })?;
    tx.note(Entity::School, import.school_id.get());
    Ok(is_first)
}

/// Notes what was wrong with a row.
///
/// # Errors
/// When the database refuses.
pub fn insert_issue(
    tx: &mut WriteTx<'_>,
    id: RosterImportId,
    issue: &RosterIssueRow,
) -> Result<(), StoreError> {
    let values = named_params! {
        ":import_id": id.get(), ":row_number": issue.row_number, ":field": issue.field,
        ":reason": issue.reason, ":is_left_out": issue.is_left_out,
    };
    tx.run(INSERT_ISSUE, values)?;
    Ok(())
}

/// What was wrong with rows of an import.
///
/// # Errors
/// When the database fails.
pub fn issues(tx: &ReadTx<'_>, id: RosterImportId) -> Result<Vec<RosterIssueRow>, StoreError> {
    tx.all(ISSUES, named_params! { ":import_id": id.get() }, |row| {
        Ok(RosterIssueRow {
            row_number: row.get("row_number")?,
            field: row.get("field")?,
            reason: row.get("reason")?,
            is_left_out: row.get("is_left_out")?,
        })
    })
}

/// Notes one thing that an import did.
///
/// # Errors
/// When the database refuses.
pub fn insert_change(
    tx: &mut WriteTx<'_>,
    id: RosterImportId,
    change: &RosterChange,
) -> Result<(), StoreError> {
    let values = named_params! {
        ":import_id": id.get(), ":record": change.record.code(), ":record_id": change.record_id,
        ":field": change.field, ":before": change.before, ":source_before": change.source_before, ":after": change.after,
        ":rev_after": change.rev_after,
    };
    tx.run(INSERT_CHANGE, values)?;
    Ok(())
}

/// What an import did, the last first.
///
/// # Errors
/// When the database fails.
pub fn changes(tx: &ReadTx<'_>, id: RosterImportId) -> Result<Vec<RosterChange>, StoreError> {
    tx.all(CHANGES, named_params! { ":import_id": id.get() }, |row| {
        let record: String = row.get("record")?;
        Ok(RosterChange {
            record: RosterRecord::ALL
                .into_iter()
                .find(|known| known.code() == record)
                .ok_or(StoreError::UnknownValue { column: "roster_changes.record" })?,
            record_id: row.get("record_id")?,
            field: row.get("field")?,
            before: row.get("before")?,
            source_before: row.get("source_before")?,
            after: row.get("after")?,
            rev_after: row.get("rev_after")?,
        })
    })
}

/// Whether something that came later rests on what an import did.
///
/// # Errors
/// When the database fails.
pub fn has_dependents(tx: &ReadTx<'_>, id: RosterImportId) -> Result<bool, StoreError> {
    Ok(tx.one(DEPENDENTS, named_params! { ":import_id": id.get() }, |_| Ok(()))?.is_some())
}

/// How a school's headings were meant the last time: heading and code of the field, empty for a column left out.
///
/// # Errors
/// When the database fails.
pub fn headings(tx: &ReadTx<'_>, school_id: SchoolId) -> Result<Vec<(String, String)>, StoreError> {
    tx.all(HEADINGS, named_params! { ":school_id": school_id.get() }, |row| {
        Ok((row.get("heading")?, row.get("field")?))
    })
}

/// Remembers how a heading is meant.
///
/// # Errors
/// When the database refuses.
pub fn put_heading(
    tx: &mut WriteTx<'_>,
    school_id: SchoolId,
    heading: &str,
    field: &str,
) -> Result<(), StoreError> {
    let values = named_params! { ":school_id": school_id.get(), ":heading": heading, ":field": field };
    tx.run(PUT_HEADING, values)?;
    Ok(())
}
