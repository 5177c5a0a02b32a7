use domain::customer::CustomerFields;
use domain::field::{FieldProblem, FieldProblemAt};
use domain::ids::{CustomerId, FrameId, ProductId};
use domain::money::{Cents, VatClass};
use domain::order::{OrderLineFields, OrderState};
use domain::photo::{CodeReading, Exposure};
use domain::product::ProductFields;
use domain::provenance::FieldSource;
use domain::{Action, Entity, Language};
use store::audit::{self, AuditFilter};
use store::frames::NewFrame;
use store::sessions::SessionFields;
use store::{Acted, StoreError, frames, sessions};

use super::{ArchiveOrder, OrderDraft, OrderFilter};
use crate::customers::{ConsentChannel, MarketingAnswer, NameOrder};
use crate::testing::{TempRegister, question};
use crate::{Register, RegisterError};

fn customer(register: &Register) -> CustomerId {
    let fields = CustomerFields {
        last_name: "Virtanen".into(),
        first_name: "Mikko".into(),
        ..CustomerFields::default()
    };
    let answer = MarketingAnswer {
        is_given: false,
        wording: question(Language::Finnish),
        language: Language::Finnish,
        channel: ConsentChannel::Paper,
    };
    register.customer_create(fields, FieldSource::Given, answer).unwrap().customer.id
}

fn frame(register: &Register) -> FrameId {
    register
        .transact(|tx| {
            let session = sessions::insert(
                tx,
                SessionFields { name: "Koskelan koulu 3B", photographer: "", job_id: None },
                tx.now(),
            )?;
            let new = NewFrame {
                folder: "100CANON".into(),
                name: "IMG_0001".into(),
                camera: None,
                taken_at: None,
                taken_local: String::new(),
                offset_minutes: None,
                orientation: 1,
                width: 4000,
                height: 6000,
                exposure: Exposure::default(),
                has_preview: true,
                code_reading: CodeReading::Done,
                codes: Vec::new(),
                files: Vec::new(),
            };
            let id = frames::insert(tx, session, &new, tx.now())?;
            Ok(Acted::new(id, Action::FramesImported))
        })
        .unwrap()
}

fn product(register: &Register, code: &str) -> ProductId {
    register.product_list().unwrap().into_iter().find(|product| product.fields.code == code).unwrap().id
}

fn line(product_id: ProductId, frame_id: Option<FrameId>, quantity: u32, cents: i64) -> OrderLineFields {
    OrderLineFields { product_id, frame_id, quantity, unit_price: Cents(cents) }
}

fn draft(customer_id: CustomerId, lines: Vec<OrderLineFields>) -> OrderDraft {
    OrderDraft { stored: None, customer_id, note: " kiire ".into(), lines }
}

fn last_action(register: &Register) -> (Action, Option<i64>, Vec<String>) {
    let page = register.read(|tx| Ok(audit::list(tx, &AuditFilter::default(), None, 1)?)).unwrap();
    let entry = page.rows.into_iter().next().unwrap();
    (entry.action, entry.entity_id, entry.fields)
}

