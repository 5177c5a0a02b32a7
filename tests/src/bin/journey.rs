//! The whole way through the real window: from first run to a batch that a print lab can print from.
//!
//! `journey <program> <folder>` drives the program with WebKitWebDriver, in Finnish, by what the window shows, and
//! leaves in the folder: `screenshots/`, `batch/` (what was handed over) and `result.json`. It ends with 0 only when
//! every step went through and the batch was read back whole by the second reader.

#![allow(clippy::print_stdout)]

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, ensure};
use kontakti_tests::texts::Texts;
use kontakti_tests::window::Window;
use serde_json::json;
use synthetic::people::{SchoolShape, school};
use synthetic::{ImageSize, SessionShape, plan, write_session};

const PASSPHRASE: &str = "seitsemän harmaata varista aidalla";
const STUDIO: &str = "Kuvaamo Esimerkki Oy";
const SESSION: &str = "Koskelan koulu 3B";
const PARTNER: &str = "Kuvatuote Oy";
/// Markup in a name has to come out as text.
const MARKUP: &str = "<img src=x onerror=document.title='owned'>";

struct Journey {
    window: Window,
    texts: Texts,
    steps: Vec<String>,
    started: Instant,
}

impl Journey {
    fn t(&self, key: &str) -> anyhow::Result<String> {
        self.texts.text(key)
    }

    async fn press(&self, key: &str) -> anyhow::Result<()> {
        self.window.press(&self.t(key)?).await.with_context(|| key.to_owned())
    }

    async fn fill(&self, key: &str, text: &str) -> anyhow::Result<()> {
        self.window.fill(&self.t(key)?, text).await.with_context(|| key.to_owned())
    }

    async fn sees(&self, key: &str) -> anyhow::Result<()> {
        self.window.sees(&self.t(key)?).await.with_context(|| key.to_owned())
    }

    async fn view(&self, key: &str) -> anyhow::Result<()> {
        self.window.click("link", &self.t(key)?).await.with_context(|| key.to_owned())
    }

    fn done(&mut self, step: &str) {
        println!("{:6.1} s  {step}", self.started.elapsed().as_secs_f32());
        self.steps.push(step.to_owned());
    }
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let program = arguments.next().context("journey <program> <folder>")?;
    let tour = arguments.next().context("journey <program> <folder>")?;
    let home = tempfile::tempdir()?;
    let [data, card, batch] = ["data", "card", "out"].map(|name| home.path().join(name));
    std::fs::create_dir_all(&batch)?;
    make_card(&card)?;

    let environment = [
        ("HOME", home.path()),
        ("KONTAKTI_DATA", data.as_path()),
        ("KONTAKTI_TEST_IMPORT", card.as_path()),
        ("KONTAKTI_TEST_HANDOVER", batch.as_path()),
        ("KONTAKTI_TEST_SAVE", home.path()),
        ("LANG", Path::new("fi_FI.UTF-8")),
    ];
    let window = Window::open(&program, &environment, &tour.join("screenshots")).await?;
    let texts = Texts::load("fi")?;
    let mut journey = Journey { window, texts, steps: Vec::new(), started: Instant::now() };
    let result = walk(&mut journey, home.path()).await;
    if result.is_err() {
        // the picture of what went wrong is worth more than the error; without it the error stands alone
        let _ = journey.window.screenshot("failed").await;
    }
    journey.window.close().await?;
    result?;

    let handed_over = the_only_folder(&batch)?;
    check_batch(&handed_over)?;
    println!("batch read back: whole, and nobody's name is in it");
    copy(&handed_over, &tour.join("batch"))?;
    let steps = journey.steps.len() + 1;
    std::fs::write(tour.join("result.json"), json!({ "steps": steps, "names": journey.steps }).to_string())?;
    println!("{steps} passed, 0 failed");
    Ok(())
}

/// A class of six, one of them with a raw file, and a file that is no photograph.
fn make_card(card: &Path) -> anyhow::Result<()> {
    let mut class = school(3, &SchoolShape::koskela()).classes.swap_remove(1);
    class.people.truncate(6);
    let shape = SessionShape {
        frames_per_person: 2,
        size: ImageSize::Small(2400, 1600),
        raw_pairs: 1,
        ..SessionShape::of(vec![class])
    };
    write_session(card, &plan(3, &shape), &mut |_, _| true)?;
    std::fs::write(card.join("DCIM/rikki.jpg"), b"not a picture")?;
    Ok(())
}

