//! The whole way through the real window: from first run to a batch that a print lab can print from.
//!
//! `journey <program> <folder>` drives the program with WebKitWebDriver, in Finnish, by what the window shows, and
//! leaves in the folder: `screenshots/`, `batch/` (what was handed over) and `result.json`. It ends with 0 only when
//! every step went through and the batch was read back whole by the second reader.

#![allow(clippy::print_stdout)]

mod batch;
mod desk;
mod first_run;
mod looks;
mod matching;
mod office;
mod school;
mod staff;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use kontakti_tests::display;
use kontakti_tests::ports;
use kontakti_tests::texts::Texts;
use kontakti_tests::traces::{self, Canaries};
use kontakti_tests::window::Window;
use serde_json::json;
use synthetic::people::{SchoolShape, school};
use synthetic::{ImageSize, SessionShape, plan, write_session};

const OWNER: &str = "Helmi Kuusisto";
const PASSPHRASE: &str = "seitsemän harmaata varista aidalla";
const STUDIO: &str = "Kuvaamo Esimerkki Oy";
const SESSION: &str = "Koskelan koulu 3B";
const PARTNER: &str = "Kuvatuote Oy";
/// Markup in a name has to come out as text.
const MARKUP: &str = "<img src=x onerror=document.title='owned'>";

/// In the Exif of every photograph of the card.
const CANARY: &str = "kanarialintu-5f1d";
/// People of the journey: their names may stand in no file that the program keeps.
const PEOPLE: [&str; 4] = ["Öhman", "sanna.ohman@example.fi", "Liisa Kuvaaja", SESSION];
/// Where the program and the system's own libraries may leave files in a person's home.
const ALLOWED: [&str; 8] = [
    "data",
    "newcomer",
    LOG,
    ".config/kontakti/device-secrets",
    // the system's own: compiled shaders, keyboard tables, the list of fonts, settings of the desktop
    ".cache/mesa_shader_cache",
    ".cache/gtk-3.0/compose",
    ".cache/fontconfig",
    "run/dconf/user",
];
/// What the program and its driver say.
const LOG: &str = "log";
/// GTK's list of chosen folders: written also when GTK was told to keep none, and then empty.
const CHOSEN_FOLDERS: &str = ".local/share/recently-used.xbel";

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

/// A driver whose window is gone never answers; no part takes so long.
const PATIENCE_WITH_A_PART: Duration = Duration::from_secs(20 * 60);
const PATIENCE_WITH_A_PICTURE: Duration = Duration::from_secs(30);

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let program = arguments.next().context("journey <program> <folder>")?;
    let tour = arguments.next().context("journey <program> <folder>")?;
    let home = tempfile::tempdir()?;
    let [card, canary, batch, temporary] =
        ["card", "canary", "out", "tmp"].map(|name| home.path().join(name));
    std::fs::create_dir_all(&batch)?;
    std::fs::create_dir_all(&temporary)?;
    std::os::unix::fs::DirBuilderExt::mode(&mut std::fs::DirBuilder::new(), 0o700)
        .create(home.path().join("run"))?;
    make_card(&card)?;
    std::fs::create_dir(&canary)?;
    std::fs::write(canary.join("kanaria.jpg"), traces::canary_picture(2400, 1600)?)?;
    school::write_list(&home.path().join(school::LIST))?;
    let computer = desk::Computer::start().await?;
    let stage = Stage { program, home: home.path().to_owned(), card, canary, batch, temporary, tour };

    let mut steps = Vec::new();
    let mut secrets = Vec::new();
    stage
        .perform("data", &mut steps, async |journey| work(journey, &stage, &computer, &mut secrets).await)
        .await?;
    stage.perform("newcomer", &mut steps, first_run::close_over_a_task).await?;
    stage.perform("newcomer", &mut steps, first_run::open_demonstration).await?;

    stage.look_for_ports().await?;
    steps.push("the program opens no port and may leave no image of itself".to_owned());

    let handed_over = batch::the_only_folder(&stage.batch)?;
    batch::check_batch(&handed_over)?;
    batch::copy(&handed_over, &stage.tour.join("batch"))?;
    steps.push("the batch is read back whole, and nobody's name is in it".to_owned());
    stage.check_traces(&secrets)?;
    steps.push("nothing readable is left on the disk but what was asked for".to_owned());

    let count = steps.len();
    std::fs::write(stage.tour.join("result.json"), json!({ "steps": count, "names": steps }).to_string())?;
    println!("{count} passed, 0 failed");
    Ok(())
}

