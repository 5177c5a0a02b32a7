//! Making, opening, refusing, writing: on real files.

use domain::studio::StudioFields;
use domain::{Action, Entity, Instant, Language};
use tempfile::TempDir;
use vault::RootKey;

use super::*;
use crate::audit::{AuditFilter, verify};
use crate::{studio, thumbnails::ThumbnailSize};

fn actor() -> Actor {
    Actor { staff_id: None, machine: "toimisto-1".to_owned(), at: Instant(1_788_000_000_000) }
}

fn fields() -> StudioFields {
    StudioFields {
        name: "Kuvaamo Esimerkki Oy".to_owned(),
        business_id: "1234567-1".to_owned(),
        language: Language::Finnish,
        ..StudioFields::default()
    }
}

fn made() -> (TempDir, StoreKeys) {
    let dir = tempfile::tempdir().unwrap();
    let keys = StoreKeys::derive(&RootKey::make_random());
    let store = Store::create(dir.path(), &keys).unwrap();
    store
        .transact(&actor(), |tx| -> Result<_, StoreError> {
            studio::insert(tx, &fields(), false)?;
            Ok(Acted::new((), Action::RegisterCreated))
        })
        .unwrap();
    (dir, keys)
}

fn contents(dir: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap()))
        .filter(|(name, _)| !name.ends_with("-shm"))
        .collect();
    files.sort();
    files
}

/// Names and digests: a failing comparison stays readable.
fn files(dir: &Path) -> Vec<(String, String)> {
    use sha2::{Digest, Sha256};
    contents(dir)
        .into_iter()
        .map(|(name, bytes)| (name, data_encoding::HEXLOWER.encode(&Sha256::digest(bytes))))
        .collect()
}

fn refusal(dir: &Path, keys: &StoreKeys) -> StoreError {
    let before = files(dir);
    let error = Store::open(dir, keys).err().expect("must be refused");
    assert_eq!(files(dir), before, "an attempt that is refused changes nothing: {error}");
    error
}

#[test]
fn the_library_is_new_enough() {
    let conn = open::in_memory().unwrap();
    let cipher: String = conn.query_row("PRAGMA cipher_version", [], |row| row.get(0)).unwrap();
    let numbers: Vec<u32> = cipher.split([' ', '.']).filter_map(|part| part.parse().ok()).take(2).collect();
    assert!(numbers >= vec![4, 19], "SQLCipher {cipher}");
    assert!(rusqlite::version_number() >= 3_051_003, "SQLite {}", rusqlite::version());
}

#[test]
fn what_was_written_is_there_after_closing_and_nothing_of_it_lies_plain() {
    let (dir, keys) = made();
    let store = Store::open(dir.path(), &keys).unwrap();
    let studio = store.read(studio::get).unwrap();
    assert_eq!(studio.fields, fields());
    drop(store);
    for (name, bytes) in contents(dir.path()) {
        for word in ["Kuvaamo", "1234567-1", "toimisto-1", "audit_entries", "SQLite format"] {
            assert!(!bytes.windows(word.len()).any(|part| part == word.as_bytes()), "{word} in {name}");
        }
    }
}

#[test]
fn the_log_is_empty_after_a_write() {
    let (dir, keys) = made();
    let store = Store::open(dir.path(), &keys).unwrap();
    store
        .transact(&actor(), |tx| -> Result<_, StoreError> {
            studio::update(tx, &fields(), 1)?;
            Ok(Acted::new((), Action::StudioUpdated).on(1))
        })
        .unwrap();
    assert_eq!(fs::metadata(dir.path().join("register.db-wal")).unwrap().len(), 0);
}

#[test]
fn nothing_there_is_absent() {
    let dir = tempfile::tempdir().unwrap();
    let keys = StoreKeys::derive(&RootKey::make_random());
    assert!(matches!(refusal(dir.path(), &keys), StoreError::Absent));
}

#[test]
fn a_second_create_is_refused() {
    let (dir, keys) = made();
    assert!(matches!(Store::create(dir.path(), &keys), Err(StoreError::Exists)));
}

