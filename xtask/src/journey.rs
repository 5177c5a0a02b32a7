//! The journey through the real window, under a virtual display.

use std::path::Path;
use std::process::Command;

use crate::{shell, window};

/// Builds the program as a test drives it and runs the journey; screenshots and the exported batch are left in `tour`.
pub fn run(tour: &Path) -> anyhow::Result<()> {
    let program = window::build_driven("kontakti")?;
    let journey = window::build_driven("journey")?;
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
        .current_dir(shell::root());
    shell::run(&mut command)
}
