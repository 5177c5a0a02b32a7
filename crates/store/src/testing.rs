//! For tests and measurements: what no shipped program can do to a register.

use std::path::Path;

use crate::migrate::{self, MIGRATIONS};
use crate::open::{self, KEYS_FILE, Purpose, REGISTER_FILE};
use crate::{Actor, Store, StoreError, StoreKeys, WriteTx, keylist};

impl Store {
    /// Lets the ids of a new register's tables begin at different numbers, so that a test fails when two are swapped.
    ///
    /// # Errors
    /// Trouble with the disk.
    pub fn spread_ids(&self) -> Result<(), StoreError> {
        self.register.write(|conn| {
            conn.execute(
                "INSERT INTO sqlite_sequence (name, seq)
                SELECT name, 1000 * row_number() OVER (ORDER BY name)
                FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'",
                [],
            )?;
            Ok(())
        })
    }

    /// Makes the files of a register with the first `steps` of the schema, and fills it by `rows`, as a program of then
    /// left them: the rows stand in the log.
    ///
    /// # Errors
    /// As [`Self::create`], or trouble with the statements.
    pub fn create_older(dir: &Path, keys: &StoreKeys, steps: usize, rows: &str) -> Result<(), StoreError> {
        let mut conn = open::create(&dir.join(REGISTER_FILE), &keys.register, Purpose::Writer)?;
        migrate::migrate(&mut conn, MIGRATIONS.get(..steps).unwrap_or(MIGRATIONS), || Ok(()))?;
        conn.execute_batch(rows)?;
        open::write_descriptor(dir, &keys.register)?;
        drop(keylist::create(&dir.join(KEYS_FILE), &keys.key_list)?);
        Ok(())
    }

    /// Leaves it to the system when a commit reaches the disk, as no program of ours does.
    ///
    /// # Errors
    /// Trouble with the disk.
    pub fn flush_carelessly(&self) -> Result<(), StoreError> {
        for database in [&self.register, &self.keys] {
            database.writer().execute_batch("PRAGMA synchronous = NORMAL")?;
        }
        Ok(())
    }

    /// As [`Store::transact`], without an entry in the trail: what a write costs otherwise.
    ///
    /// # Errors
    /// What `write` returns, or trouble with the disk.
    pub fn transact_unaudited<T, E: From<StoreError>>(
        &self,
        actor: &Actor,
        write: impl FnOnce(&mut WriteTx<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.register.write_through(|tx| write(&mut WriteTx::new(tx, actor.at)))
    }

    /// Runs a statement as somebody could who has the keys and a tool for databases, without an entry in the trail;
    /// gives the number of rows that it changed.
    ///
    /// # Errors
    /// When the database itself refuses.
    pub fn try_sql(&self, sql: &str) -> Result<usize, StoreError> {
        self.register.write(|conn| Ok(conn.execute(sql, [])?))
    }

    /// As [`Self::try_sql`], by somebody who takes the triggers away first and puts them back after.
    ///
    /// # Errors
    /// When the database refuses.
    pub fn tamper(&self, sql: &str) -> Result<usize, StoreError> {
        self.register.write(|conn| {
            let mut statement = conn.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")?;
            let triggers: Vec<(String, String)> = statement
                .query_map([], |row| Ok((row.get("name")?, row.get("sql")?)))?
                .collect::<Result<_, _>>()?;
            for (name, _) in &triggers {
                conn.execute_batch(&format!("DROP TRIGGER {name}"))?;
            }
            let changed = conn.execute(sql, [])?;
            for (_, trigger) in &triggers {
                conn.execute_batch(trigger)?;
            }
            Ok(changed)
        })
    }
}
