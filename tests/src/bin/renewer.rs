//! Opens a register and renews its root key again and again, for tests that kill it.
//!
//! `renewer <data folder>`, the passphrase on standard input. Lines on standard output: `open`, `begun` before each renewal,
//! `renewed` after it. It calls what the window calls.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context;
use domain::ids::StaffMemberId;
use kontakti_tests::say;
use register::{KdfParams, Registers, RegistersConfig, SecretString, SystemClock};

fn main() -> anyhow::Result<()> {
    let data_dir: PathBuf = std::env::args_os().nth(1).context("the data folder")?.into();
    let passphrase = std::io::read_to_string(std::io::stdin())?;
    let registers = Registers::new(RegistersConfig {
        device_dir: kontakti_tests::device_dir(&data_dir),
        data_dir,
        clock: Arc::new(SystemClock),
        machine: "avainkone".to_owned(),
        kdf: KdfParams::default(),
        notify: Arc::new(|_| {}),
    })?;
    let owner = registers.sign_ins()?.first().and_then(|sign_in| sign_in.staff_id);
    registers.unlock(owner.map(StaffMemberId), &SecretString::from(passphrase))?;
    say("open");
    loop {
        say("begun");
        registers.root_key_renew()?;
        say("renewed");
    }
}