#[test]
fn strange_files_are_not_registers() {
    let (dir, keys) = made();
    let path = dir.path().join(REGISTER_FILE);
    let noise: Vec<u8> = (0..40_960u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    for bytes in [&noise[..], &noise[..10_001], &[0; 8192][..], b"%PDF-1.7", b"x"] {
        fs::write(&path, bytes).unwrap();
        assert!(matches!(refusal(dir.path(), &keys), StoreError::NotARegister), "{} bytes", bytes.len());
    }
}

#[test]
fn a_plain_database_is_named() {
    let (dir, keys) = made();
    let path = dir.path().join(REGISTER_FILE);
    fs::remove_file(&path).unwrap();
    Connection::open(&path).unwrap().execute_batch("CREATE TABLE t (a)").unwrap();
    assert!(matches!(refusal(dir.path(), &keys), StoreError::PlainDatabase));
}

#[test]
fn every_shorter_file_is_cut_off() {
    let (dir, keys) = made();
    let path = dir.path().join(REGISTER_FILE);
    let whole = fs::read(&path).unwrap();
    for length in [0, 16, 100, 4096, 4097, 8192, whole.len() - 4096, whole.len() - 1] {
        fs::write(&path, &whole[..length]).unwrap();
        let error = refusal(dir.path(), &keys);
        assert!(matches!(error, StoreError::Truncated), "{length} of {}: {error}", whole.len());
    }
    fs::write(&path, &whole).unwrap();
    Store::open(dir.path(), &keys).unwrap();
}

#[test]
fn other_keys_and_another_registers_file_are_a_wrong_key() {
    let (dir, keys) = made();
    let other = StoreKeys::derive(&RootKey::make_random());
    assert!(matches!(refusal(dir.path(), &other), StoreError::WrongKey));
    let (stranger, _) = made();
    fs::copy(stranger.path().join(REGISTER_FILE), dir.path().join(REGISTER_FILE)).unwrap();
    assert!(matches!(refusal(dir.path(), &keys), StoreError::WrongKey));
}

#[test]
fn a_damaged_first_page_is_told_from_a_wrong_key() {
    let (dir, keys) = made();
    let path = dir.path().join(REGISTER_FILE);
    let mut bytes = fs::read(&path).unwrap();
    bytes[1000] ^= 1;
    fs::write(&path, &bytes).unwrap();
    assert!(matches!(refusal(dir.path(), &keys), StoreError::Damaged));
}

#[test]
fn a_flipped_bit_in_any_page_is_found() {
    let (dir, keys) = made();
    let path = dir.path().join(REGISTER_FILE);
    Store::open(dir.path(), &keys).unwrap().verify().unwrap();
    let whole = fs::read(&path).unwrap();
    for page in 1..whole.len() / 4096 {
        let mut bytes = whole.clone();
        bytes[page * 4096 + 777] ^= 0x40;
        fs::write(&path, &bytes).unwrap();
        let found = Store::open(dir.path(), &keys).and_then(|store| store.verify());
        assert!(matches!(found, Err(StoreError::Damaged)), "page {page}: {found:?}");
    }
}

#[test]
fn a_newer_register_is_left_alone() {
    let (dir, keys) = made();
    let conn = open::connect(&dir.path().join(REGISTER_FILE), &keys.register, Purpose::Writer).unwrap();
    conn.pragma_update(None, "user_version", 4_000).unwrap();
    drop(conn);
    assert!(matches!(refusal(dir.path(), &keys), StoreError::TooNew { found: 4_000, .. }));
}

/// A register as the program before the newest schema step left it.
fn made_before_the_newest_step() -> (TempDir, StoreKeys) {
    let dir = tempfile::tempdir().unwrap();
    let keys = StoreKeys::derive(&RootKey::make_random());
    let path = dir.path().join(REGISTER_FILE);
    let mut conn = open::create(&path, &keys.register, Purpose::Writer).unwrap();
    migrate::migrate(&mut conn, &MIGRATIONS[..MIGRATIONS.len() - 1], || Ok(())).unwrap();
    conn.execute(
        "INSERT INTO studio (id, name, business_id, language) VALUES (1, 'Kuvaamo', '1234567-1', 'fi')",
        [],
    )
    .unwrap();
    open::write_descriptor(dir.path(), &keys.register).unwrap();
    drop(keylist::create(&dir.path().join(KEYS_FILE), &keys.key_list).unwrap());
    (dir, keys)
}

#[test]
fn before_a_schema_step_the_file_is_copied_whole_and_still_encrypted() {
    let (dir, keys) = made_before_the_newest_step();
    let before = MIGRATIONS.len() - 1;
    let copy = dir.path().join(format!("register.schema-{before}.db"));

    let store = Store::open(dir.path(), &keys).unwrap();
    assert_eq!(store.read(studio::get).unwrap().fields.name, "Kuvaamo");
    assert_eq!(migrate::version(&store.register.writer()).unwrap() as usize, before + 1);
    drop(store);

    let copied = open::connect(&copy, &keys.register, Purpose::Reader).unwrap();
    assert_eq!(migrate::version(&copied).unwrap() as usize, before);
    let name: String = copied.query_row("SELECT name FROM studio", [], |row| row.get(0)).unwrap();
    assert_eq!(name, "Kuvaamo", "with the rows that stood only in the log before it was opened");
    drop(copied);
    let strange = StoreKeys::derive(&RootKey::make_random());
    assert!(open::connect(&copy, &strange.register, Purpose::Reader).is_err());
    assert!(!dir.path().join("register.db.copy.part").exists());

    let kept = fs::read(&copy).unwrap();
    Store::open(dir.path(), &keys).unwrap();
    assert_eq!(fs::read(&copy).unwrap(), kept, "a file that needs no step is not copied again");
}

#[test]
fn a_lost_key_list_is_never_replaced_in_silence() {
    let (dir, keys) = made();
    fs::remove_file(dir.path().join(KEYS_FILE)).unwrap();
    assert!(matches!(Store::open(dir.path(), &keys), Err(StoreError::Damaged)));
    assert!(!dir.path().join(KEYS_FILE).exists());
}

#[test]
fn one_program_at_a_time() {
    let (dir, keys) = made();
    let store = Store::open(dir.path(), &keys).unwrap();
    assert!(matches!(Store::open(dir.path(), &keys), Err(StoreError::InUse)));
    drop(store);
    Store::open(dir.path(), &keys).unwrap();
}

#[test]
fn a_write_is_whole_or_nothing_and_always_in_the_trail() {
    let (dir, keys) = made();
    let store = Store::open(dir.path(), &keys).unwrap();
    let ((), changes) = store
        .transact(&actor(), |tx| -> Result<_, StoreError> {
            studio::update(tx, &StudioFields { town: "Vaasa".to_owned(), ..fields() }, 1)?;
            Ok(Acted::new((), Action::StudioUpdated).on(1).fields(["town"]))
        })
        .unwrap();
    assert!(changes.touches(Entity::Studio) && changes.touches(Entity::AuditEntry));
    let refused = store.transact(&actor(), |tx| -> Result<Acted<()>, StoreError> {
        studio::update(tx, &fields(), 2)?;
        studio::update(tx, &fields(), 2)?;
        Ok(Acted::new((), Action::StudioUpdated))
    });
    assert!(matches!(refused, Err(StoreError::Stale { entity: Entity::Studio, id: 1 })));
    assert_eq!(store.read(studio::get).unwrap().fields.town, "Vaasa");
    let trail = store.read(|tx| crate::audit::list(tx, &AuditFilter::default(), None, 10)).unwrap();
    assert_eq!(trail.rows.len(), 2, "the refused write left no entry");
    assert_eq!(trail.rows[0].action, Action::StudioUpdated);
    assert_eq!(trail.rows[0].fields, ["town"]);
    assert_eq!(trail.rows[0].machine, "toimisto-1");
}

#[test]
fn the_trail_is_paged_filtered_and_cannot_be_rewritten() {
    let (dir, keys) = made();
    let store = Store::open(dir.path(), &keys).unwrap();
    for rev in 1..=5 {
        store
            .transact(&Actor { at: Instant(rev * 1_000), ..actor() }, |tx| -> Result<_, StoreError> {
                studio::update(tx, &fields(), rev)?;
                Ok(Acted::new((), Action::StudioUpdated).on(1).count(2))
            })
            .unwrap();
    }
    let filter = AuditFilter { actions: vec![Action::StudioUpdated], ..AuditFilter::default() };
    let first = store.read(|tx| crate::audit::list(tx, &filter, None, 3)).unwrap();
    let second = store.read(|tx| crate::audit::list(tx, &filter, first.next.as_deref(), 3)).unwrap();
    assert_eq!((first.rows.len(), second.rows.len(), second.next), (3, 2, None));
    let between = AuditFilter {
        entity: Some(Entity::Studio),
        entity_id: Some(1),
        from: Some(Instant(2_000)),
        until: Some(Instant(4_000)),
        ..AuditFilter::default()
    };
    assert_eq!(store.read(|tx| crate::audit::list(tx, &between, None, 10)).unwrap().rows.len(), 2);
    assert_eq!(store.read(verify).unwrap(), None);
    drop(store);

    let conn = open::connect(&dir.path().join(REGISTER_FILE), &keys.register, Purpose::Writer).unwrap();
    assert!(conn.execute("UPDATE audit_entries SET machine = 'x' WHERE id = 3", []).is_err());
    assert!(conn.execute("DELETE FROM audit_entries WHERE id = 3", []).is_err());
    conn.execute_batch(
        "DROP TRIGGER audit_entries_never_updated; UPDATE audit_entries SET machine = 'x' WHERE id = 3;",
    )
    .unwrap();
    let broken = verify(&ReadTx::new(&conn)).unwrap();
    assert_eq!(broken.unwrap().id.get(), 3, "the control: a rewritten row is found");
}

#[test]
fn the_trail_goes_by_time_also_where_the_clock_was_set_back() {
    let (dir, keys) = made();
    let store = Store::open(dir.path(), &keys).unwrap();
    let act = |at: i64, action: Action| {
        let actor = Actor { at: Instant(at), ..actor() };
        store.transact(&actor, |_| -> Result<_, StoreError> { Ok(Acted::new((), action)) }).unwrap();
    };
    for (at, action) in [
        (5_000, Action::RegisterUnlocked),
        (7_000, Action::RegisterLocked),
        (6_000, Action::RegisterUnlocked),
        (6_000, Action::PassphraseChanged),
        (8_000, Action::CustomerCreated),
    ] {
        act(at, action);
    }
    let times = |filter: &AuditFilter| {
        let (mut times, mut after) = (Vec::new(), None);
        loop {
            let page = store.read(|tx| crate::audit::list(tx, filter, after.as_deref(), 2)).unwrap();
            times.extend(page.rows.iter().map(|row| (row.at.millis(), row.id.get())));
            after = page.next;
            if after.is_none() {
                return times;
            }
        }
    };
    let span =
        AuditFilter { from: Some(Instant(5_000)), until: Some(Instant(8_000)), ..AuditFilter::default() };
    assert_eq!(times(&span), [(7_000, 3), (6_000, 5), (6_000, 4), (5_000, 2)]);
    let unlocked = AuditFilter { actions: vec![Action::RegisterUnlocked], ..span.clone() };
    assert_eq!(times(&unlocked), [(6_000, 4), (5_000, 2)]);
    let of_studio = AuditFilter { entity: Some(Entity::Studio), ..span.clone() };
    assert_eq!(times(&of_studio).len(), 3);
    let of_customers = AuditFilter { entity: Some(Entity::Customer), ..AuditFilter::default() };
    assert_eq!(times(&of_customers), [(8_000, 6)]);
    let neither = AuditFilter { actions: vec![Action::RegisterLocked], ..of_customers };
    assert_eq!(times(&neither), []);
}

#[test]
fn the_archive_goes_by_number_and_merges_states_page_by_page() {
    use crate::orders::{self, ArchiveOrder, OrderFilter};
    use domain::order::OrderState;
    let (dir, keys) = made();
    let store = Store::open(dir.path(), &keys).unwrap();
    let person = domain::customer::CustomerFields {
        last_name: "Öhman".to_owned(),
        country: "FI".to_owned(),
        ..Default::default()
    };
    let (customer, _) = store
        .transact(&actor(), |tx| -> Result<_, StoreError> {
            Ok(Acted::new(crate::customers::insert(tx, &person)?, Action::CustomerCreated))
        })
        .unwrap();
    for (number, state) in [
        ("2025-0001", "draft"),
        ("2026-0999", "sent"),
        ("2026-9998", "delivered"),
        ("2026-9999", "draft"),
        ("2026-10000", "confirmed"),
        ("2026-10001", "draft"),
        ("2027-0001", "confirmed"),
    ] {
        let sql = "INSERT INTO orders (number, customer_id, state, created_at) VALUES (?1, ?2, ?3, 1)";
        store.register.writer().execute(sql, (number, customer.get(), state)).unwrap();
    }
    let sorted = |search: &str, states: &[OrderState], order: ArchiveOrder| {
        let filter = OrderFilter { search: search.to_owned(), states: states.to_vec(), customer_id: None };
        let (mut numbers, mut after) = (Vec::new(), None);
        loop {
            let page = store.read(|tx| orders::list(tx, &filter, order, after.as_deref(), 2)).unwrap();
            numbers.extend(page.rows.into_iter().map(|row| row.number));
            after = page.next;
            if after.is_none() {
                return numbers;
            }
        }
    };
    let numbers = |search: &str, states: &[OrderState]| {
        let newest_first = sorted(search, states, ArchiveOrder::NumberDescending);
        let mut oldest_first = sorted(search, states, ArchiveOrder::Number);
        oldest_first.reverse();
        assert_eq!(oldest_first, newest_first);
        newest_first
    };
    let year = ["2026-10001", "2026-10000", "2026-9999", "2026-9998", "2026-0999"];
    assert_eq!(numbers("2026-", &[]), year);
    assert_eq!(numbers("2026-1", &[]), ["2026-10001", "2026-10000"]);
    assert_eq!(numbers("2026-9", &[OrderState::Draft]), ["2026-9999"]);
    assert_eq!(
        numbers("", &[OrderState::Draft, OrderState::Confirmed]),
        ["2027-0001", "2026-10001", "2026-10000", "2026-9999", "2025-0001"]
    );
    let strange = OrderFilter { search: "2026-".to_owned(), ..OrderFilter::default() };
    let refused = store.read(|tx| orders::list(tx, &strange, ArchiveOrder::default(), Some("zz"), 2));
    assert!(matches!(refused, Err(StoreError::BadCursor)));
}

/// Long enough that nothing is sorted whole: the archive and the customers are walked in the customers' order.
#[test]
fn a_long_archive_goes_by_customer_from_either_end() {
    use crate::customers::{self, NameOrder};
    use crate::orders::{self, ArchiveOrder, OrderFilter, OrderListed};
    use domain::order::OrderState;
    const IN_ORDER: [&str; 6] = ["Aaltonen", "Virtanen", "Wirtanen", "Åberg", "Äijälä", "Öhman"];
    let (dir, keys) = made();
    let store = Store::open(dir.path(), &keys).unwrap();
    let people: Vec<_> = (0..2_100)
        .map(|place| domain::customer::CustomerFields {
            last_name: IN_ORDER[place * 5 % 6].to_owned(),
            first_name: if place % 2 == 0 { "Aino" } else { "Ainomaija" }.to_owned(),
            country: "FI".to_owned(),
            ..Default::default()
        })
        .collect();
    store
        .transact(&actor(), |tx| -> Result<_, StoreError> {
            Ok(Acted::new(customers::insert_many(tx, &people)?, Action::CustomerCreated))
        })
        .unwrap();
    let sql = "WITH made AS (
            SELECT id AS customer_id, row_number() OVER (ORDER BY id % 97, id) AS place FROM customers
            UNION ALL SELECT id, 2100 + row_number() OVER (ORDER BY id) FROM customers WHERE id % 7 = 0
        )
        INSERT INTO orders (number, customer_id, state, created_at)
        SELECT printf('2026-%04d', place), customer_id, iif(place % 20 = 0, 'sent', 'draft'), 1
        FROM made ORDER BY place";
    store.register.writer().execute(sql, []).unwrap();

    let read = |filter: &OrderFilter, order: ArchiveOrder| -> Vec<OrderListed> {
        let (mut rows, mut after) = (Vec::new(), None);
        loop {
            let page = store.read(|tx| orders::list(tx, filter, order, after.as_deref(), 190)).unwrap();
            rows.extend(page.rows);
            after = page.next;
            if after.is_none() {
                return rows;
            }
        }
    };
    let filter = |search: &str, states: &[OrderState]| OrderFilter {
        search: search.to_owned(),
        states: states.to_vec(),
        customer_id: None,
    };
    for (what, filter, expected) in [
        ("all", filter("", &[]), 2_400),
        ("of a state that many have", filter("", &[OrderState::Draft]), 2_280),
        ("of a state that few have", filter("", &[OrderState::Sent]), 120),
        ("of every customer's name", filter("aino", &[]), 2_400),
        ("of some customers' names", filter("ohman", &[OrderState::Draft]), 381),
        ("a year", filter("2026-", &[]), 2_400),
        ("some numbers", filter("2026-02", &[OrderState::Draft]), 95),
    ] {
        let mut rows = read(&filter, ArchiveOrder::NumberDescending);
        assert!(rows.is_sorted_by(|one, next| one.id > next.id), "{what}");
        assert_eq!(rows.len(), expected, "{what}");
        let place = |row: &OrderListed| {
            let name = IN_ORDER.iter().position(|name| *name == row.last_name);
            (name, row.first_name.clone(), row.customer_id)
        };
        rows.sort_by_key(|row| place(row));
        assert!(read(&filter, ArchiveOrder::Customer) == rows, "{what}");
        rows.sort_by_key(|row| std::cmp::Reverse(place(row)));
        assert!(read(&filter, ArchiveOrder::CustomerDescending) == rows, "{what} from the end");
    }

    for search in ["", "aino", "ohman", "ainomaija virta"] {
        let names = |order: NameOrder| {
            let (mut names, mut after) = (Vec::new(), None);
            loop {
                let page =
                    store.read(|tx| customers::list(tx, search, order, after.as_deref(), 190)).unwrap();
                names.extend(page.rows.into_iter().map(|row| row.customer.id));
                after = page.next;
                if after.is_none() {
                    return names;
                }
            }
        };
        let mut back = names(NameOrder::Descending);
        back.reverse();
        assert_eq!(names(NameOrder::Ascending), back, "{search}");
    }
}

