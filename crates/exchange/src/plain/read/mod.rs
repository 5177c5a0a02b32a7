//! The receiving side of the plain convention: reads a folder, trusts nothing, reports every deviation.
//!
//! Written against the convention, not against the writer: it shares no code with it. It recomputes the
//! four totals, every checksum and size, compares both manifests cell by cell, checks that names say what
//! the manifest says, and looks into each JPEG for its pixels, its profile and forbidden metadata.

mod jpeg;
mod lists;
mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;

use sha2::{Digest, Sha256};

/// Something that is not as the convention says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deviation {
    /// A required list is not there.
    ListMissing(String),
    /// A list cannot be read as its format says; where and why.
    Malformed(String, String),
    /// A listed file is not there.
    Missing(String),
    /// A file or folder that nothing lists.
    Extra(String),
    /// A link or device instead of a file or folder.
    NotAFile(String),
    /// A listed path that is absolute or climbs.
    PathEscape(String),
    /// A name beyond plain ASCII.
    NotAscii(String),
    /// A checksum differs: path, and the list that states the other.
    Checksum(String, String),
    /// A length differs: path.
    Length(String),
    /// A file without line in `SHA256SUMS`.
    Unsummed(String),
    /// A path listed twice in one list: path, list.
    Twice(String, String),
    /// `SHA256SUMS` is not sorted by path.
    Unsorted,
    /// A stated total is not the recomputed one.
    Total(String),
    /// The manifests disagree: line, column.
    ManifestsDiffer(usize, String),
    /// A file's place does not say its size, surface, quantity or stem: path.
    PlaceDiffers(String),
    /// A quantity outside 1 to 999: path.
    Quantity(String),
    /// An order without slip.
    SlipMissing(String),
    /// A crop without area: path.
    EmptyCrop(String),
    /// No readable JPEG, or not baseline 8 bit RGB: path, why.
    NotAPrint(String, String),
    /// Pixels differ from the manifest: path.
    Pixels(String),
    /// No colour profile inside: path.
    NoProfile(String),
    /// Metadata inside: path, which.
    Metadata(String, String),
}

/// What the folder says and whether it is true.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// Batch number.
    pub batch: String,
    /// The batch that it sends again.
    pub resend_of: Option<String>,
    /// Recomputed: orders with image files.
    pub orders: u64,
    /// Recomputed: image files.
    pub files: u64,
    /// Recomputed: paper prints.
    pub prints: u64,
    /// Recomputed: bytes of the image files.
    pub bytes: u64,
    /// Bytes of everything in the folder.
    pub folder_bytes: u64,
    /// SHA-256 of `SHA256SUMS`.
    pub sums_sha256: String,
    /// Everything that is not as it should be, sorted.
    pub deviations: Vec<Deviation>,
}

/// Facts about a file on disk.
#[derive(Debug)]
struct Found {
    bytes: u64,
    sha256: String,
}

/// Reads the batch in `folder`.
///
/// # Errors
/// Only when the folder or a file in it cannot be read at all; everything else is a [`Deviation`].
pub fn read(folder: &Path) -> io::Result<Report> {
    let mut report = Report::default();
    let mut found = BTreeMap::new();
    walk(folder, "", &mut found, &mut report.deviations)?;
    report.folder_bytes = found.values().map(|file| file.bytes).sum();

    let mut listed: BTreeSet<String> =
        ["README.txt", "manifest.csv", "manifest.json", "SHA256SUMS"].map(str::to_owned).into();
    for list in &listed {
        if !found.contains_key(list) {
            report.deviations.push(Deviation::ListMissing(list.clone()));
        }
    }
    if let Some(sums) = found.get("SHA256SUMS") {
        report.sums_sha256.clone_from(&sums.sha256);
        let text = fs::read(folder.join("SHA256SUMS"))?;
        let sums = lists::sums(&text, &mut report.deviations);
        for (path, stated) in &sums {
            match found.get(path) {
                None => report.deviations.push(Deviation::Missing(path.clone())),
                Some(file) if file.sha256 != *stated => {
                    report.deviations.push(Deviation::Checksum(path.clone(), "SHA256SUMS".to_owned()));
                }
                Some(_) => {}
            }
        }
        for path in found.keys().filter(|path| *path != "SHA256SUMS" && !sums.contains_key(*path)) {
            report.deviations.push(Deviation::Unsummed(path.clone()));
        }
    }
    if found.contains_key("manifest.json") {
        let text = fs::read(folder.join("manifest.json"))?;
        let manifest = lists::json(&text, &mut report.deviations);
        listed.extend(manifest.files.iter().chain(&manifest.slips).map(|row| row.file.clone()));
        compare(folder, &manifest, &found, &mut report)?;
        if found.contains_key("manifest.csv") {
            let text = fs::read(folder.join("manifest.csv"))?;
            lists::csv_agrees(&text, &manifest, &mut report.deviations);
        }
    }
    for path in found.keys().filter(|path| !listed.contains(*path)) {
        report.deviations.push(Deviation::Extra(path.clone()));
    }
    report.deviations.sort();
    report.deviations.dedup();
    Ok(report)
}

