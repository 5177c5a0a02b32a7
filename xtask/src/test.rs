//! `cargo xtask test`: every layer, each with its count and time.

use std::time::{Duration, Instant};

use clap::ValueEnum;

use crate::{journey, shell, system, window};

/// A layer of tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Layer {
    /// Rust: rules, tables, use cases, contract, faults.
    Rust,
    /// UI units with axe.
    Ui,
    /// The UI in Chromium against the development server.
    Browser,
    /// The journey through the real window.
    Window,
}

struct Result {
    layer: Layer,
    outcome: anyhow::Result<u32>,
    time: Duration,
}

/// Runs the layers (all when `only` is empty); fails when one of them fails, after running the rest.
pub fn test(only: &[Layer]) -> anyhow::Result<()> {
    system::ensure(system::Need::Test)?;
    window::build_ui()?;
    let mut results = Vec::new();
    for layer in Layer::value_variants() {
        if !only.is_empty() && !only.contains(layer) {
            continue;
        }
        println!("\n== {layer:?} ==");
        let start = Instant::now();
        let outcome = match layer {
            Layer::Rust => rust(),
            Layer::Ui => vitest("ui", &[]),
            Layer::Browser => browser(),
            Layer::Window => real_window(),
        };
        results.push(Result { layer: *layer, outcome, time: start.elapsed() });
    }
    report(&results)
}

/// Installs the runner of the Rust tests where it is missing.
pub fn ensure_nextest() -> anyhow::Result<()> {
    if shell::is_there("cargo", &["nextest", "--version"]) {
        return Ok(());
    }
    shell::run(&mut shell::command("cargo", &["install", "--locked", "cargo-nextest"]))
}

/// Says what this machine could not try, for it counts as passed.
pub fn say_skipped(report: &std::path::Path) -> anyhow::Result<()> {
    for line in std::fs::read_to_string(report)?.lines().filter(|line| line.starts_with("SKIP ")) {
        println!("{line}");
    }
    Ok(())
}

fn rust() -> anyhow::Result<u32> {
    ensure_nextest()?;
    let report = shell::target().join("nextest/default/junit.xml");
    shell::run(&mut shell::command(
        "cargo",
        &["nextest", "run", "--locked", "--workspace", "--features", window::DRIVEN, "--no-fail-fast"],
    ))?;
    let passed = count_in(&report, "<testsuites name=\"nextest-run\" tests=\"")?;
    say_skipped(&report)?;
    Ok(passed)
}

fn vitest(name: &str, config: &[&str]) -> anyhow::Result<u32> {
    let report = shell::target().join(format!("vitest-{name}.json"));
    let output = format!("--outputFile.json={}", report.display());
    let mut command =
        shell::npm(&["exec", "--", "vitest", "run", "--reporter=default", "--reporter=json", &output]);
    shell::run(command.args(config))?;
    count_in(&report, "\"numPassedTests\":")
}

fn browser() -> anyhow::Result<u32> {
    window::build_driven("devserver")?;
    vitest("browser", &["--config", "vitest.browser.config.ts"])
}

fn real_window() -> anyhow::Result<u32> {
    let tour = shell::target().join("tour");
    journey::run(&tour)?;
    count_in(&tour.join("result.json"), "\"steps\":")
}

/// The whole number that follows `marker` in a report.
fn count_in(report: &std::path::Path, marker: &str) -> anyhow::Result<u32> {
    let text = std::fs::read_to_string(report)?;
    let digits: String = text
        .split_once(marker)
        .map(|(_, rest)| rest.trim_start().chars().take_while(char::is_ascii_digit).collect())
        .unwrap_or_default();
    digits.parse().map_err(|_| anyhow::anyhow!("no test count in {}", report.display()))
}

fn report(results: &[Result]) -> anyhow::Result<()> {
    println!("\n== Summary ==");
    let (mut passed, mut failed) = (0, 0);
    for result in results {
        let seconds = result.time.as_secs();
        match &result.outcome {
            Ok(count) => {
                passed += count;
                println!("{:10} {count:5} passed  {seconds:5} s", format!("{:?}", result.layer));
            }
            Err(error) => {
                failed += 1;
                println!("{:10} FAILED         {seconds:5} s  {error}", format!("{:?}", result.layer));
            }
        }
    }
    println!("{passed} passed, {failed} failed");
    if failed > 0 {
        anyhow::bail!("{failed} layers failed");
    }
    Ok(())
}