#[test]
fn keys_and_thumbnails_come_back() {
    let (dir, keys) = made();
    let store = Store::open(dir.path(), &keys).unwrap();
    let key = vault::PhotoKey::make_random();
    keylist::put(&store, "aa", &key).unwrap();
    assert_eq!(fs::metadata(dir.path().join("keys.db-wal")).unwrap().len(), 0, "no key stays in the log");
    assert!(matches!(keylist::put(&store, "aa", &key), Err(StoreError::NotUnique { .. })));
    let frame = domain::ids::FrameId(7);
    thumbnails::put(&store, frame, ThumbnailSize::Grid, b"one").unwrap();
    thumbnails::put(&store, frame, ThumbnailSize::Grid, b"two").unwrap();
    drop(store);
    let store = Store::open(dir.path(), &keys).unwrap();
    assert_eq!(keylist::get(&store, "aa").unwrap().unwrap(), key);
    assert!(keylist::get(&store, "bb").unwrap().is_none());
    assert_eq!(thumbnails::get(&store, frame, ThumbnailSize::Grid).unwrap().unwrap(), b"two");
    assert_eq!(thumbnails::get(&store, frame, ThumbnailSize::Preview).unwrap(), None);
    assert!(keylist::delete(&store, "aa").unwrap());
    assert!(keylist::get(&store, "aa").unwrap().is_none());
}

