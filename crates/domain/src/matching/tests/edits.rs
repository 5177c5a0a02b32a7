//! What staff put right, and what becomes of it when the runs change.

use super::*;

#[test]
fn typed_code_makes_a_keyframe() {
    let unreadable = first("1 p unreadable p p 3 p");
    let edits = [Edit::TypeCode { frame: frame(2), code: typed(2) }];
    let proposal = expect(&unreadable, &edits, &["matched 1 1", "matched 2 2", "matched 3 1"]);
    assert_eq!(proposal.runs[1].hand, Some(Hand::Typed));
    // a plain frame that was not recognised
    let unseen = first("1 p p unseen p p 3 p");
    let edits = [Edit::TypeCode { frame: frame(3), code: typed(2) }];
    expect(&unseen, &edits, &["matched 1 2", "matched 2 2", "matched 3 1"]);
}

#[test]
fn frame_that_is_not_a_card_is_a_portrait() {
    let mut input = first("1 p unreadable p 2 p");
    for frame in input.frames.iter_mut().skip(2) {
        frame.taken_local_ms = frame.taken_local_ms.map(|taken| taken - 17_000);
    }
    let edits = [Edit::NotACard { frame: frame(2) }];
    expect(&input, &edits, &["matched 1 3", "matched 2 1"]);
    let why = |edit| proposed(&input, &[edit]).not_applied[0].why;
    assert_eq!(why(Edit::NotACard { frame: frame(1) }), NotAppliedWhy::NoCard);
}

#[test]
fn runs_are_split_merged_assigned_and_confirmed_by_hand() {
    let input = first("1 p p p p 3 p p");
    let split = Edit::Split { before: frame(3) };
    expect(&input, &[split], &["matched 1 2", "quarantined nobody 2 cut_off", "matched 3 2"]);
    let assigned = [split, Edit::Assign { run: frame(4), to: subject(2) }];
    let proposal = expect(&input, &assigned, &["matched 1 2", "matched 2 2 cut_off", "matched 3 2"]);
    assert_eq!(
        (proposal.runs[1].hand, proposal.runs[1].confidence),
        (Some(Hand::Assigned), Confidence::Certain)
    );
    let nobody = Edit::Assign { run: frame(1), to: None };
    expect(&input, &[nobody], &["unmatched nobody 4", "matched 3 2"]);

    let paused = first("1 p p P p 2 p");
    let merged = expect(&paused, &[Edit::Merge { run: frame(4) }], &["matched 1 4", "matched 2 1"]);
    assert_eq!(merged.runs[0].hand, Some(Hand::Merged));
    let confirmed = [Edit::Confirm { run: frame(1) }, Edit::Confirm { run: frame(3) }];
    expect(&paused, &confirmed, &["matched 1 2 time_gap", "matched 1 2 time_gap", "matched 2 1"]);

    // with card last the later part keeps the card
    let input = last("p p p 1 p 2");
    let split = Edit::Split { before: frame(1) };
    expect(&input, &[split], &["quarantined nobody 1 cut_off", "matched 1 2", "matched 2 1"]);
}

#[test]
fn merging_settles_no_other_doubt() {
    let input = first("1 p unreadable p P 3 p");
    let merged = [Edit::Merge { run: frame(4) }];
    expect(&input, &merged, &["matched 1 1", "quarantined nobody 2 unreadable_card", "matched 3 1"]);
    // what staff join to a good run is the good run's
    let joined = [merged[0], Edit::Merge { run: frame(3) }];
    expect(&input, &joined, &["matched 1 3", "matched 3 1"]);
}

#[test]
fn leaving_out_the_last_edit_undoes_it() {
    let input = first("1 p p P p unreadable p 3 p");
    let edits = [
        Edit::Confirm { run: frame(1) },
        Edit::Assign { run: frame(3), to: subject(2) },
        Edit::TypeCode { frame: frame(5), code: typed(4) },
        Edit::Split { before: frame(2) },
        Edit::Merge { run: frame(2) },
    ];
    let steps: Vec<Proposal> = (0..=edits.len()).map(|count| proposed(&input, &edits[..count])).collect();
    for (count, step) in steps.iter().enumerate().rev() {
        assert_eq!(&proposed(&input, &edits[..count]), step);
        assert!(step.not_applied.is_empty());
    }
    assert!(steps.windows(2).all(|pair| pair[0] != pair[1]));
}

