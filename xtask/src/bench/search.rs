//! Customer search while typing, in the core, among 100,000 customers.

use std::process::Command;

use anyhow::Context;

use super::figure::Figure;
use super::{Bench, meter};

pub fn measure(bench: &Bench) -> anyhow::Result<Vec<Figure>> {
    println!("Storing 100,000 customers and typing the texts of some");
    let data = bench.cleared("search")?;
    let mut command = Command::new(bench.program("measure"));
    let said = meter::spend(command.arg("search").arg("--data").arg(&data))?.said()?;
    bench.cleared("search")?;
    println!("{said}");
    let p99 = said["p99_ms"].as_f64().context("no time")?;
    Ok(vec![Figure::time("search among 100,000 customers, p99 (ms)", p99, 20.0)])
}
