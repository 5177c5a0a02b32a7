//! The trail: one row per thing done, each bound to the one before it by its hash.
//!
//! `hash` is SHA-256 over `prev_hash` and the row's own values, each as a length (8 bytes, big-endian) and its
//! bytes; numbers are 8 bytes big-endian, an absent one has length 0. The first row's `prev_hash` is zeros. The
//! values are `at`, `action`, `entity`, `entity_id`, `fields`, `count`, `machine`; a row of `layout` 2 adds
//! `layout`, `id` and `staff_id`. Ids follow each other without gaps.
//!
//! Deliberately not here: a way to change or remove a row; triggers refuse both.

use std::cmp::Reverse;

use domain::ids::{AuditEntryId, StaffMemberId};
use domain::{Action, Entity, Instant};
use rusqlite::{Row, named_params};
use sha2::{Digest, Sha256};

use crate::error::StoreError;
use crate::page::{Page, cursor_number, parse_cursor};
use crate::statements::statements;
use crate::tx::{Actor, Entry, ReadTx, WriteTx};

/// Entries of a span of time, newest first; the row's id decides between two of the same moment.
macro_rules! entries {
    ($narrowed:literal) => {
        concat!(
            "SELECT id, at, action, entity, entity_id, fields, count, machine, staff_id FROM audit_entries
            WHERE ",
            $narrowed,
            "at >= :from_at AND (at, id) < (:before_at, :before_id)
            ORDER BY at DESC, id DESC LIMIT :limit"
        )
    };
}

statements! {
    HEAD [scans "walks the primary key backwards and stops at once"] =
        "SELECT id, hash FROM audit_entries ORDER BY id DESC LIMIT 1";
    AT = "SELECT hash FROM audit_entries WHERE id = :id";
    TOUCHED = "SELECT EXISTS (
            SELECT 1 FROM audit_entries WHERE entity = :entity AND id > :id
        ) AS is_touched";
    INSERT = "INSERT INTO audit_entries
            (id, at, action, entity, entity_id, fields, count, machine, staff_id, layout, prev_hash, hash)
        VALUES
            (:id, :at, :action, :entity, :entity_id, :fields, :count, :machine, :staff_id, :layout, :prev_hash, :hash)";
    LIST = entries!("");
    LIST_OF_ACTION = entries!("action = :action AND ");
    LIST_OF_RECORD = entries!(
        "entity = :entity AND entity_id = :entity_id AND (:staff_id IS NULL OR staff_id = :staff_id)
            AND (:actions = '' OR instr(:actions, ' ' || action || ' ') > 0) AND "
    );
    LIST_OF_STAFF =
        entries!("staff_id = :staff_id AND (:actions = '' OR instr(:actions, ' ' || action || ' ') > 0) AND ");
    CHAIN [scans "the whole trail is checked"] =
        "SELECT id, at, action, entity, entity_id, fields, count, machine, staff_id, layout, prev_hash, hash
        FROM audit_entries ORDER BY id";
}

/// Layout of the rows that are written from now on.
const LAYOUT: i64 = 2;

/// A row of the trail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEntry {
    /// Row id.
    pub id: AuditEntryId,
    /// When.
    pub at: Instant,
    /// What was done.
    pub action: Action,
    /// The kind of record.
    pub entity: Entity,
    /// The record, when it was one.
    pub entity_id: Option<i64>,
    /// Names of the fields that were written.
    pub fields: Vec<String>,
    /// How many records, when more than one.
    pub count: Option<u32>,
    /// The computer that it was done on.
    pub machine: String,
    /// Who did it; none for the recovery code and for the program itself.
    pub staff_id: Option<StaffMemberId>,
}

/// Which rows of the trail are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AuditFilter {
    /// Only these actions; empty means all.
    pub actions: Vec<Action>,
    /// Only this kind of record.
    pub entity: Option<Entity>,
    /// Only this record; counts only together with `entity`.
    pub entity_id: Option<i64>,
    /// Only what this member of staff did.
    pub staff_id: Option<StaffMemberId>,
    /// From this moment.
    pub from: Option<Instant>,
    /// Before this moment.
    pub until: Option<Instant>,
}

/// Where the chain does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChainBreak {
    /// The first row that does not fit.
    pub id: AuditEntryId,
}

