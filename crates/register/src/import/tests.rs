use std::fs;
use std::path::Path;

use domain::import::{CardFinding, ImportOutcome, ImportReason};
use domain::{Action, Entity};
use store::frames::{FrameFilter, FrameOrder};
use store::{audit, frames, keylist};
use synthetic::people::{SchoolShape, school};
use synthetic::{ImageSize, SessionShape, write_session};
use tasks::TaskCtx;
use tempfile::TempDir;
use vault::{PhotoKey, VaultError};

use super::{BegunImport, Destination, Plan};
use crate::testing::TempRegister;
use crate::{Register, RegisterError};

/// A card with `people` portraits of 120 x 80 pixels, `raw_pairs` of them with a raw file.
pub(crate) fn card(people: usize, raw_pairs: usize) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut class = school(7, &SchoolShape::koskela()).classes.remove(0);
    class.people.truncate(people);
    let shape = SessionShape {
        frames_per_person: 1,
        class_pictures: false,
        size: ImageSize::Small(120, 80),
        raw_pairs,
        ..SessionShape::of(vec![class])
    };
    write_session(folder.path(), &synthetic::session::plan(7, &shape), &mut |_, _| true).unwrap();
    folder
}

pub(crate) fn new_session() -> Destination {
    Destination::New {
        name: "Koskelan koulu".to_owned(),
        photographer: "Sanna Öhman".to_owned(),
        job_id: None,
    }
}

pub(crate) fn planned(register: &Register, folder: &Path) -> Plan {
    register.import_plan(folder.to_owned(), &mut TaskCtx::unwatched()).unwrap()
}

pub(crate) fn import(register: &Register, folder: &Path) -> BegunImport {
    let plan = planned(register, folder);
    let begun = register.import_begin(&plan, new_session()).unwrap();
    let outcome = register.import_run(begun, &plan, &mut TaskCtx::unwatched()).unwrap();
    assert_eq!(outcome, ImportOutcome::Completed);
    begun
}

pub(crate) fn all() -> FrameFilter {
    FrameFilter::default()
}

pub(crate) fn frame_count(register: &Register, begun: BegunImport) -> usize {
    register.frame_index(begun.session_id, FrameOrder::Taken, &all()).unwrap().0.len()
}

/// Every row's file is in the vault, whole, with its key.
pub(crate) fn assert_every_file_is_whole(register: &Register, begun: BegunImport) {
    let (ids, _) = register.frame_index(begun.session_id, FrameOrder::Taken, &all()).unwrap();
    for id in ids {
        for file in register.read(|tx| Ok(frames::files(tx, id)?)).unwrap() {
            let key = keylist::get(register.store(), &file.vault_name).unwrap().expect("a key for each row");
            let hash = blake3::Hash::from_bytes(file.blake3);
            register.photos().verify(&file.vault_name, &key, &hash, file.size_bytes).unwrap();
        }
    }
}

#[test]
fn a_card_becomes_frames_with_facts_pictures_and_an_entry_in_the_trail() {
    let register = TempRegister::new();
    let card = card(3, 1);

    let plan = planned(&register, card.path());
    assert_eq!((plan.file_count(), plan.frames.len(), plan.pair_count()), (4, 3, 1));
    assert!(plan.ignored.is_empty());
    assert!(plan.taken.is_some());
    register.forget_notices();
    let begun = import(&register, card.path());

    let (ids, total) = register.frame_index(begun.session_id, FrameOrder::Name, &all()).unwrap();
    assert_eq!((ids.len(), total), (3, 3));
    let facts = register.frame_facts(ids[0]).unwrap();
    assert_eq!(facts.files.len(), 2, "a RAW+JPEG pair is one frame with two files");
    assert!(facts.camera.is_some_and(|camera| !camera.serial.is_empty()));
    assert!(facts.listed.frame.taken_at.is_some());
    assert_every_file_is_whole(&register, begun);
    for size in [crate::photos::PictureSize::Grid, crate::photos::PictureSize::Preview] {
        let picture = register.picture(ids[1], size).unwrap();
        assert!(picture.starts_with(&[0xFF, 0xD8]), "a JPEG");
    }

    let report = register.import_report(begun.import_id).unwrap();
    assert_eq!((report.import.stored_files, report.import.frames), (4, 3));
    let actions: Vec<Action> = register
        .read(|tx| Ok(audit::list(tx, &audit::AuditFilter::default(), None, 10)?))
        .unwrap()
        .rows
        .iter()
        .map(|entry| entry.action)
        .collect();
    let expected =
        [Action::ImportEnded, Action::FramesImported, Action::ImportStarted, Action::SessionCreated];
    assert!(actions.starts_with(&expected));
    assert!(register.changes().iter().any(|changes| changes.touches(Entity::Frame)));
}

