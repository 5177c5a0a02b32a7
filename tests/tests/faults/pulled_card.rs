//! A card that is pulled in the middle of an import: one cause, said once; put back, the import goes on.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use api::error::{ApiError, ErrorCode};
use domain::ids::ImportId;
use domain::import::{ImportFault, ImportIssue, ImportOutcome, ImportReason};
use register::{RegisterError, TaskSnapshot, TaskState};

use crate::card::Card;
use crate::check;
use crate::house::House;

const FILES: usize = 160;

fn code(error: &RegisterError) -> ErrorCode {
    ApiError::from(error).code
}

/// Imports the card at `place` and does `pull` when the first frames are stored.
fn import_until(
    house: &House,
    place: &Path,
    pull: impl FnOnce() + Send + 'static,
) -> (TaskSnapshot, ImportId) {
    house.when_frames_are_stored(pull);
    house.import(place)
}

/// It stopped with the one cause, and what was acknowledged is there. Gives what is said of files.
fn assert_pulled(house: &House, (task, id): &(TaskSnapshot, ImportId)) -> Vec<ImportIssue> {
    assert_eq!(task.state, TaskState::Failed);
    assert_eq!(task.error.as_deref().map(code), Some(ErrorCode::SourceVanished));
    let report = house.import_report(*id).unwrap();
    let stands = (report.import.outcome, report.import.fault);
    assert_eq!(stands, (ImportOutcome::Failed, Some(ImportFault::SourceVanished)));
    let acknowledged = house.acknowledged();
    let frames = report.import.frames as usize;
    assert!((1..FILES).contains(&frames), "in the middle: {frames} of {FILES}");
    assert_eq!(frames, acknowledged.len());
    check::assert_sound(house, &acknowledged, "pulled");
    assert!(check::strays(house).is_empty());
    report.issues
}

/// Resumes while something else or nothing is where the card was: refused, and nothing changed.
fn assert_refused(house: &House, id: ImportId, expected: ErrorCode) {
    let before = (house.import_report(id).unwrap(), check::stored_names(house));
    let task = house.resume(id);
    assert_eq!(task.error.as_deref().map(code), Some(expected));
    assert_eq!((house.import_report(id).unwrap(), check::stored_names(house)), before);
}

fn assert_resumes(house: &House, id: ImportId) {
    let task = house.resume(id);
    assert_eq!(task.state, TaskState::Completed, "{:?}", task.error);
    assert!(task.progress.done <= task.progress.total, "{:?}", task.progress);
    let report = house.import_report(id).unwrap();
    assert_eq!((report.import.outcome, report.import.fault), (ImportOutcome::Completed, None));
    assert_eq!((report.import.stored_files as usize, report.import.planned_files as usize), (FILES, FILES));
    assert_eq!(report.issues, [], "what was stored after all is not said to be missing");
    let names: BTreeSet<String> = check::stored_names(house).into_iter().collect();
    assert_eq!(names.len(), FILES);
    check::assert_sound(house, &house.acknowledged(), "resumed");
}

struct Desk {
    dir: tempfile::TempDir,
    house: House,
    card: Card,
}

impl Desk {
    fn new(serial: usize) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let house = House::create(&dir.path().join("data"));
        let card = Card::write(&dir.path().join("card"), serial, FILES);
        Self { dir, house, card }
    }

    fn away(&self) -> PathBuf {
        self.dir.path().join("away")
    }
}

#[test]
fn a_folder_that_is_renamed_away_stops_the_import() {
    let desk = Desk::new(11);
    let (from, to) = (desk.card.path.clone(), desk.away());
    let ended = import_until(&desk.house, &desk.card.path, move || fs::rename(from, to).unwrap());
    assert_eq!(assert_pulled(&desk.house, &ended), [], "said once, not of every file");

    assert_refused(&desk.house, ended.1, ErrorCode::FolderUnreadable);
    fs::create_dir(&desk.card.path).unwrap();
    assert_refused(&desk.house, ended.1, ErrorCode::SourceDiffers);
    fs::remove_dir(&desk.card.path).unwrap();
    fs::rename(desk.away(), &desk.card.path).unwrap();
    assert_resumes(&desk.house, ended.1);
}

