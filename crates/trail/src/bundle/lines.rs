//! Members of a bundle as lines of JSON, each of bounded length.

use std::io::{BufRead, BufReader, Read, Seek};

use serde::de::DeserializeOwned;
use zip::ZipArchive;

use super::BundleError;

/// Longest line: a statement or an entry with a proof has some thousand bytes.
const LONGEST_LINE: u64 = 64 * 1024;

/// Reads each line of a member; `take` gets it with its number, from 1.
pub fn each<Line: DeserializeOwned>(
    zip: &mut ZipArchive<impl Read + Seek>,
    member: &'static str,
    mut take: impl FnMut(Line, u64) -> Result<(), BundleError>,
) -> Result<(), BundleError> {
    let mut reader = BufReader::new(open(zip, member)?);
    let mut text = Vec::new();
    for line in 1.. {
        text.clear();
        let length = reader.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut text)?;
        if length == 0 {
            break;
        }
        let wrong = || BundleError::Form { member, line };
        let json = text.strip_suffix(b"\n").ok_or_else(wrong)?;
        take(serde_json::from_slice(json).map_err(|_| wrong())?, line)?;
    }
    Ok(())
}

/// All lines of a member, at most `most`.
pub fn all<Line: DeserializeOwned>(
    zip: &mut ZipArchive<impl Read + Seek>,
    member: &'static str,
    most: usize,
) -> Result<Vec<Line>, BundleError> {
    let mut lines = Vec::new();
    each(zip, member, |line, number| {
        lines.push(line);
        if lines.len() > most { Err(BundleError::Form { member, line: number }) } else { Ok(()) }
    })?;
    Ok(lines)
}

/// A member that is one JSON value of at most `longest` bytes.
pub fn whole<Value: DeserializeOwned>(
    zip: &mut ZipArchive<impl Read + Seek>,
    member: &'static str,
    longest: u64,
) -> Result<Value, BundleError> {
    let mut text = Vec::new();
    open(zip, member)?.take(longest + 1).read_to_end(&mut text)?;
    let is_long = text.len() as u64 > longest;
    let value = serde_json::from_slice(&text).ok().filter(|_| !is_long);
    value.ok_or(BundleError::Form { member, line: 1 })
}

fn open<'a>(
    zip: &'a mut ZipArchive<impl Read + Seek>,
    member: &'static str,
) -> Result<impl Read + 'a, BundleError> {
    zip.by_name(member).map_err(|error| match error {
        zip::result::ZipError::FileNotFound => BundleError::Missing { member },
        error => error.into(),
    })
}