#[test]
fn the_same_card_again_brings_nothing_and_the_source_stays_as_it_was() {
    let register = TempRegister::new();
    let card = card(4, 0);
    let before: Vec<_> = contents(card.path());
    let begun = import(&register, card.path());

    let plan = planned(&register, card.path());
    assert!(plan.frames.is_empty());
    assert!(plan.ignored.iter().all(|issue| issue.reason == ImportReason::AlreadyKnown));
    assert_eq!(plan.ignored.len(), 4);
    let refused = register.import_begin(&plan, new_session());
    assert!(matches!(refused, Err(RegisterError::NothingToImport)));
    assert_eq!(frame_count(&register, begun), 4);
    assert_eq!(contents(card.path()), before);
}

pub(crate) fn contents(folder: &Path) -> Vec<(std::path::PathBuf, Vec<u8>)> {
    walkdir::WalkDir::new(folder)
        .sort_by_file_name()
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| (entry.path().to_owned(), std::fs::read(entry.path()).unwrap()))
        .collect()
}

#[test]
fn broken_files_are_named_with_their_reason_and_the_rest_is_stored() {
    let register = TempRegister::new();
    let card = card(2, 0);
    let at = |name: &str| card.path().join(name);
    let good = contents(card.path()).remove(0).1;
    fs::write(at("empty.jpg"), b"").unwrap();
    fs::write(at("text.jpg"), b"this is not a picture at all").unwrap();
    fs::write(at("cut.jpg"), &good[..good.len() / 20]).unwrap();
    fs::write(at("huge.jpg"), with_size(&good, 60_000, 60_000)).unwrap();
    fs::write(at("copy <b>&.jpg"), &good).unwrap();

    let begun = import(&register, card.path());

    assert_eq!(frame_count(&register, begun), 2);
    let report = register.import_report(begun.import_id).unwrap();
    let reason =
        |name: &str| report.issues.iter().find(|issue| issue.source_name == name).map(|issue| issue.reason);
    assert_eq!(reason("empty.jpg"), Some(ImportReason::Empty));
    assert_eq!(reason("text.jpg"), Some(ImportReason::NotAnImage));
    assert_eq!(reason("huge.jpg"), Some(ImportReason::TooManyPixels));
    assert!(reason("cut.jpg").is_some());
    assert!(report.issues.iter().any(|issue| issue.reason == ImportReason::Duplicate));
}

/// The JPEG with other dimensions in its frame header.
fn with_size(jpeg: &[u8], width: u16, height: u16) -> Vec<u8> {
    let mut bytes = jpeg.to_vec();
    let mut at = 2;
    while at + 9 < bytes.len() {
        let length = usize::from(u16::from_be_bytes([bytes[at + 2], bytes[at + 3]]));
        if matches!(bytes[at + 1], 0xC0 | 0xC2) {
            bytes[at + 5..at + 7].copy_from_slice(&height.to_be_bytes());
            bytes[at + 7..at + 9].copy_from_slice(&width.to_be_bytes());
            return bytes;
        }
        at += 2 + length;
    }
    panic!("no frame header");
}

