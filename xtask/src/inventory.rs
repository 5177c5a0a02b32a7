//! What the program is made of: a list for tools (CycloneDX 1.6), and the licence texts for people.
//!
//! Read from the two lock files and the packages themselves, as they are linked on Linux.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::Context;
use serde_json::{Value, json};

use crate::shell;

const PROGRAM: &str = "kontakti";
const TARGET: &str = "x86_64-unknown-linux-gnu";

/// A package that is part of the program.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Part {
    name: String,
    version: String,
    licence: String,
    /// Package URL: which registry, name and version.
    purl: String,
    folder: PathBuf,
}

/// Writes `sbom.cdx.json` and `licences.txt` into `target/inventory`; gives that folder.
pub fn write() -> anyhow::Result<PathBuf> {
    let mut parts = crates()?;
    parts.extend(npm_packages()?);
    let folder = shell::target().join("inventory");
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join("sbom.cdx.json"), serde_json::to_vec_pretty(&bill(&parts))?)?;
    std::fs::write(folder.join("licences.txt"), licences(&parts)?)?;
    Ok(folder)
}

fn crates() -> anyhow::Result<BTreeSet<Part>> {
    let arguments = ["metadata", "--locked", "--format-version", "1", "--filter-platform", TARGET];
    let metadata: Value = serde_json::from_str(&shell::output(&mut shell::command("cargo", &arguments))?)?;
    linked(&metadata)
}

/// What the program links, directly or not: neither for tests alone nor for building alone, and none of its own crates.
fn linked(metadata: &Value) -> anyhow::Result<BTreeSet<Part>> {
    let list = |value: &Value, key: &str| value[key].as_array().cloned().unwrap_or_default();
    let by_id: BTreeMap<String, Value> =
        list(metadata, "packages").into_iter().map(|package| (text(&package, "id"), package)).collect();
    let nodes: BTreeMap<String, Value> =
        list(&metadata["resolve"], "nodes").into_iter().map(|node| (text(&node, "id"), node)).collect();
    let program = by_id.values().find(|package| package["name"] == PROGRAM).context("the program")?;
    let mut open = vec![text(program, "id")];
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        let Some(node) = nodes.get(&id).filter(|_| seen.insert(id.clone())) else { continue };
        for dependency in list(node, "deps") {
            if list(&dependency, "dep_kinds").iter().any(|kind| kind["kind"].is_null()) {
                open.push(text(&dependency, "pkg"));
            }
        }
    }
    let foreign = seen.iter().filter_map(|id| by_id.get(id)).filter(|package| !package["source"].is_null());
    Ok(foreign
        .map(|package| {
            let (name, version) = (text(package, "name"), text(package, "version"));
            Part {
                purl: format!("pkg:cargo/{name}@{version}"),
                licence: text(package, "license"),
                folder: Path::new(&text(package, "manifest_path"))
                    .parent()
                    .map(Path::to_owned)
                    .unwrap_or_default(),
                name,
                version,
            }
        })
        .collect())
}

/// What the window is built from and contains.
fn npm_packages() -> anyhow::Result<BTreeSet<Part>> {
    let ui = shell::root().join("ui");
    let lock: Value = serde_json::from_slice(&std::fs::read(ui.join("package-lock.json"))?)?;
    let packages = lock["packages"].as_object().context("packages of the lock file")?;
    let is_shipped = |(path, package): &(&String, &Value)| !path.is_empty() && package["dev"] != true;
    Ok(packages
        .iter()
        .filter(is_shipped)
        .map(|(path, package)| {
            let name = path.rsplit("node_modules/").next().unwrap_or(path).to_owned();
            let version = text(package, "version");
            Part {
                purl: format!("pkg:npm/{}@{version}", name.replace('@', "%40")),
                licence: text(package, "license"),
                folder: ui.join(path),
                name,
                version,
            }
        })
        .collect())
}

fn bill(parts: &BTreeSet<Part>) -> Value {
    let components: Vec<_> = parts
        .iter()
        .map(|part| {
            json!({
                "type": "library",
                "bom-ref": part.purl,
                "name": part.name,
                "version": part.version,
                "purl": part.purl,
                "licenses": [{ "expression": part.licence.replace('/', " OR ") }],
            })
        })
        .collect();
    json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": PROGRAM,
                "name": PROGRAM,
                "version": env!("CARGO_PKG_VERSION"),
            },
        },
        "components": components,
    })
}

fn licences(parts: &BTreeSet<Part>) -> anyhow::Result<String> {
    let mut all = String::from("Kontakti contains the following packages.\n");
    for part in parts {
        all += &format!("\n{0}\n{1} {2}\n{3}\n{0}\n", "=".repeat(80), part.name, part.version, part.licence);
        for file in licence_files(&part.folder)? {
            all += &format!("\n{}\n", String::from_utf8_lossy(&std::fs::read(file)?).trim_end());
        }
    }
    Ok(all)
}

fn licence_files(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| folder.display().to_string())?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        let is_licence =
            ["LICENSE", "LICENCE", "COPYING", "NOTICE"].iter().any(|kind| name.starts_with(kind));
        if is_licence && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_linked_is_listed() {
        let package = |name: &str, source: Option<&str>| {
            json!({
                "id": name, "name": name, "version": "1.0.0", "license": "MIT", "source": source,
                "manifest_path": "/p/Cargo.toml",
            })
        };
        let to = |name: &str, kind: Option<&str>| json!({ "pkg": name, "dep_kinds": [{ "kind": kind }] });
        let registry = Some("registry");
        let metadata = json!({
            "packages": [
                package("kontakti", None), package("own", None), package("far", registry),
                package("tester", registry), package("builder", registry),
            ],
            "resolve": { "nodes": [
                { "id": "kontakti", "deps": [to("own", None), to("tester", Some("dev"))] },
                { "id": "own", "deps": [to("far", None), to("builder", Some("build"))] },
                { "id": "far", "deps": [to("kontakti", Some("dev"))] },
            ]},
        });
        let names: Vec<_> = linked(&metadata).unwrap().into_iter().map(|part| part.name).collect();
        assert_eq!(names, ["far"]);
    }

    #[test]
    fn the_real_lists_are_whole() {
        let crates = crates().unwrap();
        for expected in ["rusqlite", "hpke", "tauri"] {
            assert!(crates.iter().any(|part| part.name == expected), "{expected}");
        }
        let unwanted = crates.iter().find(|part| part.name == "proptest" || part.name == "fantoccini");
        assert_eq!(unwanted, None, "of the tests alone");
        let without: Vec<_> =
            crates.iter().filter(|part| part.licence.is_empty()).map(|part| &part.name).collect();
        assert_eq!(without, Vec::<&String>::new(), "every package names its licence");
    }
}
