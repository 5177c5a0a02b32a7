//! Codes on camera cards: how many drawn photographs of cards are read, against `zbarimg`; that nothing is read where there is
//! no card; and what looking for codes costs a portrait's thumbnails.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, ensure};
use serde_json::Value;

use super::figure::Figure;
use super::inputs::{self, FILES, Preview};
use super::{Bench, meter};
use crate::shell;

const CARDS: usize = 80;
const ROUNDS: usize = 7;

pub fn measure(bench: &Bench) -> anyhow::Result<Vec<Figure>> {
    let folder = bench.folder.join("cards");
    if !folder.exists() {
        println!(
            "Drawing {CARDS} photographs of camera cards into {} (kept for the next time)",
            folder.display()
        );
        let part = bench.cleared("cards.part")?;
        let mut draw = Command::new(bench.program("measure"));
        draw.arg("draw-cards")
            .arg("--files")
            .arg(part.join("files"))
            .arg("--previews")
            .arg(part.join("previews"));
        meter::spend(draw.args(["--count", &CARDS.to_string()]))?;
        std::fs::rename(&part, &folder)?;
    }
    let cards = inputs::files_below(&folder.join("files"))?;
    ensure!(cards.len() == CARDS, "{} is not whole: remove it", folder.display());
    let read = said(bench, &cards)?;
    let (right, unread) = (number(&read, "right")?, number(&read, "unread")?);
    println!(
        "of {CARDS} cards {right} were read; {unread} show something that looks like a card and was not"
    );

    let mut figures = Vec::new();
    if shell::is_there("zbarimg", &["--version"]) {
        let mut peer = 0;
        // the whole picture or the preview that our reader sees, whichever it reads more of
        for size in ["files", "previews"] {
            let count = read_by_zbarimg(&inputs::files_below(&folder.join(size))?)?;
            println!("zbarimg read {count} of the {size}");
            peer = peer.max(count);
        }
        let name = "camera cards: read by zbarimg for each read by Kontakti";
        figures.push(Figure::time(name, f64::from(peer) / right.max(1.0), 0.83));
    } else {
        println!("SKIP the cards that zbarimg reads: it is not installed (zbar-tools)");
    }

    let mut wrong = number(&read, "wrong")?;
    for (preview, name) in [
        (Preview::None, "reading codes, more for a portrait without preview (CPU ms)"),
        (Preview::Embedded, "reading codes, more for a portrait with preview (CPU ms)"),
    ] {
        let portraits = inputs::card(bench, preview)?.files;
        let read = said(bench, &portraits)?;
        wrong += number(&read, "wrong")?;
        println!("of {FILES} portraits {} look as if they showed a card", number(&read, "unread")?);
        figures.push(Figure::time(name, added(bench, &portraits)?, 8.0));
    }
    figures.push(Figure::time("codes read that nothing shows", wrong, 0.0));
    Ok(figures)
}

fn job(bench: &Bench, files: &[PathBuf], with_codes: bool) -> anyhow::Result<meter::Spent> {
    let mut command = Command::new(bench.program("measure"));
    command.arg("codes");
    if !with_codes {
        command.arg("--without");
    }
    meter::spend(command.args(files))
}

fn said(bench: &Bench, files: &[PathBuf]) -> anyhow::Result<Value> {
    job(bench, files, true)?.said()
}

fn number(said: &Value, what: &str) -> anyhow::Result<f64> {
    said[what].as_f64().with_context(|| format!("no {what}: {said}"))
}

/// Milliseconds more for each file with codes than without, in turns.
fn added(bench: &Bench, files: &[PathBuf]) -> anyhow::Result<f64> {
    let mut more = Vec::new();
    for _ in 0..ROUNDS {
        let [with, without] = [true, false].map(|with_codes| job(bench, files, with_codes));
        more.push(meter::millis_each(with?.cpu, files.len()) - meter::millis_each(without?.cpu, files.len()));
    }
    meter::median(&more)
}

/// How many of the files `zbarimg` reads as what they are named by.
fn read_by_zbarimg(files: &[PathBuf]) -> anyhow::Result<u32> {
    let mut count = 0;
    for file in files {
        // an exit code of 4 says that there is no code
        let output = Command::new("zbarimg")
            .args(["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"])
            .arg(file)
            .output()
            .context("could not start `zbarimg`")?;
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        let read = String::from_utf8_lossy(&output.stdout);
        count += u32::from(read.lines().any(|line| line == name));
    }
    Ok(count)
}
