use std::collections::HashSet;

use domain::Language;
use domain::job::{Agreed, JobFields};
use domain::provenance::FieldSource;
use domain::school::SchoolYear;
use domain::subject::SubjectFields;
use store::jobs::{self, CardOwner};

use super::{CardsWanted, SheetLayout};
use crate::testing::{TempRegister, school};

fn job() -> JobFields {
    JobFields { group_photos: Agreed::Yes, ..JobFields::new("Syyskuvaus", "2026-09-03") }
}

fn wanted() -> CardsWanted {
    CardsWanted {
        layout: SheetLayout::Eight,
        groups: Vec::new(),
        is_class_on_new_sheet: false,
        with_groups: true,
        with_special: true,
        retakes: 2,
    }
}

#[test]
fn a_day_leads_to_its_job_when_there_is_only_one() {
    let register = TempRegister::new();
    let school = register.school_create(school("Esimerkkilän koulu")).unwrap().school.id;
    let booked = |starts_on: &str, ends_on: &str| {
        let fields = JobFields { starts_on: starts_on.to_owned(), ends_on: ends_on.to_owned(), ..job() };
        register.job_create(school, fields).unwrap().job.id
    };
    let (long, late) = (booked("2026-09-03", "2026-09-05"), booked("2026-09-05", ""));
    let found = |day: &str| register.job_of_day(day).unwrap().map(|listed| listed.job.id);
    assert_eq!(found("2026-09-02"), None);
    assert_eq!([found("2026-09-03"), found("2026-09-04")], [Some(long); 2]);
    assert_eq!(found("2026-09-05"), None, "one of two");
    assert_eq!(found("2026-09-06"), None);
    assert_ne!(long, late);
    assert_eq!(register.job_of_day("2026-09-04").unwrap().unwrap().school, "Esimerkkilän koulu");
}

#[test]
fn cards_keep_their_codes_and_who_is_new_gets_another() {
    let register = TempRegister::new();
    let school = register.school_create(school("Esimerkkilän koulu")).unwrap().school.id;
    let add = |last_name: &str| {
        let fields = SubjectFields { last_name: last_name.to_owned(), ..SubjectFields::default() };
        register.subject_create(school, SchoolYear(2026), "3A", fields, FieldSource::Staff).unwrap()
    };
    add("Malli");
    let job = register.job_create(school, job()).unwrap().job;
    assert_eq!((job.school_year, job.fields.ends_on.as_str()), (SchoolYear(2026), "2026-09-03"));
    let target = register.registers.dir.path().join("cards.pdf");
    let codes = || -> Vec<(String, CardOwner)> {
        let rows = register.read(|tx| Ok(jobs::cards(tx, job.id)?)).unwrap();
        rows.into_iter().map(|row| (row.code, row.owner)).collect()
    };
    // a subject, a class, two blanks; END, SKP and CLK are nobody's
    assert_eq!(register.camera_cards_save(job.id, &wanted(), &target, Language::Finnish).unwrap(), 7);
    let first = codes();
    assert_eq!(first.len(), 4);
    assert!(std::fs::read(&target).unwrap().starts_with(b"%PDF"));

    add("Esimerkki");
    let again = CardsWanted { with_special: false, retakes: 0, ..wanted() };
    assert_eq!(register.camera_cards_save(job.id, &again, &target, Language::Finnish).unwrap(), 3);
    let second = codes();
    assert_eq!(second.len(), 5);
    assert_eq!(second[..4], first[..]);
    let different: HashSet<_> = second.iter().map(|(code, _)| code).collect();
    assert_eq!(different.len(), 5);
    assert!(second.iter().all(|(code, _)| code.parse::<domain::camera_card::CardCode>().is_ok()));
}

#[test]
fn who_has_left_or_is_in_another_class_gets_no_card() {
    let register = TempRegister::new();
    let school = register.school_create(school("Esimerkkilän koulu")).unwrap().school.id;
    let year = SchoolYear(2026);
    for group in ["3A", "3B"] {
        let fields = SubjectFields { last_name: group.to_owned(), ..SubjectFields::default() };
        register.subject_create(school, year, group, fields, FieldSource::Staff).unwrap();
    }
    let job = register.job_create(school, job()).unwrap().job;
    let groups = register.class_list(school, year).unwrap().groups;
    let only = CardsWanted {
        groups: vec![groups[1].id],
        with_groups: false,
        with_special: false,
        retakes: 0,
        ..wanted()
    };
    let target = register.registers.dir.path().join("cards.pdf");
    assert_eq!(register.camera_cards_save(job.id, &only, &target, Language::Swedish).unwrap(), 1);
}
