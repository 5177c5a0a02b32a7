//! What a batch brings to the partner, and what the ledger then says.

use super::*;

#[test]
fn a_hand_over_is_whole_nameless_and_in_the_ledger() {
    let house = House::new();
    let (first, second) = (house.good_order(), house.order(&[(house.small, Some(house.frames[0]), 3)]));
    let target = house.target("lab");
    let request = house.request(&[first, second]);

    let plan = house.register.batch_plan(&request).expect("plan");
    assert!(plan.can_run && plan.issues.iter().all(|issue| !issue.is_stopping), "{plan:?}");
    assert_eq!((plan.orders, plan.files, plan.prints, plan.customers), (2, 3, 6, 1));
    let sizes: Vec<_> = plan.sizes.iter().map(|size| (size.size.as_str(), size.files, size.prints)).collect();
    assert_eq!(sizes, [("10x15", 2, 5), ("13x18 matta", 1, 1)]);
    assert!(house.ledger().is_empty(), "a plan stores nothing");

    house.register.forget_notices();
    let batch = house.hand_over(&request, &target).expect("handed over");
    assert_eq!(batch.state, BatchState::HandedOver);
    assert_eq!(names(&target), ["Kontakti_2026-001"]);
    let folder = target.join("Kontakti_2026-001");
    assert_eq!(Path::new(&batch.folder), folder);

    let report = read(&folder).expect("readable");
    assert_eq!(
        report.deviations,
        [],
        "the strict reader finds nothing wrong: pixels, profile, metadata, sums"
    );
    assert_eq!((report.orders, report.files, report.prints), (2, 3, 6));
    assert_eq!((batch.files, batch.prints, batch.bytes), (3, 6, report.folder_bytes));
    let mut files = Vec::new();
    everything(&folder, "", &mut files);
    let paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "10x15/2x_A0000001.JPG",
            "10x15/3x_A0000003.JPG",
            "13x18_matta/1x_A0000002.JPG",
            "README.txt",
            "SHA256SUMS",
            "manifest.csv",
            "manifest.json",
            "slips/2026-0001.pdf",
            "slips/2026-0002.pdf",
        ]
    );
    for (path, bytes) in &files {
        let text = format!("{path} {}", String::from_utf8_lossy(bytes));
        for name in ["Aino", "Virtanen", "Mikko", "Koskela"] {
            assert!(!text.contains(name), "{name} in {path}");
        }
        let is_list = !path.ends_with(".JPG") && !path.ends_with(".pdf");
        assert!(!is_list || !text.contains("3B"), "the class in {path}");
    }
    // portrait 10x15 at 300 dpi, and the lying frame gets a lying 13x18
    let csv = fs::read_to_string(folder.join("manifest.csv")).expect("csv");
    assert!(csv.contains(";1205;1795;sRGB;"), "{csv}");
    assert!(csv.contains(";2102;1500;sRGB;"), "{csv}");
    assert!(csv.contains(";'=13;"), "a product code that looks like a formula is guarded: {csv}");

    let ledger = house.ledger();
    assert_eq!(ledger.len(), 1);
    let row = &ledger[0].disclosure;
    let sums = fs::read(folder.join("SHA256SUMS")).expect("sums");
    assert_eq!(row.sha256, sha256_hex(&sums));
    assert_eq!(batch.sha256, row.sha256);
    assert_eq!(
        (row.recipient.as_str(), row.country.as_str(), row.agreement_on.as_str()),
        ("Kuvatuote Oy", "FI", "2026-01-15")
    );
    assert_eq!((row.purpose.as_str(), row.files, row.customers), ("printing", 3, 1));
    assert_eq!(row.fields, ["photo", "order_number", "product", "size", "quantity"]);

    assert_eq!((house.state(first), house.state(second)), (OrderState::Sent, OrderState::Sent));
    let changes = house.register.changes();
    let last = changes.last().expect("a change");
    for entity in [Entity::PrintBatch, Entity::Disclosure, Entity::Order] {
        assert!(last.touches(entity), "{entity:?}");
    }
    let page =
        house.register.read(|tx| Ok(audit::list(tx, &AuditFilter::default(), None, 10)?)).expect("trail");
    assert_eq!(page.rows[0].action, Action::PrintBatchHandedOver);
}