fn compare(
    folder: &Path,
    manifest: &lists::Manifest,
    found: &BTreeMap<String, Found>,
    report: &mut Report,
) -> io::Result<()> {
    report.batch.clone_from(&manifest.batch);
    report.resend_of.clone_from(&manifest.resend_of);
    let mut orders = BTreeSet::new();
    for row in &manifest.files {
        orders.insert(row.text("order"));
        report.prints += row.number("qty");
        check_stated(row, found, &mut report.deviations);
        let Some(file) = found.get(&row.file) else { continue };
        report.files += 1;
        report.bytes += file.bytes;
        check_place(row, &mut report.deviations);
        let jpeg = fs::read(folder.join(&row.file))?;
        check_jpeg(row, &jpeg, &mut report.deviations);
    }
    report.orders = u64::try_from(orders.len()).unwrap_or(u64::MAX);
    let with_slip: BTreeSet<String> = manifest.slips.iter().map(|row| row.text("order")).collect();
    for order in orders.difference(&with_slip) {
        report.deviations.push(Deviation::SlipMissing(order.clone()));
    }
    for row in &manifest.slips {
        check_stated(row, found, &mut report.deviations);
        if row.file != format!("slips/{}.pdf", row.text("order")) {
            report.deviations.push(Deviation::PlaceDiffers(row.file.clone()));
        }
    }
    let recomputed = [
        ("orders", report.orders),
        ("files", report.files),
        ("prints", report.prints),
        ("bytes", report.bytes),
    ];
    for (name, number) in recomputed {
        if manifest.totals.get(name) != Some(&number) {
            report.deviations.push(Deviation::Total(name.to_owned()));
        }
    }
    Ok(())
}

fn check_stated(row: &lists::Row, found: &BTreeMap<String, Found>, deviations: &mut Vec<Deviation>) {
    match found.get(&row.file) {
        None => deviations.push(Deviation::Missing(row.file.clone())),
        Some(file) => {
            if file.bytes != row.number("bytes") {
                deviations.push(Deviation::Length(row.file.clone()));
            }
            if file.sha256 != row.text("sha256") {
                deviations.push(Deviation::Checksum(row.file.clone(), "manifest.json".to_owned()));
            }
        }
    }
}

/// `<size>[_surface]/<quantity>x_<letter><7 digits>.JPG`, all as the row says.
fn check_place(row: &lists::Row, deviations: &mut Vec<Deviation>) {
    let quantity = row.number("qty");
    if !(1..=999).contains(&quantity) {
        deviations.push(Deviation::Quantity(row.file.clone()));
    }
    if row.number("crop_w") == 0 || row.number("crop_h") == 0 {
        deviations.push(Deviation::EmptyCrop(row.file.clone()));
    }
    let Some((place, name)) = row.file.split_once('/') else {
        deviations.push(Deviation::PlaceDiffers(row.file.clone()));
        return;
    };
    let expected = match (row.text("size"), row.text("surface")) {
        (size, surface) if surface.is_empty() => size,
        (size, surface) => format!("{size}_{surface}"),
    };
    // names may have lost blanks and marks on the way to ASCII; their plain letters may not differ
    let is_same_place = place.chars().count() == expected.chars().count()
        && place
            .chars()
            .zip(expected.chars())
            .all(|(on_disk, said)| on_disk == said || !said.is_ascii_alphanumeric() && on_disk.is_ascii());
    let stem = name.strip_prefix(&format!("{quantity}x_")).and_then(|rest| rest.strip_suffix(".JPG"));
    let is_stem = stem.is_some_and(|stem| {
        let mut letters = stem.chars();
        letters.next().is_some_and(|first| first.is_ascii_uppercase())
            && letters.clone().count() == 7
            && letters.all(|digit| digit.is_ascii_digit())
    });
    if !is_same_place || !is_stem {
        deviations.push(Deviation::PlaceDiffers(row.file.clone()));
    }
}

fn check_jpeg(row: &lists::Row, bytes: &[u8], deviations: &mut Vec<Deviation>) {
    let path = || row.file.clone();
    match jpeg::facts(bytes) {
        Err(why) => deviations.push(Deviation::NotAPrint(path(), why.to_owned())),
        Ok(facts) => {
            if (u64::from(facts.width), u64::from(facts.height))
                != (row.number("width_px"), row.number("height_px"))
            {
                deviations.push(Deviation::Pixels(path()));
            }
            if !facts.has_profile {
                deviations.push(Deviation::NoProfile(path()));
            }
            for name in facts.metadata {
                deviations.push(Deviation::Metadata(path(), name));
            }
        }
    }
}

fn walk(
    folder: &Path,
    below: &str,
    found: &mut BTreeMap<String, Found>,
    deviations: &mut Vec<Deviation>,
) -> io::Result<()> {
    let mut is_empty = true;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        is_empty = false;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if below.is_empty() { name } else { format!("{below}/{name}") };
        if !path.bytes().all(|byte| byte.is_ascii_graphic()) {
            deviations.push(Deviation::NotAscii(path.clone()));
        }
        let kind = entry.file_type()?;
        if kind.is_dir() {
            walk(&entry.path(), &path, found, deviations)?;
        } else if kind.is_file() {
            let bytes = fs::read(entry.path())?;
            let sha256 = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
            found.insert(path, Found { bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX), sha256 });
        } else {
            deviations.push(Deviation::NotAFile(path));
        }
    }
    if is_empty && !below.is_empty() {
        deviations.push(Deviation::Extra(format!("{below}/")));
    }
    Ok(())
}
