use std::fs;
use std::path::PathBuf;

use domain::Action;
use domain::import::{CardFinding, CopyFault};
use store::{frames, keylist};
use tasks::{TaskCtx, TaskState};
use tempfile::TempDir;
use vault::SealedStore;

use super::FOLDER;
use crate::RegisterError;
use crate::import::BegunImport;
use crate::import::tests::{all, assert_every_file_is_whole, card, import, new_session, planned};
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
    assert_eq!(register.import_report(begun.import_id).unwrap().import.uncopied_files, None);
    assert_eq!(finding(&register, begun), CardFinding::AllStored, "none is wished, none is missed");
}

#[test]
fn an_import_ends_with_a_whole_copy_of_each_of_its_files() {
    let Some((register, disk)) = copying() else { return };
    let begun = import(&register, card(5, 2).path());
    assert_all_copied(&register, &disk, begun);
    assert_eq!(register.import_report(begun.import_id).unwrap().import.uncopied_files, Some(0));
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
    assert_eq!(finding(&register, begun), CardFinding::NotCopied { files: 3 });
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
    let Some((register, _disk)) = copying() else { return };
    let card = card(3, 0);
    let plan = planned(&register, card.path());
    let begun = register.import_begin(&plan, new_session()).unwrap();
    // the moment after the last file was looked at once more
    let mut looked = 0;
    let mut at = 0;
    loop {
        let mut ctx = TaskCtx::cancelled_at(at);
        let register = TempRegister::new();
        let Some(disk) = other_disk(&register) else { return };
        register.second_copy_set(disk.path()).unwrap();
        let plan = planned(&register, card.path());
        let begun = register.import_begin(&plan, new_session()).unwrap();
        register.import_run(begun, &plan, &mut ctx).unwrap();
        let import = register.import_report(begun.import_id).unwrap().import;
        if import.uncopied_files.is_some_and(|files| files > 0) {
            looked += 1;
            assert!(matches!(finding(&register, begun), CardFinding::NotCopied { .. }));
            assert_eq!(register.second_copy_get().unwrap().fault, Some(CopyFault::Cancelled));
            assert_every_file_is_whole(&register, begun);
        } else if import.uncopied_files == Some(0) {
            break;
        }
        at += 1;
    }
    assert!(looked > 0, "it was stopped while it copied");
    register.import_run(begun, &plan, &mut TaskCtx::unwatched()).unwrap();
    assert_eq!(finding(&register, begun), CardFinding::AllStored);
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
