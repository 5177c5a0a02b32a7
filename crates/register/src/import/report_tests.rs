use std::fs;
use std::path::Path;

use domain::import::{CardFinding, CardVerdict, ImportOutcome, ImportReason, LeftKind, SourceScope};
use store::{frames, keylist};
use tasks::TaskCtx;

use super::run::Ending;
use super::tests::{assert_every_file_is_whole, card, contents, frame_count, import, new_session, planned};
use super::{BegunImport, ImportReport};
use crate::testing::TempRegister;

fn report(register: &TempRegister, begun: BegunImport) -> ImportReport {
    register.import_report(begun.import_id).unwrap()
}

fn finding(register: &TempRegister, begun: BegunImport) -> CardFinding {
    report(register, begun).card_verdict().unwrap().finding
}

/// What is said of a file.
fn said_of(report: &ImportReport, name: &str) -> Option<ImportReason> {
    report.issues.iter().find(|issue| issue.source_name == name).map(|issue| issue.reason)
}

/// The photograph at this place of the card, by name.
fn photo(card: &Path, place: usize) -> (String, std::path::PathBuf) {
    let path = contents(card).swap_remove(place).0;
    let name = path.strip_prefix(card).unwrap().to_str().unwrap().to_owned();
    (name, path)
}

#[test]
fn a_card_may_be_formatted_only_when_all_of_it_is_stored() {
    let register = TempRegister::new();
    let card = card(6, 1);
    let plan = planned(&register, card.path());
    let begun = register.import_begin(&plan, new_session()).unwrap();
    assert_eq!(report(&register, begun).card_verdict(), None, "under way");
    register.import_run(begun, &plan, &mut TaskCtx::cancelled_at(0)).unwrap();
    assert_eq!(finding(&register, begun), CardFinding::NotYet { unstored: 7 });

    let rest = register.import_again(begun.import_id, card.path(), &mut TaskCtx::unwatched()).unwrap();
    register.import_run(begun, &rest, &mut TaskCtx::unwatched()).unwrap();

    let all = CardVerdict { scope: SourceScope::Folder, finding: CardFinding::AllStored };
    assert_eq!(report(&register, begun).card_verdict(), Some(all));
    let good = contents(card.path()).remove(0).1;
    fs::write(card.path().join("DCIM/MVI_1.MP4"), b"x").unwrap();
    fs::write(card.path().join("DCIM/IMG_9.JPG"), [good, vec![0; 9]].concat()).unwrap();
    let left = [(LeftKind::Video, 1)].into();
    assert_eq!(finding(&register, import(&register, card.path())), CardFinding::LookFirst { left });
}

#[test]
fn what_came_or_changed_on_the_card_during_the_import_is_named() {
    let register = TempRegister::new();
    let card = card(4, 0);
    let plan = planned(&register, card.path());
    let begun = register.import_begin(&plan, new_session()).unwrap();
    let (replaced, path) = photo(card.path(), 0);
    let (_, other) = photo(card.path(), 1);
    let run = register.imports().begin(begun.import_id).unwrap();
    let mut ctx = TaskCtx::unwatched();
    let stored = register.store_files(begun, &plan, &mut ctx).unwrap();
    let unchanged = register.look_again(begun, &plan, &stored, &mut ctx).unwrap();
    assert_eq!(unchanged.news, [], "the control");
    assert_eq!((ctx.progress().checked, ctx.progress().to_check), (4, 4), "it says how far it is");

    fs::write(&path, [fs::read(&other).unwrap(), vec![0]].concat()).unwrap();
    fs::copy(&other, card.path().join("DCIM/COPY.JPG")).unwrap();
    fs::write(card.path().join("DCIM/IMG_NEW.JPG"), b"still being written").unwrap();
    fs::write(card.path().join("DCIM/MVI_1.MP4"), b"x").unwrap();
    let looked = register.look_again(begun, &plan, &stored, &mut ctx).unwrap();
    let end = Ending { news: looked.news, looked_through: Some(looked.scope), copy_scope: None };
    register.import_end(begun, run, Ok(ImportOutcome::Completed), &end).unwrap();

    let report = report(&register, begun);
    assert_eq!(report.card_verdict().unwrap().finding, CardFinding::NotYet { unstored: 2 });
    assert_eq!(said_of(&report, &replaced), Some(ImportReason::NotPlanned));
    assert_eq!(said_of(&report, "DCIM/COPY.JPG"), Some(ImportReason::AlreadyKnown));
    assert_eq!(said_of(&report, "DCIM/IMG_NEW.JPG"), Some(ImportReason::NotPlanned));
    assert_eq!(said_of(&report, "DCIM/MVI_1.MP4"), Some(ImportReason::UnsupportedKind));
}