/// The folders of one run: all of the person's home, so that every trace is found.
struct Stage {
    program: PathBuf,
    home: PathBuf,
    card: PathBuf,
    canary: PathBuf,
    batch: PathBuf,
    temporary: PathBuf,
    tour: PathBuf,
}

impl Stage {
    fn environment(&self, data: &Path) -> Vec<(&'static str, PathBuf)> {
        vec![
            ("HOME", self.home.clone()),
            ("XDG_CONFIG_HOME", self.home.join(".config")),
            ("XDG_CACHE_HOME", self.home.join(".cache")),
            ("XDG_DATA_HOME", self.home.join(".local/share")),
            ("XDG_STATE_HOME", self.home.join(".local/state")),
            ("XDG_RUNTIME_DIR", self.home.join("run")),
            ("TMPDIR", self.temporary.clone()),
            // more than it says as a rule
            ("KONTAKTI_LOG", PathBuf::from("info")),
            ("KONTAKTI_DATA", data.to_owned()),
            ("KONTAKTI_TEST_HANDOVER", self.batch.clone()),
            ("KONTAKTI_TEST_SAVE", self.home.clone()),
            ("KONTAKTI_TEST_ROSTER", self.home.join(school::LIST)),
            ("LANG", PathBuf::from("fi_FI.UTF-8")),
            // where the journey's own logind stands
            (
                "DBUS_SYSTEM_BUS_ADDRESS",
                std::env::var_os("DBUS_SESSION_BUS_ADDRESS").unwrap_or_default().into(),
            ),
        ]
    }

    /// Opens the program on a data folder of this name and plays a part of the journey in it.
    async fn perform(
        &self,
        data: &str,
        steps: &mut Vec<String>,
        part: impl AsyncFnOnce(&mut Journey) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        let environment = self.environment(&self.home.join(data));
        let screenshots = self.tour.join("screenshots");
        let window = Window::open(&self.program, &environment, &screenshots, &self.home.join(LOG)).await?;
        let mut journey =
            Journey { window, texts: Texts::load("fi")?, steps: Vec::new(), started: Instant::now() };
        let played = tokio::time::timeout(PATIENCE_WITH_A_PART, part(&mut journey)).await;
        let result = played.unwrap_or_else(|_| Err(anyhow::anyhow!("the window does not answer any more")));
        if result.is_err() {
            // the picture of what went wrong is worth more than the error; without it the error stands alone
            let _ = tokio::time::timeout(PATIENCE_WITH_A_PICTURE, journey.window.screenshot("failed")).await;
        }
        steps.append(&mut journey.steps);
        let closed = if display::count()? > 0 { display::close().await } else { Ok(()) };
        result.and(closed)
    }

    /// Starts the program a second time, as a second click on its icon does.
    fn start_again(&self, data: &str) -> anyhow::Result<()> {
        let status = Command::new(&self.program).envs(self.environment(&self.home.join(data))).status()?;
        ensure!(status.success(), "the second program ended with {status}");
        ensure!(display::count()? == 1, "one main window, not {}", display::count()?);
        Ok(())
    }

    /// Runs the program without a driver, which would have a port of its own.
    async fn look_for_ports(&self) -> anyhow::Result<()> {
        let environment = self.environment(&self.home.join("newcomer"));
        let mut program = Command::new(&self.program).envs(environment).spawn()?;
        display::until_count(1).await?;
        let ports = ports::listening(program.id());
        let limits = std::fs::read_to_string(format!("/proc/{}/limits", program.id()))?;
        display::press_cross()?;
        display::until_count(0).await?;
        ensure!(program.wait()?.success(), "the program does not end well");
        let ports = ports?;
        ensure!(ports.is_empty(), "the program listens on {ports:?}");
        let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap_or_default();
        let numbers: Vec<&str> = core.split_whitespace().filter(|word| *word == "0").collect();
        ensure!(numbers.len() == 2, "the program may leave an image of itself: {core}");
        Ok(())
    }

