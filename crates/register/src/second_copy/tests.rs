use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use domain::Action;
use domain::import::{CardFinding, CopyFault, ImportOutcome};
use store::{frames, keylist};
use tasks::{TaskCtx, TaskState};
use tempfile::TempDir;
use vault::SealedStore;

use super::FOLDER;
use crate::RegisterError;
use crate::import::BegunImport;
use crate::import::tests::{all, assert_every_file_is_whole, card, contents, import, new_session, planned};
use crate::testing::{TempRegister, last_entry};

/// A folder on another file system than the register's, where this system has one.
fn other_disk(register: &TempRegister) -> Option<TempDir> {
    let folder = tempfile::tempdir_in("/dev/shm").ok()?;
    if super::is_on_one_disk(register.store().dir(), folder.path()).ok()? {
        eprintln!("skipped: no second file system in reach");
        return None;
    }
    Some(folder)
}

/// A register that copies to another disk.
fn copying() -> Option<(TempRegister, TempDir)> {
    let register = TempRegister::new();
    let disk = other_disk(&register)?;
    register.second_copy_set(disk.path()).unwrap();
    Some((register, disk))
}

fn finding(register: &TempRegister, begun: BegunImport) -> CardFinding {
    register.import_report(begun.import_id).unwrap().card_verdict().unwrap().finding
}

/// The sealed files of an import's photos: paths in the register and beside the copies.
fn files(register: &TempRegister, begun: BegunImport) -> Vec<domain::photo::PhotoFile> {
    let (ids, _) = register.frame_index(begun.session_id, frames::FrameOrder::Name, &all()).unwrap();
    let read = register.read(|tx| {
        let files = ids.iter().map(|id| Ok(frames::files(tx, *id)?));
        Ok(files.collect::<Result<Vec<_>, RegisterError>>()?.concat())
    });
    read.unwrap()
}

fn assert_all_copied(register: &TempRegister, disk: &TempDir, begun: BegunImport) {
    let copies = SealedStore::new(disk.path().join(FOLDER));
    let files = files(register, begun);
    assert!(!files.is_empty());
    for file in files {
        let key = keylist::get(register.store(), &file.vault_name).unwrap().unwrap();
        copies
            .verify(&file.vault_name, &key, &blake3::Hash::from_bytes(file.blake3), file.size_bytes)
            .unwrap();
    }
}

fn path_of(register: &TempRegister, name: &str) -> PathBuf {
    let (first, second) = (name.get(..2).unwrap(), name.get(2..4).unwrap());
    register.store().dir().join("photos").join(first).join(second).join(name)
}

#[test]
fn a_folder_of_the_registers_own_disk_is_no_second_place() {
    let register = TempRegister::new();
    let folder = tempfile::tempdir_in(register.store().dir()).unwrap();
    let refused = register.second_copy_set(folder.path());
    assert!(matches!(refused, Err(RegisterError::SameDisk)), "{refused:?}");
    assert_eq!(register.second_copy_get().unwrap().folder, None);
    let begun = import(&register, card(1, 0).path());
    assert_eq!(register.import_report(begun.import_id).unwrap().import.copy_scope, None);
    assert_eq!(finding(&register, begun), CardFinding::AllStored, "none is wished, none is missed");
}

#[test]
fn an_import_ends_with_a_whole_copy_of_each_of_its_files() {
    let Some((register, disk)) = copying() else { return };
    let begun = import(&register, card(5, 2).path());
    assert_all_copied(&register, &disk, begun);
    assert_eq!(register.import_report(begun.import_id).unwrap().uncopied, 0);
    assert_eq!(finding(&register, begun), CardFinding::AllStored);
    let state = register.second_copy_get().unwrap();
    assert_eq!((state.files, state.missing, state.fault), (7, 0, None));
}

#[test]
fn a_card_waits_until_the_disk_that_was_away_has_its_copies() {
    let Some((register, disk)) = copying() else { return };
    let away = disk.path().with_extension("away");
    fs::rename(disk.path(), &away).unwrap();
    let card = card(3, 0);
    let begun = import(&register, card.path());
    assert_every_file_is_whole(&register, begun);
    assert_eq!(finding(&register, begun), CardFinding::NotCopied { files: 3, left: BTreeMap::new() });
    let state = register.second_copy_get().unwrap();
    assert_eq!((state.missing, state.fault), (3, Some(CopyFault::FolderMissing)));
    let shared = register.shared();
    let failed = shared.tasks().wait(shared.second_copy_start().unwrap()).unwrap();
    assert_eq!(failed.state, TaskState::Failed);

    fs::rename(&away, disk.path()).unwrap();
    let made = shared.tasks().wait(shared.second_copy_start().unwrap()).unwrap();
    assert_eq!((made.state, made.progress.total), (TaskState::Completed, 3));
    assert_all_copied(&register, &disk, begun);
    assert_eq!(finding(&register, begun), CardFinding::AllStored);
    let state = register.second_copy_get().unwrap();
    assert_eq!((state.missing, state.fault), (0, None));
}

#[test]
fn copying_that_is_stopped_leaves_the_import_whole_and_says_what_is_missing() {
    let card = card(3, 0);
    let mut stopped = 0;
    // cancelled at each step in turn, until it is too late to mean anything
    for at in 0.. {
        let Some((register, disk)) = copying() else { return };
        let plan = planned(&register, card.path());
        let begun = register.import_begin(&plan, new_session()).unwrap();
        register.import_run(begun, &plan, &mut TaskCtx::cancelled_at(at)).unwrap();
        let report = register.import_report(begun.import_id).unwrap();
        let is_copied = report.uncopied == 0;
        if report.import.outcome != ImportOutcome::Completed {
            continue;
        }
        assert_every_file_is_whole(&register, begun);
        if is_copied {
            assert_all_copied(&register, &disk, begun);
            break;
        }
        stopped += 1;
        assert!(matches!(finding(&register, begun), CardFinding::NotCopied { .. }));
        assert_eq!(register.second_copy_get().unwrap().fault, Some(CopyFault::Cancelled));
    }
    assert!(stopped > 0, "it was stopped while it copied");
}

