use domain::ids::SchoolId;
use domain::provenance::FieldSource;
use domain::school::SchoolYear;
use domain::staff::Role;
use domain::subject::SubjectFields;
use domain::{Action, Entity};
use store::audit::{self, AuditFilter};

use super::{Preview, Reading, RosterImported};
use crate::RegisterError;
use crate::customers::NameOrder;
use crate::testing::{TempRegister, school};

const YEAR: SchoolYear = SchoolYear(2026);
const HEADINGS: &str = "Oppilasnumero;Sukunimi;Etunimi;Luokka;Opettaja;Henkilötunnus;Huoltaja 1;Huoltaja 1 puhelin;\
                        Huoltaja 2;Huoltaja 2 puhelin\n";
const FIRST: &str = "1;Virtanen;Aino;2A;Koski;010190-900P;Virtanen Mikko;040 111 1111;Virtanen Sanna;040 222 2222\n\
                     2;Virtanen;Eero;3B;;;Virtanen Mikko;040 111 1111;;\n\
                     3;Öhman;Åke;2A;Koski;;Öhman Sanna;040 333 3333;;\n";

struct Office {
    register: TempRegister,
    school: SchoolId,
}

impl Office {
    fn new() -> Self {
        let register = TempRegister::new();
        let school = register.school_create(school("Esimerkkilän koulu")).unwrap().school.id;
        Self { register, school }
    }

    fn reading(&self, rows: &str, year: SchoolYear) -> Reading {
        let file = format!("{HEADINGS}{rows}").into_bytes();
        Reading {
            draft: self.register.roster_draft("luokat.csv".to_owned(), file).unwrap(),
            school_id: self.school,
            school_year: year,
            encoding: None,
            separator: None,
            has_header: None,
            sheet: None,
            mapping: None,
        }
    }

    fn preview(&self, rows: &str) -> Preview {
        self.register.roster_preview(&self.reading(rows, YEAR)).unwrap()
    }

    fn import(&self, rows: &str) -> RosterImported {
        self.import_of(rows, YEAR)
    }

    fn import_of(&self, rows: &str, year: SchoolYear) -> RosterImported {
        self.register.roster_import(&self.reading(rows, year)).unwrap()
    }

    /// Class, name and whether they are on the list, in the lists' order.
    fn listed(&self, year: SchoolYear) -> Vec<(String, String, bool)> {
        let classes = self.register.class_list(self.school, year).unwrap();
        classes
            .subjects
            .iter()
            .map(|listed| {
                let group =
                    classes.groups.iter().find(|group| group.id == listed.membership.group_id).unwrap();
                let fields = &listed.subject.fields;
                let name = format!("{} {}", fields.last_name, fields.first_name);
                (group.name.clone(), name, listed.membership.left_on.is_empty())
            })
            .collect()
    }

    fn customers(&self) -> Vec<String> {
        let page = self.register.customer_search("", NameOrder::Ascending, None, 100).unwrap();
        page.rows.iter().map(|listed| listed.customer.fields.listed_name()).collect()
    }
}

fn place(group: &str, name: &str, is_on: bool) -> (String, String, bool) {
    (group.to_owned(), name.to_owned(), is_on)
}

#[test]
fn a_first_list_brings_classes_subjects_and_households_and_siblings_share_a_guardian() {
    let office = Office::new();
    let preview = office.preview(FIRST);
    assert_eq!((preview.comparison.added.len(), preview.comparison.new_groups.len()), (3, 2));
    assert_eq!(office.listed(YEAR), [], "a preview stores nothing");
    let imported = office.import(FIRST);
    assert_eq!((imported.import.counts.added, imported.import.personal_codes), (3, 1));
    assert_eq!(
        office.listed(YEAR),
        [
            place("2A", "Virtanen Aino", true),
            place("2A", "Öhman Åke", true),
            place("3B", "Virtanen Eero", true)
        ]
    );
    assert_eq!(office.customers(), ["Virtanen Mikko", "Virtanen Sanna", "Öhman Sanna"]);
    let classes = office.register.class_list(office.school, YEAR).unwrap();
    assert_eq!(classes.groups[0].teacher, "Koski");
    let aino = office.register.subject_get(classes.subjects[0].subject.id).unwrap();
    assert_eq!(aino.guardians.len(), 2, "two households");
    assert!(aino.provenance.iter().all(|from| from.source == FieldSource::Roster));
    let filter = AuditFilter { entity: Some(Entity::Subject), ..AuditFilter::default() };
    let trail = office.register.read(|tx| Ok(audit::list(tx, &filter, None, 50)?)).unwrap().rows;
    assert_eq!(trail.iter().filter(|entry| entry.action == Action::SubjectCreated).count(), 3);
}

