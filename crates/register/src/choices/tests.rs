use crate::frames::NewMarks;
use domain::Action;
use domain::choice::{Basis, Missing, Purpose};
use domain::field::{FieldProblem, FieldProblemAt};
use domain::ids::FrameId;
use domain::matching::Edit;
use domain::photo::CodeReading;
use domain::provenance::FieldSource;
use domain::subject::{Permission, SubjectFields};

use super::{Choices, MissingWanted, PurposeChoice};
use crate::RegisterError;
use crate::matching::tests::Day;
use crate::testing::last_entry;

/// Three children: the first with three portraits, the second with a card alone, the third nowhere.
fn day() -> (Day, Vec<FrameId>) {
    let day = Day::new();
    let codes: Vec<&str> = day.codes.iter().map(String::as_str).collect();
    let (one, two) = ([codes[0]], [codes[1]]);
    let taken: [Option<&[&str]>; 5] = [Some(&one), None, None, None, Some(&two)];
    let ids = day.shoot(&taken, CodeReading::Done);
    (day, ids)
}

fn of(choices: &Choices, child: usize, purpose: Purpose) -> &PurposeChoice {
    choices.subjects[child].choices.iter().find(|choice| choice.purpose == purpose).unwrap()
}

fn told(choices: &Choices, purpose: Purpose) -> Option<(FrameId, Basis)> {
    of(choices, 0, purpose).standing.map(|standing| (standing.frame, standing.basis))
}

#[test]
fn staff_choose_for_each_purpose_and_until_then_the_best_there_is_stands() {
    let (day, ids) = day();
    let choices = day.register.choices_get(day.job).unwrap();
    assert_eq!(told(&choices, Purpose::Order), Some((ids[1], Basis::First)));
    let rate = NewMarks { rating: Some(4), ..NewMarks::default() };
    day.register.frame_mark(&[ids[2]], rate).unwrap();

    let after = day.register.choice_set(day.job, day.subjects[0], Purpose::Yearbook, Some(ids[3])).unwrap();

    assert_eq!(told(&after, Purpose::Yearbook), Some((ids[3], Basis::Chosen)));
    assert_eq!(told(&after, Purpose::Order), Some((ids[2], Basis::TopRated)));
    let chosen = of(&after, 0, Purpose::Yearbook).chosen.clone().unwrap();
    assert_eq!(chosen.by, crate::testing::owner_fields().name);
    let entry = last_entry(&day.register);
    assert_eq!((entry.action, entry.entity_id), (Action::ImageChosen, Some(day.subjects[0].get())));
    assert_eq!(entry.fields, ["yearbook"]);
    let back = day.register.choice_set(day.job, day.subjects[0], Purpose::Yearbook, None).unwrap();
    assert_eq!(told(&back, Purpose::Yearbook), Some((ids[2], Basis::TopRated)));
}

#[test]
fn what_staff_call_a_retake_stands_before_what_it_was_taken_for() {
    let (day, ids) = day();
    let marks = |marks| drop(day.register.frame_mark(&[ids[2]], marks).unwrap());
    let rate = NewMarks { rating: Some(5), ..NewMarks::default() };
    day.register.frame_mark(&[ids[1]], rate).unwrap();
    let stands = || told(&day.register.choices_get(day.job).unwrap(), Purpose::Order);
    assert_eq!(stands(), Some((ids[1], Basis::TopRated)), "the control");
    marks(NewMarks { is_retake: Some(true), ..NewMarks::default() });
    assert_eq!(stands(), Some((ids[2], Basis::First)));
    let all = day.register.choices_get(day.job).unwrap().subjects[0].frames.len();
    assert_eq!(all, 3, "the older ones are kept");
    marks(NewMarks { is_retake: Some(false), ..NewMarks::default() });
    assert_eq!(stands(), Some((ids[1], Basis::TopRated)));
}

#[test]
fn only_an_own_frame_that_is_kept_can_be_chosen() {
    let (day, ids) = day();
    let reject = NewMarks { is_rejected: Some(true), ..NewMarks::default() };
    day.register.frame_mark(&[ids[3]], reject).unwrap();
    let refused = |child: usize, frame: FrameId| {
        let refused = day.register.choice_set(day.job, day.subjects[child], Purpose::Order, Some(frame));
        let Err(RegisterError::Invalid(problems)) = refused else { panic!("{refused:?}") };
        assert_eq!(problems, [FieldProblemAt::new("frame_id", FieldProblem::NotMatched)]);
    };
    refused(0, ids[3]);
    refused(0, ids[0]);
    refused(1, ids[1]);
    assert!(
        day.register
            .choices_get(day.job)
            .unwrap()
            .subjects
            .iter()
            .all(|its| { its.choices.iter().all(|choice| choice.chosen.is_none()) })
    );
}

