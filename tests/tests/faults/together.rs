//! Two programs on one register, and everybody at once within one.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

use api::error::{ApiError, ErrorCode};
use domain::Language;
use domain::customer::CustomerFields;
use domain::ids::OrderId;
use domain::provenance::FieldSource;
use register::customers::{ConsentChannel, MarketingAnswer};
use register::frames::NewMarks;
use register::orders::{ArchiveOrder, OrderDraft, OrderFilter};
use register::testing::question;
use store::customers::NameOrder;

use crate::card::Card;
use crate::check;
use crate::clerk::Clerk;
use crate::form::times;
use crate::house::House;
use crate::office;
use crate::shop::Shop;

#[test]
fn a_second_program_is_told_that_the_register_is_in_use_and_changes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    crate::kill_clerk::studio(dir.path());
    let data = dir.path().join("data");
    let house = House::open(&data).unwrap();
    let second = House::open(&data).err().map(|error| ApiError::from(&error).code);
    assert_eq!(second, Some(ErrorCode::RegisterInUse));
    assert_eq!(Clerk::start("order", dir.path(), None).dead(), Vec::<String>::new(), "it never opened");
    office::assert_sound(&house, &[], "beside a second program");
    drop(house);
    let said = Clerk::start("order", dir.path(), None).killed(2, std::time::Duration::ZERO);
    office::assert_sound(&House::open(&data).unwrap(), &said, "the control: it opens when nobody has it");
}

#[test]
fn everybody_at_once_breaks_no_rule() {
    let rounds = times(60, 1500);
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("data");
    let house = House::create(&data);
    house.import(&Card::write(&dir.path().join("card"), 61, 6).path);
    let shop = Shop::open(&house);
    let template = house.order_get(shop.order).unwrap().order;
    let frames: Vec<_> = check::rows(&house).into_keys().collect();
    let (said, customers) = (std::sync::Mutex::new(Vec::new()), AtomicUsize::new(1));
    let is_over = AtomicBool::new(false);
    let (task, _) = house.start_import(&Card::write(&dir.path().join("second"), 62, times(60, 400)).path);

    thread::scope(|scope| {
        let house = &house;
        let mut writers = Vec::new();
        for writer in 0..3 {
            let (said, template) = (&said, &template);
            writers.push(scope.spawn(move || {
                for round in 0..rounds {
                    let draft = OrderDraft {
                        stored: None,
                        customer_id: template.customer_id,
                        note: format!("{writer}/{round}"),
                        lines: template.lines.iter().map(|line| line.fields.clone()).collect(),
                    };
                    let saved = house.order_save(draft).unwrap().order;
                    let confirmed = house.order_confirm(saved.id, saved.rev).unwrap().order;
                    said.lock().unwrap().push(format!("confirmed {}", confirmed.id.get()));
                }
            }));
        }
        writers.push(scope.spawn(|| {
            for round in 0..rounds {
                let fields = CustomerFields {
                    last_name: "Virtanen".to_owned(),
                    first_name: format!("{round}"),
                    country: "FI".to_owned(),
                    language: Language::Finnish,
                    ..CustomerFields::default()
                };
                let answer = MarketingAnswer {
                    is_given: false,
                    wording: question(Language::Finnish),
                    language: Language::Finnish,
                    channel: ConsentChannel::Desk,
                };
                house.customer_create(fields, FieldSource::Given, answer).unwrap();
                customers.fetch_add(1, Ordering::Relaxed);
            }
        }));
        writers.push(scope.spawn(|| {
            for round in 0..rounds {
                let rating = u8::try_from(round % 6).unwrap();
                let marks = NewMarks {
                    rating: Some(rating),
                    is_rejected: Some(round % 2 == 0),
                    ..NewMarks::default()
                };
                house.frame_mark(&frames, marks).unwrap();
            }
        }));
        let reader = scope.spawn(|| {
            let all = OrderFilter { search: String::new(), states: Vec::new(), customer_id: None };
            while !is_over.load(Ordering::Acquire) {
                // snapshots keep the log from being emptied: what a writer meets in a busy office
                house.order_search(&all, ArchiveOrder::Customer, None, 200).unwrap();
                house.customer_search("virt", NameOrder::Ascending, None, 50).unwrap();
            }
        });
        for writer in writers {
            writer.join().unwrap();
        }
        is_over.store(true, Ordering::Release);
        reader.join().unwrap();
    });
    house.tasks().wait(task).unwrap();

    let said = said.into_inner().unwrap();
    assert_eq!(said.len(), 3 * rounds);
    let acknowledged = house.acknowledged();
    let check_all = |house: &House, when: &str| {
        assert_eq!(house.alarm(), None, "{when}");
        check::assert_sound(house, &acknowledged, when);
        office::assert_sound(house, &said, when);
        let orders = said.iter().filter_map(|line| line.split_once(' ')?.1.parse().ok()).map(OrderId);
        assert_eq!(
            orders.collect::<std::collections::BTreeSet<_>>().len(),
            3 * rounds,
            "{when}: each has its own row"
        );
        let stored = house.read(|tx| Ok(store::customers::count(tx)?)).unwrap();
        assert_eq!(stored as usize, customers.load(Ordering::Relaxed), "{when}");
    };
    check_all(&house, "while it is open");
    drop(house);
    check_all(&House::open(&data).unwrap(), "opened again");
}
