//! The only commands anyone types: `cargo xtask run | test | faults | check | bench | bundle | gen`.
//!
//! Deliberately not here: anything that the program needs at run time. Invariant: each command works from a
//! fresh clone, and says what it installs before it installs it.

mod bench;
mod bundle;
mod check;
mod faults;
mod generate;
mod inventory;
mod journey;
mod messages;
mod run;
mod shell;
mod system;
mod test;
mod window;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "xtask", about = "Kontakti's own commands")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Install what is missing, build and open the program; without a display, run the journey instead.
    Run {
        /// Build with full optimisation.
        #[arg(long)]
        release: bool,
    },
    /// Run every layer of tests.
    Test {
        /// Only these layers: rust, ui, browser, window.
        #[arg(long, value_delimiter = ',')]
        only: Vec<test::Layer>,
    },
    /// Try every fault (kill, power cut, full disk, flipped bits and the like) in full; takes hours.
    Faults {
        /// Only the tests whose names contain one of these.
        named: Vec<String>,
    },
    /// Formatting, lints, types, dependency directions, generated files, translations.
    Check,
    /// Pack the optimised program as a Debian package.
    Bundle,
    /// Write the generated files: TypeScript bindings and typed messages.
    Gen,
    /// Measure speed against well-known programs that do the same work; fails when a figure is short of its goal.
    Bench {
        /// Only these groups: thumbnail, import, print, search, grid, window.
        #[arg(long, value_delimiter = ',')]
        only: Vec<bench::Group>,
        /// Write the table of docs/performance.md.
        #[arg(long)]
        write: bool,
    },
}

fn main() -> anyhow::Result<()> {
    match Arguments::parse().command {
        Command::Run { release } => run::run(release),
        Command::Test { only } => test::test(&only),
        Command::Faults { named } => faults::faults(&named),
        Command::Check => check::check(),
        Command::Bundle => bundle::bundle(),
        Command::Gen => generate::write(),
        Command::Bench { only, write } => bench::bench(&only, write),
    }
}
