//! The program must not offer its SQLCipher to WebKit's libraries, which expect the system's SQLite.
#![cfg(target_os = "linux")]

use object::{Object, ObjectSymbol};

#[test]
fn no_symbol_of_sqlite_is_exported() {
    let bytes = std::fs::read(env!("CARGO_BIN_EXE_kontakti")).unwrap();
    let program = object::File::parse(&*bytes).unwrap();
    let is_sqlite = |name: &str| name.starts_with("sqlite3_") || name.starts_with("sqlcipher_");

    let inside = program.symbols().filter(|symbol| symbol.name().is_ok_and(is_sqlite)).count();
    assert!(inside > 100, "control: the program contains SQLite, under names that this test knows");

    let exported: Vec<_> = program
        .dynamic_symbols()
        .filter(|symbol| symbol.is_definition())
        .filter_map(|symbol| symbol.name().ok())
        .filter(|name| is_sqlite(name))
        .collect();
    assert_eq!(exported, Vec::<&str>::new());
}