    /// Outside the data folders nothing may be left but what was asked for; inside nothing may be readable.
    fn check_traces(&self, secrets: &[String]) -> anyhow::Result<()> {
        let mut asked_for = vec![self.card.clone(), self.canary.clone(), self.batch.clone()];
        for file in ["documents-recovery-file", "documents-cards-file", "documents-missing-file"] {
            asked_for.push(self.home.join(Texts::load("fi")?.text(file)?));
        }
        asked_for.extend([school::LIST, matching::CARD].map(|name| self.home.join(name)));
        let words: Vec<&str> =
            PEOPLE.iter().copied().chain([CANARY]).chain(secrets.iter().map(String::as_str)).collect();
        let found = Canaries::of(&words).below(&self.home, &asked_for)?;
        ensure!(found.is_empty(), "readable on the disk:\n{}", found.join("\n"));
        let names_none = |path: &PathBuf| {
            std::fs::read_to_string(self.home.join(path)).is_ok_and(|list| !list.contains("<bookmark"))
        };
        let is_allowed = |path: &PathBuf| {
            ALLOWED.iter().any(|allowed| path.starts_with(allowed))
                || (path.as_path() == Path::new(CHOSEN_FOLDERS) && names_none(path))
        };
        let strays: Vec<PathBuf> =
            traces::files(&self.home, &asked_for)?.into_iter().filter(|path| !is_allowed(path)).collect();
        ensure!(strays.is_empty(), "left outside the data folder: {strays:?}");
        Ok(())
    }
}

/// From the first view to every view looked at.
async fn work(
    journey: &mut Journey,
    stage: &Stage,
    computer: &desk::Computer,
    secrets: &mut Vec<String>,
) -> anyhow::Result<()> {
    journey.window.resize(1280, 800).await?;
    secrets.extend([PASSPHRASE, OWNER, PARTNER, office::CANARY_SESSION].map(ToOwned::to_owned));
    secrets.extend([staff::CLERK, staff::CLERKS_PASSPHRASE].map(ToOwned::to_owned));
    secrets.extend(school::CHILDREN.map(ToOwned::to_owned));
    secrets.push(first_run::create_register(journey, &stage.home).await?);
    office::import_session(journey, &stage.card).await?;
    stage.start_again("data")?;
    journey.done("a second start ends by itself and leaves the first window");
    office::browse(journey).await?;
    let customer = office::add_customer(journey).await?;
    office::enter_order(journey, &customer).await?;
    office::add_partner(journey).await?;
    office::hand_over(journey).await?;
    school::prepare_school_day(journey, &stage.home).await?;
    let cards = stage.home.join(journey.t("documents-cards-file")?);
    matching::match_day(journey, &stage.home, &cards).await?;
    matching::choose_photos(journey, &stage.home).await?;
    office::see_history(journey).await?;
    office::lock_and_unlock(journey).await?;
    desk::leave_and_come_back(journey, computer).await?;
    staff::work_as_two(journey).await?;
    looks::look_everywhere(journey).await?;
    office::show_canary(journey, &stage.canary).await
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
    mark_all(card)
}

/// Puts the canary as a description into the Exif of every JPEG of the card.
fn mark_all(card: &Path) -> anyhow::Result<()> {
    let mut marked = 0;
    for path in traces::files(card, &[])? {
        let path = card.join(path);
        let bytes = std::fs::read(&path)?;
        if !bytes.starts_with(b"\xFF\xD8\xFF") {
            continue;
        }
        std::fs::write(&path, traces::with_description(&bytes, CANARY)?)?;
        marked += 1;
    }
    ensure!(marked > 10, "{marked} files carry the canary");
    let there = Canaries::of(&[CANARY]).below(card, &[])?;
    ensure!(
        there.iter().filter(|found| found.contains(CANARY)).count() >= marked,
        "the card carries no canary"
    );
    Ok(())
}
