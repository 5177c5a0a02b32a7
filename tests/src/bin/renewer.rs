//! Opens a register and lets one member of staff after the other leave, which renews its root key, for tests that kill it.
//!
//! `renewer <data folder>`, the passphrase on standard input. Lines on standard output: `open`, `begun` before each leaving,
//! `renewed` after it. It calls what the window calls.

use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context;
use domain::ids::StaffMemberId;
use domain::staff::{Role, StaffFields};
use kontakti_tests::say;
use register::{Decoders, KdfParams, Registers, RegistersConfig, SecretString, SystemClock};

fn main() -> anyhow::Result<()> {
    register::run_worker_if_asked();
    let data_dir: PathBuf = std::env::args_os().nth(1).context("the data folder")?.into();
    let passphrase = std::io::read_to_string(std::io::stdin())?;
    let registers = Registers::new(RegistersConfig {
        device_dir: kontakti_tests::device_dir(&data_dir),
        data_dir,
        clock: Arc::new(SystemClock),
        machine: "avainkone".to_owned(),
        kdf: KdfParams::default(),
        decoders: Decoders::of_this_program(),
        notify: Arc::new(|_| {}),
    })?;
    let owner = registers.sign_ins()?.first().and_then(|sign_in| sign_in.staff_id);
    registers.unlock(owner.map(StaffMemberId), &SecretString::from(passphrase))?;
    say("open");
    loop {
        let leaver = registers.open()?.staff_add(&StaffFields {
            name: "Eero Nyman".to_owned(),
            role: Role::Viewer,
            agreed_on: String::new(),
        })?;
        say("begun");
        registers.staff_leave(leaver.id, leaver.rev)?;
        let state = registers.open()?.root_key_state()?;
        anyhow::ensure!(state.due_since.is_none(), "the renewal was put off");
        say("renewed");
    }
}
