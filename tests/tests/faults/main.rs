//! Bad input and bad luck, on real files: kill, power cut, full disk, read-only disk, a card that is pulled, broken files,
//! files that break the process that looks at them.
//!
//! Deliberately not here: the five kinds of wrong register file (`store`) and a cancel at every step (`register`).
//! What needs root (mounting small file systems) says `SKIP` without it, and fails instead where
//! `KONTAKTI_FAULTS=required` is set. Invariant: whatever claims that nothing is lost asks [`check::problems`], which
//! has controls of its own.

#![allow(clippy::unwrap_used)]

mod card;
mod check;
mod house;
mod importer;
mod kill;

#[cfg(unix)]
mod pulled_card;
#[cfg(unix)]
mod renewal;

#[cfg(target_os = "linux")]
mod broken_files;
#[cfg(target_os = "linux")]
mod full_disk;
#[cfg(target_os = "linux")]
mod lost_worker;
#[cfg(target_os = "linux")]
mod mounts;
#[cfg(target_os = "linux")]
mod person;
#[cfg(target_os = "linux")]
mod power_cut;
#[cfg(target_os = "linux")]
mod read_only;
#[cfg(target_os = "linux")]
mod shop;
