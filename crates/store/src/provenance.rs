//! From where the text of a field comes: one row a field of a person.

use domain::Instant;
use domain::ids::StaffMemberId;
use domain::provenance::{FieldProvenance, FieldSource, SourcedRecord};
use rusqlite::{Row, named_params};

use crate::statements::statements;
use crate::{ReadTx, StoreError, WriteTx};

statements! {
    PUT = "INSERT INTO field_sources (record, record_id, field, source, at, staff_id)
        VALUES (:record, :record_id, :field, :source, :at, :staff_id)
        ON CONFLICT (record, record_id, field)
        DO UPDATE SET source = excluded.source, at = excluded.at, staff_id = excluded.staff_id";
    LIST = "SELECT field, source, at, staff_id FROM field_sources
        WHERE record = :record AND record_id = :record_id
        ORDER BY field";
    DELETE = "DELETE FROM field_sources WHERE record = :record AND record_id = :record_id AND field = :field";
    DELETE_ALL = "DELETE FROM field_sources WHERE record = :record AND record_id = :record_id";
}

fn from_row(row: &Row<'_>) -> Result<FieldProvenance, StoreError> {
    let source: String = row.get("source")?;
    Ok(FieldProvenance {
        field: row.get("field")?,
        source: FieldSource::from_code(&source)
            .ok_or(StoreError::UnknownValue { column: "field_sources.source" })?,
        at: Instant(row.get("at")?),
        staff_id: row.get::<_, Option<i64>>("staff_id")?.map(StaffMemberId),
    })
}

/// Where the fields of a record come from, as far as is known.
///
/// # Errors
/// When the database fails.
pub fn list(tx: &ReadTx<'_>, record: SourcedRecord, id: i64) -> Result<Vec<FieldProvenance>, StoreError> {
    tx.all(LIST, named_params! { ":record": record.code(), ":record_id": id }, from_row)
}

/// Notes where fields come from, that whoever is signed in stored just now.
///
/// # Errors
/// When the database refuses.
pub fn put<'a>(
    tx: &mut WriteTx<'_>,
    record: SourcedRecord,
    id: i64,
    fields: impl IntoIterator<Item = &'a str>,
    source: FieldSource,
    staff_id: Option<StaffMemberId>,
) -> Result<(), StoreError> {
    let at = tx.now().millis();
    for field in fields {
        let values = named_params! {
            ":record": record.code(), ":record_id": id, ":field": field, ":source": source.code(), ":at": at,
            ":staff_id": staff_id.map(StaffMemberId::get),
        };
        tx.run(PUT, values)?;
    }
    Ok(())
}

/// Nobody knows any more where a field comes from.
///
/// # Errors
/// When the database refuses.
pub fn forget(tx: &mut WriteTx<'_>, record: SourcedRecord, id: i64, field: &str) -> Result<(), StoreError> {
    let values = named_params! { ":record": record.code(), ":record_id": id, ":field": field };
    tx.run(DELETE, values)?;
    Ok(())
}

/// The record is gone.
///
/// # Errors
/// When the database refuses.
pub fn forget_all(tx: &mut WriteTx<'_>, record: SourcedRecord, id: i64) -> Result<(), StoreError> {
    tx.run(DELETE_ALL, named_params! { ":record": record.code(), ":record_id": id })?;
    Ok(())
}
