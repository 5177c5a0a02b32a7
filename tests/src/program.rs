//! A program without a window, for tests that kill it: opened as the window opens it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use domain::ids::StaffMemberId;
use register::{Decoders, Keychain, Notice, Registers, RegistersConfig, SecretString, SystemClock};

use crate::{device_dir, say};

/// The passphrase, on standard input to its end.
///
/// # Errors
/// When standard input cannot be read.
pub fn passphrase() -> anyhow::Result<SecretString> {
    Ok(SecretString::from(std::io::read_to_string(std::io::stdin())?))
}

/// Opens the register in a data folder with the passphrase on standard input, and says `open`.
///
/// # Errors
/// When it cannot be opened.
pub fn open(data_dir: &Path, notify: Arc<dyn Fn(Notice) + Send + Sync>) -> anyhow::Result<Registers> {
    let passphrase = passphrase()?;
    let registers = Registers::new(RegistersConfig {
        device_dir: device_dir(data_dir),
        data_dir: data_dir.to_owned(),
        clock: Arc::new(SystemClock),
        machine: "toimisto-2".to_owned(),
        keychain: Keychain::of_the_system(),
        kdf: None,
        decoders: Decoders::of_this_program(),
        notify,
    })?;
    let owner = registers.sign_ins()?.first().and_then(|sign_in| sign_in.staff_id);
    registers.unlock(owner.map(StaffMemberId), &passphrase)?;
    say("open");
    Ok(registers)
}

/// The arguments of the program that has none missing.
///
/// # Errors
/// When there are fewer.
pub fn arguments<const COUNT: usize>() -> anyhow::Result<[PathBuf; COUNT]> {
    let given: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    <[PathBuf; COUNT]>::try_from(given)
        .map_err(|given| anyhow::anyhow!("{COUNT} arguments, not {}", given.len()))
}
