//! Schema steps: `migrations/NNNN_name.sql`, each in its own transaction together with the version bump.
//!
//! Invariant: a step is applied whole or not at all, never applied twice, and a file whose applied steps
//! differ from the ones built in is not opened.

use rusqlite::{Connection, TransactionBehavior, named_params};
use sha2::{Digest, Sha256};

use crate::crash::crash_point;
use crate::error::StoreError;

/// One step.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Migration {
    /// From 1, without gaps: the schema version after it.
    pub number: u32,
    pub name: &'static str,
    pub sql: &'static str,
}

/// The steps of `register.db`.
pub(crate) const MIGRATIONS: &[Migration] = include!(concat!(env!("OUT_DIR"), "/migrations.rs"));

const LEDGER: &str = "CREATE TABLE IF NOT EXISTS schema_migrations (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    sha256 BLOB NOT NULL CHECK (length(sha256) = 32)
) STRICT";

/// The version that the steps lead to.
pub(crate) fn supported(migrations: &[Migration]) -> u32 {
    migrations.last().map_or(0, |last| last.number)
}

/// The version of an open file.
pub(crate) fn version(conn: &Connection) -> Result<u32, StoreError> {
    Ok(conn.query_row("SELECT user_version FROM pragma_user_version", [], |row| row.get(0))?)
}

/// Brings the file to the newest version. `before_upgrade` runs before the first step that is to be applied
/// to a file that holds data.
///
/// # Errors
/// [`StoreError::TooNew`], [`StoreError::MigrationEdited`], [`StoreError::MigrationBroken`], or a failing
/// step; the file then stands at the last step that went through.
pub(crate) fn migrate(
    conn: &mut Connection,
    migrations: &[Migration],
    before_upgrade: impl FnOnce() -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let found = version(conn)?;
    let newest = supported(migrations);
    if found > newest {
        return Err(StoreError::TooNew { found, supported: newest });
    }
    if found > 0 {
        check_applied(conn, migrations)?;
    }
    let pending: Vec<_> = migrations.iter().filter(|migration| migration.number > found).collect();
    if found > 0 && !pending.is_empty() {
        before_upgrade()?;
        crash_point("migration-copied");
    }
    for migration in pending {
        apply(conn, migration)?;
        crash_point("migration-step-applied");
        tracing::info!(number = migration.number, name = migration.name, "schema step applied");
    }
    Ok(())
}

fn apply(conn: &mut Connection, migration: &Migration) -> Result<(), StoreError> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    tx.execute_batch(LEDGER)?;
    tx.execute_batch(migration.sql)?;
    tx.execute(
        "INSERT INTO schema_migrations (number, name, sha256) VALUES (:number, :name, :sha256)",
        named_params! { ":number": migration.number, ":name": migration.name, ":sha256": digest(migration) },
    )?;
    let broken: u32 = tx.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
    if broken > 0 {
        return Err(StoreError::MigrationBroken { number: migration.number });
    }
    tx.pragma_update(None, "user_version", migration.number)?;
    crash_point("migration-before-commit");
    Ok(tx.commit()?)
}

fn check_applied(conn: &Connection, migrations: &[Migration]) -> Result<(), StoreError> {
    let mut statement = conn.prepare("SELECT number, sha256 FROM schema_migrations ORDER BY number")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (number, sha256): (u32, [u8; 32]) = (row.get("number")?, row.get("sha256")?);
        let same =
            migrations.iter().any(|migration| migration.number == number && digest(migration) == sha256);
        if !same {
            return Err(StoreError::MigrationEdited { number });
        }
    }
    Ok(())
}

