//! `cargo xtask bundle`: the package that a studio installs.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail, ensure};

use crate::{inventory, shell, system, window};

/// What a package without which the program would not start, or not be found, consists of.
const CONTENTS: &[&str] = &[
    "usr/bin/kontakti",
    "usr/bin/kontakti-verify",
    "usr/share/applications/Kontakti.desktop",
    "usr/share/icons/hicolor/128x128/apps/kontakti.png",
    "usr/share/doc/kontakti/sbom.cdx.json",
    "usr/share/doc/kontakti/licences.txt",
];

/// Builds the optimised program and packs it as a Debian package; prints where it is.
pub fn bundle() -> anyhow::Result<()> {
    if !shell::is_there("dpkg-deb", &["--version"]) {
        bail!("the package is a deb: build it on Debian or Ubuntu");
    }
    system::ensure(system::Need::Build)?;
    window::build_ui()?;
    window::build_release()?;
    let inventory = inventory::write()?;
    let files = ["sbom.cdx.json", "licences.txt"].map(|name| {
        (
            format!("/usr/share/doc/kontakti/{name}"),
            inventory.join(name).to_string_lossy().into_owned().into(),
        )
    });
    let files = serde_json::Value::Object(files.into_iter().collect());
    let config = serde_json::json!({ "bundle": { "linux": { "deb": { "files": files } } } }).to_string();
    let tool = shell::root().join("ui/node_modules/.bin/tauri");
    let arguments = ["bundle", "--bundles", "deb", "--features", "custom-protocol", "--config", &config];
    shell::run(&mut shell::command(&tool.to_string_lossy(), &arguments))?;
    let package = newest_package(&shell::target().join("release/bundle/deb"))?;
    check(&package)?;
    let megabytes = package.metadata()?.len() as f64 / 1e6;
    println!("{} ({megabytes:.1} MB)", package.display());
    Ok(())
}

fn newest_package(folder: &Path) -> anyhow::Result<PathBuf> {
    let mut packages = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "deb") {
            packages.push((path.metadata()?.modified()?, path));
        }
    }
    packages.into_iter().max().map(|(_, path)| path).context("no package was made")
}

fn check(package: &Path) -> anyhow::Result<()> {
    let path = package.to_string_lossy();
    let contents = shell::output(&mut shell::command("dpkg-deb", &["--contents", &path]))?;
    // some packers begin each name with `./`
    let names: Vec<&str> = contents
        .lines()
        .filter_map(|line| line.split_whitespace().last())
        .map(|name| name.trim_start_matches("./"))
        .collect();
    for wanted in CONTENTS {
        ensure!(names.contains(wanted), "{wanted} is not in the package");
    }
    let needs = shell::output(&mut shell::command("dpkg-deb", &["--field", &path, "Depends"]))?;
    ensure!(
        needs.contains("libwebkit2gtk-4.1-0"),
        "the package does not ask for the window's library: {needs}"
    );
    Ok(())
}
