//! Unlocking without a passphrase, with a real Secret Service: gnome-keyring on a session bus of the test's own.
//!
//! Says `SKIP` where it is not installed, and fails instead where `KONTAKTI_KEYCHAIN=required` is set; `cargo xtask test`
//! installs it.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;

use register::testing::{PASSPHRASE, owner_fields, studio_fields};
use register::{KdfParams, Keychain, Registers, RegistersConfig, SecretString, SystemClock};

/// Makes a studio's register, locked, and the file with its passphrase.
fn studio(dir: &Path) {
    let data = dir.join("data");
    let registers = Registers::new(RegistersConfig {
        decoders: register::Decoders::in_process(),
        device_dir: kontakti_tests::device_dir(&data),
        data_dir: data,
        clock: Arc::new(SystemClock),
        machine: "avainnippukone".to_owned(),
        kdf: Some(KdfParams::for_tests()),
        keychain: Keychain::of_the_system(),
        notify: Arc::new(|_| {}),
    })
    .unwrap();
    let passphrase = SecretString::from(PASSPHRASE);
    let code = registers.create(&studio_fields(), &owner_fields(), &passphrase).unwrap();
    registers.confirm(&code.groups.join("-")).unwrap();
    registers.lock().unwrap();
    std::fs::write(dir.join("passphrase"), PASSPHRASE).unwrap();
}

fn is_there(program: &str) -> bool {
    let asked = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    asked.is_ok_and(|status| status.success())
}

/// Whether there is a Secret Service to test with.
fn has_secret_service() -> bool {
    let missing: Vec<_> =
        ["dbus-run-session", "gnome-keyring-daemon"].into_iter().filter(|name| !is_there(name)).collect();
    let is_required = std::env::var_os("KONTAKTI_KEYCHAIN").is_some_and(|value| value == "required");
    assert!(missing.is_empty() || !is_required, "not installed: {missing:?}");
    if !missing.is_empty() {
        println!("SKIP unlocking by keychain: {missing:?} is not installed");
    }
    missing.is_empty()
}

/// Takes the steps on a session bus of its own, after `before`; gives what came of them.
fn session(dir: &Path, before: &str, steps: &str) -> Vec<String> {
    let mut command = Command::new("dbus-run-session");
    command.args(["--", "sh", "-ec", &format!("{before}\nexec \"$@\" {steps}"), "sh"]);
    command.arg(env!("CARGO_BIN_EXE_keychain"));
    run(command.args([dir.join("data"), dir.join("passphrase")]), dir)
}

/// Runs it with keyrings of its own in `dir` and nobody to ask.
fn run(command: &mut Command, dir: &Path) -> Vec<String> {
    let output = command
        .env_remove("DBUS_SESSION_BUS_ADDRESS")
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env("HOME", dir)
        .env("XDG_DATA_HOME", dir.join("share"))
        .env("XDG_RUNTIME_DIR", dir.join("runtime"))
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    println!("{errors}");
    String::from_utf8(output.stdout).unwrap().lines().map(ToOwned::to_owned).collect()
}

/// Starts the service with its keyring unlocked.
const UNLOCKED: &str =
    "printf 'koneen salasana' | gnome-keyring-daemon --unlock --components=secrets > /dev/null";

#[test]
fn a_real_secret_service_opens_what_it_was_given_and_only_while_it_is_unlocked() {
    if !has_secret_service() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    studio(dir.path());
    std::fs::create_dir(dir.path().join("runtime")).unwrap();
    assert_eq!(
        session(dir.path(), UNLOCKED, "open enable open"),
        ["open: keychain entry missing", "enable: done", "open: done"]
    );
    assert_eq!(session(dir.path(), UNLOCKED, "open"), ["open: done"], "in the next session too");
    // nobody answers the question for the keyring's password
    assert_eq!(session(dir.path(), "", "open"), ["open: keychain locked"]);
    assert_eq!(
        session(dir.path(), UNLOCKED, "disable open enable open"),
        ["disable: done", "open: keychain entry missing", "enable: done", "open: done"]
    );
}

#[test]
fn without_a_keychain_it_says_so() {
    let dir = tempfile::tempdir().unwrap();
    studio(dir.path());
    let mut command = Command::new(env!("CARGO_BIN_EXE_keychain"));
    command
        .args([dir.path().join("data"), dir.path().join("passphrase")])
        .args(["enable", "open", "disable"]);
    assert_eq!(
        run(&mut command, dir.path()),
        ["enable: keychain unavailable", "open: keychain unavailable", "disable: done"]
    );
}