#[test]
fn the_same_list_again_changes_nothing() {
    let office = Office::new();
    office.import(FIRST);
    let again = office.import(FIRST);
    let counts = again.import.counts;
    assert_eq!((counts.added, counts.changed, counts.unchanged, counts.left), (0, 0, 3, 0));
    assert_eq!(office.customers().len(), 3);
}

#[test]
fn a_newer_list_changes_moves_and_lets_leave_but_only_in_the_classes_that_it_names() {
    let office = Office::new();
    office.import(FIRST);
    // Aino has come to 3B, Åke is missing; 3B's Eero has another guardian's number
    let newer = "1;Virtanen;Aino;3B;;;;;;\n2;Virtanen;Eero;3B;;;Virtanen Mikko;040 999 9999;;\n\
                 4;Malli;Ville;2A;;;;;;\n";
    let preview = office.preview(newer).comparison;
    let changed: Vec<_> = preview.changed.iter().map(|one| (one.name.as_str(), &one.fields[..])).collect();
    assert_eq!(changed, [("Virtanen Aino", &["group"][..]), ("Virtanen Eero", &["guardians"][..])]);
    let left: Vec<_> = preview.left.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(left, ["Öhman Åke"]);
    office.import(newer);
    let listed = office.listed(YEAR);
    for expected in [
        place("2A", "Virtanen Aino", false),
        place("2A", "Öhman Åke", false),
        place("2A", "Malli Ville", true),
        place("3B", "Virtanen Aino", true),
        place("3B", "Virtanen Eero", true),
    ] {
        assert!(listed.contains(&expected), "{expected:?} in {listed:?}");
    }
    // a list of one class says nothing of the others
    office.import("4;Malli;Ville;2A;;;;;;\n");
    assert!(office.listed(YEAR).contains(&place("3B", "Virtanen Eero", true)));
}

#[test]
fn a_list_of_another_year_leaves_the_earlier_one_as_it_was_and_a_number_given_anew_is_somebody_new() {
    let office = Office::new();
    office.import(FIRST);
    let before = office.listed(YEAR);
    let next = SchoolYear(2027);
    let imported = office.import_of("1;Virtanen;Aino;3A;;;;;;\n3;Malli;Ville;1A;;;;;;\n", next);
    assert_eq!(imported.import.counts.added, 2);
    assert_eq!(office.listed(YEAR), before);
    let id_of = |year, name: &str| {
        let classes = office.register.class_list(office.school, year).unwrap();
        let found = classes.subjects.into_iter().find(|listed| listed.subject.fields.last_name == name);
        found.unwrap().subject.id
    };
    assert_eq!(id_of(next, "Virtanen"), id_of(YEAR, "Virtanen"), "number and name agree");
    assert_ne!(id_of(next, "Malli"), id_of(YEAR, "Öhman"), "the number was Åke's");
}

