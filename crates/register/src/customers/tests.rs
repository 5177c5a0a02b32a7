use domain::customer::CustomerFields;
use domain::field::{FieldProblem, FieldProblemAt};
use domain::ids::CustomerId;
use domain::provenance::FieldSource;
use domain::{Action, Entity, Language};

use super::{ConsentChannel, MarketingAnswer, NameOrder};
use crate::RegisterError;
use crate::testing::question;
use crate::testing::{TempRegister, last_entry};

fn sanna() -> CustomerFields {
    CustomerFields {
        last_name: " Öhman ".into(),
        first_name: "Sanna".into(),
        email: "sanna.ohman@example.com".into(),
        phone: "+358 40 123 4567".into(),
        language: Language::Swedish,
        ..CustomerFields::default()
    }
}

fn answer(is_given: bool) -> MarketingAnswer {
    MarketingAnswer {
        is_given,
        wording: question(Language::Swedish),
        language: Language::Swedish,
        channel: ConsentChannel::Desk,
    }
}

#[test]
fn a_new_customer_has_the_answer_recorded_and_leaves_an_entry_without_values() {
    let register = TempRegister::new();
    let card = register.customer_create(sanna(), FieldSource::Given, answer(true)).unwrap();
    assert_eq!((card.customer.fields.last_name.as_str(), card.customer.rev), ("Öhman", 1));
    assert!(card.customer.is_marketing_permitted);
    assert_eq!(card.consents[0].wording, question(Language::Swedish));
    assert_eq!(card.consents[0].channel, "desk");
    let id = card.customer.id.get();
    assert!(register.changes().iter().any(|changes| {
        changes.iter().any(|(entity, ids)| entity == Entity::Customer && ids.contains(&id))
    }));
    let entry = last_entry(&register);
    assert_eq!((entry.action, entry.entity_id), (Action::CustomerCreated, Some(id)));
    let names = ["last_name", "first_name", "email", "phone", "country", "language", "marketing"];
    assert_eq!(entry.fields, names);
    assert!(!format!("{entry:?}").contains("hman"), "the trail holds no values");
}

#[test]
fn wrong_fields_are_all_named_and_nothing_is_stored() {
    let register = TempRegister::new();
    let wrong = CustomerFields { last_name: " ".into(), email: "sanna".into(), ..sanna() };
    let Err(RegisterError::Invalid(problems)) =
        register.customer_create(wrong, FieldSource::Given, answer(false))
    else {
        panic!("must be refused")
    };
    let expected = [
        FieldProblemAt::new("last_name", FieldProblem::Required),
        FieldProblemAt::new("email", FieldProblem::NotEmail),
    ];
    assert_eq!(problems, expected);
    assert_eq!(register.customer_search("", NameOrder::Ascending, None, 50).unwrap().rows, []);
    assert!(register.changes().is_empty());
}

#[test]
fn the_second_of_two_editors_is_refused_and_overwrites_nothing() {
    let register = TempRegister::new();
    let read = register.customer_create(sanna(), FieldSource::Given, answer(false)).unwrap().customer;
    let first = CustomerFields { town: "Vaasa".into(), ..read.fields.clone() };
    let second = CustomerFields { town: "Oulu".into(), note: "<b>".into(), ..read.fields.clone() };
    register.customer_update(read.id, read.rev, first.clone(), FieldSource::Given).unwrap();
    let entry = last_entry(&register);
    assert_eq!((entry.action, entry.fields), (Action::CustomerUpdated, vec!["town".to_owned()]));
    register.forget_notices();
    let refused = register.customer_update(read.id, read.rev, second, FieldSource::Given);
    assert!(matches!(refused, Err(RegisterError::CustomerStale)), "{refused:?}");
    let stored = register.customer_get(read.id).unwrap().customer;
    assert_eq!((stored.fields, stored.rev), (first, 2));
    assert!(register.changes().is_empty());
}

#[test]
fn a_withdrawal_counts_at_once_and_the_permission_stays_as_proof() {
    let register = TempRegister::new();
    let id = register.customer_create(sanna(), FieldSource::Given, answer(true)).unwrap().customer.id;
    register.clock().advance(1_000);
    let withdrawn = MarketingAnswer { channel: ConsentChannel::Phone, ..answer(false) };
    let card = register.consent_record(id, withdrawn).unwrap();
    assert!(!card.customer.is_marketing_permitted);
    let told: Vec<_> =
        card.consents.iter().map(|consent| (consent.is_given, consent.channel.as_str())).collect();
    assert_eq!(told, [(false, "phone"), (true, "desk")]);
    assert_eq!(last_entry(&register).action, Action::ConsentRecorded);
    let unknown = register.consent_record(CustomerId(404), answer(true));
    assert!(matches!(unknown, Err(RegisterError::Store(store::StoreError::NotFound { .. }))));
}

#[test]
fn only_the_programs_own_question_is_a_proof() {
    let register = TempRegister::new();
    let id = register.customer_create(sanna(), FieldSource::Given, answer(false)).unwrap().customer.id;
    for (wording, language) in [
        (String::new(), Language::Swedish),
        ("Saako?".to_owned(), Language::Swedish),
        (question(Language::Finnish), Language::Swedish),
        (question(Language::Swedish).to_uppercase(), Language::Swedish),
    ] {
        let other = MarketingAnswer { wording, language, ..answer(true) };
        let refused = register.customer_create(sanna(), FieldSource::Given, other.clone());
        assert!(matches!(refused, Err(RegisterError::WordingUnknown)), "{other:?}");
        assert!(matches!(register.consent_record(id, other), Err(RegisterError::WordingUnknown)));
    }
    let card = register.customer_get(id).unwrap();
    assert_eq!((card.consents.len(), card.customer.is_marketing_permitted), (1, false));
    for language in Language::ALL {
        let given = MarketingAnswer { wording: question(language), language, ..answer(true) };
        assert!(register.consent_record(id, given).unwrap().customer.is_marketing_permitted);
    }
}
