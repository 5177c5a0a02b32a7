use domain::customer::CustomerFields;
use domain::provenance::FieldSource;
use domain::school::SchoolYear;
use domain::staff::Role;
use domain::subject::SubjectFields;
use domain::{Action, Language};

use super::SubjectCard;
use crate::RegisterError;
use crate::customers::{ConsentChannel, MarketingAnswer};
use crate::testing::{TempRegister, last_entry, school};

const YEAR: SchoolYear = SchoolYear(2026);

fn fields() -> SubjectFields {
    SubjectFields {
        last_name: "Virtanen".to_owned(),
        first_name: "Aino".to_owned(),
        street: "Koulutie 1".to_owned(),
        ..SubjectFields::default()
    }
}

fn created(register: &TempRegister) -> SubjectCard {
    let school = register.school_create(school("Esimerkkilän koulu")).unwrap().school.id;
    register.subject_create(school, YEAR, " 3A ", fields(), FieldSource::Staff).unwrap()
}

fn guardian(register: &TempRegister, first_name: &str) -> domain::customer::Customer {
    let fields = CustomerFields {
        last_name: "Virtanen".to_owned(),
        first_name: first_name.to_owned(),
        phone: "040 123 4567".to_owned(),
        ..CustomerFields::default()
    };
    let wording = l10n::Messages::new(Language::Finnish).unwrap().text("consent-marketing-wording", &[]);
    let answer = MarketingAnswer {
        is_given: false,
        wording: wording.unwrap(),
        language: Language::Finnish,
        channel: ConsentChannel::Desk,
    };
    register.customer_create(fields, FieldSource::Given, answer).unwrap().customer
}

#[test]
fn each_changed_field_remembers_its_source_and_the_others_keep_theirs() {
    let register = TempRegister::new();
    let card = created(&register);
    let changed = SubjectFields { street: "Uusikatu 2".to_owned(), ..fields() };
    let card =
        register.subject_update(card.subject.id, card.subject.rev, changed, FieldSource::Given).unwrap();
    let sources: Vec<_> = card.provenance.iter().map(|from| (from.field.as_str(), from.source)).collect();
    assert_eq!(
        sources,
        [
            ("first_name", FieldSource::Staff),
            ("last_name", FieldSource::Staff),
            ("street", FieldSource::Given)
        ]
    );
    assert_eq!(last_entry(&register).fields, ["street"]);
    let stale = register.subject_update(card.subject.id, 1, fields(), FieldSource::Given);
    assert!(matches!(stale, Err(RegisterError::SubjectStale)), "{stale:?}");
}

#[test]
fn who_changes_class_leaves_the_other_of_that_year_and_no_other_year() {
    let register = TempRegister::new();
    let card = created(&register);
    let id = card.subject.id;
    register.subject_move(id, SchoolYear(2025), "2A").unwrap();
    let card = register.subject_move(id, YEAR, "3B").unwrap();
    let places: Vec<_> = card
        .memberships
        .iter()
        .map(|(group, place)| (group.school_year.0, group.name.as_str(), place.left_on.is_empty()))
        .collect();
    assert_eq!(places, [(2026, "3B", true), (2026, "3A", false), (2025, "2A", true)]);
    // and back again
    let card = register.subject_move(id, YEAR, "3A").unwrap();
    let here = card.memberships.iter().find(|(group, place)| group.name == "3A" && place.left_on.is_empty());
    assert!(here.is_some());
}

#[test]
fn of_somebody_protected_only_the_names_are_told_until_opened_in_the_trail() {
    let register = TempRegister::new();
    let card = created(&register);
    let id = card.subject.id;
    register.guardian_add(id, guardian(&register, "Mikko").id).unwrap();
    let shut = register.subject_protect(id, card.subject.rev, true, "").unwrap();
    for card in [&shut, &register.subject_get(id).unwrap()] {
        assert!(card.is_withheld && card.school.is_none());
        assert!(card.memberships.is_empty() && card.guardians.is_empty() && card.provenance.is_empty());
        assert_eq!(card.subject.fields.last_name, "Virtanen");
        assert_eq!(card.subject.fields.street, "");
    }
    let opened = register.subject_open(id).unwrap();
    assert_eq!((opened.subject.fields.street.as_str(), opened.guardians.len()), ("Koulutie 1", 1));
    assert_eq!(last_entry(&register).action, Action::SubjectOpened);
    let ended = register.subject_protect(id, opened.subject.rev, false, "").unwrap();
    assert!(!ended.is_withheld && ended.subject.protection.is_none());
}

#[test]
fn a_protected_guardian_shows_nothing_of_their_household_on_the_childs_card() {
    let register = TempRegister::new();
    let id = created(&register).subject.id;
    let (mikko, sanna) = (guardian(&register, "Mikko"), guardian(&register, "Sanna"));
    register.guardian_add(id, mikko.id).unwrap();
    register.guardian_add(id, sanna.id).unwrap();
    register.customer_protect(sanna.id, sanna.rev, true, "").unwrap();
    let card = register.subject_get(id).unwrap();
    let seen: Vec<_> = card
        .guardians
        .iter()
        .map(|shown| (shown.customer.fields.phone.as_str(), shown.is_withheld))
        .collect();
    assert_eq!(seen, [("040 123 4567", false), ("", true)]);
    let customer = register.customer_get(sanna.id).unwrap();
    assert!(customer.is_withheld && customer.children.is_empty());
    assert_eq!(register.customer_open(sanna.id).unwrap().children.len(), 1);
    assert_eq!(last_entry(&register).action, Action::CustomerOpened);
}

#[test]
fn the_order_desk_may_protect_and_neither_open_nor_write_over_nor_end_it() {
    let register = TempRegister::new();
    let card = created(&register);
    let desk = register.signed_in_as(Role::OrderDesk);
    let id = card.subject.id;
    let shut = desk.subject_protect(id, card.subject.rev, true, "").unwrap();
    let rev = shut.subject.rev;
    let refused = [
        desk.subject_update(id, rev, fields(), FieldSource::Given).err(),
        desk.subject_move(id, YEAR, "4A").err(),
        desk.subject_protect(id, rev, false, "").err(),
    ];
    for error in refused {
        assert!(matches!(error, Some(RegisterError::ProtectedRecord)), "{error:?}");
    }
    assert!(desk.subject_get(id).unwrap().is_withheld);
}
