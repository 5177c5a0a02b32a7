//! `cargo xtask bench`: the figures of docs/performance.md, as ratios measured in one run.

use crate::{shell, system};

/// Builds the bench with full optimisation and runs it; figures go to the terminal and `target/bench.json`.
pub fn bench(only: Option<&str>) -> anyhow::Result<()> {
    system::ensure(system::Need::Bench)?;
    let mut command = shell::command(
        "cargo",
        &["run", "--locked", "--release", "-p", "kontakti-tests", "--bin", "bench", "--"],
    );
    command.arg(shell::target());
    if let Some(name) = only {
        command.arg(name);
    }
    shell::run(&mut command)
}
