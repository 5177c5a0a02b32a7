use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use domain::Action;
use domain::ids::SessionId;
use domain::import::{ImportOutcome, ImportReason};
use store::frames::FrameOrder;
use store::sessions::SessionFields;
use store::{Acted, sessions};
use tasks::{TaskCtx, TaskState};

use super::BegunImport;
use super::tests::{all, assert_every_file_is_whole, card, contents, frame_count};
use super::watch::Pace;
use crate::testing::TempRegister;
use crate::{Register, RegisterError};

/// Looks often; waits for the rest of a file longer than a test takes.
const QUICK: Pace = Pace {
    look: Duration::from_millis(2),
    rest: Duration::from_millis(20),
    patience: Duration::from_secs(600),
};

fn session(register: &Register) -> SessionId {
    let fields = SessionFields { name: "Koskelan koulu", photographer: "Sanna Öhman", job_id: None };
    register
        .transact(|tx| {
            let now = tx.now();
            let id = sessions::insert(tx, fields, now)?;
            Ok(Acted::new(id, Action::SessionCreated).on(id.get()))
        })
        .unwrap()
}

fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let began = Instant::now();
    while !is_so() {
        assert!(began.elapsed() < Duration::from_secs(60), "never: {what}");
        std::thread::yield_now();
    }
}

/// Watches the folder while `work` is done beside it.
fn watched(
    register: &Register,
    folder: &Path,
    with_present: bool,
    pace: Pace,
    work: impl FnOnce(BegunImport),
) -> BegunImport {
    let (begun, seen) = register.watch_begin(folder, session(register), with_present).unwrap();
    std::thread::scope(|scope| {
        let mut ctx = TaskCtx::unwatched();
        let stop = ctx.cancel_flag();
        let watch = scope.spawn(move || register.watch_run(begun, folder, seen, pace, &mut ctx).unwrap());
        let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| work(begun)));
        stop.store(true, Ordering::Release);
        assert_eq!(watch.join().unwrap(), ImportOutcome::Completed);
        done.unwrap();
    });
    begun
}

/// Files that were ever sealed: a folder stays of each, also when the file is removed again.
fn sealed(register: &Register) -> usize {
    let photos = register.store().dir().join("photos");
    let folders = walkdir::WalkDir::new(photos).min_depth(2).max_depth(2);
    folders.into_iter().filter(|entry| entry.as_ref().is_ok_and(|entry| entry.file_type().is_dir())).count()
}

#[test]
fn a_file_becomes_a_frame_when_it_is_whole_and_not_before() {
    let register = TempRegister::new();
    let folder = tempfile::tempdir().unwrap();
    let pictures = contents(card(3, 0).path());

    let begun = watched(&register, folder.path(), false, QUICK, |begun| {
        for (number, (path, bytes)) in pictures.iter().enumerate() {
            let (first, rest) = bytes.split_at(bytes.len() - bytes.len() / 16);
            let before = sealed(&register);
            let mut file = File::create(folder.path().join(path.file_name().unwrap())).unwrap();
            file.write_all(first).unwrap();
            until("the piece is looked at", || sealed(&register) > before);
            assert_eq!(frame_count(&register, begun), number, "a piece is no frame");
            file.write_all(rest).unwrap();
            until("the whole is a frame", || frame_count(&register, begun) == number + 1);
        }
    });

    let report = register.import_report(begun.import_id).unwrap();
    assert_eq!(
        (report.import.outcome, report.import.frames, report.import.stored_files),
        (ImportOutcome::Completed, 3, 3)
    );
    assert_eq!(report.import.planned_files, 3);
    assert!(report.issues.is_empty(), "nothing is held against what became whole");
    assert!(!report.import.is_resumable());
    assert_every_file_is_whole(&register, begun);
    let kept = contents(&register.store().dir().join("photos")).len();
    assert_eq!(kept, 3, "no piece is left");
}

#[test]
fn what_stays_cut_short_is_taken_after_a_while_and_named() {
    let register = TempRegister::new();
    let folder = tempfile::tempdir().unwrap();
    let (path, bytes) = contents(card(1, 0).path()).remove(0);
    let pace = Pace { patience: Duration::from_millis(20), ..QUICK };

    let begun = watched(&register, folder.path(), false, pace, |begun| {
        fs::write(folder.path().join(path.file_name().unwrap()), &bytes[..bytes.len() - bytes.len() / 16])
            .unwrap();
        until("it is taken", || frame_count(&register, begun) == 1);
    });

    let issues = register.import_report(begun.import_id).unwrap().issues;
    assert_eq!((issues[0].reason, issues[0].is_stored), (ImportReason::Truncated, true));
}

#[test]
fn the_second_half_of_a_pair_joins_its_frame() {
    let register = TempRegister::new();
    let folder = tempfile::tempdir().unwrap();
    let mut files = contents(card(1, 1).path());
    files.sort_by_key(|(path, _)| path.extension().unwrap() == "DNG");

    let begun = watched(&register, folder.path(), false, QUICK, |begun| {
        for (number, (path, bytes)) in files.iter().enumerate() {
            fs::write(folder.path().join(path.file_name().unwrap()), bytes).unwrap();
            until("it is stored", || {
                let stored = register.import_report(begun.import_id).unwrap().import.stored_files;
                stored as usize == number + 1
            });
        }
    });

    assert_eq!(frame_count(&register, begun), 1);
    let (ids, _) = register.frame_index(begun.session_id, FrameOrder::Name, &all()).unwrap();
    let files: Vec<usize> = ids.iter().map(|id| register.frame_facts(*id).unwrap().files.len()).collect();
    assert!(files.contains(&2), "{files:?}");
}

