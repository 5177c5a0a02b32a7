//! Holds the window's configuration and its permissions to exactly what was decided (docs/adr/0011-hardened-window.md).
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::print_stdout
)] // a test may stop

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};
use sha2::Digest;

/// The style sheet that React Aria adds for touch screens; the policy admits it by its hash.
const PRESSABLE: &str =
    "@layer {\n  [data-react-aria-pressable] {\n    touch-action: pan-x pan-y pinch-zoom;\n  }\n}";

fn shell(path: &str) -> Value {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
}

/// Every key of a document with the path to it.
fn keys(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (key, inner) in fields {
                found.push(format!("{at}/{key}"));
                keys(inner, &format!("{at}/{key}"), found);
            }
        }
        Value::Array(items) => items.iter().for_each(|inner| keys(inner, at, found)),
        _ => {}
    }
}

/// What must not be in a configuration, whatever else changes.
fn forbidden(config: &Value) -> Vec<String> {
    let mut found = Vec::new();
    keys(config, "", &mut found);
    let banned_keys = [
        "plugins",
        "assetProtocol",
        "devCsp",
        "headers",
        "pattern",
        "remote",
        "beforeBuildCommand",
        "updater",
    ];
    let mut problems: Vec<String> = found
        .into_iter()
        .filter(|path| banned_keys.iter().any(|key| path.ends_with(&format!("/{key}"))))
        .collect();
    let text = config.to_string();
    for word in [
        "unsafe-inline",
        "unsafe-eval",
        "wasm-unsafe",
        "asset:",
        "strict-dynamic",
        "blob:",
        "data:",
        "https:",
    ] {
        if config.pointer("/app/security/csp").is_some_and(|csp| csp.to_string().contains(word)) {
            problems.push(format!("policy allows {word}"));
        }
    }
    if text.contains("dangerous")
        && config["app"]["security"]["dangerousDisableAssetCspModification"] != json!(false)
    {
        problems.push("dangerous setting".into());
    }
    problems
}

#[test]
fn the_policy_begins_with_nothing_and_names_what_is_allowed() {
    let config = shell("tauri.conf.json");
    let hash = data_encoding::BASE64.encode(&sha2::Sha256::digest(PRESSABLE));
    let decided = BTreeMap::from([
        ("default-src", "'none'".to_owned()),
        ("script-src", "'self'".to_owned()),
        ("style-src", format!("'self' 'sha256-{hash}'")),
        ("img-src", "'self' photo: http://photo.localhost".to_owned()),
        ("font-src", "'self'".to_owned()),
        ("connect-src", "ipc: http://ipc.localhost".to_owned()),
        ("frame-src", "'none'".to_owned()),
        ("object-src", "'none'".to_owned()),
        ("form-action", "'none'".to_owned()),
        ("base-uri", "'none'".to_owned()),
    ]);
    assert_eq!(config["app"]["security"]["csp"], json!(decided));
}

#[test]
fn security_is_as_decided_and_no_window_opens_by_itself() {
    let config = shell("tauri.conf.json");
    let mut security = config["app"]["security"].clone();
    security.as_object_mut().unwrap().remove("csp");
    assert_eq!(
        security,
        json!({ "freezePrototype": true, "dangerousDisableAssetCspModification": false, "capabilities": ["main"] })
    );
    assert_eq!(config["app"]["withGlobalTauri"], json!(false));
    assert_eq!(config["app"]["windows"], json!([]), "the window is made in code, with its handlers");
    assert_eq!(config["identifier"], json!("fi.kontakti.desktop"));
    assert_eq!(config["build"], json!({ "devUrl": "http://localhost:5173", "frontendDist": "../ui/dist" }));
}

#[test]
fn the_window_may_call_the_method_table_and_hear_events() {
    let mut capability = shell("capabilities/main.json");
    capability.as_object_mut().unwrap().remove("description");
    assert_eq!(
        capability,
        json!({
            "identifier": "main",
            "windows": ["main"],
            "permissions": ["allow-call", "core:event:allow-listen", "core:event:allow-unlisten"],
        })
    );
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("capabilities");
    let files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(files, ["main.json"], "one capability file");
}

#[test]
fn no_plug_in_is_built_in_but_the_one_that_was_decided() {
    let manifest = include_str!("../Cargo.toml");
    let plug_ins: Vec<_> = manifest.lines().filter(|line| line.starts_with("tauri-plugin")).collect();
    assert_eq!(plug_ins, ["tauri-plugin-single-instance.workspace = true"]);
}

#[test]
fn nothing_forbidden_is_configured() {
    let config = shell("tauri.conf.json");
    assert_eq!(forbidden(&config), Vec::<String>::new());
    assert_eq!(forbidden(&shell("capabilities/main.json")), Vec::<String>::new());

    for (pointer, key, value) in [
        ("", "plugins", json!({ "shell": {} })),
        ("/app/security", "assetProtocol", json!({ "enable": true })),
        ("/app/security", "dangerousDisableAssetCspModification", json!(["style-src"])),
        ("/app/security/csp", "script-src", json!("'self' 'unsafe-inline'")),
        ("/app/security/csp", "img-src", json!("https://example.org")),
    ] {
        let mut loosened = config.clone();
        loosened.pointer_mut(pointer).unwrap()[key] = value;
        assert_eq!(forbidden(&loosened).len(), 1, "control: {pointer}/{key} is noticed");
    }
}

#[test]
fn every_icon_exists_in_its_size() {
    let config = shell("tauri.conf.json");
    for icon in config["bundle"]["icon"].as_array().unwrap() {
        let path = icon.as_str().unwrap();
        let bytes = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
        if let Some(name) = path.strip_prefix("../icons/").and_then(|name| name.strip_suffix(".png")) {
            let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
            assert_eq!(name, format!("{}x{}", side(16), side(20)));
        }
    }
}

#[test]
fn the_library_still_adds_the_style_sheet_that_the_policy_admits() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../ui/node_modules/react-aria/dist/private/interactions/usePress.mjs");
    let Ok(text) = std::fs::read_to_string(source) else {
        println!("SKIP: the window's libraries are not installed");
        return;
    };
    let (before, after) = PRESSABLE.split_once("data-react-aria-pressable").unwrap();
    let at =
        text.find(before).expect("React Aria adds another style sheet: renew the hash in tauri.conf.json");
    assert!(
        text[at..].split_once('}').unwrap().1.contains(&after[2..after.len() - 4]),
        "the rule is another"
    );
    assert!(text.contains("'data-react-aria-pressable'"));
}
