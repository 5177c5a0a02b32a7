//! Camera cards as they come out: codes that a camera reads, names that stay on their card, sheets to cut.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::print_stdout)] // a test may stop

use std::fs;
use std::path::Path;
use std::process::Command;

use documents::{CameraCard, CameraCards, CardFace, CardLayout, DocumentError, Documents};
use domain::Language;
use tempfile::TempDir;

const LAYOUTS: [CardLayout; 3] = [CardLayout::One, CardLayout::Four, CardLayout::Eight];
/// Height of a sheet's head, millimetres.
const HEAD: f64 = 11.0;

fn code(number: u32) -> String {
    format!("SK1-7Q4M2-{number:04}-N")
}

fn card(number: u32, face: CardFace) -> CameraCard {
    CameraCard { code: code(number), face }
}

fn subject(number: u32, last_name: &str, first_name: &str, class: &str) -> CameraCard {
    card(
        number,
        CardFace::Subject {
            last_name: last_name.to_owned(),
            first_name: first_name.to_owned(),
            class: class.to_owned(),
            number: Some((number, 24)),
        },
    )
}

fn group(number: u32, name: &str, count: u32) -> CameraCard {
    card(number, CardFace::Group { name: name.to_owned(), count })
}

/// The card of somebody whose class must not be told.
fn withheld(number: u32, last_name: &str, first_name: &str) -> CameraCard {
    let face = CardFace::Subject {
        last_name: last_name.to_owned(),
        first_name: first_name.to_owned(),
        class: String::new(),
        number: None,
    };
    card(number, face)
}

fn special(language: Language) -> Vec<CameraCard> {
    let moment = match language {
        Language::Finnish => "3.9.2026 klo\u{a0}9.15",
        Language::Swedish => "2026-09-03 kl.\u{a0}9.15",
        Language::English => "3 Sep 2026, 9.15",
    };
    let clock = CardFace::Clock { moment: moment.to_owned() };
    [CardFace::End, CardFace::Skip, clock, CardFace::Retake]
        .into_iter()
        .zip(9001..)
        .map(|(face, number)| card(number, face))
        .collect()
}

fn job(layout: CardLayout, cards: Vec<CameraCard>) -> CameraCards {
    CameraCards {
        language: Language::Finnish,
        school: "Koskelan koulu".to_owned(),
        job: "Syksyn kuvaus".to_owned(),
        job_on: "2026-09-03".to_owned(),
        layout,
        has_cut_marks: true,
        is_class_on_new_sheet: false,
        cards,
    }
}

fn awkward() -> Vec<CameraCard> {
    let names = [
        ("#panic(\"x\") *bold* $x^2$", "<label> @ref // comment"),
        ("= Heading\n- item\n#include \"/etc/passwd\"", "\u{202e}tfel \u{7} a/b\\c"),
        (&"Pitkä".repeat(60), &"ÅÄÖ".repeat(100)),
        (&"W".repeat(300), &"sana ".repeat(60)),
        ("Öhman-Mallikainen", "Åke-Ville Esimerkki-Aleksanteri"),
        (&"-".repeat(300), &format!("a{}", "\u{301}".repeat(299))),
        ("Esimerkki", ""),
        ("", "Aino"),
        ("", ""),
    ];
    let mut cards: Vec<CameraCard> = names
        .into_iter()
        .zip(1..)
        .map(|((last, first), number)| subject(number, last, first, "Menninkäisten pitkä päiväkotiryhmä"))
        .collect();
    cards.push(card(
        19,
        CardFace::Subject {
            last_name: "Malli".to_owned(),
            first_name: "Ville".to_owned(),
            class: "3B".to_owned(),
            number: Some((u32::MAX, u32::MAX)),
        },
    ));
    cards.push(group(20, &"Päiväkotiryhmä".repeat(20), u32::MAX));
    cards.push(card(21, CardFace::Clock { moment: "9".repeat(300) }));
    cards.push(CameraCard { code: "W".repeat(40), ..subject(22, &"W".repeat(300), &"W".repeat(300), "3B") });
    cards.push(CameraCard { code: "7".to_owned(), ..subject(23, "Malli", "Ville", &"3B".repeat(150)) });
    cards.extend(special(Language::Finnish));
    cards
}

