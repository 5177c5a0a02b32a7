//! A class list read in, and camera cards printed, in the core.

use std::process::Command;

use anyhow::Context;

use super::figure::Figure;
use super::{Bench, meter};

pub fn measure(bench: &Bench) -> anyhow::Result<Vec<Figure>> {
    println!("Reading a class list of 5,000 rows and printing 300 camera cards");
    let data = bench.cleared("school")?;
    let mut command = Command::new(bench.program("measure"));
    let said = meter::spend(command.arg("school").arg("--data").arg(&data))?.said()?;
    bench.cleared("school")?;
    println!("{said}");
    let seconds = |what: &str| said[what].as_f64().with_context(|| format!("no {what}"));
    Ok(vec![
        Figure::time("class list of 5,000 rows, shown and read in (s)", seconds("roster_s")?, 3.0),
        Figure::time("300 camera cards as PDF (s)", seconds("cards_s")?, 5.0),
    ])
}