#[test]
fn thumbnails_kept_by_an_earlier_version_are_thrown_away() {
    let (dir, keys) = made();
    let frame = domain::ids::FrameId(7);
    let store = Store::open(dir.path(), &keys).unwrap();
    thumbnails::put(&store, frame, ThumbnailSize::Grid, b"one").unwrap();
    store.thumbnails.writer().pragma_update(None, "user_version", 1).unwrap();
    drop(store);
    let store = Store::open(dir.path(), &keys).unwrap();
    assert_eq!(thumbnails::get(&store, frame, ThumbnailSize::Grid).unwrap(), None);
}

#[test]
fn damaged_thumbnails_are_made_anew_and_nothing_else() {
    let (dir, keys) = made();
    fs::write(dir.path().join(THUMBNAILS_FILE), b"not a database at all").unwrap();
    let store = Store::open(dir.path(), &keys).unwrap();
    let frame = domain::ids::FrameId(7);
    thumbnails::put(&store, frame, ThumbnailSize::Grid, b"one").unwrap();
    assert_eq!(store.read(studio::get).unwrap().fields, fields());
}

#[test]
fn a_panic_in_a_write_takes_it_back_and_the_store_works_on() {
    let (dir, keys) = made();
    let store = Store::open(dir.path(), &keys).unwrap();
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        let _ = store.transact(&actor(), |tx| -> Result<Acted<()>, StoreError> {
            studio::update(tx, &StudioFields { town: "Vaasa".to_owned(), ..fields() }, 1)?;
            panic!("in the middle");
        });
    }));
    assert!(panicked.is_err());
    assert_eq!(store.read(studio::get).unwrap().rev, 1);
    store
        .transact(&actor(), |tx| -> Result<_, StoreError> {
            studio::update(tx, &fields(), 1)?;
            Ok(Acted::new((), Action::StudioUpdated))
        })
        .unwrap();
}