pub(crate) fn append(tx: &mut WriteTx<'_>, actor: &Actor, entry: &Entry) -> Result<(), StoreError> {
    let (last_id, prev_hash) = head(tx)?.map_or((0, [0; 32]), |(id, hash)| (id.get(), hash));
    let id = last_id + 1;
    let staff_id = actor.staff_id.filter(|_| !entry.is_by_nobody).map(StaffMemberId::get);
    let (action, entity) = (entry.action.code(), entry.action.entity().code());
    let fields = entry.fields.join(" ");
    let hash = link(
        &prev_hash,
        &Values {
            layout: LAYOUT,
            id,
            at: actor.at.millis(),
            action,
            entity,
            entity_id: entry.entity_id,
            fields: &fields,
            count: entry.count,
            machine: &actor.machine,
            staff_id,
        },
    );
    tx.run(
        INSERT,
        named_params! {
            ":id": id, ":at": actor.at.millis(), ":action": action, ":entity": entity,
            ":entity_id": entry.entity_id, ":fields": fields, ":count": entry.count, ":machine": actor.machine,
            ":staff_id": staff_id, ":layout": LAYOUT, ":prev_hash": prev_hash, ":hash": hash,
        },
    )?;
    tx.note(Entity::AuditEntry, id);
    Ok(())
}

/// A page of the trail, newest first, after the place that `after` names.
///
/// # Errors
/// [`StoreError::BadCursor`].
pub fn list(
    tx: &ReadTx<'_>,
    filter: &AuditFilter,
    after: Option<&str>,
    limit: u32,
) -> Result<Page<AuditEntry>, StoreError> {
    let until = filter.until.map_or((i64::MAX, i64::MAX), |until| (until.millis(), i64::MIN));
    let (before_at, before_id) = match after {
        Some(cursor) => {
            let [at, id] = parse_cursor(cursor)?;
            until.min((cursor_number(&at)?, cursor_number(&id)?))
        }
        None => until,
    };
    let from = filter.from.map_or(i64::MIN, Instant::millis);
    let most = i64::from(limit) + 1;
    let is_wanted = |action: &Action| {
        (filter.actions.is_empty() || filter.actions.contains(action))
            && filter.entity.is_none_or(|entity| action.entity() == entity)
    };
    let staff_id = filter.staff_id.map(StaffMemberId::get);
    let rows = if let (Some(entity), Some(entity_id)) = (filter.entity, filter.entity_id) {
        let actions: String = filter.actions.iter().map(|action| format!(" {} ", action.code())).collect();
        tx.all(
            LIST_OF_RECORD,
            named_params! {
                ":entity": entity.code(), ":entity_id": entity_id, ":staff_id": staff_id, ":actions": actions,
                ":from_at": from, ":before_at": before_at, ":before_id": before_id, ":limit": most,
            },
            from_row,
        )?
    } else if let Some(staff_id) = staff_id {
        let is_narrowed = !filter.actions.is_empty() || filter.entity.is_some();
        let wanted = Action::ALL.iter().filter(|action| is_narrowed && is_wanted(action));
        let actions: String = wanted.map(|action| format!(" {} ", action.code())).collect();
        tx.all(
            LIST_OF_STAFF,
            named_params! {
                ":staff_id": staff_id, ":actions": actions, ":from_at": from, ":before_at": before_at,
                ":before_id": before_id, ":limit": most,
            },
            from_row,
        )?
    } else if filter.actions.is_empty() && filter.entity.is_none() {
        tx.all(
            LIST,
            named_params! {
                ":from_at": from, ":before_at": before_at, ":before_id": before_id, ":limit": most,
            },
            from_row,
        )?
    } else {
        // a page of each action, merged: an action is about one kind of record
        let mut rows = Vec::new();
        for action in Action::ALL.iter().filter(|action| is_wanted(action)) {
            rows.extend(tx.all(
                LIST_OF_ACTION,
                named_params! {
                    ":action": action.code(), ":from_at": from, ":before_at": before_at,
                    ":before_id": before_id, ":limit": most,
                },
                from_row,
            )?);
        }
        rows.sort_unstable_by_key(|row| Reverse((row.at, row.id)));
        rows
    };
    Ok(Page::cut(rows, limit, |row| vec![row.at.millis().to_string(), row.id.get().to_string()]))
}

/// The newest row's id and hash: what an anchor outside the register remembers.
///
/// # Errors
/// Trouble with the disk.
pub fn head(tx: &ReadTx<'_>) -> Result<Option<(AuditEntryId, [u8; 32])>, StoreError> {
    tx.one(HEAD, [], |row| Ok((AuditEntryId(row.get("id")?), row.get("hash")?)))
}

