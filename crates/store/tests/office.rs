//! Customers, products and orders through the store: round trips, search, the Finnish order, numbers, states.

#![allow(clippy::unwrap_used, clippy::string_slice)]

use domain::customer::CustomerFields;
use domain::ids::{CustomerId, OrderId, ProductId};
use domain::money::Cents;
use domain::order::{OrderLineFields, OrderState};
use domain::product::starter_list;
use domain::{Action, Entity, Instant, Language};
use store::consents::{self, ConsentFields};
use store::customers::NameOrder;
use store::orders::{self, ArchiveOrder, NewLine, OrderFilter};
use store::{Acted, Actor, Store, StoreError, StoreKeys, WriteTx, customers, products};
use tempfile::TempDir;
use vault::RootKey;

const NOW: Instant = Instant(1_788_416_100_000);

fn made() -> (TempDir, Store) {
    let dir = tempfile::tempdir().unwrap();
    let store = Store::create(dir.path(), &StoreKeys::derive(&RootKey::make_random())).unwrap();
    store.spread_ids().unwrap();
    (dir, store)
}

fn write<T>(
    store: &Store,
    write: impl FnOnce(&mut WriteTx<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let actor = Actor { staff_id: None, machine: "toimisto-1".to_owned(), at: NOW };
    let done = store.transact(&actor, |tx| -> Result<_, StoreError> {
        Ok(Acted::new(write(tx)?, Action::CustomerUpdated))
    });
    Ok(done?.0)
}

fn person(last: &str, first: &str) -> CustomerFields {
    CustomerFields {
        last_name: last.into(),
        first_name: first.into(),
        country: "FI".into(),
        ..CustomerFields::default()
    }
}

fn cast(store: &Store) -> Vec<CustomerId> {
    let rows = [
        ("Öhman", "Sanna", "sanna.ohman@example.com", "+358 40 123 4567"),
        ("Virtanen", "Aino", "aino.virtanen@posti.example", "050 765 4321"),
        ("Virtanen", "Mikko", "", "09 555 0199"),
        ("Wirtanen", "Aino", "", ""),
        ("Åberg", "Stig", "", ""),
        ("Ähtäri", "Eino", "", ""),
        ("Koskelan koulu", "", "kanslia@koskela.example", "0400-123"),
        ("Kjær-Löf", "Anna-Maija", "", ""),
        ("<b>Robert'); DROP TABLE customers;--</b>", "\"* OR ä", "", ""),
    ];
    write(store, |tx| {
        rows.iter()
            .map(|(last, first, email, phone)| {
                let fields =
                    CustomerFields { email: (*email).into(), phone: (*phone).into(), ..person(last, first) };
                customers::insert(tx, &fields)
            })
            .collect()
    })
    .unwrap()
}

fn spoken(fields: &CustomerFields) -> String {
    format!("{} {}", fields.first_name, fields.last_name).trim().to_owned()
}

fn found(store: &Store, search: &str) -> Vec<String> {
    let page = store.read(|tx| customers::list(tx, search, NameOrder::Ascending, None, 50)).unwrap();
    page.rows.into_iter().map(|row| spoken(&row.customer.fields)).collect()
}

#[test]
fn customers_come_back_as_they_were_with_markup_as_text() {
    let (_dir, store) = made();
    let fields = CustomerFields {
        last_name: "<script>alert('Öhman')</script>".into(),
        first_name: "Sanna {{x}} \u{202e} 👩‍🎓".into(),
        email: "sanna@example.com".into(),
        phone: "+358 40 123 4567".into(),
        street: "Koulukatu 3 B".into(),
        postal_code: "00100".into(),
        town: "Espoo".into(),
        country: "FI".into(),
        language: Language::Swedish,
        note: "'; DELETE FROM orders; --\nrivi 2".into(),
    };
    let id = write(&store, |tx| customers::insert(tx, &fields)).unwrap();
    let stored = store.read(|tx| customers::get(tx, id)).unwrap();
    assert_eq!(stored.fields, fields);
    assert_eq!((stored.rev, stored.created_at, stored.is_marketing_permitted), (1, NOW, false));
    assert_eq!(found(&store, "alert öhm").len(), 1);
}

#[test]
fn many_customers_at_once_are_found_like_single_ones() {
    let (_dir, store) = made();
    cast(&store);
    let many = [
        CustomerFields { phone: "041 555 0101".into(), ..person("Niemi", "Aino") },
        CustomerFields { email: "Eero@Example.com".into(), ..person("Niemi", "Eero") },
    ];
    let ids = write(&store, |tx| customers::insert_many(tx, &many)).unwrap();
    assert_eq!(ids.len(), 2);
    assert_eq!(found(&store, "niemi"), ["Aino Niemi", "Eero Niemi"]);
    assert_eq!(found(&store, "5550101"), ["Aino Niemi"]);
    assert_eq!(found(&store, "+358 41 5550"), ["Aino Niemi"], "a beginning in the other form");
    assert_eq!(found(&store, "0101"), ["Aino Niemi"], "digits that begin no number are found inside one");
    assert_eq!(found(&store, "o@exam"), ["Eero Niemi"]);
    assert_eq!(found(&store, "ohman"), ["Sanna Öhman"]);
    write(&store, |tx| customers::update(tx, ids[0], 1, &person("Koski", "Aino"))).unwrap();
    assert_eq!(found(&store, "niemi"), ["Eero Niemi"]);
    assert_eq!(write(&store, |tx| customers::insert_many(tx, &[])).unwrap(), []);
}

#[test]
fn a_stale_edit_is_refused_and_a_fresh_one_moves_the_search_along() {
    let (_dir, store) = made();
    let ids = cast(&store);
    let married = person("Koskinen", "Aino");
    write(&store, |tx| customers::update(tx, ids[1], 1, &married)).unwrap();
    let stale = write(&store, |tx| customers::update(tx, ids[1], 1, &person("Muu", "Nimi")));
    assert!(matches!(stale, Err(StoreError::Stale { entity: Entity::Customer, .. })), "{stale:?}");
    let absent = write(&store, |tx| customers::update(tx, CustomerId(999), 1, &married));
    assert!(matches!(absent, Err(StoreError::NotFound { entity: Entity::Customer, id: 999 })));
    assert_eq!(found(&store, "koskinen"), ["Aino Koskinen"]);
    assert_eq!(found(&store, "virtanen"), ["Mikko Virtanen"]);
    assert_eq!(found(&store, "0507654"), Vec::<String>::new());
    assert_eq!(store.read(|tx| customers::get(tx, ids[1])).unwrap().rev, 2);
}

#[test]
fn the_list_stands_in_the_finnish_order_and_pages_meet() {
    let (_dir, store) = made();
    cast(&store);
    let all = found(&store, "");
    let order = [
        "\"* OR ä <b>Robert'); DROP TABLE customers;--</b>",
        "Anna-Maija Kjær-Löf",
        "Koskelan koulu",
        "Aino Virtanen",
        "Mikko Virtanen",
        "Aino Wirtanen",
        "Stig Åberg",
        "Eino Ähtäri",
        "Sanna Öhman",
    ];
    assert_eq!(all, order);
    let mut paged = Vec::new();
    let mut after = None;
    loop {
        let page =
            store.read(|tx| customers::list(tx, "", NameOrder::Ascending, after.as_deref(), 2)).unwrap();
        paged.extend(page.rows.into_iter().map(|row| spoken(&row.customer.fields)));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(paged, order);
    let bad = store.read(|tx| customers::list(tx, "", NameOrder::Ascending, Some("zz"), 2));
    assert!(matches!(bad, Err(StoreError::BadCursor)));
}

#[test]
fn both_lists_go_by_name_from_either_end_and_pages_meet() {
    let (_dir, store) = made();
    let names = ["Äijälä", "Öhman", "Virtanen", "Aaltonen", "Åberg", "Virtanen", "Wirtanen"];
    let ids: Vec<CustomerId> =
        write(&store, |tx| names.iter().map(|last| customers::insert(tx, &person(last, "Aino"))).collect())
            .unwrap();
    // numbers 1 to 7 are of each in turn, 8 is of the first Virtanen, 9 of Öhman
    write(&store, |tx| {
        for who in ids.iter().chain([&ids[2], &ids[1]]) {
            orders::insert(tx, 2026, *who, "", &[])?;
        }
        Ok(())
    })
    .unwrap();

    let listed = |order: NameOrder| {
        let mut pages: Vec<Vec<String>> = Vec::new();
        let mut after = None;
        loop {
            let page = store.read(|tx| customers::list(tx, "aino", order, after.as_deref(), 3)).unwrap();
            let row = |row: customers::CustomerListed| {
                format!(
                    "{} {}",
                    row.customer.fields.last_name,
                    ids.iter().position(|id| *id == row.customer.id).unwrap()
                )
            };
            pages.push(page.rows.into_iter().map(row).collect());
            after = page.next;
            if after.is_none() {
                return pages;
            }
        }
    };
    let forth = [
        vec!["Aaltonen 3", "Virtanen 2", "Virtanen 5"],
        vec!["Wirtanen 6", "Åberg 4", "Äijälä 0"],
        vec!["Öhman 1"],
    ];
    assert_eq!(listed(NameOrder::Ascending), forth);
    let back = [
        vec!["Öhman 1", "Äijälä 0", "Åberg 4"],
        vec!["Wirtanen 6", "Virtanen 5", "Virtanen 2"],
        vec!["Aaltonen 3"],
    ];
    assert_eq!(listed(NameOrder::Descending), back);

    let archive = |filter: &OrderFilter, order: ArchiveOrder| -> Vec<String> {
        let mut pages = Vec::new();
        let mut after = None;
        loop {
            let page = store.read(|tx| orders::list(tx, filter, order, after.as_deref(), 3)).unwrap();
            let rows: Vec<&str> = page.rows.iter().map(|row| &row.number[8..]).collect();
            pages.push(rows.join(" "));
            after = page.next;
            if after.is_none() {
                return pages;
            }
        }
    };
    let all = OrderFilter::default();
    assert_eq!(archive(&all, ArchiveOrder::Number), ["1 2 3", "4 5 6", "7 8 9"]);
    assert_eq!(archive(&all, ArchiveOrder::NumberDescending), ["9 8 7", "6 5 4", "3 2 1"]);
    assert_eq!(archive(&all, ArchiveOrder::Customer), ["4 8 3", "6 7 5", "1 9 2"]);
    assert_eq!(archive(&all, ArchiveOrder::CustomerDescending), ["9 2 1", "5 7 6", "8 3 4"]);
    let of_one = OrderFilter { customer_id: Some(ids[1]), ..OrderFilter::default() };
    assert_eq!(archive(&of_one, ArchiveOrder::Number), ["2 9"]);
    for order in [ArchiveOrder::NumberDescending, ArchiveOrder::Customer, ArchiveOrder::CustomerDescending] {
        assert_eq!(archive(&of_one, order), ["9 2"]);
    }
    let nothing = OrderFilter { search: "((".to_owned(), ..OrderFilter::default() };
    assert_eq!(archive(&nothing, ArchiveOrder::Customer), [""]);
    let first = store.read(|tx| orders::list(tx, &all, ArchiveOrder::Number, None, 3)).unwrap().next;
    let strange = store.read(|tx| orders::list(tx, &all, ArchiveOrder::Customer, first.as_deref(), 3));
    assert!(matches!(strange, Err(StoreError::BadCursor)), "a page of another order");
}

#[test]
fn search_finds_by_whatever_is_known() {
    let (_dir, store) = made();
    cast(&store);
    for (search, expected) in [
        ("virtanen aino", vec!["Aino Virtanen"]),
        ("AINO VIR", vec!["Aino Virtanen"]),
        ("aino", vec!["Aino Virtanen", "Aino Wirtanen"]),
        ("ohman", vec!["Sanna Öhman"]),
        ("ÖHM san", vec!["Sanna Öhman"]),
        ("aberg", vec!["Stig Åberg"]),
        ("ahtari", vec!["Eino Ähtäri"]),
        ("kjar", vec!["Anna-Maija Kjær-Löf"]),
        ("kjær", vec!["Anna-Maija Kjær-Löf"]),
        ("annamaija lof", vec!["Anna-Maija Kjær-Löf"]),
        ("040 123", vec!["Sanna Öhman"]),
        ("+358 40 1234", vec!["Sanna Öhman"]),
        ("3456", vec!["Sanna Öhman"]),
        ("0400-123", vec!["Koskelan koulu"]),
        ("sanna 4567", vec!["Sanna Öhman"]),
        ("aino 4567", vec![]),
        ("05", vec!["Aino Virtanen"]),
        ("kanslia", vec!["Koskelan koulu"]),
        ("virtanen@po", vec!["Aino Virtanen"]),
        ("rtanen@posti.ex", vec!["Aino Virtanen"]),
        ("@koskela", vec!["Koskelan koulu"]),
        ("aino@posti", vec![]),
        ("SANNA.OHMAN@", vec!["Sanna Öhman"]),
        ("ansli", vec!["Koskelan koulu"]),
        ("drop table", vec!["\"* OR ä <b>Robert'); DROP TABLE customers;--</b>"]),
        ("irtane", vec!["Aino Virtanen"]),
        ("\"", vec![]),
        ("* ( )", vec![]),
        ("NEAR(aino virtanen)", vec![]),
        ("2026-0001", vec![]),
    ] {
        assert_eq!(found(&store, search), expected, "{search:?}");
    }
}

fn shop(store: &Store) -> (Vec<CustomerId>, Vec<ProductId>) {
    let customers = cast(store);
    let products = write(store, |tx| {
        starter_list().iter().map(|product| products::insert(tx, product)).collect::<Result<Vec<_>, _>>()
    })
    .unwrap();
    (customers, products)
}

fn line(product: ProductId, quantity: u32) -> NewLine {
    let fields = OrderLineFields { product_id: product, frame_id: None, quantity, unit_price: Cents(995) };
    NewLine { fields, vat_bp: 2550 }
}

#[test]
fn orders_keep_their_lines_and_numbers_are_never_given_twice() {
    let (_dir, store) = made();
    let (who, what) = shop(&store);
    let lines = [line(what[2], 3), line(what[11], 1)];
    let first = write(&store, |tx| orders::insert(tx, 2026, who[0], "kiire", &lines)).unwrap();
    let undone: Result<(), StoreError> = write(&store, |tx| {
        orders::insert(tx, 2026, who[0], "", &[])?;
        Err(StoreError::BadCursor)
    });
    assert!(undone.is_err());
    let second = write(&store, |tx| orders::insert(tx, 2026, who[1], "", &[])).unwrap();
    let next_year = write(&store, |tx| orders::insert(tx, 2027, who[1], "", &[])).unwrap();
    let number = |id| store.read(|tx| orders::get(tx, id)).unwrap().number;
    assert_eq!([number(first), number(second), number(next_year)], ["2026-0001", "2026-0002", "2027-0001"]);

    let order = store.read(|tx| orders::get(tx, first)).unwrap();
    assert_eq!((order.state, order.note.as_str(), order.rev), (OrderState::Draft, "kiire", 1));
    let stored: Vec<_> = order.lines.iter().map(|line| (line.fields.clone(), line.vat_bp)).collect();
    assert_eq!(stored, lines.clone().map(|line| (line.fields, line.vat_bp)));
    let described = store.read(|tx| orders::described_lines(tx, first)).unwrap();
    assert_eq!((described[0].product_code.as_str(), described[0].is_print), ("10", true));
    assert_eq!(described[1].names, ["Digikuva", "Digital bild", "Digital file"]);

    write(&store, |tx| orders::update_draft(tx, first, 1, who[1], "", &[line(what[3], 2)])).unwrap();
    let stale = write(&store, |tx| orders::update_draft(tx, first, 1, who[0], "", &[]));
    assert!(matches!(stale, Err(StoreError::Stale { entity: Entity::Order, .. })));
    let order = store.read(|tx| orders::get(tx, first)).unwrap();
    assert_eq!((order.lines.len(), order.customer_id, order.rev), (1, who[1], 2));
}

#[test]
fn states_note_their_moment_and_two_writers_cannot_both_step() {
    let (_dir, store) = made();
    let (who, what) = shop(&store);
    let id = write(&store, |tx| orders::insert(tx, 2026, who[0], "", &[line(what[0], 1)])).unwrap();
    let step = |rev, from, to| write(&store, |tx| orders::advance(tx, id, rev, from, to));
    use OrderState::{Cancelled, Confirmed, Delivered, Draft, Sent};
    assert!(step(1, Draft, Sent).is_err(), "no short cut");
    step(1, Draft, Confirmed).unwrap();
    assert!(matches!(step(1, Draft, Cancelled), Err(StoreError::Stale { .. })), "the other writer is late");
    let redrawn = write(&store, |tx| orders::update_draft(tx, id, 2, who[0], "", &[]));
    assert!(matches!(redrawn, Err(StoreError::Stale { .. })), "a confirmed order keeps its lines");
    let moved = write(&store, |tx| orders::mark_sent(tx, &[id, id])).unwrap();
    assert_eq!(moved, [id]);
    step(3, Sent, Delivered).unwrap();
    let order = store.read(|tx| orders::get(tx, id)).unwrap();
    let moments = [order.confirmed_at, order.sent_at, order.delivered_at, order.cancelled_at];
    assert_eq!(moments, [Some(NOW), Some(NOW), Some(NOW), None]);
    assert_eq!(order.lines.len(), 1);
    let absent = write(&store, |tx| orders::mark_sent(tx, &[OrderId(99)]));
    assert!(matches!(absent, Err(StoreError::NotFound { entity: Entity::Order, id: 99 })));
}

#[test]
fn the_archive_is_searched_by_number_name_state_and_customer() {
    let (_dir, store) = made();
    let (who, what) = shop(&store);
    let ids: Vec<OrderId> = write(&store, |tx| {
        [who[0], who[1], who[1], who[2]]
            .iter()
            .map(|customer| orders::insert(tx, 2026, *customer, "", &[line(what[2], 2), line(what[11], 1)]))
            .collect()
    })
    .unwrap();
    write(&store, |tx| orders::advance(tx, ids[1], 1, OrderState::Draft, OrderState::Confirmed)).unwrap();
    let numbers = |search: &str, states: &[OrderState], customer: Option<CustomerId>| -> String {
        let filter = OrderFilter { search: search.into(), states: states.to_vec(), customer_id: customer };
        let mut found = Vec::new();
        let mut after = None;
        loop {
            let page = store
                .read(|tx| orders::list(tx, &filter, ArchiveOrder::default(), after.as_deref(), 2))
                .unwrap();
            found.extend(page.rows.into_iter().map(|row| row.number[5..].to_owned()));
            after = page.next;
            if after.is_none() {
                return found.join(" ");
            }
        }
    };
    use OrderState::{Cancelled, Confirmed, Draft};
    assert_eq!(numbers("", &[], None), "0004 0003 0002 0001");
    assert_eq!(numbers("2026-", &[], None), "0004 0003 0002 0001");
    assert_eq!(numbers("2026-0003", &[], None), "0003");
    assert_eq!(numbers("2025-", &[], None), "");
    assert_eq!(numbers("virt", &[], None), "0004 0003 0002");
    assert_eq!(numbers("aino vir", &[], None), "0003 0002");
    assert_eq!(numbers("ohman", &[], None), "0001");
    assert_eq!(numbers("virt", &[Confirmed], None), "0002");
    assert_eq!(numbers("", &[Confirmed], None), "0002");
    assert_eq!(numbers("", &[Draft, Cancelled], None), "0004 0003 0001");
    assert_eq!(numbers("", &[], Some(who[1])), "0003 0002");
    assert_eq!(numbers("", &[Draft], Some(who[1])), "0003");
    assert_eq!(numbers("2026-0001", &[], Some(who[1])), "");
    assert_eq!(numbers("((", &[], None), "");

    let row = store
        .read(|tx| orders::list(tx, &OrderFilter::default(), ArchiveOrder::default(), None, 1))
        .unwrap()
        .rows
        .remove(0);
    assert_eq!((row.pieces, row.gross, row.last_name.as_str()), (3, Cents(2985), "Virtanen"));
    assert_eq!(found(&store, "2026-0001"), ["Sanna Öhman"]);
    assert_eq!(found(&store, "2026-000"), ["Aino Virtanen", "Mikko Virtanen", "Sanna Öhman"]);
    let listed =
        store.read(|tx| customers::list(tx, "aino virtanen", NameOrder::Ascending, None, 5)).unwrap();
    assert_eq!(listed.rows[0].orders, 2);
    assert_eq!(store.read(|tx| orders::ids_in_state(tx, Confirmed)).unwrap(), [ids[1]]);
}

#[test]
fn products_have_unique_codes_and_are_listed_by_them() {
    let (_dir, store) = made();
    shop(&store);
    let mut again = starter_list().remove(0);
    let taken = write(&store, |tx| products::insert(tx, &again)).unwrap_err();
    assert!(taken.is_not_unique("products.code"), "{taken}");
    let list = store.read(products::list).unwrap();
    let codes: Vec<&str> = list.iter().map(|product| product.fields.code.as_str()).collect();
    assert_eq!(codes, ["06", "09", "10", "11", "13", "15", "15P", "18", "20", "30", "A4", "DIGI", "TOIM"]);
    assert_eq!(list[0].fields, again);
    again.price = Cents(550);
    again.is_active = false;
    write(&store, |tx| products::update(tx, list[0].id, 1, &again)).unwrap();
    let stale = write(&store, |tx| products::update(tx, list[0].id, 1, &again));
    assert!(matches!(stale, Err(StoreError::Stale { entity: Entity::Product, .. })));
    assert_eq!(store.read(|tx| products::get(tx, list[0].id)).unwrap().fields, again);
}

#[test]
fn the_latest_answer_counts_and_the_earlier_ones_stay() {
    let (_dir, store) = made();
    let who = cast(&store)[0];
    for (is_given, channel) in [(true, "desk"), (false, "phone")] {
        let answer = ConsentFields {
            purpose: "marketing",
            is_given,
            wording: "Får vi skicka erbjudanden? <i>".into(),
            language: Language::Swedish,
            channel,
        };
        write(&store, |tx| consents::insert(tx, who, &answer)).unwrap();
        assert_eq!(store.read(|tx| customers::get(tx, who)).unwrap().is_marketing_permitted, is_given);
    }
    let answers = store.read(|tx| consents::list(tx, who)).unwrap();
    let told: Vec<_> = answers.iter().map(|answer| (answer.is_given, answer.channel.as_str())).collect();
    assert_eq!(told, [(false, "phone"), (true, "desk")]);
    assert_eq!(answers[0].wording, "Får vi skicka erbjudanden? <i>");
}
