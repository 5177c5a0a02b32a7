//! Turns unlocking without a passphrase on, off, and uses it, with the keychain of the system, for tests that bring one.
//!
//! `keychain <data folder> <file with the passphrase> <step>...`, a step being `enable`, `disable` or `open`. Each is done
//! as by a program just started, and said on standard output with what came of it: `open: done`, `open: keychain locked`.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;
use domain::ids::StaffMemberId;
use kontakti_tests::say;
use register::{Keychain, RegisterError, Registers, RegistersConfig, SecretString, SystemClock};

fn main() -> anyhow::Result<()> {
    let mut given = std::env::args_os().skip(1);
    let data_dir: PathBuf = given.next().context("the data folder")?.into();
    let passphrase: PathBuf = given.next().context("the file with the passphrase")?.into();
    let passphrase = SecretString::from(std::fs::read_to_string(passphrase)?);
    for step in given {
        let step = step.to_string_lossy().into_owned();
        match take(&step, &start(&data_dir)?, &passphrase) {
            Ok(()) => say(&format!("{step}: done")),
            Err(error) => say(&format!("{step}: {error}")),
        }
    }
    Ok(())
}

fn start(data_dir: &Path) -> Result<Registers, RegisterError> {
    Registers::new(RegistersConfig {
        decoders: register::Decoders::of_this_program(),
        device_dir: kontakti_tests::device_dir(data_dir),
        data_dir: data_dir.to_owned(),
        clock: Arc::new(SystemClock),
        machine: "avainnippukone".to_owned(),
        kdf: None,
        keychain: Keychain::of_the_system(),
        notify: Arc::new(|_| {}),
    })
}

fn take(step: &str, registers: &Registers, passphrase: &SecretString) -> Result<(), RegisterError> {
    let owner = StaffMemberId(1);
    if step == "open" {
        registers.unlock_with_keychain(owner)?;
        return registers.lock();
    }
    registers.unlock(Some(owner), passphrase)?;
    let done = match step {
        "enable" => registers.keychain_enable(passphrase),
        _ => registers.keychain_disable(),
    };
    registers.lock()?;
    done
}