/// The hash of a row, if it is there.
///
/// # Errors
/// Trouble with the disk.
pub fn hash_of(tx: &ReadTx<'_>, id: AuditEntryId) -> Result<Option<[u8; 32]>, StoreError> {
    tx.one(AT, named_params! { ":id": id.get() }, |row| Ok(row.get("hash")?))
}

/// Whether anything was done to records of a kind after a row.
///
/// # Errors
/// Trouble with the disk.
pub fn is_touched_since(tx: &ReadTx<'_>, entity: Entity, id: AuditEntryId) -> Result<bool, StoreError> {
    let touched = tx.one(TOUCHED, named_params! { ":entity": entity.code(), ":id": id.get() }, |row| {
        Ok(row.get("is_touched")?)
    })?;
    Ok(touched.unwrap_or(false))
}

/// Recomputes the whole chain.
///
/// # Errors
/// Trouble with the disk; a chain that does not hold is an answer, not an error.
pub fn verify(tx: &ReadTx<'_>) -> Result<Option<ChainBreak>, StoreError> {
    let mut statement = tx.conn().prepare_cached(CHAIN)?;
    let mut rows = statement.query([])?;
    let (mut expected, mut last_id) = ([0; 32], None);
    while let Some(row) = rows.next()? {
        let id: i64 = row.get("id")?;
        let (action, entity): (String, String) = (row.get("action")?, row.get("entity")?);
        let (fields, machine): (String, String) = (row.get("fields")?, row.get("machine")?);
        let prev_hash: [u8; 32] = row.get("prev_hash")?;
        let hash = link(
            &prev_hash,
            &Values {
                layout: row.get("layout")?,
                id,
                at: row.get("at")?,
                action: &action,
                entity: &entity,
                entity_id: row.get("entity_id")?,
                fields: &fields,
                count: row.get("count")?,
                machine: &machine,
                staff_id: row.get("staff_id")?,
            },
        );
        let follows = last_id.is_none_or(|last_id: i64| id == last_id + 1);
        if !follows || prev_hash != expected || hash != row.get::<_, [u8; 32]>("hash")? {
            return Ok(Some(ChainBreak { id: AuditEntryId(id) }));
        }
        (expected, last_id) = (hash, Some(id));
    }
    Ok(None)
}

struct Values<'a> {
    layout: i64,
    id: i64,
    at: i64,
    action: &'a str,
    entity: &'a str,
    entity_id: Option<i64>,
    fields: &'a str,
    count: Option<u32>,
    machine: &'a str,
    staff_id: Option<i64>,
}

fn link(prev_hash: &[u8; 32], values: &Values<'_>) -> [u8; 32] {
    let entity_id = values.entity_id.map(i64::to_be_bytes);
    let count = values.count.map(|count| i64::from(count).to_be_bytes());
    let staff_id = values.staff_id.map(i64::to_be_bytes);
    let (layout, id) = (values.layout.to_be_bytes(), values.id.to_be_bytes());
    let parts: [&[u8]; 11] = [
        prev_hash,
        &values.at.to_be_bytes(),
        values.action.as_bytes(),
        values.entity.as_bytes(),
        entity_id.as_ref().map_or(&[], |bytes| bytes.as_slice()),
        values.fields.as_bytes(),
        count.as_ref().map_or(&[], |bytes| bytes.as_slice()),
        values.machine.as_bytes(),
        &layout,
        &id,
        staff_id.as_ref().map_or(&[], |bytes| bytes.as_slice()),
    ];
    let covered = if values.layout == 1 { 8 } else { parts.len() };
    let mut hasher = Sha256::new();
    for part in parts.iter().take(covered) {
        hasher.update((part.len() as u64).to_be_bytes());
        hasher.update(part);
    }
    hasher.finalize().into()
}

fn from_row(row: &Row<'_>) -> Result<AuditEntry, StoreError> {
    let (action, entity): (String, String) = (row.get("action")?, row.get("entity")?);
    let fields: String = row.get("fields")?;
    Ok(AuditEntry {
        id: AuditEntryId(row.get("id")?),
        at: Instant(row.get("at")?),
        action: Action::from_code(&action)
            .ok_or(StoreError::UnknownValue { column: "audit_entries.action" })?,
        entity: Entity::from_code(&entity)
            .ok_or(StoreError::UnknownValue { column: "audit_entries.entity" })?,
        entity_id: row.get("entity_id")?,
        fields: fields.split_whitespace().map(str::to_owned).collect(),
        count: row.get("count")?,
        machine: row.get("machine")?,
        staff_id: row.get::<_, Option<i64>>("staff_id")?.map(StaffMemberId),
    })
}