#[test]
fn a_raw_file_is_taken_when_it_has_rested_and_named_when_the_watch_ends_before() {
    let register = TempRegister::new();
    let folder = tempfile::tempdir().unwrap();
    let (raw, jpeg): (Vec<_>, Vec<_>) =
        contents(card(1, 1).path()).into_iter().partition(|(path, _)| path.extension().unwrap() == "DNG");
    let pace = Pace { rest: Duration::from_secs(600), ..QUICK };

    let begun = watched(&register, folder.path(), false, pace, |begun| {
        for (path, bytes) in raw.iter().chain(&jpeg) {
            fs::write(folder.path().join(path.file_name().unwrap()), bytes).unwrap();
        }
        until("the JPEG is stored", || frame_count(&register, begun) == 1);
    });

    let report = register.import_report(begun.import_id).unwrap();
    assert_eq!(report.import.stored_files, 1);
    let left: Vec<_> = report.issues.iter().map(|issue| (issue.source_name.as_str(), issue.reason)).collect();
    let name = raw[0].0.file_name().unwrap().to_str().unwrap();
    assert_eq!(left, [(name, ImportReason::NotPlanned)]);
}

#[cfg(unix)]
#[test]
fn a_file_that_the_system_does_not_give_is_named_once_and_tried_again() {
    use std::os::unix::fs::PermissionsExt;
    let register = TempRegister::new();
    let folder = tempfile::tempdir().unwrap();
    let (path, bytes) = contents(card(1, 0).path()).remove(0);
    let file = folder.path().join(path.file_name().unwrap());
    let pace = Pace { patience: Duration::from_millis(5), ..QUICK };
    let mode = |mode| fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
    let mut is_given = false;
    let begun = watched(&register, folder.path(), false, pace, |begun| {
        fs::write(&file, &bytes).unwrap();
        mode(0o000);
        // root reads it all the same
        is_given = fs::read(&file).is_ok();
        if !is_given {
            until("it is named", || !register.import_report(begun.import_id).unwrap().issues.is_empty());
            mode(0o600);
        }
        until("it is a frame", || frame_count(&register, begun) == 1);
    });
    if is_given {
        println!("SKIP files that cannot be read: this user reads everything");
    }
    assert_eq!(register.import_report(begun.import_id).unwrap().issues, []);
}

#[test]
fn what_was_there_is_taken_only_when_asked_for_or_when_it_changes() {
    let register = TempRegister::new();
    let folder = tempfile::tempdir().unwrap();
    let pictures = contents(card(3, 0).path());
    let place = |number: usize| folder.path().join(pictures[number].0.file_name().unwrap());
    fs::write(place(0), &pictures[0].1).unwrap();
    fs::write(place(1), &pictures[1].1).unwrap();
    assert_eq!(register.watch_look(folder.path()).unwrap(), 2);

    watched(&register, folder.path(), false, QUICK, |begun| {
        fs::write(place(2), &pictures[2].1).unwrap();
        until("the new one is there", || frame_count(&register, begun) == 1);
        fs::write(place(1), [pictures[1].1.clone(), vec![0; 9]].concat()).unwrap();
        until("the changed one is there", || frame_count(&register, begun) == 2);
    });

    let begun = watched(&register, folder.path(), true, QUICK, |begun| {
        until("the one that was left alone", || {
            register.import_report(begun.import_id).unwrap().import.frames == 1
        });
    });
    assert_eq!(register.import_report(begun.import_id).unwrap().import.stored_files, 1, "the rest is known");
}

#[test]
fn a_folder_that_goes_is_waited_for_and_said_to_be_gone() {
    let register = TempRegister::new();
    let place = tempfile::tempdir().unwrap();
    let (folder, away) = (place.path().join("kamera"), place.path().join("poissa"));
    fs::create_dir(&folder).unwrap();
    let session_id = session(&register);
    let (task, begun) = register.shared().watch_start(folder.clone(), session_id, false).unwrap();
    let shown = || register.tasks().list().into_iter().find(|listed| listed.id == task).unwrap();
    assert_eq!(shown().result.unwrap().session_id, Some(session_id));

    fs::rename(&folder, &away).unwrap();
    until("it is said", || shown().progress.is_blocked);
    let (path, bytes) = contents(card(1, 0).path()).remove(0);
    fs::write(away.join(path.file_name().unwrap()), bytes).unwrap();
    fs::rename(&away, &folder).unwrap();
    until("it goes on", || frame_count(&register, begun) == 1);
    until("it is said again", || !shown().progress.is_blocked && shown().progress.done == 1);

    // as locking does
    register.tasks().cancel_all_and_wait();
    assert_eq!(shown().state, TaskState::Completed, "that is how a watch ends");
    let report = register.import_report(begun.import_id).unwrap();
    assert_eq!((report.import.outcome, report.card_verdict()), (ImportOutcome::Completed, None));
}

#[test]
fn a_folder_that_is_not_there_is_not_watched() {
    let register = TempRegister::new();
    let missing = register.registers.dir.path().join("no such folder");
    let refused = register.shared().watch_start(missing, session(&register), false);
    assert!(matches!(refused, Err(RegisterError::FolderUnreadable)));
}