/// What a tool says about a PDF, also when it fails; none without the tool.
fn tool(name: &str, arguments: &[&str], folder: &Path) -> Option<String> {
    let output = Command::new(name).args(arguments).current_dir(folder).output();
    match output {
        Ok(output) => Some(String::from_utf8_lossy(&output.stdout).into_owned()),
        Err(_) => {
            println!("SKIP {name} is not here");
            None
        }
    }
}

fn folder_with(pdf: &[u8]) -> TempDir {
    let dir = TempDir::new().expect("folder");
    fs::write(dir.path().join("cards.pdf"), pdf).expect("write");
    dir
}

/// The text of each page.
fn pages_of(pdf: &[u8]) -> Option<Vec<String>> {
    let text = tool("pdftotext", &["-layout", "cards.pdf", "-"], folder_with(pdf).path())?;
    Some(text.split_terminator('\u{c}').map(str::to_owned).collect())
}

/// Every code that a reader finds on the pages, in the order of the alphabet.
fn codes_of(pdf: &[u8], dpi: &str) -> Option<Vec<String>> {
    let dir = folder_with(pdf);
    tool("pdftoppm", &["-r", dpi, "-gray", "cards.pdf", "page"], dir.path())?;
    let mut codes = Vec::new();
    for entry in fs::read_dir(dir.path()).expect("folder") {
        let name = entry.expect("entry").file_name().into_string().expect("a plain name");
        if name.ends_with(".pgm") {
            codes.extend(
                tool("zbarimg", &["--quiet", "--raw", &name], dir.path())?.lines().map(str::to_owned),
            );
        }
    }
    codes.sort();
    Some(codes)
}

/// A word with its box on its page, in millimetres.
#[derive(Debug, Clone, PartialEq)]
struct Word {
    page: usize,
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
    text: String,
}

fn words_of(pdf: &[u8]) -> Option<Vec<Word>> {
    let said = tool("pdftotext", &["-bbox", "cards.pdf", "-"], folder_with(pdf).path())?;
    let number = |line: &str, name: &str| {
        let after = line.split_once(&format!("{name}=\"")).expect("a box").1;
        after.split('"').next().expect("a number").parse::<f64>().expect("a number") * 25.4 / 72.0
    };
    let mut words = Vec::new();
    for (page, part) in said.split("<page ").skip(1).enumerate() {
        for line in part.lines().filter(|line| line.contains("<word ")) {
            words.push(Word {
                page,
                left: number(line, "xMin"),
                top: number(line, "yMin"),
                right: number(line, "xMax"),
                bottom: number(line, "yMax"),
                text: line.split(['>', '<']).nth(2).expect("a word").to_owned(),
            });
        }
    }
    Some(words)
}

/// Where words may stand on a card: left, top, right, bottom in millimetres. Codes and quiet zones lie outside.
fn text_place(layout: CardLayout) -> [f64; 4] {
    match layout {
        CardLayout::One => [41.0, 174.0, 169.0, 268.0],
        CardLayout::Four => [20.5, 87.0, 84.5, 134.0],
        CardLayout::Eight => [58.5, 12.0, 98.5, 59.0],
    }
}

fn card_size(layout: CardLayout) -> (f64, f64) {
    match layout {
        CardLayout::One => (210.0, 286.0),
        CardLayout::Four => (105.0, 143.0),
        CardLayout::Eight => (105.0, 71.5),
    }
}

/// Whether the word is in its card's place for words, or in the sheet's head.
fn is_in_place(word: &Word, layout: CardLayout) -> bool {
    if word.bottom < HEAD {
        return word.top > 4.0 && word.left > 8.0 && word.right < 202.0;
    }
    let (width, height) = card_size(layout);
    let [left, top, right, bottom] = text_place(layout);
    let (x, y) = ((word.left / width).floor() * width, ((word.top - HEAD) / height).floor() * height + HEAD);
    word.left > x + left - 0.5
        && word.right < x + right + 0.5
        && word.top > y + top
        && word.bottom < y + bottom
}

