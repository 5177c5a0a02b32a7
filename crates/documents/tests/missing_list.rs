//! The missing list as it comes out: every name under its class, in three languages, over as many pages as it takes.

#![allow(clippy::expect_used, clippy::print_stdout)] // a test may stop

use std::fs;
use std::path::Path;
use std::process::Command;

use documents::{Documents, MissingGroup, MissingList, MissingPerson};
use domain::Language;
use domain::choice::Missing;
use tempfile::TempDir;

fn list(language: Language, classes: usize) -> MissingList {
    let person = |name: String, reasons: &[Missing]| MissingPerson { name, reasons: reasons.to_vec() };
    let groups = (1..=classes).map(|number| MissingGroup {
        class: format!("{number}A"),
        people: vec![
            person(format!("Malli Maija {number}"), &[Missing::Absent]),
            person("#strong[Virtanen] *Aino*".to_owned(), &[Missing::CardOnly, Missing::NotPermitted]),
        ],
    });
    MissingList {
        language,
        school: "Esimerkkilän koulu".to_owned(),
        job: "Syyskuvaus".to_owned(),
        job_on: "2026-09-03".to_owned(),
        groups: groups.collect(),
        protected: 2,
    }
}

fn text_of(name: &str, pdf: &[u8]) -> Option<String> {
    if let Some(folder) = std::env::var_os("KONTAKTI_PAGES") {
        fs::write(Path::new(&folder).join(name), pdf).expect("write");
    }
    let dir = TempDir::new().expect("folder");
    let file = dir.path().join("page.pdf");
    fs::write(&file, pdf).expect("write");
    let output = Command::new("pdftotext").args(["-layout"]).arg(&file).arg("-").output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn every_name_stands_under_its_class_and_the_protected_are_counted() {
    let documents = Documents::new().expect("documents");
    for (language, parts) in [
        (
            Language::Finnish,
            ["Puuttuvien lista", "ei kuvattu", "vain kortti, ei muotokuvia, ei saa kuvata", "2 suojattua"],
        ),
        (
            Language::Swedish,
            ["Lista över saknade", "inte fotograferad", "bara kortet, inga porträtt, får inte", "2 skyddade"],
        ),
        (
            Language::English,
            ["Missing list", "not photographed", "card only, no portraits, may not be", "2 protected"],
        ),
    ] {
        let pdf = documents.missing_list(&list(language, 30)).expect("list");
        let Some(text) = text_of(&format!("missing-{}.pdf", language.code()), &pdf) else {
            println!("SKIP pdftotext is not here");
            return;
        };
        for part in parts.into_iter().chain(["Esimerkkilän koulu", "Malli Maija 1", "Malli Maija 30"]) {
            assert!(text.contains(part), "{part} on {text}");
        }
        assert!(text.contains("#strong[Virtanen] *Aino*"), "markup is a name: {text}");
        assert!(text.matches('\u{c}').count() > 1, "several pages");
    }
}

#[test]
fn a_list_of_nobody_says_so() {
    let documents = Documents::new().expect("documents");
    let nobody = MissingList { protected: 0, ..list(Language::English, 0) };
    let pdf = documents.missing_list(&nobody).expect("list");
    let Some(text) = text_of("missing-nobody.pdf", &pdf) else {
        println!("SKIP pdftotext is not here");
        return;
    };
    assert!(text.contains("Nobody is missing.") && !text.contains("protected"), "{text}");
}
