//! Print rendering of 24 MP as 15x21 at 300 dpi against libvips: processor time of an image, one thread on each side.

use std::path::PathBuf;
use std::process::Command;

use super::figure::Figure;
use super::inputs::{self, FILES, Preview};
use super::{Bench, meter};
use crate::shell;

const ROUNDS: usize = 3;
/// A released version, so that two runs compare with the same.
const PYVIPS: &str = "pyvips==3.2.0";

pub fn measure(bench: &Bench) -> anyhow::Result<Vec<Figure>> {
    let python = python_with_pyvips(bench)?;
    let script = shell::root().join("xtask/src/bench/print_peer.py");
    let card = inputs::card(bench, Preview::None)?;
    let (mut ours, mut peer) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let out = bench.cleared("prints")?;
        let mut command = Command::new(bench.program("measure"));
        let spent = meter::spend(command.arg("prints").arg("--out").arg(&out).args(&card.files))?;
        inputs::ensure_made(&out, FILES)?;
        ours.push(meter::millis_each(spent.cpu, FILES));

        let out = bench.cleared("prints")?;
        std::fs::create_dir_all(&out)?;
        let mut command = Command::new(&python);
        command.arg(&script).arg(&out).args(&card.files).env("VIPS_CONCURRENCY", "1");
        let spent = meter::spend(&mut command)?;
        inputs::ensure_made(&out, FILES)?;
        peer.push(meter::millis_each(spent.cpu, FILES));
    }
    bench.cleared("prints")?;
    let name = "print rendering 24 MP to 15x21 (CPU ms an image)";
    Ok(vec![Figure::ratio(name, meter::median(&ours)?, meter::median(&peer)?, 0.65)])
}

/// A Python of the bench's own, with the binding to the system's libvips.
fn python_with_pyvips(bench: &Bench) -> anyhow::Result<PathBuf> {
    let python = bench.folder.join("venv/bin/python");
    if !shell::is_there(&python.to_string_lossy(), &["-c", "import pyvips"]) {
        let venv = bench.cleared("venv")?;
        shell::run(shell::command("/usr/bin/python3", &["-m", "venv"]).arg(&venv))?;
        shell::run(Command::new(&python).args(["-m", "pip", "install", "--quiet", PYVIPS]))?;
    }
    Ok(python)
}