#[test]
fn edits_that_no_longer_apply_are_reported() {
    let input = first("1 p p unreadable p 3 p");
    for (edits, expected) in [
        (vec![Edit::Confirm { run: frame(99) }], (0, NotAppliedWhy::FrameGone)),
        (vec![Edit::TypeCode { frame: frame(99), code: typed(1) }], (0, NotAppliedWhy::FrameGone)),
        (vec![Edit::Split { before: frame(1) }], (0, NotAppliedWhy::NothingToSplit)),
        (vec![Edit::Merge { run: frame(1) }], (0, NotAppliedWhy::NoNeighbour)),
        (vec![Edit::Shift { run: frame(1), to: Neighbour::Previous }], (0, NotAppliedWhy::NoNeighbour)),
        (vec![Edit::Assign { run: frame(1), to: subject(99) }], (0, NotAppliedWhy::OwnerUnknown)),
        (vec![Edit::Confirm { run: frame(4) }], (0, NotAppliedWhy::NobodyProposed)),
        (
            vec![
                Edit::Confirm { run: frame(1) },
                Edit::Assign { run: frame(4), to: subject(5) },
                Edit::TypeCode { frame: frame(3), code: typed(2) },
            ],
            (1, NotAppliedWhy::Superseded),
        ),
    ] {
        let not_applied = proposed(&input, &edits).not_applied;
        assert_eq!(not_applied, [NotApplied { edit: expected.0, why: expected.1 }], "{edits:?}");
    }
}

#[test]
fn what_was_said_of_a_run_is_not_said_of_the_one_that_it_became() {
    let said = |edit, frames: std::ops::Range<i64>, owner| {
        let frames: Vec<FrameId> = frames.map(frame).collect();
        [Said { edit, seen: Some(Seen::of(frames.into_iter(), owner)) }]
    };
    let after = |script: &str, said: &[Said]| {
        let input = first(script);
        let proposal = propose(&input, said);
        proposal.tally(&input.frames).unwrap();
        let why = proposal.not_applied.iter().map(|not_applied| not_applied.why).next();
        (proposal.run_of(frame(4)).unwrap().state, why)
    };
    let changed = (RunState::Quarantined, Some(NotAppliedWhy::ChangedSince));

    let assigned = said(Edit::Assign { run: frame(4), to: subject(5) }, 4..6, subject(5));
    assert_eq!(after("1 p p unreadable p p", &assigned), (RunState::Matched, None));
    assert_eq!(after("1 p p unreadable p p p", &assigned), changed, "another photo came");
    assert_eq!(after("1 p p unreadable p p 2 p p", &assigned), (RunState::Matched, None), "not of this run");

    let confirmed = said(Edit::Confirm { run: frame(4) }, 4..6, subject(3));
    assert_eq!(after("1 p p 3 p p", &confirmed).1, None);
    assert_eq!(after("1 p p 4 p p", &confirmed).1, Some(NotAppliedWhy::ChangedSince), "another card is read");
    let shifted = said(Edit::Shift { run: frame(4), to: Neighbour::Previous }, 4..6, subject(1));
    assert_eq!(after("1 p p unreadable p p", &shifted), (RunState::Matched, None));
    assert_eq!(after("2 p p unreadable p p", &shifted), changed, "another neighbour");

    let nobodys = said(Edit::Assign { run: frame(4), to: None }, 4..6, None);
    assert_eq!(after("1 p p 3 p p p", &nobodys), changed, "not its card's again unseen");
    // a join of what a pause had cut off: the pause is none any more, or a card came between
    let joined = said(Edit::Merge { run: frame(5) }, 5..7, None);
    let after_join = |script: &str| {
        let input = first(script);
        let proposal = propose(&input, &joined);
        let why = proposal.not_applied.iter().map(|not_applied| not_applied.why).next();
        (proposal.run_of(frame(5)).unwrap().owner(), why)
    };
    assert_eq!(after_join("2 p 1 p P p p").1, Some(NotAppliedWhy::ChangedSince));
    assert_eq!(
        after_join("2 p 1 p p p p"),
        (None, Some(NotAppliedWhy::ChangedSince)),
        "not the one before's"
    );
}

#[test]
fn assigning_somebody_settles_who_was_nowhere() {
    let script = "1 p 2 p 3 p 4 p unreadable p 6 p 15 p 7 p 8 p 9 p 10 p";
    let state = |edits: &[Edit]| {
        let proposal = proposed(&first(script), edits);
        proposal.runs.iter().find(|run| run.proposed == subject(15)).map(|run| run.state)
    };
    assert_eq!(state(&[]), Some(RunState::Quarantined));
    assert_eq!(state(&[Edit::Assign { run: frame(9), to: subject(5) }]), Some(RunState::Matched));
}
