//! `cargo xtask run`: from a fresh clone to the open window.

use crate::{journey, shell, system, window};

/// Installs, builds and opens the program; without a display, runs the journey and leaves its pictures.
pub fn run(release: bool) -> anyhow::Result<()> {
    let has_display = !cfg!(target_os = "linux")
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|v| !v.is_empty()));
    system::ensure(if has_display { system::Need::Build } else { system::Need::Test })?;
    window::build_ui()?;
    if has_display {
        let program = if release { window::build_release()? } else { window::build_real()? };
        return shell::run(&mut std::process::Command::new(program));
    }
    println!("There is no display here. Running the whole journey under a virtual one instead.");
    let tour = shell::target().join("tour");
    journey::run(&tour)?;
    println!("The journey went through.");
    println!("Screenshots:    {}", tour.join("screenshots").display());
    println!("Exported batch: {}", tour.join("batch").display());
    Ok(())
}
