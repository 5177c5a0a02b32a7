//! Bad input and bad luck, on real files: kill, power cut, full disk, read-only disk, a disk with errors, a card that is
//! pulled, broken files, files that break the process that looks at them.
//!
//! Deliberately not here: the five kinds of wrong register file (`store`) and a cancel at every step (`register`).
//! What needs root (mounting small file systems) says `SKIP` without it, and fails instead where
//! `KONTAKTI_FAULTS=required` is set. Invariant: whatever claims that nothing is lost asks [`check::problems`], which
//! has controls of its own.

#![allow(clippy::unwrap_used)]

mod card;
mod check;
mod clerk;
mod flips;
mod form;
mod house;
mod importer;
mod kill;
mod kill_clerk;
mod migration;
mod named_places;
mod office;
mod renewal;
mod shop;
mod together;
mod wrong_clock;

#[cfg(unix)]
mod pulled_card;

#[cfg(target_os = "linux")]
mod broken_files;
#[cfg(target_os = "linux")]
mod full_disk;
#[cfg(target_os = "linux")]
mod io_errors;
#[cfg(target_os = "linux")]
mod lost_worker;
#[cfg(target_os = "linux")]
mod mounts;
#[cfg(target_os = "linux")]
mod mutants;
#[cfg(target_os = "linux")]
mod person;
#[cfg(target_os = "linux")]
mod power_cut;
#[cfg(target_os = "linux")]
mod read_only;
#[cfg(target_os = "linux")]
mod second_disk;
#[cfg(target_os = "linux")]
mod whole_card;
