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
    crate::consents::STATEMENTS,
    crate::customers::SEARCH_STATEMENTS,
    crate::customers::STATEMENTS,
    crate::disclosures::STATEMENTS,
    crate::frames::STATEMENTS,
    crate::imports::STATEMENTS,
    crate::orders::ARCHIVE_STATEMENTS,
    crate::orders::STATEMENTS,
    crate::products::STATEMENTS,
    crate::partners::STATEMENTS,
    crate::sessions::STATEMENTS,
    crate::studio::STATEMENTS,
];

#[cfg(test)]
mod tests {
    use super::MODULES;
    use crate::{migrate, open};

    /// Tables that grow with the years: reading one from end to end needs a reason.
    const BIG: [&str; 11] = [
        "audit_entries",
        "frames",
        "photo_files",
        "customers",
        "customers_fts",
        "consents",
        "orders",
        "order_lines",
        "print_batch_orders",
        "disclosures",
        "disclosure_customers",
    ];

    #[test]
    fn every_statement_prepares_and_scans_no_big_table_without_a_reason() {
        let mut conn = open::in_memory().unwrap();
        migrate::migrate(&mut conn, migrate::MIGRATIONS, || Ok(())).unwrap();
        let mut faults = Vec::new();
        for statement in MODULES.iter().copied().flatten() {
            if let Err(error) = conn.prepare(statement.sql) {
                faults.push(format!("{}: {error}", statement.name));
                continue;
            }
            if statement.scans.is_some() {
                continue;
            }
            let mut explain = conn.prepare(&format!("EXPLAIN QUERY PLAN {}", statement.sql)).unwrap();
            let mut rows = explain.raw_query();
            let mut steps: Vec<String> = Vec::new();
            while let Some(row) = rows.next().unwrap() {
                steps.push(row.get("detail").unwrap());
            }
            for step in steps {
                let scanned = step.strip_prefix("SCAN ").and_then(|rest| rest.split(' ').next());
                let whole = !step.contains("VIRTUAL TABLE INDEX") && !step.contains("USING");
                if scanned.is_some_and(|table| BIG.contains(&table)) && whole {
                    faults.push(format!("{}: {step}", statement.name));
                }
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}