#[test]
fn a_file_that_vanishes_after_the_plan_is_named() {
    let register = TempRegister::new();
    let card = card(3, 0);
    let plan = planned(&register, card.path());
    let begun = register.import_begin(&plan, new_session()).unwrap();
    fs::remove_file(&plan.frames[1].files[0].path).unwrap();

    let outcome = register.import_run(begun, &plan, &mut TaskCtx::unwatched()).unwrap();

    assert_eq!(outcome, ImportOutcome::Completed);
    assert_eq!(frame_count(&register, begun), 2);
    let issues = register.import_report(begun.import_id).unwrap().issues;
    assert_eq!(issues.len(), 1);
    assert_eq!(issues[0].reason, ImportReason::Vanished);
}

#[cfg(unix)]
#[test]
fn what_took_a_planned_files_place_is_named_and_nothing_waits_for_it() {
    let register = TempRegister::new();
    let card = card(4, 0);
    let plan = planned(&register, card.path());
    let begun = register.import_begin(&plan, new_session()).unwrap();
    let place = |frame: usize| plan.frames[frame].files[0].path.clone();
    for frame in 0..3 {
        fs::remove_file(place(frame)).unwrap();
    }
    assert!(std::process::Command::new("mkfifo").arg(place(0)).status().unwrap().success());
    std::os::unix::fs::symlink(place(3), place(1)).unwrap();
    fs::create_dir(place(2)).unwrap();

    let outcome = register.import_run(begun, &plan, &mut TaskCtx::unwatched()).unwrap();

    assert_eq!(outcome, ImportOutcome::Completed);
    assert_eq!(frame_count(&register, begun), 1);
    let reasons: Vec<_> =
        register.import_report(begun.import_id).unwrap().issues.iter().map(|issue| issue.reason).collect();
    assert_eq!(reasons, [ImportReason::Vanished, ImportReason::Link, ImportReason::Vanished]);
}

#[test]
fn what_became_unreadable_before_a_resumption_is_named_and_not_called_stored() {
    let register = TempRegister::new();
    let card = card(4, 0);
    let plan = planned(&register, card.path());
    let begun = register.import_begin(&plan, new_session()).unwrap();
    let outcome = register.import_run(begun, &plan, &mut TaskCtx::cancelled_at(0)).unwrap();
    assert_eq!((outcome, frame_count(&register, begun)), (ImportOutcome::Cancelled, 0));
    let ruined = &plan.frames[2].files[0];
    fs::write(&ruined.path, b"no picture any more").unwrap();

    let rest = register.import_again(begun.import_id, card.path(), &mut TaskCtx::unwatched()).unwrap();
    register.import_run(begun, &rest, &mut TaskCtx::unwatched()).unwrap();

    assert_eq!(frame_count(&register, begun), 3);
    let issues = register.import_report(begun.import_id).unwrap().issues;
    let named: Vec<_> = issues.iter().map(|issue| (issue.source_name.as_str(), issue.reason)).collect();
    assert_eq!(named, [(ruined.source_name.as_str(), ImportReason::NotAnImage)]);
    let verdict = register.import_report(begun.import_id).unwrap().card_verdict().unwrap();
    assert_eq!(verdict.finding, CardFinding::NotYet { unstored: 1 }, "also when the last part went through");
}

#[test]
fn a_stopped_import_goes_on_from_where_its_card_is_found_now() {
    let register = TempRegister::new();
    let (card, other) = (card(4, 0), card(1, 0));
    let plan = planned(&register, card.path());
    let begun = register.import_begin(&plan, new_session()).unwrap();
    register.import_run(begun, &plan, &mut TaskCtx::cancelled_at(0)).unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    fs::rename(card.path().join("DCIM"), elsewhere.path().join("DCIM")).unwrap();
    let resumed = |from: &Path| {
        let from = Some(from.to_owned());
        let (task, _) = register.shared().import_resume(begun.import_id, from).unwrap();
        register.tasks().wait(task).unwrap().state
    };

    assert_eq!(resumed(other.path()), tasks::TaskState::Failed, "another card");
    assert_eq!(resumed(elsewhere.path()), tasks::TaskState::Completed);

    assert_eq!(frame_count(&register, begun), 4);
    let import = register.import_report(begun.import_id).unwrap().import;
    assert_eq!(import.outcome, ImportOutcome::Completed);
    assert_eq!(Path::new(&import.source_path), elsewhere.path());
}

