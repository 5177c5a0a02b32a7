//! A whole import of 24 files of 24 MP against copying them and making thumbnails, and against a backup of them: wall time,
//! two cores on each side, the same disk, in turns.

use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::Instant;

use anyhow::{Context, ensure};

use super::figure::Figure;
use super::inputs::{self, Card, FILES, Preview};
use super::{Bench, meter};

const ROUNDS: usize = 7;

pub fn measure(bench: &Bench) -> anyhow::Result<Vec<Figure>> {
    let mut figures = compare(bench, Preview::None, "no previews", 0.95)?;
    figures.extend(compare(bench, Preview::Embedded, "with previews", 0.4)?);
    Ok(figures)
}

fn compare(bench: &Bench, preview: Preview, which: &str, goal: f64) -> anyhow::Result<Vec<Figure>> {
    let card = inputs::card(bench, preview)?;
    let (mut ours, mut peer, mut backups) = (Vec::new(), Vec::new(), Vec::new());
    for round in 1..=ROUNDS {
        let ours_now = import(bench, &card)?;
        let peer_now = copy_and_thumbnail(bench, &card)?;
        let backup_now = back_up(bench, &card)?;
        println!(
            "round {round} of {ROUNDS}: ours {ours_now:.2} s, peer {peer_now:.2} s, restic {backup_now:.2} s"
        );
        ours.push(ours_now);
        peer.push(peer_now);
        backups.push(backup_now);
    }
    let (ours, peer) = (meter::median(&ours)?, meter::median(&peer)?);
    let name = format!("import 24 files of 24 MP, {which} (wall s)");
    let backup = format!("import 24 files of 24 MP, {which}, against a backup (wall s)");
    Ok(vec![
        Figure::ratio(&name, ours, peer, goal),
        Figure::ratio(&backup, ours, meter::median(&backups)?, 0.45),
    ])
}

/// Waits until the disk has nothing of others to write.
fn settle_disk() -> anyhow::Result<()> {
    meter::spend(&mut Command::new("sync")).map(drop)
}

fn import(bench: &Bench, card: &Card) -> anyhow::Result<f64> {
    let data = bench.cleared("import")?;
    settle_disk()?;
    let mut command = meter::on_two_cores(&bench.program("measure"))?;
    let said = meter::spend(command.arg("import").arg("--data").arg(&data).arg(&card.folder))?.said()?;
    ensure!(said["frames"] == FILES, "not every file was imported: {said}");
    bench.cleared("import")?;
    said["seconds"].as_f64().context("no time")
}

fn copy_and_thumbnail(bench: &Bench, card: &Card) -> anyhow::Result<f64> {
    let folder = bench.cleared("copy")?;
    let (copies, thumbnails) = (folder.join("files"), folder.join("thumbnails"));
    std::fs::create_dir_all(&copies)?;
    std::fs::create_dir_all(&thumbnails)?;
    settle_disk()?;

    let begun = Instant::now();
    let mut copy = meter::on_two_cores(Path::new("cp"))?;
    meter::spend(copy.args(&card.files).arg(&copies))?;
    let mut sync = Command::new("sync");
    meter::spend(sync.arg("--file-system").arg(&copies))?;
    let files = inputs::files_below(&copies)?;
    let (one, other) = files.split_at(files.len() / 2);
    thread::scope(|scope| -> anyhow::Result<()> {
        let halves = [one, other].map(|half| {
            let thumbnails = &thumbnails;
            scope.spawn(move || -> anyhow::Result<()> {
                let made = inputs::vipsthumbnail(half, thumbnails).status()?;
                ensure!(made.success(), "vipsthumbnail ended with {made}");
                Ok(())
            })
        });
        for half in halves {
            half.join().map_err(|_| anyhow::anyhow!("a thread ended early"))??;
        }
        Ok(())
    })?;
    let seconds = begun.elapsed().as_secs_f64();
    inputs::ensure_made(&thumbnails, FILES)?;
    bench.cleared("copy")?;
    Ok(seconds)
}

/// `restic` into a new repository, which is made before: it hashes and encrypts as an import does, and makes no thumbnails.
fn back_up(bench: &Bench, card: &Card) -> anyhow::Result<f64> {
    let repository = bench.cleared("backup")?;
    let restic = |mut command: Command| {
        command.env("RESTIC_PASSWORD", "a passphrase for a moment").arg("--repo").arg(&repository);
        command.args(["--no-cache", "--quiet"]);
        command
    };
    meter::spend(restic(Command::new("restic")).arg("init"))?;
    settle_disk()?;
    let begun = Instant::now();
    meter::spend(restic(meter::on_two_cores(Path::new("restic"))?).arg("backup").arg(&card.folder))?;
    let seconds = begun.elapsed().as_secs_f64();
    bench.cleared("backup")?;
    Ok(seconds)
}
