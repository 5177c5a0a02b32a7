//! Compiles the window's configuration and permissions into the program, and hides C symbols on Linux.

use std::error::Error;
use std::io::Write;

fn main() -> Result<(), Box<dyn Error>> {
    // With a manifest of its own commands, Tauri refuses every command that a capability does not name.
    let manifest = tauri_build::AppManifest::new().commands(&["call"]);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?;

    // WebKit's libraries use the system's SQLite. Without this they would bind to the SQLCipher inside the program.
    if std::env::var("CARGO_CFG_TARGET_OS").as_deref() == Ok("linux") {
        writeln!(std::io::stdout(), "cargo:rustc-link-arg-bins=-Wl,--exclude-libs,ALL")?;
    }
    Ok(())
}
