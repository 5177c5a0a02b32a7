//! A school's class list read in, and its camera cards printed.

use std::path::Path;
use std::time::Instant;

use anyhow::ensure;
use domain::Language;
use domain::job::{Agreed, JobFields};
use domain::school::{SchoolFields, SchoolKind, SchoolYear};
use register::jobs::{CardsWanted, SheetLayout};
use register::rosters::Reading;
use serde_json::{Value, json};

use crate::studio;

const SEED: u64 = 2026;
const YEAR: SchoolYear = SchoolYear(2026);
/// People of a class.
const IN_CLASS: usize = 25;
/// Classes whose cards are printed: 300 cards with those of the classes themselves.
const PRINTED: usize = 12;

/// Times a class list of `rows` people, shown and then read in, and a print of cards.
pub fn school(data: &Path, rows: usize) -> anyhow::Result<Value> {
    let register = studio::make(data)?;
    let fields = SchoolFields {
        name: "Esimerkkilän koulu".to_owned(),
        kind: SchoolKind::School,
        street: String::new(),
        postal_code: String::new(),
        town: String::new(),
        language: Language::Finnish,
        agreement_on: String::new(),
        agreement: String::new(),
        note: String::new(),
        contacts: Vec::new(),
    };
    let school = register.school_create(fields)?.school.id;
    let mut list =
        "Oppilasnumero;Sukunimi;Etunimi;Luokka;Huoltaja 1;Huoltaja 1 puhelin;Huoltaja 1 sähköposti\n"
            .to_owned();
    for (number, person) in synthetic::customers::customers(SEED, rows).iter().enumerate() {
        let class = number / IN_CLASS;
        list.push_str(&format!(
            "{number};{};{};{}{};{} Sanna;{};{}\n",
            person.last_name,
            person.first_name,
            1 + class / 26,
            char::from(b'A' + u8::try_from(class % 26)?),
            person.last_name,
            person.phone,
            person.email,
        ));
    }

    let begun = Instant::now();
    let reading = Reading {
        draft: register.roster_draft("luokat.csv".to_owned(), list.into_bytes())?,
        school_id: school,
        school_year: YEAR,
        encoding: None,
        separator: None,
        has_header: None,
        sheet: None,
        mapping: None,
    };
    register.roster_preview(&reading)?;
    let previewed = begun.elapsed().as_secs_f64();
    let imported = register.roster_import(&reading)?;
    let roster = begun.elapsed().as_secs_f64();

    let job = JobFields { group_photos: Agreed::Yes, ..JobFields::new("Syyskuvaus", "2026-09-03") };
    let job = register.job_create(school, job)?.job;
    let mut groups = register.class_list(school, YEAR)?.groups;
    groups.truncate(PRINTED);
    let wanted = CardsWanted {
        layout: SheetLayout::Four,
        groups: groups.iter().map(|group| group.id).collect(),
        is_class_on_new_sheet: true,
        with_groups: false,
        with_special: false,
        retakes: 0,
    };
    let target = data.join("cards.pdf");
    let begun = Instant::now();
    let cards = register.camera_cards_save(job.id, &wanted, &target, Language::Finnish)?;
    let printed = begun.elapsed().as_secs_f64();
    ensure!(cards == PRINTED * IN_CLASS, "{cards} cards were printed");
    Ok(json!({
        "rows": rows,
        "new": imported.import.counts.added,
        "preview_s": previewed,
        "roster_s": roster,
        "cards": cards,
        "cards_s": printed,
    }))
}