async fn walk(journey: &mut Journey, home: &Path) -> anyhow::Result<()> {
    journey.window.resize(1280, 800).await?;
    create_register(journey, home).await?;
    import_session(journey).await?;
    browse(journey).await?;
    let customer = add_customer(journey).await?;
    enter_order(journey, &customer).await?;
    add_partner(journey).await?;
    hand_over(journey).await?;
    see_history(journey).await?;
    lock_and_unlock(journey).await?;
    look_everywhere(journey).await
}

async fn create_register(journey: &mut Journey, home: &Path) -> anyhow::Result<()> {
    journey.window.until("the first view", "return !!document.querySelector('h1, h2')").await?;
    journey.window.press("Suomi").await?;
    journey.sees("firstrun-create-title").await?;
    journey.window.screenshot("first-run").await?;
    journey.done("the first view has two doors");

    journey.press("firstrun-create-button").await?;
    journey.fill("firstrun-studio-name", STUDIO).await?;
    journey.fill("field-label-business-id", "1234567-2").await?;
    journey.press("firstrun-next").await?;
    journey.sees("field-not-business-id").await?;
    journey.fill("field-label-business-id", "1234567-1").await?;
    journey.fill("field-label-street", "Koulukatu 1").await?;
    journey.fill("field-label-postal-code", "60100").await?;
    journey.fill("field-label-town", "Seinäjoki").await?;
    journey.window.screenshot("studio-details").await?;
    journey.press("firstrun-next").await?;
    journey.done("a wrong Business ID is refused beside its field, the right one goes on");

    journey.fill("passphrase-field", PASSPHRASE).await?;
    journey.fill("passphrase-repeat", PASSPHRASE).await?;
    journey.window.screenshot("passphrase").await?;
    journey.press("firstrun-make").await?;
    journey.sees("recovery-once").await?;
    journey.window.screenshot("recovery-code").await?;
    let groups = journey
        .window
        .script(
            "return [...document.querySelectorAll('ol[aria-label] li')].map(i => i.innerText.trim())\
             .filter(text => /^[0-9A-Z]{5}$/.test(text)).join('-')",
            vec![],
        )
        .await?;
    let code = groups.as_str().unwrap_or_default().to_owned();
    ensure!(code.len() > 40, "the recovery code is shown in groups, not “{code}”");
    journey.press("recovery-save").await?;
    let pdf = home.join(journey.t("documents-recovery-file")?);
    journey.window.sees(&pdf.file_name().unwrap_or_default().to_string_lossy()).await?;
    ensure!(std::fs::read(&pdf)?.starts_with(b"%PDF"), "the recovery sheet is a PDF");
    journey.press("recovery-have").await?;
    journey.fill("recovery-confirm-field", &code).await?;
    journey.press("recovery-confirm-button").await?;
    journey.sees("session-empty").await?;
    journey.window.screenshot("sessions-empty").await?;
    journey.done("the recovery code is printed, typed back, and the register opens");
    Ok(())
}

async fn import_session(journey: &mut Journey) -> anyhow::Result<()> {
    journey.press("session-import").await?;
    journey.sees("import-plan-new").await?;
    journey.sees("import-reason-not-an-image").await?;
    journey.fill("import-name", SESSION).await?;
    journey.fill("import-photographer", "Liisa Kuvaaja").await?;
    journey.window.screenshot("import-plan").await?;
    let start = journey.texts.with("import-start", &[("count", "13"), ("number", "13")])?;
    journey.window.press(&start).await?;
    journey.sees("import-outcome-completed").await?;
    journey.window.screenshot("import-report").await?;
    journey.press("import-open-session").await?;
    journey.done("a card is planned, imported, verified and reported");
    Ok(())
}

const LOADED: &str = "const all = [...document.querySelectorAll('[role=gridcell] img')]; \
    return all.length >= 13 && all.every(i => i.complete && i.naturalWidth > 0)";

async fn browse(journey: &mut Journey) -> anyhow::Result<()> {
    journey.window.until("every thumbnail", LOADED).await?;
    journey.window.screenshot("session").await?;
    journey.window.script("document.querySelector('[role=gridcell]').focus()", vec![]).await?;
    journey.window.key("ArrowRight").await?;
    journey.window.key("5").await?;
    journey.window.key("ArrowRight").await?;
    journey.window.key("x").await?;
    journey.window.until(
        "five stars and a reject in the cells",
        "const cells = [...document.querySelectorAll('[role=gridcell]')].map(c => c.getAttribute('aria-label') || c.innerText); \
         return cells.some(l => /5/.test(l))",
    )
    .await?;
    journey.window.screenshot("session-marked").await?;
    journey.window.key("Enter").await?;
    journey
        .window
        .until(
            "the large picture",
            "return [...document.images].some(i => i.complete && i.naturalWidth >= 1400)",
        )
        .await?;
    journey.window.screenshot("large-view").await?;
    journey.window.key("ArrowRight").await?;
    journey.window.key("Escape").await?;
    journey.window.until("the grid again", LOADED).await?;
    journey.done("thumbnails, ratings and rejects by keys, the large view and back");
    Ok(())
}

