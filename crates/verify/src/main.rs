//! `kontakti-verify`: checks an exported trail and its proofs, without the register and without its key.
//!
//! ```text
//! kontakti-verify history.zip
//! kontakti-verify history.zip --checkpoint sheet.txt
//! kontakti-verify history.zip --checkpoint "5dc9 da79 a706 ... 4328"
//! ```
//!
//! Ends with 0 when everything holds, with 1 when something does not, with 2 when the file or the command cannot be read.
//! Deliberately not here: a network, a register, anything but reading.

mod words;

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use trail::bundle::{self, BundleError, Held};
use words::Language;

/// Longest text of a sheet that is read.
const LONGEST_SHEET: u64 = 64 * 1024;

/// Checks an exported trail of Kontakti and its proofs.
#[derive(Parser)]
#[command(name = "kontakti-verify", version, about)]
struct Arguments {
    /// The signed bundle that was exported from the history.
    bundle: PathBuf,
    /// What a checkpoint sheet says: a file with the text of its QR code, or its root, typed.
    #[arg(long)]
    checkpoint: Option<String>,
    /// Language of the answer; that of the system when not given.
    #[arg(long, value_enum)]
    language: Option<Language>,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let language = arguments.language.unwrap_or_else(Language::of_system);
    let (text, code) = answer(&arguments, language);
    // a reader that has gone needs no answer
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
    ExitCode::from(code)
}

/// What to say, and how to end.
fn answer(arguments: &Arguments, language: Language) -> (String, u8) {
    let held = match arguments.checkpoint.as_deref().map(read_sheet).transpose() {
        Ok(held) => held,
        Err(()) => return (language.sheet_unreadable(), 2),
    };
    let file = match File::open(&arguments.bundle) {
        Ok(file) => file,
        Err(error) => return (language.unreadable(&error.to_string()), 2),
    };
    let proved = match bundle::verify(file) {
        Ok(proved) => proved,
        Err(BundleError::False(falsehood)) => return (language.is_false(&falsehood), 1),
        Err(error) => return (language.unreadable(&error.to_string()), 2),
    };
    match held.map(|held| proved.confirm(&held).cloned()) {
        None => (language.holds(&proved, None), 0),
        Some(Ok(checkpoint)) => (language.holds(&proved, Some(&checkpoint)), 0),
        Some(Err(_)) => (language.not_on_paper(&proved), 1),
    }
}

/// A file when there is one of that name, else what was typed.
fn read_sheet(given: &str) -> Result<Held, ()> {
    let path = Path::new(given);
    let is_file = path.metadata().is_ok_and(|file| file.is_file() && file.len() <= LONGEST_SHEET);
    let text = if is_file { fs::read_to_string(path).map_err(drop)? } else { given.to_owned() };
    Held::read(&text).map_err(drop)
}