#[test]
fn photos_of_before_that_have_no_copy_keep_their_card_too() {
    let register = TempRegister::new();
    let Some(disk) = other_disk(&register) else { return };
    let card = card(2, 0);
    import(&register, card.path());
    register.second_copy_set(disk.path()).unwrap();
    fs::write(card.path().join("DCIM/NEW.JPG"), [contents(card.path()).remove(0).1, vec![0; 7]].concat())
        .unwrap();
    let begun = import(&register, card.path());
    assert_eq!(finding(&register, begun), CardFinding::NotCopied { files: 2, left: BTreeMap::new() });
    let shared = register.shared();
    shared.tasks().wait(shared.second_copy_start().unwrap()).unwrap();
    assert_eq!(finding(&register, begun), CardFinding::AllStored);
    register.second_copy_set(disk.path()).unwrap();
    assert!(
        matches!(finding(&register, begun), CardFinding::NotCopied { .. }),
        "another disk may be there now"
    );
    register.second_copy_stop().unwrap();
    assert_eq!(finding(&register, begun), CardFinding::AllStored, "none is wished any more");
}

#[test]
fn a_card_and_a_disk_that_is_not_the_chosen_one_get_no_copies() {
    let Some((register, disk)) = copying() else { return };
    let reader = other_disk(&register).unwrap();
    fs::create_dir(reader.path().join("DCIM")).unwrap();
    let refused = register.second_copy_set(reader.path());
    assert!(matches!(refused, Err(RegisterError::FolderOnCard)), "{refused:?}");

    // another disk takes its place
    fs::rename(disk.path(), disk.path().with_extension("first")).unwrap();
    fs::create_dir(disk.path()).unwrap();
    let begun = import(&register, card(2, 0).path());
    assert!(matches!(finding(&register, begun), CardFinding::NotCopied { files: 2, .. }));
    assert_eq!(register.second_copy_get().unwrap().fault, Some(CopyFault::FolderMissing));
    assert_eq!(fs::read_dir(disk.path()).unwrap().count(), 0, "nothing is written there");
}

#[test]
fn a_good_copy_is_never_written_over_by_a_broken_photo() {
    let Some((register, disk)) = copying() else { return };
    let begun = import(&register, card(3, 0).path());
    let files = files(&register, begun);
    let (rotten, lost) = (path_of(&register, &files[0].vault_name), path_of(&register, &files[1].vault_name));
    let mut bytes = fs::read(&rotten).unwrap();
    bytes[3_000] ^= 1;
    fs::write(&rotten, bytes).unwrap();
    fs::remove_file(lost).unwrap();
    // chosen again, so that everything is copied anew
    register.second_copy_set(disk.path()).unwrap();
    let shared = register.shared();
    let copied = shared.tasks().wait(shared.second_copy_start().unwrap()).unwrap();
    assert_eq!(copied.state, TaskState::Completed, "{:?}", copied.error);
    assert_all_copied(&register, &disk, begun);
    assert_every_file_is_whole(&register, begun);

    // where no copy is whole either, the rest is copied and the lost one is told
    let elsewhere = other_disk(&register).unwrap();
    fs::remove_file(path_of(&register, &files[2].vault_name)).unwrap();
    assert_eq!(register.second_copy_set(elsewhere.path()).unwrap().missing, 3);
    let copied = shared.tasks().wait(shared.second_copy_start().unwrap()).unwrap();
    assert_eq!(copied.state, TaskState::Failed);
    let state = register.second_copy_get().unwrap();
    assert_eq!((state.missing, state.fault), (1, Some(CopyFault::Unreadable)));
}

#[test]
fn a_lost_or_broken_photo_is_fetched_back_from_its_copy() {
    let Some((register, disk)) = copying() else { return };
    let begun = import(&register, card(2, 0).path());
    let files = files(&register, begun);
    fs::remove_file(path_of(&register, &files[0].vault_name)).unwrap();
    let broken = path_of(&register, &files[1].vault_name);
    let mut bytes = fs::read(&broken).unwrap();
    bytes[5_000] ^= 1;
    fs::write(&broken, bytes).unwrap();
    for file in &files {
        let photo = register.open_photo(file.frame_id).unwrap();
        assert_eq!(blake3::hash(&photo.bytes).as_bytes(), &file.blake3);
        assert_eq!(last_entry(&register).action, Action::FileFetchedBack);
    }
    assert_every_file_is_whole(&register, begun);

    register.second_copy_stop().unwrap();
    fs::remove_file(path_of(&register, &files[0].vault_name)).unwrap();
    assert!(register.open_photo(files[0].frame_id).is_err(), "the control: the copies are not looked at");
    register.second_copy_set(disk.path()).unwrap();
    assert!(register.open_photo(files[0].frame_id).is_ok());
}

#[test]
fn another_folder_has_no_copies_yet() {
    let Some((register, disk)) = copying() else { return };
    import(&register, card(2, 0).path());
    let other = other_disk(&register).unwrap();
    assert_eq!(register.second_copy_set(other.path()).unwrap().missing, 2);
    assert_eq!(register.second_copy_set(disk.path()).unwrap().missing, 2, "they are looked for again");
    let shared = register.shared();
    shared.tasks().wait(shared.second_copy_start().unwrap()).unwrap();
    assert_eq!(register.second_copy_get().unwrap().missing, 0);
}
