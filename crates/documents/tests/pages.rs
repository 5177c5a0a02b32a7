//! The pages as they come out: determinism, text shown as text, codes that a scanner reads.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::print_stdout)] // a test may stop

use std::fs;
use std::path::Path;
use std::process::Command;

use documents::{CheckpointSheetData, DocumentError, Documents, OrderSlip, RecoverySheetData, SlipLine};
use domain::Language;
use tempfile::TempDir;

fn recovery(language: Language) -> RecoverySheetData {
    let groups: Vec<String> = [
        "K1ZZZ", "7Q2MD", "0F8XR", "P3T6W", "H9C4V", "B5N1J", "KE2SG", "Y8A0D", "4RZ7M", "W1QX6", "T3HPC",
        "9VB5N",
    ]
    .map(str::to_owned)
    .into();
    RecoverySheetData {
        studio_name: "Kuvaamo Esimerkki Oy".to_owned(),
        qr_text: groups.join("-").into(),
        groups: groups.into(),
        created_on: "2026-09-03".to_owned(),
        language,
    }
}

fn checkpoint(language: Language) -> CheckpointSheetData {
    let groups = |first: u16| (0..16).map(|index| format!("{:04x}", first + index * 257)).collect();
    CheckpointSheetData {
        studio_name: "Kuvaamo Esimerkki Oy".to_owned(),
        size: 41_204,
        root: groups(0x5dc9),
        made_on: "2026-09-03".to_owned(),
        made_at: "9.15".to_owned(),
        fingerprint: groups(0x1a2b),
        language,
        // as long as a note is
        note: "kontakti-trail/3b6a27bcceb6a42d62a3a8d02a6f0d73\n41204\n".to_owned() + &"aA1+".repeat(75),
    }
}

fn line(product: &str, size: &str, quantity: u32, stem: &str) -> SlipLine {
    SlipLine { product: product.to_owned(), size: size.to_owned(), quantity, stem: stem.to_owned() }
}

fn slip(language: Language) -> OrderSlip {
    let product = match language {
        Language::Finnish => "Kuva 10x15",
        Language::Swedish => "Bild 10x15",
        Language::English => "Print 10x15",
    };
    OrderSlip {
        studio: "Kuvaamo Esimerkki Oy".to_owned(),
        order_number: "2026-0001".to_owned(),
        batch_number: "2026-003".to_owned(),
        created_on: "2026-09-03".to_owned(),
        lines: vec![
            line(product, "10x15 matta", 2, "A0000001"),
            line("Kuva 13x18", "13x18", 1, "A0000002"),
            line("Kuva 20x30", "20x30", 12, "A0000003"),
        ],
        language,
    }
}