#[test]
fn a_choice_falls_away_with_its_frame_and_says_so() {
    let (day, ids) = day();
    let choose = || day.register.choice_set(day.job, day.subjects[0], Purpose::Order, Some(ids[3])).unwrap();
    assert!(!of(&choose(), 0, Purpose::Order).is_lost());
    let marks = |is_rejected| {
        let marks = NewMarks { is_rejected: Some(is_rejected), ..NewMarks::default() };
        day.register.frame_mark(&[ids[3]], marks).unwrap();
        day.register.choices_get(day.job).unwrap()
    };
    let rejected = marks(true);
    assert!(of(&rejected, 0, Purpose::Order).is_lost());
    assert_eq!(told(&rejected, Purpose::Order), Some((ids[1], Basis::First)));
    assert_eq!(told(&marks(false), Purpose::Order), Some((ids[3], Basis::Chosen)));

    day.register.matching_edit(day.job, 0, Edit::Assign { run: ids[1], to: None }).unwrap();
    let nobodys = day.register.choices_get(day.job).unwrap();
    assert!(of(&nobodys, 0, Purpose::Order).is_lost(), "a frame that is nobody's stands for nobody");
    assert_eq!(told(&nobodys, Purpose::Order), None);
}

#[test]
fn who_is_missing_is_told_and_listed_for_the_retake_day() {
    let (day, ids) = day();
    let missing = || -> Vec<Vec<Missing>> {
        let choices = day.register.choices_get(day.job).unwrap();
        choices.subjects.into_iter().map(|its| its.missing).collect()
    };
    assert_eq!(missing(), [vec![Missing::NotChosen], vec![Missing::CardOnly], vec![Missing::Absent]]);
    day.register.choice_set(day.job, day.subjects[0], Purpose::Order, Some(ids[1])).unwrap();
    assert_eq!(missing()[0], []);
    let reject = NewMarks { is_rejected: Some(true), ..NewMarks::default() };
    day.register.frame_mark(&ids[1..4], reject).unwrap();
    assert_eq!(missing()[0], [Missing::NoneUsable]);

    let target = day.register.registers.dir.path().join("missing.pdf");
    let save = |reasons: &[Missing]| {
        let wanted = MissingWanted { reasons: reasons.to_vec() };
        day.register.missing_list_save(day.job, &wanted, &target, domain::Language::Finnish).unwrap()
    };
    assert_eq!(save(&[Missing::Absent, Missing::CardOnly]), 2);
    assert!(std::fs::read(&target).unwrap().starts_with(b"%PDF"));
    assert_eq!(last_entry(&day.register).action, Action::MissingListSaved);
    assert_eq!(save(&[Missing::NotPermitted]), 0);

    let third = day.register.subject_get(day.subjects[2]).unwrap().subject;
    let fields = SubjectFields { photo_permission: Permission::Refused, ..third.fields };
    day.register.subject_update(third.id, third.rev, fields, FieldSource::Given).unwrap();
    assert_eq!(missing()[2], [Missing::NotPermitted, Missing::Absent]);
    assert_eq!(save(&[Missing::Absent, Missing::CardOnly]), 1, "nobody is sent to photograph them");
    assert_eq!(save(&[Missing::NotPermitted]), 1);
}

#[test]
fn who_is_protected_has_neither_name_nor_class_and_is_on_no_list() {
    let (day, _) = day();
    let shut = day.register.subject_get(day.subjects[2]).unwrap().subject;
    day.register.subject_protect(shut.id, shut.rev, true, "").unwrap();
    let choices = day.register.choices_get(day.job).unwrap();
    let its = choices.subjects.last().unwrap();
    assert_eq!((its.subject, its.is_protected), (day.subjects[2], true));
    assert!(!its.name.contains("Virtanen") && its.class_name.is_empty());
    let wanted = MissingWanted { reasons: vec![Missing::Absent, Missing::CardOnly] };
    let list = super::missing::list_of(&choices, &wanted, domain::Language::Finnish);
    let names: Vec<_> =
        list.groups.iter().flat_map(|group| &group.people).map(|one| one.name.as_str()).collect();
    assert_eq!((names, list.protected), (vec!["Malli Maija"], 1));
}
