//! `cargo xtask bench`: how fast Kontakti is, as ratios to well-known programs that do the same work in the same run.
//!
//! Deliberately not here: the jobs themselves (`tests/src/bin/measure`, `ui/bench`). Invariants: both sides read
//! the same files and write to the same disk; a job that did not do its whole work is an error, never a figure;
//! what each side does stands in `docs/performance.md`.

mod codes;
mod figure;
mod grid;
mod import;
mod inputs;
mod meter;
mod print;
mod school;
mod search;
mod thumbnail;
mod trail;
mod window;

use std::path::PathBuf;

use anyhow::bail;
use clap::ValueEnum;

use crate::{shell, system, window as program};
use figure::Figure;

/// A group of figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Group {
    /// Thumbnails against vipsthumbnail.
    Thumbnail,
    /// Codes on camera cards against zbarimg.
    Codes,
    /// A whole import against cp, sync and vipsthumbnail.
    Import,
    /// Print rendering against libvips.
    Print,
    /// Customer search among 100,000.
    Search,
    /// A class list of 5,000 rows, and 300 camera cards.
    School,
    /// The trail of 1,000,000 entries.
    Trail,
    /// The photo grid of 20,000 frames in Chromium.
    Grid,
    /// From start to the first view.
    Window,
}

impl Group {
    /// The programs that it runs.
    fn programs(self) -> &'static [&'static str] {
        match self {
            Self::Grid => &["measure", "devserver"],
            Self::Window => &["measure", "kontakti"],
            _ => &["measure"],
        }
    }

    fn measure(self, bench: &Bench) -> anyhow::Result<Vec<Figure>> {
        match self {
            Self::Thumbnail => thumbnail::measure(bench),
            Self::Codes => codes::measure(bench),
            Self::Import => import::measure(bench),
            Self::Print => print::measure(bench),
            Self::Search => search::measure(bench),
            Self::School => school::measure(bench),
            Self::Trail => trail::measure(bench),
            Self::Grid => grid::measure(bench),
            Self::Window => window::measure(bench),
        }
    }
}

/// What every group works with.
struct Bench {
    /// Inputs that are kept, and room for outputs that are not.
    folder: PathBuf,
    /// Where the built programs are.
    programs: PathBuf,
}

impl Bench {
    fn program(&self, name: &str) -> PathBuf {
        self.programs.join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }

    /// An empty folder below the bench's own, or a name for one that is not there yet.
    fn cleared(&self, name: &str) -> anyhow::Result<PathBuf> {
        let folder = self.folder.join(name);
        if folder.exists() {
            std::fs::remove_dir_all(&folder)?;
        }
        std::fs::create_dir_all(&self.folder)?;
        Ok(folder)
    }
}

/// Measures the groups (all when `only` is empty), prints the figures and leaves them in `target/bench.json`; with
/// `write`, puts the table into `docs/performance.md`.
///
/// # Errors
/// When something could not be measured, and when a figure falls short of its goal.
pub fn bench(only: &[Group], write: bool) -> anyhow::Result<()> {
    if !cfg!(target_os = "linux") {
        bail!("the peers and the measured display are Linux programs");
    }
    let groups: Vec<Group> =
        Group::value_variants().iter().copied().filter(|g| only.is_empty() || only.contains(g)).collect();
    if write && groups.len() < Group::value_variants().len() {
        bail!("the table in docs/performance.md is of one run: leave out --only to write it");
    }
    system::ensure(system::Need::Bench)?;
    program::build_ui()?;
    let mut wanted: Vec<&str> = groups.iter().flat_map(|group| group.programs()).copied().collect();
    wanted.sort_unstable();
    wanted.dedup();
    let programs = program::build_measured(&wanted)?;
    let bench = Bench { folder: shell::target().join("bench"), programs };

    let mut figures = Vec::new();
    for group in groups {
        println!("\n== {group:?} ==");
        for figure in group.measure(&bench)? {
            println!("{figure}");
            figures.push(figure);
        }
    }
    report(&figures, write)
}

fn report(figures: &[Figure], write: bool) -> anyhow::Result<()> {
    println!("\n== Summary ==");
    for figure in figures {
        println!("{figure}");
    }
    let json = shell::target().join("bench.json");
    std::fs::write(&json, format!("{:#}\n", figure::as_json(figures)))?;
    println!("Written to {}.", json.display());
    if write {
        figure::write_table(&shell::root().join("docs/performance.md"), figures)?;
    }
    let short: Vec<&str> = figures.iter().filter(|f| !f.is_ok()).map(|figure| figure.name.as_str()).collect();
    if !short.is_empty() {
        bail!("short of the goal: {}", short.join("; "));
    }
    Ok(())
}
