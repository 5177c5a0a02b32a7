//! The trail of 1,000,000 entries: verifying it, what others notice of that, what an entry adds to a write, unlocking.

use std::process::Command;

use anyhow::Context;

use super::figure::Figure;
use super::{Bench, meter};

pub fn measure(bench: &Bench) -> anyhow::Result<Vec<Figure>> {
    println!("Writing 1,000,000 entries and verifying them");
    let data = bench.cleared("trail")?;
    let mut command = Command::new(bench.program("measure"));
    let said = meter::spend(command.arg("trail").arg("--data").arg(&data))?.said()?;
    bench.cleared("trail")?;
    println!("{said}");
    let of = |name: &str| said[name].as_f64().context("no time");
    Ok(vec![
        // 300,000 entries a second
        Figure::time("verifying the history, one core (µs an entry)", of("us_an_entry")?, 3.33),
        Figure::time("a page of the history meanwhile, p99 (ms)", of("read_p99_ms")?, 50.0),
        Figure::ratio(
            "storing a customer, with its entry in the history (wall ms)",
            of("write_ms")?,
            of("write_unaudited_ms")?,
            1.15,
        ),
        Figure::time("deriving the key from a passphrase (ms)", of("derivation_ms")?, 1_000.0),
        Figure::time("unlocking besides, with 1,000,000 entries (ms)", of("unlock_ms")?, 1_000.0),
    ])
}