/// Set `KONTAKTI_PAGES` to a folder to look at the pages.
fn keep(name: &str, pdf: &[u8]) {
    if let Some(folder) = std::env::var_os("KONTAKTI_PAGES") {
        fs::write(Path::new(&folder).join(name), pdf).expect("write");
    }
}

#[test]
fn the_same_cards_are_the_same_bytes() {
    let (one, two) = (Documents::new().expect("documents"), Documents::new().expect("documents"));
    let data = job(CardLayout::Eight, vec![subject(1, "Esimerkki", "Aino", "3B"), group(2, "3B", 24)]);
    let first = one.camera_cards(&data).expect("cards");
    assert_eq!(first, two.camera_cards(&data).expect("cards"));
    assert_eq!(first, one.camera_cards(&data).expect("cards"), "also the second time");
    let other = CameraCards { has_cut_marks: false, ..data };
    assert_ne!(first, one.camera_cards(&other).expect("cards"), "control");
}

#[test]
fn a_reader_finds_every_code_on_a_coarse_picture() {
    let documents = Documents::new().expect("documents");
    let mut cards: Vec<CameraCard> =
        (1..=14).map(|number| subject(number, "Esimerkki", "Aino", "3B")).collect();
    cards.push(CameraCard { code: "7".to_owned(), ..cards[0].clone() });
    cards
        .push(CameraCard { code: "SK1-7Q4M2-0042-N $%*+./:0123456789012345".to_owned(), ..cards[0].clone() });
    let mut expected: Vec<String> = cards.iter().map(|card| card.code.clone()).collect();
    expected.sort();
    for (layout, dpi) in [(CardLayout::Eight, "100"), (CardLayout::Four, "60"), (CardLayout::One, "40")] {
        let pdf = documents.camera_cards(&job(layout, cards.clone())).expect("cards");
        let Some(codes) = codes_of(&pdf, dpi) else { return };
        assert_eq!(codes, expected, "{layout:?}");
    }
    let none = documents.camera_cards(&job(CardLayout::Eight, Vec::new())).expect("cards");
    assert_eq!(codes_of(&none, "100").expect("tools"), Vec::<String>::new(), "control: no cards, no codes");
}

#[test]
fn codes_are_shapes() {
    let documents = Documents::new().expect("documents");
    let pdf = documents.camera_cards(&job(CardLayout::Four, special(Language::Finnish))).expect("cards");
    let Some(images) = tool("pdfimages", &["-list", "cards.pdf"], folder_with(&pdf).path()) else { return };
    assert_eq!(images.lines().count(), 2, "nothing but the table's head: {images}");
}

#[test]
fn every_name_is_there_once() {
    let documents = Documents::new().expect("documents");
    let names: Vec<(String, String)> =
        (10..40).map(|number| (format!("Öhman{number}"), format!("Åke{number}"))).collect();
    let cards: Vec<CameraCard> =
        names.iter().zip(1..).map(|((last, first), number)| subject(number, last, first, "3B")).collect();
    for layout in LAYOUTS {
        let pdf = documents.camera_cards(&job(layout, cards.clone())).expect("cards");
        let Some(pages) = pages_of(&pdf) else { return };
        let text = pages.concat();
        for (card, (last, first)) in cards.iter().zip(&names) {
            for part in [last, first, &card.code] {
                assert_eq!(text.matches(part.as_str()).count(), 1, "{part}, {layout:?}");
            }
        }
        assert_eq!(text.matches("24/24").count(), 1, "{layout:?}");
    }
}

