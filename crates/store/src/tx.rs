//! Transactions as table modules see them. rusqlite stays inside this crate.

use std::ops::Deref;

use domain::ids::StaffMemberId;
use domain::{Action, Changes, Entity, Instant};
use rusqlite::{Connection, Params, Row};

use crate::error::StoreError;

/// Who writes, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The member of staff; none for the recovery code and for the program itself.
    pub staff_id: Option<StaffMemberId>,
    /// The computer's name.
    pub machine: String,
    /// The moment that the transaction's rows carry.
    pub at: Instant,
}

/// What a write did, for its audit entries: one at least.
#[derive(Debug)]
#[must_use]
pub struct Acted<T> {
    pub(crate) value: T,
    earlier: Vec<Entry>,
    entry: Entry,
}

/// One thing that was done.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub action: Action,
    pub entity_id: Option<i64>,
    pub fields: Vec<&'static str>,
    pub count: Option<u32>,
    /// Not whoever is signed in did it, and nobody knows who.
    pub is_by_nobody: bool,
}

impl Entry {
    fn new(action: Action) -> Self {
        Self { action, entity_id: None, fields: Vec::new(), count: None, is_by_nobody: false }
    }
}

impl<T> Acted<T> {
    /// The value that the caller gets, and what was done.
    pub fn new(value: T, action: Action) -> Self {
        Self { value, earlier: Vec::new(), entry: Entry::new(action) }
    }

    /// What the caller gets.
    pub fn value(&self) -> &T {
        &self.value
    }

    /// Something else that the same transaction did; what is said after this is said of it.
    pub fn and(mut self, action: Action) -> Self {
        self.earlier.push(std::mem::replace(&mut self.entry, Entry::new(action)));
        self
    }

    /// The record that it was done to.
    pub fn on(mut self, id: i64) -> Self {
        self.entry.entity_id = Some(id);
        self
    }

    /// The records that it was done to alike: an entry each. To be said last.
    pub fn on_each(mut self, ids: impl IntoIterator<Item = i64>) -> Self {
        let entry = self.entry.clone();
        let mut each = ids.into_iter().map(|id| Entry { entity_id: Some(id), ..entry.clone() });
        if let Some(first) = each.next() {
            self.entry = first;
        }
        for next in each {
            self.earlier.push(std::mem::replace(&mut self.entry, next));
        }
        self
    }

    /// Names of the fields that were written, never values.
    pub fn fields(mut self, fields: impl IntoIterator<Item = &'static str>) -> Self {
        self.entry.fields.extend(fields);
        self
    }

    /// How many records, when more than one.
    pub fn count(mut self, count: u32) -> Self {
        self.entry.count = Some(count);
        self
    }

    /// That it was not whoever is signed in who did it, but the program itself, or nobody knows who.
    pub fn by_nobody(mut self) -> Self {
        self.entry.is_by_nobody = true;
        self
    }

    /// What was done, in its order.
    pub(crate) fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.earlier.iter().chain(std::iter::once(&self.entry))
    }
}

/// A consistent view of the register.
pub struct ReadTx<'a> {
    conn: &'a Connection,
}

impl<'a> ReadTx<'a> {
    pub(crate) fn new(conn: &'a Connection) -> Self {
        Self { conn }
    }

    pub(crate) fn conn(&self) -> &'a Connection {
        self.conn
    }

    /// The first row, if there is one.
    pub(crate) fn one<T>(
        &self,
        sql: &str,
        params: impl Params,
        from_row: impl FnOnce(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        rows.next()?.map(from_row).transpose()
    }

    /// Every row.
    pub(crate) fn all<T>(
        &self,
        sql: &str,
        params: impl Params,
        mut from_row: impl FnMut(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        let mut values = Vec::new();
        while let Some(row) = rows.next()? {
            values.push(from_row(row)?);
        }
        Ok(values)
    }
}

/// A transaction that writes; it ends with an audit entry or not at all.
pub struct WriteTx<'a> {
    read: ReadTx<'a>,
    changes: Changes,
    now: Instant,
}

impl<'a> WriteTx<'a> {
    pub(crate) fn new(conn: &'a Connection, now: Instant) -> Self {
        Self { read: ReadTx::new(conn), changes: Changes::default(), now }
    }

    pub(crate) fn into_changes(self) -> Changes {
        self.changes
    }

    /// The moment of this transaction.
    pub fn now(&self) -> Instant {
        self.now
    }

    /// Notes that a record was written, for the window to read again.
    pub(crate) fn note(&mut self, entity: Entity, id: i64) {
        self.changes.note(entity, id);
    }

    /// Runs a statement; gives the number of rows it touched.
    pub(crate) fn run(&mut self, sql: &str, params: impl Params) -> Result<usize, StoreError> {
        Ok(self.read.conn.prepare_cached(sql)?.execute(params)?)
    }

    /// Runs an insert that ends with `RETURNING id`.
    pub(crate) fn insert(&mut self, sql: &str, params: impl Params) -> Result<i64, StoreError> {
        let id = self.read.one(sql, params, |row| Ok(row.get("id")?))?;
        id.ok_or(StoreError::Sql(rusqlite::Error::QueryReturnedNoRows))
    }
}

impl<'a> Deref for WriteTx<'a> {
    type Target = ReadTx<'a>;

    fn deref(&self) -> &ReadTx<'a> {
        &self.read
    }
}
