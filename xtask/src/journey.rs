//! The journey through the real window, under a virtual display.

use std::path::Path;
use std::process::Command;

use crate::shell;

/// Runs the journey with `program`; screenshots and the exported batch are left in `tour`.
pub fn run(program: &Path, tour: &Path) -> anyhow::Result<()> {
    shell::run(&mut shell::command("cargo", &["build", "--locked", "-p", "kontakti-tests", "--bin", "journey"]))?;
    let journey = shell::target().join("debug/journey");
    if tour.exists() {
        std::fs::remove_dir_all(tour)?;
    }
    std::fs::create_dir_all(tour)?;
    let mut command = Command::new("xvfb-run");
    command
        .args(["-a", "-s", "-screen 0 1920x1080x24", "dbus-run-session", "--"])
        .arg(journey)
        .arg(program)
        .arg(tour)
        .env("WEBKIT_DISABLE_DMABUF_RENDERER", "1")
        .current_dir(shell::root());
    shell::run(&mut command)
}