#[test]
fn a_stopped_import_is_not_completed_by_another_card() {
    let register = TempRegister::new();
    let whole = card(6, 0);
    let plan = planned(&register, whole.path());
    let begun = register.import_begin(&plan, new_session()).unwrap();
    register.import_run(begun, &plan, &mut TaskCtx::cancelled_at(0)).unwrap();
    // another card of the same camera: the same names, other photos
    let other = tempfile::tempdir().unwrap();
    for (path, mut bytes) in contents(whole.path()) {
        let place = other.path().join(path.strip_prefix(whole.path()).unwrap());
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        // a raw file that is not compressed has the same length too
        let inside = bytes.len() - 4;
        bytes[inside] = if bytes[inside] == 7 { 8 } else { 7 };
        fs::write(place, bytes).unwrap();
    }
    let resumed = |from: &Path| {
        register.import_again(begun.import_id, from, &mut TaskCtx::unwatched()).map(|plan| plan.file_count())
    };

    assert!(matches!(resumed(other.path()), Err(RegisterError::SourceDiffers)), "wholly new");
    let known = import(&register, other.path());
    assert!(matches!(resumed(other.path()), Err(RegisterError::SourceDiffers)), "wholly known");
    let half: Vec<_> = contents(whole.path()).into_iter().take(3).collect();
    for (path, bytes) in half {
        fs::write(other.path().join(path.strip_prefix(whole.path()).unwrap()), bytes).unwrap();
    }
    assert!(matches!(resumed(other.path()), Err(RegisterError::SourceDiffers)), "half of it");
    let stopped = register.import_report(begun.import_id).unwrap().import;
    assert_eq!(stopped.outcome, ImportOutcome::Cancelled);
    assert_eq!(stopped.source_path, whole.path().to_string_lossy());

    assert_eq!(resumed(&whole.path().join("DCIM")).unwrap(), 6, "the card itself, chosen by another folder");
    assert_eq!(frame_count(&register, known), 6);
}

/// A sealed file with its key and without its row, as a kill leaves it.
fn seal_without_row(register: &Register) -> (String, PhotoKey) {
    let key = PhotoKey::make_random();
    let name = register.photos().seal(&key, b"an original").unwrap().name;
    keylist::put(register.store(), &name, &key).unwrap();
    (name, key)
}

#[test]
fn what_a_kill_left_without_a_row_is_gone_at_the_next_start_with_its_key() {
    let register = TempRegister::new();
    let begun = import(&register, card(2, 0).path());
    register.photos().settle(&[], register.state().unwrap()).unwrap();
    let (name, key) = seal_without_row(&register);
    // a start that was itself killed: the file is removed, its key is not yet
    let (half, _) = seal_without_row(&register);
    register.photos().remove(&half).unwrap();

    register.import_settle().unwrap();

    assert!(matches!(register.photos().open(&name, &key), Err(VaultError::NotFound { .. })));
    for gone in [&name, &half] {
        assert!(keylist::get(register.store(), gone).unwrap().is_none());
    }
    assert!(register.photos().unsettled().unwrap().names.is_empty());
    assert_every_file_is_whole(&register, begun);
}

#[test]
fn sealed_files_that_an_older_copy_of_the_register_cannot_know_are_kept_for_good() {
    let register = TempRegister::new();
    let newer = register.state().unwrap() + 1;
    register.photos().settle(&[], newer).unwrap();
    let (name, key) = seal_without_row(&register);
    register.import_settle().unwrap();

    import(&register, card(2, 0).path());
    assert!(register.state().unwrap() > newer);
    register.import_settle().unwrap();

    assert!(register.photos().open(&name, &key).is_ok());
    assert!(keylist::get(register.store(), &name).unwrap().is_some());
}

