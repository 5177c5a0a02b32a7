//! For this crate's tests: a worker, and with `--unconfined TRIAL` what it would do without its confinement.

use std::process::ExitCode;

use decoding::trial::Trial;

fn main() -> ExitCode {
    decoding::run_worker_if_asked();
    let mut given = std::env::args().skip(1);
    if given.next().as_deref() != Some("--unconfined") {
        return ExitCode::FAILURE;
    }
    let name = given.next().unwrap_or_default();
    let Some(trial) = Trial::ALL.into_iter().find(|trial| trial.name() == name) else {
        return ExitCode::FAILURE;
    };
    let nothing = std::fs::OpenOptions::new().read(true).write(true).open("/dev/null");
    match nothing.and_then(|nothing| trial.run(&nothing, &nothing)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}
