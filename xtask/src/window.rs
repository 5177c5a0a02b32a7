//! Building what the window is made of: the UI and the program with the UI inside.

use std::path::PathBuf;

use crate::shell;

/// Installs the UI's packages when the lock file is newer than they are.
pub fn install_packages() -> anyhow::Result<()> {
    let ui = shell::root().join("ui");
    let modified = |path: PathBuf| path.metadata().and_then(|data| data.modified()).ok();
    let installed = modified(ui.join("node_modules/.package-lock.json"));
    let locked = modified(ui.join("package-lock.json"));
    if installed.zip(locked).is_none_or(|(installed, locked)| installed < locked) {
        shell::run(&mut shell::npm(&["ci", "--no-audit", "--no-fund"]))?;
    }
    Ok(())
}

/// Builds `ui/dist`.
pub fn build_ui() -> anyhow::Result<()> {
    install_packages()?;
    shell::run(&mut shell::npm(&["run", "--silent", "build"]))
}

/// Features of a program that a person uses: the UI embedded.
const REAL: &str = "kontakti/custom-protocol";

/// Features of a program that a test drives.
pub const DRIVEN: &str = "kontakti/custom-protocol,kontakti/test-host";

/// Builds the program as a person uses it, without optimisation.
pub fn build_real() -> anyhow::Result<PathBuf> {
    build("kontakti", &["--features", REAL])
}

/// Builds a program for the tests. A test target is named along with it, for then Cargo counts the features that tests
/// add to shared dependencies, as it does when it builds the tests themselves, and compiles nothing a second time.
pub fn build_driven(binary: &str) -> anyhow::Result<PathBuf> {
    build(binary, &["--features", DRIVEN, "--test", "configuration"])
}

/// The whole workspace is selected so that every call shares one set of compiled dependencies: a narrower selection has
/// other features and compiles them again.
fn build(binary: &str, arguments: &[&str]) -> anyhow::Result<PathBuf> {
    let mut command = shell::command("cargo", &["build", "--locked", "--workspace", "--bin", binary]);
    shell::run(command.args(arguments))?;
    Ok(shell::target().join("debug").join(executable(binary)))
}

/// Builds the program with full optimisation and gives its path.
pub fn build_release() -> anyhow::Result<PathBuf> {
    shell::run(&mut shell::command(
        "cargo",
        &[
            "build",
            "--locked",
            "--release",
            "-p",
            "kontakti",
            "-p",
            "kontakti-verify",
            "--features",
            "kontakti/custom-protocol",
        ],
    ))?;
    Ok(shell::target().join("release").join(executable("kontakti")))
}

/// Builds programs that are measured, with full optimisation, and gives their folder. The packages are always the same, so
/// that dependencies are compiled once whatever is measured; the features are the real program's.
pub fn build_measured(binaries: &[&str]) -> anyhow::Result<PathBuf> {
    let mut build = shell::command(
        "cargo",
        &["build", "--locked", "--release", "-p", "kontakti", "-p", "kontakti-tests", "--features", REAL],
    );
    for binary in binaries {
        build.args(["--bin", binary]);
    }
    shell::run(&mut build)?;
    Ok(shell::target().join("release"))
}

fn executable(name: &str) -> String {
    format!("{name}{}", std::env::consts::EXE_SUFFIX)
}