#[test]
fn an_order_goes_from_draft_to_delivered() {
    let register = TempRegister::new();
    let (who, frame) = (customer(&register), frame(&register));
    let (print, digital) = (product(&register, "10"), product(&register, "DIGI"));
    register.forget_notices();
    let lines = vec![line(print, Some(frame), 3, 995), line(digital, None, 1, 1990)];
    let card = register.order_save(draft(who, lines.clone())).unwrap();
    let id = card.order.id;
    assert_eq!((card.order.number.as_str(), card.order.state), ("2026-0001", OrderState::Draft));
    assert_eq!((card.order.note.as_str(), card.lines[0].frame_name.as_deref()), ("kiire", Some("IMG_0001")));
    assert_eq!((card.totals.gross, card.totals.vat), (Cents(4975), Cents(1011)));
    assert_eq!(register.order_totals(&lines).unwrap(), card.totals);
    assert_eq!(last_action(&register), (Action::OrderCreated, Some(id.get()), vec![]));
    assert!(register.changes().iter().any(|changes| changes.touches(Entity::Order)));

    let changed = OrderDraft {
        stored: Some((id, 1)),
        note: String::new(),
        ..draft(who, vec![line(digital, None, 1, 1990)])
    };
    let card = register.order_save(changed).unwrap();
    assert_eq!(card.order.rev, 2);
    assert_eq!(
        last_action(&register),
        (Action::OrderUpdated, Some(id.get()), vec!["note".to_owned(), "lines".to_owned()])
    );

    for (state, action) in [
        (OrderState::Confirmed, Action::OrderConfirmed),
        (OrderState::Sent, Action::OrderSent),
        (OrderState::Delivered, Action::OrderDelivered),
    ] {
        let rev = register.order_get(id).unwrap().order.rev;
        register.clock().advance(60_000);
        let card = match state {
            OrderState::Confirmed => register.order_confirm(id, rev),
            OrderState::Sent => register.order_send(id, rev),
            _ => register.order_deliver(id, rev),
        };
        assert_eq!(card.unwrap().order.state, state);
        assert_eq!(last_action(&register), (action, Some(id.get()), vec![]));
    }
    let order = register.order_get(id).unwrap().order;
    assert!(order.confirmed_at < order.sent_at && order.sent_at < order.delivered_at);
    let refused = register.order_cancel(id, order.rev);
    let expected = (OrderState::Delivered, OrderState::Cancelled);
    assert!(
        matches!(refused, Err(RegisterError::OrderStepRefused { state, next }) if (state, next) == expected)
    );
}

#[test]
fn confirming_needs_lines_and_a_frame_for_each_print() {
    let register = TempRegister::new();
    let who = customer(&register);
    let empty = register.order_save(draft(who, vec![])).unwrap().order;
    assert!(matches!(register.order_confirm(empty.id, empty.rev), Err(RegisterError::OrderEmpty)));
    let lines =
        vec![line(product(&register, "DIGI"), None, 1, 1990), line(product(&register, "13"), None, 1, 1490)];
    let order = register.order_save(draft(who, lines)).unwrap().order;
    let Err(RegisterError::Invalid(problems)) = register.order_confirm(order.id, order.rev) else {
        panic!("must be refused")
    };
    assert_eq!(problems, [FieldProblemAt::new("lines.1.frame_id", FieldProblem::Required)]);
    assert_eq!(register.order_get(order.id).unwrap().order.state, OrderState::Draft);
    register.order_cancel(order.id, order.rev).unwrap();
    assert_eq!(last_action(&register).0, Action::OrderCancelled);
}

#[test]
fn the_late_writer_is_refused_and_a_confirmed_order_is_fixed() {
    let register = TempRegister::new();
    let who = customer(&register);
    let lines = vec![line(product(&register, "DIGI"), None, 1, 1990)];
    let order = register.order_save(draft(who, lines.clone())).unwrap().order;
    register.order_confirm(order.id, order.rev).unwrap();
    let late = OrderDraft { stored: Some((order.id, order.rev)), ..draft(who, vec![]) };
    assert!(matches!(register.order_save(late), Err(RegisterError::OrderStale)));
    assert!(matches!(register.order_cancel(order.id, order.rev), Err(RegisterError::OrderStale)));
    let fixed = OrderDraft { stored: Some((order.id, order.rev + 1)), ..draft(who, vec![]) };
    assert!(matches!(register.order_save(fixed), Err(RegisterError::OrderNotDraft)));
    assert_eq!(register.order_get(order.id).unwrap().order.lines.len(), 1);
}

