//! Legends of group photos as they come out: rows as the language calls them, who is not named as a dash, a page for each.

#![allow(clippy::expect_used, clippy::print_stdout)] // a test may stop

use std::fs;
use std::path::Path;
use std::process::Command;

use documents::{Documents, GroupLegend, GroupLegends};
use domain::Language;
use tempfile::TempDir;

fn legends(
    language: Language,
    rows: Vec<Vec<Option<String>>>,
    absent: &[&str],
    pages: usize,
) -> GroupLegends {
    let photos = (1..=pages).map(|number| GroupLegend {
        class: format!("{number}A"),
        photo: format!("IMG_{number:04}"),
        taken_on: "2026-09-03".to_owned(),
        rows: rows.clone(),
        absent: absent.iter().map(|name| (*name).to_owned()).collect(),
    });
    GroupLegends {
        language,
        school: "Esimerkkilän koulu".to_owned(),
        school_year: 2026,
        job_on: "2026-09-03".to_owned(),
        photos: photos.collect(),
    }
}

fn row(names: &[&str]) -> Vec<Option<String>> {
    names.iter().map(|name| (!name.is_empty()).then(|| (*name).to_owned())).collect()
}

/// The text as one line; each page ends with a form feed.
fn text_of(name: &str, pdf: &[u8]) -> Option<String> {
    if let Some(folder) = std::env::var_os("KONTAKTI_PAGES") {
        fs::write(Path::new(&folder).join(name), pdf).expect("write");
    }
    let dir = TempDir::new().expect("folder");
    let file = dir.path().join("page.pdf");
    fs::write(&file, pdf).expect("write");
    let output = Command::new("pdftotext").arg(&file).arg("-").output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout);
    Some(
        text.split('\u{c}')
            .map(|page| page.split_whitespace().collect::<Vec<_>>().join(" "))
            .collect::<Vec<_>>()
            .join("\u{c}"),
    )
}

#[test]
fn rows_are_told_from_the_back_in_the_language_of_the_school() {
    let documents = Documents::new().expect("documents");
    let rows = vec![
        row(&["Aino Virtanen", "", "Kaisa Koski"]),
        row(&["#strong[Maija] *Malli*"]),
        row(&["Åke Öhman", "Eero Esimerkki"]),
    ];
    for (language, parts) in [
        (
            Language::Finnish,
            [
                "Takarivi vasemmalta: Aino Virtanen, –, Kaisa Koski",
                "Keskirivi vasemmalta: #strong[Maija] *Malli*",
                "Eturivi vasemmalta: Åke Öhman, Eero Esimerkki",
                "Poissa kuvasta: Ville Malli",
                "Yhden kuvassa olevan nimeä ei kerrota",
                "3.9.2026",
            ],
        ),
        (
            Language::Swedish,
            [
                "Bakre raden från vänster: Aino Virtanen, –, Kaisa Koski",
                "Mellersta raden från vänster: #strong[Maija] *Malli*",
                "Främre raden från vänster: Åke Öhman, Eero Esimerkki",
                "Frånvarande: Ville Malli",
                "En person på bilden nämns inte",
                "2026-09-03",
            ],
        ),
        (
            Language::English,
            [
                "Back row from the left: Aino Virtanen, –, Kaisa Koski",
                "Middle row from the left: #strong[Maija] *Malli*",
                "Front row from the left: Åke Öhman, Eero Esimerkki",
                "Absent: Ville Malli",
                "One person in the photo is not named",
                "3 Sep 2026",
            ],
        ),
    ] {
        let pdf =
            documents.group_legends(&legends(language, rows.clone(), &["Ville Malli"], 3)).expect("legends");
        let Some(text) = text_of(&format!("legend-{}.pdf", language.code()), &pdf) else {
            println!("SKIP pdftotext is not here");
            return;
        };
        for part in parts.into_iter().chain(["Esimerkkilän koulu", "2026–2027", "IMG_0003", "3A"]) {
            assert!(text.contains(part), "{part} on {text}");
        }
        let pages: Vec<&str> = text.split('\u{c}').collect();
        assert!(pages[0].contains("1A") && pages[1].contains("2A") && pages[2].contains("3A"), "{text}");
    }
}

#[test]
fn the_largest_photo_is_named_whole() {
    let documents = Documents::new().expect("documents");
    let name = |at: usize, place: usize| format!("Nimi{at}x{place} Esimerkki");
    let rows = (0..12).map(|at| (0..60).map(|place| Some(name(at, place))).collect()).collect();
    let pdf = documents.group_legends(&legends(Language::Finnish, rows, &[], 1)).expect("legends");
    let Some(text) = text_of("legend-large.pdf", &pdf) else {
        println!("SKIP pdftotext is not here");
        return;
    };
    assert!((0..12).all(|at| (0..60).all(|place| text.contains(&name(at, place)))), "{text}");
    assert!(
        text.contains("2. rivi takaa, vasemmalta") && text.contains("11. rivi takaa, vasemmalta"),
        "{text}"
    );
    assert!(!text.contains("Poissa kuvasta") && !text.contains("nimeä ei kerrota"), "{text}");
}

#[test]
fn one_row_is_called_by_no_place_and_no_photo_at_all_says_so() {
    let documents = Documents::new().expect("documents");
    let one = legends(Language::English, vec![row(&["Aino Virtanen"])], &[], 1);
    let none = legends(Language::English, Vec::new(), &[], 0);
    let text = |name: &str, legends| text_of(name, &documents.group_legends(legends).expect("legends"));
    let (Some(one), Some(none)) = (text("legend-one.pdf", &one), text("legend-none.pdf", &none)) else {
        println!("SKIP pdftotext is not here");
        return;
    };
    assert!(one.contains("From the left: Aino Virtanen") && !one.contains("row"), "{one}");
    assert!(none.contains("Nobody is named in any group photo."), "{none}");
}
