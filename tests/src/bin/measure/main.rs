//! What `cargo xtask bench` measures of Kontakti: each command does one job of the core on given files and prints one
//! JSON object that says what was done and, where the clock must leave out the preparation, how long it took.
//!
//! Deliberately not here: the peers, processor time (the caller takes it from outside, the same way for both sides) and
//! goals. Invariant: every job goes through the code that the program itself uses.

#![allow(clippy::print_stdout)]

mod cards;
mod import;
mod pictures;
mod school;
mod search;
mod session;
mod studio;
mod trail;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "measure", about = "Jobs of the core, to be measured")]
struct Arguments {
    #[command(subcommand)]
    job: Job,
}

#[derive(Subcommand)]
enum Job {
    /// Draw files as a camera writes them: 24 MP, 8 to 10 MB.
    Draw {
        /// Where to; must not be there yet.
        folder: PathBuf,
        #[arg(long, default_value_t = 24)]
        count: usize,
        /// With a 1620 x 1080 preview behind the main picture.
        #[arg(long)]
        previews: bool,
    },
    /// Make a thumbnail of each file.
    Thumbnails {
        #[arg(long)]
        out: PathBuf,
        #[arg(long, default_value_t = 512)]
        edge: u32,
        files: Vec<PathBuf>,
    },
    /// Draw photographs of camera cards, named by what their codes say, and the previews of them.
    DrawCards {
        #[arg(long)]
        files: PathBuf,
        #[arg(long)]
        previews: PathBuf,
        #[arg(long)]
        count: u64,
    },
    /// Make both thumbnails of each file, and read the codes in it.
    Codes {
        /// Make the thumbnails only.
        #[arg(long)]
        without: bool,
        files: Vec<PathBuf>,
    },
    /// Render each file for print as 15x21 at 300 dpi.
    Prints {
        #[arg(long)]
        out: PathBuf,
        files: Vec<PathBuf>,
    },
    /// Import a folder into a new register.
    Import {
        /// Where the register is made; must not be there yet.
        #[arg(long)]
        data: PathBuf,
        card: PathBuf,
    },
    /// Search customers letter by letter.
    Search {
        /// Where the register is made; must not be there yet.
        #[arg(long)]
        data: PathBuf,
        #[arg(long, default_value_t = 100_000)]
        customers: usize,
    },
    /// Read in a class list, and print camera cards.
    School {
        /// Where the register is made; must not be there yet.
        #[arg(long)]
        data: PathBuf,
        #[arg(long, default_value_t = 5_000)]
        rows: usize,
    },
    /// Verify a trail of many entries, and write with and without an entry.
    Trail {
        /// Where the register is made; must not be there yet.
        #[arg(long)]
        data: PathBuf,
        #[arg(long, default_value_t = 1_000_000)]
        entries: i64,
    },
    /// Make a register with one session of many frames, locked.
    Session {
        /// Where the register is made; must not be there yet.
        #[arg(long)]
        data: PathBuf,
        #[arg(long)]
        frames: usize,
    },
}

fn main() -> anyhow::Result<()> {
    register::run_worker_if_asked();
    let done = match Arguments::parse().job {
        Job::Draw { folder, count, previews } => pictures::draw(&folder, count, previews)?,
        Job::Thumbnails { out, edge, files } => pictures::thumbnails(&files, &out, edge)?,
        Job::DrawCards { files, previews, count } => cards::draw(&files, &previews, count)?,
        Job::Codes { without, files } => cards::read(&files, !without)?,
        Job::Prints { out, files } => pictures::prints(&files, &out)?,
        Job::Import { data, card } => import::import(&data, &card)?,
        Job::Search { data, customers } => search::search(&data, customers)?,
        Job::School { data, rows } => school::school(&data, rows)?,
        Job::Trail { data, entries } => trail::trail(&data, entries)?,
        Job::Session { data, frames } => session::make(&data, frames)?,
    };
    println!("{done}");
    Ok(())
}
