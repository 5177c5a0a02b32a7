//! `kill -9` at named places and random moments while a register of an older program gets the schema of today.
//!
//! The register's database alone: slots and anchor of then cannot be made by a program of today.

use std::fs;
use std::path::Path;
use std::time::Duration;

use domain::ids::OrderId;
use domain::money::VatClass;
use domain::order::OrderState;
use register::testing::{OWNER, PASSPHRASE};
use store::{CRASH_POINTS, REGISTER_FILE, Store, StoreKeys, customers, orders, products, studio};
use synthetic::rng::Rng;
use vault::{DeviceFolder, KeySlots, SecretString};

use crate::clerk::Clerk;
use crate::form::{seed, times};
use crate::house::House;

/// Orders as they were before their lines kept a sheet and products had a group in VAT.
const STEPS: usize = 4;
const ORDERS: i64 = 400;
const ROWS: &str = "
    INSERT INTO studio (id, name, business_id, language) VALUES (1, 'Kuvaamo Esimerkki Oy', '1234567-1', 'fi');
    INSERT INTO customers (last_name, country, language, sort_key, search_words, search_digits, created_at, updated_at)
        VALUES ('Virtanen', 'FI', 'fi', x'00', 'virtanen', '', 1, 1);
    INSERT INTO products (code, name_fi, name_sv, name_en, kind, size, width_mm, height_mm, price_cents, vat_bp)
        VALUES ('MINI', 'Lompakkokuva', 'Plånboksbild', 'Wallet print', 'print', '4x6', 40, 60, 490, 1400);
    WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 400)
    INSERT INTO orders (number, customer_id, state, created_at, confirmed_at)
        SELECT '2025-' || printf('%04d', n), 1, 'confirmed', n, n FROM n;
    INSERT INTO order_lines (order_id, position, product_id, quantity, unit_price_cents, vat_bp)
        SELECT id, 0, 1, id, 490, 1400 FROM orders;
";

/// Puts a store of the older schema in place of the studio's in `dir/data`; gives its keys.
pub fn older(dir: &Path) -> StoreKeys {
    let data = dir.join("data");
    drop(House::create(&data));
    let studio = data.join("studio");
    let slots = KeySlots::open(&studio, DeviceFolder::new(kontakti_tests::device_dir(&data))).unwrap();
    let owner = OWNER.map(|id| id.get());
    let root = slots.unlock_with_passphrase(owner, &SecretString::from(PASSPHRASE)).unwrap().root;
    let keys = StoreKeys::derive(&root);
    for entry in fs::read_dir(&studio).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "db") {
            fs::remove_file(path).unwrap();
        }
    }
    Store::create_older(&studio, &keys, STEPS, ROWS).unwrap();
    keys
}

/// Opened by the next start it is of today's schema, has every row, and the copy of before is whole.
pub fn assert_whole(dir: &Path, keys: &StoreKeys, when: &str) {
    let studio = dir.join("data/studio");
    let store = Store::open(&studio, keys).unwrap_or_else(|error| panic!("{when}: {error}"));
    store.verify().unwrap_or_else(|error| panic!("{when}: {error}"));
    store
        .read(|tx| {
            assert_eq!(studio::get(tx)?.fields.name, "Kuvaamo Esimerkki Oy", "{when}");
            assert_eq!(customers::count(tx)?, 1, "{when}");
            let product = products::list(tx)?.remove(0);
            assert_eq!(product.fields.vat_class, VatClass::Reduced, "{when}");
            let ids = orders::ids_in_state(tx, OrderState::Confirmed)?;
            assert_eq!(ids, (1..=ORDERS).map(OrderId).collect::<Vec<_>>(), "{when}");
            for id in ids {
                let line = orders::described_lines(tx, id)?.remove(0);
                assert_eq!(i64::from(line.line.fields.quantity), id.get(), "{when}");
                assert!(line.line.sheet.is_some(), "{when}: a confirmed line has its sheet");
            }
            Ok::<_, store::StoreError>(())
        })
        .unwrap();
    drop(store);
    let copies = fs::read_dir(&studio).unwrap().map(|entry| entry.unwrap().file_name());
    let copies: Vec<_> = copies
        .filter(|name| name.to_str().is_some_and(|name| name.starts_with("register.schema-")))
        .collect();
    assert!(!copies.is_empty(), "{when}: a copy of the register before its schema changed");
    let aside = tempfile::tempdir().unwrap();
    for name in copies {
        for file in ["register.json", "keys.db"] {
            fs::copy(studio.join(file), aside.path().join(file)).unwrap();
        }
        fs::copy(studio.join(&name), aside.path().join(REGISTER_FILE)).unwrap();
        let copy =
            Store::open(aside.path(), keys).unwrap_or_else(|error| panic!("{when}: {name:?}: {error}"));
        copy.verify().unwrap();
        assert_eq!(copy.read(customers::count).unwrap(), 1, "{when}: {name:?}");
    }
}

#[test]
fn killed_between_any_two_steps_the_next_start_goes_on() {
    let pending = store::schema_version() as usize - STEPS;
    for point in CRASH_POINTS.into_iter().filter(|point| point.starts_with("migration-")) {
        // the copy is made once, before the first step
        let passes = if point == "migration-copied" { 1..=1 } else { 1..=pending };
        for pass in passes {
            let dir = tempfile::tempdir().unwrap();
            let keys = older(dir.path());
            let when = format!("{point}:{pass}");
            let said = Clerk::start("migration", dir.path(), Some(&when)).dead();
            assert_eq!(said, ["open", "begun"], "{when}");
            assert_whole(dir.path(), &keys, &when);
        }
    }
}

#[test]
fn killed_at_random_moments_of_a_migration_no_row_is_lost() {
    let seed = seed();
    let mut random = Rng::new(seed);
    let (kills, mut cut) = (times(6, 200), 0);
    for kill in 0..kills {
        let dir = tempfile::tempdir().unwrap();
        let keys = older(dir.path());
        let later = Duration::from_millis(80).mul_f32(random.unit());
        let said = Clerk::start("migration", dir.path(), None).killed(1, later);
        cut += usize::from(!said.contains(&"migrated".to_owned()));
        assert_whole(dir.path(), &keys, &format!("seed {seed}, kill {kill}, {later:?}"));
    }
    println!("{kills} kills, {cut} before the end");
    assert!(cut >= kills / 4, "the kills come too late to show anything");
}