/// Readers that overlap keep the log from being emptied; of a page that was written again since the last of them began,
/// the file gets nothing, and of one behind it the older of two.
#[test]
fn a_register_is_whole_also_after_readers_that_kept_its_log() {
    use std::sync::mpsc::channel;

    let (dir, keys) = made();
    let store = &Store::open(dir.path(), &keys).unwrap();
    let write = |count: i64| {
        store
            .transact(&actor(), |tx| -> Result<_, StoreError> {
                for number in 0..count {
                    tx.conn().execute(
                        "INSERT INTO products (code, name_fi, name_sv, name_en, kind, price_cents, vat_class)
                         VALUES (?1 || '-' || (SELECT count(*) FROM products), ?2, '', '', 'other', 1, 'general')",
                        rusqlite::params![number, "x".repeat(80)],
                    )?;
                }
                Ok(Acted::new((), Action::ProductCreated))
            })
            .unwrap();
    };
    let reading = |until: std::sync::mpsc::Receiver<()>, begun: std::sync::mpsc::Sender<()>| {
        store
            .read(|tx| -> Result<_, StoreError> {
                crate::audit::head(tx)?;
                begun.send(()).unwrap();
                until.recv().unwrap();
                Ok(())
            })
            .unwrap();
    };
    std::thread::scope(|scope| {
        let (first_ends, first_until) = channel();
        let (second_ends, second_until) = channel();
        let (begun, has_begun) = channel();
        let begun_too = begun.clone();
        let first = scope.spawn(move || reading(first_until, begun));
        has_begun.recv().unwrap();
        write(400);
        scope.spawn(move || reading(second_until, begun_too));
        has_begun.recv().unwrap();
        first_ends.send(()).unwrap();
        first.join().unwrap();
        write(3);
        let in_file = crate::transfer::verify(&store.register.writer());
        assert!(
            matches!(in_file, Err(StoreError::Damaged)),
            "the control: the file alone has a gap: {in_file:?}"
        );
        let checking = scope.spawn(|| store.verify());
        second_ends.send(()).unwrap();
        checking.join().unwrap().unwrap();
    });
}