#[test]
fn unknown_and_withdrawn_things_are_refused_and_no_number_is_used_up() {
    let register = TempRegister::new();
    let who = customer(&register);
    let digital = product(&register, "DIGI");
    let kept = register.order_save(draft(who, vec![line(digital, None, 1, 1990)])).unwrap().order;
    let not_found = |result: Result<_, RegisterError>, entity: Entity| {
        let found = matches!(&result, Err(RegisterError::Store(StoreError::NotFound { entity: e, .. })) if *e == entity);
        assert!(found, "{result:?}");
    };
    not_found(register.order_save(draft(CustomerId(404), vec![])), Entity::Customer);
    not_found(register.order_save(draft(who, vec![line(ProductId(404), None, 1, 1)])), Entity::Product);
    not_found(register.order_save(draft(who, vec![line(digital, Some(FrameId(404)), 1, 1)])), Entity::Frame);
    let Err(RegisterError::Invalid(problems)) =
        register.order_save(draft(who, vec![line(digital, None, 0, -1)]))
    else {
        panic!("must be refused")
    };
    assert_eq!(problems.len(), 2);

    let listed = register.product_list().unwrap().into_iter().find(|product| product.id == digital).unwrap();
    let withdrawn = ProductFields { is_active: false, vat_class: VatClass::Reduced, ..listed.fields };
    register.product_update(digital, listed.rev, withdrawn).unwrap();
    let Err(RegisterError::Invalid(problems)) =
        register.order_save(draft(who, vec![line(digital, None, 1, 1)]))
    else {
        panic!("must be refused")
    };
    assert_eq!(problems, [FieldProblemAt::new("lines.0.product_id", FieldProblem::OutOfRange)]);
    assert_eq!(register.order_get(kept.id).unwrap().totals.by_rate[0].vat_bp, 2550, "as it was entered");
    let edited =
        OrderDraft { stored: Some((kept.id, kept.rev)), ..draft(who, vec![line(digital, None, 2, 1990)]) };
    assert_eq!(register.order_save(edited).unwrap().order.lines[0].fields.quantity, 2);
    let next = register.order_save(draft(who, vec![])).unwrap().order;
    assert_eq!(next.number, "2026-0002");
}

#[test]
fn numbers_follow_the_finnish_year_and_the_archive_finds_them() {
    let register = TempRegister::new();
    let who = customer(&register);
    register.order_save(draft(who, vec![])).unwrap();
    // 31 December 2026, 22.00 UTC is New Year in Finland
    let new_year = 1_798_754_400_000 - register.now().millis();
    register.clock().advance(new_year);
    assert_eq!(register.today(), "2027-01-01");
    register.order_save(draft(who, vec![])).unwrap();
    let filter = |search: &str| OrderFilter { search: search.into(), ..OrderFilter::default() };
    let numbers = |search: &str| -> Vec<String> {
        let page = register.order_search(&filter(search), ArchiveOrder::default(), None, 50).unwrap();
        page.rows.into_iter().map(|row| row.number).collect()
    };
    assert_eq!(numbers("virt"), ["2027-0001", "2026-0001"]);
    assert_eq!(numbers("2026-"), ["2026-0001"]);
    assert_eq!(
        register.customer_search("2027-0001", NameOrder::Ascending, None, 50).unwrap().rows[0].orders,
        2
    );
}

#[test]
fn the_vat_rate_is_that_of_the_day_on_which_the_order_is_confirmed() {
    let register = TempRegister::new();
    let who = customer(&register);
    let digital = product(&register, "DIGI");
    let listed = register.product_list().unwrap().into_iter().find(|product| product.id == digital).unwrap();
    let book = ProductFields { vat_class: VatClass::Reduced, ..listed.fields };
    // 31 December 2025, noon: the reduced rate is 14 % for the last day
    register.clock().advance(1_767_175_200_000 - register.now().millis());
    assert_eq!(register.today(), "2025-12-31");
    register.product_update(digital, listed.rev, book).unwrap();
    let rate = |id| register.order_get(id).unwrap().totals.by_rate[0].vat_bp;
    let enter = || register.order_save(draft(who, vec![line(digital, None, 1, 1990)])).unwrap().order;
    let (before, after) = (enter(), enter());
    register.order_confirm(before.id, before.rev).unwrap();
    register.clock().advance(24 * 60 * 60 * 1000);
    assert_eq!(register.today(), "2026-01-01");
    register.order_confirm(after.id, after.rev).unwrap();
    assert_eq!((rate(before.id), rate(after.id)), (1400, 1350));
    assert_eq!(register.order_totals(&[line(digital, None, 1, 1990)]).unwrap().by_rate[0].vat_bp, 1350);
}