#[test]
fn a_sheet_holds_one_four_or_eight() {
    let documents = Documents::new().expect("documents");
    let cards: Vec<CameraCard> = (1..=9).map(|number| subject(number, "Malli", "Ville", "3B")).collect();
    for (layout, count) in LAYOUTS.into_iter().zip([9, 3, 2]) {
        let pdf = documents.camera_cards(&job(layout, cards.clone())).expect("cards");
        let Some(pages) = pages_of(&pdf) else { return };
        assert_eq!(pages.len(), count, "{layout:?}");
        for (index, page) in pages.iter().enumerate() {
            let head = page.lines().find(|line| !line.trim().is_empty()).expect("a head");
            for part in ["3B", "Koskelan koulu", "Syksyn kuvaus", "3.9.2026"] {
                assert!(head.contains(part), "{part} in {head}");
            }
            assert!(head.contains(&format!("Sivu {} / {count}", index + 1)), "{head}");
            let held = page.matches("SK1-").count();
            assert_eq!(held, layout.cards().min(9 - index * layout.cards()), "{layout:?}, page {index}");
        }
    }
}

#[test]
fn a_class_begins_a_sheet_when_asked() {
    let documents = Documents::new().expect("documents");
    let cards = vec![
        group(10, "3A", 2),
        subject(11, "Esimerkki", "Aino", "3A"),
        withheld(12, "Malli", "Ville"),
        subject(13, "Öhman", "Åke", "3A"),
        group(20, "3B", 1),
        subject(21, "Esimerkki", "Ville", "3B"),
        card(90, CardFace::End),
    ];
    let together = job(CardLayout::Eight, cards);
    let apart = CameraCards { is_class_on_new_sheet: true, ..together.clone() };
    let Some(pages) = pages_of(&documents.camera_cards(&together).expect("cards")) else { return };
    assert_eq!(pages.len(), 1, "control");
    assert!(pages[0].contains("3A – 3B"), "{}", pages[0]);
    let pages = pages_of(&documents.camera_cards(&apart).expect("cards")).expect("tool");
    assert_eq!(pages.len(), 2);
    for (page, class, numbers) in
        [(&pages[0], "3A", [10, 11, 12, 13].as_slice()), (&pages[1], "3B", &[20, 21, 90])]
    {
        assert!(page.trim_start().starts_with(class), "{page}");
        assert!(!page.contains('–'), "one class in the head: {page}");
        assert_eq!(page.matches("SK1-").count(), numbers.len());
        assert!(numbers.iter().all(|number| page.contains(&code(*number))), "{page}");
    }
}

#[test]
fn nothing_leaves_its_card() {
    let documents = Documents::new().expect("documents");
    for layout in LAYOUTS {
        let mut data = job(layout, awkward());
        data.school = "Pitkä".repeat(200);
        data.job = "kuvaus ".repeat(100);
        let pdf = documents.camera_cards(&data).expect("cards");
        keep(&format!("cards-{}-awkward.pdf", layout.cards()), &pdf);
        let Some(words) = words_of(&pdf) else { return };
        for word in &words {
            assert!(is_in_place(word, layout), "{layout:?}: {word:?}");
        }
        assert_eq!(
            words.iter().map(|word| word.page).max(),
            Some(data.cards.len().div_ceil(layout.cards()) - 1),
            "no page more for what is long"
        );
        let text: String = words.iter().map(|word| word.text.as_str()).collect();
        assert!(text.contains("#panic") && text.contains("*bold*") && text.contains("#include"), "{text}");
        assert!(text.contains("PitkäPitkä") && text.contains('…'), "{text}");
        assert!(text.contains("tfel"), "the direction of a text is not turned: {text}");
        assert_eq!(text.matches(&code(1)).count(), 1);
        let mut moved =
            words.iter().find(|word| word.text == code(1)).expect("the first card's code").clone();
        moved.left -= 3.0;
        assert!(!is_in_place(&moved, layout), "control: a word that reaches the code is seen");
    }
}

#[test]
fn a_code_of_forty_can_be_typed_from_its_card() {
    let documents = Documents::new().expect("documents");
    let long = "SK1-7Q4M2-0042-N-ABCDEFGHIJKLMNOPQRSTUVW";
    for layout in LAYOUTS {
        let card = CameraCard { code: long.to_owned(), ..subject(1, "Malli", "Ville", "3B") };
        let pdf = documents.camera_cards(&job(layout, vec![card])).expect("cards");
        let Some(pages) = pages_of(&pdf) else { return };
        let text: String = pages.concat().split_whitespace().collect();
        assert!(text.contains(long), "{text}");
    }
}