#[test]
fn what_the_family_said_outweighs_the_list_and_an_empty_cell_erases_nothing() {
    let office = Office::new();
    office.import(FIRST);
    let classes = office.register.class_list(office.school, YEAR).unwrap();
    let aino = &classes.subjects[0].subject;
    let said = SubjectFields { first_name: "Aino-Maria".to_owned(), ..aino.fields.clone() };
    office.register.subject_update(aino.id, aino.rev, said, FieldSource::Given).unwrap();
    office.import("1;Virtanen-Koski;Aino;2A;;;;;;\n2;Virtanen;;3B;;;;;;\n3;Öhman;Åke;2A;;;;;;\n");
    let aino = office.register.subject_get(aino.id).unwrap().subject;
    assert_eq!(
        (aino.fields.last_name.as_str(), aino.fields.first_name.as_str()),
        ("Virtanen-Koski", "Aino-Maria")
    );
    assert!(office.listed(YEAR).contains(&place("3B", "Virtanen Eero", true)));
}

#[test]
fn an_import_is_taken_back_whole_while_nothing_rests_on_it() {
    let office = Office::new();
    let first = office.import(FIRST);
    let (listed, customers) = (office.listed(YEAR), office.customers());
    let second =
        office.import("1;Virtanen;Aino Helmi;3B;;;Malli Kaisa;040 555 5555;;\n4;Malli;Ville;5C;;;;;;\n");
    assert!(second.can_undo);
    let early = office.register.roster_undo(first.import.id);
    assert!(matches!(early, Err(RegisterError::RosterHasDependents)), "a later list rests on it");
    let undone = office.register.roster_undo(second.import.id).unwrap();
    assert!(undone.import.undone_at.is_some() && !undone.can_undo);
    assert_eq!((office.listed(YEAR), office.customers()), (listed, customers));
    assert!(office.register.customer_search("kaisa", NameOrder::Ascending, None, 9).unwrap().rows.is_empty());

    // the first is the latest again; now somebody writes on it
    let classes = office.register.class_list(office.school, YEAR).unwrap();
    let ake = &classes.subjects[1].subject;
    let fields = SubjectFields { town: "Vaasa".to_owned(), ..ake.fields.clone() };
    office.register.subject_update(ake.id, ake.rev, fields, FieldSource::Staff).unwrap();
    let late = office.register.roster_undo(first.import.id);
    assert!(matches!(late, Err(RegisterError::RosterHasDependents)), "{late:?}");
}

#[test]
fn a_first_import_taken_back_leaves_nothing_and_can_be_done_again() {
    let office = Office::new();
    let first = office.import(FIRST);
    office.register.roster_undo(first.import.id).unwrap();
    assert_eq!((office.listed(YEAR), office.customers()), (Vec::new(), Vec::new()));
    assert_eq!(office.import(FIRST).import.counts.added, 3);
}

#[test]
fn rows_that_cannot_be_read_are_named_and_never_stop_the_rest() {
    let office = Office::new();
    let imported = office.import("1;;;2A;;;;;;\n2;Malli;Ville;2A;;;;soittele;;\n2;Toinen;Kaisa;2A;;;;;;\n");
    let issues: Vec<_> = imported
        .issues
        .iter()
        .map(|issue| (issue.row_number, issue.reason.as_str(), issue.is_left_out))
        .collect();
    assert!(issues.contains(&(2, "missing_name", true)), "{issues:?}");
    assert!(issues.contains(&(4, "duplicate_source_id", true)), "{issues:?}");
    assert_eq!((imported.import.counts.added, imported.import.left_out), (1, 2));
}

#[test]
fn a_list_says_who_is_protected_and_an_import_never_ends_it() {
    let office = Office::new();
    let register = &office.register;
    let read = |rows: &str| Reading {
        draft: register
            .roster_draft(
                "a.csv".to_owned(),
                format!("Sukunimi;Etunimi;Luokka;Turvakielto\n{rows}").into_bytes(),
            )
            .unwrap(),
        ..office.reading("", YEAR)
    };
    register.roster_import(&read("Malli;Ville;2A;x\nEsimerkki;Aino;2A;\n")).unwrap();
    assert_eq!(register.class_list(office.school, YEAR).unwrap().withheld, 1);
    let shown = register.roster_preview(&read("Malli;Ville;2A;ei\nEsimerkki;Aino;2A;\n")).unwrap();
    assert_eq!((shown.comparison.unchanged, shown.comparison.withheld), (1, 1));
    register.roster_import(&read("Malli;Ville;2A;ei\nEsimerkki;Aino;2A;\n")).unwrap();
    assert_eq!(register.class_list(office.school, YEAR).unwrap().withheld, 1);
}

