//! `cargo xtask check`: what a reviewer should not have to look for.

use anyhow::bail;
use serde_json::Value;

use crate::{generate, messages, shell, system, window};

/// An edge of the workspace that must not exist: the dependency, who alone may have it, and why.
const RESERVED: &[(&str, &[&str], &str)] = &[
    ("rusqlite", &["store"], "SQL lives in one crate"),
    ("tauri", &["kontakti"], "the shell is replaceable"),
    ("rfd", &["kontakti"], "the shell is replaceable"),
    ("chacha20poly1305", &["vault"], "ciphers live in one crate"),
    ("openssl", &["vault"], "ciphers live in one crate"),
    ("age", &["vault"], "ciphers live in one crate"),
    ("argon2", &["vault"], "ciphers live in one crate"),
    ("hkdf", &["vault"], "ciphers live in one crate"),
    ("ed25519-dalek", &["trail"], "signatures are made and checked in one crate"),
    ("zip", &["trail"], "bundles are written and read in one crate"),
    ("turbojpeg", &["imaging"], "foreign image bytes are decoded in one crate"),
    ("image", &["imaging"], "foreign image bytes are decoded in one crate"),
    ("kamadak-exif", &["imaging"], "foreign image bytes are decoded in one crate"),
    ("imaging", &["decoding", "synthetic"], "foreign image bytes are decoded in a worker"),
    ("ts-rs", &["api"], "the wire is described in one crate"),
    ("typst", &["documents"], "documents are made in one crate"),
];

/// Which of our own crates each may depend on.
const DIRECTIONS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("tasks", &[]),
    ("vault", &["domain"]),
    ("trail", &[]),
    ("kontakti-verify", &["trail"]),
    ("store", &["domain", "trail", "vault"]),
    ("imaging", &["domain", "tasks"]),
    ("decoding", &["exchange", "imaging"]),
    ("exchange", &["domain"]),
    ("l10n", &["domain"]),
    ("documents", &["domain", "l10n", "tasks"]),
    ("synthetic", &["domain", "imaging"]),
    (
        "register",
        &[
            "domain",
            "vault",
            "trail",
            "store",
            "decoding",
            "exchange",
            "documents",
            "tasks",
            "l10n",
            "synthetic",
        ],
    ),
    ("api", &["domain", "register", "tasks", "l10n"]),
    ("kontakti", &["api", "domain", "register", "l10n"]),
];

/// Runs every check; stops at the first that fails.
pub fn check() -> anyhow::Result<()> {
    system::ensure(system::Need::Build)?;
    shell::run(&mut shell::command("cargo", &["fmt", "--all", "--check"]))?;
    directions()?;
    texts()?;
    reasons()?;
    window::install_packages()?;
    shell::run(&mut shell::npm(&["run", "--silent", "check"]))?;
    window::build_ui()?;
    shell::run(&mut shell::command(
        "cargo",
        &[
            "clippy",
            "--locked",
            "--workspace",
            "--all-targets",
            "--keep-going",
            "--features",
            window::DRIVEN,
            "--",
            "-D",
            "warnings",
        ],
    ))?;
    generate::verify()?;
    if shell::is_there("cargo", &["deny", "--version"]) {
        shell::run(&mut shell::command("cargo", &["deny", "check", "bans", "licenses", "sources"]))?;
        // what is known of vulnerable crates comes over the network
        if shell::is_there("cargo", &["deny", "fetch", "db"]) {
            shell::run(&mut shell::command("cargo", &["deny", "check", "advisories"]))?;
        } else {
            println!("SKIP advisories: their database cannot be fetched");
        }
    } else {
        println!("SKIP cargo-deny is not installed: `cargo install --locked cargo-deny`");
    }
    println!("All checks passed.");
    Ok(())
}

fn texts() -> anyhow::Result<()> {
    let problems = messages::problems()?;
    if !problems.is_empty() {
        bail!("texts in assets/l10n:\n  {}", problems.join("\n  "));
    }
    Ok(())
}

/// Every package that the window ships has its reason, and no other has.
fn reasons() -> anyhow::Result<()> {
    let manifest: Value =
        serde_json::from_str(&std::fs::read_to_string(shell::root().join("ui/package.json"))?)?;
    let names = |of: &str| manifest[of].as_object().map(|all| all.keys().cloned().collect::<Vec<_>>());
    if names("dependencies") != names("reasons") {
        bail!("ui/package.json: \"reasons\" says of each of \"dependencies\" why it is there");
    }
    Ok(())
}

/// Reads `cargo metadata` and fails on an edge that the architecture forbids.
fn directions() -> anyhow::Result<()> {
    let metadata = shell::output(&mut shell::command(
        "cargo",
        &["metadata", "--locked", "--format-version", "1", "--no-deps"],
    ))?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let packages = metadata["packages"].as_array().cloned().unwrap_or_default();
    let ours: Vec<&str> = packages.iter().filter_map(|package| package["name"].as_str()).collect();
    let mut problems = Vec::new();
    for package in &packages {
        let name = package["name"].as_str().unwrap_or_default();
        let is_tool = ["kontakti-tests", "testkit", "xtask"].contains(&name);
        for dependency in package["dependencies"].as_array().cloned().unwrap_or_default() {
            let needed = dependency["name"].as_str().unwrap_or_default();
            let is_normal = dependency["kind"].is_null();
            if let Some((_, owners, reason)) = RESERVED.iter().find(|(reserved, ..)| *reserved == needed)
                && is_normal
                && !is_tool
                && !owners.contains(&name)
            {
                problems.push(format!("{name} depends on {needed}: {reason}"));
            }
            let allowed =
                DIRECTIONS.iter().find(|(crate_name, _)| *crate_name == name).map(|(_, allowed)| *allowed);
            if let Some(allowed) = allowed
                && is_normal
                && ours.contains(&needed)
                && !allowed.contains(&needed)
            {
                problems.push(format!("{name} may not depend on {needed}"));
            }
            if name == "domain" && is_normal && needed.starts_with("serde") {
                problems.push("domain knows nothing of serialisation".to_owned());
            }
        }
    }
    if !problems.is_empty() {
        bail!("forbidden dependencies:\n  {}", problems.join("\n  "));
    }
    Ok(())
}
