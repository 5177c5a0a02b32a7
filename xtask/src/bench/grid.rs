//! The photo grid of 20,000 frames and the large view over it: the built window in Chromium, on the development server with a register of that many
//! rows and thumbnails. The measuring is `ui/bench/grid.bench.ts`.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::Context;
use serde_json::Value;

use super::figure::Figure;
use super::{Bench, meter};
use crate::shell;

const FRAMES: &str = "20000";

pub fn measure(bench: &Bench) -> anyhow::Result<Vec<Figure>> {
    println!("Making a session of {FRAMES} frames");
    let data = bench.cleared("session")?;
    let mut make = Command::new(bench.program("measure"));
    let made =
        meter::spend(make.arg("session").arg("--data").arg(&data).args(["--frames", FRAMES]))?.said()?;

    let mut server = Command::new(bench.program("devserver"))
        .arg("--data")
        .arg(&data)
        .arg("--import")
        .arg(bench.folder.join("import-none"))
        .arg("--out")
        .arg(bench.folder.join("out-none"))
        .stdout(Stdio::piped())
        .spawn()
        .context("the development server does not start")?;
    let report = shell::target().join("bench/grid.json");
    let result = address(&mut server).and_then(|address| {
        let mut run = shell::npm(&["exec", "--", "vitest", "run", "--config", "vitest.bench.config.ts"]);
        run.env("KONTAKTI_ADDRESS", address)
            .env("KONTAKTI_PASSPHRASE", made["passphrase"].as_str().unwrap_or_default())
            .env("KONTAKTI_SESSION", made["session"].as_str().unwrap_or_default())
            .env("KONTAKTI_REPORT", &report);
        shell::run(&mut run)
    });
    server.kill()?;
    server.wait()?;
    result?;
    bench.cleared("session")?;

    let report: Value = serde_json::from_slice(&std::fs::read(&report)?)?;
    println!("{report}");
    let figure = |name: &str, key: &str, goal| -> anyhow::Result<Figure> {
        Ok(Figure::time(name, report[key].as_f64().with_context(|| format!("no {key}"))?, goal))
    };
    Ok(vec![
        figure("grid of 20,000: key press to focus, p95 (ms)", "keyToFocusP95Ms", 16.0)?,
        figure("grid of 20,000: main-thread work a frame scrolling, p95 (ms)", "scrollWorkP95Ms", 8.0)?,
        figure("grid of 20,000: first screen of 60 photos, cold (ms)", "firstScreenMs", 150.0)?,
        figure("grid of 20,000: most cells in the page", "mostCells", 200.0)?,
        figure("grid of 20,000: memory of the page's scripts after it (MB)", "scriptMegabytes", 64.0)?,
        figure("large view: key press to the next photo, p95 (ms)", "photoToPhotoP95Ms", 50.0)?,
    ])
}

fn address(server: &mut std::process::Child) -> anyhow::Result<String> {
    let output = server.stdout.take().context("no output")?;
    let mut line = String::new();
    BufReader::new(output).read_line(&mut line)?;
    let address = line.trim().strip_prefix("listening on ").context("the development server ended early")?;
    Ok(address.to_owned())
}