#[test]
fn headings_that_were_put_right_are_remembered_of_the_school() {
    let office = Office::new();
    let register = &office.register;
    let file = "Nimi X;Etunimi;Luokka\nMalli;Ville;2A\n";
    let read = |mapping| Reading {
        draft: register.roster_draft("a.csv".to_owned(), file.as_bytes().to_vec()).unwrap(),
        mapping,
        ..office.reading("", YEAR)
    };
    let proposed = register.roster_preview(&read(None)).unwrap();
    assert_eq!(proposed.mapping.fields()[0], None);
    let mapping =
        vec![Some(super::Field::LastName), Some(super::Field::FirstName), Some(super::Field::Group)];
    register.roster_import(&read(Some(mapping.clone()))).unwrap();
    assert_eq!(register.roster_preview(&read(None)).unwrap().mapping.fields(), mapping);
}

#[test]
fn a_forgotten_file_and_an_empty_one_are_refused_and_a_locked_register_forgets_files() {
    let office = Office::new();
    let kept = office.reading(FIRST, YEAR);
    let empty = office.register.roster_import(&office.reading("", YEAR));
    assert!(matches!(empty, Err(RegisterError::NothingToImport)), "{empty:?}");
    let Office { register, school } = office;
    let office = Office { register: register.signed_in_as(Role::OrderDesk), school };
    let gone = office.register.roster_import(&kept);
    assert!(matches!(gone, Err(RegisterError::RosterDraftUnknown)), "{gone:?}");
    assert_eq!(office.import(FIRST).import.counts.added, 3);
}

#[test]
fn who_is_protected_stands_in_no_preview_and_the_desk_cannot_change_them_by_a_list() {
    let office = Office::new();
    office.import(FIRST);
    let classes = office.register.class_list(office.school, YEAR).unwrap();
    let aino = classes.subjects[0].subject.clone();
    office.register.subject_protect(aino.id, aino.rev, true, "").unwrap();
    let before = office.register.subject_open(aino.id).unwrap();
    let Office { register, school } = office;
    let office = Office { register: register.signed_in_as(Role::OrderDesk), school };
    let rows = "1;Virtanen;Aino Uusi;3B;;;Virtanen Mikko;040 999 0000;;\n3;Öhman;Åke;2A;;;;;;\n";
    let preview = office.preview(rows).comparison;
    assert_eq!((preview.withheld, preview.unchanged), (1, 1));
    assert!(preview.changed.is_empty() && preview.added.is_empty() && preview.left.len() == 1);
    assert_eq!(preview.left[0].name, "Virtanen Eero");
    office.import(rows);
    // without her row she is not named as somebody who left
    assert!(office.preview("3;Öhman;Åke;2A;;;;;;\n").comparison.left.is_empty());
    let Office { register, .. } = office;
    let stored = register.read(|tx| Ok(store::subjects::get(tx, aino.id)?)).unwrap();
    assert_eq!(stored.fields, before.subject.fields);
    let places = register.read(|tx| Ok(store::subject_groups::of_subject(tx, aino.id)?)).unwrap();
    assert!(places.len() == 1 && places[0].left_on.is_empty());
}

#[test]
fn an_undo_waits_for_what_a_later_year_or_a_move_by_hand_rests_on() {
    let office = Office::new();
    let first = office.import(FIRST);
    let next = office.import_of("1;Virtanen;Aino;3A;;;;;;\n", SchoolYear(2027));
    let undo = || office.register.roster_undo(first.import.id);
    assert!(matches!(undo(), Err(RegisterError::RosterHasDependents)), "Aino is on a later list");
    office.register.roster_undo(next.import.id).unwrap();
    let classes = office.register.class_list(office.school, YEAR).unwrap();
    let ake = classes.subjects[1].subject.id;
    office.register.subject_move(ake, YEAR, "3B").unwrap();
    assert!(matches!(undo(), Err(RegisterError::RosterHasDependents)), "Åke was moved by hand");
}

