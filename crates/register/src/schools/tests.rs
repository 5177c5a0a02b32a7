use domain::Action;
use domain::ids::SchoolId;
use domain::provenance::FieldSource;
use domain::school::SchoolYear;
use domain::subject::SubjectFields;

use crate::RegisterError;
use crate::testing::{TempRegister, last_entry, school};

fn child(last_name: &str, first_name: &str) -> SubjectFields {
    SubjectFields {
        last_name: last_name.to_owned(),
        first_name: first_name.to_owned(),
        ..SubjectFields::default()
    }
}

#[test]
fn a_school_is_added_changed_and_refused_when_stale() {
    let register = TempRegister::new();
    let card = register.school_create(school("Esimerkkilän koulu")).unwrap();
    assert_eq!(last_entry(&register).action, Action::SchoolCreated);
    let mut fields = card.school.fields.clone();
    fields.town = "Vaasa".to_owned();
    fields.contacts.clear();
    let changed = register.school_update(card.school.id, card.school.rev, fields.clone()).unwrap();
    assert_eq!((changed.school.rev, &changed.school.fields), (2, &fields));
    assert_eq!(last_entry(&register).fields, ["town", "contacts"]);
    let stale = register.school_update(card.school.id, card.school.rev, fields);
    assert!(matches!(stale, Err(RegisterError::SchoolStale)), "{stale:?}");
    let unknown = register.school_get(SchoolId(404));
    assert!(matches!(unknown, Err(RegisterError::Store(store::StoreError::NotFound { .. }))));
}

#[test]
fn schools_are_listed_by_name_with_the_subjects_of_their_newest_year() {
    let register = TempRegister::new();
    let later = register.school_create(school("Öörin koulu")).unwrap().school.id;
    register.school_create(school("aapisen koulu")).unwrap();
    for (year, group, name) in [(2025, "2A", "Malli"), (2026, "3A", "Malli"), (2026, "3A", "Esimerkki")] {
        register
            .subject_create(later, SchoolYear(year), group, child(name, "A"), FieldSource::Staff)
            .unwrap();
    }
    let listed = register.school_list().unwrap();
    let seen: Vec<_> =
        listed.iter().map(|row| (row.school.fields.name.as_str(), row.newest_year, row.subjects)).collect();
    assert_eq!(seen, [("aapisen koulu", None, 0), ("Öörin koulu", Some(2026), 2)]);
}

#[test]
fn class_lists_leave_out_who_is_protected_and_naming_them_is_in_the_trail() {
    let register = TempRegister::new();
    let school = register.school_create(school("Esimerkkilän koulu")).unwrap().school.id;
    let year = SchoolYear(2026);
    let add = |group: &str, fields| {
        register.subject_create(school, year, group, fields, FieldSource::Staff).unwrap().subject
    };
    add("10A", child("Malli", "Ville"));
    let hidden = add("2A", child("Suojattu", "Lapsi"));
    add("2A", child("Esimerkki", "Aino"));
    register.subject_protect(hidden.id, hidden.rev, true, "2027-08-01").unwrap();
    let classes = register.class_list(school, year).unwrap();
    let groups: Vec<_> = classes.groups.iter().map(|group| group.name.as_str()).collect();
    assert_eq!(groups, ["2A", "10A"]);
    let names: Vec<_> =
        classes.subjects.iter().map(|listed| listed.subject.fields.last_name.as_str()).collect();
    assert_eq!((names, classes.withheld), (vec!["Esimerkki", "Malli"], 1));
    let protected = register.protected_list(school, year).unwrap();
    assert_eq!((protected.len(), protected[0].review_on.as_str()), (1, "2027-08-01"));
    let entry = last_entry(&register);
    assert_eq!((entry.action, entry.entity_id), (Action::SubjectOpened, Some(hidden.id.get())));
}