async fn add_customer(journey: &mut Journey) -> anyhow::Result<String> {
    journey.view("app-nav-customers").await?;
    journey.sees("customers-empty").await?;
    journey.press("customers-new").await?;
    journey.fill("field-label-last-name", "Öhman").await?;
    journey.fill("field-label-first-name", "Sanna").await?;
    journey.fill("field-label-phone", "040 000 1234").await?;
    journey.fill("field-label-email", "sanna.ohman@example.fi").await?;
    journey.fill("field-label-street", MARKUP).await?;
    journey.fill("field-label-postal-code", "60100").await?;
    journey.fill("field-label-town", "Seinäjoki").await?;
    let yes = journey.t("consent-yes")?;
    journey.window.choose(&yes).await?;
    journey.window.screenshot("customer-new").await?;
    journey.press("form-save").await?;
    journey.sees("customer-created").await?;
    let title = journey.window.script("return document.title", vec![]).await?;
    ensure!(title != json!("owned"), "markup in a field ran as a script");
    journey.window.screenshot("customer").await?;
    journey.done("a customer with the marketing answer; markup is text");
    Ok("Öhman".to_owned())
}

async fn enter_order(journey: &mut Journey, customer: &str) -> anyhow::Result<()> {
    journey.view("app-nav-orders").await?;
    journey.press("orders-new").await?;
    journey.fill("order-customer", customer).await?;
    journey.window.take_first_option().await.context("no customer is offered")?;
    for code in ["10", "13"] {
        journey.fill("order-add-product", code).await?;
        journey.window.key("Enter").await?;
    }
    for _ in 0..2 {
        journey.press("order-line-choose-photo").await?;
        journey
            .window
            .until(
                "photos to choose from",
                "return document.querySelectorAll('[role=gridcell] img').length > 3",
            )
            .await?;
        journey.window.script("document.querySelector('[role=gridcell]').focus()", vec![]).await?;
        journey.window.key("ArrowRight").await?;
        journey.window.key("Space").await?;
        journey.window.screenshot("photo-picker").await?;
        journey.press("picker-use").await?;
    }
    journey.window.sees("24,80").await.context("9.90 + 14.90 is 24.80")?;
    journey.window.screenshot("order-draft").await?;
    journey.press("order-confirm").await?;
    journey
        .window
        .until("the confirmed order", "return location.hash.match(/orders\\/\\d+/) !== null || location.pathname.match(/orders\\/\\d+/) !== null")
        .await?;
    journey.sees("order-send").await?;
    journey.window.screenshot("order-confirmed").await?;
    journey.done("an order with two prints and VAT from the gross total is confirmed");
    Ok(())
}

async fn add_partner(journey: &mut Journey) -> anyhow::Result<()> {
    journey.view("app-nav-partners").await?;
    journey.press("partners-new").await?;
    journey.fill("field-label-name", PARTNER).await?;
    journey.window.fill_date(&journey.t("field-label-agreement-on")?, "02032026").await?;
    journey.press("form-save").await?;
    journey.sees("partner-created").await?;
    let day = "const parts = [...document.querySelectorAll('[role=spinbutton]')]; \
               return parts.map(part => part.innerText).join('.') === '2.3.2026'";
    journey.window.until("the day shown the Finnish way", day).await?;
    journey.window.screenshot("partner").await?;
    journey.done("a print partner with its agreement");
    Ok(())
}

async fn hand_over(journey: &mut Journey) -> anyhow::Result<()> {
    journey.view("app-nav-production").await?;
    journey.window.until("the waiting order", "return document.querySelectorAll('[role=gridcell] [role=checkbox], [role=gridcell] input[type=checkbox], [role=row] input[type=checkbox]').length > 0").await?;
    journey
        .window
        .script("document.querySelector('[role=grid] input[type=checkbox]').click()", vec![])
        .await?;
    journey.sees("plan-no-issues").await?;
    journey.window.screenshot("production-plan").await?;
    journey.press("hand-over-button").await?;
    let yes = journey.texts.with("hand-over-yes", &[("count", "2"), ("partner", PARTNER)])?;
    journey.sees("hand-over-title").await?;
    journey.window.screenshot("hand-over-confirm").await?;
    journey.window.press(&yes).await?;
    journey.sees("batch-state-handed-over").await?;
    journey.window.screenshot("batch").await?;
    let ledger = journey.t("production-tab-ledger")?;
    journey.view("app-nav-production").await?;
    journey.window.click("tab", &ledger).await?;
    journey.window.sees(PARTNER).await?;
    journey.window.screenshot("disclosure-ledger").await?;
    journey.done("the order is handed over to print and stands in the disclosure ledger");
    Ok(())
}

