//! What must hold of orders and batches after any fault; has a control of its own.

use std::collections::BTreeSet;
use std::path::Path;

use domain::ids::{OrderId, PrintBatchId};
use domain::money::Cents;
use domain::order::OrderState;
use domain::partner::BatchState;
use exchange::plain::read::read;
use register::orders::{ArchiveOrder, OrderFilter};
use register::{Page, Register, RegisterError};

use crate::clerk::told;

/// Everything that is wrong: an acknowledged order or batch that is not there or not what it was said to be, a number given
/// twice, a sum that is not that of its lines, a batch half handed over or not in the ledger.
pub fn problems(register: &Register, said: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    for id in told(said, "saved") {
        if register.order_get(OrderId(id)).is_err() {
            found.push(format!("order {id} was acknowledged and is not there"));
        }
    }
    for id in told(said, "confirmed") {
        let state = register.order_get(OrderId(id)).map(|card| card.order.state);
        if !matches!(state, Ok(OrderState::Confirmed | OrderState::Sent)) {
            found.push(format!("order {id} was confirmed and is {state:?}"));
        }
    }
    for id in told(said, "handed") {
        let state = register.batch_get(PrintBatchId(id)).map(|listed| listed.batch.state);
        if !matches!(state, Ok(BatchState::HandedOver)) {
            found.push(format!("batch {id} was handed over and is {state:?}"));
        }
    }
    found.extend(problems_of_orders(register));
    found.extend(problems_of_batches(register));
    found
}

/// Fails with everything that is wrong.
#[track_caller]
pub fn assert_sound(register: &Register, said: &[String], when: &str) {
    let found = problems(register, said);
    assert!(found.is_empty(), "{when}: {found:#?}");
}

fn problems_of_orders(register: &Register) -> Vec<String> {
    let all = OrderFilter { search: String::new(), states: Vec::new(), customer_id: None };
    let orders = every(|after| register.order_search(&all, ArchiveOrder::Number, after, 200));
    let mut found = Vec::new();
    let numbers: BTreeSet<&str> = orders.iter().map(|order| order.number.as_str()).collect();
    if numbers.len() < orders.len() {
        found.push("an order number was given twice".to_owned());
    }
    for listed in &orders {
        let card = register.order_get(listed.id).unwrap();
        let lines =
            card.order.lines.iter().map(|line| line.fields.unit_price.0 * i64::from(line.fields.quantity));
        if Cents(lines.sum()) != listed.gross || card.order.lines.is_empty() {
            found.push(format!("order {} is not the sum of its lines", listed.number));
        }
        if (listed.state == OrderState::Draft) != card.order.confirmed_at.is_none() {
            found.push(format!("order {} is {:?}", listed.number, listed.state));
        }
    }
    found
}

fn problems_of_batches(register: &Register) -> Vec<String> {
    let batches = every(|after| register.batch_list(after, 100));
    let mut found = Vec::new();
    let mut handed_over = 0;
    for listed in &batches {
        let batch = &listed.batch;
        let name = &batch.number;
        let left = Path::new(&listed.parent_folder).join(&listed.part_name);
        if left.exists() {
            found.push(format!("batch {name} left a part of itself"));
        }
        let orders = batch.order_ids.iter().map(|id| register.order_get(*id).unwrap().order.state);
        let orders: BTreeSet<&str> = orders.map(OrderState::code).collect();
        match batch.state {
            BatchState::HandedOver => {
                handed_over += 1;
                let whole = read(Path::new(&batch.folder));
                let is_whole = whole
                    .as_ref()
                    .is_ok_and(|report| report.deviations.is_empty() && report.sums_sha256 == batch.sha256);
                if !is_whole {
                    found.push(format!("batch {name} was handed over and is {whole:?}"));
                }
                if orders != BTreeSet::from([OrderState::Sent.code()]) {
                    found.push(format!("batch {name} was handed over and its orders are {orders:?}"));
                }
            }
            BatchState::Failed => {
                if Path::new(&batch.folder).exists() {
                    found.push(format!("batch {name} failed and lies there all the same"));
                }
                if orders != BTreeSet::from([OrderState::Confirmed.code()]) {
                    found.push(format!("batch {name} failed and its orders are {orders:?}"));
                }
            }
            state => found.push(format!("batch {name} is {state:?}")),
        }
    }
    let disclosed = every(|after| register.disclosure_list(None, after, 100)).len();
    if disclosed != handed_over {
        found.push(format!("{handed_over} batches left the house, {disclosed} stand in the ledger"));
    }
    found
}

fn every<T>(page: impl Fn(Option<&str>) -> Result<Page<T>, RegisterError>) -> Vec<T> {
    let (mut rows, mut after) = (Vec::new(), None);
    loop {
        let next = page(after.as_deref()).unwrap();
        rows.extend(next.rows);
        after = next.next;
        if after.is_none() {
            return rows;
        }
    }
}

#[test]
fn the_check_of_the_office_sees_every_kind_of_loss() {
    use crate::card::Card;
    use crate::house::House;
    use crate::shop::Shop;

    let dir = tempfile::tempdir().unwrap();
    let house = House::create(&dir.path().join("data"));
    house.import(&Card::write(&dir.path().join("card"), 41, 2).path);
    let shop = Shop::open(&house);
    let folder = dir.path().join("batches");
    std::fs::create_dir(&folder).unwrap();
    let (task, batch) = house.batch_start(&shop.request(), &folder).unwrap();
    house.tasks().wait(task).unwrap();
    let said = [format!("confirmed {}", shop.order.get()), format!("handed {}", batch.get())];
    assert_eq!(problems(&house, &said), Vec::<String>::new());

    for line in ["saved 999999", "confirmed 999999", "handed 999999"] {
        assert_eq!(problems(&house, &[line.to_owned()]).len(), 1, "{line}");
    }
    let changed = |statement: &str, back: &str| {
        house.store().tamper(statement).unwrap();
        let found = problems(&house, &said).len();
        house.store().tamper(back).unwrap();
        assert_eq!(problems(&house, &said), Vec::<String>::new(), "put back");
        found
    };
    assert_eq!(
        changed("UPDATE orders SET state = 'confirmed'", "UPDATE orders SET state = 'sent'"),
        1,
        "a step that is gone"
    );
    for (statement, back, what) in [
        (
            "UPDATE orders SET confirmed_at = NULL",
            "UPDATE orders SET confirmed_at = created_at",
            "sent and never confirmed",
        ),
        (
            "UPDATE disclosures SET state = 'void'",
            "UPDATE disclosures SET state = 'made'",
            "a batch that is not in the ledger",
        ),
        (
            "UPDATE print_batches SET state = 'failed'",
            "UPDATE print_batches SET state = 'handed_over'",
            "a failed batch that lies there",
        ),
    ] {
        assert!(changed(statement, back) > 0, "{what}");
    }
    let listed = house.batch_get(batch).unwrap();
    let part = Path::new(&listed.parent_folder).join(&listed.part_name);
    std::fs::create_dir(&part).unwrap();
    assert_eq!(problems(&house, &said).len(), 1, "a part that was left");
    std::fs::remove_dir(&part).unwrap();
    let path = Path::new(&house.batch_get(batch).unwrap().batch.folder).join("README.txt");
    let whole = std::fs::read(&path).unwrap();
    std::fs::write(&path, b"x").unwrap();
    assert_eq!(problems(&house, &said).len(), 1, "a changed file");
    std::fs::write(&path, whole).unwrap();
    assert_eq!(problems(&house, &said), Vec::<String>::new());
}