#[test]
fn another_card_in_the_same_place_is_not_taken_for_the_first() {
    let desk = Desk::new(12);
    let (from, to) = (desk.card.path.clone(), desk.away());
    let ended = import_until(&desk.house, &desk.card.path, move || fs::rename(from, to).unwrap());
    assert_pulled(&desk.house, &ended);

    Card::write(&desk.card.path, 13, 2 * FILES);
    assert_refused(&desk.house, ended.1, ErrorCode::SourceDiffers);
    fs::remove_dir_all(&desk.card.path).unwrap();
    fs::rename(desk.away(), &desk.card.path).unwrap();
    assert_resumes(&desk.house, ended.1);
}

#[test]
fn a_folder_that_is_deleted_stops_the_import_and_what_a_copy_brings_back_is_not_named_missing() {
    let desk = Desk::new(14);
    let gone = desk.card.path.clone();
    let ended = import_until(&desk.house, &desk.card.path, move || fs::remove_dir_all(gone).unwrap());
    let issues = assert_pulled(&desk.house, &ended);
    // files that were deleted while their folder still stood
    assert!(issues.iter().all(|issue| issue.reason == ImportReason::Vanished), "{issues:?}");

    Card::write(&desk.card.path, 14, FILES);
    assert_resumes(&desk.house, ended.1);
}

/// A reader that fails under a folder that the system still shows: here the files have become folders, whose bytes
/// cannot be read.
#[test]
fn a_card_that_does_not_answer_any_more_stops_the_import() {
    let desk = Desk::new(15);
    let card = desk.card.path.clone();
    let ended = import_until(&desk.house, &desk.card.path, move || {
        for entry in walkdir::WalkDir::new(card).into_iter().map(Result::unwrap) {
            if entry.file_type().is_file() {
                fs::remove_file(entry.path()).unwrap();
                fs::create_dir(entry.path()).unwrap();
            }
        }
    });
    let issues = assert_pulled(&desk.house, &ended);
    assert!(issues.iter().all(|issue| issue.reason == ImportReason::Vanished), "{issues:?}");

    fs::remove_dir_all(&desk.card.path).unwrap();
    Card::write(&desk.card.path, 15, FILES);
    assert_resumes(&desk.house, ended.1);
}

/// The control: what is gone from a card that is there is a matter of those files.
#[test]
fn files_that_are_gone_from_a_card_that_is_there_are_named_and_the_rest_is_stored() {
    let desk = Desk::new(16);
    let last = desk.card.path.join("DCIM/101KUVAT");
    let few: Vec<PathBuf> = (150..FILES).map(|number| last.join(format!("KUV_{number:04}.JPG"))).collect();
    let (task, id) = import_until(&desk.house, &desk.card.path, move || {
        few.iter().for_each(|file| fs::remove_file(file).unwrap());
    });
    assert_eq!(task.state, TaskState::Completed);
    let report = desk.house.import_report(id).unwrap();
    assert_eq!(report.import.stored_files, 150);
    assert_eq!(report.issues.len(), 10);
    assert!(report.issues.iter().all(|issue| issue.reason == ImportReason::Vanished));
}

#[cfg(target_os = "linux")]
#[test]
fn a_card_that_is_pulled_stops_the_import() {
    use crate::mounts::{Mounted, pull, put_back};

    let desk = Desk::new(17);
    let Some(reader) = Mounted::bind(&desk.card.path) else { return };
    let place = reader.path().to_owned();
    let ended = import_until(&desk.house, reader.path(), move || pull(&place));
    assert_eq!(assert_pulled(&desk.house, &ended), [], "said once, not of every file");
    assert_eq!(fs::read_dir(reader.path()).unwrap().count(), 0, "the place is there and empty");

    assert_refused(&desk.house, ended.1, ErrorCode::SourceDiffers);
    put_back(&desk.card.path, reader.path());
    assert_resumes(&desk.house, ended.1);
}