/// What a tool says about a PDF; none without the tool.
fn tool(name: &str, arguments: &[&str], folder: &Path) -> Option<String> {
    let output = Command::new(name).args(arguments).current_dir(folder).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

fn text_of(pdf: &[u8]) -> Option<String> {
    let dir = TempDir::new().expect("folder");
    fs::write(dir.path().join("page.pdf"), pdf).expect("write");
    tool("pdftotext", &["-layout", "page.pdf", "-"], dir.path())
}

fn codes_of(pdf: &[u8]) -> Option<String> {
    let dir = TempDir::new().expect("folder");
    fs::write(dir.path().join("page.pdf"), pdf).expect("write");
    tool("pdftoppm", &["-r", "200", "-png", "-singlefile", "page.pdf", "page"], dir.path())?;
    tool("zbarimg", &["--quiet", "page.png"], dir.path())
}

/// Set `KONTAKTI_PAGES` to a folder to look at the pages.
fn keep(name: &str, pdf: &[u8]) {
    if let Some(folder) = std::env::var_os("KONTAKTI_PAGES") {
        fs::write(Path::new(&folder).join(name), pdf).expect("write");
    }
}

#[test]
fn the_same_data_is_the_same_bytes() {
    let (one, two) = (Documents::new().expect("documents"), Documents::new().expect("documents"));
    let data = slip(Language::Finnish);
    let first = one.order_slip(&data).expect("slip");
    assert_eq!(first, two.order_slip(&data).expect("slip"));
    assert_eq!(first, one.order_slip(&data).expect("slip"), "also from a warm cache");
    let other = OrderSlip { order_number: "2026-0002".to_owned(), ..data };
    assert_ne!(first, one.order_slip(&other).expect("slip"), "control");
    let sheet = recovery(Language::Finnish);
    assert_eq!(one.recovery_sheet(&sheet).expect("sheet"), two.recovery_sheet(&sheet).expect("sheet"));
}

#[test]
fn the_pages_say_what_they_must_in_three_languages() {
    let documents = Documents::new().expect("documents");
    for (language, order, title, total) in [
        (Language::Finnish, "Tilaus", "Palautuskoodi", "15 vedosta"),
        (Language::Swedish, "Beställning", "Återställningskod", "15 kopior"),
        (Language::English, "Order", "Recovery code", "15 prints"),
    ] {
        let page = documents.order_slip(&slip(language)).expect("slip");
        keep(&format!("slip-{}.pdf", language.code()), &page);
        let sheet = documents.recovery_sheet(&recovery(language)).expect("sheet");
        keep(&format!("recovery-{}.pdf", language.code()), &sheet);
        let (Some(page), Some(sheet)) = (text_of(&page), text_of(&sheet)) else {
            println!("SKIP pdftotext is not here");
            return;
        };
        for part in [
            order,
            total,
            "2026-0001",
            "2026-003",
            "A0000002",
            "20x30",
            "Kuvaamo Esimerkki Oy",
            "10x15 matta",
        ] {
            assert!(page.contains(part), "{part} on {page}");
        }
        for part in [title, "K1ZZZ", "9VB5N", "Kuvaamo Esimerkki Oy"] {
            assert!(sheet.contains(part), "{part} on {sheet}");
        }
        assert_eq!(sheet.matches('\u{c}').count(), 1, "the sheet is one page");
    }
}

#[test]
fn a_checkpoint_sheet_has_everything_to_compare_on_one_page() {
    let documents = Documents::new().expect("documents");
    for (language, parts) in [
        (Language::Finnish, ["Tarkistuspiste", "3.9.2026 klo 9.15", "Allekirjoitus"]),
        (Language::Swedish, ["Kontrollpunkt", "2026-09-03 kl. 9.15", "Underskrift"]),
        (Language::English, ["Checkpoint", "3 Sep 2026, 9.15", "Signature"]),
    ] {
        let sheet = checkpoint(language);
        let pdf = documents.checkpoint_sheet(&sheet).expect("sheet");
        keep(&format!("checkpoint-{}.pdf", language.code()), &pdf);
        let Some(text) = text_of(&pdf) else {
            println!("SKIP pdftotext is not here");
            return;
        };
        let groups = sheet.root.iter().chain(&sheet.fingerprint).map(String::as_str);
        for part in parts.into_iter().chain(groups).chain(["Kuvaamo Esimerkki Oy"]) {
            assert!(text.contains(part), "{part} on {text}");
        }
        assert_eq!(text.matches('\u{c}').count(), 1, "one page: {text}");
    }
}

#[test]
fn scanners_read_the_codes() {
    let documents = Documents::new().expect("documents");
    let Some(page) = codes_of(&documents.order_slip(&slip(Language::Finnish)).expect("slip")) else {
        println!("SKIP pdftoppm and zbarimg are not here");
        return;
    };
    assert_eq!(page.trim(), "CODE-128:2026-0001");
    let sheet = recovery(Language::Finnish);
    let codes = codes_of(&documents.recovery_sheet(&sheet).expect("sheet")).expect("a code");
    assert_eq!(codes.trim(), format!("QR-Code:{}", sheet.qr_text.as_str()));
    let sheet = checkpoint(Language::Finnish);
    let codes = codes_of(&documents.checkpoint_sheet(&sheet).expect("sheet")).expect("a code");
    assert_eq!(codes.trim(), format!("QR-Code:{}", sheet.note));
}

#[test]
fn names_are_text_whatever_they_hold() {
    let documents = Documents::new().expect("documents");
    let names = [
        "#panic(\"x\") *bold* $x^2$ <label> @ref // comment",
        "\"Öhman\" 'Åke' <b>&amp;</b> {{ x }}",
        "a/b\\c \u{1f600} \u{202e}tfel",
        &"Pitkä".repeat(60),
        &"sana ".repeat(60),
        "= Heading\n- item\n#include \"/etc/passwd\"",
        "",
    ];
    for name in names {
        let data = OrderSlip {
            studio: name.to_owned(),
            lines: vec![line(name, name, 1, "A0000001")],
            ..slip(Language::Finnish)
        };
        let page = documents.order_slip(&data).expect(name);
        let Some(text) = text_of(&page) else {
            println!("SKIP pdftotext is not here");
            return;
        };
        assert!(text.contains("2026-0001"), "{name}");
        if name.starts_with('#') {
            keep("slip-markup.pdf", &page);
            assert!(text.contains("#panic") && text.contains("*bold*"), "{text}");
        }
        if name.starts_with("Pitkä") {
            keep("slip-long.pdf", &page);
            // whole words are no measure: other columns stand between the lines of a name
            assert_eq!(
                text.matches('P').count(),
                2 * 60,
                "in studio and product, nothing of the name is cut off"
            );
        }
    }
}

#[test]
fn a_long_order_runs_over_pages_with_its_number_on_each() {
    let documents = Documents::new().expect("documents");
    let lines = (1..=60).map(|number| line("Kuva 10x15", "10x15", 1, &format!("A{number:07}"))).collect();
    let page = documents.order_slip(&OrderSlip { lines, ..slip(Language::Finnish) }).expect("slip");
    keep("slip-pages.pdf", &page);
    let Some(text) = text_of(&page) else {
        println!("SKIP pdftotext is not here");
        return;
    };
    let pages: Vec<&str> = text.split('\u{c}').filter(|page| !page.trim().is_empty()).collect();
    assert!(pages.len() > 2);
    for (index, page) in pages.iter().enumerate() {
        assert!(page.contains(&format!("Sivu {} / {}", index + 1, pages.len())), "{page}");
        assert!(page.contains("2026-0001"), "{page}");
    }
}

#[test]
fn what_cannot_be_printed_is_refused() {
    let documents = Documents::new().expect("documents");
    let number = OrderSlip { order_number: "Ä".to_owned(), ..slip(Language::Finnish) };
    assert!(matches!(documents.order_slip(&number), Err(DocumentError::Code)));
    let date = OrderSlip { created_on: "tomorrow".to_owned(), ..slip(Language::Finnish) };
    assert!(matches!(documents.order_slip(&date), Err(DocumentError::Date(_))));
    let sheet = format!("{:?}", recovery(Language::Finnish));
    assert!(!sheet.contains("K1ZZZ"), "the code never reaches a log: {sheet}");
}

#[test]
fn a_school_s_slips_are_quick() {
    let documents = Documents::new().expect("documents");
    documents.order_slip(&slip(Language::Finnish)).expect("warm");
    let began = std::time::Instant::now();
    for number in 0..20 {
        let data = OrderSlip { order_number: format!("2026-{number:04}"), ..slip(Language::Finnish) };
        documents.order_slip(&data).expect("slip");
    }
    println!("{} ms a slip in this build", began.elapsed().as_millis() / 20);
}