#[test]
fn a_withheld_class_leaves_everything_else_where_it_was() {
    let documents = Documents::new().expect("documents");
    for layout in LAYOUTS {
        let known = job(layout, vec![subject(7, "Öhman", "Åke", "3B")]);
        let kept = job(layout, vec![withheld(7, "Öhman", "Åke")]);
        let words = |data| words_of(&documents.camera_cards(data).expect("cards"));
        let (Some(known), Some(kept)) = (words(&known), words(&kept)) else { return };
        let on_card = |words: Vec<Word>| words.into_iter().filter(|word| word.top > HEAD).collect::<Vec<_>>();
        let (known, kept) = (on_card(known), on_card(kept));
        let expected: Vec<Word> =
            known.iter().filter(|word| word.text != "3B" && word.text != "7/24").cloned().collect();
        assert_eq!(kept, expected, "names and code, at the same places");
        assert_eq!(known.len(), kept.len() + 2, "control: class and number were there");
    }
}

#[test]
fn special_cards_say_what_they_do_in_three_languages() {
    let documents = Documents::new().expect("documents");
    for (language, parts) in [
        (
            Language::Finnish,
            ["Loppu", "Hylkää", "Kello", "Uusinta", "Ryhmäkuva", "24 kuvattavaa", "Nimi", "9.15"],
        ),
        (
            Language::Swedish,
            ["Slut", "Kassera", "Klocka", "Omtagning", "Gruppbild", "24 fotograferade", "Namn", "9.15"],
        ),
        (
            Language::English,
            ["End", "Discard", "Clock", "Retake", "Group photo", "24 subjects", "Name", "9.15"],
        ),
    ] {
        for layout in LAYOUTS {
            let mut cards = vec![
                group(1, "3B", 24),
                subject(2, "Esimerkki", "Aino", "3B"),
                subject(3, "Öhman-Mallikainen", "Åke Ville", "3B"),
                withheld(4, "Malli", "Ville"),
            ];
            cards.extend(special(language));
            let data = CameraCards { language, ..job(layout, cards) };
            let pdf = documents.camera_cards(&data).expect("cards");
            keep(&format!("cards-{}-{}.pdf", layout.cards(), language.code()), &pdf);
            let Some(pages) = pages_of(&pdf) else { return };
            let text = pages.concat();
            for part in parts {
                assert!(text.contains(part), "{part} on {text}");
            }
            for word in words_of(&pdf).expect("tool") {
                assert!(is_in_place(&word, layout), "{language:?} {layout:?}: {word:?}");
            }
        }
    }
}

#[test]
fn what_no_card_can_carry_is_refused() {
    let documents = Documents::new().expect("documents");
    for code in ["", "sk1-7q4m2-0042-n", "SK1-Ä", "SK1_7", "A\n", &"A".repeat(41)] {
        let card = CameraCard { code: code.to_owned(), ..subject(1, "Malli", "Ville", "3B") };
        let cards = documents.camera_cards(&job(CardLayout::Four, vec![card]));
        assert!(matches!(cards, Err(DocumentError::Code)), "{code:?}");
    }
    let date = CameraCards { job_on: "tomorrow".to_owned(), ..job(CardLayout::Four, Vec::new()) };
    assert!(matches!(documents.camera_cards(&date), Err(DocumentError::Date(_))));
}

#[test]
fn a_school_s_cards_are_quick() {
    let documents = Documents::new().expect("documents");
    documents.camera_cards(&job(CardLayout::Four, vec![subject(0, "Malli", "Ville", "3B")])).expect("warm");
    let count = if cfg!(debug_assertions) { 30 } else { 300 };
    let cards = (1..=count).map(|number| subject(number, "Esimerkki", "Aino", "3B")).collect();
    let began = std::time::Instant::now();
    documents.camera_cards(&job(CardLayout::Four, cards)).expect("cards");
    println!("{} ms for {count} cards in this build", began.elapsed().as_millis());
}