#[test]
fn the_ledger_says_what_was_given_of_whom() {
    let house = House::new();
    let (first, second) = (house.good_order(), house.order(&[(house.small, Some(house.frames[2]), 3)]));
    let target = house.target("lab");
    house.hand_over(&house.request(&[first, second]), &target).expect("handed over");
    let id = house.ledger()[0].disclosure.id;

    let card = house.register.disclosure_get(id).expect("row");
    assert_eq!(card.listed, house.ledger()[0]);
    let customers: Vec<_> = card.customers.iter().map(|of| (of.id, of.last_name.as_str())).collect();
    assert_eq!(customers, [(house.customer, "Virtanen")]);
    assert_eq!(
        (card.order_ids, card.order_numbers),
        (vec![first, second], vec!["2026-0001".into(), "2026-0002".into()])
    );
    let files: Vec<_> = card
        .files
        .iter()
        .map(|file| {
            let printed = &file.printed;
            let frame = printed.frame_name.as_deref().unwrap_or_default();
            (
                file.stem.as_str(),
                printed.order_id,
                printed.line,
                frame,
                printed.size.as_str(),
                printed.quantity,
            )
        })
        .collect();
    assert_eq!(
        files,
        [
            ("A0000001", first, 1, "Aino_Virtanen_1", "10x15", 2),
            ("A0000002", first, 2, "Aino_Virtanen_2", "13x18 matta", 1),
            ("A0000003", second, 1, "Aino_Virtanen_3", "10x15", 3),
        ]
    );

    let of = |customer| house.register.disclosure_list(Some(customer), None, 10).expect("ledger").rows;
    assert_eq!(of(house.customer), house.ledger());
    let stranger = house
        .register
        .transact(|tx| {
            let fields =
                CustomerFields { last_name: "Öhman".to_owned(), ..CustomerFields::default().tidied() };
            Ok(Acted::new(customers::insert(tx, &fields)?, Action::CustomerCreated))
        })
        .expect("customer");
    assert!(of(stranger).is_empty(), "nothing of this customer was given to anybody");
    let page = house.register.disclosure_list(Some(house.customer), None, 1).expect("page");
    assert_eq!((page.rows.len(), page.next), (1, None));

    let void = house.order(&[(house.small, Some(house.frames[0]), 1)]);
    let begun = house.register.batch_begin(&house.request(&[void]), &target).expect("begun");
    house.register.batch_run(begun, &mut TaskCtx::cancelled_at(1)).expect_err("stopped");
    assert!(matches!(
        house.register.disclosure_get(domain::ids::DisclosureId(id.get() + 1)),
        Err(RegisterError::Store(store::StoreError::NotFound { entity: Entity::Disclosure, .. }))
    ));
}

#[test]
fn an_order_with_prints_is_sent_by_handing_it_over_only() {
    let house = House::new();
    let order = house.good_order();
    let card = house.register.order_get(order).expect("order");
    assert_eq!(card.next_states, [OrderState::Cancelled]);
    assert!(card.awaits_hand_over);
    let refused = house.register.order_send(order, card.order.rev);
    assert!(matches!(refused, Err(RegisterError::OrderHasPrints)), "{refused:?}");
    house.hand_over(&house.request(&[order]), &house.target("lab")).expect("handed over");
    let card = house.register.order_get(order).expect("order");
    assert_eq!((card.order.state, card.next_states), (OrderState::Sent, vec![OrderState::Delivered]));
    assert!(!card.awaits_hand_over);
}

#[test]
fn what_is_printed_is_what_was_confirmed_whatever_becomes_of_the_product() {
    let house = House::new();
    let order = house.good_order();
    let product = |id| {
        let list = house.register.product_list().expect("products");
        list.into_iter().find(|product| product.id == id).expect("product")
    };
    let (small, large) = (product(house.small), product(house.large));
    let bigger = super::product("T10", "20x30", (203, 305), "kiiltava");
    house.register.product_update(small.id, small.rev, bigger).expect("update");
    let no_print = ProductFields { kind: ProductKind::Other, ..large.fields };
    house.register.product_update(large.id, large.rev, no_print).expect("update");

    let plan = house.register.batch_plan(&house.request(&[order])).expect("plan");
    let sizes: Vec<_> = plan.sizes.iter().map(|size| (size.size.as_str(), size.prints)).collect();
    assert_eq!(sizes, [("10x15", 2), ("13x18 matta", 1)]);
    let target = house.target("lab");
    house.hand_over(&house.request(&[order]), &target).expect("handed over");
    let folder = target.join("Kontakti_2026-001");
    let csv = fs::read_to_string(folder.join("manifest.csv")).expect("csv");
    assert!(csv.contains(";1205;1795;sRGB;") && csv.contains(";2102;1500;sRGB;"), "{csv}");
    assert_eq!(read(&folder).expect("readable").deviations, []);

    let next = house.order(&[(house.small, Some(house.frames[0]), 1)]);
    let plan = house.register.batch_plan(&house.request(&[next])).expect("plan");
    assert_eq!(plan.sizes[0].size, "20x30 kiiltava", "control: an order of today has today's sheet");
}

#[test]
fn sending_again_is_a_new_batch_that_refers_to_the_first() {
    let house = House::new();
    let order = house.good_order();
    let target = house.target("lab");
    let first = house.hand_over(&house.request(&[order]), &target).expect("first");
    let other =
        PrintPartnerFields { name: "Tryckeri Ab".to_owned(), country: "SE".to_owned(), ..partner_fields() };
    let other = house.register.partner_create(&other).expect("partner").partner.id;
    let request =
        Request { partner_id: other, order_ids: first.order_ids.clone(), resend_of_id: Some(first.id) };
    let plan = house.register.batch_plan(&request).expect("plan");
    assert!(plan.can_run, "{plan:?}");
    assert_eq!(plan.issues[0].kind, IssueKind::AlreadyHandedOver);
    let second = house.hand_over(&request, &target).expect("second");
    assert_eq!((second.number.as_str(), second.resend_of_id), ("2026-002", Some(first.id)));
    let report = read(Path::new(&second.folder)).expect("readable");
    assert_eq!(report.deviations, []);
    assert_eq!(report.resend_of.as_deref(), Some("2026-001"));
    let ledger = house.ledger();
    let recipients: Vec<&str> = ledger.iter().map(|row| row.disclosure.recipient.as_str()).collect();
    assert_eq!(recipients, ["Tryckeri Ab", "Kuvatuote Oy"]);
    let listed = house.register.batch_list(None, 1).expect("page");
    assert_eq!(listed.rows[0].resend_of_number.as_deref(), Some("2026-001"));
    assert!(listed.next.is_some());
    let strange = house.good_order();
    let refused = house.register.batch_plan(&Request { order_ids: vec![strange], ..request });
    assert!(matches!(refused, Err(RegisterError::OrderStepRefused { .. })), "an order of another batch");
}
