//! The invented school of the demonstration studio: its classes, guardians, job and camera cards.

use std::collections::HashMap;

use domain::Language;
use domain::ids::{CustomerId, JobId, SchoolId, SubjectGroupId, SubjectId};
use domain::job::{Agreed, JobFields};
use domain::provenance::FieldSource;
use domain::school::{ContactPerson, SchoolFields, SchoolKind, SchoolYear};
use domain::subject::{Permission, SubjectFields};
use store::jobs::{self, CardOwner};
use synthetic::demo::DemoScript;
use synthetic::people::Person;
use synthetic::{PlannedFrame, Shows};
use tasks::TaskCtx;

use crate::jobs::{CardsWanted, SheetLayout};
use crate::{Register, RegisterError};

const YEAR: SchoolYear = SchoolYear(2026);
/// The first day that the script's photographs are of.
const DAY: &str = "2026-08-17";

/// Stores the script's school and books its job; gives the job. The card frames of `frames` show the codes that were given,
/// but for the one that nobody can read.
pub(super) fn school(
    register: &Register,
    script: &DemoScript,
    customers: &[CustomerId],
    frames: &mut [PlannedFrame],
    ctx: &mut TaskCtx,
) -> Result<JobId, RegisterError> {
    let school = register.school_create(fields(script))?.school.id;
    let mut people: HashMap<(usize, usize), SubjectId> = HashMap::new();
    for (class_at, class) in script.school.classes.iter().enumerate() {
        for (person_at, person) in class.people.iter().enumerate() {
            ctx.step(|_| {})?;
            people.insert((class_at, person_at), enlist(register, school, &class.name, person)?);
        }
    }
    let (class_at, absent) = &script.absent;
    if let Some(class) = script.school.classes.get(*class_at) {
        enlist(register, school, &class.name, absent)?;
    }
    for (invented, customer) in script.customers.iter().zip(customers) {
        if let Some(subject) = people.get(&(invented.class, invented.person)) {
            register.guardian_add(*subject, *customer)?;
        }
    }
    let job = JobFields {
        photographers: "Liisa Kuvaaja".to_owned(),
        viewing: Agreed::Yes,
        group_photos: Agreed::Yes,
        ..JobFields::new("Syyskuvaus", DAY)
    };
    let job = register.job_create(school, job)?.job.id;
    let wanted = CardsWanted {
        layout: SheetLayout::Eight,
        groups: Vec::new(),
        is_class_on_new_sheet: true,
        with_groups: true,
        with_special: true,
        retakes: 0,
    };
    register.camera_cards_give(job, &wanted, Language::Finnish)?;
    let groups = classes(register, school, script)?;
    let cards = register.read(|tx| Ok(jobs::cards(tx, job)?))?;
    let codes: HashMap<CardOwner, String> = cards.into_iter().map(|card| (card.owner, card.code)).collect();
    for frame in frames {
        let owner = match frame.shows {
            Shows::Card { class, person } if (class, person) != script.unreadable => {
                people.get(&(class, person)).copied().map(CardOwner::Subject)
            }
            Shows::GroupCard { class } => groups.get(class).copied().flatten().map(CardOwner::Group),
            _ => None,
        };
        if let Some(code) = owner.and_then(|owner| codes.get(&owner)) {
            frame.show_code(code);
        }
    }
    Ok(job)
}

fn fields(script: &DemoScript) -> SchoolFields {
    SchoolFields {
        name: script.school.name.clone(),
        kind: SchoolKind::School,
        street: "Koulukatu 1".to_owned(),
        postal_code: script.studio.postal_code.to_owned(),
        town: script.studio.town.to_owned(),
        language: Language::Finnish,
        agreement_on: "2026-05-11".to_owned(),
        agreement: String::new(),
        note: String::new(),
        contacts: vec![ContactPerson {
            name: "Outi Esimerkki".to_owned(),
            email: "kanslia@koskela.example".to_owned(),
            ..ContactPerson::default()
        }],
    }
}

fn enlist(
    register: &Register,
    school: SchoolId,
    class: &str,
    person: &Person,
) -> Result<SubjectId, RegisterError> {
    let fields = SubjectFields {
        last_name: person.last_name.clone(),
        first_name: person.first_name.clone(),
        photo_permission: Permission::Given,
        ..SubjectFields::default()
    };
    Ok(register.subject_create(school, YEAR, class, fields, FieldSource::Roster)?.subject.id)
}

/// The classes in the script's order.
fn classes(
    register: &Register,
    school: SchoolId,
    script: &DemoScript,
) -> Result<Vec<Option<SubjectGroupId>>, RegisterError> {
    let stored = register.class_list(school, YEAR)?.groups;
    let id = |name: &str| stored.iter().find(|listed| listed.name == name).map(|listed| listed.id);
    Ok(script.school.classes.iter().map(|class| id(&class.name)).collect())
}
