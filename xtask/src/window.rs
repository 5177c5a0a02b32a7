//! Building what the window is made of: the UI and the program with the UI inside.

use std::path::PathBuf;
use std::time::SystemTime;

use crate::shell;

/// Installs the UI's packages when the lock file is newer than they are.
pub fn install_packages() -> anyhow::Result<()> {
    let ui = shell::root().join("ui");
    let modified = |path: PathBuf| path.metadata().and_then(|data| data.modified()).ok();
    let installed = modified(ui.join("node_modules/.package-lock.json"));
    let locked = modified(ui.join("package-lock.json"));
    if installed.unwrap_or(SystemTime::UNIX_EPOCH) < locked.unwrap_or_else(SystemTime::now) {
        shell::run(&mut shell::npm(&["ci", "--no-audit", "--no-fund"]))?;
    }
    Ok(())
}

/// Builds `ui/dist`.
pub fn build_ui() -> anyhow::Result<()> {
    install_packages()?;
    shell::run(&mut shell::npm(&["run", "--silent", "build"]))
}

/// Builds one program of the workspace. The whole workspace is selected so that every call shares one set of
/// compiled dependencies: a narrower selection has other features and compiles them again.
pub fn build(binary: &str, features: &str) -> anyhow::Result<PathBuf> {
    shell::run(&mut shell::command(
        "cargo",
        &["build", "--locked", "--workspace", "--features", features, "--bin", binary],
    ))?;
    Ok(shell::target().join("debug").join(format!("{binary}{}", std::env::consts::EXE_SUFFIX)))
}

/// Features of a program that a person uses: the UI embedded.
pub const REAL: &str = "kontakti/custom-protocol";
/// The same for a program that a test drives.
pub const DRIVEN: &str = "kontakti/custom-protocol,kontakti/test-host";

/// Builds the program with full optimisation and gives its path.
pub fn build_release() -> anyhow::Result<PathBuf> {
    shell::run(&mut shell::command(
        "cargo",
        &["build", "--locked", "--release", "-p", "kontakti", "--features", "custom-protocol"],
    ))?;
    Ok(shell::target().join("release").join(format!("kontakti{}", std::env::consts::EXE_SUFFIX)))
}