#[test]
fn a_class_written_otherwise_is_the_same_and_nobody_is_in_two() {
    let office = Office::new();
    office.import(FIRST);
    let preview = office.preview("1;Virtanen;Aino;2a;;;;;;\n3;Öhman;Åke;2a ;;;;;;\n").comparison;
    assert_eq!((preview.unchanged, preview.new_groups.len(), preview.left.len()), (2, 0, 0));
    // a list of 3B alone takes Aino out of 2A, and leaves Åke there
    office.import("1;Virtanen;Aino;3B;;;;;;\n2;Virtanen;Eero;3B;;;;;;\n");
    let listed = office.listed(YEAR);
    assert!(
        listed.contains(&place("2A", "Virtanen Aino", false))
            && listed.contains(&place("2A", "Öhman Åke", true))
    );
}

#[test]
fn a_number_goes_before_a_name_and_an_older_list_says_nothing_new() {
    let office = Office::new();
    office.import(FIRST);
    // a namesake without a number stands before Aino's own row
    let rows = "Oppilasnumero;Sukunimi;Etunimi;Luokka;Syntymäaika\n;Virtanen;Aino;2A;1.1.2015\n\
                1;Virtanen;Aino;2A;2.2.2016\n3;Öhman;Åke;2A;\n";
    let namesakes = Reading {
        draft: office.register.roster_draft("kaksi.csv".to_owned(), rows.as_bytes().to_vec()).unwrap(),
        ..office.reading("", YEAR)
    };
    let comparison = office.register.roster_preview(&namesakes).unwrap().comparison;
    assert_eq!((comparison.added.len(), comparison.added[0].row), (1, Some(2)));
    let older = SchoolYear(2025);
    office.import_of("1;Virtanen;Aino;1A;;;;;;\n", older);
    let rows = "Oppilasnumero;Sukunimi;Etunimi;Luokka;Lähiosoite\n1;Virtanen;Aino;1A;Vanhakatu 1\n";
    let reading = Reading {
        draft: office.register.roster_draft("vanha.csv".to_owned(), rows.as_bytes().to_vec()).unwrap(),
        ..office.reading("", older)
    };
    office.register.roster_import(&reading).unwrap();
    let aino = office.register.class_list(office.school, YEAR).unwrap().subjects[0].subject.clone();
    assert_eq!(aino.fields.street, "");
}

#[test]
fn whoever_a_row_calls_protected_is_also_when_they_are_known_from_elsewhere() {
    let office = Office::new();
    office.import(FIRST);
    let rows = "Oppilasnumero;Sukunimi;Etunimi;Luokka;Huoltaja 1;Huoltaja 1 puhelin;Huoltaja 1 turvakielto\n\
                9;Malli;Ville;5C;Virtanen Sanna;040 222 2222;kyllä\n";
    let reading = Reading {
        draft: office.register.roster_draft("t.csv".to_owned(), rows.as_bytes().to_vec()).unwrap(),
        ..office.reading("", YEAR)
    };
    office.register.roster_import(&reading).unwrap();
    let found =
        office.register.customer_search("virtanen sanna", NameOrder::Ascending, None, 9).unwrap().rows;
    assert_eq!(found.len(), 1, "one Sanna");
    assert!(found[0].customer.protection.is_some());
    assert_eq!(found[0].customer.fields.phone, "");
    let by_number = office.register.customer_search("0402222", NameOrder::Ascending, None, 9).unwrap().rows;
    assert!(by_number.is_empty(), "not found by a part of the number");
    let control = office.register.customer_search("0401111", NameOrder::Ascending, None, 9).unwrap().rows;
    assert_eq!(control.len(), 1);
}