#[test]
fn leftovers_that_cannot_be_removed_do_not_keep_the_register_shut() {
    let register = TempRegister::new();
    let photos = register.store().dir().join("photos");
    fs::create_dir_all(photos.join("reserved")).unwrap();
    register.import_settle().unwrap();
}

#[test]
fn an_import_does_not_run_twice_at_once() {
    let register = TempRegister::new();
    let card = card(2, 0);
    let plan = planned(&register, card.path());
    let begun = register.import_begin(&plan, new_session()).unwrap();
    let running = register.shared().import_resume(begun.import_id, None);
    assert!(matches!(running, Err(RegisterError::ImportRunning)));
    register.import_run(begun, &plan, &mut TaskCtx::unwatched()).unwrap();
    let done = register.shared().import_resume(begun.import_id, None);
    assert!(matches!(done, Err(RegisterError::NothingToImport)));
}

#[test]
fn stopped_at_any_step_it_is_whole_and_can_be_resumed() {
    let card = card(6, 2);
    for step in 0..8 {
        let register = TempRegister::new();
        let plan = planned(&register, card.path());
        let begun = register.import_begin(&plan, new_session()).unwrap();

        let outcome = register.import_run(begun, &plan, &mut TaskCtx::cancelled_at(step)).unwrap();

        assert_every_file_is_whole(&register, begun);
        let report = register.import_report(begun.import_id).unwrap();
        assert_eq!(report.import.outcome, outcome);
        assert_eq!(report.import.frames as usize, frame_count(&register, begun));
        if report.import.is_resumable() {
            let rest =
                register.import_again(begun.import_id, card.path(), &mut TaskCtx::unwatched()).unwrap();
            register.import_run(begun, &rest, &mut TaskCtx::unwatched()).unwrap();
        }
        assert_eq!(frame_count(&register, begun), 6, "stopped at step {step}");
        assert_every_file_is_whole(&register, begun);
    }
}

#[test]
fn the_raw_half_of_a_pair_that_comes_later_joins_its_frame() {
    let register = TempRegister::new();
    let card = card(1, 1);
    let raw = contents(card.path()).into_iter().find(|(path, _)| path.extension().unwrap() == "DNG").unwrap();
    fs::remove_file(&raw.0).unwrap();
    let begun = import(&register, card.path());
    fs::write(&raw.0, &raw.1).unwrap();

    let plan = planned(&register, card.path());
    let again = register.import_begin(&plan, Destination::Existing(begun.session_id)).unwrap();
    register.import_run(again, &plan, &mut TaskCtx::unwatched()).unwrap();

    let (ids, _) = register.frame_index(begun.session_id, FrameOrder::Taken, &all()).unwrap();
    assert_eq!(ids.len(), 1);
    assert_eq!(register.frame_facts(ids[0]).unwrap().files.len(), 2);
}