/// SHA-256 of the step's text with line ends as LF: a checkout on Windows is the same step.
fn digest(migration: &Migration) -> [u8; 32] {
    Sha256::digest(migration.sql.replace("\r\n", "\n").as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::open::in_memory;

    const FIRST: Migration = Migration {
        number: 1,
        name: "first",
        sql: "CREATE TABLE a (id INTEGER PRIMARY KEY, b_id INTEGER REFERENCES a (id)) STRICT;
              INSERT INTO a VALUES (1, NULL);",
    };
    const SECOND: Migration =
        Migration { number: 2, name: "second", sql: "ALTER TABLE a ADD COLUMN c TEXT NOT NULL DEFAULT '';" };

    fn schema(conn: &Connection) -> Vec<String> {
        let mut statement = conn
            .prepare("SELECT coalesce(sql, name) AS text FROM sqlite_schema ORDER BY type, name")
            .unwrap();
        statement.query_map([], |row| row.get("text")).unwrap().map(Result::unwrap).collect()
    }

    #[test]
    fn the_built_in_steps_are_contiguous() {
        let numbers: Vec<u32> = MIGRATIONS.iter().map(|migration| migration.number).collect();
        assert_eq!(numbers, (1..=supported(MIGRATIONS)).collect::<Vec<_>>());
    }

    #[test]
    fn a_fresh_file_and_one_migrated_in_steps_are_alike() {
        let mut fresh = in_memory().unwrap();
        migrate(&mut fresh, MIGRATIONS, || panic!("nothing to copy in a fresh file")).unwrap();
        let mut stepped = in_memory().unwrap();
        for upto in 1..=MIGRATIONS.len() {
            migrate(&mut stepped, &MIGRATIONS[..upto], || Ok(())).unwrap();
        }
        assert_eq!(schema(&fresh), schema(&stepped));
        assert_eq!(version(&stepped).unwrap(), supported(MIGRATIONS));
    }

    #[test]
    fn the_copy_is_asked_for_before_the_first_step_of_an_upgrade_only() {
        let mut conn = in_memory().unwrap();
        migrate(&mut conn, &[FIRST], || panic!("fresh")).unwrap();
        let mut copied_at = None;
        migrate(&mut conn, &[FIRST, SECOND], || {
            copied_at = Some(1);
            Ok(())
        })
        .unwrap();
        assert_eq!(copied_at, Some(1));
        migrate(&mut conn, &[FIRST, SECOND], || panic!("nothing to do")).unwrap();
    }

    #[test]
    fn a_copy_that_cannot_be_made_stops_the_upgrade() {
        let mut conn = in_memory().unwrap();
        migrate(&mut conn, &[FIRST], || Ok(())).unwrap();
        let stopped = migrate(&mut conn, &[FIRST, SECOND], || Err(StoreError::DiskFull));
        assert!(matches!(stopped, Err(StoreError::DiskFull)));
        assert_eq!(version(&conn).unwrap(), 1);
    }

    #[test]
    fn a_failing_step_leaves_the_file_as_it_was() {
        let mut conn = in_memory().unwrap();
        migrate(&mut conn, &[FIRST], || Ok(())).unwrap();
        let before = schema(&conn);
        let broken = Migration { number: 2, name: "broken", sql: "CREATE TABLE x (id INTEGER); nonsense;" };
        assert!(migrate(&mut conn, &[FIRST, broken], || Ok(())).is_err());
        assert_eq!(schema(&conn), before);
        assert_eq!(version(&conn).unwrap(), 1);
    }

    #[test]
    fn a_step_that_breaks_a_reference_is_taken_back() {
        let mut conn = in_memory().unwrap();
        conn.pragma_update(None, "foreign_keys", false).unwrap();
        migrate(&mut conn, &[FIRST], || Ok(())).unwrap();
        let dangling = Migration { number: 2, name: "dangling", sql: "INSERT INTO a VALUES (2, 99);" };
        let refused = migrate(&mut conn, &[FIRST, dangling], || Ok(()));
        assert!(matches!(refused, Err(StoreError::MigrationBroken { number: 2 })));
        let rows: u32 = conn.query_row("SELECT count(*) FROM a", [], |row| row.get(0)).unwrap();
        assert_eq!(rows, 1);
    }

    #[test]
    fn an_edited_step_and_a_newer_file_are_refused() {
        let mut conn = in_memory().unwrap();
        migrate(&mut conn, &[FIRST, SECOND], || Ok(())).unwrap();
        let edited = Migration { sql: "CREATE TABLE other (id INTEGER);", ..FIRST };
        let refused = migrate(&mut conn, &[edited, SECOND], || Ok(()));
        assert!(matches!(refused, Err(StoreError::MigrationEdited { number: 1 })));
        let refused = migrate(&mut conn, &[FIRST], || Ok(()));
        assert!(matches!(refused, Err(StoreError::TooNew { found: 2, supported: 1 })));
    }

    #[test]
    fn line_ends_do_not_make_another_step() {
        let crlf = Migration { sql: "CREATE TABLE a (\r\n  id INTEGER);", ..FIRST };
        let lf = Migration { sql: "CREATE TABLE a (\n  id INTEGER);", ..FIRST };
        assert_eq!(digest(&crlf), digest(&lf));
    }
}
