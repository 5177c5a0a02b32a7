use std::fs;

use domain::import::{CardVerdict, LeftKind};
use tasks::TaskCtx;

use super::BegunImport;
use super::tests::{card, contents, import, new_session, planned};
use crate::testing::TempRegister;

#[test]
fn a_card_may_be_formatted_only_when_all_of_it_is_stored() {
    let register = TempRegister::new();
    let card = card(6, 1);
    let verdict = |begun: BegunImport| register.import_report(begun.import_id).unwrap().card_verdict();
    let plan = planned(&register, card.path());
    let begun = register.import_begin(&plan, new_session()).unwrap();
    assert_eq!(verdict(begun), None, "under way");
    register.import_run(begun, &plan, &mut TaskCtx::cancelled_at(0)).unwrap();
    assert_eq!(verdict(begun), Some(CardVerdict::NotYet { unstored: 7 }));

    let rest = register.import_again(begun.import_id, card.path(), &mut TaskCtx::unwatched()).unwrap();
    register.import_run(begun, &rest, &mut TaskCtx::unwatched()).unwrap();

    assert_eq!(verdict(begun), Some(CardVerdict::MayFormat));
    let good = contents(card.path()).remove(0).1;
    fs::write(card.path().join("DCIM/MVI_1.MP4"), b"x").unwrap();
    fs::write(card.path().join("DCIM/IMG_9.JPG"), [good, vec![0; 9]].concat()).unwrap();
    let left = [(LeftKind::Video, 1)].into();
    assert_eq!(verdict(import(&register, card.path())), Some(CardVerdict::LookFirst { left }));
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