#[test]
fn a_jpeg_that_comes_after_its_raw_file_stands_for_the_frame_from_then_on() {
    let register = TempRegister::new();
    let card = card(1, 1);
    let ending = |wanted: &str| {
        contents(card.path()).into_iter().find(|(path, _)| path.extension().unwrap() == wanted).unwrap()
    };
    let (raw, jpeg) = (ending("DNG"), ending("JPG"));
    fs::remove_file(&jpeg.0).unwrap();
    // a raw file without a preview that could be shown: its frame is dark until the JPEG comes
    fs::write(&raw.0, without_pictures(raw.1)).unwrap();
    let begun = import(&register, card.path());
    let (ids, _) = register.frame_index(begun.session_id, FrameOrder::Taken, &all()).unwrap();
    assert!(matches!(
        register.picture(ids[0], crate::photos::PictureSize::Full),
        Err(RegisterError::NoPicture)
    ));
    fs::write(&jpeg.0, &jpeg.1).unwrap();

    let plan = planned(&register, card.path());
    let again = register.import_begin(&plan, Destination::Existing(begun.session_id)).unwrap();
    register.import_run(again, &plan, &mut TaskCtx::unwatched()).unwrap();

    let (joined, _) = register.frame_index(begun.session_id, FrameOrder::Taken, &all()).unwrap();
    assert_eq!(joined, ids);
    let facts = register.frame_facts(ids[0]).unwrap();
    assert_eq!((facts.files.len(), facts.listed.has_preview, facts.listed.has_raw), (2, true, true));
    let alone = TempRegister::new();
    fs::remove_file(&raw.0).unwrap();
    let lone = import(&alone, card.path());
    let (lone, _) = alone.frame_index(lone.session_id, FrameOrder::Taken, &all()).unwrap();
    let expected = alone.frame_facts(lone[0]).unwrap().listed.frame;
    let frame = facts.listed.frame;
    assert_eq!((frame.width, frame.height), (expected.width, expected.height));
    assert_eq!((frame.orientation, &frame.taken_local), (expected.orientation, &expected.taken_local));
    for size in [crate::photos::PictureSize::Grid, crate::photos::PictureSize::Full] {
        let (shown, wanted) = (register.picture(ids[0], size), alone.picture(lone[0], size));
        assert!(shown.unwrap() == wanted.unwrap(), "{size:?}");
    }
}

/// The raw file with every embedded JPEG unreadable.
fn without_pictures(mut raw: Vec<u8>) -> Vec<u8> {
    let starts: Vec<usize> =
        raw.windows(3).enumerate().filter(|(_, at)| *at == [0xFF, 0xD8, 0xFF]).map(|(at, _)| at).collect();
    assert!(!starts.is_empty());
    for at in starts {
        raw[at..at + 3].fill(0);
    }
    raw
}

