//! What does not leave the house, and why.

use super::*;

#[test]
fn a_partner_that_may_be_given_nothing_is_given_nothing() {
    let house = House::new();
    let order = house.good_order();
    let target = house.target("lab");
    let refusals = [
        (PrintPartnerFields { country: "US".to_owned(), ..partner_fields() }, PartnerRefusal::OutsideEea),
        (PrintPartnerFields { agreement_on: String::new(), ..partner_fields() }, PartnerRefusal::NoAgreement),
        (
            PrintPartnerFields { agreement_on: "2026-09-04".to_owned(), ..partner_fields() },
            PartnerRefusal::AgreementNotYet,
        ),
        (PrintPartnerFields { is_active: false, ..partner_fields() }, PartnerRefusal::Inactive),
    ];
    for (fields, expected) in refusals {
        let partner = house.register.partner_list().expect("partners")[0].partner.clone();
        house.register.partner_update(partner.id, partner.rev, &fields).expect("update");
        let plan = house.register.batch_plan(&house.request(&[order])).expect("plan");
        assert_eq!((plan.refusal, plan.can_run), (Some(expected), false));
        let refused = house.hand_over(&house.request(&[order]), &target);
        assert!(matches!(refused, Err(RegisterError::PartnerRefused(refusal)) if refusal == expected));
        assert!(names(&target).is_empty(), "nothing was written");
        assert!(
            house.ledger().is_empty() && house.register.batch_list(None, 10).expect("list").rows.is_empty()
        );
        assert_eq!(house.state(order), OrderState::Confirmed);
    }
    let partner = house.register.partner_list().expect("partners")[0].partner.clone();
    house.register.partner_update(partner.id, partner.rev, &partner_fields()).expect("update");
    house.hand_over(&house.request(&[order]), &target).expect("control: the same partner within the EEA");
}

#[test]
fn a_partner_refused_while_the_batch_is_written_gets_nothing() {
    let house = House::new();
    let order = house.good_order();
    let target = house.target("lab");
    let begun = house.register.batch_begin(&house.request(&[order]), &target).expect("begun");
    let partner = house.register.partner_list().expect("partners")[0].partner.clone();
    let outside = PrintPartnerFields { country: "GB".to_owned(), ..partner_fields() };
    house.register.partner_update(partner.id, partner.rev, &outside).expect("update");
    let refused = house.register.batch_run(begun, &mut TaskCtx::unwatched());
    assert!(matches!(refused, Err(RegisterError::PartnerRefused(PartnerRefusal::OutsideEea))));
    assert!(names(&target).is_empty());
    assert!(house.ledger().is_empty(), "nothing left the house");
}

#[test]
fn what_is_missing_stops_and_what_is_doubtful_is_said() {
    let house = House::new();
    let plan = |order| house.register.batch_plan(&house.request(&[order])).expect("plan");
    let kinds = |plan: &crate::batches::Plan| plan.issues.iter().map(|issue| issue.kind).collect::<Vec<_>>();

    let blank = plan(house.order(&[(house.small, None, 1), (house.small, Some(house.frames[0]), 1)]));
    assert_eq!((kinds(&blank), blank.can_run), (vec![IssueKind::NoFrame], false));
    assert_eq!(blank.issues[0].line, Some(1));

    let coarse = plan(house.order(&[(house.small, Some(house.frames[2]), 1)]));
    assert_eq!((kinds(&coarse), coarse.can_run), (vec![IssueKind::LowResolution], true));
    assert_eq!(coarse.issues[0].frame_name.as_deref(), Some("Aino_Virtanen_3"));

    let empty = house.order(&[]);
    assert_eq!((kinds(&plan(empty)), plan(empty).can_run), (vec![IssueKind::NothingToPrint], false));
    let target = house.target("lab");
    assert!(matches!(house.hand_over(&house.request(&[empty]), &target), Err(RegisterError::BatchEmpty)));
    let missing = house.order(&[(house.small, None, 1)]);
    assert!(matches!(
        house.hand_over(&house.request(&[missing]), &target),
        Err(RegisterError::BatchHasMissing)
    ));
    assert!(names(&target).is_empty());

    let sent = house.good_order();
    house.hand_over(&house.request(&[sent]), &target).expect("handed over");
    let again = plan(sent);
    assert_eq!(kinds(&again)[0], IssueKind::AlreadyHandedOver);
    assert!(!again.can_run, "only a batch that refers to the first sends an order again");
}