async fn see_history(journey: &mut Journey) -> anyhow::Result<()> {
    journey.view("app-nav-history").await?;
    for key in [
        "action-print-batch-handed-over",
        "action-order-confirmed",
        "action-customer-created",
        "action-frames-imported",
    ] {
        journey.sees(key).await?;
    }
    let shown = journey.window.text().await?;
    ensure!(!shown.contains("Öhman"), "the history names nobody");
    journey.window.screenshot("history").await?;
    journey.done("the history says what was done and names nobody");
    Ok(())
}

async fn lock_and_unlock(journey: &mut Journey) -> anyhow::Result<()> {
    journey.window.chord("Control", "l").await?;
    journey.sees("unlock-title").await?;
    journey.window.until("no picture left in the window", "return document.images.length === 0").await?;
    // what was last announced to a screen reader stays for some seconds in React Aria's live region
    let forgotten = format!("return !document.body.innerText.includes('{PARTNER}')");
    journey.window.until("nothing of the register left in the window", &forgotten).await?;
    journey.fill("passphrase-field", "väärä tunnuslause tänään").await?;
    journey.press("unlock-button").await?;
    journey.sees("error-wrong-passphrase").await?;
    journey.window.screenshot("unlock-wrong").await?;
    journey.fill("passphrase-field", PASSPHRASE).await?;
    journey.press("unlock-button").await?;
    journey.sees("app-nav-history").await?;
    journey.done("locked by a key; a wrong passphrase is refused, the right one opens");
    Ok(())
}

/// Every view in the languages, themes and sizes that are looked at before a release.
async fn look_everywhere(journey: &mut Journey) -> anyhow::Result<()> {
    let looks = [
        ("fi", "Suomi", "light", 1920, 1080),
        ("fi", "Suomi", "dark", 1280, 800),
        ("sv", "Svenska", "dark", 1920, 1080),
        ("en", "English", "light", 1280, 800),
    ];
    for (language, own_name, theme, width, height) in looks {
        journey.window.resize(width, height).await?;
        journey.view("app-nav-settings").await?;
        journey.window.choose(own_name).await?;
        journey.texts = Texts::load(language)?;
        journey.sees("settings-appearance").await?;
        let chosen = journey.t(&format!("settings-theme-{theme}"))?;
        journey.window.choose(&chosen).await?;
        for view in
            ["sessions", "customers", "orders", "production", "partners", "products", "history", "settings"]
        {
            journey.view(&format!("app-nav-{view}")).await?;
            journey
                .window
                .until(
                    "the view at rest",
                    "return !document.querySelector('[aria-busy=true], [class*=skeleton]')",
                )
                .await?;
            journey.window.screenshot(&format!("{view}-{language}-{theme}-{width}")).await?;
        }
        journey.view("app-nav-sessions").await?;
    }
    journey.done("every view in three languages, two themes and two sizes");
    Ok(())
}

fn the_only_folder(parent: &Path) -> anyhow::Result<PathBuf> {
    let folders: Vec<PathBuf> =
        std::fs::read_dir(parent)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    match folders.as_slice() {
        [only] => Ok(only.clone()),
        _ => anyhow::bail!("one batch was handed over, found {folders:?}"),
    }
}

/// Reads the batch as a lab would, with the reader that shares no code with the writer.
fn check_batch(folder: &Path) -> anyhow::Result<()> {
    let read = exchange::plain::read::read(folder).map_err(|error| anyhow::anyhow!("{error:?}"))?;
    ensure!(read.deviations.is_empty(), "the batch deviates: {:?}", read.deviations);
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().to_lowercase();
        ensure!(!name.contains("hman") && !name.contains("sanna"), "a file bears a person's name");
        if entry
            .path()
            .extension()
            .is_some_and(|ending| ending == "csv" || ending == "json" || ending == "txt")
        {
            let text = std::fs::read_to_string(entry.path())?;
            ensure!(!text.contains("Öhman"), "{} names the customer", entry.path().display());
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> anyhow::Result<()> {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry?;
        let target = to.join(entry.path().strip_prefix(from)?);
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(&target)?;
        } else {
            std::fs::copy(entry.path(), &target)?;
        }
    }
    Ok(())
}