#[test]
fn a_raw_file_pairs_with_its_jpeg_also_when_another_picture_has_their_name() {
    let register = TempRegister::new();
    let card = card(1, 1);
    let jpeg =
        contents(card.path()).into_iter().find(|(path, _)| path.extension().unwrap() == "JPG").unwrap();
    fs::write(jpeg.0.with_extension("PNG"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01").unwrap();

    let plan = planned(&register, card.path());

    assert_eq!((plan.file_count(), plan.frames.len(), plan.pair_count()), (3, 2, 1));
    let pair = plan.frames.iter().find(|frame| frame.files.len() == 2).unwrap();
    assert!(pair.files.iter().any(|file| file.path == jpeg.0));
}

#[test]
fn two_imports_of_the_same_photos_at_once_store_each_photo_once_and_leave_no_copy() {
    let register = TempRegister::new();
    let card = card(6, 0);
    let plan = planned(&register, card.path());
    let begun = [(); 2].map(|()| register.import_begin(&plan, new_session()).unwrap());
    let together = std::sync::Barrier::new(2);

    std::thread::scope(|scope| {
        let run = |begun| {
            together.wait();
            register.import_run(begun, &plan, &mut TaskCtx::unwatched()).unwrap()
        };
        let both = begun.map(|begun| scope.spawn(move || run(begun)));
        for import in both {
            assert_eq!(import.join().unwrap(), ImportOutcome::Completed);
        }
    });

    let frames: Vec<usize> = begun.iter().map(|begun| frame_count(&register, *begun)).collect();
    assert_eq!(frames.iter().sum::<usize>(), 6);
    for (begun, frames) in begun.into_iter().zip(frames) {
        let report = register.import_report(begun.import_id).unwrap();
        let known = report.issues.iter().filter(|issue| issue.reason == ImportReason::AlreadyKnown).count();
        assert_eq!(frames + known, 6, "the rest is named");
        assert_every_file_is_whole(&register, begun);
    }
    let sealed = contents(&register.store().dir().join("photos")).len();
    assert_eq!(sealed, 6);
}

#[test]
fn a_folder_that_cannot_be_listed_is_refused() {
    let register = TempRegister::new();
    let missing = register.registers.dir.path().join("no such folder");
    let refused = register.import_plan(missing, &mut TaskCtx::unwatched());
    assert!(matches!(refused, Err(RegisterError::FolderUnreadable)));
}

/// An import that was cancelled after its first frames, and how many frames it was to bring.
fn stopped_early(register: &Register, card: &Path) -> (BegunImport, usize) {
    let plan = planned(register, card);
    let begun = register.import_begin(&plan, new_session()).unwrap();
    let outcome = register.import_run(begun, &plan, &mut TaskCtx::cancelled_at(2)).unwrap();
    assert_eq!(outcome, ImportOutcome::Cancelled);
    (begun, plan.frames.len())
}

#[test]
fn a_stopped_import_can_be_left_at_what_it_stored() {
    let register = TempRegister::new();
    let card = card(20, 0);
    let (begun, frames) = stopped_early(&register, card.path());
    let offered = || register.session_get(begun.session_id).unwrap().resumable_import_id;
    assert_eq!(offered(), Some(begun.import_id));
    let stored = frame_count(&register, begun);
    assert!(stored < frames, "control");

    register.import_give_up(begun.import_id).unwrap();

    assert_eq!(offered(), None);
    assert!(!register.import_report(begun.import_id).unwrap().import.is_resumable());
    let again = register.import_again(begun.import_id, card.path(), &mut TaskCtx::unwatched());
    assert!(matches!(again, Err(RegisterError::NothingToImport)));
    assert!(matches!(register.import_give_up(begun.import_id), Err(RegisterError::NothingToImport)));
    assert_eq!(frame_count(&register, begun), stored);
    // what is missing comes with a new import, and nothing comes twice
    let rest = import(&register, card.path());
    assert_eq!(frame_count(&register, rest), frames - stored);
}

#[test]
fn a_resumed_import_brings_only_what_was_planned_and_names_the_rest() {
    let register = TempRegister::new();
    let card = card(20, 0);
    let (begun, frames) = stopped_early(&register, card.path());
    // another school on the same card
    let late = card.path().join("DCIM/999MUUT/MUU_0001.JPG");
    fs::create_dir_all(late.parent().unwrap()).unwrap();
    let (_, photograph) = contents(card.path()).remove(0);
    fs::write(&late, [photograph, vec![0; 9]].concat()).unwrap();

    let rest = register.import_again(begun.import_id, card.path(), &mut TaskCtx::unwatched()).unwrap();
    register.import_run(begun, &rest, &mut TaskCtx::unwatched()).unwrap();

    assert_eq!(frame_count(&register, begun), frames);
    let report = register.import_report(begun.import_id).unwrap();
    let left_out: Vec<_> =
        report.issues.iter().map(|issue| (issue.source_name.as_str(), issue.reason)).collect();
    assert_eq!(left_out, [("DCIM/999MUUT/MUU_0001.JPG", ImportReason::NotPlanned)]);
}

#[test]
fn an_import_under_way_is_neither_given_up_nor_begun_again() {
    let register = TempRegister::new();
    let card = card(20, 0);
    let (begun, _) = stopped_early(&register, card.path());
    let run = register.imports().begin(begun.import_id).unwrap();
    let again = register.import_again(begun.import_id, card.path(), &mut TaskCtx::unwatched());
    assert!(matches!(again, Err(RegisterError::ImportRunning)));
    assert!(matches!(register.import_give_up(begun.import_id), Err(RegisterError::ImportRunning)));
    run.recorded();
    register.import_give_up(begun.import_id).unwrap();
}

#[test]
fn reports_wait_for_a_sweep_without_keeping_it_from_reading() {
    let register = TempRegister::new();
    let begun = import(&register, card(1, 0).path());
    std::thread::scope(|scope| {
        let swept = register.imports().while_idle(|| {
            scope.spawn(|| register.import_reports(begun.session_id).unwrap().len());
            // more often than there are readers, until the other one waits
            for _ in 0..500 {
                register.state().unwrap();
            }
        });
        assert!(swept.is_some(), "control");
    });
}
