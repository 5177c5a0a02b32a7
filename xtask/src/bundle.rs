//! `cargo xtask bundle`: the Debian package, by Tauri's own bundler.

use crate::{shell, system, window};

/// Builds the optimised program and packs it; the package lies in `target/release/bundle/deb`.
pub fn bundle() -> anyhow::Result<()> {
    system::ensure(system::Need::Build)?;
    window::build_ui()?;
    let mut command = shell::npm(&["exec", "--", "tauri", "build", "--bundles", "deb"]);
    command.current_dir(shell::root().join("src-tauri"));
    command.env("PATH", with_local_programs()?);
    shell::run(&mut command)?;
    println!("The package lies in {}", shell::target().join("release/bundle/deb").display());
    Ok(())
}

fn with_local_programs() -> anyhow::Result<std::ffi::OsString> {
    let local = shell::root().join("ui/node_modules/.bin");
    let path = std::env::var_os("PATH").unwrap_or_default();
    Ok(std::env::join_paths(std::iter::once(local).chain(std::env::split_paths(&path)))?)
}
