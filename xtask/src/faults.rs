//! `cargo xtask faults`: every fault as often as it is asked for in full. `cargo xtask test` tries the same in short.

use crate::{shell, test, window};

/// Builds the tests and runs those of `tests/tests/faults` in their full form; with root, what cannot be tried is a failure.
pub fn faults(named: &[String]) -> anyhow::Result<()> {
    test::ensure_nextest()?;
    let mut command = shell::command(
        "cargo",
        &["nextest", "run", "--locked", "--workspace", "--features", window::DRIVEN, "--profile", "faults"],
    );
    command.args(["--filterset", "package(kontakti-tests) and binary(faults)", "--no-fail-fast"]);
    command.args(named).env("KONTAKTI_FAULTS_FULL", "1");
    if is_root()? {
        command.env("KONTAKTI_FAULTS", "required");
    }
    let ran = shell::run(&mut command);
    test::say_skipped(&shell::target().join("nextest/faults/junit.xml"))?;
    ran
}

fn is_root() -> anyhow::Result<bool> {
    Ok(cfg!(unix) && shell::output(&mut shell::command("id", &["-u"]))?.trim() == "0")
}