#[test]
fn a_picture_that_cannot_be_printed_whole_stops_the_plan_and_a_doubtful_one_is_said() {
    const ORIENTATION: u16 = 0x0112;
    const SHORT: u16 = 3;
    let house = House::new();
    let whole = jpeg(900, 1300, 11);
    let mut cut = jpeg(900, 1300, 22);
    cut.truncate(cut.len() / 2);
    let turned = with_exif(&jpeg(900, 1300, 33), &[(ORIENTATION, SHORT, 9)]);
    let files = [
        ("A_whole.JPG", whole),
        ("B_cut.JPG", cut),
        ("C_turned.JPG", turned),
        ("_MG_0004.JPG", without_profile(44)),
        ("E_plain.JPG", without_profile(55)),
    ];
    let ids = import(&house.register, &files);
    let found = |frame: FrameId| {
        let order = house.order(&[(house.small, Some(frame), 1)]);
        let plan = house.register.batch_plan(&house.request(&[order])).expect("plan");
        (plan.issues.iter().map(|issue| issue.kind).collect::<Vec<_>>(), plan.can_run)
    };
    assert_eq!(found(ids[0]), (vec![], true), "control: a whole picture");
    assert_eq!(found(ids[1]), (vec![IssueKind::DamagedPicture], false));
    assert_eq!(found(ids[2]), (vec![IssueKind::DoubtfulOrientation], true));
    assert_eq!(found(ids[3]), (vec![IssueKind::DoubtfulColors], true), "the name says Adobe RGB");
    assert_eq!(found(ids[4]), (vec![], true), "control: the same under an ordinary name");
}

#[test]
fn a_picture_that_turns_out_bad_is_named_with_its_order_and_line() {
    let house = House::new();
    let order = house.good_order();
    let target = house.target("lab");
    let vault_name =
        house.register.read(|tx| Ok(frames::files(tx, house.frames[1])?.remove(0).vault_name)).expect("file");
    let photos = house.register.store().dir().join("photos");
    let mut sealed = Vec::new();
    everything(&photos, "", &mut sealed);
    let (path, mut bytes) =
        sealed.into_iter().find(|(path, _)| path.contains(&vault_name)).expect("the sealed file");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(photos.join(path), bytes).expect("damage");
    let failed = house.hand_over(&house.request(&[order]), &target);
    let Err(RegisterError::PrintFailed { order_number, line, frame_name, .. }) = failed else {
        panic!("must name the picture: {failed:?}")
    };
    assert_eq!((order_number.as_str(), line, frame_name.as_str()), ("2026-0001", 2, "Aino_Virtanen_2"));
    assert!(names(&target).is_empty() && house.ledger().is_empty());
}

#[test]
fn an_order_is_in_one_batch_at_a_time() {
    let house = House::new();
    let order = house.good_order();
    let target = house.target("lab");
    let begun = house.register.batch_begin(&house.request(&[order]), &target).expect("begun");
    let second = house.register.batch_begin(&house.request(&[order]), &target);
    assert!(matches!(second, Err(RegisterError::BatchHasMissing)));
    house.register.batch_run(begun, &mut TaskCtx::unwatched()).expect("the first goes on");
    assert_eq!(names(&target).len(), 1);
}

#[test]
fn an_order_that_is_being_handed_over_stays_as_it_is_until_that_is_settled() {
    let house = House::new();
    let order = house.good_order();
    let target = house.target("lab");
    let rev = |order| house.register.order_get(order).expect("order").order.rev;
    let begun = house.register.batch_begin(&house.request(&[order]), &target).expect("begun");
    let cancelled = house.register.order_cancel(order, rev(order));
    assert!(matches!(cancelled, Err(RegisterError::OrderBeingHandedOver)), "{cancelled:?}");
    let sent = house.register.order_send(order, rev(order));
    assert!(matches!(sent, Err(RegisterError::OrderBeingHandedOver)), "{sent:?}");
    let card = house.register.order_get(order).expect("order");
    assert_eq!((card.next_states.as_slice(), card.is_being_handed_over), (&[][..], true));

    let stopped = house.register.batch_run(begun, &mut TaskCtx::cancelled_at(1));
    assert!(matches!(stopped, Err(RegisterError::Cancelled)));
    house.register.order_cancel(order, rev(order)).expect("control: settled, it can be cancelled");
}

#[test]
fn a_batch_with_an_order_that_was_cancelled_meanwhile_does_not_leave_the_house() {
    let house = House::new();
    let (kept, lost) = (house.good_order(), house.good_order());
    let target = house.target("lab");
    let begun = house.register.batch_begin(&house.request(&[kept, lost]), &target).expect("begun");
    house
        .register
        .transact(|tx| {
            let order = orders::get(tx, lost)?;
            orders::advance(tx, lost, order.rev, OrderState::Confirmed, OrderState::Cancelled)?;
            Ok(Acted::new((), Action::OrderCancelled))
        })
        .expect("past the check of the use case");
    let refused = house.register.batch_run(begun, &mut TaskCtx::unwatched());
    let expected = OrderState::Cancelled;
    assert!(
        matches!(refused, Err(RegisterError::OrderStepRefused { state, .. }) if state == expected),
        "{refused:?}"
    );
    assert!(names(&target).is_empty() && house.ledger().is_empty(), "nothing left the house");
    assert_eq!(house.state(kept), OrderState::Confirmed);
}