#[test]
fn a_stored_photograph_that_was_lost_is_not_taken_for_known_and_comes_back_from_its_card() {
    let register = TempRegister::new();
    let card = card(4, 0);
    let first = import(&register, card.path());
    let (ids, _) = register
        .frame_index(first.session_id, store::frames::FrameOrder::Name, &super::tests::all())
        .unwrap();
    let file_of = |place: usize| {
        register.read(|tx| Ok(frames::files(tx, ids[place])?)).unwrap().swap_remove(0).vault_name
    };
    register.photos().remove(&file_of(0)).unwrap();
    keylist::delete(register.store(), &file_of(1)).unwrap();
    assert!(register.open_photo(ids[0]).is_err() && register.open_photo(ids[1]).is_err(), "the control");

    let plan = planned(&register, card.path());
    assert_eq!((plan.file_count(), plan.known.len()), (2, 2));
    let again = import(&register, card.path());

    assert_eq!((frame_count(&register, first), frame_count(&register, again)), (4, 0), "where they were");
    assert_every_file_is_whole(&register, first);
    assert!(register.open_photo(ids[0]).is_ok() && register.open_photo(ids[1]).is_ok());
}

#[test]
fn a_task_says_from_the_start_which_session_it_fills() {
    let register = TempRegister::new();
    let card = card(3, 0);
    let token = {
        let task = register.shared().import_plan_start(card.path().to_owned()).unwrap();
        register.tasks().wait(task).unwrap().result.unwrap().plan.unwrap()
    };
    let (task, begun) = register.shared().import_start(&token, new_session()).unwrap();
    let known = register.tasks().list().into_iter().find(|listed| listed.id == task).unwrap().result.unwrap();
    assert_eq!((known.session_id, known.import_id), (Some(begun.session_id), Some(begun.import_id)));
    assert_eq!(register.tasks().wait(task).unwrap().result, Some(known));
}

#[test]
fn a_look_that_was_cancelled_is_taken_up_again_and_speaks_of_what_it_reads() {
    let register = TempRegister::new();
    let card = card(3, 0);
    let plan = planned(&register, card.path());
    // every step of the storing is passed, and then it is cancelled
    let stopped = (0..50).find_map(|step| {
        let begun = register.import_begin(&plan, new_session()).unwrap();
        let mut ctx = TaskCtx::cancelled_at(step);
        let outcome = register.import_run(begun, &plan, &mut ctx).unwrap();
        let is_in_look = outcome == ImportOutcome::Cancelled && ctx.progress().to_check > 0;
        is_in_look.then_some(begun)
    });
    let begun = stopped.expect("a cancel during the second look");
    let verdict = report(&register, begun).card_verdict().unwrap();
    assert_eq!(verdict.scope, SourceScope::Folder, "also before it was looked through");

    let rest = register.import_again(begun.import_id, card.path(), &mut TaskCtx::unwatched()).unwrap();
    register.import_run(begun, &rest, &mut TaskCtx::unwatched()).unwrap();

    assert_eq!(finding(&register, begun), CardFinding::AllStored);
}
