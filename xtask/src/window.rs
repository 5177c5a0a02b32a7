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

/// Builds the program with the UI embedded and gives its path.
pub fn build_program(release: bool) -> anyhow::Result<PathBuf> {
    let mut command =
        shell::command("cargo", &["build", "--locked", "-p", "kontakti", "--features", "custom-protocol"]);
    if release {
        command.arg("--release");
    }
    shell::run(&mut command)?;
    let folder = if release { "release" } else { "debug" };
    Ok(shell::target().join(folder).join(format!("kontakti{}", std::env::consts::EXE_SUFFIX)))
}
