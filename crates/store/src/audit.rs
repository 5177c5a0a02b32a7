//! The trail: one row per thing done, each bound to the one before it by its hash.
//!
//! What `hash` covers is said in `trail::link`, and followed without a database in `trail::Chain`.
//!
//! Deliberately not here: a way to change or remove a row; triggers refuse both.

use std::cmp::Reverse;

use domain::ids::{AuditEntryId, StaffMemberId};
use domain::{Action, Entity, Instant};
use rusqlite::{Row, named_params};
use trail::{Chain, Hash, Values};

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
    LAST_OF_ACTION = "SELECT max(id) AS id FROM audit_entries WHERE action = :action";
    GET = "SELECT id, at, action, entity, entity_id, fields, count, machine, staff_id FROM audit_entries
        WHERE id = :id";
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
    WALK_CHAIN = "SELECT id, at, action, entity, entity_id, fields, count, machine, staff_id, layout, prev_hash, hash
        FROM audit_entries WHERE id > :id ORDER BY id LIMIT :limit";
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

impl AuditFilter {
    /// Whether it takes an entry, judged by the stored values: what [`list`] shows of the whole trail.
    pub fn takes(&self, values: &Values<'_>) -> bool {
        let is_of_action = |action: &&Action| action.code() == values.action;
        let is_of_entity =
            |entity: Entity| Action::from_code(values.action).is_some_and(|action| action.entity() == entity);
        (self.actions.is_empty() || self.actions.iter().any(|action| is_of_action(&action)))
            && self.entity.is_none_or(is_of_entity)
            && (self.entity.is_none() || self.entity_id.is_none_or(|id| values.entity_id == Some(id)))
            && self.staff_id.is_none_or(|id| values.staff_id == Some(id.get()))
            && self.from.is_none_or(|from| values.at >= from.millis())
            && self.until.is_none_or(|until| values.at < until.millis())
    }
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
    let hash = trail::link(
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
pub fn head(tx: &ReadTx<'_>) -> Result<Option<(AuditEntryId, Hash)>, StoreError> {
    tx.one(HEAD, [], |row| Ok((AuditEntryId(row.get("id")?), row.get("hash")?)))
}

/// The newest row's id, which is how many rows there are; 0 for none.
///
/// # Errors
/// Trouble with the disk.
pub fn last_id(tx: &ReadTx<'_>) -> Result<i64, StoreError> {
    Ok(head(tx)?.map_or(0, |(id, _)| id.get()))
}

/// The hash of a row, if it is there.
///
/// # Errors
/// Trouble with the disk.
pub fn hash_of(tx: &ReadTx<'_>, id: AuditEntryId) -> Result<Option<Hash>, StoreError> {
    tx.one(AT, named_params! { ":id": id.get() }, |row| Ok(row.get("hash")?))
}

/// A row.
///
/// # Errors
/// Trouble with the disk.
pub fn find(tx: &ReadTx<'_>, id: AuditEntryId) -> Result<Option<AuditEntry>, StoreError> {
    tx.one(GET, named_params! { ":id": id.get() }, from_row)
}

/// The newest row that says that this was done.
///
/// # Errors
/// Trouble with the disk.
pub fn last_of(tx: &ReadTx<'_>, action: Action) -> Result<Option<AuditEntry>, StoreError> {
    let id: Option<Option<i64>> =
        tx.one(LAST_OF_ACTION, named_params! { ":action": action.code() }, |row| Ok(row.get("id")?))?;
    id.flatten().map_or(Ok(None), |id| find(tx, AuditEntryId(id)))
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

/// Shows the entries after `id` to `visit`, in their order, at most `limit` of them; gives how many it showed. Nothing is
/// judged here: an entry is shown as it is stored.
///
/// # Errors
/// Trouble with the disk, or what `visit` returns, which ends the walk.
pub fn walk<E: From<StoreError>>(
    tx: &ReadTx<'_>,
    id: AuditEntryId,
    limit: u32,
    mut visit: impl FnMut(&trail::Entry<'_>) -> Result<(), E>,
) -> Result<u32, E> {
    let mut statement = tx.conn().prepare_cached(WALK_CHAIN).map_err(StoreError::from)?;
    let mut rows =
        statement.query(named_params! { ":id": id.get(), ":limit": limit }).map_err(StoreError::from)?;
    let mut shown = 0;
    while let Some(row) = rows.next().map_err(StoreError::from)? {
        visit(&chained(row)?)?;
        shown += 1;
    }
    Ok(shown)
}

/// By place and without copies: a million rows are read this way.
fn chained<'a>(row: &'a Row<'_>) -> Result<trail::Entry<'a>, StoreError> {
    let text = |place: usize| row.get_ref(place)?.as_str().map_err(rusqlite::Error::from);
    Ok(trail::Entry {
        values: Values {
            id: row.get(0)?,
            at: row.get(1)?,
            action: text(2)?,
            entity: text(3)?,
            entity_id: row.get(4)?,
            fields: text(5)?,
            count: row.get(6)?,
            machine: text(7)?,
            staff_id: row.get(8)?,
            layout: row.get(9)?,
        },
        prev_hash: row.get(10)?,
        hash: row.get(11)?,
    })
}

/// Follows the whole chain in one view.
///
/// # Errors
/// Trouble with the disk; a chain that does not hold is an answer, not an error.
pub fn verify(tx: &ReadTx<'_>) -> Result<Option<ChainBreak>, StoreError> {
    let (mut chain, mut broken) = (Chain::START, None);
    walk(tx, AuditEntryId(0), u32::MAX, |entry| {
        if broken.is_none() && !chain.follow(entry) {
            broken = Some(ChainBreak { id: AuditEntryId(entry.values.id) });
        }
        Ok::<_, StoreError>(())
    })?;
    Ok(broken)
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
