//! A school day comes in: its camera cards are read, one that was misread is typed, and every photo is somebody's.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, ensure};
use kontakti_tests::display;
use synthetic::people::{SchoolShape, school};
use synthetic::{ImageSize, PlannedFrame, SessionShape, plan, write_session};

use crate::Journey;

/// Folder of the photographer's memory card in the home folder.
pub const CARD: &str = "school-card";
const SESSION: &str = "Peltolan koulu, kortti 1";
const CHILDREN: usize = 3;
/// The child whose card is misread: its check character is another.
const MISREAD: usize = 1;

/// Imports what was photographed with the printed `cards`, and puts right what was not read.
pub async fn match_day(journey: &mut Journey, home: &Path, cards: &Path) -> anyhow::Result<()> {
    let codes = printed_codes(cards)?;
    ensure!(codes.len() == CHILDREN, "{} codes on the printed cards", codes.len());
    let frames = photograph(&codes);
    write_session(&home.join(CARD), &frames, &mut |_, _| true)?;

    journey.view("app-nav-sessions").await?;
    journey.press("session-import").await?;
    display::answer_dialog(&journey.t("documents-dialog-import")?, &home.join(CARD)).await?;
    journey.sees("import-plan-new").await?;
    journey.fill("import-name", SESSION).await?;
    // the only job of that day is chosen already
    journey.window.sees("Syyskuvaus").await?;
    journey.window.screenshot("import-plan-of-job").await?;
    let count = frames.len().to_string();
    let start = journey.texts.with("import-start", &[("count", &count), ("number", &count)])?;
    journey.window.press(&start).await?;
    journey.sees("import-outcome-completed").await?;
    journey.done("a school day is imported into its job");

    journey.press("matching-open").await?;
    journey.sees("run-reason-wrong-check").await?;
    journey.window.screenshot("matching").await?;
    journey.window.key("t").await?;
    let card = frames.get(MISREAD * 3).context("the misread card")?;
    let label = journey.texts.with("matching-code-label", &[("name", &card.stem)])?;
    let code = codes.get(MISREAD).context("its code")?;
    journey.window.fill(&label, code).await?;
    journey.window.screenshot("matching-code").await?;
    journey.window.key("Enter").await?;
    journey.sees("matching-none-quarantined").await?;
    let sums = journey.texts.with(
        "matching-sums",
        &[("frames", "9"), ("assigned", "6"), ("unassigned", "0"), ("keyframes", "3")],
    )?;
    journey.window.sees(&sums).await?;
    journey.press("matching-show-all").await?;
    journey.window.screenshot("matching-done").await?;
    journey.done("a card that was misread is typed, and every photo is somebody's");
    Ok(())
}

/// Chooses a photo for the yearbook, and saves the list of who is missing.
pub async fn choose_photos(journey: &mut Journey, home: &Path) -> anyhow::Result<()> {
    journey.window.key("Escape").await?;
    journey.press("choices-open").await?;
    journey.sees("choices-panel").await?;
    journey.sees("choice-basis-first").await?;
    for key in ["]", "ArrowRight", "p"] {
        journey.window.key(key).await?;
    }
    journey.sees("choice-basis-chosen").await?;
    journey.window.screenshot("choices").await?;
    journey.press("choices-missing-open").await?;
    journey.window.screenshot("choices-missing").await?;
    journey.press("choices-missing-save").await?;
    let file = home.join(journey.t("documents-missing-file")?);
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let saved = journey.texts.with("choices-missing-saved", &[("name", &name)])?;
    journey.window.sees(&saved).await?;
    ensure!(std::fs::read(&file)?.starts_with(b"%PDF"), "the list is no PDF");
    journey.done("a photo is chosen for the yearbook, and the missing list is a PDF");
    Ok(())
}

/// The codes of the children's own cards, in the order printed.
fn printed_codes(cards: &Path) -> anyhow::Result<Vec<String>> {
    let printed = Command::new("pdftotext").arg(cards).arg("-").output().context("pdftotext")?;
    ensure!(printed.status.success(), "{}", String::from_utf8_lossy(&printed.stderr));
    let text = String::from_utf8(printed.stdout)?;
    let own = |code: &str| {
        let mut parts = code.split('-');
        parts.next() == Some("SK1") && parts.nth(1).is_some_and(|card| card.len() == 4)
    };
    let words = text.split_whitespace().filter(|word| own(word)).map(str::to_owned);
    let mut codes: Vec<String> =
        words.filter(|code| !code.contains("GRP") && !code.contains("RET")).collect();
    codes.dedup();
    Ok(codes)
}

/// The code with another check character.
fn misread(code: &str) -> String {
    let (rest, check) = code.split_at(code.len() - 1);
    format!("{rest}{}", if check == "A" { "B" } else { "A" })
}

/// Each child's card and two portraits, on the job's day.
fn photograph(codes: &[String]) -> Vec<PlannedFrame> {
    let mut class = school(2026, &SchoolShape::koskela()).classes.swap_remove(0);
    class.people.truncate(codes.len());
    for (place, (person, code)) in class.people.iter_mut().zip(codes).enumerate() {
        person.card = Some(if place == MISREAD { misread(code) } else { code.clone() });
    }
    let shape = SessionShape {
        frames_per_person: 2,
        card_frames: true,
        class_pictures: false,
        size: ImageSize::Small(1800, 1200),
        begins: jiff::civil::datetime(2026, 9, 3, 9, 0, 0, 0),
        ..SessionShape::of(vec![class])
    };
    plan(2026, &shape)
}
