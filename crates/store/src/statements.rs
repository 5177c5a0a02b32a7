//! Statements as named constants, listed so that one test can prepare every one of them.

/// A statement as its module registered it.
#[derive(Debug, Clone, Copy)]
#[cfg_attr(not(test), expect(dead_code, reason = "read by the test that prepares every statement"))]
pub(crate) struct Statement {
    pub name: &'static str,
    pub sql: &'static str,
    /// Why it may read a whole table; none for statements that must use an index.
    pub scans: Option<&'static str>,
}

/// Declares the statements of a table's module.
///
/// ```text
/// statements! {
///     GET = "SELECT ... WHERE id = :id";
///     LIST [scans "a studio has some dozens"] = include_str!("products/list.sql");
/// }
/// ```
///
/// Each becomes `const NAME: &str`; the module's line in [`MODULES`] makes the test see them.
macro_rules! statements {
    ($($(#[$doc:meta])* $name:ident $([scans $reason:literal])? = $sql:expr;)+) => {
        $($(#[$doc])* const $name: &str = $sql;)+
        pub(crate) const STATEMENTS: &[crate::statements::Statement] = &[$(
            crate::statements::Statement {
                name: concat!(module_path!(), "::", stringify!($name)),
                sql: $name,
                scans: crate::statements::statements!(@reason $($reason)?),
            }
        ),+];
    };
    (@reason) => { None };
    (@reason $reason:literal) => { Some($reason) };
}
pub(crate) use statements;

/// Statements against `register.db`, by module: every table module has its line here.
#[cfg_attr(not(test), expect(dead_code, reason = "read by the test that prepares every statement"))]
pub(crate) const MODULES: &[&[Statement]] = &[
    crate::audit::STATEMENTS,
    crate::batches::STATEMENTS,
    crate::checkpoints::STATEMENTS,
    crate::choices::STATEMENTS,
    crate::clocks::STATEMENTS,
    crate::consents::STATEMENTS,
    crate::customers::SEARCH_STATEMENTS,
    crate::customers::STATEMENTS,
    crate::disclosures::STATEMENTS,
    crate::frames::STATEMENTS,
    crate::group_photos::STATEMENTS,
    crate::imports::STATEMENTS,
    crate::jobs::STATEMENTS,
    crate::matching::STATEMENTS,
    crate::orders::ARCHIVE_STATEMENTS,
    crate::orders::BY_CUSTOMER_STATEMENTS,
    crate::orders::STATEMENTS,
    crate::products::STATEMENTS,
    crate::provenance::STATEMENTS,
    crate::root_key::STATEMENTS,
    crate::second_copies::STATEMENTS,
    crate::rosters::STATEMENTS,
    crate::schema::STATEMENTS,
    crate::schools::STATEMENTS,
    crate::staff::STATEMENTS,
    crate::partners::STATEMENTS,
    crate::sessions::STATEMENTS,
    crate::sidecars::STATEMENTS,
    crate::studio::STATEMENTS,
    crate::subject_groups::STATEMENTS,
    crate::subjects::STATEMENTS,
];

/// Statements against the files beside it, each with the file's schema.
#[cfg_attr(not(test), expect(dead_code, reason = "read by the test that prepares every statement"))]
pub(crate) const BESIDE: &[(&str, &[Statement])] = &[
    (crate::keylist::SCHEMA, crate::keylist::STATEMENTS),
    (crate::thumbnails::SCHEMA, crate::thumbnails::STATEMENTS),
];

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::{BESIDE, MODULES, Statement};
    use crate::{migrate, open};

    /// Statements that cannot be prepared, and tables or indexes that one reads from end to end without a reason.
    fn faults(conn: &Connection, statements: &[Statement]) -> Vec<String> {
        let mut faults = Vec::new();
        for statement in statements {
            if let Err(error) = conn.prepare(statement.sql) {
                faults.push(format!("{}: {error}", statement.name));
                continue;
            }
            let mut explain = conn.prepare(&format!("EXPLAIN QUERY PLAN {}", statement.sql)).unwrap();
            let mut rows = explain.raw_query();
            while let Some(row) = rows.next().unwrap() {
                let step: String = row.get("detail").unwrap();
                if statement.scans.is_none() && is_scan(&step) {
                    faults.push(format!("{}: {step}", statement.name));
                }
            }
        }
        faults
    }

    /// A virtual table is searched when its plan names a constraint, as in `INDEX 0:M1`.
    fn is_scan(step: &str) -> bool {
        let is_search = step.split_once("VIRTUAL TABLE INDEX ").is_some_and(|(_, plan)| !plan.ends_with(':'));
        step.starts_with("SCAN ") && step != "SCAN CONSTANT ROW" && !is_search
    }

    #[test]
    fn every_statement_prepares_and_scans_nothing_without_a_reason() {
        let mut conn = open::in_memory().unwrap();
        migrate::migrate(&mut conn, migrate::MIGRATIONS, || Ok(())).unwrap();
        let mut found: Vec<String> =
            MODULES.iter().flat_map(|statements| faults(&conn, statements)).collect();
        for (schema, statements) in BESIDE {
            let conn = open::in_memory().unwrap();
            conn.execute_batch(schema).unwrap();
            found.extend(faults(&conn, statements));
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
    }

    /// Whether a statement reads everything that it finds before its first row.
    fn sorts(conn: &Connection, statement: &Statement) -> bool {
        let mut explain = conn.prepare(&format!("EXPLAIN QUERY PLAN {}", statement.sql)).unwrap();
        let mut rows = explain.raw_query();
        while let Some(row) = rows.next().unwrap() {
            if row.get::<_, String>("detail").unwrap().contains("TEMP B-TREE") {
                return true;
            }
        }
        false
    }

    #[test]
    fn walks_stop_when_a_page_is_full() {
        let mut conn = open::in_memory().unwrap();
        migrate::migrate(&mut conn, migrate::MIGRATIONS, || Ok(())).unwrap();
        let all = || MODULES.iter().flat_map(|statements| statements.iter());
        let walks: Vec<_> = all().filter(|statement| statement.name.contains("WALK")).collect();
        assert_eq!(walks.len(), 7);
        for walk in walks {
            assert!(!sorts(&conn, walk), "{}", walk.name);
        }
        let control = all().find(|statement| statement.name.ends_with("by_customer::NAMED")).unwrap();
        assert!(sorts(&conn, control), "a sort is seen");
    }

    #[test]
    fn the_control_scans_are_seen_by_table_by_index_under_another_name_and_in_full_text() {
        let mut conn = open::in_memory().unwrap();
        migrate::migrate(&mut conn, migrate::MIGRATIONS, || Ok(())).unwrap();
        let of = |sql| Statement { name: "control", sql, scans: None };
        for sql in [
            "SELECT * FROM orders WHERE note = 'x'",
            "SELECT o.note FROM orders AS o WHERE o.note = 'x'",
            "SELECT number FROM orders ORDER BY number",
            "SELECT state FROM orders WHERE id % 2 = 0",
            "SELECT rowid FROM customers_fts",
            "SELECT 1 FROM customers WHERE EXISTS (SELECT 1 FROM orders WHERE note = 'x')",
        ] {
            assert!(!faults(&conn, &[of(sql)]).is_empty(), "{sql}");
        }
        let searches = [
            of("SELECT note FROM orders WHERE id = 1"),
            of("SELECT rowid FROM customers_fts WHERE customers_fts MATCH 'x'"),
        ];
        assert_eq!(faults(&conn, &searches), Vec::<String>::new());
        let reasoned = Statement { scans: Some("said"), ..of("SELECT * FROM orders") };
        assert!(faults(&conn, &[reasoned]).is_empty());
        assert_eq!(faults(&conn, &[of("SELECT nothing FROM orders")]).len(), 1);
    }
}
